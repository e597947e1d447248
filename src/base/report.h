/* What is wrong with one source: the second error channel, beside GError. A GError says that the world failed (a file
   cannot be opened); an AmReport says that the author's file is wrong. Floor 0: anyone may include it. */

#pragma once

#include "base/rules.h"
#include "base/source.h"

G_BEGIN_DECLS

typedef struct
{
  AmSpan where; /* AM_SPAN_NONE: nowhere in particular */
  char *text;
} AmNote;

typedef struct
{
  AmRule rule;
  AmLevel level;
  AmSpan where;
  char *subject; /* the id that it is about, or NULL */
  char *message; /* one sentence without a full stop; names the offender */
  GArray *notes; /* of AmNote: related places; NULL when there are none */
  AmNote help; /* how to mend it; text is NULL when that is not known */
} AmFinding;

typedef struct
{
  AmSource *source; /* borrowed; NULL when the report speaks of no file */
  GPtrArray *findings; /* of AmFinding */
  guint counts[AM_LEVEL_ERROR + 1];
} AmReport;

/* @source is borrowed and must outlive the report. Free with am_report_free(). */
AmReport *am_report_new (AmSource *source);
void am_report_free (AmReport *report);

/* Adds a finding of @rule at its own level. @subject (copied) may be NULL. The finding belongs to the report. */
AmFinding *am_report_add (AmReport *report, AmRule rule, AmSpan where, const char *subject, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Adds a related place. @where may be AM_SPAN_NONE. */
void am_finding_note (AmFinding *finding, AmSpan where, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Says how to mend it, in place of an earlier help. @where may be AM_SPAN_NONE. */
void am_finding_help (AmFinding *finding, AmSpan where, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Sorts the findings by where they begin; equals keep the order in which they were added. */
void am_report_sort (AmReport *report);

/* Drops the finding at @index and counts it no more. */
void am_report_drop (AmReport *report, guint index);

static inline gboolean
am_report_has_errors (const AmReport *report)
{
  return report->counts[AM_LEVEL_ERROR] > 0;
}

static inline const AmFinding *
am_report_finding (const AmReport *report, guint index)
{
  return g_ptr_array_index (report->findings, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmReport, am_report_free)

G_END_DECLS
