#include "model/walk.h"

guint32
am_walk_head (const AmMap *map, const AmRelation *relation)
{
  if (relation->kind != AM_RELATION_UNDERCUT)
    return relation->to.index;
  return relation->to_relation == AM_NONE ? AM_NONE
                                          : am_map_relation (map, relation->to_relation)->from;
}

void
am_steps_init (AmSteps *steps, const AmMap *map, guint32 claim, AmWalkKinds kinds)
{
  *steps = (AmSteps){ map, claim, kinds, 0 };
}

gboolean
am_steps_next (AmSteps *steps, guint32 *relation, guint32 *head)
{
  AmRange own = am_map_claim (steps->map, steps->claim)->relations;
  AmIndexList linked = am_map_linked (steps->map, steps->claim);

  while (steps->next < own.count + linked.count)
    {
      guint32 i = steps->next++;
      *relation = i < own.count ? own.start + i : linked.items[i - own.count];
      const AmRelation *record = am_map_relation (steps->map, *relation);
      *head = am_walk_head (steps->map, record);
      if ((steps->kinds & (1u << record->kind)) != 0 && *head != AM_NONE)
        return TRUE;
    }
  return FALSE;
}

AmLists
am_walk_heads (const AmMap *map, AmWalkKinds kinds)
{
  guint32 n = map->claims->len, count = 0, relation;
  AmLists heads = { g_new (guint32, (gsize) n + 1),
                    g_new (guint32, (gsize) map->relations->len + map->refs->len + 1) };

  for (guint32 i = 0; i < n; i++)
    {
      AmSteps steps;
      heads.start[i] = count;
      am_steps_init (&steps, map, i, kinds);
      while (am_steps_next (&steps, &relation, &heads.items[count]))
        count++;
    }
  heads.start[n] = count;
  return heads;
}

AmParts
am_walk_components (const AmMap *map)
{
  guint32 n = map->claims->len, relation, head;
  g_autofree guint32 *sets = am_sets_new (n);

  for (guint32 i = 0; i < n; i++)
    {
      AmSteps steps;
      am_steps_init (&steps, map, i, AM_WALK_ALL);
      while (am_steps_next (&steps, &relation, &head))
        am_sets_unite (sets, i, head);
    }
  return am_sets_parts (sets, n);
}

AmParts
am_walk_strong_components (const AmMap *map, AmWalkKinds kinds)
{
  g_auto (AmLists) heads = am_walk_heads (map, kinds);
  return am_graph_components (&heads, map->claims->len);
}

gboolean
am_walk_any_broken_ref (const AmRef *refs, guint32 count)
{
  for (guint32 i = 0; i < count; i++)
    if (refs[i].id != NULL && refs[i].index == AM_NONE)
      return TRUE;
  return FALSE;
}

gboolean
am_walk_any_broken_relation (const AmMap *map)
{
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      if (am_walk_head (map, relation) == AM_NONE
          || (relation->with.count > 0
              && am_walk_any_broken_ref (am_map_ref (map, relation->with.start),
                                         relation->with.count)))
        return TRUE;
    }
  return FALSE;
}

gboolean
am_walk_any_broken (const AmMap *map)
{
  gboolean broken =
      am_walk_any_broken_relation (map)
      || (map->refs->len > 0 && am_walk_any_broken_ref (am_map_ref (map, 0), map->refs->len));

  for (guint32 i = 0; i < map->evidence->len && !broken; i++)
    broken = am_walk_any_broken_ref (&am_map_evidence (map, i)->source, 1);
  for (guint32 i = 0; i < map->positions->len && !broken; i++)
    broken = am_walk_any_broken_ref (&am_map_position (map, i)->claim, 1);
  for (guint32 i = 0; i < map->stakeholders->len && !broken; i++)
    broken = am_walk_any_broken_ref (&am_map_stakeholder (map, i)->member_of, 1);
  return broken;
}

gboolean
am_walk_is_answered (const AmMap *map, guint32 rebuttal)
{
  AmRange relations = am_map_claim (map, rebuttal)->relations;
  AmIndexList incoming = am_map_incoming (map, rebuttal);

  for (guint32 i = 0; i < incoming.count; i++)
    if (am_map_relation (map, incoming.items[i])->kind == AM_RELATION_REBUT)
      return TRUE;
  for (guint32 i = 0; i < relations.count; i++)
    if (am_map_undercutters (map, relations.start + i).count > 0)
      return TRUE;
  return FALSE;
}

/* --- theses --- */

static gboolean
has_relation (const AmMap *map, guint32 claim)
{
  return am_map_claim (map, claim)->relations.count > 0 || am_map_incoming (map, claim).count > 0
      || am_map_linked (map, claim).count > 0;
}

static GArray *
find_sinks (const AmMap *map)
{
  guint32 n = map->claims->len;
  GArray *sinks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (AmLists) heads = am_walk_heads (map, AM_WALK_ALL);
  g_auto (AmParts) parts = am_graph_components (&heads, n);
  g_autofree gboolean *leads_out = g_new0 (gboolean, (gsize) parts.count + 1);

  for (guint32 i = 0; i < n; i++)
    for (guint32 k = heads.start[i]; k < heads.start[i + 1]; k++)
      if (parts.of[heads.items[k]] != parts.of[i])
        leads_out[parts.of[i]] = TRUE;
  for (guint32 i = 0; i < n; i++)
    if (!leads_out[parts.of[i]] && has_relation (map, i))
      g_array_append_val (sinks, i);
  return sinks;
}

GArray *
am_walk_theses (const AmMap *map)
{
  if (map->resolutions.count == 0)
    return find_sinks (map);

  GArray *theses = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 claim = am_map_ref (map, map->resolutions.start + i)->index;
      if (claim != AM_NONE)
        g_array_append_val (theses, claim);
    }
  return theses;
}
