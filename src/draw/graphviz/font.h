/* What fonts this machine has. Private to draw/. */

#pragma once

#include "draw/graphviz/graphviz.h"

/* Whether what is drawn in the usual fonts is drawn in one that has the widths of Helvetica by its
   design. Asks fontconfig alone, which takes a fraction of what it takes to bring Pango up; asked
   once. FALSE as well where fontconfig is not found. */
gboolean am_font_is_like_helvetica (void);

/* Whether text is about as wide here as in Helvetica, by which others will see it. */
gboolean am_font_is_usual (GVC_t *gvc);

/* Whether there is a font called @family: then it does not matter what is named after it. Where all
 * fonts are alike, TRUE. */
gboolean am_font_is_there (GVC_t *gvc, const char *family);
