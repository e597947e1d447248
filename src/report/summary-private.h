/* The parts of a summary. Private to report/summary*.c. */

#pragma once

#include "report/summary.h"

typedef struct
{
  const AmMap *map;
  AmDocument *document;
  GArray *theses; /* of guint32 */
  gboolean *is_thesis; /* per claim */
} AmSummary;

/* summary-stakeholders.c: who takes part, and what each says. */
void am_summary_stakeholders (AmSummary *summary);

/* summary-outline.c: the argument, from the theses outwards. Marks in @reached what it has told. */
void am_summary_outline (AmSummary *summary, gboolean *reached);

/* summary-phrases.c.

   Names of the stakeholders in @by: "NSPCC, Barnardo's and the police". Caller owns it; NULL when there is none. */
char *am_summary_names (const AmMap *map, AmRange by);

/* " [1, 3]" for the sources cited, numbered from 1 as in the list of sources, or "". Caller owns it. */
char *am_summary_citations (const AmMap *map, AmRange evidence);

/* The text of a claim, folded, with a full stop if it ends with no punctuation. Caller owns it. */
char *am_summary_sentence (const char *text);
/* The text without a final full stop, for quoting inside a sentence. Caller owns it. */
char *am_summary_quoted (const char *text);

/* What a rebuttal's relation attacks: “…”, or the step from “…” to “…”. Caller owns it; NULL for a support, and for one that
   does not resolve. */
char *am_summary_target (const AmMap *map, const AmRelation *relation);
