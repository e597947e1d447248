#include "command/diff-maps.h"

#include "base/file.h"
#include "command/outputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "draw/draw.h"
#include "report/diff/diff.h"

#include <unistd.h>

/* The exit status is diff's: 0 the same, 1 different, 2 trouble. */
#define DIFFERENT AM_EXIT_FINDINGS

/* A picture of more cards shows only those that were added, removed or changed, and their ways to
 * the thesis. */
#define MANY_CLAIMS 300

static AmExit
draw_changes (const AmDifference *difference, const AmDiffOptions *options, GString *out)
{
  g_autoptr (AmMerged) merged = am_merged_new (difference);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  AmDrawOptions draw_options = { .id_prefix = options->id_prefix };
  AmScene scene = { .map = merged->map, .merged = merged };
  AmDrawChoice choice = AM_DRAW_EVERYTHING;

  if (merged->map->claims->len > MANY_CLAIMS && difference->changes->len > 0)
    choice.filter.tag = AM_MARK_TAG;
  g_autoptr (AmPagination) pagination = am_pagination_new (&scene, &choice, AM_DRAW_ONE_FILE);
  if (am_pagination_notice (pagination) != NULL)
    am_complain ("note: %s", am_pagination_notice (pagination));
  gboolean drawn = am_draw (pagination, 0, &draw_options, AM_DRAW_SVG, out, remarks, &error);
  for (guint i = 0; i < remarks->len; i++)
    am_complain ("note: %s", (const char *) g_ptr_array_index (remarks, i));
  if (drawn)
    return AM_EXIT_OK;
  return am_complain ("%s", error->message);
}

AmExit
am_diff_write (const AmDiffOptions *options, const GString *out)
{
  g_autoptr (GError) error = NULL;

  if (!options->git || (options->output != NULL && !g_str_equal (options->output, "-")))
    return am_output_write (options->output, out);
  if (am_file_write_fd (STDOUT_FILENO, "standard output", out->str, out->len, &error)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PIPE))
    return AM_EXIT_OK;
  return am_complain ("%s", error->message);
}

AmExit
am_diff_compare (const AmMap *old_map, const AmMap *new_map, const char *head,
                 const AmDiffOptions *options)
{
  g_autoptr (AmDifference) difference = am_difference_new (old_map, new_map);
  g_autoptr (AmEvaluation) old_evaluation = am_evaluation_new (old_map, AM_STRENGTH_NONE);
  g_autoptr (AmEvaluation) new_evaluation = am_evaluation_new (new_map, AM_STRENGTH_NONE);
  g_autoptr (AmComparison) comparison =
      am_comparison_new (difference, old_evaluation, new_evaluation);
  g_autoptr (GString) out = g_string_new (head);
  g_autoptr (AmDocument) document = am_document_new ();

  AmExit status = AM_EXIT_OK;
  if (options->format == AM_DIFF_JSON)
    am_diff_write_json (comparison, old_map->source->name, new_map->source->name, out);
  else if (options->format == AM_DIFF_SVG)
    status = draw_changes (difference, options, out);
  else
    {
      am_diff_report (comparison, options->all, document);
      am_prose_write (document, options->format, out);
    }
  am_prose_note_undecided (new_evaluation);
  if (head[0] != '\0')
    g_string_append_c (out, '\n'); /* another file may follow */
  status = status != AM_EXIT_OK ? status : am_diff_write (options, out);
  return status != AM_EXIT_OK || am_comparison_is_same (comparison) ? status : DIFFERENT;
}
