/* How one text became another, word by word or line by line. */

#pragma once

#include <glib.h>

typedef enum
{
  AM_EDIT_SAME,
  AM_EDIT_REMOVED,
  AM_EDIT_ADDED,
} AmEditKind;

typedef struct
{
  AmEditKind kind;
  char *text; /* one or more words, white space folded; never empty */
} AmEdit;

/* The steps from @old_text to @new_text, in order, what was removed before what was added in its
   place. NULL is a text without words. A word ends at white space; an ideograph is one. Words are
   the same that count as the same (base/normal.h). Both texts are valid UTF-8. Texts that have
   little in common, or differ in hundreds of words, are one removal and one addition: more could
   not be read, and would take long to find. (Myers 1986.) An array of AmEdit; free with
   g_array_unref(). */
GArray *am_edits_new (const char *old_text, const char *new_text);

/* Some lines of a text, one after the other. */
typedef struct
{
  guint first; /* how many lines stand before them */
  guint count;
  const char *text; /* in the text that was given; NULL where there are none */
  gsize length; /* without the end of the last line */
} AmLines;

/* Lines that others took the place of; one of the two may be none. */
typedef struct
{
  AmLines removed, added;
} AmLineEdit;

/* Where the lines of two texts differ, in order. The texts may hold any bytes; a line ends with LF
   or CR LF, and which does not count. Work is bounded: where hundreds of lines differ, what stands
   between the first and the last of them is one edit, and @cut is TRUE. An array of AmLineEdit,
   which points into both texts; free with g_array_unref(). */
GArray *am_edits_of_lines (const char *old_text, gsize old_length, const char *new_text,
                           gsize new_length, gboolean *cut);
