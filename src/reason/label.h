/* Which claims and relations are in: the grounded labelling.

   Of what a map says alone, with every rebuttal counted: a relation is in when all of its premises
   do and all that undercuts it is out; a claim, when all that rebuts it is out and one of
   its supports is in, it has evidence, or it has no supports. What is settled by nothing of this
   is undecided. With the values in 1, undecided 0, out −1 the least fixpoint of

     v(r) = min (v(s) over the premises s, −v(u) over what undercuts r)
     v(c) = min (−v(a) over what rebuts c, N (c)),
     N(c) = −1 if c is open without supports, 1 if it has no supports, or evidence,
            else max v(r) over what supports c.

   The grounded labelling is that of Dung (1995); rounds are the min–max numbering of Modgil and
   Caminada (2009) counted for both labels. */

#pragma once

#include "model/dependencies.h"

G_BEGIN_DECLS

typedef enum
{
  AM_LABEL_OUT = -1,
  AM_LABEL_UNDECIDED = 0,
  AM_LABEL_IN = 1,
} AmLabel;

typedef struct
{
  const AmDependencies *dependencies; /* borrowed */
  gint8 *labels; /* per node: AmLabel */
  guint32 *rounds; /* per node: when it was settled, from 1; 0 where it is undecided. What settles a
                      node has a lower one */
  struct _AmSuppositions *suppositions; /* private; NULL until something is supposed */
} AmLabelling;

/* How many are in, undecided, out. */
typedef struct
{
  guint32 in, undecided, out;
} AmTally;

/* In linear time. @dependencies must outlive it. Free with am_labelling_free(). */
AmLabelling *am_labelling_new (const AmDependencies *dependencies);
void am_labelling_free (AmLabelling *labelling);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmLabelling, am_labelling_free)

static inline AmLabel
am_labelling_of (const AmLabelling *labelling, guint32 node)
{
  return (AmLabel) labelling->labels[node];
}

/* Whether @claim, which has so many supports, is in without one that does. */
gboolean am_labelling_keeps (const AmDependencies *dependencies, guint32 claim, guint32 supports);

/* Counts @nodes as out, whatever speaks for them, and labels again what that changes; the rest
   stays as it is. Ends an earlier supposition. Costs as much as what becomes different, and what is
   next to it: how many nodes and inputs were looked at is returned. Rounds mean nothing then, where
   labels are new. */
guint64 am_labelling_suppose (AmLabelling *labelling, const guint32 *nodes, guint32 count);

/* Goes back to what is so without any supposition. */
void am_labelling_suppose_nothing (AmLabelling *labelling);

/* "unanswered", "disputed" or "answered": the words of `expect`. */
const char *am_label_word (AmLabel label);

G_END_DECLS
