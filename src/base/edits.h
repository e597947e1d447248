/* How one text became another, word by word. Floor 0: anyone may include it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

/* The steps from @old_text to @new_text, in order, what was removed before what was added in its place. NULL is a text without words. A
   word ends at white space; an ideograph is one. Both texts are valid UTF-8. Texts that have little in common, or differ in
   hundreds of words, are one removal and one addition: more could not be read, and would take long to find. (Myers 1986.)
   An array of AmEdit; free with g_array_unref(). */
GArray *am_edits_new (const char *old_text, const char *new_text);

G_END_DECLS
