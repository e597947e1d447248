/* Walks over a resolved map: what hangs together, what goes round in circles, what it is all about.
 * None of them recurses. */

#pragma once

#include "model/map.h"

/* Sets of relation kinds. */
typedef enum
{
  AM_WALK_SUPPORT = 1 << AM_RELATION_SUPPORT,
  AM_WALK_REBUT = 1 << AM_RELATION_REBUT,
  AM_WALK_UNDERCUT = 1 << AM_RELATION_UNDERCUT,
  AM_WALK_ALL = AM_WALK_SUPPORT | AM_WALK_REBUT | AM_WALK_UNDERCUT,
} AmWalkKinds;

/* The claim that a relation leads to: its target; of an undercut, the claim that carries the
   attacked relation. AM_NONE when unresolved. */
guint32 am_walk_head (const AmMap *map, const AmRelation *relation);

/* One step from a claim: relations that it carries, then those in which it is a linked premise. */
typedef struct
{
  const AmMap *map;
  guint32 claim;
  AmWalkKinds kinds;
  guint32 next; /* private */
} AmSteps;

void am_steps_init (AmSteps *steps, const AmMap *map, guint32 claim, AmWalkKinds kinds);
/* FALSE at the end; else the relation and the claim that it leads to. Unresolved ones are passed
 * over. */
gboolean am_steps_next (AmSteps *steps, guint32 *relation, guint32 *head);

/* The claims that each claim leads to by relations of @kinds: the heads of its steps. Clear with
 * am_lists_clear(). */
AmLists am_walk_heads (const AmMap *map, AmWalkKinds kinds);

/* Connected components of claims, whatever the direction of the relations; numbered by their first
   claims. Clear the result with am_parts_clear(). */
AmParts am_walk_components (const AmMap *map);

/* Strongly connected components by relations of @kinds; a part has a higher number than all that it
 * leads to. */
AmParts am_walk_strong_components (const AmMap *map, AmWalkKinds kinds);

/* Whether one of @refs leads nowhere. While one does, what looks unused may be what was meant. */
gboolean am_walk_any_broken_ref (const AmRef *refs, guint32 count);
/* The same for the targets and premises of all relations, and for every reference of the map. */
gboolean am_walk_any_broken_relation (const AmMap *map);
gboolean am_walk_any_broken (const AmMap *map);

/* True for a rebuttal that something denies, or of which a step is undercut. */
gboolean am_walk_is_answered (const AmMap *map, guint32 rebuttal);

/* What the debate is about: the resolutions that resolve; without any `resolution`, every claim
   with a relation in a strongly connected component from which none leads out. Claim indices; free
   with g_array_unref(). */
GArray *am_walk_theses (const AmMap *map);
