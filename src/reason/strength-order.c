/* In which order strengths can be computed. */

#include "reason/strength-private.h"

void
am_strength_order_init (AmStrengthOrder *order)
{
  order->parts = g_array_new (FALSE, FALSE, sizeof (AmStrengthPart));
  order->members = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
am_strength_order_clear (AmStrengthOrder *order)
{
  g_array_unref (order->parts);
  g_array_unref (order->members);
}

/* --- undercutters before what they undercut --- */

/* Every undercut has one relation that it undercuts, so a circle of undercuts has no way out of
   itself, and is a part of its own: its ranks do not matter. */
static void
rank_relations (AmStrengthGraph *g)
{
  guint32 m = g->map->relations->len, rank = 0;
  g_autofree guint32 *waits_for = g_new0 (guint32, (gsize) m + 1);

  for (guint32 i = 0; i < m; i++)
    {
      g->ranks[i] = m;
      if (g->heads[i] != AM_NONE && g->heads[i] >= g->n_claims)
        waits_for[g->heads[i] - g->n_claims]++;
    }
  for (guint32 i = 0; i < m; i++)
    for (guint32 r = i; waits_for[r] == 0 && g->ranks[r] == m;)
      {
        g->ranks[r] = rank++;
        if (g->heads[r] == AM_NONE || g->heads[r] < g->n_claims)
          break;
        r = g->heads[r] - g->n_claims;
        waits_for[r]--;
      }
}

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const AmStrengthGraph *g = data;
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  if (x >= g->n_claims && y >= g->n_claims
      && g->ranks[x - g->n_claims] != g->ranks[y - g->n_claims])
    return g->ranks[x - g->n_claims] < g->ranks[y - g->n_claims] ? -1 : 1;
  if ((x >= g->n_claims) != (y >= g->n_claims))
    return x >= g->n_claims ? -1 : 1;
  return (x > y) - (x < y);
}

/* --- parts --- */

typedef struct
{
  const AmStrengthGraph *graph;
  AmStrengthOrder *order;
} Filling;

/* Of a part of one node. */
static gboolean
is_its_own_input (const AmStrengthGraph *g, guint32 node)
{
  AmIndexList inputs = am_lists_of (&g->inputs, node);

  for (guint32 i = 0; i < inputs.count; i++)
    if (inputs.items[i] == node)
      return TRUE;
  return FALSE;
}

static void
add_part (guint32 *members, guint32 count, gpointer data)
{
  const Filling *f = data;
  AmStrengthPart part = { f->order->members->len, count,
                          count > 1 || is_its_own_input (f->graph, members[0]) };

  if (count > 1)
    g_qsort_with_data (members, (gint) count, sizeof (guint32), compare_members,
                       (gpointer) f->graph);
  g_array_append_vals (f->order->members, members, count);
  g_array_append_val (f->order->parts, part);
}

void
am_strength_order_all (AmStrengthGraph *g)
{
  Filling filling = { g, &g->order };

  rank_relations (g);
  am_graph_visit_components (&g->inputs, NULL, g->n_nodes, g->seen, add_part, &filling);
  for (guint32 i = 0; i < g->order.parts->len; i++)
    {
      AmStrengthPart part = am_strength_part (&g->order, i);
      for (guint32 k = 0; k < part.count; k++)
        g->part_of[am_strength_members (&g->order, part)[k]] = i;
    }
}

void
am_strength_order_rest (AmStrengthGraph *graph, AmStrengthPart part, const gboolean *gone,
                        AmStrengthOrder *order)
{
  const guint32 *members = am_strength_members (&graph->order, part);
  Filling filling = { graph, order };

  g_array_set_size (order->parts, 0);
  g_array_set_size (order->members, 0);
  for (guint32 i = 0; i < part.count; i++)
    if (!gone[members[i]])
      graph->seen[members[i]] = 0;
  am_graph_visit_components (&graph->inputs, members, part.count, graph->seen, add_part, &filling);
}
