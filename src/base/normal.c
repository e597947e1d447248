#include "base/normal.h"

#include "base/character.h"
#include "base/unicode.h"

#include <string.h>

#define FIRST_MARK 0x300 /* that combines: without such a character, a text is composed already */
#define DIVISION "\xC2\xAD" /* U+00AD, which no text keeps */
#define TATWEEL 0x640 /* makes an Arabic word longer */

typedef struct
{
  GString *out;
  const char *at;
  gboolean quotation;
  gboolean loose; /* something was left out or replaced, so that a letter and a mark may have come
                     together */
  const char *seen; /* where next_seen() came to: what is before is passed over once */
  const char *undivided; /* no hyphen before this divides a word */
} Normaliser;

/* --- kinds of characters --- */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0B || c == 0x85 || am_character_is_blank (c);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028
      || c == 0x2029;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x58A || c == 0x5BE
      || c == 0x2E3A || c == 0x2E3B;
}

/* What divides a word at the end of a line. */
static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xAD || c == 0x2010 || c == 0xFF0D;
}

/* What counts for nothing, wherever it stands; of joiners see is_needed_joiner(). */
static gboolean
is_nothing (gunichar c)
{
  return c == TATWEEL || am_character_is_unseen (c);
}

static gboolean
is_superscript (gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079)
      || c == 0x207D || c == 0x207E;
}

/* Forms that Unicode calls compatible with others, and that say something else: what stands above
   or below the line, fractions, letters and numbers in circles, brackets and squares. And
   ideographs and syllables, which are no forms. */
