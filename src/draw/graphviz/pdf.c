#include "draw/graphviz/pdf.h"

#include "base/text.h"
#include "draw/draw.h"
#include "draw/graphviz/pdf-catalog.h"

#include <dlfcn.h>
#include <graphviz/gvplugin_device.h>
#include <string.h>

/* --- Cairo --- */

/* Of Cairo's interface, which has not changed since it got metadata. It is not linked, and its
   headers are not needed: where PDF can be drawn, Pango's plugin has brought the library along. */
typedef struct _CairoSurface CairoSurface;
typedef int (*CairoWrite) (void *closure, const unsigned char *data, unsigned int length);

enum
{
  CAIRO_PDF_1_4 = 0,
  CAIRO_TITLE = 0,
  CAIRO_AUTHOR = 1,
  CAIRO_SUBJECT = 2,
  CAIRO_CREATOR = 4,
  CAIRO_CREATE_DATE = 5,
};

static struct
{
  CairoSurface *(*pdf_surface_create_for_stream) (CairoWrite write, void *closure, double width,
                                                  double height);
  void (*pdf_surface_restrict_to_version) (CairoSurface *surface, int version);
  void (*pdf_surface_set_metadata) (CairoSurface *surface, int what, const char *text);
  void (*pdf_surface_set_size) (CairoSurface *surface, double width, double height);
  void (*surface_finish) (CairoSurface *surface);
  int (*surface_status) (CairoSurface *surface);
  void (*surface_destroy) (CairoSurface *surface);
  void *(*create) (CairoSurface *surface);
  void (*show_page) (void *context);
  int (*status) (void *context);
  void (*destroy) (void *context);
  const char *(*status_to_string) (int status);
} cairo;

#ifdef __APPLE__
#define CAIRO_FILE "libcairo.2.dylib"
#else
#define CAIRO_FILE "libcairo.so.2"
#endif

#define FIND(name)                                                                                 \
  {                                                                                                \
    "cairo_" #name, &cairo.name                                                                    \
  }

static gboolean
find_cairo (void)
{
  static const struct
  {
    const char *name;
    void *place; /* of a pointer to it */
  } functions[] = {
    FIND (pdf_surface_create_for_stream),
    FIND (pdf_surface_restrict_to_version),
    FIND (pdf_surface_set_metadata),
    FIND (pdf_surface_set_size),
    FIND (surface_finish),
    FIND (surface_status),
    FIND (surface_destroy),
    FIND (create),
    FIND (show_page),
    FIND (status),
    FIND (destroy),
    FIND (status_to_string),
  };
  static gboolean found;
  void *library =
      found ? NULL
            : dlopen (CAIRO_FILE, RTLD_LAZY | RTLD_LOCAL); /* stays open, as the plugins do */

  for (guint i = 0; library != NULL && i < G_N_ELEMENTS (functions); i++)
    {
      void *function = dlsym (library, functions[i].name);
      if (function == NULL)
        return FALSE;
      memcpy (functions[i].place, &function, sizeof function);
    }
  found = found || library != NULL;
  return found;
}

/* --- a device of Graphviz's that leaves the surface alone --- */

#define DEVICE "argmap-page"

/* Round a drawing that is not fitted on paper, in points: inside of its background (graph.c) and
 * outside. */
#define PADDING 18
#define MARGIN 36

/* As Pango's plugin has them for its own PDF, which ends the document after a page. */
static gvdevice_features_t features = {
  GVDEVICE_BINARY_FORMAT | GVRENDER_DOES_MAPS | GVRENDER_DOES_MAP_RECTANGLE
      | GVDEVICE_DOES_TRUECOLOR,
  { MARGIN, MARGIN },
  { 0, 0 },
  { 72, 72 },
};

/* An id that is none of the formats of Pango's plugin. */
static gvplugin_installed_t devices[] = { { 1000, DEVICE ":cairo", 1, NULL, &features },
                                          { 0, NULL, 0, NULL, NULL } };

static gvplugin_api_t apis[] = { { API_device, devices }, { (api_t) 0, NULL } };

static gvplugin_library_t library = { (char *) "argmap-pdf", apis };

void
am_pdf_prepare (GVC_t *gvc)
{
  gvAddLibrary (gvc, &library);
}

/* --- the document --- */

struct _AmPdf
{
  CairoSurface *surface;
  void *context; /* a cairo_t */
  GString *bytes;
  char *language;
};

static int
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return 0;
}

static void
set_metadata (AmPdf *pdf, int what, const char *text)
{
  g_autofree char *clean = text != NULL ? am_text_clean (text) : NULL;
  cairo.pdf_surface_set_metadata (pdf->surface, what, clean);
}

AmPdf *
am_pdf_new (const AmPdfAbout *about, GError **error)
{
  if (!find_cairo ())
    {
      g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ,
                   "a PDF needs Cairo 1.16 or later, which was not found");
      return NULL;
    }
  AmPdf *pdf = g_new0 (AmPdf, 1);
  pdf->bytes = g_string_new (NULL);
  pdf->language = g_strdup (about->language);
  pdf->surface = cairo.pdf_surface_create_for_stream (write_bytes, pdf->bytes, 1, 1);
  cairo.pdf_surface_restrict_to_version (
      pdf->surface, CAIRO_PDF_1_4); /* later ones hide the catalog in a compressed stream */
  set_metadata (pdf, CAIRO_TITLE, about->title);
  set_metadata (pdf, CAIRO_AUTHOR, about->author);
  set_metadata (pdf, CAIRO_SUBJECT, about->subject);
  set_metadata (pdf, CAIRO_CREATOR, "argmap");
  set_metadata (pdf, CAIRO_CREATE_DATE, NULL);
  pdf->context = cairo.create (pdf->surface);
  return pdf;
}

void
am_pdf_free (AmPdf *pdf)
{
  cairo.destroy (pdf->context);
  cairo.surface_destroy (pdf->surface);
  g_string_free (pdf->bytes, TRUE);
  g_free (pdf->language);
  g_free (pdf);
}

/* A page has the size of its paper, or that of the drawing with what Graphviz is told to put round
 * it. */
static void
set_page_size (AmPdf *pdf, Agraph_t *graph)
{
  boxf box = GD_bb (graph);
  pointf paper = GD_drawing (graph)->size;

  if (paper.x > 0 && paper.y > 0)
    cairo.pdf_surface_set_size (pdf->surface, paper.x, paper.y);
  else
    cairo.pdf_surface_set_size (pdf->surface, box.UR.x - box.LL.x + 2 * (PADDING + MARGIN),
                                box.UR.y - box.LL.y + 2 * (PADDING + MARGIN));
}

gboolean
am_pdf_add_page (AmPdf *pdf, GVC_t *gvc, Agraph_t *graph)
{
  set_page_size (pdf, graph);
  if (gvRenderContext (gvc, graph, DEVICE, pdf->context) != 0)
    return FALSE;
  cairo.show_page (pdf->context);
  return TRUE;
}

gboolean
am_pdf_finish (AmPdf *pdf, GString *out, GError **error)
{
  int status = cairo.status (pdf->context);

  cairo.surface_finish (pdf->surface);
  if (status == 0)
    status = cairo.surface_status (pdf->surface);
  if (status != 0)
    g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ, "drawing failed: Cairo says \"%s\"",
                 cairo.status_to_string (status));
  else
    {
      am_pdf_catalog_complete (pdf->bytes, pdf->language);
      g_string_append_len (out, pdf->bytes->str, (gssize) pdf->bytes->len);
    }
  return status == 0;
}
