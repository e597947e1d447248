#include "base/place.h"

#include <string.h>

/* All of this runs over text that the scanner has accepted, so it looks only for ends. Raw NULs
 * count as spaces, as there. */

static gsize
skip_space (const AmSource *source, gsize at)
{
  while (at < source->length
         && (source->text[at] == '\0' || strchr (" \t\r\n", source->text[at]) != NULL))
    at++;
  return at;
}

static gsize
string_end (const AmSource *source, gsize at)
{
  for (at++; at < source->length && source->text[at] != '"'; at++)
    if (source->text[at] == '\\')
      at++;
  return MIN (at + 1, source->length);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '-' || c == '.';
}

static gsize
scalar_end (const AmSource *source, gsize at)
{
  if (at < source->length && source->text[at] == '"')
    return string_end (source, at);
  while (at < source->length && is_word (source->text[at]))
    at++;
  return at;
}

/* The end of any value: brackets are counted, not followed. */
static gsize
value_end (const AmSource *source, gsize at)
{
  guint depth = 0;

  do
    {
      char c = source->text[at];
      if (c == '{' || c == '[')
        depth++, at++;
      else if (c == '}' || c == ']')
        depth--, at++;
      else if (c == '"' || is_word (c))
        at = scalar_end (source, at);
      else
        at++;
    }
  while (depth > 0 && at < source->length);
  return at;
}

AmSpan
am_locate_value (const AmSource *source, gsize at)
{
  if (at >= source->length)
    return (AmSpan){ (guint32) source->length, 0 };
  gsize end = strchr ("{[", source->text[at]) != NULL ? at + 1 : scalar_end (source, at);
  return (AmSpan){ (guint32) at, (guint32) MAX (end - at, 1) };
}

static gboolean
is_key (const AmSource *source, gsize start, gsize end, const char *name)
{
  gsize length = strlen (name);
  return end - start == length + 2 && memcmp (source->text + start + 1, name, length) == 0;
}

static gsize
find_key (const AmSource *source, gsize object, const char *name)
{
  gsize at = skip_space (source, object + 1);

  while (at < source->length && source->text[at] == '"')
    {
      gsize end = string_end (source, at);
      if (is_key (source, at, end, name))
        return at;
      at = skip_space (source, end);
      at = skip_space (source, at + 1); /* the colon */
      at = skip_space (source, value_end (source, at));
      at = skip_space (source, at + 1); /* the comma */
    }
  return object;
}

AmSpan
am_locate_key (const AmSource *source, gsize at, const char *name)
{
  return am_locate_value (source, find_key (source, at, name));
}

AmSpan
am_locate_member (const AmSource *source, gsize at, const char *name)
{
  gsize key = find_key (source, at, name);
  if (key == at)
    return am_locate_value (source, at);
  gsize colon = skip_space (source, string_end (source, key));
  return am_locate_value (source, skip_space (source, colon + 1));
}
