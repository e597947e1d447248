/* What depends on what. */

#include "reason/strength-private.h"

/* --- relations --- */

static guint32
find_head (const AmStrengthGraph *g, const AmRelation *relation)
{
  for (guint32 i = 0; i < relation->with.count; i++)
    if (am_map_ref (g->map, relation->with.start + i)->index == AM_NONE)
      return AM_NONE;
  if (relation->kind != AM_RELATION_UNDERCUT)
    return relation->to.index;
  return relation->to_relation != AM_NONE ? g->n_claims + relation->to_relation : AM_NONE;
}

static void
read_map (AmStrengthGraph *g)
{
  for (guint32 i = 0; i < g->n_claims; i++)
    {
      double confidence = am_map_claim (g->map, i)->confidence;
      g->base[i] = isnan (confidence) ? 0.5 : confidence;
    }
  for (guint32 i = 0; i < g->map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (g->map, i);
      g->base[g->n_claims + i] = isnan (relation->strength) ? 1 : relation->strength;
      g->heads[i] = find_head (g, relation);
    }
}

/* --- inputs --- */

static void
add_relations (const AmStrengthGraph *g, GArray *inputs, AmIndexList list, gboolean supports)
{
  for (guint32 i = 0; i < list.count; i++)
    {
      guint32 node = g->n_claims + list.items[i];
      gboolean support = am_map_relation (g->map, list.items[i])->kind == AM_RELATION_SUPPORT;
      if (g->heads[list.items[i]] != AM_NONE && support == supports)
        g_array_append_val (inputs, node);
    }
}

static void
add_premises (const AmStrengthGraph *g, GArray *inputs, const AmRelation *relation)
{
  g_array_append_val (inputs, relation->from);
  for (guint32 i = 0; i < relation->with.count; i++)
    g_array_append_val (inputs, am_map_ref (g->map, relation->with.start + i)->index);
}

/* Of two relations: by the id of who carries them, then by their own, then as in the file. */
static int
compare_relations (gconstpointer a, gconstpointer b, gpointer data)
{
  const AmStrengthGraph *g = data;
  guint32 x = *(const guint32 *) a - g->n_claims, y = *(const guint32 *) b - g->n_claims;
  const AmRelation *p = am_map_relation (g->map, x), *q = am_map_relation (g->map, y);

  int order = p->from == q->from
                ? 0
                : strcmp (am_map_claim (g->map, p->from)->id, am_map_claim (g->map, q->from)->id);
  if (order == 0)
    order = g_strcmp0 (p->id, q->id);
  return order != 0 ? order : (x > y) - (x < y);
}

static void
sort_relations (AmStrengthGraph *g, GArray *inputs, guint32 start)
{
  if (inputs->len > start + 1)
    g_qsort_with_data (&g_array_index (inputs, guint32, start), (gint) (inputs->len - start),
                       sizeof (guint32), compare_relations, g);
}

static void
add_inputs (AmStrengthGraph *g, GArray *inputs, guint32 node)
{
  guint32 relation = node - g->n_claims;

  g->inputs.start[node] = g->splits[node] = inputs->len;
  if (node < g->n_claims)
    {
      add_relations (g, inputs, am_map_incoming (g->map, node), TRUE);
      sort_relations (g, inputs, g->inputs.start[node]);
      g->splits[node] = inputs->len;
      add_relations (g, inputs, am_map_incoming (g->map, node), FALSE);
    }
  else if (g->heads[relation] != AM_NONE)
    {
      add_premises (g, inputs, am_map_relation (g->map, relation));
      g->splits[node] = inputs->len;
      add_relations (g, inputs, am_map_undercutters (g->map, relation), FALSE);
    }
  sort_relations (g, inputs, g->splits[node]);
}

static void
list_inputs (AmStrengthGraph *g)
{
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 node = 0; node < g->n_nodes; node++)
    add_inputs (g, inputs, node);
  g->inputs.start[g->n_nodes] = inputs->len;
  g->inputs.items = (guint32 *) (gpointer) g_array_free (inputs, FALSE);
}

static void
list_uses (AmStrengthGraph *g)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AmEdge));

  for (guint32 node = g->n_claims; node < g->n_nodes; node++)
    for (guint32 i = g->inputs.start[node]; i < g->splits[node]; i++)
      {
        AmEdge edge = { g->inputs.items[i], node };
        g_array_append_val (edges, edge);
      }
  g->uses = am_lists_new (g->n_claims, (const AmEdge *) (gpointer) edges->data, edges->len);
}

guint64
am_strength_count_inputs (const AmStrengthGraph *graph, const AmStrengthOrder *order,
                          AmStrengthPart part)
{
  const guint32 *members = am_strength_members (order, part);
  guint64 count = 0;

  for (guint32 i = 0; i < part.count; i++)
    count += graph->inputs.start[members[i] + 1] - graph->inputs.start[members[i]];
  return count;
}

/* --- making --- */

AmStrengthGraph *
am_strength_graph_new (const AmMap *map)
{
  AmStrengthGraph *g = g_new0 (AmStrengthGraph, 1);
  gsize n = (gsize) map->claims->len + map->relations->len, m = map->relations->len;

  g->map = map;
  g->n_claims = map->claims->len;
  g->n_nodes = (guint32) n;
  g->base = g_new (double, n + 1);
  g->heads = g_new (guint32, m + 1);
  g->ranks = g_new (guint32, m + 1);
  g->inputs.start = g_new (guint32, n + 1);
  g->splits = g_new (guint32, n + 1);
  g->seen = g_new0 (guint32, n + 1);
  g->part_of = g_new (guint32, n + 1);
  am_strength_order_init (&g->order);
  read_map (g);
  list_inputs (g);
  list_uses (g);
  am_strength_order_all (g);
  return g;
}

void
am_strength_graph_free (AmStrengthGraph *graph)
{
  g_free (graph->base);
  g_free (graph->heads);
  g_free (graph->ranks);
  am_lists_clear (&graph->inputs);
  am_lists_clear (&graph->uses);
  g_free (graph->splits);
  g_free (graph->seen);
  g_free (graph->part_of);
  am_strength_order_clear (&graph->order);
  g_free (graph);
}
