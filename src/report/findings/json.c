/* Our own JSON: one object for all files, or one line per file. docs/reports.md describes its
   shape; a change that readers would notice raises REPORT_VERSION. */

#include "report/findings/formats.h"

#define REPORT_VERSION 1

/* --- one finding --- */

static void
write_place (AmJson *json, const char *name, AmPlace place)
{
  am_json_object (json, name);
  am_json_count (json, "line", place.line);
  am_json_count (json, "column", place.column);
  am_json_end (json);
}

static void
write_places (AmJson *json, const AmReport *report, AmSpan where)
{
  AmPlace start, end;

  if (!am_findings_places (report, where, &start, &end))
    return;
  write_place (json, "start", start);
  write_place (json, "end", end);
}

static void
write_note (AmJson *json, const char *name, const AmReport *report, const AmNote *note)
{
  am_json_object (json, name);
  am_json_text (json, "message", note->text);
  write_places (json, report, note->where);
  am_json_end (json);
}

static void
write_finding (AmJson *json, const AmReport *report, const AmFinding *finding)
{
  am_json_object (json, NULL);
  am_json_text (json, "rule", am_rule_info (finding->rule)->slug);
  am_json_text (json, "level", am_level_name (finding->level));
  am_json_text (json, "message", finding->message);
  if (finding->subject != NULL)
    am_json_text (json, "id", finding->subject);
  write_places (json, report, finding->where);
  am_json_array (json, "notes");
  for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
    write_note (json, NULL, report, &g_array_index (finding->notes, AmNote, i));
  am_json_end (json);
  if (finding->help.text != NULL)
    write_note (json, "help", report, &finding->help);
  am_json_end (json);
}

/* --- one file --- */

static void
write_counts (AmJson *json, const guint64 *counts, guint64 suppressed)
{
  am_json_count (json, "errors", counts[AM_LEVEL_ERROR]);
  am_json_count (json, "warnings", counts[AM_LEVEL_WARNING]);
  am_json_count (json, "infos", counts[AM_LEVEL_INFO]);
  am_json_count (json, "accepted", suppressed);
}

/* @version: it stands in each file, which is a document of its own. */
static void
write_file (AmFindingsWriter *writer, const AmReport *report, gboolean version, GString *out)
{
  g_autofree char *path = am_findings_path (writer, report->source->name);
  AmJson json = { .out = out };
  guint64 counts[AM_LEVEL_ERROR + 1];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    counts[i] = report->counts[i];
  am_json_object (&json, NULL);
  if (version)
    am_json_count (&json, "version", REPORT_VERSION);
  am_json_text (&json, "path", path);
  write_counts (&json, counts, report->suppressed);
  am_json_array (&json, "findings");
  for (guint i = 0; i < report->findings->len; i++)
    write_finding (&json, report, am_report_finding (report, i));
  am_json_end (&json);
  am_json_end (&json);
}

static void
write_trouble (AmFindingsWriter *writer, const char *name, const char *message, gboolean version,
               GString *out)
{
  g_autofree char *path = am_findings_path (writer, name);
  AmJson json = { .out = out };

  am_json_object (&json, NULL);
  if (version)
    am_json_count (&json, "version", REPORT_VERSION);
  am_json_text (&json, "path", path);
  am_json_text (&json, "trouble", message);
  am_json_end (&json);
}

/* --- one object for all --- */

void
am_findings_json_begin (G_GNUC_UNUSED AmFindingsWriter *writer, GString *out)
{
  g_string_append_printf (out, "{\"version\":%d,\"files\":[", REPORT_VERSION);
}

void
am_findings_json_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  am_findings_begin_part (writer, out);
  write_file (writer, report, FALSE, out);
}

void
am_findings_json_trouble (AmFindingsWriter *writer, const char *path, const char *message,
                          GString *out)
{
  am_findings_begin_part (writer, out);
  write_trouble (writer, path, message, FALSE, out);
}

void
am_findings_json_end (AmFindingsWriter *writer, GString *out)
{
  AmJson json = { .out = out };

  g_string_append (out, "\n],\"summary\":");
  am_json_object (&json, NULL);
  am_json_count (&json, "files", writer->tally.files);
  write_counts (&json, writer->tally.counts, writer->tally.suppressed);
  am_json_end (&json);
  g_string_append (out, "}\n");
}

/* --- one line per file --- */

void
am_findings_jsonl_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  write_file (writer, report, TRUE, out);
  g_string_append_c (out, '\n');
}

void
am_findings_jsonl_trouble (AmFindingsWriter *writer, const char *path, const char *message,
                           GString *out)
{
  write_trouble (writer, path, message, TRUE, out);
  g_string_append_c (out, '\n');
}
