#include "report/list/spreadsheet.h"

#include "base/guard.h"

#include <string.h>

/* =, +, - and @, and the same in full width */
gboolean
am_spreadsheet_begins_formula (gunichar c)
{
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D
      || c == 0xFF20;
}

gboolean
am_spreadsheet_ends_cell (gunichar c)
{
  return c == ';' || c == ',' || c == '|';
}

/* White space, what has no width, and quotation marks may go before it is looked at. */
static const char *
skip_margin (const char *p)
{
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != '"' && c != '\'')
        break;
    }
  return p;
}

/* --- numbers and dates --- */

static gboolean
is_month (const char *word, gsize length)
{
  static const char *const months[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if ((length == 3 || length == strlen (months[i]) || (i == 8 && length == 4))
        && g_ascii_strncasecmp (word, months[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Letters inside of a number, a date or a time: 1e5, 2 pm, 5 May, 2020-05-01T10:00Z. */
static gboolean
is_number_word (const char *cell, const char *word, gsize length)
{
  char before = word > cell ? word[-1] : '\0', letter = g_ascii_tolower (word[0]);

  if (is_month (word, length))
    return TRUE;
  if (length == 2)
    return strchr ("ap", letter) != NULL && g_ascii_tolower (word[1]) == 'm' && before != '\0';
  if (length != 1)
    return FALSE;
  switch (letter)
    {
    case 'e':
      return (g_ascii_isdigit (before) || before == '.') && strspn (word + 1, "0123456789+-") > 0;
    case 't':
    case 'z':
      return g_ascii_isdigit (before);
    default:
      return (letter == 'a' || letter == 'p') && before == ' ';
    }
}

static gboolean
is_number_sign (gunichar c)
{
  if (c < 0x80)
    return strchr (" .,:;/-+%()$'", (char) c) != NULL;
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* Whether a spreadsheet shows it as it is: no leading zero, no more digits than are kept. */
static gboolean
is_plain_number (const char *cell)
{
  gsize digits = strspn (cell, "0123456789");

  return cell[digits] == '\0' && digits > 0 && digits <= 15 && (cell[0] != '0' || digits == 1);
}

static gboolean
is_like_number (const char *cell)
{
  gboolean has_digit = FALSE;

  for (const char *p = cell; *p != '\0';)
    {
      gsize letters = 0;
      gunichar c = g_utf8_get_char (p);
      while (g_ascii_isalpha (p[letters]))
        letters++;
      if (letters > 0 && !is_number_word (cell, p, letters))
        return FALSE;
      if (letters == 0 && !g_unichar_isdigit (c) && !is_number_sign (c))
        return FALSE;
      has_digit = has_digit || g_unichar_isdigit (c);
      p = letters > 0 ? p + letters : g_utf8_next_char (p);
    }
  return has_digit && !is_plain_number (cell);
}

/* TRUE, #N/A, #VALUE! */
static gboolean
is_constant (const char *cell)
{
  g_autofree char *word = g_strstrip (g_strndup (cell, 16));

  return g_ascii_strcasecmp (word, "true") == 0 || g_ascii_strcasecmp (word, "false") == 0
      || (word[0] == '#' && strchr ("A!?", word[strlen (word) - 1]) != NULL);
}

gboolean
am_spreadsheet_misreads (const char *cell)
{
  return cell[0] == '\'' || am_spreadsheet_begins_formula (g_utf8_get_char (skip_margin (cell)))
      || am_guard_find_command (cell) != NULL || is_constant (cell) || is_like_number (cell);
}
