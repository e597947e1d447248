/* What depends on what, and the strengths that follow. Private to reason/strength*.c.

   Nodes are the claims, by their index, and after them the relations. A claim depends on the
   relations that lead to it, a relation on its premises and on what undercuts it. A part is a
   strongly connected component of that. */

#pragma once

#include "reason/strength.h"

#include <math.h>

/* A part: some of the members of an order. */
typedef struct
{
  guint32 start;
  guint32 count;
  gboolean cyclic; /* a node of it depends on itself; its relations stand first, undercutters before
                      what they undercut */
} AmStrengthPart;

/* Parts, each after all that it depends on. */
typedef struct
{
  GArray *parts; /* of AmStrengthPart */
  GArray *members; /* nodes */
} AmStrengthOrder;

typedef struct
{
  const AmMap *map;
  guint32 n_claims;
  guint32 n_nodes;
  double *base; /* per node: τ of a claim, `strength` of a relation */
  guint32 *heads; /* per relation: the node that depends on it; AM_NONE when it is passed over */
  AmLists inputs; /* of each node, by the id of who carries them, so that sums do not depend on the
                     file; supports of a claim and premises of a relation first */
  guint32 *splits; /* per node: its rebuttals or undercutters begin here in the inputs */
  AmLists uses; /* of each claim: the relations, as nodes, of which it is a premise */
  guint32 *ranks; /* per relation: an undercutter before what it undercuts, unless undercuts go
                     round in circles */
  guint32 *seen; /* per node: AM_GRAPH_DONE but during a search */
  AmStrengthOrder order; /* of all nodes */
  guint32 *part_of; /* per node: index in the parts of @order */
} AmStrengthGraph;

AmStrengthGraph *am_strength_graph_new (const AmMap *map);
void am_strength_graph_free (AmStrengthGraph *graph);

void am_strength_order_init (AmStrengthOrder *order);
void am_strength_order_clear (AmStrengthOrder *order);

/* Fills in @order, @ranks and @part_of, when the rest of the graph is there. */
void am_strength_order_all (AmStrengthGraph *graph);

/* Fills @order with what is left of a part when the nodes that @gone marks are taken out: there may
 * be more parts then. */
void am_strength_order_rest (AmStrengthGraph *graph, AmStrengthPart part, const gboolean *gone,
                             AmStrengthOrder *order);

/* How many inputs the nodes of a part have together. */
guint64 am_strength_count_inputs (const AmStrengthGraph *graph, const AmStrengthOrder *order,
                                  AmStrengthPart part);

static inline AmStrengthPart
am_strength_part (const AmStrengthOrder *order, guint32 index)
{
  return g_array_index (order->parts, AmStrengthPart, index);
}

static inline const guint32 *
am_strength_members (const AmStrengthOrder *order, AmStrengthPart part)
{
  return &g_array_index (order->members, guint32, part.start);
}

/* How many inputs may be looked at in all for the strengths of a map, and again for the
   contributions asked of them. Some seconds. */
#define AM_STRENGTH_MOST_WORK G_GUINT64_CONSTANT (500000000)

typedef struct
{
  const AmStrengthGraph *graph;
  AmStrengthMethod method;
  guint32 most_steps; /* that a cyclic part may take */
  guint64 work; /* inputs that may still be looked at */
  double *now; /* per node */
} AmStrengthSolver;

/* The value of one node from those that it depends on. */
double am_strength_value (const AmStrengthSolver *solver, guint32 node);

/* Computes the nodes of a part from those that it depends on. NAN where one of those is; FALSE, and
   NAN, when a cyclic part has no values. */
gboolean am_strength_solve (AmStrengthSolver *solver, const AmStrengthOrder *order,
                            AmStrengthPart part);

/* For am_strength_contribution(): made when it is called first. */
typedef struct
{
  AmStrengthSolver solver;
  gboolean *gone; /* per node */
  guint64 *due; /* a bit per part: it is to be computed again */
  GArray *touched; /* nodes that may have another value than before */
  AmStrengthOrder rest;
} AmStrengthProbe;

typedef struct _AmStrengthState
{
  AmStrengthGraph *graph;
  AmStrengthSolver solver; /* its values are those that everybody sees */
  AmStrengthProbe *probe; /* or NULL */
} AmStrengthState;

void am_strength_probe_free (AmStrengthProbe *probe);
