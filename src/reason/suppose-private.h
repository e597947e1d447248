/* What is known of suppositions, and of the inputs of each node. Private to reason/suppose*.c. */

#pragma once

#include "reason/suppose.h"

G_BEGIN_DECLS

/* What is known of the inputs of a node. All inputs of a relation and the rebuts of a claim are
   demands: each must be met, that is to say be in if it helps, and are out if it attacks. */
typedef struct
{
  guint32 met, failed; /* demands */
  guint32 in, out; /* supports of a claim */
  guint32 supports; /* how many it has */
  guint32 witness; /* where to look first for the input that gives the label: a support that is in,
                      a demand that has failed. AM_NONE: all supports are out before the claim
                      did */
  gboolean kept; /* it needs no support */
} AmCounts;

typedef struct
{
  guint32 node, round, witness;
  gint8 label;
} AmSaved;

/* One supposition. */
typedef struct
{
  guint saved; /* how many were, before it */
  guint count; /* of nodes that are supposed by it: they are saved first */
  guint32 next; /* round */
  guint32 replaced; /* the node that is not supposed any more, AM_NONE for none */
  gboolean told; /* the numbers below are known */
  guint32 late_demands,
      late_supports; /* of its node: inputs with a label that were settled after it */
} AmLevel;

typedef struct _AmSuppositions
{
  AmCounts *counts; /* per node */
  guint8 *supposed; /* per node */
  guint8 *waiting; /* per node: it is in the queue */
  const guint32 *among; /* see am_suppose_among() */
  GArray *saved; /* of AmSaved */
  GArray *levels; /* of AmLevel */
  GArray *queue; /* of guint32 */
  guint32 first; /* the round of the first that is labelled again: those before are of the labelling
                    without suppositions, or of what is supposed, the later the lower */
  guint32 next;
  guint64 work; /* since it was asked last */
} AmSuppositions;

/* Whether @input is one of the supports of @node, and no demand. */
static inline gboolean
am_inputs_support (const AmDependencies *b, guint32 node, guint32 input)
{
  return am_dependencies_is_claim (b, node) && am_dependencies_helps (b, input);
}

/* 1 where @input does what @node would be in by, −1 where it does the contrary. */
static inline int
am_inputs_value (const AmLabelling *l, guint32 input)
{
  return am_dependencies_helps (l->dependencies, input) ? l->labels[input] : -l->labels[input];
}

/* Counts an input of @value, or with a @change of −1 counts it no more. */
static inline void
am_inputs_add (AmCounts *counts, gboolean support, int value, guint32 change)
{
  if (value > 0)
    *(support ? &counts->in : &counts->met) += change;
  else if (value < 0)
    *(support ? &counts->out : &counts->failed) += change;
}

/* How many demands @node has. */
static inline guint32
am_inputs_demands (const AmDependencies *dependencies, const AmCounts *counts, guint32 node)
{
  return am_dependencies_inputs (dependencies, node).count - counts->supports;
}

/* Counts the inputs of @node by their labels. */
void am_inputs_begin (AmLabelling *labelling, guint32 node);

/* What its inputs make of @node, when they are as @counts says. */
AmLabel am_inputs_derive (const AmDependencies *dependencies, const AmCounts *counts, guint32 node);

/* Whether a single input that was settled before @node gives it its label; it is the witness then.
 */
gboolean am_inputs_have_witness (AmLabelling *labelling, guint32 node);

/* Whether what was settled before @node gives it its label. While labels are only taken back, all
   inputs were settled before if all were when it got the label: the first that was taken back has
   taken it back as well. */
gboolean am_inputs_give (AmLabelling *labelling, guint32 node);

/* Counts inputs that have a label and were settled after @node, or with it. */
void am_inputs_count_late (AmLabelling *labelling, guint32 node, guint32 *demands,
                           guint32 *supports);

/* Keeps the label of @node, its round and its witness for am_suppose_back(). */
void am_suppose_put_aside (AmLabelling *labelling, guint32 node);

G_END_DECLS
