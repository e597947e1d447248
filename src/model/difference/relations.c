/* Which relation of the old map is which of the new one. What an undercut leads to is a relation,
   so relations are matched in layers: those that lead to claims, then what undercuts them, and so
   on. */

#include "model/difference/difference-private.h"

#include "base/hash.h"

#include <stdlib.h>

/* Of a relation: what it is compared by. */
typedef struct
{
  guint64 from, to; /* numbers that are the same in both maps for what is in both */
  const char *to_id; /* of what leads nowhere */
  AmRange with, premises; /* numbers in the pool, sorted; the carrier is a premise as well */
} Ends;

typedef struct
{
  AmDifference *d;
  AmMatch *match;
  Ends *ends[2]; /* by is_new */
  guint32 *layers[2];
  GArray *pool; /* of guint64 */
  GHashTable *strays; /* ids that lead nowhere → how many were met before, plus one */
} Matcher;

static const AmMap *
map_of (const Matcher *m, gboolean is_new)
{
  return is_new ? m->d->new_map : m->d->old_map;
}

/* --- layers --- */

#define UNKNOWN G_MAXUINT32
#define UNDER_WAY (G_MAXUINT32 - 1)

/* How many relations lie between each and a claim. Undercuts that go round in circles, and what
 * leads to them, are all of the @last. */
static guint32 *
find_layers (const AmMap *map, guint32 last)
{
  guint32 count = map->relations->len, *layers = g_new (guint32, (gsize) count + 1);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < count; i++)
    layers[i] = UNKNOWN;
  for (guint32 i = 0; i < count; i++)
    {
      guint32 at = i;
      g_array_set_size (path, 0);
      for (; at != AM_NONE && layers[at] == UNKNOWN; at = am_map_relation (map, at)->to_relation)
        {
          layers[at] = UNDER_WAY;
          g_array_append_val (path, at);
        }
      gboolean circle = at != AM_NONE && (layers[at] == UNDER_WAY || layers[at] == last);
      guint32 next = circle ? last : at == AM_NONE ? 0 : layers[at] + 1;
      for (guint k = path->len; k-- > 0;)
        {
          layers[g_array_index (path, guint32, k)] = next;
          next += !circle;
        }
    }
  return layers;
}

/* Relations of one map by layer: those of a layer in file order. */
static GArray *
sort_by_layer (const guint32 *layers, guint32 count, guint32 last)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (guint32), count);
  g_autofree guint32 *starts = g_new0 (guint32, (gsize) last + 2);

  for (guint32 i = 0; i < count; i++)
    starts[layers[i] + 1]++;
  for (guint32 i = 0; i < last; i++)
    starts[i + 1] += starts[i];
  g_array_set_size (items, count);
  for (guint32 i = 0; i < count; i++)
    g_array_index (items, guint32, starts[layers[i]]++) = i;
  return items;
}

/* --- ends --- */

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;
  return (first > second) - (first < second);
}

static AmRange
sort_numbers (GArray *pool, guint start)
{
  if (pool->len > start + 1)
    qsort (&g_array_index (pool, guint64, start), pool->len - start, sizeof (guint64),
           compare_numbers);
  return (AmRange){ start, pool->len - start };
}

/* Of an id that leads nowhere: the same in both maps, and another for each. */
static guint64
number_of_stray (const Matcher *m, const char *id)
{
  gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (m->strays, id));

  if (known == 0)
    {
      known = g_hash_table_size (m->strays) + 1;
      g_hash_table_insert (m->strays, (gpointer) id, GSIZE_TO_POINTER (known));
    }
  return G_MAXUINT64 - known;
}

/* What the reference leads to. */
static guint64
number_of (const Matcher *m, gboolean is_new, const AmRef *ref)
{
  if (ref->index == AM_NONE)
    return ref->id != NULL ? number_of_stray (m, ref->id) : G_MAXUINT64;
  return am_difference_number (m->d, AM_ENTITY_CLAIM, is_new, ref->index);
}

