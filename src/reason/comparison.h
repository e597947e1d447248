/* What the changes from one map to another do to the debate: outcomes, claims that are in or
 * out, rebuttals that are answered. */

#pragma once

#include "model/difference/difference.h"
#include "reason/evaluation.h"

G_BEGIN_DECLS

/* A resolution or thesis of one of the maps, or of both. */
typedef struct
{
  guint32 old_claim, new_claim; /* AM_NONE in the map where it is none */
  AmVerdict before, after; /* of a map where it is one */
} AmThesisChange;

/* A claim of both maps with another label. */
typedef struct
{
  guint32 old_claim, new_claim;
  AmLabel before;
  AmVerdict after;
} AmStatusChange;

typedef struct
{
  const AmDifference *difference; /* borrowed, as the evaluations are */
  AmEvaluation *old_evaluation, *new_evaluation;
  GArray *theses; /* of AmThesisChange: those of the new map in its order, then those that are none
                     any more */
  gboolean outcome_changed; /* some thesis has another outcome, is one only now, or is none any more
                             */
  GArray *statuses; /* of AmStatusChange, in the order of the new map */
  GArray *answered, *unanswered; /* of guint32: rebuttals of the new map that were there before, and
                                    are answered, or not any more */
} AmComparison;

/* The evaluations are those of the difference's maps. Free with am_comparison_free(). */
AmComparison *am_comparison_new (const AmDifference *difference, AmEvaluation *old_evaluation,
                                 AmEvaluation *new_evaluation);
void am_comparison_free (AmComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmComparison, am_comparison_free)

/* Whether the two maps say the same. */
gboolean am_comparison_is_same (const AmComparison *comparison);

/* Whether a stakeholder who says @after said the contrary @before. */
gboolean am_stance_is_flipped (AmStance before, AmStance after);

G_END_DECLS
