#include "base/guard.h"

#include "base/character.h"
#include "base/text.h"

#include <string.h>

/* Hosts trim white space of every script, and compare texts as people do, for whom what has no
   width is not there. */
static const char *
pass_over (const char *p, gboolean spaces)
{
  for (; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean unseen = am_character_is_unseen (c) || am_text_char_width (c) == 0;
      if (!unseen && !(spaces && g_unichar_isspace (c)))
        break;
    }
  return p;
}

const char *
am_guard_find_command (const char *line)
{
  const char *p = pass_over (line, TRUE);

  return *p == ':' && *pass_over (p + 1, FALSE) == ':' ? p : NULL;
}

gboolean
am_guard_opens_command (const char *text, const char *p)
{
  const char *word = p;

  if (*p != '[')
    return FALSE;
  while (word > text && g_ascii_isalpha (word[-1]))
    word--;
  return word - text >= 2 && word[-1] == '#' && word[-2] == '#';
}

static gboolean
has_command (const char *text)
{
  if (strstr (text, "##") != NULL)
    return TRUE;
  for (const char *p = text; am_guard_find_command (p) == NULL; p++)
    {
      p = strchr (p, '\n');
      if (p == NULL)
        return FALSE;
    }
  return TRUE;
}

void
am_guard_lines (GString *text)
{
  if (!has_command (text->str)) /* nearly always */
    return;
  g_autoptr (GString) out = g_string_sized_new (text->len + 16);
  const char *colon = NULL; /* the one that begins a command */

  for (const char *p = text->str; *p != '\0'; p++)
    {
      if (p == text->str || p[-1] == '\n')
        colon = am_guard_find_command (p);
      if (am_guard_opens_command (text->str, p))
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
      if (p == colon)
        g_string_append_c (out, ' ');
    }
  g_string_assign (text, out->str);
}

guint
am_guard_width (const char *text, guint width)
{
  guint needed = (strstr (text, "::") != NULL) + (strstr (text, "##") != NULL);

  return width > needed ? width - needed : width;
}

char *
am_guard_name (const char *path)
{
  g_autofree char *valid = g_filename_display_name (path);
  g_autofree char *clean = am_text_clean (valid);

  if (am_guard_find_command (clean) != NULL)
    return g_strconcat ("./", clean, NULL);
  return g_steal_pointer (&clean);
}
