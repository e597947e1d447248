/* The parts of a summary. Private to report/summary*.c. */

#pragma once

#include "report/phrases.h"
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

/* summary-standing.c: what evaluation says. */
void am_summary_standing (AmSummary *summary, AmEvaluation *evaluation);

/* summary-outline.c: the argument, from the theses outwards. Marks in @reached what it has told. */
void am_summary_outline (AmSummary *summary, gboolean *reached);
