#include "draw/draw.h"

#include "draw/engine.h"
#include "draw/graph.h"
#include "draw/page.h"
#include "draw/plan.h"

G_DEFINE_QUARK (am-draw-error-quark, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", "html", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };

static gboolean
render_svg (const AmEngine *engine, Agraph_t *graph, const AmSvgTexts *texts, const AmLook *look, GString *out, GError **error)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  return am_engine_render (engine, graph, "svg", svg, error) && am_svg_complete (svg->str, svg->len, texts, look, out, error);
}

static gboolean
render_page (const AmEngine *engine, Agraph_t *graph, const AmSvgTexts *texts, const AmLook *look, GString *out, GError **error)
{
  g_autoptr (GString) picture = g_string_new (NULL);

  if (!render_svg (engine, graph, texts, look, picture, error))
    return FALSE;
  am_page_write (engine->map, picture->str, out);
  return TRUE;
}

gboolean
am_draw (const AmDrawPlan *plan, guint number, const AmDrawStyle *style, AmDrawFormat format, GString *out, GPtrArray *remarks,
         GError **error)
{
  g_auto (AmSheet) sheet = { 0 };
  g_auto (AmSvgTexts) texts = { 0 };
  AmLook look;

  am_plan_sheet (plan, number, &sheet);
  am_look_init (&look, style, format);
  am_svg_texts_init (&texts, sheet.map->title);
  const AmEngine engine = { .map = sheet.map, .fast = style->fast, .remarks = remarks };
  g_autoptr (Agraph_t) graph = am_graph_build (&sheet, &look, &texts);
  if (format == AM_DRAW_DOT)
    return am_engine_write_dot (&engine, graph, out, error);
  if (format == AM_DRAW_SVG)
    return render_svg (&engine, graph, &texts, &look, out, error);
  if (format == AM_DRAW_HTML)
    return render_page (&engine, graph, &texts, &look, out, error);
  return am_engine_render (&engine, graph, am_draw_format_names[format], out, error);
}

gboolean
am_draw_can_be_fast (AmDrawFormat format)
{
  return format != AM_DRAW_PNG && format != AM_DRAW_PDF;
}

const char *
am_draw_library_version (void)
{
  return am_engine_version ();
}
