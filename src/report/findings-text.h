/* Findings as a person reads them in a terminal. Floor 5: command may include it. */

#pragma once

#include "base/report.h"

G_BEGIN_DECLS

/* How many of what, over several files. */
typedef struct
{
  guint files;
  guint files_with_findings;
  guint64 counts[AM_LEVEL_ERROR + 1];
} AmTally;

void am_tally_add (AmTally *tally, const AmReport *report);

/* Appends the findings of @report that are of @lowest level or above: place, message and slug, the line with the place
   underlined, notes and help. */
void am_findings_text (const AmReport *report, AmLevel lowest, gboolean colour, GString *out);

/* Appends the closing line. */
void am_findings_text_tally (const AmTally *tally, gboolean colour, GString *out);

G_END_DECLS
