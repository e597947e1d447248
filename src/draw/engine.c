#include "draw/engine.h"

#include "draw/draw.h"

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

static void
listen (GString *said)
{
  complaints = said;
  agreseterrors ();
  agseterrf (collect_complaint);
}

static void
stop_listening (void)
{
  agseterrf (NULL);
  complaints = NULL;
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

gboolean
am_engine_write_dot (Agraph_t *graph, GString *out, GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);
  Agiodisc_t to_string = { AgIoDisc.afread, append_to_string, flush_nothing };
  Agiodisc_t *usual = graph->clos->disc.io;

  listen (said);
  graph->clos->disc.io = &to_string;
  gboolean written = agwrite (graph, out) == 0 || fail (error, "writing DOT");
  graph->clos->disc.io = usual;
  stop_listening ();
  return written;
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
               "a PNG of %.0f × %.0f pixels is too large to be of use; draw SVG or PDF", width, height);
  return FALSE;
}

static gboolean
render_layout (GVC_t *gvc, Agraph_t *graph, const char *format, GString *out, GError **error)
{
  char *data = NULL;
  gsize length = 0;

  if (g_str_equal (format, "png") && !check_size (graph, error))
    return FALSE;
  if (am_gvrender (gvc, graph, format, &data, &length) != 0 || data == NULL)
    return fail (error, "drawing");
  g_string_append_len (out, data, (gssize) length);
  gvFreeRenderData (data);
  return TRUE;
}

static gboolean
lay_out_and_render (Agraph_t *graph, const char *format, GString *out, GError **error)
{
  g_autoptr (GVC_t) gvc = gvContext ();

  if (gvc == NULL || gvLayout (gvc, graph, "dot") != 0)
    return fail (error, "the layout");
  gboolean drawn = agerrors () < AGERR ? render_layout (gvc, graph, format, out, error) : fail (error, "the layout");
  gvFreeLayout (gvc, graph);
  return drawn;
}

gboolean
am_engine_render (Agraph_t *graph, const char *format, GString *out, GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);

  listen (said);
  if (g_str_equal (format, "png"))
    am_agattr (graph, AGRAPH, "dpi", G_STRINGIFY (PNG_DPI));
  gboolean drawn = lay_out_and_render (graph, format, out, error);
  stop_listening ();
  return drawn;
}

const char *
am_engine_version (void)
{
  static char version[64];

  if (version[0] == '\0')
    {
      g_autoptr (GVC_t) gvc = gvContext ();
      g_snprintf (version, sizeof version, "Graphviz %s", gvc != NULL ? gvcVersion (gvc) : "without plugins");
    }
  return version;
}
