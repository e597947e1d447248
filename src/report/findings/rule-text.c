#include "report/findings/rule-text.h"

#include <string.h>

/* Made from docs/rules.md: its lines, and NULL. */
extern const char *const am_rules_document[];

/* The heading of a rule's section: ### `slug` */
static gboolean
is_heading_of (const char *line, const char *slug)
{
  gsize length = strlen (slug);
  return g_str_has_prefix (line, "### `") && strncmp (line + 5, slug, length) == 0
      && line[5 + length] == '`';
}

/* The first line of the section; sections end at the next heading. */
static const char *const *
find_section (AmRule rule)
{
  const char *slug = am_rule_info (rule)->slug;
  const char *const *line = am_rules_document;

  while (*line != NULL && !is_heading_of (*line, slug))
    line++;
  if (*line != NULL)
    line++;
  while (*line != NULL && **line == '\0')
    line++;
  return line;
}

static gboolean
ends_section (const char *line)
{
  return line == NULL || g_str_has_prefix (line, "## ") || g_str_has_prefix (line, "### ");
}

static char *
finish (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

char *
am_explain_markdown (AmRule rule)
{
  GString *out = g_string_new (NULL);

  for (const char *const *line = find_section (rule); !ends_section (*line); line++)
    g_string_append_printf (out, "%s\n", *line);
  return finish (out);
}

/* A line of prose without its marks: **strong**, `code`, [text](target). */
static void
append_plain (GString *out, const char *line)
{
  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '`' || (p[0] == '*' && (p[1] == '*' || (p > line && p[-1] == '*'))))
        continue;
      if (p[0] == ']' && p[1] == '(' && strchr (p, ')') != NULL)
        p = strchr (p, ')');
      else if (*p != '[' || strstr (p, "](") == NULL)
        g_string_append_c (out, *p);
    }
}

char *
am_explain_text (AmRule rule)
{
  GString *out = g_string_new (NULL);
  gboolean code = FALSE;

  for (const char *const *line = find_section (rule); !ends_section (*line); line++)
    {
      if (g_str_has_prefix (*line, "```"))
        {
          code = !code;
          continue;
        }
      if (code && **line != '\0')
        g_string_append_printf (out, "    %s", *line);
      else
        append_plain (out, *line);
      g_string_append_c (out, '\n');
    }
  return finish (out);
}

char *
am_explain_briefly (AmRule rule)
{
  GString *out = g_string_new (NULL);
  const char *const *line = find_section (rule);

  while (!ends_section (*line) && **line != '\0') /* the line with the level */
    line++;
  while (!ends_section (*line) && **line == '\0')
    line++;
  for (; !ends_section (*line) && **line != '\0'; line++)
    {
      if (out->len > 0)
        g_string_append_c (out, ' ');
      append_plain (out, *line);
    }
  return g_string_free (out, FALSE);
}
