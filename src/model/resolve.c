/* From written ids to indices. */

#include "model/index.h"

#include "base/hash.h"

/* --- ids --- */

static void
name_thing (AmIndex *index, AmEntityKind kind, const char *id, guint32 i)
{
  if (id != NULL && id[0] != '\0' && !g_hash_table_contains (index->ids[kind], id))
    g_hash_table_insert (index->ids[kind], (gpointer) id, GSIZE_TO_POINTER ((gsize) i + 1));
}

static void
collect_ids (const AmMap *map, AmIndex *index)
{
  for (guint kind = AM_ENTITY_NONE + 1; kind < G_N_ELEMENTS (index->ids); kind++)
    index->ids[kind] = g_hash_table_new (am_hash_text, g_str_equal);
  for (AmEntityKind kind = AM_ENTITY_STAKEHOLDER; kind <= AM_ENTITY_RELATION; kind++)
    for (guint32 i = 0, count = am_map_count (map, kind); i < count; i++)
      name_thing (index, kind, am_map_entity_id (map, (AmEntity){ kind, i }), i);
}

guint32
am_map_find_kind (const AmMap *map, AmEntityKind kind, const char *id)
{
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (map->index->ids[kind], id));
  return found == 0 ? AM_NONE : (guint32) (found - 1);
}

AmEntity
am_map_find (const AmMap *map, const char *id)
{
  for (AmEntityKind kind = AM_ENTITY_STAKEHOLDER; kind <= AM_ENTITY_RELATION; kind++)
    {
      guint32 found = am_map_find_kind (map, kind, id);
      if (found != AM_NONE)
        return (AmEntity){ kind, found };
    }
  return (AmEntity){ AM_ENTITY_NONE, AM_NONE };
}

/* --- references --- */

static void
resolve (const AmMap *map, AmRef *ref, AmEntityKind kind)
{
  ref->index = ref->id != NULL ? am_map_find_kind (map, kind, ref->id) : AM_NONE;
}

static void
resolve_range (const AmMap *map, AmRange range, AmEntityKind kind)
{
  for (guint32 i = 0; i < range.count; i++)
    resolve (map, am_map_ref (map, range.start + i), kind);
}

static void
resolve_refs (const AmMap *map)
{
  resolve_range (map, map->resolutions, AM_ENTITY_CLAIM);
  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 claim = am_map_ref (map, map->resolutions.start + i)->index;
      if (claim != AM_NONE)
        am_map_claim (map, claim)->resolution = TRUE;
    }
  resolve_range (map, map->expect_unanswered, AM_ENTITY_CLAIM);
  resolve_range (map, map->expect_disputed, AM_ENTITY_CLAIM);
  resolve_range (map, map->expect_answered, AM_ENTITY_CLAIM);
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    resolve (map, &am_map_stakeholder (map, i)->member_of, AM_ENTITY_STAKEHOLDER);
  for (guint32 i = 0; i < map->positions->len; i++)
    resolve (map, &am_map_position (map, i)->claim, AM_ENTITY_CLAIM);
  for (guint32 i = 0; i < map->evidence->len; i++)
    resolve (map, &am_map_evidence (map, i)->source, AM_ENTITY_SOURCE);
  for (guint32 i = 0; i < map->claims->len; i++)
    resolve_range (map, am_map_claim (map, i)->by, AM_ENTITY_STAKEHOLDER);
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      AmRelation *relation = am_map_relation (map, i);
      resolve_range (map, relation->with, AM_ENTITY_CLAIM);
      resolve (map, &relation->to, AM_ENTITY_CLAIM);
    }
  for (guint32 i = 0; i < map->pairs->len; i++)
    {
      AmPair *pair = am_map_pair (map, i);
      resolve (map, &pair->relation, AM_ENTITY_RELATION);
      resolve (map, &pair->from, AM_ENTITY_CLAIM);
      resolve (map, &pair->to, AM_ENTITY_CLAIM);
    }
}

/* --- lists --- */

static void
add_edge (GArray *edges, guint32 target, guint32 item)
{
  AmEdge edge = { target, item };
  if (target != AM_NONE)
    g_array_append_val (edges, edge);
}

/* Every list keeps the order of the edges. */
static AmLists
make_lists (guint32 n_targets, const GArray *edges)
{
  return am_lists_new (n_targets, (const AmEdge *) (gpointer) edges->data, edges->len);
}

