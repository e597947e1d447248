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
add_message (cJSON *object, const char *name, const char *text)
{
  cJSON *message = cJSON_AddObjectToObject (object, name);
  am_findings_json_text (message, "text", text);
}

static cJSON *
rule_object (AmRule rule)
{
  const AmRuleInfo *info = am_rule_info (rule);
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddStringToObject (object, "id", info->slug);
  add_message (object, "shortDescription", info->title);
  g_autofree char *brief = am_explain_briefly (rule);
  add_message (object, "fullDescription", brief);
  cJSON *help = cJSON_AddObjectToObject (object, "help");
  g_autofree char *text = am_explain_text (rule);
  g_autofree char *markdown = am_explain_markdown (rule);
  am_findings_json_text (help, "text", text);
  am_findings_json_text (help, "markdown", markdown);
  cJSON *configuration = cJSON_AddObjectToObject (object, "defaultConfiguration");
  cJSON_AddStringToObject (configuration, "level", level_word (info->level));
  return object;
}

void
am_findings_sarif_begin (AmFindingsWriter *writer, GString *out)
{
  g_autoptr (cJSON) driver = cJSON_CreateObject ();

  cJSON_AddStringToObject (driver, "name", "argmap");
  cJSON_AddStringToObject (driver, "version", writer->options->version);
  cJSON_AddStringToObject (driver, "semanticVersion", writer->options->version);
  cJSON *rules = cJSON_AddArrayToObject (driver, "rules");
  for (guint i = 0; i < AM_N_RULES; i++)
    cJSON_AddItemToArray (rules, rule_object ((AmRule) i));
  g_string_append (out, "{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":");
  am_findings_json_append (out, driver);
  g_string_append (out, "},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

/* --- results --- */

static cJSON *
location_object (const AmReport *report, const char *uri, AmSpan where)
{
  cJSON *location = cJSON_CreateObject ();
  cJSON *physical = cJSON_AddObjectToObject (location, "physicalLocation");
  cJSON *artifact = cJSON_AddObjectToObject (physical, "artifactLocation");
  AmPlace start, end;

  cJSON_AddStringToObject (artifact, "uri", uri);
  if (am_findings_is_nameless (report->source->name))
    add_message (artifact, "description", "standard input");
  if (am_findings_places (report, where, &start, &end))
    {
      cJSON *region = cJSON_AddObjectToObject (physical, "region");
      cJSON_AddNumberToObject (region, "startLine", start.line);
      cJSON_AddNumberToObject (region, "startColumn", start.column);
      cJSON_AddNumberToObject (region, "endLine", end.line);
      cJSON_AddNumberToObject (region, "endColumn", end.column);
    }
  return location;
}

static void
add_related (cJSON *result, const AmReport *report, const char *uri, const AmFinding *finding)
{
  cJSON *related = cJSON_AddArrayToObject (result, "relatedLocations");

  for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
    {
      const AmNote *note = &g_array_index (finding->notes, AmNote, i);
      cJSON *location = location_object (report, uri, note->where);
      cJSON_AddNumberToObject (location, "id", i + 1);
      add_message (location, "message", note->text);
      cJSON_AddItemToArray (related, location);
    }
}

static cJSON *
result_object (AmFindingsWriter *writer, const AmReport *report, const char *uri, const AmFinding *finding)
{
  cJSON *result = cJSON_CreateObject ();
  g_autofree char *text = finding->help.text != NULL ? g_strdup_printf ("%s\n%s", finding->message, finding->help.text)
                                                     : g_strdup (finding->message);
  g_autofree char *fingerprint = am_findings_fingerprint (writer, uri, finding);

  cJSON_AddStringToObject (result, "ruleId", am_rule_info (finding->rule)->slug);
  cJSON_AddNumberToObject (result, "ruleIndex", finding->rule);
  cJSON_AddStringToObject (result, "level", level_word (finding->level));
  add_message (result, "message", text);
  cJSON *locations = cJSON_AddArrayToObject (result, "locations");
  cJSON_AddItemToArray (locations, location_object (report, uri, finding->where));
  if (finding->notes != NULL)
    add_related (result, report, uri, finding);
  cJSON *fingerprints = cJSON_AddObjectToObject (result, "partialFingerprints");
  cJSON_AddStringToObject (fingerprints, "argmapFinding/v1", fingerprint);
  g_autofree char *numbered = g_strconcat (fingerprint, ":1", NULL); /* HASH:NUMBER, and no hash comes twice */
  cJSON_AddStringToObject (fingerprints, "primaryLocationLineHash", numbered);
  return result;
}

void
am_findings_sarif_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  g_autofree char *uri = am_findings_uri (writer, report->source->name);

  for (guint i = 0; i < report->findings->len; i++)
    {
      g_autoptr (cJSON) result = result_object (writer, report, uri, am_report_finding (report, i));
      g_string_append (out, writer->documents++ > 0 ? ",\n" : "\n");
      am_findings_json_append (out, result);
    }
}

/* --- how the run went --- */

void
am_findings_sarif_trouble (AmFindingsWriter *writer, const char *path, const char *message, G_GNUC_UNUSED GString *out)
{
  g_autoptr (cJSON) notification = cJSON_CreateObject ();
  GString *part = writer->parts[AM_LEVEL_ERROR];

  (void) path; /* the message names it */
  add_message (notification, "message", message);
  cJSON_AddStringToObject (notification, "level", "error");
  g_string_append (part, part->len > 0 ? ",\n" : "\n");
  am_findings_json_append (part, notification);
}

void
am_findings_sarif_end (AmFindingsWriter *writer, GString *out)
{
  const GString *notifications = writer->parts[AM_LEVEL_ERROR];

  g_string_append_printf (out, "\n],\"invocations\":[{\"executionSuccessful\":%s,\"toolExecutionNotifications\":[%s]}]}]}\n",
                          notifications->len == 0 ? "true" : "false", notifications->str);
}
