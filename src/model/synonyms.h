/* What other tools, debaters and everyday English call the words and members of the format: one
   table, for "did you mean". */

#pragma once

#include <glib.h>

/* Whether @word is another word for @meant, a word or member of the format, or @meant itself in
   other letters: case and what parts words ("lawEnforcement", "law_enforcement") do not matter. */
gboolean am_synonym_is (const char *word, const char *meant);

/* The first of @choices (NULL-terminated) that @word is another word for; NULL where none is.
   Borrowed from @choices. */
const char *am_synonym_find (const char *word, const char *const *choices);

/* Which of @choices (NULL-terminated) was meant by @word, which is none of them: another word for
   it, one that is misspelt, or a phrase with such a word. NULL where nothing is clear. Borrowed
   from @choices. */
const char *am_synonym_guess (const char *word, const char *const *choices);

/* The same of the name of a member: not by phrases, in which "supported by" would be "by". */
const char *am_synonym_guess_name (const char *name, const char *const *names);
