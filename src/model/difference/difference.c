#include "model/difference/difference-private.h"

/* --- matches --- */

static void
match_init (AmMatch *match, guint32 n_old, guint32 n_new)
{
  *match = (AmMatch){ g_new (guint32, (gsize) n_old + 1), g_new (guint32, (gsize) n_new + 1) };
  for (guint32 i = 0; i < n_old; i++)
    match->to_new[i] = AM_NONE;
  for (guint32 i = 0; i < n_new; i++)
    match->to_old[i] = AM_NONE;
}

/* --- one entity --- */

static gboolean
is_same_target (const AmDifference *d, const AmRelation *a, const AmRelation *b)
{
  gboolean undercut = a->kind == AM_RELATION_UNDERCUT;

  if (undercut != (b->kind == AM_RELATION_UNDERCUT))
    return FALSE;
  if (!undercut)
    return am_difference_compare_refs (d, AM_ENTITY_CLAIM, &a->to, FALSE, &b->to, TRUE) == 0;
  return am_difference_number (d, AM_ENTITY_RELATION, FALSE, a->to_relation)
      == am_difference_number (d, AM_ENTITY_RELATION, TRUE, b->to_relation);
}

static gboolean
is_same_carrier (const AmDifference *d, const AmRelation *a, const AmRelation *b)
{
  return am_difference_number (d, AM_ENTITY_CLAIM, FALSE, a->from)
      == am_difference_number (d, AM_ENTITY_CLAIM, TRUE, b->from);
}

static void
find_list (AmDifference *d, const AmMember *member, const AmChange *pair, gconstpointer before,
           gconstpointer after, AmMemberChange *change)
{
  if (member->type == AM_MEMBER_POSITIONS)
    am_difference_find_positions (d, member, pair->old_index, pair->new_index, change);
  else if (member->type == AM_MEMBER_IGNORES)
    am_difference_find_entries (d, member, (AmRange){ 0, d->old_map->ignores->len },
                                (AmRange){ 0, d->new_map->ignores->len }, change);
  else
    am_difference_find_entries (d, member, AM_MEMBER_VALUE (AmRange, member, before),
                                AM_MEMBER_VALUE (AmRange, member, after), change);
}

/* Whether the member differs; of a list @change then says in what. */
static gboolean
differs (AmDifference *d, const AmMember *member, const AmChange *pair, AmMemberChange *change)
{
  gconstpointer before = am_map_record (d->old_map, pair->kind, pair->old_index);
  gconstpointer after = am_map_record (d->new_map, pair->kind, pair->new_index);

  if (member->type == AM_MEMBER_CARRIER)
    return !is_same_carrier (d, before, after);
  if (member->type == AM_MEMBER_TARGET)
    return !is_same_target (d, before, after);
  if (!am_member_is_list (member))
    return am_difference_compare_values (d, member, before, FALSE, after, TRUE) != 0;
  find_list (d, member, pair, before, after, change);
  return change->removed.count + change->added.count > 0;
}

static void
compare_pair (AmDifference *d, AmEntityKind kind, guint32 old_index, guint32 new_index)
{
  AmChange pair = { kind, old_index, new_index, { d->members->len, 0 } };

  for (const AmMember *const *member = am_members_of (kind); *member != NULL; member++)
    {
      AmMemberChange change = { *member, { 0, 0 }, { 0, 0 } };
      if (differs (d, *member, &pair, &change))
        g_array_append_val (d->members, change);
    }
  pair.members.count = d->members->len - pair.members.start;
  if (pair.members.count > 0)
    g_array_append_val (d->changes, pair);
}

static void
compare_kind (AmDifference *d, AmEntityKind kind)
{
  const AmMatch *match = &d->matches[kind];

  for (guint32 i = 0; i < am_map_count (d->old_map, kind); i++)
    {
      AmChange change = { kind, i, AM_NONE, { 0, 0 } };
      if (match->to_new[i] == AM_NONE)
        g_array_append_val (d->changes, change);
    }
  for (guint32 i = 0; i < am_map_count (d->new_map, kind); i++)
    {
      AmChange change = { kind, AM_NONE, i, { 0, 0 } };
      if (match->to_old[i] == AM_NONE)
        g_array_append_val (d->changes, change);
      else
        compare_pair (d, kind, match->to_old[i], i);
    }
}

/* --- all --- */

AmDifference *
am_difference_new (const AmMap *old_map, const AmMap *new_map)
{
  static const AmEntityKind kinds[] = { AM_ENTITY_STAKEHOLDER, AM_ENTITY_CLAIM, AM_ENTITY_RELATION,
                                        AM_ENTITY_SOURCE };
  AmDifference *d = g_new0 (AmDifference, 1);

  d->old_map = old_map;
  d->new_map = new_map;
  d->changes = g_array_new (FALSE, FALSE, sizeof (AmChange));
  d->members = g_array_new (FALSE, FALSE, sizeof (AmMemberChange));
  d->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  d->stances = g_array_new (FALSE, FALSE, sizeof (AmStanceChange));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    match_init (&d->matches[kinds[i]], am_map_count (old_map, kinds[i]),
                am_map_count (new_map, kinds[i]));
  am_difference_match_entities (d);
  am_difference_match_relations (d);
  compare_pair (d, AM_ENTITY_NONE, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    compare_kind (d, kinds[i]);
  return d;
}

void
am_difference_free (AmDifference *difference)
{
  if (difference == NULL)
    return;
  for (guint kind = 0; kind < G_N_ELEMENTS (difference->matches); kind++)
    {
      g_free (difference->matches[kind].to_new);
      g_free (difference->matches[kind].to_old);
    }
  g_array_unref (difference->changes);
  g_array_unref (difference->members);
  g_array_unref (difference->places);
  g_array_unref (difference->stances);
  g_free (difference);
}

const AmMemberChange *
am_difference_find_member (const AmDifference *difference, const AmChange *change, const char *name)
{
  for (guint32 i = 0; i < change->members.count; i++)
    if (g_str_equal (am_difference_member (difference, change, i)->member->name, name))
      return am_difference_member (difference, change, i);
  return NULL;
}
