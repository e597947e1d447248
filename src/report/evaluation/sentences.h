/* What the files of verdicts share. Private to report/evaluation/. */

#pragma once

#include "report/document/phrases.h"
#include "report/evaluation/evaluation.h"

G_BEGIN_DECLS

/* “text” (who says it). Caller owns it. */
char *am_verdicts_claim (const AmMap *map, guint32 claim);

/* “a” (A), “b” (B) and “c”: the premises of a relation that counts. Caller owns it. */
char *am_verdicts_premises (const AmMap *map, const AmRelation *relation);

/* "The resolution", "The answer" of rival ones, "The thesis": what the theses of the map are
 * called. Static. */
const char *am_verdicts_thesis_word (const AmEvaluation *evaluation);

/* "it holds", "both sides have unanswered points" and so on, the words of the outcome strong. */
void am_verdicts_write_outcome (AmOutcome outcome, AmDocument *document);

/* "It holds", "Both sides have unanswered points": the same at the beginning of a sentence. */
void am_verdicts_write_outcome_first (AmOutcome outcome, AmDocument *document);

/* Adds to the block " If “a” (A) fell, it would hold." and the like, of @most points at the most.
 */
void am_verdicts_write_turns (const AmEvaluation *evaluation, const AmCruxes *found, guint most,
                              AmDocument *document);

/* 0.723 → "0.72"; "none, it does not converge" for NAN. Caller owns it. */
char *am_verdicts_number (double value);

G_END_DECLS
