/* SARIF 2.1.0 (OASIS, 27 March 2020), as GitHub code scanning takes it. */

#include "report/findings/formats.h"
#include "report/findings/rule-text.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

/* --- the tool and its rules --- */

static const char *
level_word (AmLevel level)
{
  return level == AM_LEVEL_INFO ? "note" : level == AM_LEVEL_OFF ? "none" : am_level_name (level);
}

static void
write_message (AmJson *json, const char *name, const char *text)
{
  am_json_object (json, name);
  am_json_text (json, "text", text);
  am_json_end (json);
}

static void
write_rule (AmJson *json, AmRule rule)
{
  const AmRuleInfo *info = am_rule_info (rule);
  g_autofree char *brief = am_explain_briefly (rule), *text = am_explain_text (rule),
                  *markdown = am_explain_markdown (rule);

  am_json_object (json, NULL);
  am_json_text (json, "id", info->slug);
  write_message (json, "shortDescription", info->title);
  write_message (json, "fullDescription", brief);
  am_json_object (json, "help");
  am_json_text (json, "text", text);
  am_json_text (json, "markdown", markdown);
  am_json_end (json);
  am_json_object (json, "defaultConfiguration");
  am_json_text (json, "level", level_word (info->level));
  am_json_end (json);
  am_json_end (json);
}

void
am_findings_sarif_begin (AmFindingsWriter *writer, GString *out)
{
  AmJson json = { .out = out };

  g_string_append (out, "{\"$schema\":\"" SCHEMA
                        "\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":");
  am_json_object (&json, NULL);
  am_json_text (&json, "name", "argmap");
  am_json_text (&json, "version", writer->options->version);
  am_json_text (&json, "semanticVersion", writer->options->version);
  am_json_array (&json, "rules");
  for (guint i = 0; i < AM_N_RULES; i++)
    write_rule (&json, (AmRule) i);
  am_json_end (&json);
  am_json_end (&json);
  g_string_append (out, "},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

/* --- results --- */

/* Where @where is in the file; @note, which stands there as number @id, may be NULL. */
static void
write_location (AmJson *json, const AmReport *report, const char *uri, AmSpan where,
                const AmNote *note, guint id)
{
  AmPlace start, end;

  am_json_object (json, NULL);
  am_json_object (json, "physicalLocation");
  am_json_object (json, "artifactLocation");
  am_json_text (json, "uri", uri);
  if (am_findings_is_nameless (report->source->name))
    write_message (json, "description", "standard input");
  am_json_end (json);
  if (am_findings_places (report, where, &start, &end))
    {
      am_json_object (json, "region");
      am_json_count (json, "startLine", start.line);
      am_json_count (json, "startColumn", start.column);
      am_json_count (json, "endLine", end.line);
      am_json_count (json, "endColumn", end.column);
      am_json_end (json);
    }
  am_json_end (json);
  if (note != NULL)
    {
      am_json_count (json, "id", id);
      write_message (json, "message", note->text);
    }
  am_json_end (json);
}

static void
write_result (AmFindingsWriter *writer, const AmReport *report, const char *uri,
              const AmFinding *finding, GString *out)
{
  g_autofree char *text = finding->help.text != NULL
                            ? g_strdup_printf ("%s\n%s", finding->message, finding->help.text)
                            : g_strdup (finding->message);
  g_autofree char *fingerprint = am_findings_fingerprint (writer, uri, finding);
  g_autofree char *numbered =
      g_strconcat (fingerprint, ":1", NULL); /* HASH:NUMBER, and no hash comes twice */
  AmJson json = { .out = out };

  am_json_object (&json, NULL);
  am_json_text (&json, "ruleId", am_rule_info (finding->rule)->slug);
  am_json_count (&json, "ruleIndex", finding->rule);
  am_json_text (&json, "level", level_word (finding->level));
  write_message (&json, "message", text);
  am_json_array (&json, "locations");
  write_location (&json, report, uri, finding->where, NULL, 0);
  am_json_end (&json);
  if (finding->notes != NULL)
    {
      am_json_array (&json, "relatedLocations");
      for (guint i = 0; i < finding->notes->len; i++)
        {
          const AmNote *note = &g_array_index (finding->notes, AmNote, i);
          write_location (&json, report, uri, note->where, note, i + 1);
        }
      am_json_end (&json);
    }
  am_json_object (&json, "partialFingerprints");
  am_json_text (&json, "argmapFinding/v1", fingerprint);
  am_json_text (&json, "primaryLocationLineHash", numbered);
  am_json_end (&json);
  am_json_end (&json);
}

void
am_findings_sarif_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  g_autofree char *uri = am_findings_uri (writer, report->source->name);

  am_findings_write_parts (writer, report, uri, write_result, out);
}

/* --- how the run went --- */

void
am_findings_sarif_trouble (AmFindingsWriter *writer, const char *path, const char *message,
                           G_GNUC_UNUSED GString *out)
{
  GString *part = writer->parts[AM_LEVEL_ERROR];
  AmJson json = { .out = part };

  (void) path; /* the message names it */
  g_string_append (part, part->len > 0 ? ",\n" : "\n");
  am_json_object (&json, NULL);
  write_message (&json, "message", message);
  am_json_text (&json, "level", "error");
  am_json_end (&json);
}

void
am_findings_sarif_end (AmFindingsWriter *writer, GString *out)
{
  const GString *notifications = writer->parts[AM_LEVEL_ERROR];

  g_string_append_printf (
      out,
      "\n],\"invocations\":[{\"executionSuccessful\":%s,\"toolExecutionNotifications\":[%s]}]}]}\n",
      notifications->len == 0 ? "true" : "false", notifications->str);
}
