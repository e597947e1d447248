#include "draw/draw.h"

#include "draw/graph.h"
#include "draw/graphviz.h"
#include "draw/plan.h"
#include "draw/style.h"

#include <string.h>

G_DEFINE_QUARK (am-draw-error-quark, am_draw_error)

const char *const am_draw_format_names[] = { "svg", "dot", "png", "pdf", NULL };
const char *const am_draw_theme_names[] = { "light", "dark", "print", NULL };
const char *const am_draw_direction_names[] = { "rl", "tb", "lr", "bt", NULL };

/* Bitmaps have as many pixels per point as a good screen; cairo silently shrinks what is larger than its limits. */
#define PNG_DPI 144
#define LARGEST_PNG_SIDE 32000.0
#define LARGEST_PNG_AREA 60e6

/* --- what Graphviz has to say --- */

static GString *complaints; /* agseterrf() takes no data */

static int
collect_complaint (char *message)
{
  if (complaints->len < 1000)
    g_string_append (complaints, message);
  return 0;
}

static gboolean
fail (GError **error, const char *what)
{
  g_autofree char *said = g_strstrip (g_strdup (complaints->str));
  g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ, "%s failed%s%s", what, said[0] != '\0' ? ": " : "", said);
  return FALSE;
}

/* --- DOT, without a layout --- */

static int
append_to_string (void *channel, const char *text)
{
  g_string_append (channel, text);
  return 0;
}

static int
flush_nothing (G_GNUC_UNUSED void *channel)
{
  return 0;
}

static gboolean
write_dot (Agraph_t *graph, GString *out, GError **error)
{
  Agiodisc_t to_string = { AgIoDisc.afread, append_to_string, flush_nothing };
  Agiodisc_t *usual = graph->clos->disc.io;

  graph->clos->disc.io = &to_string;
  int failed = agwrite (graph, out);
  graph->clos->disc.io = usual;
  return failed == 0 ? TRUE : fail (error, "writing DOT");
}

/* --- pictures --- */

static gboolean
check_size (Agraph_t *graph, GError **error)
{
  double scale = PNG_DPI / 72.0;
  boxf box = GD_bb (graph);
  double width = (box.UR.x - box.LL.x) * scale, height = (box.UR.y - box.LL.y) * scale;

  if (width <= LARGEST_PNG_SIDE && height <= LARGEST_PNG_SIDE && width * height <= LARGEST_PNG_AREA)
    return TRUE;
  g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_TOO_LARGE,
               "a PNG of %.0f × %.0f pixels is too large to be of use; draw SVG or PDF, or less of the map with --focus, --depth and "
               "the like", width, height);
  return FALSE;
}

static gboolean
render_layout (GVC_t *gvc, Agraph_t *graph, AmDrawFormat format, GString *out, GError **error)
{
  char *data = NULL;
  gsize length = 0;

  if (format == AM_DRAW_PNG && !check_size (graph, error))
    return FALSE;
  if (am_gvrender (gvc, graph, am_draw_format_names[format], &data, &length) != 0 || data == NULL)
    return fail (error, "drawing");
  g_string_append_len (out, data, (gssize) length);
  gvFreeRenderData (data);
  return TRUE;
}

static gboolean
lay_out_and_render (Agraph_t *graph, AmDrawFormat format, GString *out, GError **error)
{
  g_autoptr (GVC_t) gvc = gvContext ();

  if (gvc == NULL || gvLayout (gvc, graph, "dot") != 0)
    return fail (error, "the layout");
  gboolean drawn = agerrors () < AGERR ? render_layout (gvc, graph, format, out, error) : fail (error, "the layout");
  gvFreeLayout (gvc, graph);
  return drawn;
}

gboolean
am_draw (const AmDrawPlan *plan, guint number, const AmDrawStyle *style, AmDrawFormat format, GString *out, GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_auto (AmSheet) sheet = { 0 };
  g_auto (AmSvgTexts) texts = { 0 };
  AmLook look;

  am_plan_sheet (plan, number, &sheet);
  am_look_init (&look, style, format);
  am_svg_texts_init (&texts, sheet.map->title);
  g_autoptr (Agraph_t) graph = am_graph_build (&sheet, &look, &texts);

  complaints = said;
  agreseterrors ();
  agseterrf (collect_complaint);
  if (format == AM_DRAW_PNG)
    am_agattr (graph, AGRAPH, "dpi", G_STRINGIFY (PNG_DPI));
  gboolean drawn;
  if (format == AM_DRAW_DOT)
    drawn = write_dot (graph, out, error);
  else if (format != AM_DRAW_SVG)
    drawn = lay_out_and_render (graph, format, out, error);
  else
    {
      g_autoptr (GString) svg = g_string_new (NULL);
      drawn = lay_out_and_render (graph, format, svg, error) && am_svg_complete (svg->str, svg->len, &texts, &look, out, error);
    }
  agseterrf (NULL);
  complaints = NULL;
  return drawn;
}

const char *
am_draw_library_version (void)
{
  static char version[64];

  if (version[0] == '\0')
    {
      g_autoptr (GVC_t) gvc = gvContext ();
      g_snprintf (version, sizeof version, "Graphviz %s", gvc != NULL ? gvcVersion (gvc) : "without plugins");
    }
  return version;
}
