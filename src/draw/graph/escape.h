/* Everything in a map is untrusted: no text of it reaches Graphviz or a file but through here.
 * Private to draw/. */

#pragma once

#include <glib.h>

/* Appends @text for a plain attribute (tooltip, id): controls and bidirectional overrides dropped,
   &, <, > and " as entities, a backslash four times, newlines as \n. */
void am_escape_attribute (GString *out, const char *text);

/* Appends @text for the inside of an HTML-like label: the same, but a backslash becomes &#92;&#92;
   and a newline a space. Never nothing: a space stands for what is empty. */
void am_escape_label (GString *out, const char *text);

/* Appends @text for what is between the tags of XML or in an attribute: controls and bidirectional
   overrides dropped, &, <, >, " and ' as entities. */
void am_escape_xml (GString *out, const char *text);

/* What am_escape_attribute() appends, as a new string. Caller owns it. */
char *am_escaped_attribute (const char *text);
