#include "draw/draw.h"

#include "draw/engine.h"
#include "draw/graph.h"
#include "draw/page.h"
#include "draw/plan.h"

G_DEFINE_QUARK (am-draw-error-quark, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", "html", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };
const char *const am_draw_page_names[] = { "", "a4", "a3", "letter", NULL };

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

static gboolean
draw_sheet (const AmSheet *sheet, const AmEngine *engine, const AmDrawStyle *style, AmDrawFormat format, GString *out, GError **error)
{
  g_auto (AmSvgTexts) texts = { 0 };
  AmLook look;

  am_look_init (&look, style, format);
  am_svg_texts_init (&texts, sheet->map);
  g_autoptr (Agraph_t) graph = am_graph_build (sheet, &look, &texts);
  if (format == AM_DRAW_DOT)
    return am_engine_write_dot (engine, graph, out, error);
  if (format == AM_DRAW_SVG)
    return render_svg (engine, graph, &texts, &look, out, error);
  if (format == AM_DRAW_HTML)
    return render_page (engine, graph, &texts, &look, out, error);
  return am_engine_render (engine, graph, am_draw_format_names[format], out, error);
}

/* --- what would fit on a page --- */

static gboolean
fits (const AmSheet *sheet, const AmEngine *engine, const AmDrawStyle *style, AmDrawFormat format)
{
  g_auto (AmSvgTexts) texts = { 0 };
  AmLook look;

  am_look_init (&look, style, format);
  am_svg_texts_init (&texts, sheet->map);
  g_autoptr (Agraph_t) graph = am_graph_build (sheet, &look, &texts);
  return am_engine_fits (engine, graph);
}

/* Adds to @error what to leave out: the deepest that fits, found by halving. */
static void
advise (const AmDrawPlan *plan, guint number, const AmEngine *engine, const AmDrawStyle *style, AmDrawFormat format, guint32 shown,
        GError *error)
{
  guint low = 0, high = am_plan_depth (plan, number); /* some depth below low fits; high does not */
  guint32 kept = 0;

  while (low < high)
    {
      guint depth = low + (high - low) / 2;
      g_auto (AmSheet) sheet = { 0 };
      am_plan_sheet_to_depth (plan, number, depth, &sheet);
      if (fits (&sheet, engine, style, format))
        {
          low = depth + 1;
          kept = sheet.n_shown;
        }
      else
        high = depth;
    }
  g_autofree char *advice = low > 0 ? g_strdup_printf ("%s; --depth %u would fit, and leave out %u of %u statements", error->message,
                                                       low - 1, shown - kept, shown)
                                    : g_strdup_printf ("%s; draw less of it, with --focus and the like", error->message);
  g_free (error->message);
  error->message = g_steal_pointer (&advice);
}

gboolean
am_draw (const AmDrawPlan *plan, guint number, const AmDrawStyle *style, AmDrawFormat format, GString *out, GPtrArray *remarks,
         GError **error)
{
  g_auto (AmSheet) sheet = { 0 };
  g_autoptr (GError) fault = NULL;

  am_plan_sheet (plan, number, &sheet);
  const AmEngine engine = { .map = sheet.map, .page = style->page, .fast = style->fast, .remarks = remarks };
  if (draw_sheet (&sheet, &engine, style, format, out, &fault))
    return TRUE;
  if (g_error_matches (fault, AM_DRAW_ERROR, AM_DRAW_ERROR_PAGE))
    advise (plan, number, &engine, style, format, sheet.n_shown, fault);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
am_draw_has_usual_font (void)
{
  return am_engine_has_usual_font ();
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
