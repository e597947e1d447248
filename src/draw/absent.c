/* What a program that is built without Graphviz says instead of drawing. */

#include "draw/draw.h"

G_DEFINE_QUARK (am-draw-error-quark, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };
const char *const am_draw_page_names[] = { "", "a4", "a3", "letter", NULL };

/* A plan of nothing: one picture that cannot be drawn. */
struct _AmDrawPlan
{
  char unused;
};

AmDrawPlan *
am_draw_plan_new (G_GNUC_UNUSED const AmMap *map, G_GNUC_UNUSED const AmDrawChoice *choice, G_GNUC_UNUSED AmDrawExtent extent)
{
  return g_new0 (AmDrawPlan, 1);
}

void
am_draw_plan_free (AmDrawPlan *plan)
{
  g_free (plan);
}

guint
am_draw_plan_count (G_GNUC_UNUSED const AmDrawPlan *plan)
{
  return 1;
}

const char *
am_draw_plan_suffix (G_GNUC_UNUSED const AmDrawPlan *plan, G_GNUC_UNUSED guint number)
{
  return NULL;
}

gboolean
am_draw_plan_chooses_none (G_GNUC_UNUSED const AmDrawPlan *plan)
{
  return FALSE;
}

const char *
am_draw_plan_notice (G_GNUC_UNUSED const AmDrawPlan *plan)
{
  return NULL;
}

gboolean
am_draw (G_GNUC_UNUSED const AmDrawPlan *plan, G_GNUC_UNUSED guint number, G_GNUC_UNUSED const AmDrawStyle *style,
         G_GNUC_UNUSED AmDrawFormat format, G_GNUC_UNUSED GString *out, G_GNUC_UNUSED GPtrArray *remarks,
         GError **error)
{
  g_set_error_literal (error, AM_DRAW_ERROR, AM_DRAW_ERROR_ABSENT, "this build of argmap cannot draw: it has no Graphviz");
  return FALSE;
}

gboolean
am_draw_has_usual_font (void)
{
  return TRUE;
}

gboolean
am_draw_has_font (G_GNUC_UNUSED const char *family)
{
  return TRUE;
}

gboolean
am_draw_can_be_fast (G_GNUC_UNUSED AmDrawFormat format)
{
  return TRUE;
}

const char *
am_draw_library_version (void)
{
  return "no Graphviz";
}
