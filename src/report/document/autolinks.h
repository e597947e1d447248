/* What GitHub and GitLab make links, mentions and references of when a page has been made of
   Markdown. No escape stops that, as they look at the finished text; a character without width
   in the middle of it does. Private to report/document/. */

#pragma once

#include <glib.h>

/* A walk through a text, character by character; start with { NULL, NULL }. */
typedef struct
{
  const char *hash, *hash_end; /* the hexadecimal word that was met last */
} AmReferences;

/* Whether a break belongs between the character at @p and the one after it. @text is UTF-8; @p
   goes through it in order. */
gboolean am_references_break_after (AmReferences *walk, const char *text, const char *p);