static AmRange
add_premises (const Matcher *m, gboolean is_new, const AmRelation *relation, gboolean carrier)
{
  guint start = m->pool->len;
  guint64 from = am_difference_number (m->d, AM_ENTITY_CLAIM, is_new, relation->from);

  if (carrier)
    g_array_append_val (m->pool, from);
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      guint64 number =
          number_of (m, is_new, am_map_ref (map_of (m, is_new), relation->with.start + i));
      g_array_append_val (m->pool, number);
    }
  return sort_numbers (m->pool, start);
}

static void
find_ends (const Matcher *m, gboolean is_new, guint32 index)
{
  const AmMap *map = map_of (m, is_new);
  const AmRelation *relation = am_map_relation (map, index);
  gboolean undercut = relation->kind == AM_RELATION_UNDERCUT;
  Ends *ends = &m->ends[is_new][index];

  ends->from = am_difference_number (m->d, AM_ENTITY_CLAIM, is_new, relation->from);
  ends->to = undercut
               ? am_difference_number (m->d, AM_ENTITY_RELATION, is_new, relation->to_relation)
               : am_difference_number (m->d, AM_ENTITY_CLAIM, is_new, relation->to.index);
  if (ends->to == G_MAXUINT64 && !undercut)
    ends->to_id = relation->to.id;
  else if (ends->to == G_MAXUINT64 && relation->to_pair != AM_NONE)
    ends->to_id = am_map_pair (map, relation->to_pair)->relation.id;
  ends->with = add_premises (m, is_new, relation, FALSE);
  ends->premises = add_premises (m, is_new, relation, TRUE);
}

/* --- by what relations are matched --- */

static gint
order_of (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

static const AmRelation *
relation_of (const Matcher *m, const AmSide *side)
{
  return am_map_relation (map_of (m, side->is_new), side->index);
}

static const Ends *
ends_of (const Matcher *m, const AmSide *side)
{
  return &m->ends[side->is_new][side->index];
}

static gint
compare_ids (const AmSide *a, const AmSide *b, gpointer data)
{
  return g_strcmp0 (relation_of (data, a)->id, relation_of (data, b)->id);
}

static gint
compare_kinds (const AmSide *a, const AmSide *b, gpointer data)
{
  return (gint) relation_of (data, a)->kind - (gint) relation_of (data, b)->kind;
}

static gint
compare_targets (const AmSide *a, const AmSide *b, gpointer data)
{
  gint order = order_of (ends_of (data, a)->to, ends_of (data, b)->to);
  return order != 0 ? order : g_strcmp0 (ends_of (data, a)->to_id, ends_of (data, b)->to_id);
}

static gint
compare_ends (const AmSide *a, const AmSide *b, gpointer data)
{
  gint order = order_of (ends_of (data, a)->from, ends_of (data, b)->from);
  return order != 0 ? order : compare_targets (a, b, data);
}

static gint
compare_pools (const Matcher *m, AmRange a, AmRange b)
{
  gint order = order_of (a.count, b.count);

  for (guint32 i = 0; i < a.count && order == 0; i++)
    order = order_of (g_array_index (m->pool, guint64, a.start + i),
                      g_array_index (m->pool, guint64, b.start + i));
  return order;
}

static gint
compare_ends_and_kinds (const AmSide *a, const AmSide *b, gpointer data)
{
  gint order = compare_ends (a, b, data);
  return order != 0 ? order : compare_kinds (a, b, data);
}

static gint
compare_with_ids (const AmSide *a, const AmSide *b, gpointer data)
{
  gint order = compare_ends_and_kinds (a, b, data);
  return order != 0 ? order : compare_ids (a, b, data);
}

static gint
compare_with_premises (const AmSide *a, const AmSide *b, gpointer data)
{
  gint order = compare_ends_and_kinds (a, b, data);
  return order != 0 ? order
                    : compare_pools (data, ends_of (data, a)->with, ends_of (data, b)->with);
}

/* Another of the premises carries it. */
static gint
compare_premises (const AmSide *a, const AmSide *b, gpointer data)
{
  gint order = compare_targets (a, b, data);

  if (order == 0)
    order = compare_kinds (a, b, data);
  return order != 0
           ? order
           : compare_pools (data, ends_of (data, a)->premises, ends_of (data, b)->premises);
}

/* --- all --- */

static GArray *
list_some (const Matcher *m, gboolean is_new, const GArray *items, gboolean named)
{
  const guint32 *others = is_new ? m->match->to_old : m->match->to_new;
  GArray *some = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < items->len; i++)
    {
      AmSide side = { g_array_index (items, guint32, i), is_new };
      if (others[side.index] == AM_NONE && (!named || relation_of (m, &side)->id != NULL))
        g_array_append_val (some, side.index);
    }
  return some;
}

