/* Evaluations in words and as JSON. */

#pragma once

#include "base/json.h"
#include "reason/digest.h"
#include "report/document/document.h"

G_BEGIN_DECLS

/* Whether a reader has just read what the theses are. */
typedef enum
{
  AM_VERDICTS_ALONE,
  AM_VERDICTS_IN_CONTEXT,
} AmVerdictsPlace;

/* "Outcome": for each resolution or thesis the outcome, what is left of both sides
   and what would have to be answered; then every claim with its label and the reason for it, and
   every step that is answered or disputed. */
void am_verdicts_write (AmDigest *digest, AmDocument *document);

/* The first part alone, without a heading. */
void am_verdicts_write_theses (AmDigest *digest, AmVerdictsPlace place, AmDocument *document);

/* The one line about everything that follows from a map, as a paragraph. */
void am_verdicts_write_caveat (AmDocument *document);

/* Rival resolutions as a table: who is for and against each, and what is left of both sides. Writes
 * nothing where there are fewer than two. */
void am_verdicts_write_options (AmDigest *digest, AmDocument *document);

/* Raised when readers of the JSON would notice a change. */
#define AM_VERDICTS_JSON_VERSION 3

/* The evaluation as an object in an array, as docs/evaluation.md describes it. @name is the file's.
 */
void am_verdicts_write_json (AmDigest *digest, const char *name, AmJson *json);

/* Why @claim has its label. */
void am_verdicts_explain (AmEvaluation *evaluation, guint32 claim, AmDocument *document);

/* Which statements keep @claim unanswered, or that it is not. */
void am_verdicts_defend (const AmEvaluation *evaluation, guint32 claim, AmDocument *document);

/* On what the outcome of each thesis turns; at most @most points of each, 0 for all. */
void am_verdicts_write_crux (AmDigest *digest, guint most, AmVerdictsPlace place,
                             AmDocument *document);

G_END_DECLS
