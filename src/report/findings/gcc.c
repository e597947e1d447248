/* file:line:column: level: message [slug], as compilers print it and every editor reads it. */

#include "report/findings/formats.h"

#include "base/guard.h"
#include "base/text.h"

static void
append_line (GString *out, const AmReport *report, AmSpan where, const char *level,
             const char *message, const char *slug)
{
  g_autofree char *name = am_guard_name (report->source->name);
  g_autoptr (GString) line = g_string_new (name);
  AmPlace start = { 1, 1 }, end;

  am_findings_places (report, where, &start, &end);
  g_string_append_printf (line, ":%u:%u: %s: ", start.line, start.column, level);
  am_text_append_clean (line, message, -1);
  if (slug != NULL)
    g_string_append_printf (line, " [%s]", slug);
  g_string_append_c (line, '\n');
  am_guard_lines (line);
  g_string_append_len (out, line->str, (gssize) line->len);
}

void
am_findings_gcc_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const AmFinding *finding = am_report_finding (report, i);
      GString *place = am_findings_place_for (writer, finding, out);
      if (place == NULL)
        continue;
      append_line (place, report, finding->where,
                   finding->level == AM_LEVEL_INFO ? "note" : am_level_name (finding->level),
                   finding->message, am_rule_info (finding->rule)->slug);
      for (guint k = 0; finding->notes != NULL && k < finding->notes->len; k++)
        {
          const AmNote *note = &g_array_index (finding->notes, AmNote, k);
          append_line (place, report, am_span_is_none (note->where) ? finding->where : note->where,
                       "note", note->text, NULL);
        }
      if (finding->help.text != NULL)
        append_line (place, report,
                     am_span_is_none (finding->help.where) ? finding->where : finding->help.where,
                     "note", finding->help.text, NULL);
    }
}

void
am_findings_gcc_end (AmFindingsWriter *writer, GString *out)
{
  am_findings_append_kept (writer, out);
}
