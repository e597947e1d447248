#include "base/normal.h"

#include "base/character.h"
#include "base/unicode.h"

#include <string.h>

#define FIRST_MARK 0x300 /* that combines: without such a character, a text is composed already */

typedef struct
{
  GString *out;
  const char *at;
  gboolean quotation;
  const char *seen; /* where next_seen() came to: what is before is passed over once */
  const char *undivided; /* no hyphen before this divides a word */
} Normaliser;

/* --- kinds of characters --- */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0B || c == 0x85;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The straight quotation mark that it stands for, or 0. */
static char
quotation_mark (gunichar c)
{
  if (am_character_is_apostrophe (c) || c == 0x2039 || c == 0x203A)
    return '\'';
  return c == '"' || c == 0xFF02 || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2033 ? '"' : 0;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* What divides a word at the end of a line. */
static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xAD || c == 0x2010;
}

/* Ligatures and Arabic letters as fonts have them, which text from PDFs is full of. */
static gboolean
is_presentation_form (gunichar c)
{
  return (c >= 0xFB00 && c <= 0xFB17) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

static gboolean
is_superscript (gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) || c == 0x207D || c == 0x207E;
}

/* --- what stands around a place --- */

static gunichar
last_written (const Normaliser *n)
{
  const char *end = n->out->str + n->out->len;
  return n->out->len > 0 ? g_utf8_get_char (g_utf8_find_prev_char (n->out->str, end)) : 0;
}

/* The next character that is seen. */
static gunichar
next_seen (Normaliser *n)
{
  const char *p = n->seen > n->at ? n->seen : g_utf8_next_char (n->at);

  while (*p != '\0' && am_character_is_unseen (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  n->seen = p;
  return g_utf8_get_char (p);
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Letters of scripts in which a joiner changes what is drawn, and emoji. */
static gboolean
can_be_joined (gunichar c)
{
  return c >= 0x0590 && (g_unichar_isalpha (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL
                         || g_unichar_type (c) == G_UNICODE_MODIFIER_SYMBOL);
}

static gboolean
is_needed_joiner (Normaliser *n, gunichar c)
{
  return (c == 0x200C || c == 0x200D) && !n->quotation && can_be_joined (last_written (n))
         && can_be_joined (next_seen (n));
}

#define LONGEST_UNIT 3 /* letters, one more than any has */

/* Letters of units, whose superscript is an exponent: m², km², ft³. */
static gboolean
ends_in_unit (const Normaliser *n)
{
  static const char *const units[] = { "km", "hm", "dm", "cm", "mm", "nm", "\xC2\xB5m", "\xCE\xBCm", "ft", "yd", "mi", "in", "ha" };
  const char *start = n->out->str, *end = start + n->out->len, *word = end;

  for (guint i = 0; i < LONGEST_UNIT && word > start && is_of_word (g_utf8_get_char (g_utf8_prev_char (word))); i++)
    word = g_utf8_prev_char (word);
  if (g_utf8_strlen (word, end - word) <= 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], word))
      return TRUE;
  return FALSE;
}

/* The mark of a footnote: a superscript that follows a word, its full stop or its quotation mark; not that of a number or a unit. */
static gboolean
is_footnote_mark (const Normaliser *n, gunichar c)
{
  gunichar before = last_written (n);

  if (!n->quotation || n->out->len == 0)
    return FALSE;
  if (c == 0x2020 || c == 0x2021) /* daggers */
    return g_unichar_isalpha (before) || before == '\'' || before == '.' || before == ',';
  if (!is_superscript (c) || g_unichar_isdigit (before) || is_space (before))
    return FALSE;
  return is_of_word (before) ? !ends_in_unit (n) : strchr (".,;:!?'\")", (int) MIN (before, 0x7F)) != NULL;
}

/* --- words divided at line ends --- */

/* Where the word goes on that the hyphen at @p divides; NULL when it divides none. */
static const char *
continuation (Normaliser *n)
{
  gboolean ended = FALSE;
  const char *p = n->at;

  if (p < n->undivided || !is_of_word (last_written (n)))
    return NULL;
  while (is_hyphen (g_utf8_get_char (p)) || is_space (g_utf8_get_char (p)) || am_character_is_unseen (g_utf8_get_char (p)))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == 0 || (is_hyphen (c) && p != n->at && c != 0xAD))
        break;
      ended = ended || is_line_end (c);
      p = g_utf8_next_char (p);
    }
  n->undivided = p;
  return ended && g_unichar_isalnum (g_utf8_get_char (p)) ? p : NULL;
}

/* A small letter goes on with the word; a capital or a digit begins another part of it: "Anglo-", "American". */
static gboolean
goes_on (const Normaliser *n, const char *next)
{
  gunichar before = last_written (n), after = g_utf8_get_char (next);

  if (!g_unichar_isalpha (after))
    return FALSE;
  return !g_unichar_isupper (after) || g_unichar_isupper (before);
}

