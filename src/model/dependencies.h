/* The dependency graph of a map, with claims and relations as its nodes. A claim depends on the
   supports and rebuts that lead to it; a relation on its premises and on what undercuts it.

   Nodes 0 … n_claims − 1 are the claims, the others the relations, both as in the map. A relation
   that does not resolve, or of which a premise does not, counts for nothing: it has no inputs and
   is the input of nothing. */

#pragma once

#include "model/map.h"

typedef struct
{
  const AmMap *map; /* borrowed */
  guint32 n_claims, n_nodes;
  AmLists inputs, uses; /* of each node */
} AmDependencies;

/* Of a resolved map, which must outlive it. Free with am_dependencies_free(). */
AmDependencies *am_dependencies_new (const AmMap *map);
/* The same as if the claims @left_out, per claim, were not there, with what they carry and what
   leads to them; NULL for none. They keep their places, and nothing depends on them. */
AmDependencies *am_dependencies_new_without (const AmMap *map, const gboolean *left_out);
void am_dependencies_free (AmDependencies *dependencies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmDependencies, am_dependencies_free)

/* What @node depends on: relations for a claim, in file order; for a relation its premises as
 * written, then undercuts. */
AmIndexList am_dependencies_inputs (const AmDependencies *dependencies, guint32 node);

/* What depends on @node. */
AmIndexList am_dependencies_uses (const AmDependencies *dependencies, guint32 node);

static inline guint32
am_dependencies_relation_node (const AmDependencies *dependencies, guint32 relation)
{
  return dependencies->n_claims + relation;
}

static inline gboolean
am_dependencies_is_claim (const AmDependencies *dependencies, guint32 node)
{
  return node < dependencies->n_claims;
}

/* The relation that @node stands for, which is none of the claims. */
static inline const AmRelation *
am_dependencies_relation (const AmDependencies *dependencies, guint32 node)
{
  return am_map_relation (dependencies->map, node - dependencies->n_claims);
}

/* Whether what uses @input gains when it is in: a premise, a support. The others attack: rebuts
 * and undercuts. */
static inline gboolean
am_dependencies_helps (const AmDependencies *dependencies, guint32 input)
{
  return am_dependencies_is_claim (dependencies, input)
      || am_dependencies_relation (dependencies, input)->kind == AM_RELATION_SUPPORT;
}

/* Whether the relation counts: it resolves, and so do all of its premises. */
gboolean am_dependencies_counts (const AmMap *map, const AmRelation *relation);

/* steps[node] is how many nodes a shortest way from @node to @target passes, @target included (so 0
   for @target itself), and ways[node] the next one on it; AM_NONE for what does not bear on
   @target. Of several shortest ways the one by nodes of lower numbers. Both have n_nodes places. */
void am_dependencies_ways (const AmDependencies *dependencies, guint32 target, guint32 *steps,
                           guint32 *ways);
