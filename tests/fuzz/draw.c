/* DOT, and with it labels, plans and the choice of what is drawn. The layout is Graphviz's, which
 * is left alone here. */

#include "fuzz.h"

#include "draw/draw.h"

static void
draw (const AmScene *scene, const AmDrawChoice *choice, const AmDrawOptions *options)
{
  g_autoptr (AmPagination) pagination = am_pagination_new (scene, choice, AM_DRAW_DIVIDED);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  if (am_pagination_chooses_none (pagination))
    return;
  for (guint i = 0; i < MIN (am_pagination_count (pagination), 3); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      MUST (am_draw (pagination, i, options, AM_DRAW_DOT, out, remarks, &error));
      MUST (g_utf8_validate (out->str, (gssize) out->len, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  am_load_source (fuzz_source (data, size), NULL, &loaded);
  if (loaded.map == NULL)
    return 0;
  g_autoptr (AmEvaluation) e = am_evaluation_new (loaded.map, AM_STRENGTH_NONE);
  AmDrawChoice choice = AM_DRAW_EVERYTHING;
  AmScene scene = { .map = loaded.map };
  AmDrawOptions options = { .theme = AM_DRAW_LIGHT,
                            .direction = (AmDrawDirection) (size % 4),
                            .fast = TRUE };
  draw (&scene, &choice, &options);
  scene.evaluation = e;
  options.theme = AM_DRAW_PRINT;
  if (loaded.map->claims->len > 0)
    choice.focus = (guint32) (size % loaded.map->claims->len);
  choice.depth = 1 + size % 3;
  draw (&scene, &choice, &options);
  return 0;
}
