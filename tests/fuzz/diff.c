/* Two maps, what changed from one to the other, told, as JSON and drawn. The inputs are parted by a
   line of @ signs; without one, a map is compared with itself, and nothing may have changed. */

#include "fuzz.h"

#include "draw/draw.h"
#include "report/diff/diff.h"
#include "reports.h"

#define PARTED "\n@@@@\n"

static void
compare (const AmMap *old_map, const AmMap *new_map, gboolean same)
{
  g_autoptr (AmEvaluation) old_evaluation = am_evaluation_new (old_map, AM_STRENGTH_NONE);
  g_autoptr (AmEvaluation) new_evaluation = am_evaluation_new (new_map, AM_STRENGTH_NONE);
  g_autoptr (AmDifference) difference = am_difference_new (old_map, new_map);
  g_autoptr (AmComparison) comparison =
      am_comparison_new (difference, old_evaluation, new_evaluation);
  g_autoptr (AmMerged) merged = am_merged_new (difference);
  g_autoptr (GString) json = g_string_new (NULL), dot = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  AmDocument *document = am_document_new ();
  const AmDrawChoice choice = AM_DRAW_EVERYTHING;
  const AmDrawOptions style = { .fast = TRUE };
  const AmScene scene = { .map = merged->map, .merged = merged };

  am_diff_report (comparison, FALSE, document);
  fuzz_document (document);
  am_diff_write_json (comparison, "old", "new", json);
  fuzz_json (json);
  if (same)
    MUST (am_comparison_is_same (comparison));
  g_autoptr (AmPagination) pagination = am_pagination_new (&scene, &choice, AM_DRAW_DIVIDED);
  MUST (am_draw (pagination, 0, &style, AM_DRAW_DOT, dot, NULL, &error));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (AmLoaded) first = { NULL, NULL, NULL }, second = { NULL, NULL, NULL };
  const uint8_t *parted = memmem (data, size, PARTED, strlen (PARTED));
  size_t length = parted != NULL ? (size_t) (parted - data) : size;
  const uint8_t *rest = parted != NULL ? parted + strlen (PARTED) : data;

  am_load_source (fuzz_source (data, length), NULL, &first);
  am_load_source (fuzz_source (rest, (size_t) (data + size - rest)), NULL, &second);
  if (first.map != NULL && second.map != NULL)
    compare (first.map, second.map, parted == NULL);
  return 0;
}
