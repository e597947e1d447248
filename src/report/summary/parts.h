/* The parts of a summary. Private to report/summary/. */

#pragma once

#include "report/document/phrases.h"
#include "report/evaluation/sentences.h"
#include "report/summary/context.h"

G_BEGIN_DECLS

/* Words of the half page with its head: for one thesis, and for each one more. */
#define AM_BRIEF_WORDS 248
#define AM_BRIEF_WORDS_MORE 78

/* brief.c: who is on which side, what weighs most there, the outcome, what would decide it. */
void am_summary_in_short (AmSummary *summary);
/* Who says something. Caller owns it; NULL for nobody. */
char *am_summary_names (const AmSummary *summary, AmRange by);

/* point.c: a claim as it is mentioned, “…” (…); the premises of a relation. Caller owns them. */
char *am_summary_quote (const AmSummary *summary, guint32 claim);
char *am_summary_quote_premises (const AmSummary *summary, const AmRelation *relation);
/* Adds " The only reply, “…” (…), has been answered.", or why the point is answered although no
 * answer does. */
void am_summary_write_reply (AmSummary *summary, const AmDigestPoint *point);

/* participants.c: who takes part, and what each says. */
void am_summary_stakeholders (AmSummary *summary);
/* A paragraph with what is known of one of them, its positions, and what it asserts. */
void am_summary_describe (AmSummary *summary, guint32 stakeholder);
void am_summary_positions (AmSummary *summary, guint32 stakeholder);
void am_summary_assertions (AmSummary *summary, guint32 stakeholder);

/* outcomes.c: what evaluation says. */
void am_summary_outcomes (AmSummary *summary);

/* argument.c: the argument, from the theses outwards. */
void am_summary_outline (AmSummary *summary);

/* positions.c: where those who take part agree and disagree, and what nobody disputes. */
void am_summary_common_ground (AmSummary *summary);

/* questions.c: which questions are left; what nobody has answered, what has no evidence, which
 * stock issues are spoken to. */
void am_summary_questions (AmSummary *summary);
void am_summary_open (AmSummary *summary);

G_END_DECLS
