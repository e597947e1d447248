/* What Cairo cannot say in the catalog of a PDF. Private to draw/. */

#pragma once

#include <glib.h>

/* Says in the catalog of @pdf, a document with a cross-reference table (PDF 1.4), that its language
   is @language, unless that is NULL, and that its title is what a reader shows above the window.
   Objects that the table names and that are not there are taken out of it. A document of another
   make is left as it is, and FALSE returned. */
gboolean am_pdf_catalog_complete (GString *pdf, const char *language);
