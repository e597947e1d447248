/* JSON that is written as it goes: a tree of a large output would be many times its size. Every
   JSON that argmap writes goes through here. */

#pragma once

#include <glib.h>

#define AM_JSON_DEEPEST 128

typedef struct
{
  GString *out; /* borrowed */
  guint lines; /* in containers up to this depth (from 1) each entry has a line, indented */
  gboolean spaced; /* within a line: ", " and ": ", not "," and ":" */
  guint depth; /* private, as what follows: how many containers are open */
  gboolean empty; /* the innermost has no entry */
  char closing[AM_JSON_DEEPEST];
} AmJson;

/* A value. @name is that of a member, or NULL in an array and at the top. What is NULL, or NAN, is
 * null. */
void am_json_text (AmJson *json, const char *name, const char *text);
void am_json_count (AmJson *json, const char *name, guint64 count);
void am_json_number (AmJson *json, const char *name, double number);
void am_json_flag (AmJson *json, const char *name, gboolean flag);
void am_json_null (AmJson *json, const char *name);
/* @value is JSON already, of ours and on one line. */
void am_json_literal (AmJson *json, const char *name, const char *value);

/* Begin a container; what follows is in it, until its am_json_end(). No deeper than
 * AM_JSON_DEEPEST. */
void am_json_object (AmJson *json, const char *name);
void am_json_array (AmJson *json, const char *name);
void am_json_end (AmJson *json);

/* Appends @text in quotes, or null for NULL. What no output may hold raw (am_character_may_stand())
   stands as \u009b: readers of JSON cannot tell, and readers of a screen are safe. Bytes that are
   no UTF-8 become U+FFFD. */
void am_json_append_text (GString *out, const char *text);
