/* What a label means: why a claim has it, what is left of what is said for and against it, and what
   would have to be answered before it is in. */

#pragma once

#include "reason/label.h"

G_BEGIN_DECLS

/* Why a claim has its label. */
typedef enum
{
  /* in */
  AM_WHY_UNCHALLENGED, /* neither reasons, evidence nor rebuttals */
  AM_WHY_SUPPORTED, /* a reason is in; nothing rebuts it */
  AM_WHY_EVIDENCE, /* it has evidence of its own; nothing rebuts it */
  AM_WHY_DEFENDED, /* all that rebuts it is out */
  /* out */
  AM_WHY_REBUTTED, /* a rebuttal is in */
  AM_WHY_UNSUPPORTED, /* all of its reasons are out */
  AM_WHY_OPEN, /* asserted by nobody, and without any reason */
  /* undecided */
  AM_WHY_CYCLIC, /* it depends on claims that depend on one another */
} AmWhy;

/* What is left of both sides, which says more than a label: a single leaf that nobody answered
 * makes most claims answered. */
typedef enum
{
  AM_OUTCOME_NO_OBJECTIONS, /* a reason is in and no objection */
  AM_OUTCOME_BOTH, /* a reason and an objection are in */
  AM_OUTCOME_OBJECTIONS, /* an objection is in and no reason */
  AM_OUTCOME_NEITHER, /* neither is in */
  AM_OUTCOME_DISPUTED, /* the best reason or the best objection is undecided */
  AM_OUTCOME_UNARGUED, /* there are neither reasons nor evidence nor objections */
} AmOutcome;

typedef struct
{
  AmLabel label;
  AmWhy why;
  AmOutcome outcome;
  AmTally reasons, objections; /* supports and rebuts that lead to the claim; evidence of its own is
                                  in neither */
} AmVerdict;

/* Of @claim, by a labelling with or without a supposition. */
AmVerdict am_verdict (const AmLabelling *labelling, guint32 claim);

/* "unchallenged", "no-objections" and so on: as in JSON. Static. */
const char *am_why_word (AmWhy why);
const char *am_outcome_word (AmOutcome outcome);

/* "only objections remain", "only objections would remain" and so on. Static. */
const char *am_outcome_clause (AmOutcome outcome);
const char *am_outcome_conditional (AmOutcome outcome);

guint32 am_tally_count (const AmTally *tally);

/* What is left of both sides, as a sentence: "Only objections remain." and so on. Static. */
const char *am_verdict_sentence (const AmVerdict *verdict);

/* The same in few words: "Unanswered: 2 of 3 reasons, 1 of 1 objections." Caller owns it; NULL
 * where there are neither. */
char *am_verdict_short_tally (const AmVerdict *verdict);

/* "Reasons: 2 unanswered, 1 disputed, 0 answered. Objections: none."; NULL where there are neither.
 * Caller owns it. */
char *am_verdict_tally (const AmVerdict *verdict);

/* --- answers needed --- */

/* What would have to be answered before a claim is in. */
typedef enum
{
  AM_ANSWERS_NONE, /* it is in as it is */
  AM_ANSWERS_CLAIMS, /* all of the claims, each by a rebuttal that is in */
  AM_ANSWERS_STEPS, /* all of the relations, each by an undercut that is in: to rebut the claims
                       would cost the reasons as well */
  AM_ANSWERS_REASON, /* no answer would do: an open claim lacks a reason */
  AM_ANSWERS_CUT, /* the search ended at its bound before it found any that do */
} AmAnswersKind;

typedef struct
{
  AmAnswersKind kind;
  GArray *nodes; /* of guint32: claims or relations, as nodes; in file order */
} AmAnswers;

void am_answers_clear (AmAnswers *answers);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmAnswers, am_answers_clear)

/* What every claim of a map would cost, for any number of questions about them. */
typedef struct _AmAnswersSearch AmAnswersSearch;

/* In n log n. @labelling is borrowed, and must outlive it; ends any supposition. Free with
 * am_answers_search_free(). */
AmAnswersSearch *am_answers_search_new (AmLabelling *labelling);
void am_answers_search_free (AmAnswersSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmAnswersSearch, am_answers_search_free)

/* The fewest where the reasons form a tree; else an upper bound, which has been tried: once they
   are answered @claim is in. At most
   @most nodes and inputs are looked at after the first attempt, which is linear: fewer may do where
   that is not enough. Ends any supposition. Clear the result. */
AmAnswers am_answers_needed (AmAnswersSearch *search, guint32 claim, guint64 most);

G_END_DECLS