static gboolean
pass_division (Normaliser *n, gunichar c)
{
  const char *next = is_hyphen (c) ? continuation (n) : NULL;

  if (next == NULL)
    return FALSE;
  if (!goes_on (n, next))
    g_string_append_c (n->out, '-');
  n->at = next;
  return TRUE;
}

/* --- one character after the other --- */

/* Appends @c unless the text ends with it: several of these are as good as one. */
static void
append_once (GString *out, char c)
{
  if (out->len == 0 || out->str[out->len - 1] != c)
    g_string_append_c (out, c);
}

static void
append_form (GString *out, gunichar c)
{
  gunichar pieces[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize count = g_unichar_fully_decompose (c, TRUE, pieces, G_N_ELEMENTS (pieces));

  for (gsize i = 0; i < count; i++)
    g_string_append_unichar (out, pieces[i]);
}

static void
append_character (Normaliser *n, gunichar c)
{
  char quote = quotation_mark (c);

  if (quote != 0 && n->quotation)
    append_once (n->out, '\'');
  else if (quote != 0)
    g_string_append_c (n->out, quote);
  else if (is_dash (c))
    append_once (n->out, '-');
  else if (c == 0x2026)
    g_string_append (n->out, "...");
  else if (is_presentation_form (c))
    append_form (n->out, c);
  else
    g_string_append_unichar (n->out, c);
}

static void
step (Normaliser *n)
{
  gunichar c = g_utf8_get_char (n->at);

  if (pass_division (n, c))
    return;
  if (is_space (c))
    {
      if (n->out->len > 0)
        append_once (n->out, ' ');
    }
  else if ((!am_character_is_unseen (c) || is_needed_joiner (n, c)) && !is_footnote_mark (n, c))
    append_character (n, c);
  n->at = g_utf8_next_char (n->at);
}

/* @text composed, or @text itself where it is so already. */
static const char *
compose (const char *text, char **owned)
{
  const char *p = text;

  while (*p != '\0' && ((guchar) *p < 0x80 || g_utf8_get_char (p) < FIRST_MARK))
    p = g_utf8_next_char (p);
  *owned = *p != '\0' ? am_unicode_normalize (text, -1, G_NORMALIZE_NFC) : NULL;
  return *owned != NULL ? *owned : text;
}

/* How many bytes from @p on stand for themselves, whatever is around them: letters and digits, and spaces between them. */
static gsize
plain_length (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalnum (p[length]) || (p[length] == ' ' && length > 0 && g_ascii_isalnum (p[length + 1])))
    length++;
  return length;
}

static char *
normalise (const char *text, gssize length, gboolean quotation)
{
  g_autofree char *valid = g_utf8_make_valid (text, length), *owned = NULL;
  const char *composed = compose (valid, &owned);
  Normaliser n = { g_string_sized_new (strlen (composed)), composed, quotation, composed, composed };

  while (*n.at != '\0')
    {
      gsize plain = plain_length (n.at);
      g_string_append_len (n.out, n.at, (gssize) plain);
      n.at += plain;
      if (*n.at != '\0')
        step (&n);
    }
  if (n.out->len > 0 && n.out->str[n.out->len - 1] == ' ')
    g_string_truncate (n.out, n.out->len - 1);
  return g_string_free (n.out, FALSE);
}

char *
am_normal_text (const char *text, gssize length)
{
  return normalise (text, length, FALSE);
}

char *
am_normal_quotation (const char *text, gssize length)
{
  return normalise (text, length, TRUE);
}

/* --- comparing --- */

gboolean
am_normal_is_plain (const char *text)
{
  const char *p = text;

  if (*p == ' ')
    return FALSE;
  for (; *p != '\0'; p++)
    if (*p < ' ' || *p >= 0x7F || *p == '`' || ((*p == ' ' || *p == '-') && (p[1] == *p || (*p == ' ' && p[1] == '\0')))
        || (*p == '-' && p[1] != '\0' && p[1] < ' '))
      return FALSE;
  return TRUE;
}

char *
am_normal_folded (const char *text)
{
  g_autofree char *normal = am_normal_is_plain (text) ? NULL : am_normal_text (text, -1);
  const char *from = normal != NULL ? normal : text;

  if (g_str_is_ascii (from))
    return g_ascii_strdown (from, -1);
  g_autofree char *cased = g_utf8_casefold (from, -1);
  char *compatible = am_unicode_normalize (cased, -1, G_NORMALIZE_ALL_COMPOSE);
  return compatible != NULL ? compatible : g_steal_pointer (&cased);
}

gint
am_normal_compare (const char *a, const char *b)
{
  g_autofree char *normal_a = NULL, *normal_b = NULL;

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  if (g_str_equal (a, b))
    return 0;
  if (!am_normal_is_plain (a))
    a = normal_a = am_normal_text (a, -1);
  if (!am_normal_is_plain (b))
    b = normal_b = am_normal_text (b, -1);
  return strcmp (a, b);
}

gboolean
am_normal_equal (const char *a, const char *b)
{
  return am_normal_compare (a, b) == 0;
}