static gboolean
is_form_of_its_own (gunichar c)
{
  static const gunichar ranges[][2] = {
    { 0xAA, 0xAA },       { 0xB2, 0xB3 },       { 0xB9, 0xBE },     { 0x2B0, 0x2B8 },
    { 0x2E0, 0x2E4 },     { 0x10FC, 0x10FC },   { 0x1D2C, 0x1D78 }, { 0x1D9B, 0x1DBF },
    { 0x2070, 0x209C },   { 0x2120, 0x2120 },   { 0x2122, 0x2122 }, { 0x2150, 0x215F },
    { 0x2189, 0x2189 },   { 0x2460, 0x24EA },   { 0x2C7C, 0x2C7D }, { 0x2D6F, 0x2D6F },
    { 0x3192, 0x319F },   { 0x3200, 0x33FF },   { 0x3400, 0xF8FF }, { 0x10780, 0x107BF },
    { 0x1E030, 0x1E06D }, { 0x1F100, 0x1F2FF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges) && c >= ranges[i][0]; i++)
    if (c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

/* What @c is a form of, into @pieces, as many as are returned; 0 when it is none: ligatures,
   letters as a font or a typewriter for ideographs has them. Accents that stand alone are forms of
   a space, and are left as they are. */
static gsize
form_of (gunichar c, gunichar *pieces)
{
  gunichar canonical[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if ((c < 0x132 && c != 0xB5) || is_form_of_its_own (c))
    return 0;
  gsize count = g_unichar_fully_decompose (c, TRUE, pieces, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  gsize same = g_unichar_fully_decompose (c, FALSE, canonical, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  if (pieces[0] == ' '
      || (count == same && memcmp (pieces, canonical, count * sizeof *pieces) == 0))
    return 0;
  return count;
}

/* --- what stands around a place --- */

static gunichar
last_written (const Normaliser *n)
{
  const char *end = n->out->str + n->out->len;
  return n->out->len > 0 ? g_utf8_get_char (g_utf8_find_prev_char (n->out->str, end)) : 0;
}

/* What @c is compared as, or the first letter of it. */
static gunichar
counts_as (gunichar c)
{
  gunichar pieces[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (am_character_is_quotation_mark (c) || is_dash (c) || is_space (c))
    return ' ';
  return form_of (c, pieces) > 0 ? pieces[0] : c;
}

/* The next character that counts. */
static gunichar
next_seen (Normaliser *n)
{
  const char *p = n->seen > n->at ? n->seen : g_utf8_next_char (n->at);

  while (*p != '\0' && is_nothing (g_utf8_get_char (p)) && !is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  n->seen = p;
  return counts_as (g_utf8_get_char (p));
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_needed_joiner (Normaliser *n, gunichar c)
{
  return (c == 0x200C || c == 0x200D) && am_character_can_be_joined (last_written (n))
      && am_character_can_be_joined (next_seen (n));
}

#define LONGEST_UNIT 3 /* letters, one more than any has */

/* Letters of units, whose superscript is an exponent: m², km², ft³. */
static gboolean
ends_in_unit (const Normaliser *n)
{
  static const char *const units[] = { "km",        "hm", "dm", "cm", "mm", "nm", "\xC2\xB5m",
                                       "\xCE\xBCm", "ft", "yd", "mi", "in", "ha" };
  const char *start = n->out->str, *end = start + n->out->len, *word = end;

  for (guint i = 0;
       i < LONGEST_UNIT && word > start && is_of_word (g_utf8_get_char (g_utf8_prev_char (word)));
       i++)
    word = g_utf8_prev_char (word);
  if (g_utf8_strlen (word, end - word) <= 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], word))
      return TRUE;
  return FALSE;
}

/* The mark of a footnote: a superscript that follows a word, its full stop or its quotation mark;
 * not that of a number or a unit. */
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
  return is_of_word (before) ? !ends_in_unit (n)
                             : strchr (".,;:!?')", (int) MIN (before, 0x7F)) != NULL;
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
  while (is_hyphen (g_utf8_get_char (p)) || is_space (g_utf8_get_char (p))
         || am_character_is_unseen (g_utf8_get_char (p)))
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

/* A small letter goes on with the word; a capital or a digit begins another part of it: "Anglo-",
 * "American". */
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
  g_string_append (n->out, goes_on (n, next) ? DIVISION : "-");
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
append_piece (GString *out, gunichar c)
{
  if (am_character_is_quotation_mark (c))
    append_once (out, '\'');
  else if (is_dash (c))
    append_once (out, '-');
  else if (is_space (c))
    append_once (out, ' ');
  else if (!is_nothing (c))
    g_string_append_unichar (out, c);
}

static void
append_character (Normaliser *n, gunichar c)
{
  gunichar pieces[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize count = !am_character_is_quotation_mark (c) ? form_of (c, pieces) : 0;

  if (count == 0)
    append_piece (n->out, c);
  for (gsize i = 0; i < count; i++)
    append_piece (n->out, pieces[i]);
  n->loose = n->loose || count > 0;
}

static void
step (Normaliser *n)
{
  gunichar c = g_utf8_get_char (n->at);

  if (pass_division (n, c))
    return;
  if (is_needed_joiner (n, c))
    g_string_append_unichar (n->out, c);
  else if (is_space (c))
    {
      if (n->out->len > 0)
        append_once (n->out, ' ');
    }
  else if (is_nothing (c) || is_footnote_mark (n, c))
    n->loose = TRUE;
  else
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

/* How many bytes from @p on stand for themselves, whatever is around them: letters and digits, and
 * spaces between them. */
static gsize
plain_length (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalnum (p[length])
         || (p[length] == ' ' && length > 0 && g_ascii_isalnum (p[length + 1])))
    length++;
  return length;
}

static char *
normalise (const char *text, gssize length, gboolean quotation)
{
  g_autofree char *valid = g_utf8_make_valid (text, length), *owned = NULL;
  const char *composed = compose (valid, &owned);
  Normaliser n = {
    g_string_sized_new (strlen (composed)), composed, quotation, FALSE, composed, composed
  };

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
  char *normal = g_string_free (n.out, FALSE), *again = NULL;
  if (!n.loose || compose (normal, &again) == normal)
    return normal;
  g_free (normal);
  return again;
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
    if (*p < ' ' || *p >= 0x7F || *p == '`' || *p == '"'
        || ((*p == ' ' || *p == '-' || *p == '\'') && p[1] == *p) || (*p == ' ' && p[1] == '\0')
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
  char *cased = g_utf8_casefold (from, -1), *composed = NULL;
  if (compose (cased, &composed) == cased)
    return cased;
  g_free (cased);
  return composed;
}

static gboolean
is_division (const char *p)
{
  return p[0] == DIVISION[0] && p[1] == DIVISION[1];
}

/* Passes over hyphens and divisions. */
static const char *
skip_hyphens (const char *p)
{
  while (*p == '-' || is_division (p))
    p += *p == '-' ? 1 : 2;
  return p;
}

gboolean
am_normal_same_forms (const char *a, const char *b)
{
  while (*a != '\0' || *b != '\0')
    if (*a == *b)
      a++, b++;
    else if (is_division (a))
      a += 2, b += *b == '-';
    else if (is_division (b))
      b += 2, a += *a == '-';
    else
      return FALSE;
  return TRUE;
}

gint
am_normal_compare_forms (const char *a, const char *b)
{
  const char *p = skip_hyphens (a), *q = skip_hyphens (b);

  for (; *p != '\0' && *p == *q; p = skip_hyphens (p + 1), q = skip_hyphens (q + 1))
    ;
  if (*p != *q)
    return (guchar) *p < (guchar) *q ? -1 : 1;
  return am_normal_same_forms (a, b) ? 0 : strcmp (a, b);
}

char *
am_normal_letters (const char *form)
{
  GString *out = g_string_sized_new (strlen (form));

  for (const char *p = skip_hyphens (form); *p != '\0'; p = skip_hyphens (p + 1))
    g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

char *
am_normal_joined (const char *form)
{
  GString *out = g_string_sized_new (strlen (form));

  for (const char *p = form; *p != '\0'; p++)
    if (is_division (p))
      p++;
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

gboolean
am_normal_is_divided (const char *form)
{
  return strstr (form, DIVISION) != NULL;
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
  return am_normal_compare_forms (a, b);
}

gboolean
am_normal_equal (const char *a, const char *b)
{
  return am_normal_compare (a, b) == 0;
}
