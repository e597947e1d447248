/* JUnit's XML: a test case per file, also for those that pass. */

#include "report/findings/formats.h"

#include "base/text.h"

#include <string.h>

/* Parsers refuse a text of more than ten million bytes (libxml2), and the longest escape of a byte
 * has six. */
#define MOST_TEXT 1000000

/* XML has no way to write most control characters, so the text is cleaned first, line by line. */
static void
append_xml (GString *out, const char *text)
{
  for (const char *line = text, *end; line != NULL; line = end != NULL ? end + 1 : NULL)
    {
      end = strchr (line, '\n');
      g_autofree char *whole =
          end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line);
      g_autofree char *clean = am_text_clean (whole);
      g_autofree char *escaped = g_markup_escape_text (clean, -1);
      g_string_append (out, escaped);
      if (end != NULL)
        g_string_append_c (out, '\n');
    }
}

static void
open_case (AmFindingsWriter *writer, const char *name)
{
  GString *part = writer->parts[AM_LEVEL_OFF];
  g_autofree char *path = am_findings_path (writer, name);

  g_string_append (part, "<testcase classname=\"argmap.check\" name=\"");
  append_xml (part, path);
  g_string_append (part, "\"");
}

static gboolean
fails (const AmFindingsWriter *writer, const AmReport *report)
{
  for (guint level = MAX (writer->options->failing, AM_LEVEL_INFO); level <= AM_LEVEL_ERROR;
       level++)
    if (report->counts[level] > 0)
      return TRUE;
  return FALSE;
}

static const AmFinding *
first_failure (const AmFindingsWriter *writer, const AmReport *report)
{
  guint i = 0;

  while (i + 1 < report->findings->len
         && am_report_finding (report, i)->level < writer->options->failing)
    i++;
  return am_report_finding (report, i);
}

void
am_findings_junit_file (AmFindingsWriter *writer, const AmReport *report,
                        G_GNUC_UNUSED GString *out)
{
  GString *part = writer->parts[AM_LEVEL_OFF];
  g_autoptr (GString) text = g_string_new (NULL);
  const char *element = fails (writer, report) ? "failure" : "system-out";

  guint left_out = am_findings_text_start (report, MOST_TEXT, text);
  if (left_out > 0)
    {
      g_autofree char *count = am_text_count (left_out, "more finding", NULL);
      g_string_append_printf (text, "%s not shown here\n", count);
    }
  open_case (writer, report->source->name);
  if (report->findings->len == 0)
    {
      g_string_append (part, "/>\n");
      return;
    }
  g_string_append_printf (part, ">\n<%s", element);
  if (fails (writer, report))
    {
      writer->documents++;
      g_string_append (part, " message=\"");
      append_xml (part, first_failure (writer, report)->message);
      g_string_append (part, "\" type=\"argmap\"");
    }
  g_string_append_c (part, '>');
  append_xml (part, text->str);
  g_string_append_printf (part, "</%s>\n</testcase>\n", element);
}

void
am_findings_junit_trouble (AmFindingsWriter *writer, const char *path, const char *message,
                           G_GNUC_UNUSED GString *out)
{
  GString *part = writer->parts[AM_LEVEL_OFF];

  open_case (writer, path);
  g_string_append (part, ">\n<error message=\"");
  append_xml (part, message);
  g_string_append (part, "\" type=\"argmap\"/>\n</testcase>\n");
}

void
am_findings_junit_end (AmFindingsWriter *writer, GString *out)
{
  guint errors = writer->tally.troubles;
  g_autofree char *counts =
      g_strdup_printf ("tests=\"%u\" failures=\"%u\" errors=\"%u\"", writer->tally.files + errors,
                       writer->documents, errors);

  g_string_append_printf (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"argmap\" %s>\n"
      "<testsuite name=\"argmap check\" %s>\n%s</testsuite>\n</testsuites>\n",
      counts, counts, writer->parts[AM_LEVEL_OFF]->str);
}