static AmLists
list_incoming (const AmMap *map)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AmEdge));
  for (guint32 i = 0; i < map->relations->len; i++)
    add_edge (edges, am_map_relation (map, i)->to.index, i);
  return make_lists (map->claims->len, edges);
}

static AmLists
list_linked (const AmMap *map)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AmEdge));
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      AmRange with = am_map_relation (map, i)->with;
      for (guint32 k = 0; k < with.count; k++)
        add_edge (edges, am_map_ref (map, with.start + k)->index, i);
    }
  return make_lists (map->claims->len, edges);
}

static AmLists
list_undercutters (const AmMap *map)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AmEdge));
  for (guint32 i = 0; i < map->relations->len; i++)
    add_edge (edges, am_map_relation (map, i)->to_relation, i);
  return make_lists (map->relations->len, edges);
}

static AmLists
list_asserted (const AmMap *map)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AmEdge));
  g_autofree guint32 *last =
      g_new0 (guint32, (gsize) map->stakeholders->len
                           + 1); /* per stakeholder: the claim listed last, from 1 */

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmRange by = am_map_claim (map, i)->by;
      for (guint32 k = 0; k < by.count; k++)
        {
          guint32 who = am_map_ref (map, by.start + k)->index;
          if (who == AM_NONE || last[who] == i + 1)
            continue;
          last[who] = i + 1;
          add_edge (edges, who, i);
        }
    }
  return make_lists (map->stakeholders->len, edges);
}

AmIndexList
am_map_incoming (const AmMap *map, guint32 claim)
{
  return am_lists_of (&map->index->incoming, claim);
}

AmIndexList
am_map_linked (const AmMap *map, guint32 claim)
{
  return am_lists_of (&map->index->linked, claim);
}

AmIndexList
am_map_undercutters (const AmMap *map, guint32 relation)
{
  return am_lists_of (&map->index->undercutters, relation);
}

AmIndexList
am_map_asserted (const AmMap *map, guint32 stakeholder)
{
  return am_lists_of (&map->index->asserted, stakeholder);
}

/* More of them are not gone through one by one. */
#define FEW_ASSERTERS 8

static gboolean
asserts_by_index (const AmMap *map, guint32 claim, guint32 stakeholder)
{
  AmIndexList asserted = am_map_asserted (map, stakeholder);
  guint32 low = 0, high = asserted.count;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      if (asserted.items[middle] < claim)
        low = middle + 1;
      else
        high = middle;
    }
  return low < asserted.count && asserted.items[low] == claim;
}

gboolean
am_map_asserts (const AmMap *map, const AmClaim *claim, guint32 stakeholder)
{
  if (claim->by.count > FEW_ASSERTERS)
    return asserts_by_index (map, (guint32) (claim - am_map_claim (map, 0)), stakeholder);
  for (guint32 i = 0; i < claim->by.count; i++)
    if (am_map_ref (map, claim->by.start + i)->index == stakeholder)
      return TRUE;
  return FALSE;
}

/* --- undercuts ---

   A pair whose target is itself a relation can only be resolved after the undercut that it names.
   So an undercut that cannot be resolved yet waits for the key (carrier, attacked relation), and is
   tried again when an undercut with that key has been. Every retry follows a success, so the work
   is linear in the map. */

typedef struct
{
  const AmMap *map;
  GHashTable *known; /* key → first undercut with it, and how many: GArray of relation indices */
  GHashTable *waiting; /* key → GArray of relation indices */
} Undercuts;

static void
append_at_key (GHashTable *table, guint64 key, guint32 item)
{
  GArray *list = g_hash_table_lookup (table, &key);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (table, g_memdup2 (&key, sizeof key), list);
    }
  g_array_append_val (list, item);
}

static guint64
key_of (guint32 carrier, guint32 relation)
{
  return (guint64) carrier << 32 | relation;
}

