/* Texts that look the same and are not: an invisible character, a letter of another script, an
 * accent on its own. All texts are valid UTF-8. */

#pragma once

#include <glib.h>

/* What a reader takes @text for: without what cannot be seen, white space folded and trimmed,
   letters that look like those of ASCII written in ASCII, everything else decomposed. For
   comparing, not for showing. Caller owns it. */
char *am_lookalike_skeleton (const char *text);

/* Whether two texts that differ look the same. */
gboolean am_lookalike_same (const char *a, const char *b);

/* Why two texts that look the same differ, with what each of them is called: "what is written ends
   with U+200B ZERO WIDTH SPACE, which cannot be seen". NULL where they are equal or do not look the
   same. Caller owns it. */
char *am_lookalike_explain (const char *a, const char *a_called, const char *b,
                            const char *b_called);

/* The one character of ASCII that @c, which is none, looks like; or 0. */
gunichar am_lookalike_ascii (gunichar c);

/* Names the first character of @text that cannot be seen, or that stands beside a letter of ASCII
   and only looks like one. NULL when there is none. Caller owns it. */
char *am_lookalike_remark (const char *text, const char *called);
