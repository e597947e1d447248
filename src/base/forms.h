/* Which texts are ids, numbers from 0 to 1, dates, language tags (forms.c), and URLs (urls.c). */

#pragma once

#include <glib.h>

/* ^[a-z0-9][a-z0-9._-]{0,63}$ */
gboolean am_value_is_id (const char *text);

/* The nearest valid id: lower case, everything else a hyphen. Caller owns it; NULL when nothing is
 * left of @text. */
char *am_value_suggest_id (const char *text);

/* Whether the number of JSON that @length bytes at @number write is from 0 to 1, or is 1: as it is
   written, and not as a double would round it. */
gboolean am_value_is_fraction (const char *number, gsize length);
gboolean am_value_is_one (const char *number, gsize length);

/* YYYY, YYYY-MM or YYYY-MM-DD of the Gregorian calendar. */
gboolean am_value_is_date (const char *text);

/* Written like one, whether the calendar has it or not. */
gboolean am_value_looks_like_date (const char *text);

/* An absolute http, https or mailto URI as RFC 3986 defines it, with a host or an address. */
gboolean am_value_is_url (const char *text);

/* What is wrong with @text, which is no such URL: "holds a space". Caller owns it, and @help: how
 * to mend it, or NULL. */
char *am_value_explain_url (const char *text, char **help);

/* What @text, which is no URL, is instead: a DOI, a path, an address without its beginning. A fault
   as am_value_explain_url() gives it, with the help; NULL when it is nothing that is known. Caller
   owns both. */
char *am_value_explain_identifier (const char *text, char **help);

/* What is odd about @url, which is one and unlikely to lead anywhere: "has more than the DOI after
   its host". NULL where nothing is; the caller owns it, and @help: how to mend it, or NULL. */
char *am_value_doubt_url (const char *url, char **help);

/* @text with spaces and what is not ASCII percent-encoded in its path, if that makes it a URL; else
 * NULL. Caller owns it. */
char *am_value_suggest_url (const char *text);

/* Well-formed by RFC 5646, section 2.1, grandfathered tags included; subtags are not looked up. */
gboolean am_value_is_language (const char *text);

/* Characters as people count them: marks that combine count for nothing. */
guint am_value_characters (const char *text);
