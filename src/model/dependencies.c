#include "model/dependencies.h"

gboolean
am_dependencies_counts (const AmMap *map, const AmRelation *relation)
{
  for (guint32 i = 0; i < relation->with.count; i++)
    if (am_map_ref (map, relation->with.start + i)->index == AM_NONE)
      return FALSE;
  return relation->kind == AM_RELATION_UNDERCUT ? relation->to_relation != AM_NONE
                                                : relation->to.index != AM_NONE;
}

/* --- what is left out --- */

static gboolean
names_any (const AmMap *map, const AmRelation *relation, const gboolean *claims)
{
  for (guint32 i = 0; i < relation->with.count; i++)
    if (claims[am_map_ref (map, relation->with.start + i)->index])
      return TRUE;
  return claims[relation->from]
      || (relation->kind != AM_RELATION_UNDERCUT && claims[relation->to.index]);
}

/* Per relation, whether it counts: of those that resolve, all that name none of the claims
   @left_out, which may be NULL, and do not undercut one that does, however far. */
static gboolean *
list_counted (const AmMap *map, const gboolean *left_out)
{
  guint32 n = map->relations->len, end = 0;
  gboolean *counted = g_new0 (gboolean, (gsize) n + 1);
  g_autofree guint32 *queue = g_new (guint32, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      counted[i] = am_dependencies_counts (map, am_map_relation (map, i));
      if (counted[i] && left_out != NULL && names_any (map, am_map_relation (map, i), left_out))
        {
          counted[i] = FALSE;
          queue[end++] = i;
        }
    }
  for (guint32 at = 0; at < end; at++)
    {
      AmIndexList undercutters = am_map_undercutters (map, queue[at]);
      for (guint32 i = 0; i < undercutters.count; i++)
        if (counted[undercutters.items[i]])
          {
            counted[undercutters.items[i]] = FALSE;
            queue[end++] = undercutters.items[i];
          }
    }
  return counted;
}

/* --- inputs --- */

static void
add_relations (const AmDependencies *b, GArray *inputs, AmIndexList list, const gboolean *counted)
{
  for (guint32 i = 0; i < list.count; i++)
    {
      guint32 node = am_dependencies_relation_node (b, list.items[i]);
      if (counted[list.items[i]])
        g_array_append_val (inputs, node);
    }
}

static void
add_premises (const AmDependencies *b, GArray *inputs, const AmRelation *relation)
{
  g_array_append_val (inputs, relation->from);
  for (guint32 i = 0; i < relation->with.count; i++)
    g_array_append_val (inputs, am_map_ref (b->map, relation->with.start + i)->index);
}

static void
list_inputs (AmDependencies *b, const gboolean *counted)
{
  GArray *inputs = g_array_sized_new (FALSE, FALSE, sizeof (guint32),
                                      1); /* an array even where there are none */

  for (guint32 node = 0; node < b->n_nodes; node++)
    {
      b->inputs.start[node] = inputs->len;
      if (am_dependencies_is_claim (b, node))
        add_relations (b, inputs, am_map_incoming (b->map, node), counted);
      else if (counted[node - b->n_claims])
        {
          add_premises (b, inputs, am_dependencies_relation (b, node));
          add_relations (b, inputs, am_map_undercutters (b->map, node - b->n_claims), counted);
        }
    }
  b->inputs.start[b->n_nodes] = inputs->len;
  b->inputs.items = (guint32 *) (gpointer) g_array_free (inputs, FALSE);
}

AmDependencies *
am_dependencies_new (const AmMap *map)
{
  return am_dependencies_new_without (map, NULL);
}

AmDependencies *
am_dependencies_new_without (const AmMap *map, const gboolean *left_out)
{
  g_autofree gboolean *counted = list_counted (map, left_out);
  AmDependencies *b = g_new0 (AmDependencies, 1);
  gsize n = (gsize) map->claims->len + map->relations->len;

  b->map = map;
  b->n_claims = map->claims->len;
  b->n_nodes = (guint32) n;
  b->inputs.start = g_new (guint32, n + 1);
  list_inputs (b, counted);
  b->uses = am_lists_reversed (&b->inputs, b->n_nodes, b->n_nodes);
  return b;
}

void
am_dependencies_free (AmDependencies *dependencies)
{
  if (dependencies == NULL)
    return;
  am_lists_clear (&dependencies->inputs);
  am_lists_clear (&dependencies->uses);
  g_free (dependencies);
}

AmIndexList
am_dependencies_inputs (const AmDependencies *dependencies, guint32 node)
{
  return am_lists_of (&dependencies->inputs, node);
}

AmIndexList
am_dependencies_uses (const AmDependencies *dependencies, guint32 node)
{
  return am_lists_of (&dependencies->uses, node);
}

void
am_dependencies_ways (const AmDependencies *dependencies, guint32 target, guint32 *steps,
                      guint32 *ways)
{
  g_autofree guint32 *queue = g_new (guint32, (gsize) dependencies->n_nodes + 1);
  guint32 end = 0;

  for (guint32 node = 0; node < dependencies->n_nodes; node++)
    steps[node] = ways[node] = AM_NONE;
  steps[target] = 0;
  queue[end++] = target;
  for (guint32 at = 0; at < end; at++)
    {
      AmIndexList inputs = am_dependencies_inputs (dependencies, queue[at]);
      for (guint32 i = 0; i < inputs.count; i++)
        {
          guint32 input = inputs.items[i];
          if (steps[input] == AM_NONE)
            queue[end++] = input;
          else if (steps[input] != steps[queue[at]] + 1 || ways[input] < queue[at])
            continue;
          steps[input] = steps[queue[at]] + 1;
          ways[input] = queue[at];
        }
    }
}
