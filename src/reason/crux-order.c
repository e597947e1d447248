#include "reason/crux-order.h"

/* A counting sort. */
static void
list_nodes (const AmDependencies *b, const guint32 *steps, AmCruxOrder *order)
{
  g_autofree guint32 *starts = g_new0 (guint32, (gsize) b->n_nodes + 2);

  for (guint32 node = 0; node < b->n_nodes; node++)
    if (steps[node] != AM_NONE)
      {
        starts[steps[node] + 1]++;
        order->count++;
      }
  for (guint32 i = 0; i < order->count; i++)
    starts[i + 1] += starts[i];
  order->nodes = g_new (guint32, (gsize) order->count + 1);
  for (guint32 node = 0; node < b->n_nodes; node++)
    if (steps[node] != AM_NONE)
      order->nodes[starts[steps[node]]++] = node;
}

/* Of what it leads to outside its component: what comes first, and of one component the nearest to
 * the thesis. */
static guint32
find_first_use (const AmDependencies *b, const guint32 *components, const guint32 *steps,
                guint32 node)
{
  AmIndexList uses = am_dependencies_uses (b, node);
  guint32 found = AM_NONE;

  for (guint32 i = 0; i < uses.count; i++)
    {
      guint32 use = uses.items[i];
      if (steps[use] == AM_NONE || components[use] == components[node])
        continue;
      if (found == AM_NONE || components[use] < components[found]
          || (components[use] == components[found] && steps[use] < steps[found]))
        found = use;
    }
  return found;
}

/* Makes @head the parent of its inputs in the same component, and these of theirs. */
static void
follow_component (const AmDependencies *b, const guint32 *components, guint32 head,
                  AmCruxOrder *order, GArray *queue)
{
  g_array_set_size (queue, 0);
  g_array_append_val (queue, head);
  for (guint at = 0; at < queue->len; at++)
    {
      guint32 node = g_array_index (queue, guint32, at);
      AmIndexList inputs = am_dependencies_inputs (b, node);
      for (guint32 i = 0; i < inputs.count; i++)
        {
          guint32 input = inputs.items[i];
          if (components[input] != components[head] || input == head
              || order->parents[input] != AM_NONE)
            continue;
          order->parents[input] = node;
          g_array_append_val (queue, input);
        }
    }
}

/* The first node of each component is the nearest one. */
static void
find_parents (const AmDependencies *b, const guint32 *components, guint32 thesis,
              const guint32 *steps, AmCruxOrder *order)
{
  g_autofree gboolean *entered = g_new (gboolean, (gsize) b->n_nodes + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < order->count; i++)
    {
      entered[components[order->nodes[i]]] = FALSE;
      order->parents[order->nodes[i]] = order->first[order->nodes[i]] = AM_NONE;
    }
  for (guint32 i = 0; i < order->count; i++)
    {
      guint32 node = order->nodes[i];
      if (entered[components[node]])
        continue;
      entered[components[node]] = TRUE;
      if (node != thesis)
        order->parents[node] = find_first_use (b, components, steps, node);
      follow_component (b, components, node, order, queue);
    }
}

AmCruxOrder
am_crux_order (const AmDependencies *dependencies, const guint32 *components, guint32 thesis,
               const guint32 *steps)
{
  gsize n = dependencies->n_nodes + (gsize) 1;
  AmCruxOrder order = { .parents = g_new (guint32, n),
                        .first = g_new (guint32, n),
                        .next = g_new (guint32, n) };

  list_nodes (dependencies, steps, &order);
  find_parents (dependencies, components, thesis, steps, &order);
  for (guint32 i = order.count; i-- > 0;)
    {
      guint32 node = order.nodes[i], parent = order.parents[node];
      if (parent == AM_NONE)
        continue;
      order.next[node] = order.first[parent];
      order.first[parent] = node;
    }
  return order;
}

void
am_crux_order_clear (AmCruxOrder *order)
{
  g_clear_pointer (&order->nodes, g_free);
  g_clear_pointer (&order->parents, g_free);
  g_clear_pointer (&order->first, g_free);
  g_clear_pointer (&order->next, g_free);
}
