#include "model/map.h"

#include "base/normal.h"

#include "model/index.h"

AmMap *
am_map_new (AmSource *source)
{
  AmMap *map = g_new0 (AmMap, 1);
  map->source = source;
  map->stakeholders = g_array_new (FALSE, FALSE, sizeof (AmStakeholder));
  map->claims = g_array_new (FALSE, FALSE, sizeof (AmClaim));
  map->relations = g_array_new (FALSE, FALSE, sizeof (AmRelation));
  map->sources = g_array_new (FALSE, FALSE, sizeof (AmSourceRecord));
  map->ignores = g_array_new (FALSE, FALSE, sizeof (AmIgnore));
  map->evidence = g_array_new (FALSE, FALSE, sizeof (AmEvidence));
  map->positions = g_array_new (FALSE, FALSE, sizeof (AmPosition));
  map->pairs = g_array_new (FALSE, FALSE, sizeof (AmPair));
  map->refs = g_array_new (FALSE, FALSE, sizeof (AmRef));
  map->strings = g_array_new (FALSE, FALSE, sizeof (char *));
  return map;
}

/* NULL is fine. */
static void
free_index (AmIndex *index)
{
  if (index == NULL)
    return;
  for (guint kind = AM_ENTITY_NONE + 1; kind < G_N_ELEMENTS (index->ids); kind++)
    g_clear_pointer (&index->ids[kind], g_hash_table_unref);
  am_lists_clear (&index->incoming);
  am_lists_clear (&index->linked);
  am_lists_clear (&index->undercutters);
  am_lists_clear (&index->asserted);
  g_free (index);
}

void
am_map_free (AmMap *map)
{
  if (map == NULL)
    return;
  free_index (map->index);
  g_array_unref (map->stakeholders);
  g_array_unref (map->claims);
  g_array_unref (map->relations);
  g_array_unref (map->sources);
  g_array_unref (map->ignores);
  g_array_unref (map->evidence);
  g_array_unref (map->positions);
  g_array_unref (map->pairs);
  g_array_unref (map->refs);
  g_array_unref (map->strings);
  if (map->free_backing != NULL)
    map->free_backing (map->backing);
  am_source_free (map->source);
  g_free (map);
}

/* What an id can name: where its records are, how large each is, and where in it the id is. */
#define KIND(array, Type, word)                                                                    \
  {                                                                                                \
    offsetof (AmMap, array), sizeof (Type), offsetof (Type, id), word                              \
  }

static const struct
{
  gsize array, size, id;
  const char *word;
} entities[] = {
  [AM_ENTITY_NONE] = { 0, 0, 0, "nothing" },
  [AM_ENTITY_STAKEHOLDER] = KIND (stakeholders, AmStakeholder, "stakeholder"),
  [AM_ENTITY_CLAIM] = KIND (claims, AmClaim, "claim"),
  [AM_ENTITY_SOURCE] = KIND (sources, AmSourceRecord, "source"),
  [AM_ENTITY_RELATION] = KIND (relations, AmRelation, "relation"),
};

static const GArray *
records_of (const AmMap *map, AmEntityKind kind)
{
  return G_STRUCT_MEMBER (const GArray *, map, entities[kind].array);
}

guint32
am_map_count (const AmMap *map, AmEntityKind kind)
{
  return kind != AM_ENTITY_NONE ? records_of (map, kind)->len : 0;
}

gconstpointer
am_map_record (const AmMap *map, AmEntityKind kind, guint32 index)
{
  return kind != AM_ENTITY_NONE ? records_of (map, kind)->data + index * entities[kind].size
                                : (gconstpointer) map;
}

const char *
am_map_entity_id (const AmMap *map, AmEntity thing)
{
  return thing.kind != AM_ENTITY_NONE ? G_STRUCT_MEMBER (
             const char *, am_map_record (map, thing.kind, thing.index), entities[thing.kind].id)
                                      : NULL;
}

guint32
am_map_entity_at (const AmMap *map, AmEntity thing)
{
  return thing.kind != AM_ENTITY_NONE
           ? *(const guint32 *) am_map_record (map, thing.kind, thing.index)
           : map->at;
}

const char *
am_map_entity_word (const AmMap *map, AmEntity thing)
{
  return thing.kind == AM_ENTITY_CLAIM ? am_role_word (am_map_claim (map, thing.index)->role)
                                       : entities[thing.kind].word;
}

const char *
am_role_word (AmRole role)
{
  return role == AM_ROLE_REBUTTAL ? "rebuttal" : "claim";
}

const char *
am_relation_word (AmRelationKind kind)
{
  static const char *const words[] = { "supports", "rebuts", "undercuts" };

  g_assert ((guint) kind < G_N_ELEMENTS (words));
  return words[kind];
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint64 *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

/* Sorted by source and place, then the first of each by place. */
GArray *
am_map_sources_of (const AmMap *map, AmRange evidence)
{
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint64), evidence.count);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint64));
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < evidence.count; i++)
    {
      guint64 entry = (guint64) am_map_evidence (map, evidence.start + i)->source.index << 32 | i;
      g_array_append_val (order, entry);
    }
  g_array_sort (order, compare_numbers);
  for (guint i = 0; i < order->len; i++)
    {
      guint64 entry = g_array_index (order, guint64, i), place = entry & G_MAXUINT32;
      if (i == 0 || entry >> 32 != g_array_index (order, guint64, i - 1) >> 32)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_numbers);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (
        sources,
        am_map_evidence (map, evidence.start + (guint32) g_array_index (places, guint64, i))
            ->source.index);
  return sources;
}

guint32 *
am_map_count_citations (const AmMap *map)
{
  guint32 *cited = g_new0 (guint32, (gsize) map->sources->len + 1);

  for (guint32 i = 0; i < map->evidence->len; i++)
    if (am_map_evidence (map, i)->source.index != AM_NONE)
      cited[am_map_evidence (map, i)->source.index]++;
  return cited;
}

gboolean
am_map_has_tag (const AmMap *map, const AmClaim *claim, const char *tag)
{
  for (guint32 i = 0; i < claim->tags.count; i++)
    if (am_normal_equal (*am_map_string (map, claim->tags.start + i), tag))
      return TRUE;
  return FALSE;
}

gint
am_map_compare_claims (const AmMap *map, guint32 a, guint32 b)
{
  gint order = g_strcmp0 (am_map_claim (map, a)->id, am_map_claim (map, b)->id);
  return order != 0 ? order : (a > b) - (a < b);
}

gint
am_map_compare_stakeholders (const AmMap *map, guint32 a, guint32 b)
{
  gint order = g_strcmp0 (am_map_stakeholder (map, a)->id, am_map_stakeholder (map, b)->id);
  return order != 0 ? order : (a > b) - (a < b);
}