/* Where in @list the relations of @carrier begin: the list is sorted by carrier. */
static guint32
first_of_carrier (const AmMap *map, AmIndexList list, guint32 carrier)
{
  guint32 low = 0, high = list.count;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      if (am_map_relation (map, list.items[middle])->from < carrier)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint32
am_map_count_from (const AmMap *map, AmIndexList list, guint32 carrier)
{
  return first_of_carrier (map, list, carrier + 1) - first_of_carrier (map, list, carrier);
}

static guint32
find_by_claims (const AmMap *map, AmPair *pair)
{
  pair->matches = 0;
  if (pair->from.index == AM_NONE || pair->to.index == AM_NONE)
    return AM_NONE;
  AmIndexList list = am_map_incoming (map, pair->to.index);
  pair->matches = am_map_count_from (map, list, pair->from.index);
  return pair->matches > 0 ? list.items[first_of_carrier (map, list, pair->from.index)] : AM_NONE;
}

static guint32
find_by_relation (Undercuts *u, AmPair *pair, guint32 relation, guint64 *missing)
{
  if (pair->from.index == AM_NONE || relation == AM_NONE)
    return AM_NONE;
  guint64 key = key_of (pair->from.index, relation);
  GArray *found = g_hash_table_lookup (u->known, &key);
  if (found == NULL)
    {
      *missing = key;
      return AM_NONE;
    }
  pair->matches = found->len;
  return g_array_index (found, guint32, 0);
}

#define NOTHING_MISSING G_MAXUINT64

/* The relation that the nested pairs from @outermost on name. */
static guint32
find_relation (Undercuts *u, guint32 outermost, guint64 *missing)
{
  guint32 chain[64]; /* the scanner lets nothing nest deeper */
  guint depth = 0;
  for (guint32 p = outermost; p != AM_NONE && depth < G_N_ELEMENTS (chain);
       p = am_map_pair (u->map, p)->to_pair)
    chain[depth++] = p;

  guint32 relation = AM_NONE;
  *missing = NOTHING_MISSING;
  while (depth > 0)
    {
      AmPair *pair = am_map_pair (u->map, chain[--depth]);
      if (pair->relation.id != NULL)
        {
          relation = pair->relation.index;
          pair->matches = relation != AM_NONE;
        }
      else if (pair->to_pair == AM_NONE)
        relation = find_by_claims (u->map, pair);
      else
        relation = find_by_relation (u, pair, relation, missing);
    }
  return relation;
}

static void
resolve_undercut (Undercuts *u, guint32 undercut, GArray *ready)
{
  AmRelation *relation = am_map_relation (u->map, undercut);
  guint64 missing;

  if (relation->to_relation != AM_NONE)
    return;
  relation->to_relation = find_relation (u, relation->to_pair, &missing);
  if (missing != NOTHING_MISSING)
    append_at_key (u->waiting, missing, undercut);
  if (relation->to_relation == AM_NONE)
    return;

  guint64 key = key_of (relation->from, relation->to_relation);
  append_at_key (u->known, key, undercut);
  GArray *waiting = g_hash_table_lookup (u->waiting, &key);
  if (waiting == NULL)
    return;
  g_array_append_vals (ready, waiting->data, waiting->len);
  g_hash_table_remove (u->waiting, &key);
}

static GHashTable *
table_of_lists (void)
{
  return g_hash_table_new_full (am_hash_int64, g_int64_equal, g_free,
                                (GDestroyNotify) g_array_unref);
}

static void
resolve_undercuts (const AmMap *map)
{
  g_autoptr (GHashTable) known = table_of_lists ();
  g_autoptr (GHashTable) waiting = table_of_lists ();
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint32));
  Undercuts u = { map, known, waiting };

  for (guint32 i = map->relations->len; i-- > 0;)
    {
      AmRelation *relation = am_map_relation (map, i);
      relation->to_relation = AM_NONE;
      if (relation->kind == AM_RELATION_UNDERCUT)
        g_array_append_val (ready, i);
    }
  while (ready->len > 0)
    {
      guint32 next = g_array_index (ready, guint32, ready->len - 1);
      g_array_set_size (ready, ready->len - 1);
      resolve_undercut (&u, next, ready);
    }
  /* once more for the number of matches, which grew while undercuts were being found */
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      guint64 missing;
      if (am_map_relation (map, i)->kind == AM_RELATION_UNDERCUT)
        find_relation (&u, am_map_relation (map, i)->to_pair, &missing);
    }
}

void
am_map_resolve (AmMap *map)
{
  g_assert (map->index == NULL);

  map->index = g_new0 (AmIndex, 1);
  collect_ids (map, map->index);
  resolve_refs (map);
  map->index->incoming = list_incoming (map);
  resolve_undercuts (map);
  map->index->linked = list_linked (map);
  map->index->undercutters = list_undercutters (map);
  map->index->asserted = list_asserted (map);
}

void
am_map_list (AmMap *map)
{
  g_assert (map->index == NULL);

  map->index = g_new0 (AmIndex, 1);
  collect_ids (map, map->index);
  map->index->incoming = list_incoming (map);
  map->index->linked = list_linked (map);
  map->index->undercutters = list_undercutters (map);
  map->index->asserted = list_asserted (map);
}
