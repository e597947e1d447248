/* The parts of a summary. Private to report/summary/. */

#pragma once

#include "report/document/phrases.h"
#include "report/evaluation/sentences.h"
#include "report/summary/summary.h"

G_BEGIN_DECLS

typedef struct
{
  AmDigest *digest;
  const AmMap *map; /* these two are the digest's */
  AmEvaluation *evaluation;
  AmDocument *document;
  const AmSummaryStyle *style;
  GArray *theses; /* of guint32; the evaluation's */
} AmSummary;

AmSummary am_summary_of (AmDigest *digest, const AmSummaryStyle *style, AmDocument *document);

/* Whether another entry goes on a list of which @count were wanted before; counts it. */
gboolean am_summary_takes (const AmSummary *summary, guint *count);

/* The heading of a list, where there is anything on it, and how many of it are shown. */
guint am_summary_begin_list (AmSummary *summary, const AmDigestClaims *claims, const char *heading);

/* "And 312 more; argmap list --sources lists them all.", where the list was cut. */
void am_summary_write_rest (AmSummary *summary, guint count, const char *command);

/* summary.c: a paragraph, unless @text is NULL or blank. */
void am_summary_paragraph (AmSummary *summary, const char *text);
/* An item with who says the claim, and the claim. */
void am_summary_claim_item (AmSummary *summary, guint32 claim);

/* summary-brief.c: who is on which side, what weighs most there, the outcome, on what it turns. */
void am_summary_in_short (AmSummary *summary);
/* A paragraph that tells that @supplied of @count statements were supplied by the authors of the map, where some were. */
void am_summary_write_supplied (AmSummary *summary, guint supplied, guint count);

/* Adds " The answer, “…” (…), has fallen.", or why the point does not stand although no answer does. */
void am_summary_write_reply (AmSummary *summary, const AmDigestPoint *point);

/* summary-stakeholders.c: who takes part, and what each says. */
void am_summary_stakeholders (AmSummary *summary);
/* A paragraph with what is known of one of them, its positions, and what it asserts. */
void am_summary_describe (AmSummary *summary, guint32 stakeholder);
void am_summary_positions (AmSummary *summary, guint32 stakeholder);
void am_summary_assertions (AmSummary *summary, guint32 stakeholder);

/* summary-standing.c: what evaluation says. */
void am_summary_outcomes (AmSummary *summary);

/* summary-outline.c: the argument, from the theses outwards. */
void am_summary_outline (AmSummary *summary);

/* summary-stands.c: where those who take part agree and disagree, and what nobody disputes. */
void am_summary_common_ground (AmSummary *summary);

/* summary-open.c: which questions are left; what nobody has answered, what has no evidence, which stock issues are spoken to. */
void am_summary_questions (AmSummary *summary);
void am_summary_open (AmSummary *summary);

G_END_DECLS
