/* How much room a text takes, without fonts: by the widths of Helvetica, which Arial and Liberation
 * Sans share. Private to draw/. */

#pragma once

#include <glib.h>

/* Width of @text, valid UTF-8, in units of the size of the font. */
double am_text_extent (const char *text, gboolean bold);

/* Points that a cell must have for @text, valid UTF-8, at @size points, wherever the picture is
   looked at. Pango measures for a screen and may round each letter down, while what shows an SVG
   does not. What the tables do not know counts nothing. */
guint am_text_extent_room (const char *text, gboolean bold, double size);

/* Whether the tables know the width of every character of @text, valid UTF-8. */
gboolean am_text_extent_knows (const char *text);
