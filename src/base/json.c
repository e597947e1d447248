#include "base/json.h"

#include "base/character.h"

#include <string.h>

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

void
am_json_append_printed (GString *out, const char *json)
{
  g_autofree char *valid = g_utf8_make_valid (json, -1);

  for (const char *p = valid; *p != '\0';)
    {
      gsize plain = 0;
      while (p[plain] == '\n' || p[plain] == '\t' || (p[plain] >= ' ' && p[plain] < 0x7F))
        plain++;
      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      gunichar c = g_utf8_get_char (p);
      if (!am_character_may_stand (valid, p, NULL)) /* in a text: it is nowhere else in what is printed */
        am_character_append_escape (out, c);
      else
        g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }
}
