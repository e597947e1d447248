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

/* "Only objections remain." and so on, strong: what is left of both sides. */
void am_verdicts_write_outcome (const AmVerdict *verdict, AmDocument *document);

/* Adds how firm the outcome of the thesis @number is. */
void am_verdicts_write_firm (AmDigest *digest, guint number, AmDocument *document);

/* Adds to the block " If “a” (A) were answered, no objection would remain." and the like, of @most
 * points at the most.
 */
void am_verdicts_write_turns (const AmEvaluation *evaluation, const AmCruxes *found, guint most,
                              AmDocument *document);

/* 0.723 → "0.72"; "none, it does not converge" for NAN. Caller owns it. */
char *am_verdicts_number (double value);

/* What its status means for a claim, in whole sentences without the claim: "Every reason given for
   it has been answered." With @naming the reply that decides is quoted. Caller owns it. */
char *am_status_sentence (AmEvaluation *evaluation, guint32 claim, AmWhy why, gboolean naming);

/* The one line below everything that follows from a map. */
#define AM_CAVEAT "What follows from this map alone; not what is true."

G_END_DECLS
