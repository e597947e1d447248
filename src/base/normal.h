/* What counts when two texts are compared: which of their differences nobody means.

   All of these count as the same, everywhere in argmap:
   - composed and decomposed letters (NFC); ligatures, full-width letters and other forms that
     Unicode calls compatible, and the letters that they stand for, but for super- and subscripts,
     fractions, and what stands in circles, brackets or squares;
   - white space of any kind and amount, at the ends none; no-break spaces and blanks as wide as a
     letter are white space;
   - quotation marks of any kind, apostrophes among them, and several in a row;
   - hyphens and dashes of any length; three dots and an ellipsis;
   - a word that a hyphen divides at the end of a line, and the word in one, with the hyphen or
     without it;
   - the tatweel, which makes Arabic words longer, and nothing;
   - what cannot be seen (am_character_is_unseen()): soft hyphens, marks of direction, variation
     selectors and the like. Joiners (U+200C, U+200D) count where they stand between two characters
     beyond Latin, Greek and Cyrillic: there they change how text and emoji look.

   Case, accents, super- and subscripts are differences: diff shows them, a quotation is to have
   them, and --tag goes by them. In two places less counts: capitals do not for names and repeated
   texts, nor marks of footnotes for quotations. The page has the same rules in page/normal.js, and
   its search passes over capitals and accents.

   The form of a text is what it is compared by. Where the text divides a word, the form has a
   U+00AD, and nobody knows whether there is a hyphen: so forms are compared by
   am_normal_same_forms(). A text with the hyphen and another without it both count as the same as
   the divided one, but not as one another. */

#pragma once

#include <glib.h>

/* The form of @text. Invalid bytes become U+FFFD. @length in bytes, or -1. Caller owns it. */
char *am_normal_text (const char *text, gssize length);

/* For quotations and what they are looked for in: without superscript marks of footnotes at or in a
 * word. Caller owns it. */
char *am_normal_quotation (const char *text, gssize length);

/* For names and repeated texts: without capitals. Caller owns it. */
char *am_normal_folded (const char *text);

/* Whether what has these forms counts as the same. */
gboolean am_normal_same_forms (const char *a, const char *b);

/* An order in which those come together that have the same am_normal_letters(), 0 for those that
 * count as the same. */
gint am_normal_compare_forms (const char *a, const char *b);

/* The form without its hyphens: equal for all that count as the same, and for some more. Caller
 * owns it. */
char *am_normal_letters (const char *form);

/* The form as if no divided word had a hyphen. Caller owns it. */
char *am_normal_joined (const char *form);

/* Whether a word is divided in it. */
gboolean am_normal_is_divided (const char *form);

/* The same of texts; NULL is "". */
gint am_normal_compare (const char *a, const char *b);
gboolean am_normal_equal (const char *a, const char *b);

/* Whether @text is its own am_normal_text(), told at a glance; most texts are. */
gboolean am_normal_is_plain (const char *text);
