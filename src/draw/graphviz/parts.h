/* What the engine is put together from. Private to draw/. */

#pragma once

#include "draw/draw.h"
#include "draw/graphviz/graphviz.h"

/* --- font.c: what fonts this machine has --- */

/* Whether what is drawn in the usual fonts is drawn in one that has the widths of Helvetica by its
   design. Asks fontconfig alone, which takes a fraction of what it takes to bring Pango up; asked
   once. FALSE as well where fontconfig is not found. */
gboolean am_font_is_like_helvetica (void);

/* Whether text is about as wide here as in Helvetica, by which others will see it. */
gboolean am_font_is_usual (GVC_t *gvc);

/* Whether there is a font called @family: then it does not matter what is named after it. Where all
 * fonts are alike, TRUE. */
gboolean am_font_is_there (GVC_t *gvc, const char *family);

/* --- measure.c: a plugin of Graphviz that measures text by draw/view/text-extent.h, in place of
   Pango, where speed or the same picture on every machine counts --- */

extern gvplugin_library_t am_measure_library;

/* --- page-fit.c: fitting a picture on a sheet of paper --- */

/* Makes @graph, which has been laid out, fill a page when it is rendered. FALSE with @error
   (AM_DRAW_ERROR_PAGE) when its text would be too small to read. */
gboolean am_page_fit (Agraph_t *graph, AmDrawPage page, GError **error);

/* --- plugins.c: the parts of Graphviz that argmap uses, handed over to it. Left to itself it reads
   a file that lists all of its plugins, which takes a third of the time of a small picture. They
   are opened when the first picture is drawn and never linked, so that a check does not pay for
   them --- */

/* A new context; caller frees it. @fast: texts are measured by measure.c instead of
   Pango, so there are no bitmaps and no PDF. Where the plugins are not found, or are made for
   another Graphviz, it finds its own. NULL when even that fails. */
GVC_t *am_plugins_open (gboolean fast);
