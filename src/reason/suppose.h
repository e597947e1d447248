/* Labellings under suppositions that build on one another. Each is reached from the one before it
   by what differs between them, so that many of them cost less than labelling as often. Private to
   reason/.

   A supposed node has its label whatever speaks for or against it, and the others the least
   fixpoint that follows. Every label has a round, in which no supposed node takes part: what gives
   a label to a node was settled in an earlier round than it, so a label that has lost what gave it
   is found by looking at its inputs alone. */

#pragma once

#include "reason/label.h"

G_BEGIN_DECLS

/* Supposes @label of each of the nodes, on top of what is supposed: no more often than there are
   nodes in the map. Returns how many nodes and inputs were looked at. */
guint64 am_suppose (AmLabelling *labelling, const guint32 *nodes, guint32 count, AmLabel label);

/* Supposes @label of @node in place of the last supposition, which was of one node, of which @node
   is an input. Where that keeps its label because of @node, this costs what differs. Returns how
   many nodes and inputs were looked at. */
guint64 am_suppose_instead (AmLabelling *labelling, guint32 node, AmLabel label);

/* Goes back to how it was before the last am_suppose() or am_suppose_instead(). */
void am_suppose_back (AmLabelling *labelling);

/* What the label of @user would be, were that of its input @node @label and all else as it is. Of
 * an input that is listed once. */
AmLabel am_suppose_foresee (AmLabelling *labelling, guint32 user, guint32 node, AmLabel label);

/* From here on only nodes that have one of @steps (not AM_NONE), as am_dependencies_ways() tells
   them, are labelled; NULL: all. Nothing is supposed when it is called. @steps is borrowed. */
void am_suppose_among (AmLabelling *labelling, const guint32 *steps);

/* How many labels are put aside: memory grows with it. */
guint am_suppose_depth (const AmLabelling *labelling);

/* Counts what supports @claim and what rebuts it, without going through it once something has been
 * supposed. */
void am_suppose_count (const AmLabelling *labelling, guint32 claim, AmTally *reasons,
                       AmTally *objections);

void am_suppose_free (struct _AmSuppositions *suppositions);

G_END_DECLS
