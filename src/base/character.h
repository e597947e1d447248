/* Single characters: which may not be printed, which cannot be seen, which look like others, and
 * what they are called. */

#pragma once

#include <glib.h>

/* True for what no output may hold raw: C0 controls, DEL, C1 controls; all that controls direction
   (Unicode's Bidi_Control, the marks U+061C, U+200E and U+200F among them); line and paragraph
   separators; deprecated format characters, annotation marks, tags; noncharacters. Tab and newline
   are controls as well. */
gboolean am_character_is_unsafe (gunichar c);

/* True for those that are not seen and that honest text holds: the marks of direction of Hebrew and
   Arabic text, the tags of some flags, soft hyphens, joiners. Where others are replaced by U+FFFD,
   these are left out. */
gboolean am_character_is_hint (gunichar c);

/* Whether the character at @p, which is in the valid text from @text up to @end, or its NUL where
   that is NULL, may be printed as it is: it is safe, and seen or needed there. Needed are joiners
   and variation selectors where they change how their neighbours look, fillers within old Hangul,
   blanks within Braille, and zero width spaces in scripts whose lines break nowhere else. */
gboolean am_character_may_stand (const char *text, const char *p, const char *end);

/* Whether nothing is seen of it and it takes no room: what is unsafe, format characters, variation
   selectors, fillers. Spaces and accents are something else. */
gboolean am_character_is_unseen (gunichar c);

/* Whether it is blank and as wide as a letter, so that it is taken for a space: BRAILLE PATTERN
 * BLANK, HANGUL FILLER. */
gboolean am_character_is_blank (gunichar c);

/* Whether a joiner (U+200C, U+200D) beside it changes how it is drawn: letters and marks of other
   scripts than Latin, Greek and Cyrillic, and emoji. */
gboolean am_character_can_be_joined (gunichar c);

/* Whether it is written for an apostrophe: typewriters, keyboards and typesetters have different
 * ones. */
gboolean am_character_is_apostrophe (gunichar c);

/* Whether it is written for a quotation mark, single or double: apostrophes as well, and primes. */
gboolean am_character_is_quotation_mark (gunichar c);

/* The character of ASCII that it is drawn like, or 0. Fullwidth forms and the like are left to
 * normalisation. */
char am_character_lookalike (gunichar c);

/* "U+200B ZERO WIDTH SPACE"; the number alone where base/characters.def has no name. Caller owns
 * it. */
char *am_character_describe (gunichar c);

/* Appends \u200b, or the pair of escapes that JSON has for a character above U+FFFF. */
void am_character_append_escape (GString *out, gunichar c);
