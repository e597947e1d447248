#include "model/merged.h"

#include "model/difference/difference-private.h"
#include "model/index.h"

/* Where the things of the two maps are in the merged one. */
typedef struct
{
  AmMerged *merged;
  AmMap *map;
  const AmDifference *d;
  guint32 *places[AM_ENTITY_RELATION + 1][2]; /* by is_new */
  GArray *orders[AM_ENTITY_RELATION + 1]; /* of AmSide: what stands at each place; NULL for
                                             relations */
  GStringChunk *ids; /* those that were made */
} Merging;

const char *
am_mark_word (AmMark mark)
{
  static const char *const words[] = { "", "added", "removed", "changed" };
  return words[mark];
}

static const AmMap *
map_of (const Merging *m, gboolean is_new)
{
  return is_new ? m->d->new_map : m->d->old_map;
}

/* --- the order of things --- */

/* Removed things by what they came after: a list for each thing that is in both maps, and one for
 * the beginning. */
typedef struct
{
  guint32 *first, *next, *last; /* first and last: by the index in the new map plus one; next: by
                                   that in the old one */
} Bucket;

static void
fill_buckets (Bucket *b, const guint32 *to_new, guint32 n_old, guint32 n_new)
{
  guint32 anchor = 0;

  b->first = g_new (guint32, (gsize) n_new + 1);
  b->last = g_new (guint32, (gsize) n_new + 1);
  b->next = g_new (guint32, (gsize) n_old + 1);
  for (guint32 i = 0; i <= n_new; i++)
    b->first[i] = b->last[i] = AM_NONE;
  for (guint32 i = 0; i < n_old; i++)
    {
      b->next[i] = AM_NONE;
      if (to_new[i] != AM_NONE)
        {
          anchor = to_new[i] + 1;
          continue;
        }
      if (b->first[anchor] == AM_NONE)
        b->first[anchor] = i;
      else
        b->next[b->last[anchor]] = i;
      b->last[anchor] = i;
    }
}

/* Gives every thing its place, and notes what stands there. */
static void
place_entities (Merging *m, AmEntityKind kind)
{
  GArray *order = m->orders[kind] = g_array_new (FALSE, FALSE, sizeof (AmSide));
  guint32 n_old = am_map_count (m->d->old_map, kind), n_new = am_map_count (m->d->new_map, kind);
  guint32 *old_places = m->places[kind][0] = g_new (guint32, (gsize) n_old + 1);
  guint32 *new_places = m->places[kind][1] = g_new (guint32, (gsize) n_new + 1);
  Bucket buckets;

  fill_buckets (&buckets, m->d->matches[kind].to_new, n_old, n_new);
  for (guint32 anchor = 0; anchor <= n_new; anchor++)
    {
      AmSide side = { anchor - 1, TRUE };
      if (anchor > 0)
        {
          new_places[anchor - 1] = order->len;
          g_array_append_val (order, side);
        }
      for (guint32 i = buckets.first[anchor]; i != AM_NONE; i = buckets.next[i])
        {
          side = (AmSide){ i, FALSE };
          old_places[i] = order->len;
          g_array_append_val (order, side);
        }
    }
  for (guint32 i = 0; i < n_old; i++)
    if (m->d->matches[kind].to_new[i] != AM_NONE)
      old_places[i] = new_places[m->d->matches[kind].to_new[i]];
  g_free (buckets.first);
  g_free (buckets.last);
  g_free (buckets.next);
}

/* --- ids and references --- */

/* @id, or another where something of the new map has it. */
static const char *
free_id (Merging *m, AmEntityKind kind, gboolean is_new, const char *id)
{
  if (is_new || id == NULL || am_map_find_kind (m->d->new_map, kind, id) == AM_NONE)
    return id;
  for (guint n = 1;; n++)
    {
      g_autofree char *other =
          n == 1 ? g_strconcat (id, "-old", NULL) : g_strdup_printf ("%s-old%u", id, n);
      if (am_map_find_kind (m->d->new_map, kind, other) == AM_NONE
          && am_map_find_kind (m->d->old_map, kind, other) == AM_NONE)
        return g_string_chunk_insert_const (m->ids, other);
    }
}

static AmRef
copy_ref (Merging *m, AmEntityKind kind, gboolean is_new, const AmRef *ref)
{
  AmRef copy = { ref->id, 0,
                 ref->index != AM_NONE ? m->places[kind][is_new][ref->index] : AM_NONE };
  return copy;
}

static AmRange
copy_refs (Merging *m, AmEntityKind kind, gboolean is_new, AmRange range)
{
  AmRange copy = { m->map->refs->len, range.count };

  for (guint32 i = 0; i < range.count; i++)
    {
      AmRef ref = copy_ref (m, kind, is_new, am_map_ref (map_of (m, is_new), range.start + i));
      g_array_append_val (m->map->refs, ref);
    }
  return copy;
}

