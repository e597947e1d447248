#include "model/initials.h"

#include "base/character.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/unicode.h"

#include <string.h>

#define MOST_WORDS 4
#define MOST_COLUMNS 4 /* of the first letters of one word */

/* Articles and the like, in lower case and between spaces. Names in any language have some of
 * English, French and German. */
static const char usual_words[] = " of the and for a an in on to de la le der die und ";

static const struct
{
  const char *language, *words;
} further_words[] = {
  { "de", " das den dem des von vom zum zur für " },
  { "fr", " les des du et aux au pour " },
  { "es", " el los las del y " },
  { "it", " il lo gli i di del della dei e " },
  { "nl", " het een van voor en " },
  { "pt", " o os as do da dos das e " },
};

/* Words that lose their end before a vowel. */
static const char elided_words[] = " l d qu dell all nell sull dall ";

/* A word of a name: its bytes, and what they are made of. */
typedef struct
{
  const char *start, *end;
  gboolean capitals; /* several letters, and none of them lower case */
} Word;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && !am_character_is_apostrophe (c);
}

/* What stands in a word without being a letter of it: accents, vowel signs, soft hyphens. */
static gboolean
is_inside_word (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
has_word (const char *words, const Word *word)
{
  g_autofree char *small = g_utf8_strdown (word->start, word->end - word->start);
  g_autofree char *wanted = g_strdup_printf (" %s ", small);
  return strstr (words, wanted) != NULL;
}

/* --- words --- */

/* Letters from @p on; returns where they end. */
static const char *
skip_letters (const char *p)
{
  while (*p != '\0' && (is_letter (g_utf8_get_char (p)) || is_inside_word (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_capitals (const char *start, const char *end)
{
  guint letters = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p), letters++)
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return letters > 1;
}

/* Whether an apostrophe at @p has letters behind it. */
static gboolean
goes_on (const char *p)
{
  return *p != '\0' && am_character_is_apostrophe (g_utf8_get_char (p))
      && is_letter (g_utf8_get_char (g_utf8_next_char (p)));
}

/* L'Humanité, d'auteur; but a name that begins with a capital D', as D'Angelo, is a name. */
static gboolean
is_elided (const Word *part)
{
  const char *rest = g_utf8_next_char (part->end);
  gboolean article = g_ascii_tolower (*part->start) == 'l' || g_ascii_islower (*part->start);
  return article && g_utf8_strlen (rest, skip_letters (rest) - rest) > 1
      && has_word (elided_words, part);
}

/* The next word from *@p on, which is moved behind it. FALSE where there is none. */
static gboolean
next_word (const char **p, Word *word)
{
  const char *start = *p;

  while (*start != '\0' && !is_letter (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  *word = (Word){ start, skip_letters (start), FALSE };
  while (goes_on (word->end) && is_elided (word))
    {
      word->start = g_utf8_next_char (word->end);
      word->end = skip_letters (word->start);
    }
  *p = word->end;
  while (goes_on (*p))
    *p = skip_letters (g_utf8_next_char (*p));
  word->capitals = is_capitals (word->start, word->end);
  return word->end > word->start;
}

/* --- which of them count --- */

static const char *
find_further_words (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (further_words); i++)
    if (g_ascii_strncasecmp (language, further_words[i].language, 2) == 0
        && !g_ascii_isalpha (language[2]))
      return further_words[i].words;
  return "";
}

/* LA Times: capitals among small letters are no article. */
static gboolean
counts (const Word *word, gboolean all_capitals, const char *further)
{
  return (word->capitals && !all_capitals)
      || (!has_word (usual_words, word) && !has_word (further, word));
}

/* The first letters from @p on. */
static void
append_letters (GString *out, const char *p)
{
  guint count = 0; /* some letters have no width */

  for (; *p != '\0' && count < MOST_COLUMNS && am_text_width (out->str, -1) < MOST_COLUMNS;
       p = g_utf8_next_char (p))
    if (is_letter (g_utf8_get_char (p)))
      {
        g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (p)));
        count++;
      }
}

char *
am_initials_of_name (const char *name, const char *language)
{
  g_autofree char *composed = am_unicode_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *text = composed != NULL ? composed : name, *further = find_further_words (language),
             *only = NULL;
  gboolean all_capitals = is_capitals (text, text + strlen (text));
  GString *out = g_string_new (NULL);
  guint words = 0;
  Word word;

  for (const char *p = text; words < MOST_WORDS && next_word (&p, &word);)
    if (counts (&word, all_capitals, further))
      {
        only = words++ == 0 ? word.start : only;
        g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (word.start)));
      }
  if (words < 2)
    append_letters (g_string_truncate (out, 0), only != NULL ? only : text);
  if (out->len == 0)
    g_string_append_c (out, '?');
  return g_string_free (out, FALSE);
}

/* --- of all stakeholders --- */

/* What is to stand for a name is short, whatever a map says; and Graphviz stops the program on a
 * cell of 65,536 points. */
#define MOST_INITIALS 10

static char *
choose_initials (const AmStakeholder *stakeholder, const char *language)
{
  if (stakeholder->abbreviation == NULL || am_text_is_unseen (stakeholder->abbreviation))
    return am_initials_of_name (stakeholder->name, language);
  if (am_text_width (stakeholder->abbreviation, -1) <= MOST_INITIALS)
    return am_text_fold_space (stakeholder->abbreviation);
  g_autoptr (GPtrArray) lines = am_text_wrap (stakeholder->abbreviation, MOST_INITIALS - 1);
  return g_strconcat (lines->len > 0 ? g_ptr_array_index (lines, 0) : "", "…", NULL);
}

/* Adds a number where somebody else has the letters already. @next has for each stem the number to
   try next: those below are taken, and would be tried again for each of thousands. */
static char *
make_unique (GHashTable *taken, GHashTable *next, const char *initials)
{
  if (g_hash_table_add (taken, g_strdup (initials)))
    return g_strdup (initials);
  g_autofree char *stem = g_utf8_substring (initials, 0, MIN (g_utf8_strlen (initials, -1), 3));
  guint n = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (next, stem)), 2);
  char *unique = g_strdup_printf ("%s%u", stem, n);

  while (!g_hash_table_add (taken, g_strdup (unique)))
    {
      g_free (unique);
      unique = g_strdup_printf ("%s%u", stem, ++n);
    }
  g_hash_table_replace (next, g_steal_pointer (&stem), GUINT_TO_POINTER (n + 1));
  return unique;
}

char **
am_initials_new (const AmMap *map)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) next = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  guint32 count = map->stakeholders->len;
  char **initials = g_new0 (char *, (gsize) count + 1);

  for (guint pass = 0; pass < 2; pass++) /* what the author chose comes before what is derived */
    for (guint32 i = 0; i < count; i++)
      {
        const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
        if ((stakeholder->abbreviation != NULL) != (pass == 0))
          continue;
        g_autofree char *chosen = choose_initials (stakeholder, map->language);
        initials[i] = make_unique (taken, next, chosen);
      }
  return initials;
}
