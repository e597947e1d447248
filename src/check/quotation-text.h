/* Finds the words of a quotation in the text of its source. Private to check/. */

#pragma once

#include <glib.h>

/* Where a line divides a word, nobody knows whether its hyphen belongs to the word. So in words
   that are divided somewhere, no hyphen counts. Adds the words that @form (base/normal.h) divides
   to @words, without their hyphens. */
void am_quotation_add_divided (GHashTable *words, const char *form);

/* @form without the hyphens of words that are in @words. Caller owns it. */
char *am_quotation_without_hyphens (const char *form, GHashTable *words);

/* What stands between two gaps ("…", "[…]", "(…)") of a quotation. */
typedef struct
{
  char *text; /* as am_normal_quotation() leaves it, undivided, never empty */
  gboolean cut_before; /* a gap touches it, so its first word need not be whole */
  gboolean cut_after;
} QuotationPart;

/* The parts of @quote, without hyphens in @words if that is not NULL: an array of QuotationPart,
   empty when nothing is quoted. Free with g_array_unref(). */
GArray *am_quotation_parts (const char *quote, GHashTable *words);

/* Whether @quote has no parts; quick where it has. */
gboolean am_quotation_is_empty (const char *quote);

/* Whether @at is within a word of @text. An apostrophe keeps what follows it, as in "can't", so
   "can" is not there; but what follows may stand alone, as in "l'homme". */
gboolean am_quotation_is_in_word (const char *text, const char *at);

/* The word or words around the @length bytes at @where in @text. Caller owns it. */
char *am_quotation_whole_words (const char *text, const char *where, gsize length);
