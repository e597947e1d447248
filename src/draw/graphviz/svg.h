/* What Graphviz's SVG lacks: texts for those who do not see the picture, and colours for those who
   read on a dark screen. Private to draw/. */

#pragma once

#include "draw/graph/style.h"
#include "draw/graph/texts.h"

/* Appends the SVG that Graphviz made, in @svg, to @out, completed. Its style reaches nothing
   outside of it, and the ids of its title and description are those of no other picture. FALSE with
   @error (AM_DRAW_ERROR) when @svg is not well-formed. */
gboolean am_svg_complete (const char *svg, gsize length, const AmSvgTexts *texts,
                          const AmStyle *style, GString *out, GError **error);