static void
match_by (Matcher *m, const GArray *old_items, const GArray *new_items, AmSideCompare compare,
          gboolean named)
{
  g_autoptr (GArray) old_some = list_some (m, FALSE, old_items, named),
                     new_some = list_some (m, TRUE, new_items, named);

  if (old_some->len > 0 && new_some->len > 0)
    am_match_equal (m->match, old_some, new_some, compare, m);
}

static void
match_layer (Matcher *m, const GArray *old_items, const GArray *new_items)
{
  for (guint i = 0; i < old_items->len; i++)
    find_ends (m, FALSE, g_array_index (old_items, guint32, i));
  for (guint i = 0; i < new_items->len; i++)
    find_ends (m, TRUE, g_array_index (new_items, guint32, i));
  match_by (m, old_items, new_items, compare_with_ids, TRUE);
  match_by (m, old_items, new_items, compare_with_premises, FALSE);
  match_by (m, old_items, new_items, compare_ends_and_kinds, FALSE);
  match_by (m, old_items, new_items, compare_ids, TRUE);
  match_by (m, old_items, new_items, compare_premises, FALSE);
  match_by (m, old_items, new_items, compare_ends, FALSE);
}

/* Those of @items from @at on that are of @layer: where they end. */
static guint
take_layer (const GArray *items, guint at, const guint32 *layers, guint32 layer, GArray *taken)
{
  g_array_set_size (taken, 0);
  for (; at < items->len && layers[g_array_index (items, guint32, at)] == layer; at++)
    g_array_append_val (taken, g_array_index (items, guint32, at));
  return at;
}

static guint32
layer_at (const GArray *items, guint at, const guint32 *layers)
{
  return at < items->len ? layers[g_array_index (items, guint32, at)] : UNKNOWN;
}

static guint
count_matched (const AmMatch *match, const GArray *old_items)
{
  guint matched = 0;

  for (guint i = 0; i < old_items->len; i++)
    matched += match->to_new[g_array_index (old_items, guint32, i)] != AM_NONE;
  return matched;
}

/* Those that go round in circles are matched by what is matched of them already, as long as that
 * goes on; at first by their ids. */
static void
match_layers (Matcher *m, const GArray *old_items, const GArray *new_items, guint32 last)
{
  g_autoptr (GArray) old_layer = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     new_layer = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint i = 0, k = 0;

  while (i < old_items->len || k < new_items->len)
    {
      guint32 layer =
          MIN (layer_at (old_items, i, m->layers[0]), layer_at (new_items, k, m->layers[1]));
      i = take_layer (old_items, i, m->layers[0], layer, old_layer);
      k = take_layer (new_items, k, m->layers[1], layer, new_layer);
      guint before;
      do
        {
          before = count_matched (m->match, old_layer);
          match_layer (m, old_layer, new_layer);
        }
      while (layer == last && count_matched (m->match, old_layer) > before);
    }
  match_by (m, old_items, new_items, compare_ids, TRUE);
}

void
am_difference_match_relations (AmDifference *d)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GHashTable) strays = g_hash_table_new (am_hash_text, g_str_equal);
  guint32 n_old = d->old_map->relations->len, n_new = d->new_map->relations->len;
  g_autofree Ends *old_ends = g_new0 (Ends, (gsize) n_old + 1),
                  *new_ends = g_new0 (Ends, (gsize) n_new + 1);
  guint32 last = MAX (n_old, n_new); /* no chain is as long */
  g_autofree guint32 *old_layers = find_layers (d->old_map, last),
                     *new_layers = find_layers (d->new_map, last);
  g_autoptr (GArray) old_items = sort_by_layer (old_layers, n_old, last),
                     new_items = sort_by_layer (new_layers, n_new, last);
  Matcher m = { d,
                &d->matches[AM_ENTITY_RELATION],
                { old_ends, new_ends },
                { old_layers, new_layers },
                pool,
                strays };

  match_layers (&m, old_items, new_items, last);
}
