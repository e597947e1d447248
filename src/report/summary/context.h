/* What the parts of a summary are written with. Private to report/summary/. */

#pragma once

#include "report/summary/summary.h"

G_BEGIN_DECLS

/* How much is said of everything where words are few: of a quotation so many words, and so on. */
typedef struct
{
  guint quoted, replies, names, cruxes, needed, linked;
  gboolean last_word, points;
} AmTerse;

typedef struct
{
  AmDigest *digest;
  const AmMap *map; /* these two are the digest's */
  AmEvaluation *evaluation;
  AmDocument *document;
  const AmSummaryStyle *style;
  GArray *theses; /* of guint32; the evaluation's */
  const AmTerse *terse; /* NULL where everything is said */
} AmSummary;

AmSummary am_summary_of (AmDigest *digest, const AmSummaryStyle *style, AmDocument *document);

/* Whether another entry goes on a list of which @count were wanted before; counts it. */
gboolean am_summary_takes (const AmSummary *summary, guint *count);

/* The heading of a list, where there is anything on it, and how many of it are shown. */
guint am_summary_begin_list (AmSummary *summary, const AmDigestClaims *claims, const char *heading);

/* "And 312 more; argmap list --sources lists them all.", where the list was cut. */
void am_summary_write_rest (AmSummary *summary, guint count, const char *command);

/* A paragraph, unless @text is NULL or blank. */
void am_summary_paragraph (AmSummary *summary, const char *text);
/* An item with who says the claim, and the claim. */
void am_summary_claim_item (AmSummary *summary, guint32 claim);

/* A paragraph that tells that the authors of the map added @supplied of @count statements, where
 * they added some. */
void am_summary_write_supplied (AmSummary *summary, guint supplied, guint count);

G_END_DECLS
