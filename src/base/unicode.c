#include "base/unicode.h"

#include <string.h>

#define MOST_MARKS 30

static gboolean
is_mark (gunichar c)
{
  return c >= 0x300 && (g_unichar_combining_class (c) != 0 || g_unichar_ismark (c));
}

/* The end of the ASCII at @p that nothing after it can change: the last letter may have marks. */
static const char *
settled_end (const char *p, const char *end)
{
  while (p < end && (guchar) *p < 0x80)
    p++;
  return p;
}

/* Whether @c, whatever is before it, stays as it is or is the base of what follows: a starter that
   is the second part of no composition. Of scripts where some are, none is counted: a piece may go
   on for longer than it must. */
static gboolean
begins_piece (gunichar c)
{
  return !is_mark (c)
      && (c < 0x900 || (c >= 0x3041 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3)
          || (c >= 0x20000 && c <= 0x3FFFF));
}

/* The end of the piece at @p, which may be normalised by itself. GLib takes a time that goes with
 * the square of its length. */
static const char *
piece_end (const char *p, const char *end)
{
  guint marks = 0;

  while (p < end)
    {
      marks = is_mark (g_utf8_get_char (p)) ? marks + 1 : 0;
      p = g_utf8_next_char (p);
      if (marks == MOST_MARKS || (p < end && begins_piece (g_utf8_get_char (p))))
        break;
    }
  return p;
}

char *
am_unicode_normalize (const char *text, gssize length, GNormalizeMode mode)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  GString *out = g_string_sized_new ((gsize) (end - text));

  for (const char *p = text; p < end;)
    {
      const char *stop = settled_end (p, end);
      if (stop < end && stop > p)
        stop--;
      g_string_append_len (out, p, stop - p);
      p = stop;
      stop = piece_end (p, end);
      if (stop > p)
        {
          g_autofree char *piece = g_utf8_normalize (p, stop - p, mode);
          g_string_append (out, piece != NULL ? piece : "");
        }
      p = stop;
    }
  return g_string_free (out, FALSE);
}
