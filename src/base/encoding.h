/* Byte order marks, and text that is not UTF-8. */

#pragma once

#include <glib.h>

/* The bytes of the byte order mark of UTF-8 that @text begins with: 3 or 0. */
gsize am_encoding_mark (const char *text, gsize length);

/* "UTF-16, little-endian", "UTF-32, big-endian" …: what @text is by its byte order mark or, where
   it begins with a character of ASCII, by the zeros around that. NULL when it may be UTF-8. */
const char *am_encoding_guess (const char *text, gsize length);

/* The same for what may hold NULs for other reasons, such as a list of names of files: without a
 * mark, most of it must look so. */
const char *am_encoding_guess_text (const char *text, gsize length);

/* UTF-16 with a byte order mark as UTF-8 without one, or NULL where it has no mark or is not
 * well-formed. Caller owns it. */
char *am_encoding_read_utf16 (const char *text, gsize length, gsize *read);
