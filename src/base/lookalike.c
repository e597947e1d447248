#include "base/lookalike.h"

#include "base/character.h"

#include <string.h>

#define LONGEST_DECOMPOSITION G_UNICHAR_MAX_DECOMPOSITION_LENGTH

/* What is seen of one character that is no space, letter by letter; 0 when that is nothing. */
static gsize
pieces_of (gunichar c, gunichar *pieces)
{
  if (am_character_is_unseen (c))
    return 0;
  pieces[0] = c;
  if (c < 0x80)
    return 1;
  gsize count = am_character_lookalike (c) != 0
                  ? 1
                  : g_unichar_fully_decompose (c, TRUE, pieces, LONGEST_DECOMPOSITION);
  for (gsize i = 0; i < count; i++)
    {
      char ascii = am_character_lookalike (pieces[i]);
      pieces[i] = ascii != 0 ? (guchar) ascii : pieces[i];
    }
  return count;
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

char *
am_lookalike_skeleton (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gunichar pieces[LONGEST_DECOMPOSITION];

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c))
        {
          gsize count = pieces_of (c, pieces);
          for (gsize i = 0; i < count; i++)
            g_string_append_unichar (out, pieces[i]);
        }
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

gboolean
am_lookalike_same (const char *a, const char *b)
{
  if (g_str_equal (a, b))
    return FALSE;
  if (is_ascii (a) && is_ascii (b) && strchr (a, ' ') == NULL && strchr (b, ' ') == NULL)
    return FALSE;
  g_autofree char *first = am_lookalike_skeleton (a);
  g_autofree char *second = am_lookalike_skeleton (b);
  return first[0] != '\0' && g_str_equal (first, second);
}

/* --- which character it is --- */

/* One of the two texts, and what has been found in it. */
typedef struct
{
  const char *text, *called;
  const char *at; /* how far it has been compared */
} Side;

/* The first character that makes the difference. */
typedef struct
{
  const Side *side; /* NULL as long as there is none */
  const char *at;
  gunichar instead_of; /* what the other has there; 0 for nothing */
  guint more; /* of them */
} Culprit;

static void
blame (Culprit *culprit, const Side *side, const char *at, gunichar instead_of)
{
  if (culprit->side != NULL)
    culprit->more++;
  else
    *culprit = (Culprit){ side, at, instead_of, 0 };
}

static gunichar
character (const Side *side)
{
  return g_utf8_get_char (side->at);
}

static void
advance (Side *side)
{
  side->at = *side->at != '\0' ? g_utf8_next_char (side->at) : side->at;
}

/* Passes over a character that the other does not have. */
static gboolean
pass_extra (Culprit *culprit, Side *side, gboolean spaces)
{
  gunichar c = character (side);

  if (c == 0 || !(spaces ? g_unichar_isspace (c) : am_character_is_unseen (c)))
    return FALSE;
  blame (culprit, side, side->at, 0);
  advance (side);
  return TRUE;
}

/* The place of an accent at @side that the other has in one with its letter, or NULL. */
static const char *
separate_mark (const Side *side, const gunichar *pieces, gsize count)
{
  if (count < 2 || character (side) != pieces[0])
    return NULL;
  const char *next = g_utf8_next_char (side->at);
  return g_utf8_get_char (next) == pieces[1] && g_unichar_ismark (pieces[1]) ? next : NULL;
}

/* Passes over what looks the same in both and is written otherwise. */
static void
pass_difference (Culprit *culprit, Side *a, Side *b)
{
  gunichar of_a[LONGEST_DECOMPOSITION], of_b[LONGEST_DECOMPOSITION];
  gsize in_a = pieces_of (character (a), of_a), in_b = pieces_of (character (b), of_b);
  const char *mark_a = separate_mark (a, of_b, in_b), *mark_b = separate_mark (b, of_a, in_a);

  if (mark_a != NULL || mark_b != NULL)
    blame (culprit, mark_a != NULL ? a : b, mark_a != NULL ? mark_a : mark_b, 0);
  else if (character (a) >= 0x80 || *b->at == '\0')
    blame (culprit, a, a->at, character (b));
  else
    blame (culprit, b, b->at, character (a));
  for (gsize i = 0; i < MAX (in_b, 1); i++)
    advance (a);
  for (gsize i = 0; i < MAX (in_a, 1); i++)
    advance (b);
}

