#include "base/normal-index.h"

#include "base/hash.h"
#include "base/normal.h"

#define MOST_COMPARED 16
#define NONE G_MAXUINT

typedef struct
{
  const char *form; /* the table's */
  guint32 value;
  guint next; /* with the same letters */
} Entry;

/* Forms with the same letters. */
typedef struct
{
  guint first, last;
} Chain;

struct _AmNormalIndex
{
  GHashTable *values; /* form → value */
  GHashTable *chains; /* letters of a form → Chain */
  GArray *entries; /* of Entry */
};

AmNormalIndex *
am_normal_index_new (void)
{
  AmNormalIndex *index = g_new0 (AmNormalIndex, 1);

  index->values = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  index->chains = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, g_free);
  index->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return index;
}

void
am_normal_index_free (AmNormalIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->values);
  g_hash_table_unref (index->chains);
  g_array_unref (index->entries);
  g_free (index);
}

static const Entry *
entry_at (const AmNormalIndex *index, guint i)
{
  return &g_array_index (index->entries, Entry, i);
}

/* One that is written otherwise, or NULL. */
static const Entry *
find_same (const AmNormalIndex *index, const Chain *chain, const char *form)
{
  guint i = chain->first;

  for (guint compared = 0; i != NONE && compared < MOST_COMPARED;
       i = entry_at (index, i)->next, compared++)
    if (am_normal_same_forms (entry_at (index, i)->form, form))
      return entry_at (index, i);
  return NULL;
}

static void
append_entry (AmNormalIndex *index, Chain *chain, const char *form, guint32 value)
{
  Entry entry = { form, value, NONE };

  if (chain->first == NONE)
    chain->first = index->entries->len;
  else
    g_array_index (index->entries, Entry, chain->last).next = index->entries->len;
  chain->last = index->entries->len;
  g_array_append_val (index->entries, entry);
}

guint32
am_normal_index_add (AmNormalIndex *index, char *form, guint32 value)
{
  g_autofree char *owned = form, *letters = NULL;
  gpointer known = NULL;

  if (g_hash_table_lookup_extended (index->values, form, NULL, &known))
    return GPOINTER_TO_UINT (known);
  letters = am_normal_letters (form);
  Chain *chain = g_hash_table_lookup (index->chains, letters);
  if (chain == NULL)
    {
      chain = g_new (Chain, 1);
      chain->first = chain->last = NONE;
      g_hash_table_insert (index->chains, g_steal_pointer (&letters), chain);
    }
  const Entry *same = find_same (index, chain, form);
  if (same != NULL)
    return same->value;
  append_entry (index, chain, form, value);
  g_hash_table_insert (index->values, g_steal_pointer (&owned), GUINT_TO_POINTER (value));
  return AM_NORMAL_INDEX_NEW;
}
