/* Texts in JSON that is written by hand. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text in quotes. What no output may hold raw (am_character_is_unsafe()) stands as \u009b: readers of JSON cannot tell,
   and readers of a screen are safe. Bytes that are no UTF-8 become U+FFFD. NULL is null. */
void am_json_append_text (GString *out, const char *text);

/* The same for what a library has printed: appends @json, whose texts are in quotes already. Every JSON that argmap writes goes
   through this function or the one above. */
void am_json_append_printed (GString *out, const char *json);

G_END_DECLS
