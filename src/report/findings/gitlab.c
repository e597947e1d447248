/* GitLab's code quality report, a subset of Code Climate's. */

#include "report/findings/formats.h"

void
am_findings_gitlab_begin (G_GNUC_UNUSED AmFindingsWriter *writer, GString *out)
{
  g_string_append_c (out, '[');
}

static void
write_issue (AmFindingsWriter *writer, const AmReport *report, const char *path,
             const AmFinding *finding, GString *out)
{
  static const char *const severities[] = { NULL, "info", "minor", "major" };
  AmJson json = { .out = out };
  AmPlace start = { 1, 1 }, end = { 1, 1 };
  g_autofree char *fingerprint = am_findings_fingerprint (writer, path, finding);

  am_findings_places (report, finding->where, &start, &end);
  am_json_object (&json, NULL);
  am_json_text (&json, "description", finding->message);
  am_json_text (&json, "check_name", am_rule_info (finding->rule)->slug);
  am_json_text (&json, "fingerprint", fingerprint);
  am_json_text (&json, "severity", severities[finding->level]);
  am_json_object (&json, "location");
  am_json_text (&json, "path", path);
  am_json_object (&json, "lines");
  am_json_count (&json, "begin", start.line);
  am_json_count (&json, "end", end.line);
  am_json_end (&json);
  am_json_end (&json);
  am_json_end (&json);
}

void
am_findings_gitlab_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  g_autofree char *path = am_findings_path (writer, report->source->name);

  am_findings_write_parts (writer, report, path, write_issue, out);
}

void
am_findings_gitlab_end (G_GNUC_UNUSED AmFindingsWriter *writer, GString *out)
{
  g_string_append (out, "\n]\n");
}
