/* The head of a picture as an HTML-like label: title, question, reading aid and legend. Private to
 * draw/ and page/. */

#pragma once

#include "draw/graph/palette.h"
#include "draw/view/view.h"

/* What of the map is in the picture, and so is explained in the legend. */
typedef struct
{
  gboolean support, rebut, undercut, linked, implicit, undecided, out, more, see, marks[AM_N_MARKS];
} AmFeatures;

/* The title of a map, or that there is none to be seen. */
const char *am_legend_title (const AmMap *map);

/* The language of its texts; NULL where none is given that is one. */
const char *am_legend_language (const AmMap *map);

/* What the picture is, in words. Caller owns it. */
char *am_legend_description (const AmView *view);

/* Between a name in the key and what its bearer says of the resolution: a no-break space first. */
#define AM_STANCE_MARK "\302\240· "

/* Appends title, question, reading aid and key. */
void am_legend_append (GString *out, const AmStyle *style, const AmView *view,
                       const AmPalette *palette, const AmFeatures *features);
