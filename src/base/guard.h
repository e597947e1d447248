/* Lines that the host of a build would take for commands to itself: "::error::…" of GitHub,
   "##[…]" and "##vso[…]" of Azure, "##teamcity[…]". What a map or the name of a file says may
   not give any. */

#pragma once

#include <glib.h>

/* The "::" with which @line begins, after white space and what has no width, or NULL. @line is
   valid UTF-8. */
const char *am_guard_find_command (const char *line);

/* Whether the bracket at @p in @text ends the beginning of a command, wherever in a line it is:
   "##[", "##vso[". */
gboolean am_guard_opens_command (const char *text, const char *p);

/* Parts such beginnings, by a space, in all lines of @text. @text is valid UTF-8. */
void am_guard_lines (GString *text);

/* Of @width columns those to wrap @text to, so that am_guard_lines() has room in each line. */
guint am_guard_width (const char *text, guint width);

/* The name of a file for the start of a line, cleaned: "./::error::x.json". Caller owns it. */
char *am_guard_name (const char *path);
