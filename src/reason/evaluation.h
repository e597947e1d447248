/* All that evaluation says of a map, together. */

#pragma once

#include "reason/crux.h"
#include "reason/dispute.h"
#include "reason/explain.h"
#include "reason/strength.h"

G_BEGIN_DECLS

typedef struct _AmAsked AmAsked;

typedef struct
{
  const AmMap *map; /* borrowed */
  AmDependencies *dependencies;
  AmLabelling *labelling; /* without suppositions */
  AmAsked *asked; /* private: what somebody has wanted to know, and what was found */
  AmStrengths *strengths; /* NULL where none are shown */
  GArray *theses; /* of guint32: the resolutions; where there are none, what the debate comes down
                     to */
  gboolean *is_thesis; /* per claim */
} AmEvaluation;

/* What is wanted of strengths where nobody asked: those of maps whose author gave numbers. */
#define AM_STRENGTH_UNASKED (-1)

/* @strength is an AmStrengthMethod or AM_STRENGTH_UNASKED. The map must outlive the evaluation.
 * Free with am_evaluation_free(). */
AmEvaluation *am_evaluation_new (const AmMap *map, int strength);
void am_evaluation_free (AmEvaluation *evaluation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmEvaluation, am_evaluation_free)

/* The kind of a disputed claim; AM_DISPUTE_NONE of any other. A solver is asked at the first
   undecided one, and about all of them then: what shows no kinds does not wait for it. */
AmDisputeKind am_evaluation_kind (AmEvaluation *evaluation, guint32 claim);

/* Of how many claims the kind was wanted, by am_evaluation_kind(), and is not decided. @why, unless
   NULL, is then AM_DISPUTE_UNASKED or AM_DISPUTE_CUT. */
guint am_evaluation_undecided (const AmEvaluation *evaluation, AmDisputeKind *why);

/* The strength of a claim; NAN where none is shown, or none is found. */
double am_evaluation_strength (const AmEvaluation *evaluation, guint32 claim);

G_END_DECLS
