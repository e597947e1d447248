#include "draw/draw.h"

#include "base/text.h"
#include "draw/graph/graph.h"
#include "draw/graphviz/engine.h"
#include "draw/graphviz/parts.h"
#include "draw/graphviz/svg.h"
#include "draw/view/pagination.h"

G_DEFINE_QUARK (am_draw_error, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };
const char *const am_draw_page_names[] = { "", "a4", "a3", "letter", NULL };

static gboolean
render_svg (const AmEngine *engine, Agraph_t *graph, const AmSvgTexts *texts, const AmStyle *style,
            GString *out, GError **error)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  return am_engine_render (engine, graph, "svg", svg, error)
      && am_svg_complete (svg->str, svg->len, texts, style, out, error);
}

static gboolean
draw_view (const AmView *view, const AmEngine *engine, const AmDrawOptions *options,
           AmDrawFormat format, GString *out, GError **error)
{
  g_auto (AmSvgTexts) texts = { 0 };
  AmStyle style;

  am_style_init (&style, options, format);
  if (format == AM_DRAW_SVG)
    am_svg_texts_init (&texts, view->scene->map);
  g_autoptr (Agraph_t) graph = am_graph_build (view, &style, &texts);
  if (format == AM_DRAW_DOT)
    return am_engine_write_dot (engine, graph, out, error);
  if (format == AM_DRAW_SVG)
    return render_svg (engine, graph, &texts, &style, out, error);
  return am_engine_render (engine, graph, am_draw_format_names[format], out, error);
}

/* --- what would fit on a page --- */

/* What somebody who asks for @choice is given. */
static gboolean
fits (const AmPagination *pagination, const AmDrawChoice *choice, const AmEngine *engine,
      const AmDrawOptions *options, AmDrawFormat format, guint *shown)
{
  g_autoptr (AmPagination) other = am_pagination_again (pagination, choice);
  g_auto (AmView) view = { 0 };
  g_auto (AmSvgTexts) texts = { 0 };
  AmStyle style;

  am_pagination_view (other, 0, &view);
  *shown = view.n_shown;
  am_style_init (&style, options, format);
  g_autoptr (Agraph_t) graph = am_graph_build (&view, &style, &texts);
  return am_engine_fits (engine, graph, am_draw_format_names[format]);
}

/* What to leave out so that picture @number fits: the deepest that does, found by halving. Caller
 * owns it. */
static char *
advise (const AmPagination *pagination, guint number, const AmEngine *engine,
        const AmDrawOptions *options, AmDrawFormat format, guint32 all)
{
  guint low = 0, high = am_pagination_depth (pagination, number),
        kept = 0; /* some depth below low fits; high does not */
  AmDrawChoice choice;
  const char *focus = am_pagination_find_way (pagination, number, 0, &choice);

  while (focus != NULL && low < high)
    {
      guint depth = low + (high - low) / 2, shown;
      am_pagination_find_way (pagination, number, depth, &choice);
      if (fits (pagination, &choice, engine, options, format, &shown))
        {
          low = depth + 1;
          kept = shown;
        }
      else
        high = depth;
    }
  if (low == 0)
    return g_strdup ("draw less of it, with --focus and the like");
  g_autofree char *left_out = am_text_number (all - MIN (kept, all)),
                  *of = am_text_count (all, "statement", NULL);
  return g_strdup_printf ("%s%s%s--depth %u would fit, and leave out %s of %s",
                          focus[0] != '\0' ? "--focus " : "", focus, focus[0] != '\0' ? " " : "",
                          low - 1, left_out, of);
}

static void
add_advice (GError *error, char *advice)
{
  g_autofree char *before = error->message;

  error->message = g_strdup_printf ("%s; %s", before, advice);
  g_free (advice);
}

static char *
describe_far (guint n_far)
{
  g_autofree char *relations = am_text_count (n_far, "relation", NULL);

  return g_strdup_printf ("there are more lines than a layout can bear, so stubs stand for %s",
                          relations);
}

gboolean
am_draw (const AmPagination *pagination, guint number, const AmDrawOptions *options,
         AmDrawFormat format, GString *out, GPtrArray *remarks, GError **error)
{
  g_auto (AmView) view = { 0 };
  g_autoptr (GError) fault = NULL;

  am_pagination_view (pagination, number, &view);
  const AmEngine engine = { .map = view.scene->map,
                            .page = options->page,
                            .fast = options->fast,
                            .usual_fonts = options->font == NULL,
                            .remarks = remarks };
  if (remarks != NULL && view.n_far > 0)
    g_ptr_array_add (remarks, describe_far (view.n_far));
  if (draw_view (&view, &engine, options, format, out, &fault))
    return TRUE;
  if (g_error_matches (fault, AM_DRAW_ERROR, AM_DRAW_ERROR_PAGE))
    add_advice (fault, advise (pagination, number, &engine, options, format, view.n_shown));
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

void
am_draw_prepare (void)
{
  am_font_is_like_helvetica (); /* it remembers, and all other ways to tell open Pango */
}

gboolean
am_draw_has_usual_font (void)
{
  return am_engine_has_usual_font ();
}

gboolean
am_draw_has_font (const char *family)
{
  return am_engine_has_font (family);
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
