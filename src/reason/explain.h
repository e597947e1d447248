/* Why a claim stands, is contested or has fallen: a tree of points, each of which says something of
   one node.

   A fallen claim is explained by what settled it first, a standing one by the reason that settled
   it first and by one fault of each of its rebuttals, a contested one by the shortest circle that
   it turns on. Every point was settled before the one above it, so an explanation ends and never
   uses what it explains. */

#pragma once

#include "reason/outcome.h"

G_BEGIN_DECLS

typedef enum
{
  AM_POINT_CLAIM, /* what is asked about, or one of several premises */
  AM_POINT_RELATION, /* a support, rebuttal or undercut; what is below is about its premise, where
                        it has only one */
  AM_POINT_TURN, /* contested: what is above turns on it */
} AmPointKind;

typedef struct
{
  AmPointKind kind;
  guint depth; /* 0 for what is asked about */
  guint32 node;
  guint32 by; /* of a fallen relation: what made it fall, a premise or an undercut; of a turn: the
                 node that it comes back to; else AM_NONE */
  gboolean again; /* explained further up already */
} AmPoint;

/* Why the claim has its label, by what settled it first: a claim that had lost its reasons before a
   rebuttal of it was found to stand is AM_WHY_UNSUPPORTED here. */
AmWhy am_explain_first_why (const AmLabelling *labelling, guint32 claim);

/* What made the relation @node fall first, or leaves it contested: a premise or an undercut.
 * AM_NONE where it stands. */
guint32 am_explain_cause (const AmLabelling *labelling, guint32 node);

/* Whether a claim that stands rebuts @claim, so that what rebuts it has fallen on the way alone. */
gboolean am_explain_is_rebutted_in_vain (const AmLabelling *labelling, guint32 claim);

/* Points of the claim's explanation, in the order of telling. @labelling is without suppositions.
 * Free with g_array_unref(). */
GArray *am_explain (const AmLabelling *labelling, guint32 claim);

/* Claims that together keep @claim standing: each rebuttal of one of them, and each undercut of a
   step between them, is defeated by one of them; no smaller set was found by taking what is
   cheapest first. @claim is the first, the others are in file order. NULL when it does not stand.
   (A strongly admissible set: Baroni and Giacomin 2007.) Free with g_array_unref(). */
GArray *am_defence (const AmLabelling *labelling, guint32 claim);

G_END_DECLS
