/* Graphs as lists of neighbours, and what hangs together in them. Nothing recurses, and all of it
   takes linear time; union and find very nearly. */

#pragma once

#include <glib.h>

/* A list of numbers for each node, one after the other: that of x is items[start[x]] …
 * items[start[x + 1] − 1]. */
typedef struct
{
  guint32 *start;
  guint32 *items;
} AmLists;

/* One of them. */
typedef struct
{
  const guint32 *items;
  guint32 count;
} AmIndexList;

/* The items of @array, of guint32, which must outlive it. */
static inline AmIndexList
am_index_list (const GArray *array)
{
  return (AmIndexList){ (const guint32 *) (gconstpointer) array->data, array->len };
}

typedef struct
{
  guint32 from;
  guint32 to;
} AmEdge;

/* The lists of @n nodes: for each of the @count (at most G_MAXUINT32) edges, whose `from` is one of
   them, its `to`, in the order of the edges. Clear with am_lists_clear(). */
AmLists am_lists_new (guint32 n, const AmEdge *edges, gsize count);
/* For each of @n_items, which are all that the lists of @n nodes hold, the nodes that have it in
 * theirs, ascending. */
AmLists am_lists_reversed (const AmLists *lists, guint32 n, guint32 n_items);
void am_lists_clear (AmLists *lists);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmLists, am_lists_clear)

static inline AmIndexList
am_lists_of (const AmLists *lists, guint32 node)
{
  /* Where there are no edges, items is NULL. */
  return (AmIndexList){ lists->items != NULL ? lists->items + lists->start[node] : NULL,
                        lists->start[node + 1] - lists->start[node] };
}

/* A number per node. */
typedef struct
{
  guint32 *of; /* of[node]: the number of its part */
  guint32 count; /* of parts */
} AmParts;

void am_parts_clear (AmParts *parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmParts, am_parts_clear)

/* --- union and find --- */

/* @n sets of one node each. Free with g_free(). */
guint32 *am_sets_new (guint32 n);
void am_sets_unite (guint32 *sets, guint32 a, guint32 b);
/* The first node of the set that @node is in. */
guint32 am_sets_find (guint32 *sets, guint32 node);
/* The sets, numbered by their first nodes. Clear with am_parts_clear(). */
AmParts am_sets_parts (guint32 *sets, guint32 n);

/* --- strongly connected components (Tarjan 1972) --- */

/* Takes the nodes of a component, which it may put into another order. */
typedef void (*AmComponentVisitor) (guint32 *members, guint32 count, gpointer data);

#define AM_GRAPH_DONE G_MAXUINT32

/* Visits the components of those of @count @nodes that are 0 in @seen, each after all that it leads
   to. What is AM_GRAPH_DONE there is taken for not being in the graph; all nodes are one or the
   other, and afterwards those that were visited are AM_GRAPH_DONE. NULL for
   @nodes are those from 0 on. */
void am_graph_visit_components (const AmLists *graph, const guint32 *nodes, guint32 count,
                                guint32 *seen, AmComponentVisitor visit, gpointer data);

/* The components of a graph of @n nodes; one has a higher number than all that it leads to. Clear
 * with am_parts_clear(). */
AmParts am_graph_components (const AmLists *graph, guint32 n);
