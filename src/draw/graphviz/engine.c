#include "draw/graphviz/engine.h"

#include "base/guard.h"
#include "draw/graph/legend.h"
#include "draw/graphviz/log.h"
#include "draw/graphviz/parts.h"
#include "draw/graphviz/pdf.h"
#include "draw/view/text-extent.h"

#include <string.h>

/* Bitmaps have as many pixels per point as a good screen; cairo silently shrinks what is larger
 * than its limits. */
#define PNG_DPI 144
#define LARGEST_PNG_SIDE 32000.0
#define LARGEST_PNG_AREA 60e6

static gboolean
fail (GError **error, const char *what)
{
  const char *why = am_graphviz_log_error ();
  g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ, "%s failed%s%s", what,
               why != NULL ? ": " : "", why != NULL ? why : "");
  return FALSE;
}

/* --- the context --- */

/* One each for the two ways to measure texts. They live as long as the process: to open one takes
   as long as a small picture, and processes that are forked from this one have it ready. */
static GVC_t *contexts[2];

static void
free_contexts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    if (contexts[i] != NULL)
      gvFreeContext (contexts[i]);
}

static GVC_t *
get_context (gboolean by_tables)
{
  static gboolean registered;
  GVC_t **context = &contexts[by_tables ? 1 : 0];

  if (*context == NULL)
    {
      *context = am_plugins_open (by_tables);
      if (*context != NULL && !by_tables)
        am_pdf_prepare (*context);
    }
  if (!registered)
    registered =
        atexit (free_contexts)
        == 0; /* after the plugins are there, so that they are still there when it is called */
  return *context;
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

/* cgraph goes on in a new line, after a backslash, wherever a long text has had 128 bytes: also
   before what the host of a build would take for a command. There it does not. */
static void
join_lines (GString *out, gsize from)
{
  static const char next_line[] = "\\\n";

  if (strstr (out->str + from, next_line) == NULL)
    return;
  g_autofree char *dot = g_strdup (out->str + from);
  const char *p = dot;

  g_string_truncate (out, from);
  for (const char *end = strstr (p, next_line); end != NULL; end = strstr (p, next_line))
    {
      gsize skipped = strlen (next_line);
      g_string_append_len (
          out, p, end - p + (am_guard_find_command (end + skipped) != NULL ? 0 : (gssize) skipped));
      p = end + skipped;
    }
  g_string_append (out, p);
}

gboolean
am_engine_write_dot (const AmEngine *engine, Agraph_t *graph, GString *out, GError **error)
{
  Agiodisc_t to_string = { AgIoDisc.afread, append_to_string, flush_nothing };
  Agiodisc_t *usual = graph->clos->disc.io;
  gsize before = out->len;

  am_graphviz_log_start (engine->map);
  graph->clos->disc.io = &to_string;
  gboolean written = agwrite (graph, out) == 0 || fail (error, "writing DOT");
  graph->clos->disc.io = usual;
  am_graphviz_log_stop (engine->remarks);
  if (!written)
    g_string_truncate (out, before);
  join_lines (out, before);
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
               "a PNG of %.0f × %.0f pixels is too large to be of use; draw SVG or PDF, or less of "
               "the map with --focus, --depth and "
               "the like",
               width, height);
  return FALSE;
}

/* Acrobat shows no more, and the standard wants no more, up to PDF 1.7. */
#define LARGEST_PDF_SIDE 14400.0

static void
check_pdf (const AmEngine *engine, Agraph_t *graph)
{
  boxf box = GD_bb (graph);
  double width = box.UR.x - box.LL.x, height = box.UR.y - box.LL.y;

  if (engine->remarks != NULL && MAX (width, height) > LARGEST_PDF_SIDE)
    g_ptr_array_add (
        engine->remarks,
        g_strdup_printf ("a page of %.0f × %.0f points is more than many programs show of a PDF, "
                         "which is 14,400 a side; "
                         "draw SVG, or less of the map with --focus, --depth and the like",
                         width, height));
}

/* "A, B". Caller owns it; NULL where nobody is named. */
static char *
join_authors (const AmMap *map)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint32 i = 0; i < map->authors.count; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            *am_map_string (map, map->authors.start + i));
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static gboolean
render_pdf (const AmEngine *engine, GVC_t *gvc, Agraph_t *graph, GString *out, GError **error)
{
  const AmMap *map = engine->map;
  g_autofree char *authors = map != NULL ? join_authors (map) : NULL;
  AmPdfAbout about = { .author = authors };

  if (map != NULL)
    {
      about.title = am_legend_title (map);
      about.subject = map->question;
      about.language = am_legend_language (map);
    }
  g_autoptr (AmPdf) pdf = am_pdf_new (&about, error);
  return pdf != NULL && (am_pdf_add_page (pdf, gvc, graph) || fail (error, "drawing"))
      && am_pdf_finish (pdf, out, error);
}

