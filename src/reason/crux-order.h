/* On which supposition another can build, for a search of what a thesis turns on. Private to
 * reason/. */

#pragma once

#include "model/dependencies.h"

G_BEGIN_DECLS

/* The nodes that bear on a thesis. */
typedef struct
{
  guint32 *nodes; /* from the nearest to the furthest; those that are as near ascending */
  guint32 count;
  guint32 *parents; /* per node of the map, where it bears on the thesis: the use of it through
                       which most of what its label changes is changed as well; AM_NONE of the
                       thesis. The parents form a tree */
  guint32 *first, *next; /* the same the other way round: the first child of a node, the next of the
                            same parent; AM_NONE for none */
} AmCruxOrder;

/* @components: the strongly connected components by inputs, numbered as am_graph_components() does.
   @steps are those to @thesis, of am_dependencies_ways(). Of a node in no circle the parent is the
   use that comes first: none of the parent's other inputs depends on the node then, so nothing but
   the node has changed for it. The nodes of a circle lead through it to the one that is nearest to
   the thesis. Linear. Clear the result. */
AmCruxOrder am_crux_order (const AmDependencies *dependencies, const guint32 *components,
                           guint32 thesis, const guint32 *steps);
void am_crux_order_clear (AmCruxOrder *order);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmCruxOrder, am_crux_order_clear)

G_END_DECLS
