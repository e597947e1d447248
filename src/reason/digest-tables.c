/* Tables of claims by stakeholders: those with the most stances, where there are too many. */

#include "reason/digest-private.h"

#define MOST_ROWS 20
#define MOST_COLUMNS 12

typedef struct
{
  guint32 index; /* of a claim or a stakeholder */
  guint count; /* of stances */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  const guint32 *first = a, *second = b;
  return *first < *second ? -1 : *first > *second;
}

/* Of guint32: the @most with the highest counts, in the order of the file. */
static GArray *
keep_highest (GArray *ranked, guint most)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < MIN (ranked->len, most); i++)
    g_array_append_val (kept, g_array_index (ranked, Ranked, i).index);
  g_array_sort (kept, compare_indices);
  return kept;
}

static void
choose_rows (AmDigest *d, const AmDigestClaims *claims, AmDigestTable *table)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint32 i = 0; i < claims->count; i++)
    {
      Ranked row = { claims->items[i], 0 };
      am_stances_on (am_digest_stances (d), row.index, &row.count);
      g_array_append_val (ranked, row);
    }
  table->n_claims = ranked->len;
  table->claims = keep_highest (ranked, MOST_ROWS);
}

/* Those who have a say in one of the rows. Who has none but about a thesis, whose sides are told
   elsewhere, is left out while others are not. */
static void
choose_columns (AmDigest *d, AmDigestTable *table)
{
  guint32 n = d->map->stakeholders->len;
  g_autofree guint *theses = g_new0 (guint, (gsize) n + 1), *others = g_new0 (guint, (gsize) n + 1);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  gboolean any = FALSE;

  for (guint i = 0; i < table->claims->len; i++)
    {
      guint32 claim = g_array_index (table->claims, guint32, i), count;
      const AmStanceEntry *on = am_stances_on (am_digest_stances (d), claim, &count);
      for (guint32 k = 0; k < count; k++)
        {
          (d->evaluation->is_thesis[claim] ? theses : others)[on[k].stakeholder]++;
          table->used[on[k].stance] = TRUE;
        }
      any = any || !d->evaluation->is_thesis[claim];
    }
  for (guint32 i = 0; i < n; i++)
    {
      Ranked column = { i, theses[i] + others[i] };
      if (others[i] > 0 || (theses[i] > 0 && !any))
        g_array_append_val (ranked, column);
      else
        table->n_on_theses += theses[i] > 0;
    }
  table->n_stakeholders = ranked->len;
  table->stakeholders = keep_highest (ranked, MOST_COLUMNS);
}

gpointer
am_digest_make_table (AmDigest *d, guint32 list)
{
  AmDigestTable *table = g_new0 (AmDigestTable, 1);

  choose_rows (d, am_digest_list (d, list), table);
  choose_columns (d, table);
  return table;
}

void
am_digest_free_table (gpointer made)
{
  AmDigestTable *table = made;

  if (table == NULL)
    return;
  g_array_unref (table->claims);
  g_array_unref (table->stakeholders);
  g_free (table);
}

const AmDigestTable *
am_digest_table (AmDigest *digest, AmDigestList list)
{
  return am_digest_section (digest, AM_SECTION_TABLE, list);
}
