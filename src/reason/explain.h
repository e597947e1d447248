/* Why a claim is in, is undecided or is out: a tree of points, each of which says something of
   one node.

   An answered claim is explained by what settled it first, one that is in by the reason that
   settled it first and by one fault of each of its rebuttals, a disputed one by the shortest circle
   that it depends on. Every point was settled before the one above it, so an explanation ends and
   never uses what it explains. */

#pragma once

#include "reason/outcome.h"

G_BEGIN_DECLS

typedef enum
{
  AM_POINT_CLAIM, /* what is asked about, or one of several premises */
  AM_POINT_RELATION, /* a support, rebuttal or undercut; what is below is about its premise, where
                        it has only one */
  AM_POINT_TURN, /* undecided: what is above depends on it */
} AmPointKind;

typedef struct
{
  AmPointKind kind;
  guint depth; /* 0 for what is asked about */
  guint32 node;
  guint32 by; /* of an answered relation: what put it out, a premise or an undercut; of a turn:
                 the node that it comes back to; else AM_NONE */
  gboolean again; /* explained further up already */
} AmPoint;

/* Why the claim has its label, by what settled it first: a claim that had lost its reasons before a
   rebuttal of it was found to be in is AM_WHY_UNSUPPORTED here. */
AmWhy am_explain_first_why (const AmLabelling *labelling, guint32 claim);

/* What put the relation @node out first, or leaves it undecided: a premise or an undercut.
 * AM_NONE where it is in. */
guint32 am_explain_cause (const AmLabelling *labelling, guint32 node);

/* The rebuttal that decides that @claim is answered: of those that are in the one that was settled
   first. AM_NONE where there is none. */
guint32 am_explain_reply (const AmLabelling *labelling, guint32 claim);

/* Whether anything replies to @claim or to a step that it makes. */
gboolean am_explain_has_reply (const AmMap *map, guint32 claim);

/* How many relations attack @node, a claim or a relation; *@last is the last of them, and is left
 * alone where there is none. */
guint am_explain_rebuttals (const AmLabelling *labelling, guint32 node, guint32 *last);

/* The same of all that replies to the relation @node: what undercuts it, and what rebuts one of its
 * premises. */
guint am_explain_replies (const AmLabelling *labelling, guint32 node, guint32 *last);

/* Of the supports of @claim (@helps), or of its rebuttals, none of which is in: how many there are
   is stored in *@count. TRUE where one of them comes from a claim that is in itself, so that it
   has not been answered, but does not count here. */
gboolean am_explain_in_vain (const AmLabelling *labelling, guint32 claim, gboolean helps,
                             guint32 *count);

/* The claim that has the last word on @node, a claim or a relation that counts: what the chain of
   replies that decides its label ends with. @node's own claim where there is no reply; AM_NONE
   where it is undecided. */
guint32 am_explain_last_word (const AmLabelling *labelling, guint32 node);

/* A claim that @claim and it deny each other, with neither decided; AM_NONE where there is none. */
guint32 am_explain_opponent (const AmLabelling *labelling, guint32 claim);

/* Points of the claim's explanation, in the order of telling. @labelling is without suppositions.
 * Free with g_array_unref(). */
GArray *am_explain (const AmLabelling *labelling, guint32 claim);

/* Claims that together keep @claim in: each rebuttal of one of them, and each undercut of a
   step between them, is defeated by one of them; no smaller set was found by taking what is
   cheapest first. @claim is the first, the others are in file order. NULL when it is not in.
   (A strongly admissible set: Baroni and Giacomin 2007.) Free with g_array_unref(). */
GArray *am_defence (const AmLabelling *labelling, guint32 claim);

G_END_DECLS
