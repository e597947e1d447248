#include "base/forms.h"

#include "base/lookalike.h"
#include "base/unicode.h"

#include <string.h>

#define LONGEST_ID 64

static gboolean
is_id_start (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

static gboolean
is_id_character (char c)
{
  return is_id_start (c) || c == '.' || c == '_' || c == '-';
}

gboolean
am_value_is_id (const char *text)
{
  gsize length = 0;

  if (!is_id_start (text[0]))
    return FALSE;
  while (is_id_character (text[length]))
    length++;
  return text[length] == '\0' && length <= LONGEST_ID;
}

char *
am_value_suggest_id (const char *text)
{
  g_autofree char *strange = am_lookalike_remark (text, "it");
  g_autofree char *seen = strange != NULL ? am_lookalike_skeleton (text)
                                          : am_unicode_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) id = g_string_new (NULL);

  for (const char *p = seen != NULL ? seen : ""; *p != '\0' && id->len < LONGEST_ID;
       p = g_utf8_next_char (p))
    {
      char c = g_ascii_tolower (*p);
      if (id->len == 0 ? is_id_start (c) : is_id_character (c))
        g_string_append_c (id, c);
      else if (id->len > 0 && !g_unichar_ismark (g_utf8_get_char (p))
               && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return id->len > 0 ? g_strdup (id->str) : NULL;
}

/* --- numbers --- */

#define MOST_EXPONENT 1000000000 /* more than any text has digits; sums stay within an int64 */

/* A number as 0.d… times a power of ten, where d is its first digit that is no zero. */
typedef struct
{
  gboolean negative, zero;
  gint64 power;
  char first;
  gboolean more; /* digits after the first that are no zeros */
} Decimal;

static gint64
read_exponent (const char *p, const char *end)
{
  gboolean negative = p < end && *p == '-';
  gint64 exponent = 0;

  for (p += p < end && (*p == '-' || *p == '+'); p < end; p++)
    exponent = MIN (exponent * 10 + (*p - '0'), MOST_EXPONENT);
  return negative ? -exponent : exponent;
}

static Decimal
read_decimal (const char *p, const char *end)
{
  Decimal d = { *p == '-', TRUE, 0, '0', FALSE };
  gboolean point = FALSE;

  for (p += d.negative; p < end && (g_ascii_isdigit (*p) || *p == '.'); p++)
    {
      if (*p == '.')
        point = TRUE;
      else if (d.zero && *p != '0')
        {
          d.zero = FALSE;
          d.first = *p;
          d.power += point ? 0 : 1;
        }
      else
        {
          d.more = d.more || *p != '0';
          d.power += d.zero && point ? -1 : !d.zero && !point ? 1 : 0;
        }
    }
  d.power += p < end ? read_exponent (p + 1, end) : 0;
  return d;
}

static gboolean
is_one (const Decimal *d)
{
  return !d->zero && !d->negative && d->power == 1 && d->first == '1' && !d->more;
}

gboolean
am_value_is_fraction (const char *number, gsize length)
{
  Decimal d = read_decimal (number, number + length);
  return d.zero || (!d.negative && d.power < 1) || is_one (&d);
}

gboolean
am_value_is_one (const char *number, gsize length)
{
  Decimal d = read_decimal (number, number + length);
  return is_one (&d);
}

/* --- dates --- */

static gboolean
read_digits (const char **p, guint count, guint *value)
{
  *value = 0;
  for (guint i = 0; i < count; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *value = *value * 10 + (guint) (**p - '0');
    }
  return TRUE;
}

static gboolean
read_date (const char *text, guint *year, guint *month, guint *day)
{
  *month = *day = 1;
  if (!read_digits (&text, 4, year))
    return FALSE;
  if (*text != '\0' && (*text++ != '-' || !read_digits (&text, 2, month)))
    return FALSE;
  if (*text != '\0' && (*text++ != '-' || !read_digits (&text, 2, day)))
    return FALSE;
  return *text == '\0';
}

gboolean
am_value_looks_like_date (const char *text)
{
  guint year, month, day;
  return read_date (text, &year, &month, &day);
}

gboolean
am_value_is_date (const char *text)
{
  guint year, month, day;
  return read_date (text, &year, &month, &day)
      && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* --- BCP 47 --- */

typedef struct
{
  const char *start;
  gsize length;
  gboolean letters, alphanumeric;
} Subtag;

/* Takes the next subtag off @p. */
static Subtag
next_subtag (const char **p)
{
  Subtag tag = { *p, strcspn (*p, "-"), TRUE, TRUE };

  for (gsize i = 0; i < tag.length; i++)
    {
      tag.letters = tag.letters && g_ascii_isalpha (tag.start[i]);
      tag.alphanumeric = tag.alphanumeric && g_ascii_isalnum (tag.start[i]);
    }
  *p += tag.length;
  if (**p == '-')
    *p += 1;
  else
    *p = NULL;
  return tag;
}

static gboolean
is_variant (const Subtag *tag)
{
  return tag->alphanumeric
      && ((tag->length >= 5 && tag->length <= 8)
          || (tag->length == 4 && g_ascii_isdigit (tag->start[0])));
}

/* Extensions and private use: a single character and subtags after it. */
static gboolean
is_extension (Subtag tag, const char **p)
{
  gsize shortest = g_ascii_tolower (tag.start[0]) == 'x' ? 1 : 2;
  guint count = 0;

  while (*p != NULL)
    {
      Subtag next = next_subtag (p);
      if (shortest == 2 && next.length == 1 && next.alphanumeric && count > 0)
        {
          shortest = g_ascii_tolower (next.start[0]) == 'x' ? 1 : 2;
          count = 0;
          continue;
        }
      if (!next.alphanumeric || next.length < shortest || next.length > 8)
        return FALSE;
      count++;
    }
  return count > 0;
}

/* Registered before there was a grammar, and not of it; the others of their kind are. */
static gboolean
is_irregular (const char *text)
{
  static const char *const tags[] = { "en-GB-oed", "i-ami",     "i-bnn", "i-default", "i-enochian",
                                      "i-hak",     "i-klingon", "i-lux", "i-mingo",   "i-navajo",
                                      "i-pwn",     "i-tao",     "i-tay", "i-tsu",     "sgn-BE-FR",
                                      "sgn-BE-NL", "sgn-CH-DE" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_ascii_strcasecmp (text, tags[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
am_value_is_language (const char *text)
{
  const char *p = text;
  Subtag tag = next_subtag (&p);

  if (is_irregular (text))
    return TRUE;
  if (tag.length == 1 && g_ascii_tolower (tag.start[0]) == 'x')
    return is_extension (tag, &p);
  if (!tag.letters || tag.length < 2 || tag.length > 8)
    return FALSE;
  gsize language = tag.length;
  for (guint extended = 0, stage = 0; p != NULL;) /* stages: extlang, script, region, variant */
    {
      tag = next_subtag (&p);
      if (tag.length == 1 && tag.alphanumeric)
        return is_extension (tag, &p);
      if (stage == 0 && language <= 3 && tag.letters && tag.length == 3 && extended++ < 3)
        continue;
      if (stage < 1 && tag.letters && tag.length == 4)
        stage = 1;
      else if (stage < 2
               && ((tag.letters && tag.length == 2)
                   || (tag.length == 3 && strspn (tag.start, "0123456789") >= 3)))
        stage = 2;
      else if (is_variant (&tag))
        stage = 3;
      else
        return FALSE;
    }
  return TRUE;
}

guint
am_value_characters (const char *text)
{
  guint count = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    count += (guchar) *p < 0x80 || !g_unichar_iszerowidth (g_utf8_get_char (p));
  return count;
}
