#include "base/report.h"

#include <string.h>

static void
note_clear (gpointer data)
{
  AmNote *note = data;
  g_free (note->text);
}

static void
finding_free (gpointer data)
{
  AmFinding *finding = data;
  g_clear_pointer (&finding->notes, g_array_unref);
  note_clear (&finding->help);
  g_free (finding->subject);
  g_free (finding->message);
  g_free (finding);
}

AmReport *
am_report_new (AmSource *source)
{
  AmReport *report = g_new0 (AmReport, 1);
  report->source = source;
  report->findings = g_ptr_array_new_with_free_func (finding_free);
  return report;
}

void
am_report_free (AmReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->findings);
  g_free (report);
}

/* A quoted string of more bytes than this is shown in part: nobody reads an id of five megabytes. */
#define LONGEST_QUOTATION 120
#define SHOWN_OF_QUOTATION 60

/* Shortens what stands between double quotes. Takes @message; caller owns the result. */
static char *
shorten_quotations (char *message)
{
  GString *out = g_string_new (NULL);
  const char *p = message, *end;

  if (strlen (message) <= LONGEST_QUOTATION)
    {
      g_string_free (out, TRUE);
      return message;
    }
  for (const char *open = strchr (p, '"'); open != NULL && (end = strchr (open + 1, '"')) != NULL; open = strchr (p, '"'))
    {
      gsize length = (gsize) (end - open), shown = SHOWN_OF_QUOTATION;
      if (length > LONGEST_QUOTATION)
        {
          while (((guchar) open[shown] & 0xC0) == 0x80)
            shown--;
          g_string_append_len (out, p, open - p);
          g_string_append_len (out, open, (gssize) shown);
          g_string_append (out, "…\"");
        }
      else
        g_string_append_len (out, p, end + 1 - p);
      p = end + 1;
    }
  g_string_append (out, p);
  g_free (message);
  return g_string_free (out, FALSE);
}

AmFinding *
am_report_add (AmReport *report, AmRule rule, AmSpan where, const char *subject, const char *format, ...)
{
  AmFinding *finding = g_new0 (AmFinding, 1);
  finding->rule = rule;
  finding->level = am_rule_info (rule)->level;
  finding->where = where;
  finding->subject = g_strdup (subject);
  finding->help.where = AM_SPAN_NONE;

  va_list arguments;
  va_start (arguments, format);
  finding->message = shorten_quotations (g_strdup_vprintf (format, arguments));
  va_end (arguments);

  report->counts[finding->level]++;
  g_ptr_array_add (report->findings, finding);
  return finding;
}

void
am_finding_note (AmFinding *finding, AmSpan where, const char *format, ...)
{
  AmNote note = { .where = where };
  va_list arguments;
  va_start (arguments, format);
  note.text = shorten_quotations (g_strdup_vprintf (format, arguments));
  va_end (arguments);

  if (finding->notes == NULL)
    {
      finding->notes = g_array_new (FALSE, FALSE, sizeof (AmNote));
      g_array_set_clear_func (finding->notes, note_clear);
    }
  g_array_append_val (finding->notes, note);
}

void
am_finding_help (AmFinding *finding, AmSpan where, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_free (finding->help.text);
  finding->help.text = shorten_quotations (g_strdup_vprintf (format, arguments));
  finding->help.where = where;
  va_end (arguments);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const AmFinding *first = *(AmFinding *const *) a;
  const AmFinding *second = *(AmFinding *const *) b;

  return (first->where.start > second->where.start) - (first->where.start < second->where.start);
}

void
am_report_sort (AmReport *report)
{
  g_ptr_array_sort (report->findings, compare_places); /* a merge sort: stable */
}

void
am_report_drop (AmReport *report, guint index)
{
  report->counts[am_report_finding (report, index)->level]--;
  g_ptr_array_remove_index (report->findings, index);
}
