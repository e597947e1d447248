/* What keeps a claim in. Costs count claims, those that serve twice twice: an estimate by
 * which the cheaper way is taken. */

#include "reason/explain.h"

typedef struct
{
  const AmLabelling *l;
  const AmDependencies *b;
  guint32 *costs; /* per node: claims that are needed to settle it as it is */
  guint32 *choices; /* per node: the input that settles it where one is enough, else AM_NONE */
} Costs;

static guint32
add (guint32 a, guint32 b)
{
  return a < G_MAXUINT32 - b ? a + b : G_MAXUINT32;
}

/* Only what was settled earlier can settle @node. */
static gboolean
may_settle (const Costs *c, guint32 node, guint32 input)
{
  return c->l->rounds[input] != 0 && c->l->rounds[input] < c->l->rounds[node];
}

/* The cheapest of the inputs that settle @node alone: with @label, helpers or not. */
static void
choose (const Costs *c, guint32 node, AmLabel label, gboolean helps)
{
  AmIndexList inputs = am_dependencies_inputs (c->b, node);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      if (am_dependencies_helps (c->b, input) == helps && am_labelling_of (c->l, input) == label
          && may_settle (c, node, input)
          && (c->choices[node] == AM_NONE || c->costs[input] < c->costs[c->choices[node]]))
        c->choices[node] = input;
    }
}

/* What it costs that all supports of the out claim are out; G_MAXUINT32 when that is not why
 * it is out. */
static guint32
cost_of_supports (const Costs *c, guint32 claim)
{
  AmIndexList inputs = am_dependencies_inputs (c->b, claim);
  guint32 cost = 0, supports = 0;

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      if (!am_dependencies_helps (c->b, input))
        continue;
      if (am_labelling_of (c->l, input) != AM_LABEL_OUT || !may_settle (c, claim, input))
        return G_MAXUINT32;
      supports++;
      cost = add (cost, c->costs[input]);
    }
  const AmClaim *record = am_map_claim (c->b->map, claim);
  return supports > 0 ? (am_claim_is_evidenced (record) ? G_MAXUINT32 : cost)
       : record->open ? 0
                      : G_MAXUINT32;
}

/* Whether one input, and not all of them, made @node what it is, and costs less; then that is
 * chosen. */
static gboolean
choose_one (const Costs *c, guint32 node)
{
  if (am_labelling_of (c->l, node) == AM_LABEL_IN)
    return FALSE;
  choose (c, node, AM_LABEL_IN, FALSE);
  if (!am_dependencies_is_claim (c->b, node))
    choose (c, node, AM_LABEL_OUT, TRUE);
  else if (c->choices[node] != AM_NONE && cost_of_supports (c, node) <= c->costs[c->choices[node]])
    c->choices[node] = AM_NONE;
  return c->choices[node] != AM_NONE;
}

/* Whether @node needs @input to be settled as it is, where no single one settles it. */
static gboolean
needs (const Costs *c, guint32 node, guint32 input)
{
  gboolean in = am_labelling_of (c->l, node) == AM_LABEL_IN;

  if (!am_dependencies_is_claim (c->b, node) || !in)
    return in || am_dependencies_helps (c->b, input); /* all premises and undercuts; all supports
                                                         that are out */
  return !am_dependencies_helps (c->b, input) || input == c->choices[node];
}

static void
cost_node (const Costs *c, guint32 node)
{
  AmIndexList inputs = am_dependencies_inputs (c->b, node);
  gboolean is_claim = am_dependencies_is_claim (c->b, node),
           in = am_labelling_of (c->l, node) == AM_LABEL_IN;

  c->choices[node] = AM_NONE;
  if (choose_one (c, node))
    {
      c->costs[node] = c->costs[c->choices[node]];
      return;
    }
  if (is_claim && in && !am_claim_is_evidenced (am_map_claim (c->b->map, node)))
    choose (c, node, AM_LABEL_IN, TRUE);
  c->costs[node] = is_claim && in;
  for (guint32 i = 0; i < inputs.count; i++)
    if (needs (c, node, inputs.items[i]))
      c->costs[node] = add (c->costs[node], c->costs[inputs.items[i]]);
}

/* Settled nodes in the order of their rounds: a counting sort. */
static guint32 *
order_nodes (const AmLabelling *l, guint32 *count)
{
  guint32 n = l->dependencies->n_nodes;
  g_autofree guint32 *starts = g_new0 (guint32, (gsize) n + 3);
  guint32 *order = g_new (guint32, (gsize) n + 1);

  for (guint32 node = 0; node < n; node++)
    starts[l->rounds[node] + 1]++;
  *count = n - starts[1];
  starts[1] = 0; /* what is undecided has no place */
  for (guint32 round = 1; round <= n + 1; round++)
    starts[round + 1] += starts[round];
  for (guint32 node = 0; node < n; node++)
    if (l->rounds[node] > 0)
      order[starts[l->rounds[node]]++] = node;
  return order;
}

static void
collect (const Costs *c, guint32 claim, gboolean *kept)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *seen = g_new0 (gboolean, c->b->n_nodes + (gsize) 1);

  g_array_append_val (todo, claim);
  while (todo->len > 0)
    {
      guint32 node = g_array_index (todo, guint32, todo->len - 1);
      AmIndexList inputs = am_dependencies_inputs (c->b, node);
      gboolean out = am_labelling_of (c->l, node) == AM_LABEL_OUT;
      g_array_set_size (todo, todo->len - 1);
      if (seen[node])
        continue;
      seen[node] = TRUE;
      if (am_dependencies_is_claim (c->b, node) && !out)
        kept[node] = TRUE;
      for (guint32 i = 0; i < inputs.count; i++)
        if (out && c->choices[node] != AM_NONE ? c->choices[node] == inputs.items[i]
                                               : needs (c, node, inputs.items[i]))
          g_array_append_val (todo, inputs.items[i]);
    }
}

GArray *
am_defence (const AmLabelling *labelling, guint32 claim)
{
  gsize n = labelling->dependencies->n_nodes + (gsize) 1;
  g_autofree guint32 *costs = g_new0 (guint32, n), *choices = g_new0 (guint32, n);
  g_autofree gboolean *kept = g_new0 (gboolean, n);
  Costs c = { labelling, labelling->dependencies, costs, choices };
  guint32 count;

  if (am_labelling_of (labelling, claim) != AM_LABEL_IN)
    return NULL;
  g_autofree guint32 *order = order_nodes (labelling, &count);
  for (guint32 i = 0; i < count; i++)
    cost_node (&c, order[i]);
  collect (&c, claim, kept);
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (set, claim);
  for (guint32 node = 0; node < labelling->dependencies->n_claims; node++)
    if (kept[node] && node != claim)
      g_array_append_val (set, node);
  return set;
}
