#include "model/walk.h"

guint32
am_walk_head (const AmMap *map, const AmRelation *relation)
{
  if (relation->kind != AM_RELATION_UNDERCUT)
    return relation->to.index;
  return relation->to_relation == AM_NONE ? AM_NONE : am_map_relation (map, relation->to_relation)->from;
}

void
am_parts_clear (AmParts *parts)
{
  g_clear_pointer (&parts->of, g_free);
}

void
am_steps_init (AmSteps *steps, const AmMap *map, guint32 claim, AmWalkKinds kinds)
{
  *steps = (AmSteps) { map, claim, kinds, 0 };
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

/* --- connected components: union and find, with path halving --- */

static guint32
find_root (guint32 *parent, guint32 i)
{
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

static void
unite (guint32 *parent, guint32 a, guint32 b)
{
  a = find_root (parent, a);
  b = find_root (parent, b);
  if (a != b)
    parent[MAX (a, b)] = MIN (a, b); /* the root is the first claim: it gives the part its number */
}

AmParts
am_walk_components (const AmMap *map)
{
  guint32 n = map->claims->len, relation, head;
  g_autofree guint32 *parent = g_new (guint32, (gsize) n + 1);
  AmParts parts = { g_new (guint32, (gsize) n + 1), 0 };

  for (guint32 i = 0; i < n; i++)
    parent[i] = i;
  for (guint32 i = 0; i < n; i++)
    {
      AmSteps steps;
      am_steps_init (&steps, map, i, AM_WALK_ALL);
      while (am_steps_next (&steps, &relation, &head))
        unite (parent, i, head);
    }
  for (guint32 i = 0; i < n; i++)
    {
      guint32 root = find_root (parent, i);
      parts.of[i] = root == i ? parts.count++ : parts.of[root];
    }
  return parts;
}

/* --- strongly connected components --- */

#define UNSEEN 0

typedef struct
{
  guint32 *order; /* when a claim was first seen, from 1; UNSEEN before */
  guint32 *low;
  guint32 clock;
  GArray *calls; /* of AmSteps: the recursion of the textbook */
  GArray *open; /* claims whose component is not complete */
  AmParts parts;
} Tarjan;

static void
enter (Tarjan *t, const AmMap *map, guint32 claim, AmWalkKinds kinds)
{
  AmSteps steps;

  t->order[claim] = t->low[claim] = ++t->clock;
  am_steps_init (&steps, map, claim, kinds);
  g_array_append_val (t->calls, steps);
  g_array_append_val (t->open, claim);
}

static void
leave (Tarjan *t, guint32 claim)
{
  g_array_set_size (t->calls, t->calls->len - 1);
  if (t->low[claim] == t->order[claim])
    {
      guint32 member;
      do
        {
          member = g_array_index (t->open, guint32, t->open->len - 1);
          g_array_set_size (t->open, t->open->len - 1);
          t->parts.of[member] = t->parts.count;
        }
      while (member != claim);
      t->parts.count++;
    }
  if (t->calls->len > 0)
    {
      guint32 caller = g_array_index (t->calls, AmSteps, t->calls->len - 1).claim;
      t->low[caller] = MIN (t->low[caller], t->low[claim]);
    }
}

static void
explore (Tarjan *t, const AmMap *map, guint32 root, AmWalkKinds kinds)
{
  enter (t, map, root, kinds);
  while (t->calls->len > 0)
    {
      AmSteps *steps = &g_array_index (t->calls, AmSteps, t->calls->len - 1);
      guint32 claim = steps->claim, relation, head;
      if (!am_steps_next (steps, &relation, &head))
        leave (t, claim);
      else if (t->order[head] == UNSEEN)
        enter (t, map, head, kinds);
      else if (t->parts.of[head] == AM_NONE)
        t->low[claim] = MIN (t->low[claim], t->order[head]);
    }
}

AmParts
am_walk_strong_components (const AmMap *map, AmWalkKinds kinds)
{
  guint32 n = map->claims->len;
  g_autofree guint32 *order = g_new0 (guint32, (gsize) n + 1);
  g_autofree guint32 *low = g_new0 (guint32, (gsize) n + 1);
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (AmSteps));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  Tarjan t = { order, low, 0, calls, open, { g_new (guint32, (gsize) n + 1), 0 } };

  for (guint32 i = 0; i < n; i++)
    t.parts.of[i] = AM_NONE;
  for (guint32 i = 0; i < n; i++)
    if (order[i] == UNSEEN)
      explore (&t, map, i, kinds);
  return t.parts;
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
              && am_walk_any_broken_ref (am_map_ref (map, relation->with.start), relation->with.count)))
        return TRUE;
    }
  return FALSE;
}

gboolean
am_walk_any_broken (const AmMap *map)
{
  gboolean broken = am_walk_any_broken_relation (map)
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
  guint32 n = map->claims->len, relation, head;
  GArray *sinks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (AmParts) parts = am_walk_strong_components (map, AM_WALK_ALL);
  g_autofree gboolean *leads_out = g_new0 (gboolean, (gsize) parts.count + 1);

  for (guint32 i = 0; i < n; i++)
    {
      AmSteps steps;
      am_steps_init (&steps, map, i, AM_WALK_ALL);
      while (am_steps_next (&steps, &relation, &head))
        if (parts.of[head] != parts.of[i])
          leads_out[parts.of[i]] = TRUE;
    }
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
