/* Our own JSON: one object for all files, or one line per file. docs/reports.md describes its shape; a change that readers
   would notice raises REPORT_VERSION. */

#include "report/findings/formats.h"

#define REPORT_VERSION 1

/* --- one finding --- */

static cJSON *
place_object (AmPlace place)
{
  cJSON *object = cJSON_CreateObject ();
  cJSON_AddNumberToObject (object, "line", place.line);
  cJSON_AddNumberToObject (object, "column", place.column);
  return object;
}

static void
add_places (cJSON *object, const AmReport *report, AmSpan where)
{
  AmPlace start, end;

  if (!am_findings_places (report, where, &start, &end))
    return;
  cJSON_AddItemToObject (object, "start", place_object (start));
  cJSON_AddItemToObject (object, "end", place_object (end));
}

static cJSON *
note_object (const AmReport *report, const AmNote *note)
{
  cJSON *object = cJSON_CreateObject ();
  am_findings_json_text (object, "message", note->text);
  add_places (object, report, note->where);
  return object;
}

static cJSON *
finding_object (const AmReport *report, const AmFinding *finding)
{
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddStringToObject (object, "rule", am_rule_info (finding->rule)->slug);
  cJSON_AddStringToObject (object, "level", am_level_name (finding->level));
  am_findings_json_text (object, "message", finding->message);
  if (finding->subject != NULL)
    am_findings_json_text (object, "id", finding->subject);
  add_places (object, report, finding->where);
  cJSON *notes = cJSON_AddArrayToObject (object, "notes");
  for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
    cJSON_AddItemToArray (notes, note_object (report, &g_array_index (finding->notes, AmNote, i)));
  if (finding->help.text != NULL)
    cJSON_AddItemToObject (object, "help", note_object (report, &finding->help));
  return object;
}

/* --- one file --- */

static void
add_counts (cJSON *object, const guint64 *counts, guint64 suppressed)
{
  cJSON_AddNumberToObject (object, "errors", (double) counts[AM_LEVEL_ERROR]);
  cJSON_AddNumberToObject (object, "warnings", (double) counts[AM_LEVEL_WARNING]);
  cJSON_AddNumberToObject (object, "infos", (double) counts[AM_LEVEL_INFO]);
  cJSON_AddNumberToObject (object, "accepted", (double) suppressed);
}

static void
fill_file (AmFindingsWriter *writer, cJSON *object, const AmReport *report)
{
  g_autofree char *path = am_findings_path (writer, report->source->name);
  guint64 counts[AM_LEVEL_ERROR + 1];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    counts[i] = report->counts[i];
  cJSON_AddStringToObject (object, "path", path);
  add_counts (object, counts, report->suppressed);
  cJSON *findings = cJSON_AddArrayToObject (object, "findings");
  for (guint i = 0; i < report->findings->len; i++)
    cJSON_AddItemToArray (findings, finding_object (report, am_report_finding (report, i)));
}

static void
fill_trouble (AmFindingsWriter *writer, cJSON *object, const char *name, const char *message)
{
  g_autofree char *path = am_findings_path (writer, name);
  cJSON_AddStringToObject (object, "path", path);
  am_findings_json_text (object, "trouble", message);
}

/* --- one object for all --- */

void
am_findings_json_begin (G_GNUC_UNUSED AmFindingsWriter *writer, GString *out)
{
  g_string_append_printf (out, "{\"version\":%d,\"files\":[", REPORT_VERSION);
}

static void
append_part (AmFindingsWriter *writer, GString *out, const cJSON *object)
{
  g_string_append (out, writer->documents++ > 0 ? ",\n" : "\n");
  am_findings_json_append (out, object);
}

void
am_findings_json_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  g_autoptr (cJSON) object = cJSON_CreateObject ();
  fill_file (writer, object, report);
  append_part (writer, out, object);
}

void
am_findings_json_trouble (AmFindingsWriter *writer, const char *path, const char *message, GString *out)
{
  g_autoptr (cJSON) object = cJSON_CreateObject ();
  fill_trouble (writer, object, path, message);
  append_part (writer, out, object);
}

void
am_findings_json_end (AmFindingsWriter *writer, GString *out)
{
  g_autoptr (cJSON) summary = cJSON_CreateObject ();

  cJSON_AddNumberToObject (summary, "files", writer->tally.files);
  add_counts (summary, writer->tally.counts, writer->tally.suppressed);
  g_string_append (out, "\n],\"summary\":");
  am_findings_json_append (out, summary);
  g_string_append (out, "}\n");
}

/* --- one line per file --- */

void
am_findings_jsonl_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  g_autoptr (cJSON) object = cJSON_CreateObject ();
  cJSON_AddNumberToObject (object, "version", REPORT_VERSION);
  fill_file (writer, object, report);
  am_findings_json_append (out, object);
  g_string_append_c (out, '\n');
}

void
am_findings_jsonl_trouble (AmFindingsWriter *writer, const char *path, const char *message, GString *out)
{
  g_autoptr (cJSON) object = cJSON_CreateObject ();
  cJSON_AddNumberToObject (object, "version", REPORT_VERSION);
  fill_trouble (writer, object, path, message);
  am_findings_json_append (out, object);
  g_string_append_c (out, '\n');
}