static AmRange
copy_evidence (Merging *m, gboolean is_new, AmRange range)
{
  AmRange copy = { m->map->evidence->len, range.count };

  for (guint32 i = 0; i < range.count; i++)
    {
      AmEvidence evidence = *am_map_evidence (map_of (m, is_new), range.start + i);
      evidence.source = copy_ref (m, AM_ENTITY_SOURCE, is_new, &evidence.source);
      g_array_append_val (m->map->evidence, evidence);
    }
  return copy;
}

/* --- records --- */

static void
copy_stakeholder (Merging *m, gboolean is_new, guint32 index)
{
  AmStakeholder who = *am_map_stakeholder (map_of (m, is_new), index);
  AmRange positions = { m->map->positions->len, who.positions.count };

  who.id = free_id (m, AM_ENTITY_STAKEHOLDER, is_new, who.id);
  who.interests = (AmRange){ 0, 0 };
  who.member_of = copy_ref (m, AM_ENTITY_STAKEHOLDER, is_new, &who.member_of);
  for (guint32 i = 0; i < who.positions.count; i++)
    {
      AmPosition position = *am_map_position (map_of (m, is_new), who.positions.start + i);
      position.claim = copy_ref (m, AM_ENTITY_CLAIM, is_new, &position.claim);
      position.evidence = (AmRange){ 0, 0 };
      g_array_append_val (m->map->positions, position);
    }
  who.positions = positions;
  g_array_append_val (m->map->stakeholders, who);
}

static void
copy_source (Merging *m, gboolean is_new, guint32 index)
{
  AmSourceRecord source = *am_map_source (map_of (m, is_new), index);

  source.id = free_id (m, AM_ENTITY_SOURCE, is_new, source.id);
  g_array_append_val (m->map->sources, source);
}

/* Only the place is taken: what it leads to has to have one as well. */
static void
place_relations (Merging *m, gboolean is_new, guint32 claim, guint32 from)
{
  AmRange relations = am_map_claim (map_of (m, is_new), claim)->relations;

  for (guint32 i = relations.start; i < relations.start + relations.count; i++)
    {
      guint32 other = is_new ? m->d->matches[AM_ENTITY_RELATION].to_old[i]
                             : m->d->matches[AM_ENTITY_RELATION].to_new[i];
      if (!is_new && other != AM_NONE)
        continue;
      AmRelation relation = *am_map_relation (map_of (m, is_new), i);
      m->places[AM_ENTITY_RELATION][is_new][i] = m->map->relations->len;
      if (other != AM_NONE)
        m->places[AM_ENTITY_RELATION][0][other] = m->map->relations->len;
      relation.from = from;
      g_array_append_val (m->map->relations, relation);
    }
}

static AmMark
mark_of (const Merging *m, AmEntityKind kind, gboolean is_new, guint32 index)
{
  if (!is_new)
    return AM_MARK_REMOVED;
  return m->d->matches[kind].to_old[index] == AM_NONE ? AM_MARK_ADDED : AM_MARK_NONE;
}

/* Relations of a claim that is in both maps: the new ones, then those that were removed. */
static void
copy_claim (Merging *m, gboolean is_new, guint32 index)
{
  AmClaim claim = *am_map_claim (map_of (m, is_new), index);
  guint32 place = m->map->claims->len,
          other = is_new ? m->d->matches[AM_ENTITY_CLAIM].to_old[index] : AM_NONE;
  AmRange relations = { m->map->relations->len, 0 };

  claim.id = free_id (m, AM_ENTITY_CLAIM, is_new, claim.id);
  claim.by = copy_refs (m, AM_ENTITY_STAKEHOLDER, is_new, claim.by);
  claim.evidence = copy_evidence (m, is_new, claim.evidence);
  claim.tags = (AmRange){ 0, 0 };
  place_relations (m, is_new, index, place);
  if (other != AM_NONE)
    place_relations (m, FALSE, other, place);
  relations.count = m->map->relations->len - relations.start;
  claim.relations = relations;
  m->merged->claims[place] = mark_of (m, AM_ENTITY_CLAIM, is_new, index);
  g_array_append_val (m->map->claims, claim);
}

/* What the relations lead to, once all have a place. */
static void
finish_relations (Merging *m, gboolean is_new)
{
  const AmMap *map = map_of (m, is_new);

  for (guint32 i = 0; i < map->relations->len; i++)
    {
      if (!is_new && m->d->matches[AM_ENTITY_RELATION].to_new[i] != AM_NONE)
        continue;
      const AmRelation *original = am_map_relation (map, i);
      guint32 place = m->places[AM_ENTITY_RELATION][is_new][i];
      AmRelation *relation = am_map_relation (m->map, place);
      relation->id = free_id (m, AM_ENTITY_RELATION, is_new, original->id);
      relation->to = copy_ref (m, AM_ENTITY_CLAIM, is_new, &original->to);
      relation->to_pair = AM_NONE;
      relation->to_relation = original->to_relation != AM_NONE
                                ? m->places[AM_ENTITY_RELATION][is_new][original->to_relation]
                                : AM_NONE;
      relation->with = copy_refs (m, AM_ENTITY_CLAIM, is_new, original->with);
      m->merged->relations[place] = mark_of (m, AM_ENTITY_RELATION, is_new, i);
    }
}

