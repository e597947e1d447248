#include "report/document/autolinks.h"

#include <string.h>

#define SHORTEST_HASH 7 /* hexadecimal digits that name a commit */

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* What a name may begin with. */
static gboolean
begins_name (char c)
{
  return is_word (c) || c == '.' || c == '-' || c == '"' || (guchar) c >= 0x80;
}

/* How many characters before @p are among @set. */
static gsize
span_before (const char *text, const char *p, gboolean (*is_in) (char c))
{
  gsize length = 0;

  while ((gsize) (p - text) > length && is_in (p[-1 - (gssize) length]))
    length++;
  return length;
}

/* --- names and addresses --- */

/* :smile: */
static gboolean
begins_emoji (const char *p)
{
  const char *end = p + 1;

  while (is_word (*end) || *end == '+' || *end == '-')
    end++;
  return *end == ':' && end > p + 1;
}

/* [issue:1, *iteration:1, mailto:a */
static gboolean
is_after_kind (const char *text, const char *p)
{
  gsize length = span_before (text, p, is_word);
  const char *word = p - length;

  if (length == 0 || !is_word (p[1]))
    return FALSE;
  return (word > text && strchr ("[*", word[-1]) != NULL)
      || (length == 6 && g_ascii_strncasecmp (word, "mailto", 6) == 0)
      || (length == 4 && g_ascii_strncasecmp (word, "xmpp", 4) == 0);
}

/* https://, :smile: and the like */
static gboolean
colon_begins (const char *text, const char *p)
{
  return g_str_has_prefix (p, "://") || begins_emoji (p) || is_after_kind (text, p);
}

/* GH-1, ABC-1, GHSA-abcd */
static gboolean
hyphen_joins_key (const char *text, const char *p)
{
  gsize length = span_before (text, p, is_word);
  const char *word = p - length;

  if (length < 2 || !g_ascii_isalnum (p[1]))
    return FALSE;
  if (length == 4 && g_ascii_strncasecmp (word, "GHSA", 4) == 0)
    return TRUE;
  if (!g_ascii_isdigit (p[1]) || !g_ascii_isalpha (word[0]))
    return FALSE;
  if (length == 2 && g_ascii_tolower (word[0]) == 'g' && strchr ("hHlL", word[1]) != NULL)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_islower (word[i]))
      return FALSE;
  return TRUE;
}

/* [ ] and [x] of a task at the start of a text or a span, [[page]], [TOC], [+ and [- of words
   that changed */
static gboolean
bracket_begins (const char *text, const char *p)
{
  gboolean first = p == text || ((guchar) p[-1] < ' ');

  return (first && p[1] != '\0' && strchr (" xX~", p[1]) != NULL && p[2] == ']')
      || g_str_has_prefix (p, "[TOC]") || (p[1] != '\0' && strchr ("[+-", p[1]) != NULL);
}

static gboolean
is_path (char c)
{
  return is_word (c) || c == '.' || c == '-' || c == '/';
}

/* group/project> */
static gboolean
ends_project (const char *text, const char *p)
{
  gsize length = p[1] == '>' && is_path (*p) ? span_before (text, p, is_path) : 0;

  return memchr (p - length, '/', length) != NULL;
}

/* www. */
static gboolean
ends_www (const char *text, const char *p)
{
  return p[1] == '.' && p - text >= 2 && g_ascii_strncasecmp (p - 2, "www", 3) == 0;
}

/* --- hashes of commits --- */

static gboolean
breaks_hash (AmReferences *walk, const char *text, const char *p)
{
  if (!g_ascii_isxdigit (*p))
    return FALSE;
  if ((walk->hash_end == NULL || p >= walk->hash_end) && (p == text || !is_word (p[-1])))
    {
      walk->hash = walk->hash_end = p;
      while (g_ascii_isxdigit (*walk->hash_end))
        walk->hash_end++;
      if (is_word (*walk->hash_end) || walk->hash_end - p < SHORTEST_HASH)
        walk->hash_end = p;
    }
  return walk->hash_end != NULL && p + 1 < walk->hash_end
      && (p + 1 - walk->hash) % (SHORTEST_HASH - 1) == 0;
}

gboolean
am_references_break_after (AmReferences *walk, const char *text, const char *p)
{
  switch (*p)
    {
    case '@':
    case '~':
    case '%':
      return begins_name (p[1]);
    case '#':
    case '!':
    case '$':
    case '&':
      return g_ascii_isdigit (p[1]);
    case ':':
      return colon_begins (text, p);
    case '-':
      return hyphen_joins_key (text, p);
    case '[':
      return bracket_begins (text, p);
    case '{':
      return p[1] == '+' || p[1] == '-';
    default:
      return ends_www (text, p) || ends_project (text, p) || breaks_hash (walk, text, p);
    }
}
