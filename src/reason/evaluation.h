/* All that evaluation says of a map, together. */

#pragma once

#include "reason/contested.h"
#include "reason/crux.h"
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
  GArray *theses; /* of guint32: the resolutions; where there are none, what the debate comes down to */
} AmEvaluation;

/* What theses turn on, and what would have to be answered, is searched for the first so many of them: in a map that is one circle all
   of its claims are theses, and the search may go through all of it for each. */
#define AM_EVALUATION_MOST_SEARCHED 100

/* What is wanted of strengths where nobody asked: those of maps whose author gave numbers. */
#define AM_STRENGTH_UNASKED (-1)

/* @strength is an AmStrengthMethod or AM_STRENGTH_UNASKED. The map must outlive the evaluation. Free with am_evaluation_free(). */
AmEvaluation *am_evaluation_new (const AmMap *map, int strength);
void am_evaluation_free (AmEvaluation *evaluation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmEvaluation, am_evaluation_free)

/* The kind of a contested claim; AM_CONTESTED_NONE of any other. A solver is asked at the first contested one, and about all of them
   then: what shows no kinds does not wait for it. */
AmContestedKind am_evaluation_kind (const AmEvaluation *evaluation, guint32 claim);

/* Of how many claims the kind was wanted, by am_evaluation_kind(), and is not decided. @why, unless NULL, is then
   AM_CONTESTED_UNASKED or AM_CONTESTED_CUT. */
guint am_evaluation_undecided (const AmEvaluation *evaluation, AmContestedKind *why);

/* What would have to be answered before the resolution or thesis @claim holds; borrowed. It is searched for once, and all of the first
   AM_EVALUATION_MOST_SEARCHED theses share the work that this may take. */
const AmAnswers *am_evaluation_answers (const AmEvaluation *evaluation, guint32 claim);

/* Whether nobody knows what thesis @number, of e->theses, would need answered: the search has ended at its bound, or it is not among the
   theses for which there is one. */
gboolean am_evaluation_answers_are_cut (const AmEvaluation *evaluation, guint number);

/* The strength of a claim; NAN where none is shown, or none is found. */
double am_evaluation_strength (const AmEvaluation *evaluation, guint32 claim);

G_END_DECLS