static gboolean
render_layout (const AmEngine *engine, GVC_t *gvc, Agraph_t *graph, const char *format,
               GString *out, GError **error)
{
  char *data = NULL;
  gsize length = 0;

  if (engine->page != AM_DRAW_ANY_PAGE && !am_page_fit (graph, engine->page, error))
    return FALSE;
  if (g_str_equal (format, "png") && engine->page == AM_DRAW_ANY_PAGE && !check_size (graph, error))
    return FALSE;
  if (g_str_equal (format, "pdf") && engine->page == AM_DRAW_ANY_PAGE)
    check_pdf (engine, graph);
  if (g_str_equal (format, "pdf"))
    return render_pdf (engine, gvc, graph, out, error);
  if (am_gvrender (gvc, graph, format, &data, &length) != 0 || data == NULL)
    return fail (error, "drawing");
  g_string_append_len (out, data, (gssize) length);
  gvFreeRenderData (data);
  return TRUE;
}

static gboolean
lay_out_and_render (const AmEngine *engine, GVC_t *gvc, Agraph_t *graph, const char *format,
                    GString *out, GError **error)
{
  if (gvc == NULL || gvLayout (gvc, graph, "dot") != 0)
    return fail (error, "the layout");
  gboolean drawn = am_graphviz_log_error () == NULL
                     ? render_layout (engine, gvc, graph, format, out, error)
                     : fail (error, "the layout");
  gvFreeLayout (gvc, graph);
  return drawn;
}

static gboolean
needs_fonts (const char *format)
{
  return g_str_equal (format, "png") || g_str_equal (format, "pdf");
}

static gboolean
knows_texts (Agraph_t *graph)
{
  const char *label = agget (graph, (char *) "label");

  if (label != NULL && !am_text_extent_knows (label))
    return FALSE;
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    {
      label = agget (node, (char *) "label");
      if (label != NULL && !am_text_extent_knows (label))
        return FALSE;
    }
  return TRUE;
}

/* An SVG is looked at where other fonts are. Where those here have the widths of Helvetica, the
   tables say as much as the fonts do, in a fraction of the time; the fonts are asked about what the
   tables do not know. */
static gboolean
measures_by_tables (const AmEngine *engine, Agraph_t *graph, const char *format)
{
  return engine->fast
      || (engine->usual_fonts && !needs_fonts (format) && knows_texts (graph)
          && am_font_is_like_helvetica ());
}

gboolean
am_engine_render (const AmEngine *engine, Agraph_t *graph, const char *format, GString *out,
                  GError **error)
{
  if (engine->fast && needs_fonts (format))
    {
      g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_FONTS,
                   "a %s cannot be drawn without fonts; SVG and DOT can", format);
      return FALSE;
    }
  if (g_str_equal (format, "png"))
    am_agattr (graph, AGRAPH, "dpi", G_STRINGIFY (PNG_DPI));
  am_graphviz_log_start (engine->map);
  gboolean by_tables = measures_by_tables (engine, graph, format);
  gboolean drawn = lay_out_and_render (engine, get_context (by_tables), graph, format, out, error);
  am_graphviz_log_stop (engine->remarks);
  return drawn;
}

gboolean
am_engine_fits (const AmEngine *engine, Agraph_t *graph, const char *format)
{
  GVC_t *gvc = get_context (measures_by_tables (engine, graph, format));

  am_graphviz_log_start (engine->map);
  gboolean fits = gvc != NULL && gvLayout (gvc, graph, "dot") == 0;
  if (fits)
    {
      fits = am_page_fit (graph, engine->page, NULL);
      gvFreeLayout (gvc, graph);
    }
  am_graphviz_log_stop (NULL);
  return fits;
}

gboolean
am_engine_has_font (const char *family)
{
  GVC_t *gvc = get_context (FALSE);

  am_graphviz_log_start (NULL);
  gboolean there = gvc == NULL || am_font_is_there (gvc, family);
  am_graphviz_log_stop (NULL);
  return there;
}

gboolean
am_engine_has_usual_font (void)
{
  if (am_font_is_like_helvetica ())
    return TRUE;
  GVC_t *gvc = get_context (FALSE);
  am_graphviz_log_start (NULL);
  gboolean usual = gvc == NULL || am_font_is_usual (gvc);
  am_graphviz_log_stop (NULL);
  return usual;
}

const char *
am_engine_version (void)
{
  static const lt_symlist_t nothing[] = { { NULL, NULL } };
  static char version[64];

  if (version[0] == '\0')
    {
      g_autoptr (GVC_t) gvc = gvContextPlugins (nothing, FALSE);
      g_snprintf (version, sizeof version, "Graphviz %s", gvcVersion (gvc));
    }
  return version;
}
