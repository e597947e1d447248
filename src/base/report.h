/* What is wrong with one source: the second error channel, beside GError. A GError says that the
   world failed (a file cannot be opened); an AmReport says that the author's file is wrong. */

#pragma once

#include "base/rules.h"
#include "base/source.h"

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

/* What the user makes of the rules. */
typedef struct
{
  AmLevel levels[AM_N_RULES];
  AmLevel lowest; /* findings below are counted, but not kept */
  guint64 guesses; /* how many comparisons the search for what misspelt ids meant may take in one
                      file */
} AmPolicy;

/* Comparisons in one run, some tenths of a second: several files share them, but each may make the
 * second number. */
#define AM_MOST_GUESSES 1000000
#define AM_FEWEST_GUESSES 20000

/* Every rule at the level of its own; all findings kept. */
void am_policy_init (AmPolicy *policy);

typedef struct
{
  AmSource *source; /* borrowed; NULL when the report speaks of no file */
  AmPolicy policy;
  GPtrArray *findings; /* of AmFinding */
  guint counts[AM_LEVEL_ERROR + 1];
  guint suppressed; /* findings that were accepted */
  GHashTable *accepted; /* private */
  GHashTable *located; /* private: what am_report_locate() has found */
  guint64 guessed; /* comparisons so far */
  gboolean guessing_ended; /* that has been said */
} AmReport;

/* @source is borrowed and must outlive the report; @policy is copied, NULL for the usual one. Free
 * with am_report_free(). */
AmReport *am_report_new (AmSource *source, const AmPolicy *policy);
void am_report_free (AmReport *report);

/* As am_locate_member(), for what many findings point to, such as the first of those that are
 * alike: it is looked for once. */
AmSpan am_report_locate (AmReport *report, gsize at, const char *name);

/* Accepts findings of @rule about @subject (NULL: about nothing in particular) that are to come:
   they are counted as suppressed, and nothing else. */
void am_report_accept (AmReport *report, AmRule rule, const char *subject);

/* The same for findings that are there already, once all that is accepted has been named. */
void am_report_drop_accepted (AmReport *report);

/* How many findings am_report_accept() of the same arguments has suppressed. */
guint am_report_accepted (const AmReport *report, AmRule rule, const char *subject);

/* Adds a finding of @rule at the level of the policy. @subject (copied) may be NULL. The finding
   belongs to the report; it is NULL when it was only counted, or not even that, and the functions
   below then do nothing. */
AmFinding *am_report_add (AmReport *report, AmRule rule, AmSpan where, const char *subject,
                          const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Adds a related place. @where may be AM_SPAN_NONE. */
void am_finding_note (AmFinding *finding, AmSpan where, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Says how to mend it, in place of an earlier help. @where may be AM_SPAN_NONE. */
void am_finding_help (AmFinding *finding, AmSpan where, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Helps with am_nearest_ask(), if there is anything to ask. */
void am_finding_ask (AmFinding *finding, const char *word, const char *meant);

/* Sorts the findings by where they begin; equals keep the order in which they were added. */
void am_report_sort (AmReport *report);

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
