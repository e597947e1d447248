#include "base/json.h"

#include "base/character.h"

#include <math.h>

static void
append_character (GString *out, const char *text, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  static const char named[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (const char *pair = named; *pair != '\0'; pair += 2)
    if (c == (guchar) pair[0])
      {
        g_string_append_c (out, '\\');
        g_string_append_c (out, pair[1]);
        return;
      }
  if (!am_character_may_stand (text, p, NULL))
    am_character_append_escape (out, c);
  else
    g_string_append_unichar (out, c);
}

void
am_json_append_text (GString *out, const char *text)
{
  g_autofree char *mended = NULL;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      mended = g_utf8_make_valid (text, -1);
      text = mended;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0';)
    {
      gsize plain = 0; /* most of most texts */
      while (p[plain] >= ' ' && p[plain] < 0x7F && p[plain] != '"' && p[plain] != '\\')
        plain++;
      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      append_character (out, text, p);
      p = g_utf8_next_char (p);
    }
  g_string_append_c (out, '"');
}

/* --- values and containers --- */

static void
begin_line (AmJson *json)
{
  g_string_append_c (json->out, '\n');
  for (guint i = 0; i < json->depth; i++)
    g_string_append (json->out, "  ");
}

static void
begin_entry (AmJson *json, const char *name)
{
  gboolean own_line = json->depth <= json->lines;

  if (json->depth > 0)
    {
      if (!json->empty)
        g_string_append (json->out, json->spaced && !own_line ? ", " : ",");
      if (own_line)
        begin_line (json);
    }
  json->empty = FALSE;
  if (name == NULL)
    return;
  am_json_append_text (json->out, name);
  g_string_append (json->out, json->spaced ? ": " : ":");
}

void
am_json_text (AmJson *json, const char *name, const char *text)
{
  begin_entry (json, name);
  am_json_append_text (json->out, text);
}

void
am_json_count (AmJson *json, const char *name, guint64 count)
{
  begin_entry (json, name);
  g_string_append_printf (json->out, "%" G_GUINT64_FORMAT, count);
}

/* With as few digits as say which number it is. */
void
am_json_number (AmJson *json, const char *name, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_entry (json, name);
  if (isnan (number))
    {
      g_string_append (json->out, "null");
      return;
    }
  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  if (g_ascii_strtod (digits, NULL) != number)
    g_ascii_formatd (digits, sizeof digits, "%.17g", number);
  g_string_append (json->out, digits);
}

void
am_json_flag (AmJson *json, const char *name, gboolean flag)
{
  begin_entry (json, name);
  g_string_append (json->out, flag ? "true" : "false");
}

void
am_json_null (AmJson *json, const char *name)
{
  am_json_text (json, name, NULL);
}

void
am_json_literal (AmJson *json, const char *name, const char *value)
{
  begin_entry (json, name);
  g_string_append (json->out, value);
}

static void
begin_container (AmJson *json, const char *name, char opening, char closing)
{
  g_assert (json->depth < AM_JSON_DEEPEST);
  begin_entry (json, name);
  g_string_append_c (json->out, opening);
  json->closing[json->depth++] = closing;
  json->empty = TRUE;
}

void
am_json_object (AmJson *json, const char *name)
{
  begin_container (json, name, '{', '}');
}

void
am_json_array (AmJson *json, const char *name)
{
  begin_container (json, name, '[', ']');
}

void
am_json_end (AmJson *json)
{
  gboolean own_line = json->depth <= json->lines && !json->empty;

  g_assert (json->depth > 0);
  json->depth--;
  if (own_line)
    begin_line (json);
  g_string_append_c (json->out, json->closing[json->depth]);
  json->empty = FALSE;
}
