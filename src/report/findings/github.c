/* Workflow commands of GitHub Actions. A step shows ten of a kind, so errors come first, and of
 * those what could not be read. */

#include "report/findings/formats.h"

#include "base/text.h"

/* Data: %, CR and LF; in a property : and , as well. Other controls could command the terminal that
 * shows a log. */
static void
append_escaped (GString *out, const char *text, gboolean property)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = *p == '\r' || *p == '\n' ? (gunichar) *p : am_text_shown (valid, p, NULL);
      if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
        g_string_append_printf (out, "%%%02X", c);
      else if (c != 0)
        g_string_append_unichar (out, c);
    }
}

static void
append_notes (GString *out, const AmReport *report, const AmFinding *finding)
{
  g_autoptr (GString) text = g_string_new (finding->message);
  AmPlace start, end;

  for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
    {
      const AmNote *note = &g_array_index (finding->notes, AmNote, i);
      g_string_append_printf (text, "\nnote: %s", note->text);
      if (am_findings_places (report, note->where, &start, &end))
        g_string_append_printf (text, " (line %u)", start.line);
    }
  if (finding->help.text != NULL)
    g_string_append_printf (text, "\nhelp: %s", finding->help.text);
  append_escaped (out, text->str, FALSE);
}

void
am_findings_github_file (AmFindingsWriter *writer, const AmReport *report,
                         G_GNUC_UNUSED GString *out)
{
  static const char *const commands[] = { NULL, "notice", "warning", "error" };
  g_autofree char *path = am_findings_path (writer, report->source->name);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const AmFinding *finding = am_report_finding (report, i);
      GString *part = writer->parts[finding->level];
      AmPlace start, end;

      g_string_append_printf (part, "::%s file=", commands[finding->level]);
      append_escaped (part, path, TRUE);
      if (am_findings_places (report, finding->where, &start, &end))
        {
          g_string_append_printf (part, ",line=%u,endLine=%u", start.line, end.line);
          if (start.line == end.line) /* columns count only within one line */
            g_string_append_printf (part, ",col=%u,endColumn=%u", start.column, end.column);
        }
      g_string_append_printf (part, ",title=%s::", am_rule_info (finding->rule)->slug);
      append_notes (part, report, finding);
      g_string_append_c (part, '\n');
    }
}

void
am_findings_github_trouble (AmFindingsWriter *writer, const char *path, const char *message,
                            G_GNUC_UNUSED GString *out)
{
  GString *part = writer->parts[AM_LEVEL_OFF];
  g_autofree char *shown = am_findings_path (writer, path);

  g_string_append (part, "::error file=");
  append_escaped (part, shown, TRUE);
  g_string_append (part, ",title=argmap::");
  append_escaped (part, message, FALSE);
  g_string_append_c (part, '\n');
}

void
am_findings_github_end (AmFindingsWriter *writer, GString *out)
{
  g_string_append_len (out, writer->parts[AM_LEVEL_OFF]->str,
                       (gssize) writer->parts[AM_LEVEL_OFF]->len);
  for (guint level = AM_LEVEL_ERROR; level > AM_LEVEL_OFF; level--)
    g_string_append_len (out, writer->parts[level]->str, (gssize) writer->parts[level]->len);
}
