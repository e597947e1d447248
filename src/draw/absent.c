/* What a program that is built without Graphviz says instead of drawing. */

#include "draw/draw.h"

G_DEFINE_QUARK (am_draw_error, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };
const char *const am_draw_page_names[] = { "", "a4", "a3", "letter", NULL };

/* A pagination of nothing: one picture that cannot be drawn. */
struct _AmPagination
{
  char unused;
};

AmPagination *
am_pagination_new (G_GNUC_UNUSED const AmScene *scene, G_GNUC_UNUSED const AmDrawChoice *choice,
                   G_GNUC_UNUSED AmDrawExtent extent)
{
  return g_new0 (AmPagination, 1);
}

void
am_pagination_free (AmPagination *pagination)
{
  g_free (pagination);
}

guint
am_pagination_count (G_GNUC_UNUSED const AmPagination *pagination)
{
  return 1;
}

const char *
am_pagination_suffix (G_GNUC_UNUSED const AmPagination *pagination, G_GNUC_UNUSED guint number)
{
  return NULL;
}

gboolean
am_pagination_chooses_none (G_GNUC_UNUSED const AmPagination *pagination)
{
  return FALSE;
}

const char *
am_pagination_notice (G_GNUC_UNUSED const AmPagination *pagination)
{
  return NULL;
}

gboolean
am_draw (G_GNUC_UNUSED const AmPagination *pagination, G_GNUC_UNUSED guint number,
         G_GNUC_UNUSED const AmDrawOptions *options, G_GNUC_UNUSED AmDrawFormat format,
         G_GNUC_UNUSED GString *out, G_GNUC_UNUSED GPtrArray *remarks, GError **error)
{
  g_set_error_literal (error, AM_DRAW_ERROR, AM_DRAW_ERROR_ABSENT,
                       "this build of argmap cannot draw: it has no Graphviz");
  return FALSE;
}

void
am_draw_prepare (void)
{
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
