/* In which order strengths can be computed. */

#include "reason/strength-private.h"

#define UNSEEN 0
#define CLOSED G_MAXUINT32

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

/* Every undercut has one relation that it undercuts, so a circle of undercuts has no way out of itself, and is a part of its
   own: its ranks do not matter. */
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

  if (x >= g->n_claims && y >= g->n_claims && g->ranks[x - g->n_claims] != g->ranks[y - g->n_claims])
    return g->ranks[x - g->n_claims] < g->ranks[y - g->n_claims] ? -1 : 1;
  if ((x >= g->n_claims) != (y >= g->n_claims))
    return x >= g->n_claims ? -1 : 1;
  return (x > y) - (x < y);
}

/* --- strongly connected components (Tarjan 1972) ---

   The search goes from a node to its inputs, so a part is complete after all that it depends on. Between two searches every
   node is CLOSED, and what is outside of a search looks like what it has done with. */

typedef struct
{
  guint32 node;
  guint32 next; /* of its inputs */
  guint32 low;
} Call;

typedef struct
{
  AmStrengthGraph *graph;
  AmStrengthOrder *order;
  GArray *calls; /* of Call: the recursion of the textbook */
  GArray *open; /* nodes whose part is not complete */
  guint32 clock;
} Search;

static void
enter (Search *s, guint32 node)
{
  Call call = { node, s->graph->starts[node], ++s->clock };

  s->graph->seen[node] = call.low;
  g_array_append_val (s->calls, call);
  g_array_append_val (s->open, node);
}

/* Of a part of one node. */
static gboolean
is_its_own_input (const AmStrengthGraph *g, guint32 node)
{
  for (guint32 i = g->starts[node]; i < g->starts[node + 1]; i++)
    if (g->inputs[i] == node)
      return TRUE;
  return FALSE;
}

static void
close_part (Search *s, guint32 node)
{
  AmStrengthPart part = { s->order->members->len, 0, FALSE };
  guint32 member;

  do
    {
      member = g_array_index (s->open, guint32, s->open->len - 1);
      g_array_set_size (s->open, s->open->len - 1);
      s->graph->seen[member] = CLOSED;
      g_array_append_val (s->order->members, member);
      part.count++;
    }
  while (member != node);
  part.cyclic = part.count > 1 || is_its_own_input (s->graph, node);
  if (part.count > 1)
    g_qsort_with_data (&g_array_index (s->order->members, guint32, part.start), (gint) part.count, sizeof (guint32),
                       compare_members, s->graph);
  g_array_append_val (s->order->parts, part);
}

static void
leave (Search *s)
{
  Call call = g_array_index (s->calls, Call, s->calls->len - 1);

  g_array_set_size (s->calls, s->calls->len - 1);
  if (s->calls->len > 0)
    {
      Call *caller = &g_array_index (s->calls, Call, s->calls->len - 1);
      caller->low = MIN (caller->low, call.low);
    }
  if (call.low == s->graph->seen[call.node])
    close_part (s, call.node);
}

static void
explore (Search *s, guint32 root)
{
  enter (s, root);
  while (s->calls->len > 0)
    {
      Call *call = &g_array_index (s->calls, Call, s->calls->len - 1);
      if (call->next == s->graph->starts[call->node + 1])
        {
          leave (s);
          continue;
        }
      guint32 input = s->graph->inputs[call->next++];
      if (s->graph->seen[input] == UNSEEN)
        enter (s, input);
      else
        call->low = MIN (call->low, s->graph->seen[input]);
    }
}

/* Orders those of @nodes that are UNSEEN. */
static void
search (AmStrengthGraph *graph, const guint32 *nodes, guint32 count, AmStrengthOrder *order)
{
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (Call));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search s = { graph, order, calls, open, 0 };

  for (guint32 i = 0; i < count; i++)
    if (graph->seen[nodes[i]] == UNSEEN)
      explore (&s, nodes[i]);
}

void
am_strength_order_all (AmStrengthGraph *g)
{
  g_autofree guint32 *nodes = g_new (guint32, (gsize) g->n_nodes + 1);

  for (guint32 i = 0; i < g->n_nodes; i++)
    nodes[i] = i;
  rank_relations (g);
  search (g, nodes, g->n_nodes, &g->order);
  for (guint32 i = 0; i < g->order.parts->len; i++)
    {
      AmStrengthPart part = am_strength_part (&g->order, i);
      for (guint32 k = 0; k < part.count; k++)
        g->part_of[am_strength_members (&g->order, part)[k]] = i;
    }
}

void
am_strength_order_rest (AmStrengthGraph *graph, AmStrengthPart part, const gboolean *gone, AmStrengthOrder *order)
{
  const guint32 *members = am_strength_members (&graph->order, part);

  g_array_set_size (order->parts, 0);
  g_array_set_size (order->members, 0);
  for (guint32 i = 0; i < part.count; i++)
    if (!gone[members[i]])
      graph->seen[members[i]] = UNSEEN;
  search (graph, members, part.count, order);
}
