/* GitLab's code quality report, a subset of Code Climate's. */

#include "report/findings/formats.h"

void
am_findings_gitlab_begin (G_GNUC_UNUSED AmFindingsWriter *writer, GString *out)
{
  g_string_append_c (out, '[');
}

static cJSON *
issue_object (AmFindingsWriter *writer, const AmReport *report, const char *path, const AmFinding *finding)
{
  static const char *const severities[] = { NULL, "info", "minor", "major" };
  cJSON *issue = cJSON_CreateObject ();
  AmPlace start = { 1, 1 }, end = { 1, 1 };
  g_autofree char *fingerprint = am_findings_fingerprint (writer, path, finding);

  am_findings_places (report, finding->where, &start, &end);
  am_findings_json_text (issue, "description", finding->message);
  cJSON_AddStringToObject (issue, "check_name", am_rule_info (finding->rule)->slug);
  cJSON_AddStringToObject (issue, "fingerprint", fingerprint);
  cJSON_AddStringToObject (issue, "severity", severities[finding->level]);
  cJSON *location = cJSON_AddObjectToObject (issue, "location");
  cJSON_AddStringToObject (location, "path", path);
  cJSON *lines = cJSON_AddObjectToObject (location, "lines");
  cJSON_AddNumberToObject (lines, "begin", start.line);
  cJSON_AddNumberToObject (lines, "end", end.line);
  return issue;
}

void
am_findings_gitlab_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  g_autofree char *path = am_findings_path (writer, report->source->name);

  for (guint i = 0; i < report->findings->len; i++)
    {
      g_autoptr (cJSON) issue = issue_object (writer, report, path, am_report_finding (report, i));
      g_string_append (out, writer->documents++ > 0 ? ",\n" : "\n");
      am_findings_json_append (out, issue);
    }
}

void
am_findings_gitlab_end (G_GNUC_UNUSED AmFindingsWriter *writer, GString *out)
{
  g_string_append (out, "\n]\n");
}
