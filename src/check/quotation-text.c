#include "check/quotation-text.h"

#include "base/normal.h"

#include <string.h>

/* --- words that are divided at line ends --- */

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

#define DIVISION 0xAD /* in forms: base/normal.h */

/* The end of the word at @p, with its hyphens, but none before or after it; @p where none begins
 * there. */
static const char *
compound_end (const char *p)
{
  const char *end = p;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_of_word (c))
        end = g_utf8_next_char (p);
      else if ((c != '-' && c != DIVISION) || p != end)
        break;
    }
  return end;
}

/* The next word from *@p on; what stands before it is appended to @skipped, if that is not NULL.
   NULL at the end, else the caller owns it. */
static char *
next_compound (const char **p, GString *skipped)
{
  const char *start = *p;

  while (*start != '\0' && !is_of_word (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (skipped != NULL)
    g_string_append_len (skipped, *p, start - *p);
  *p = compound_end (start);
  return *p > start ? g_strndup (start, (gsize) (*p - start)) : NULL;
}

void
am_quotation_add_divided (GHashTable *words, const char *form)
{
  char *word;

  if (!am_normal_is_divided (form))
    return;
  for (const char *p = form; (word = next_compound (&p, NULL)) != NULL; g_free (word))
    if (am_normal_is_divided (word))
      g_hash_table_add (words, am_normal_letters (word));
}

char *
am_quotation_without_hyphens (const char *form, GHashTable *words)
{
  GString *out = g_string_sized_new (strlen (form));
  char *word;

  for (const char *p = form; (word = next_compound (&p, out)) != NULL; g_free (word))
    {
      g_autofree char *letters = am_normal_letters (word), *joined = am_normal_joined (word);
      g_string_append (out, g_hash_table_contains (words, letters) ? letters : joined);
    }
  return g_string_free (out, FALSE);
}

/* --- gaps --- */

/* The end of three dots or more at @p, which may have spaces between them; NULL when there are
 * none. */
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
add_part (GArray *parts, const char *start, const char *end, gboolean after_gap,
          gboolean before_gap)
{
  g_autofree char *stretch = g_strndup (start, (gsize) (end - start));
  QuotationPart part = { NULL, after_gap && stretch[0] != ' ',
                         before_gap && !g_str_has_suffix (stretch, " ") };

  if (g_strstrip (stretch)[0] == '\0')
    return;
  part.text = g_steal_pointer (&stretch);
  g_array_append_val (parts, part);
}

GArray *
am_quotation_parts (const char *quote, GHashTable *words)
{
  g_autofree char *form = am_normal_quotation (quote, -1);
  g_autofree char *text =
      words != NULL ? am_quotation_without_hyphens (form, words) : am_normal_joined (form);
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
  g_autoptr (GArray) parts = am_quotation_parts (quote, NULL);
  return parts->len == 0;
}

/* --- whole words --- */

/* Scripts that put no spaces between words, or, as Hangul, attach to a word what others write
 * beside it. */
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

static gunichar
character_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

/* "1,200" and "1.5" are one number each. */
static gboolean
is_in_number (const char *text, const char *at)
{
  gboolean digit_before = at > text && g_ascii_isdigit (at[-1]),
           digit_after = g_ascii_isdigit (at[0]);

  if (digit_before && (at[0] == '.' || at[0] == ','))
    return g_ascii_isdigit (at[1]);
  return digit_after && at - text >= 2 && (at[-1] == '.' || at[-1] == ',')
      && g_ascii_isdigit (at[-2]);
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
  while (am_quotation_is_in_word (text, end)
         || (end > where + length && end[-1] == '\'' && g_unichar_isalpha (g_utf8_get_char (end))))
    end = g_utf8_next_char (end);
  return g_strndup (start, (gsize) (end - start));
}
