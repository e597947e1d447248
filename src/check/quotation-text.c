#include "check/quotation-text.h"

#include "base/unicode.h"

#include <string.h>

/* --- what is not told apart --- */

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '\'' || c == '"' || c == '`' || c == 0xB4 || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F)
         || c == 0x2032 || c == 0x2033 || c == 0x2039 || c == 0x203A;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/* Appends @c unless the text ends with it: several of these are as good as one. */
static void
append_once (GString *out, char c)
{
  if (out->len == 0 || out->str[out->len - 1] != c)
    g_string_append_c (out, c);
}

char *
am_quotation_normalise (const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *composed = am_unicode_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));

  for (const char *p = composed != NULL ? composed : valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_invisible (c))
        continue;
      if (g_unichar_isspace (c))
        {
          if (out->len > 0)
            append_once (out, ' ');
        }
      else if (is_quotation_mark (c))
        append_once (out, '\''); /* a quotation within one has the other sort, and may end with it */
      else if (is_dash (c))
        append_once (out, '-'); /* "--" and "---" are dashes of typewriters */
      else if (c == 0x2026)
        g_string_append (out, "...");
      else
        g_string_append_unichar (out, c);
    }
  return g_strdup (g_strchomp (out->str));
}

/* --- gaps --- */

/* The end of three dots or more at @p, which may have spaces between them; NULL when there are none. */
static const char *
skip_dots (const char *p)
{
  const char *end = p;
  guint dots = 0;

  for (; *p == '.'; p += p[1] == ' ' && p[2] == '.' ? 2 : 1)
    {
      dots++;
      end = p + 1;
    }
  return dots >= 3 ? end : NULL;
}

/* The end of the gap at @p, or NULL. */
static const char *
skip_gap (const char *p)
{
  char closer = *p == '[' ? ']' : *p == '(' ? ')' : '\0';

  if (closer == '\0')
    return skip_dots (p);
  p += p[1] == ' ' ? 2 : 1;
  p = skip_dots (p);
  if (p != NULL && *p == ' ')
    p++;
  return p != NULL && *p == closer ? p + 1 : NULL;
}

static void
clear_part (gpointer part)
{
  g_free (((QuotationPart *) part)->text);
}

static void
add_part (GArray *parts, const char *start, const char *end, gboolean after_gap, gboolean before_gap)
{
  g_autofree char *stretch = g_strndup (start, (gsize) (end - start));
  QuotationPart part = { NULL, after_gap && stretch[0] != ' ', before_gap && !g_str_has_suffix (stretch, " ") };

  if (g_strstrip (stretch)[0] == '\0')
    return;
  part.text = g_steal_pointer (&stretch);
  g_array_append_val (parts, part);
}

GArray *
am_quotation_parts (const char *quote)
{
  g_autofree char *text = am_quotation_normalise (quote, -1);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (QuotationPart));
  const char *start = text, *p = text;
  gboolean after_gap = FALSE;

  g_array_set_clear_func (parts, clear_part);
  while (*p != '\0')
    {
      const char *end = skip_gap (p);
      if (end == NULL)
        {
          p++;
          continue;
        }
      add_part (parts, start, p, after_gap, TRUE);
      start = p = end;
      after_gap = TRUE;
    }
  add_part (parts, start, p, after_gap, FALSE);
  return parts;
}

gboolean
am_quotation_is_empty (const char *quote)
{
  for (const char *p = quote; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  g_autoptr (GArray) parts = am_quotation_parts (quote);
  return parts->len == 0;
}

/* --- whole words --- */

/* Scripts that put no spaces between words, or, as Hangul, attach to a word what others write beside it. */
static gboolean
has_no_borders (gunichar c)
{
  if (c < 0xE00)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_TIBETAN:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_HANGUL:
      return TRUE;
    default:
      return c >= 0x2E80 && g_unichar_iswide (c);
    }
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gunichar
character_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

/* "1,200" and "1.5" are one number each. */
static gboolean
is_in_number (const char *text, const char *at)
{
  gboolean digit_before = at > text && g_ascii_isdigit (at[-1]), digit_after = g_ascii_isdigit (at[0]);

  if (digit_before && (at[0] == '.' || at[0] == ','))
    return g_ascii_isdigit (at[1]);
  return digit_after && at - text >= 2 && (at[-1] == '.' || at[-1] == ',') && g_ascii_isdigit (at[-2]);
}

gboolean
am_quotation_is_in_word (const char *text, const char *at)
{
  gunichar before = character_before (text, at), after = g_utf8_get_char (at);

  if (before == 0 || after == 0)
    return FALSE;
  if (g_unichar_ismark (after))
    return is_of_word (before);
  if (is_of_word (before) && is_of_word (after))
    return !has_no_borders (before) && !has_no_borders (after);
  if (after == '\'' && g_unichar_isalpha (before))
    return g_unichar_isalpha (g_utf8_get_char (at + 1)) && !has_no_borders (before);
  return is_in_number (text, at);
}

char *
am_quotation_whole_words (const char *text, const char *where, gsize length)
{
  const char *start = where, *end = where + length;

  while (am_quotation_is_in_word (text, start))
    start = g_utf8_prev_char (start);
  while (am_quotation_is_in_word (text, end) || (end > where + length && end[-1] == '\'' && g_unichar_isalpha (g_utf8_get_char (end))))
    end = g_utf8_next_char (end);
  return g_strndup (start, (gsize) (end - start));
}
