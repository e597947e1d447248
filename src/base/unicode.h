/* Unicode normalisation whose cost goes with the length of the text. */

#pragma once

#include <glib.h>

/* As g_utf8_normalize(), whose time grows with the square of how many marks follow one letter, and
   which needs several times the memory of the text. So a long text is normalised piece by piece: in
   ASCII it is as it should be already, and after 30 marks a new piece begins, as in the Stream-Safe
   Text Format of Unicode's annex 15. Marks beyond that are put into no order with those before.
   @text is valid UTF-8, @length in bytes or -1. Caller owns it. */
char *am_unicode_normalize (const char *text, gssize length, GNormalizeMode mode);