static void
find_culprit (Culprit *culprit, Side *a, Side *b)
{
  while (*a->at != '\0' || *b->at != '\0')
    {
      gunichar c = character (a), d = character (b);
      gboolean spaces = c != 0 && d != 0 && g_unichar_isspace (c) && g_unichar_isspace (d);
      if (c == d)
        {
          advance (a);
          advance (b);
        }
      else if (pass_extra (culprit, a, FALSE) || pass_extra (culprit, b, FALSE))
        continue;
      else if (!spaces && (pass_extra (culprit, a, TRUE) || pass_extra (culprit, b, TRUE)))
        continue;
      else if (spaces)
        {
          blame (culprit, c != ' ' ? a : b, c != ' ' ? a->at : b->at, ' ');
          advance (a);
          advance (b);
        }
      else
        pass_difference (culprit, a, b);
    }
}

/* --- in words --- */

static char *
describe (const char *text, const char *called, const char *at, gunichar instead_of, guint more)
{
  gunichar c = g_utf8_get_char (at);
  g_autofree char *name = am_character_describe (c);
  g_autoptr (GString) out = g_string_new (NULL);
  char other[7] = "";

  other[g_unichar_to_utf8 (instead_of, other)] = '\0';
  g_string_printf (out, "%s %s %s", called,
                   at == text                       ? "begins with"
                   : *g_utf8_next_char (at) == '\0' ? "ends with"
                                                    : "holds",
                   name);
  if (instead_of == ' ')
    g_string_append (out, " in place of a space");
  else if (instead_of != 0)
    g_string_append_printf (out, " in place of \"%s\"", other);
  else if (g_unichar_ismark (c) && !am_character_is_unseen (c))
    g_string_append (out, " as a character of its own");
  else
    g_string_append (out, ", which cannot be seen");
  if (more > 0)
    g_string_append_printf (out, ", and %u more like it", more);
  return g_strdup (out->str);
}

char *
am_lookalike_explain (const char *a, const char *a_called, const char *b, const char *b_called)
{
  Side first = { a, a_called, a }, second = { b, b_called, b };
  Culprit culprit = { NULL, NULL, 0, 0 };

  if (!am_lookalike_same (a, b))
    return NULL;
  find_culprit (&culprit, &first, &second);
  if (culprit.side == NULL)
    return NULL;
  return describe (culprit.side->text, culprit.side->called, culprit.at, culprit.instead_of,
                   culprit.more);
}

gunichar
am_lookalike_ascii (gunichar c)
{
  gunichar pieces[LONGEST_DECOMPOSITION];

  return c >= 0x80 && pieces_of (c, pieces) == 1 && pieces[0] < 0x80 ? pieces[0] : 0;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || am_lookalike_ascii (c) == '-';
}

/* Whether a letter or, beside punctuation, a digit of ASCII stands before or after the character at
   @p; or it is a dash that stands where an option would have one, or alone. */
static gboolean
is_beside_ascii (const char *text, const char *p)
{
  gboolean letter = g_unichar_isalpha (g_utf8_get_char (p));
  const char *next = g_utf8_next_char (p);
  char before = p > text ? p[-1] : '\0', after = *next;

  if (p == text && is_dash (g_utf8_get_char (p)))
    {
      while (is_dash (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      return *next == '\0' || g_ascii_isalnum (*next);
    }
  return letter ? g_ascii_isalpha (before) || g_ascii_isalpha (after)
                : g_ascii_isalnum (before) || g_ascii_isalnum (after);
}

char *
am_lookalike_remark (const char *text, const char *called)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean space = c >= 0x80 && g_unichar_isspace (c);
      gunichar ascii =
          c >= 0x80 && !space && is_beside_ascii (text, p) ? am_lookalike_ascii (c) : 0;
      if (space || ascii != 0 || am_character_is_unseen (c))
        return describe (text, called, p, space ? ' ' : ascii, 0);
    }
  return NULL;
}
