#include "base/report.h"

#include "base/hash.h"
#include "base/nearest.h"
#include "base/place.h"

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

void
am_policy_init (AmPolicy *policy)
{
  for (guint i = 0; i < AM_N_RULES; i++)
    policy->levels[i] = am_rule_info ((AmRule) i)->level;
  policy->lowest = AM_LEVEL_INFO;
  policy->guesses = AM_MOST_GUESSES;
}

AmReport *
am_report_new (AmSource *source, const AmPolicy *policy)
{
  AmReport *report = g_new0 (AmReport, 1);
  report->source = source;
  report->findings = g_ptr_array_new_with_free_func (finding_free);
  if (policy != NULL)
    report->policy = *policy;
  else
    am_policy_init (&report->policy);
  return report;
}

void
am_report_free (AmReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->findings);
  g_clear_pointer (&report->accepted, g_hash_table_unref);
  g_clear_pointer (&report->located, g_hash_table_unref);
  g_free (report);
}

AmSpan
am_report_locate (AmReport *report, gsize at, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%" G_GSIZE_FORMAT " %s", at, name);

  if (report->located == NULL)
    report->located = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, g_free);
  AmSpan *found = g_hash_table_lookup (report->located, key);
  if (found == NULL)
    {
      AmSpan span = am_locate_member (report->source, at, name);
      found = g_memdup2 (&span, sizeof span);
      g_hash_table_insert (report->located, g_steal_pointer (&key), found);
    }
  return *found;
}

/* A quoted string of more bytes is shown in part: nobody reads an id of five megabytes. */
#define LONGEST_QUOTATION 120
#define SHOWN_OF_QUOTATION 60

/* What could not be read shows in every format. Takes @message; caller owns the result. */
static char *
show_damage (char *message)
{
  if (strchr (message, 0x7F) == NULL)
    return message;
  GString *out = g_string_new (message);
  g_string_replace (out, "\x7F", "\xEF\xBF\xBD", 0); /* U+FFFD */
  g_free (message);
  return g_string_free (out, FALSE);
}

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
  for (const char *open = strchr (p, '"'); open != NULL && (end = strchr (open + 1, '"')) != NULL;
       open = strchr (p, '"'))
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

/* --- accepted findings --- */

static char *
acceptance_key (AmRule rule, const char *subject)
{
  return g_strdup_printf ("%u %s", (guint) rule, subject != NULL ? subject : "");
}

/* Counts the finding as suppressed if it is accepted. */
static gboolean
suppress (AmReport *report, AmRule rule, const char *subject)
{
  if (report->accepted == NULL)
    return FALSE;
  g_autofree char *key = acceptance_key (rule, subject);
  guint *count = g_hash_table_lookup (report->accepted, key);
  if (count == NULL)
    return FALSE;
  (*count)++;
  report->suppressed++;
  return TRUE;
}

void
am_report_accept (AmReport *report, AmRule rule, const char *subject)
{
  if (report->accepted == NULL)
    report->accepted = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, g_free);
  char *key = acceptance_key (rule, subject);
  if (g_hash_table_contains (report->accepted, key))
    {
      g_free (key);
      return;
    }
  g_hash_table_insert (report->accepted, key, g_new0 (guint, 1));
}

void
am_report_drop_accepted (AmReport *report)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&report->findings);

  report->findings = g_ptr_array_new_full (all->len, finding_free);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      AmFinding *finding = g_ptr_array_index (all, i);
      if (!suppress (report, finding->rule, finding->subject))
        {
          g_ptr_array_add (report->findings, finding);
          continue;
        }
      report->counts[finding->level]--;
      finding_free (finding);
    }
}

guint
am_report_accepted (const AmReport *report, AmRule rule, const char *subject)
{
  g_autofree char *key = acceptance_key (rule, subject);
  const guint *count =
      report->accepted != NULL ? g_hash_table_lookup (report->accepted, key) : NULL;
  return count != NULL ? *count : 0;
}

/* --- findings --- */

AmFinding *
am_report_add (AmReport *report, AmRule rule, AmSpan where, const char *subject, const char *format,
               ...)
{
  AmLevel level = report->policy.levels[rule];

  if (level == AM_LEVEL_OFF || suppress (report, rule, subject))
    return NULL;
  report->counts[level]++;
  if (level < report->policy.lowest)
    return NULL;
  AmFinding *finding = g_new0 (AmFinding, 1);
  finding->rule = rule;
  finding->level = level;
  finding->where = where;
  finding->subject = g_strdup (subject);
  finding->help.where = AM_SPAN_NONE;

  va_list arguments;
  va_start (arguments, format);
  finding->message = show_damage (shorten_quotations (g_strdup_vprintf (format, arguments)));
  va_end (arguments);

  g_ptr_array_add (report->findings, finding);
  return finding;
}

void
am_finding_note (AmFinding *finding, AmSpan where, const char *format, ...)
{
  AmNote note = { .where = where };

  if (finding == NULL)
    return;
  va_list arguments;
  va_start (arguments, format);
  note.text = show_damage (shorten_quotations (g_strdup_vprintf (format, arguments)));
  va_end (arguments);

  if (finding->notes == NULL)
    {
      finding->notes = g_array_new (FALSE, FALSE, sizeof (AmNote));
      g_array_set_clear_func (finding->notes, note_clear);
    }
  g_array_append_val (finding->notes, note);
}

void
am_finding_ask (AmFinding *finding, const char *word, const char *meant)
{
  g_autofree char *question = finding != NULL ? am_nearest_ask (word, meant) : NULL;

  if (question != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", question);
}

void
am_finding_help (AmFinding *finding, AmSpan where, const char *format, ...)
{
  if (finding == NULL)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_free (finding->help.text);
  finding->help.text = show_damage (shorten_quotations (g_strdup_vprintf (format, arguments)));
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
