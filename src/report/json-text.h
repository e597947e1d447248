/* Texts in JSON that is written by hand. Floor 5. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text in quotes. What no terminal may get stands as \u009b: readers of JSON cannot tell, and readers of a screen are safe.
   Bytes that are no UTF-8 become U+FFFD. NULL is null. */
void am_json_append_text (GString *out, const char *text);

G_END_DECLS