/* --- the whole --- */

static void
copy_entities (Merging *m, AmEntityKind kind, void (*copy) (Merging *, gboolean, guint32))
{
  for (guint i = 0; i < m->orders[kind]->len; i++)
    {
      const AmSide *side = &g_array_index (m->orders[kind], AmSide, i);
      copy (m, side->is_new, side->index);
    }
}

/* Those of the new map, and those of the old one that were removed altogether; of what is no map
 * any more, the old ones. */
static void
copy_resolutions (Merging *m)
{
  AmRange range = { m->map->refs->len, 0 };
  AmRange old_range = m->d->old_map->resolutions;

  copy_refs (m, AM_ENTITY_CLAIM, TRUE, m->d->new_map->resolutions);
  for (guint32 i = 0; i < old_range.count; i++)
    {
      guint32 claim = am_map_ref (m->d->old_map, old_range.start + i)->index;
      if (claim != AM_NONE && m->d->matches[AM_ENTITY_CLAIM].to_new[claim] == AM_NONE)
        copy_refs (m, AM_ENTITY_CLAIM, FALSE, (AmRange){ old_range.start + i, 1 });
    }
  range.count = m->map->refs->len - range.start;
  m->map->resolutions = range;
}

static void
mark_changes (Merging *m)
{
  static const char *tag = AM_MARK_TAG;

  for (guint i = 0; i < m->d->changes->len; i++)
    {
      const AmChange *change = &g_array_index (m->d->changes, AmChange, i);
      if (change->old_index == AM_NONE || change->new_index == AM_NONE)
        continue;
      if (change->kind == AM_ENTITY_CLAIM)
        {
          guint32 place = m->places[AM_ENTITY_CLAIM][1][change->new_index];
          m->merged->claims[place] = AM_MARK_CHANGED;
          m->merged->changes[place] = change;
        }
      else if (change->kind == AM_ENTITY_RELATION)
        m->merged->relations[m->places[AM_ENTITY_RELATION][1][change->new_index]] = AM_MARK_CHANGED;
    }
  g_array_append_val (m->map->strings, tag);
  for (guint32 i = 0; i < m->map->claims->len; i++)
    if (m->merged->claims[i] != AM_MARK_NONE)
      am_map_claim (m->map, i)->tags = (AmRange){ 0, 1 };
}

static AmMap *
begin_map (const AmDifference *d)
{
  AmMap *map = am_map_new (am_source_new_take (d->new_map->source->name, g_strdup (""), 0));
  const AmMap *told =
      d->new_map->claims->len == 0 && d->new_map->title[0] == '\0' ? d->old_map : d->new_map;

  map->title = told->title;
  map->question = told->question;
  map->language = told->language;
  return map;
}

AmMerged *
am_merged_new (const AmDifference *difference)
{
  AmMerged *merged = g_new0 (AmMerged, 1);
  gsize n_old = difference->old_map->relations->len, n_new = difference->new_map->relations->len;
  gsize n_claims = (gsize) difference->old_map->claims->len + difference->new_map->claims->len;
  Merging m = { .merged = merged,
                .map = begin_map (difference),
                .d = difference,
                .ids = g_string_chunk_new (256) };

  merged->difference = difference;
  merged->map = m.map;
  merged->map->backing = m.ids;
  merged->map->free_backing = (GDestroyNotify) g_string_chunk_free;
  merged->claims = g_new0 (AmMark, n_claims + 1);
  merged->changes = g_new0 (const AmChange *, n_claims + 1);
  merged->relations = g_new0 (AmMark, n_old + n_new + 1);
  m.places[AM_ENTITY_RELATION][0] = g_new (guint32, n_old + 1);
  m.places[AM_ENTITY_RELATION][1] = g_new (guint32, n_new + 1);
  for (AmEntityKind kind = AM_ENTITY_STAKEHOLDER; kind <= AM_ENTITY_SOURCE; kind++)
    place_entities (&m, kind);
  copy_entities (&m, AM_ENTITY_SOURCE, copy_source);
  copy_entities (&m, AM_ENTITY_STAKEHOLDER, copy_stakeholder);
  copy_entities (&m, AM_ENTITY_CLAIM, copy_claim);
  finish_relations (&m, TRUE);
  finish_relations (&m, FALSE);
  copy_resolutions (&m);
  mark_changes (&m);
  am_map_list (merged->map);
  for (guint kind = 0; kind < G_N_ELEMENTS (m.places); kind++)
    {
      g_free (m.places[kind][0]);
      g_free (m.places[kind][1]);
      g_clear_pointer (&m.orders[kind], g_array_unref);
    }
  return merged;
}

void
am_merged_free (AmMerged *merged)
{
  if (merged == NULL)
    return;
  am_map_free (merged->map);
  g_free (merged->claims);
  g_free (merged->relations);
  g_free (merged->changes);
  g_free (merged);
}
