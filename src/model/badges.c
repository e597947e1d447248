#include "model/badges.h"

#include "base/hash.h"
#include "base/text.h"
#include "model/initials.h"

/* What is to stand for a name is short, whatever a map says; and Graphviz stops the program on a cell of 65,536 points. */
#define MOST_LETTERS 10

static char *
choose_letters (const AmStakeholder *stakeholder, const char *language)
{
  if (stakeholder->abbreviation == NULL || am_text_is_unseen (stakeholder->abbreviation))
    return am_initials_new (stakeholder->name, language);
  if (am_text_width (stakeholder->abbreviation, -1) <= MOST_LETTERS)
    return am_text_fold_space (stakeholder->abbreviation);
  g_autoptr (GPtrArray) lines = am_text_wrap (stakeholder->abbreviation, MOST_LETTERS - 1);
  return g_strconcat (lines->len > 0 ? g_ptr_array_index (lines, 0) : "", "…", NULL);
}

/* Adds a number where somebody else has the letters already. @next has for each stem the number to try next: those below are
   taken, and would be tried again for each of thousands. */
static char *
make_unique (GHashTable *taken, GHashTable *next, const char *letters)
{
  if (g_hash_table_add (taken, g_strdup (letters)))
    return g_strdup (letters);
  g_autofree char *stem = g_utf8_substring (letters, 0, MIN (g_utf8_strlen (letters, -1), 3));
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
am_letters_new (const AmMap *map)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) next = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  guint32 count = map->stakeholders->len;
  char **letters = g_new0 (char *, (gsize) count + 1);

  for (guint pass = 0; pass < 2; pass++) /* what the author chose comes before what is derived */
    for (guint32 i = 0; i < count; i++)
      {
        const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
        if ((stakeholder->abbreviation != NULL) != (pass == 0))
          continue;
        g_autofree char *chosen = choose_letters (stakeholder, map->language);
        letters[i] = make_unique (taken, next, chosen);
      }
  return letters;
}
