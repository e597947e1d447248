/* What changed in the lines of a file that is no map, or cannot be compared as one. */

#pragma once

#include "base/source.h"

/* So many lines that differ are shown, and so many bytes of each: what is longer was not written to
   be read by line. */
#define AM_LINES_MOST 200
#define AM_LINES_MOST_BYTES 400

/* Appends what differs, without what is around it: "@@ -FIRST,COUNT +FIRST,COUNT @@", then the
   removed lines after "-" and the added ones after "+". What was cut off is counted; @all cuts off
   no line. Of binary contents only the sizes are said. Every line that is appended begins with
   "@@", "-", "+" or a letter. */
void am_lines_write (const AmSource *before, const AmSource *after, gboolean all, GString *out);
