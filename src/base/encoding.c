#include "base/encoding.h"

#include <string.h>

static gboolean
begins_with (const char *text, gsize length, const char *bytes, gsize count)
{
  return length >= count && memcmp (text, bytes, count) == 0;
}

gsize
am_encoding_mark (const char *text, gsize length)
{
  return begins_with (text, length, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

/* Whether of the first four bytes those are zeros that @zeros has a 0 for: JSON begins with ASCII
 * (RFC 4627, section 3). */
static gboolean
has_zeros (const char *text, gsize length, const char *zeros)
{
  if (length < 4)
    return FALSE;
  for (gsize i = 0; i < 4; i++)
    if ((text[i] == '\0') != (zeros[i] == '0'))
      return FALSE;
  return TRUE;
}

#define LOOKED_AT 64 /* bytes, in which another format has zeros or what no text holds */

/* Whether @text begins with several characters of @width bytes each, as text does: controls other
 * than white space are none. */
static gboolean
is_text (const char *text, gsize length, gsize width, gboolean little)
{
  for (gsize at = 0; at + width <= MIN (length, LOOKED_AT); at += width)
    {
      guint32 c = 0;
      for (gsize i = 0; i < width; i++)
        c = c << 8 | (guchar) text[at + (little ? width - 1 - i : i)];
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c > 0x10FFFF)
        return FALSE;
    }
  return TRUE;
}

const char *
am_encoding_guess (const char *text, gsize length)
{
  if (begins_with (text, length, "\xFF\xFE\0\0", 4)
      || (has_zeros (text, length, "x000") && is_text (text, length, 4, TRUE)))
    return "UTF-32, little-endian";
  if (begins_with (text, length, "\0\0\xFE\xFF", 4)
      || (has_zeros (text, length, "000x") && is_text (text, length, 4, FALSE)))
    return "UTF-32, big-endian";
  if (begins_with (text, length, "\xFF\xFE", 2)
      || (has_zeros (text, length, "x0x0") && is_text (text, length, 2, TRUE)))
    return "UTF-16, little-endian";
  if (begins_with (text, length, "\xFE\xFF", 2)
      || (has_zeros (text, length, "0x0x") && is_text (text, length, 2, FALSE)))
    return "UTF-16, big-endian";
  return NULL;
}

/* Whether every second byte of most of @text is zero, as in UTF-16, and not as in names that are
 * separated by NULs. */
static gboolean
is_wide (const char *text, gsize length)
{
  gsize zeros[2] = { 0, 0 };
  gboolean marks = FALSE; /* what paths and lists hold, and names of one letter do not */

  for (gsize i = 0; i < length; i++)
    {
      zeros[i % 2] += text[i] == '\0';
      marks = marks || (text[i] != '\0' && strchr ("./\\\n", text[i]) != NULL);
    }
  return marks && MIN (zeros[0], zeros[1]) == 0 && MAX (zeros[0], zeros[1]) > length / 3;
}

static gboolean
is_marked (const char *text, gsize length)
{
  return begins_with (text, length, "\xFF\xFE", 2) || begins_with (text, length, "\xFE\xFF", 2)
      || begins_with (text, length, "\0\0\xFE\xFF", 4);
}

const char *
am_encoding_guess_text (const char *text, gsize length)
{
  const char *guess = am_encoding_guess (text, length);

  if (is_marked (text, length) || (guess != NULL && g_str_has_prefix (guess, "UTF-32")))
    return guess;
  return is_wide (text, length) ? guess != NULL ? guess : "UTF-16" : NULL;
}

char *
am_encoding_read_utf16 (const char *text, gsize length, gsize *read)
{
  gboolean little =
      begins_with (text, length, "\xFF\xFE", 2) && !begins_with (text, length, "\xFF\xFE\0\0", 4);
  gsize count = length / 2;

  if ((!little && !begins_with (text, length, "\xFE\xFF", 2)) || length % 2 != 0)
    return NULL;
  g_autofree gunichar2 *units = g_new (gunichar2, count);
  for (gsize i = 1; i < count; i++)
    {
      guint low = (guchar) text[2 * i + (little ? 0 : 1)],
            high = (guchar) text[2 * i + (little ? 1 : 0)];
      units[i - 1] = (gunichar2) (high << 8 | low);
      if (units[i - 1] == 0)
        return NULL;
    }
  glong written = 0;
  char *utf8 = g_utf16_to_utf8 (units, (glong) count - 1, NULL, &written, NULL);
  *read = (gsize) written;
  return utf8;
}
