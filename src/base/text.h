/* UTF-8 text as people see it: width, wrapping, cleaning, counting. */

#pragma once

#include <glib.h>

/* Columns that @text takes on a terminal: 0 for combining marks, 2 for wide characters, else 1.
   @text is valid UTF-8;
   @length is in bytes, or -1 up to the NUL. */
guint am_text_width (const char *text, gssize length);

/* Columns of one character. */
guint am_text_char_width (gunichar c);

/* What is shown for the character at @p, which is in the valid text from @text up to @end, or its
   NUL where that is NULL: itself where it may stand (base/character.h), 0 for hints, a space for
   blanks, U+FFFD for the rest. */
gunichar am_text_shown (const char *text, const char *p, const char *end);

/* Appends @text for display on one line, as am_text_shown() has it: invalid bytes become U+FFFD,
   each tab and line end a space.
   @length in bytes or -1. */
void am_text_append_clean (GString *out, const char *text, gssize length);

/* The same as a new string. Caller owns it. */
char *am_text_clean (const char *text);

/* Whether a line may break at @c, and white space with it is folded: no-break spaces are none. */
gboolean am_text_is_space (gunichar c);

/* Characters of a text where it is mentioned beside others: what is longer is cut. Else a map in
   which many refer to one long text would be told in a length that goes with the square of its own.
 */
#define AM_TEXT_MOST_MENTIONED 500

/* @text, or its first @most − 1 characters and an ellipsis where it has more than @most. Caller
 * owns it. */
char *am_text_shorten (const char *text, glong most);

/* The first @words words of @text, folded, and an ellipsis where it has more, or more than
   @words × 9 characters. Caller owns it. */
char *am_text_first_words (const char *text, guint words);

/* White space folded to single spaces and trimmed at both ends. Caller owns it. */
char *am_text_fold_space (const char *text);

/* The same of the start of @text alone: its first @most characters at least, unless it has fewer,
   counted without the spaces that are folded. Caller owns it. */
char *am_text_fold_start (const char *text, glong most);

/* True when @text holds a DEL, which stands for what could not be read of it. */
gboolean am_text_is_damaged (const char *text);

/* Whether @text runs from right to left: whether the first of its letters does. */
gboolean am_text_is_rtl (const char *text);

/* Whether nothing of @text is seen when it is drawn: it is empty, or there is but space, what is
   unsafe, and what has no width. Such a text counts as empty everywhere. */
gboolean am_text_is_unseen (const char *text);

/* Breaks @text into lines of at most @width columns (at least 1): at white space, between
   ideographs, and inside a word only if the word alone is wider. White space is folded; a newline
   in @text is a space. Returns an array of strings, empty for blank text; free with
   g_ptr_array_unref(). */
GPtrArray *am_text_wrap (const char *text, guint width);

/* As am_text_wrap(), but with the narrowest width that gives the same number of lines, so that they
 * come out even. */
GPtrArray *am_text_wrap_balanced (const char *text, guint width);

/* Appends @text wrapped to @width columns; every line but the first begins with @indent spaces, the
   first is taken to begin at column @column (from 0). The indent is less where fewer than 8 columns
   would be left. No newline at the end. */
void am_text_append_wrapped (GString *out, const char *text, guint width, guint column,
                             guint indent);

/* "12,345": caller owns it. */
char *am_text_number (guint64 n);

/* "1 error", "2 errors", "12,345 errors": caller owns it. @plural NULL means @singular and an s. */
char *am_text_count (guint64 n, const char *singular, const char *plural);

/* "a", "a and b", "a, b and c" for strings and the word "and"; with so many @more "a, b and 12
 * others". "" for no items. Caller owns it. */
char *am_text_list (const GPtrArray *items, const char *word, guint more);
