/* PDF documents: pages that Graphviz draws, on a surface of Cairo that is ours, so that the
   document says what it is and when it was drawn makes no difference. Private to draw/. */

#pragma once

#include "draw/graphviz/graphviz.h"

typedef struct _AmPdf AmPdf;

/* What a document says of itself. Each may be NULL. */
typedef struct
{
  const char *title, *author, *subject;
  const char *language; /* a language tag */
} AmPdfAbout;

/* Lets @gvc draw pages of PDF: to be called once, with a context that draws by Pango. */
void am_pdf_prepare (GVC_t *gvc);

/* A document without pages. NULL with @error (AM_DRAW_ERROR) where Cairo is missing or too old.
 * Free with am_pdf_free(). */
AmPdf *am_pdf_new (const AmPdfAbout *about, GError **error);
void am_pdf_free (AmPdf *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmPdf, am_pdf_free)

/* Appends @graph, which is laid out, as a page. A graph that is not fitted on paper gets a margin.
 * FALSE when Graphviz fails. */
gboolean am_pdf_add_page (AmPdf *pdf, GVC_t *gvc, Agraph_t *graph);

/* Ends the document, and appends it to @out. FALSE with @error (AM_DRAW_ERROR) when Cairo failed on
   the way, and then nothing is appended. */
gboolean am_pdf_finish (AmPdf *pdf, GString *out, GError **error);
