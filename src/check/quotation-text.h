/* Finds the words of a quotation in the text of its source. Private to check/. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What counts when a quotation is compared: case is kept; white space, quotation marks, dashes, ellipses and soft hyphens are
   not told apart. @length in bytes, or -1. Caller owns it. */
char *am_quotation_normalise (const char *text, gssize length);

/* What stands between two gaps ("…", "[…]", "(…)") of a quotation. */
typedef struct
{
  char *text; /* normalised, never empty */
  gboolean cut_before; /* a gap touches it, so its first word need not be whole */
  gboolean cut_after;
} QuotationPart;

/* The parts of @quote: an array of QuotationPart, empty when nothing is quoted. Free with g_array_unref(). */
GArray *am_quotation_parts (const char *quote);

/* Whether @quote has no parts; quick where it has. */
gboolean am_quotation_is_empty (const char *quote);

/* The first place in @text, which is normalised, at or after @from where the words of @part stand; NULL when there is none. */
const char *am_quotation_find (const char *text, const char *from, const QuotationPart *part);

/* The word or words around the @length bytes at @where in @text. Caller owns it. */
char *am_quotation_whole_words (const char *text, const char *where, gsize length);

G_END_DECLS
