/* What counts when two texts are compared: which of their differences nobody means.

   All of these count as the same, everywhere in argmap:
   - composed and decomposed letters (NFC); ligatures and other presentation forms, and the letters that they stand for;
   - white space of any kind and amount, at the ends none; no-break spaces are white space;
   - curly, low, angled and straight quotation marks, single ones among themselves and double ones among themselves;
   - hyphens and dashes of any length; three dots and an ellipsis;
   - a word that a hyphen divides at the end of a line, and the word in one;
   - what cannot be seen (am_character_is_unseen()): soft hyphens, marks of direction, variation selectors and the like. Joiners
     (U+200C, U+200D) count where they stand between two characters beyond Latin, Greek and Cyrillic: there they change how
     text and emoji look.
   Case, accents, super- and subscripts are differences. The page has the same rules in page/normal.js. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Equal for texts that count as the same. Invalid bytes become U+FFFD. @length in bytes, or -1. Caller owns it. */
char *am_normal_text (const char *text, gssize length);

/* For quotations and what they are looked for in: moreover, all quotation marks are the same, and several in a row are one, as a
   quotation within one has the other sort and may end with it; joiners do not count, nor do superscript marks of footnotes at or
   in a word. Caller owns it. */
char *am_normal_quotation (const char *text, gssize length);

/* For names and repeated texts: moreover, capitals do not count, nor do forms that Unicode calls compatible, such as fullwidth
   letters. Caller owns it. */
char *am_normal_folded (const char *text);

/* An order of texts in which those come together that count as the same; NULL is "". */
gint am_normal_compare (const char *a, const char *b);
gboolean am_normal_equal (const char *a, const char *b);

/* Whether @text is its own am_normal_text(), told at a glance; most texts are. */
gboolean am_normal_is_plain (const char *text);

G_END_DECLS
