/* What a program that is built without Graphviz says instead of drawing. */

#include "draw/draw.h"

G_DEFINE_QUARK (am-draw-error-quark, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };

gboolean
am_draw (G_GNUC_UNUSED const AmMap *map, G_GNUC_UNUSED const AmDrawChoice *choice, G_GNUC_UNUSED const AmDrawStyle *style, G_GNUC_UNUSED AmDrawFormat format, G_GNUC_UNUSED GString *out, GError **error)
{
  g_set_error_literal (error, AM_DRAW_ERROR, AM_DRAW_ERROR_ABSENT, "this argmap was built without drawing");
  return FALSE;
}

const char *
am_draw_library_version (void)
{
  return "built without Graphviz";
}
