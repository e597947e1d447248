#include "base/graph.h"

/* --- lists --- */

#define AHEAD 12 /* edges whose place is fetched before its turn comes */

/* @next holds how long the list before is: afterwards where the list begins. */
static void
add_up (guint32 *next, guint32 n)
{
  for (guint32 x = 0; x < n; x++)
    next[x + 1] += next[x];
}

/* A counting sort. Placing is one ahead: it moves each entry of @next to where the next list
 * begins. */
AmLists
am_lists_new (guint32 n, const AmEdge *edges, gsize count)
{
  AmLists lists = { g_new0 (guint32, (gsize) n + 2), g_new (guint32, count + 1) };
  guint32 *next = lists.start + 1;

  for (gsize i = 0; i < count; i++)
    next[edges[i].from + 1]++;
  add_up (next, n);
  for (gsize i = 0; i < count; i++)
    {
      if (i + AHEAD < count)
        __builtin_prefetch (&lists.items[next[edges[i + AHEAD].from]], 1);
      lists.items[next[edges[i].from]++] = edges[i].to;
    }
  return lists;
}

AmLists
am_lists_reversed (const AmLists *lists, guint32 n, guint32 n_items)
{
  AmLists reversed = { g_new0 (guint32, (gsize) n_items + 2),
                       g_new (guint32, (gsize) lists->start[n] + 1) };
  guint32 *next = reversed.start + 1;

  for (guint32 i = 0; i < lists->start[n]; i++)
    next[lists->items[i] + 1]++;
  add_up (next, n_items);
  for (guint32 x = 0; x < n; x++)
    for (guint32 i = lists->start[x]; i < lists->start[x + 1]; i++)
      reversed.items[next[lists->items[i]]++] = x;
  return reversed;
}

void
am_lists_clear (AmLists *lists)
{
  g_clear_pointer (&lists->start, g_free);
  g_clear_pointer (&lists->items, g_free);
}

void
am_parts_clear (AmParts *parts)
{
  g_clear_pointer (&parts->of, g_free);
}

/* --- union and find, with path halving: sets[x] is a node before x in its set, or x --- */

guint32 *
am_sets_new (guint32 n)
{
  guint32 *sets = g_new (guint32, (gsize) n + 1);

  for (guint32 x = 0; x < n; x++)
    sets[x] = x;
  return sets;
}

guint32
am_sets_find (guint32 *sets, guint32 node)
{
  while (sets[node] != node)
    node = sets[node] = sets[sets[node]];
  return node;
}

void
am_sets_unite (guint32 *sets, guint32 a, guint32 b)
{
  a = am_sets_find (sets, a);
  b = am_sets_find (sets, b);
  if (a != b)
    sets[MAX (a, b)] = MIN (a, b);
}

AmParts
am_sets_parts (guint32 *sets, guint32 n)
{
  AmParts parts = { g_new (guint32, (gsize) n + 1), 0 };

  for (guint32 x = 0; x < n; x++)
    {
      guint32 first = am_sets_find (sets, x);
      parts.of[x] = first == x ? parts.count++ : parts.of[first];
    }
  return parts;
}

/* --- strongly connected components --- */

/* A node whose neighbours are being gone through: the recursion of the textbook. */
typedef struct
{
  guint32 node;
  guint32 next; /* of its neighbours */
  guint32 low; /* what it leads to that was seen first */
} Call;

typedef struct
{
  const AmLists *graph;
  guint32 *seen; /* when, from 1 */
  guint32 clock;
  GArray *calls, *open; /* of Call; of nodes whose component is not complete */
  AmComponentVisitor visit;
  gpointer data;
} Search;

static void
enter (Search *s, guint32 node)
{
  Call call = { node, s->graph->start[node], ++s->clock };

  s->seen[node] = call.low;
  g_array_append_val (s->calls, call);
  g_array_append_val (s->open, node);
}

static void
close_component (Search *s, guint32 node)
{
  guint32 end = s->open->len, start = end;

  do
    s->seen[g_array_index (s->open, guint32, --start)] = AM_GRAPH_DONE;
  while (g_array_index (s->open, guint32, start) != node);
  s->visit (&g_array_index (s->open, guint32, start), end - start, s->data);
  g_array_set_size (s->open, start);
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
  if (call.low == s->seen[call.node])
    close_component (s, call.node);
}

static void
explore (Search *s, guint32 root)
{
  enter (s, root);
  while (s->calls->len > 0)
    {
      Call *call = &g_array_index (s->calls, Call, s->calls->len - 1);
      if (call->next == s->graph->start[call->node + 1])
        {
          leave (s);
          continue;
        }
      guint32 neighbour = s->graph->items[call->next++];
      if (s->seen[neighbour] == 0)
        enter (s, neighbour);
      else
        call->low = MIN (call->low, s->seen[neighbour]);
    }
}

void
am_graph_visit_components (const AmLists *graph, const guint32 *nodes, guint32 count, guint32 *seen,
                           AmComponentVisitor visit, gpointer data)
{
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (Call)),
                     open = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search s = { graph, seen, 0, calls, open, visit, data };

  for (guint32 i = 0; i < count; i++)
    if (seen[nodes != NULL ? nodes[i] : i] == 0)
      explore (&s, nodes != NULL ? nodes[i] : i);
}

static void
number_component (guint32 *members, guint32 count, gpointer data)
{
  AmParts *parts = data;

  for (guint32 i = 0; i < count; i++)
    parts->of[members[i]] = parts->count;
  parts->count++;
}

AmParts
am_graph_components (const AmLists *graph, guint32 n)
{
  g_autofree guint32 *seen = g_new0 (guint32, (gsize) n + 1);
  AmParts parts = { g_new (guint32, (gsize) n + 1), 0 };

  am_graph_visit_components (graph, NULL, n, seen, number_component, &parts);
  return parts;
}
