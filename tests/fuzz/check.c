/* Scanner, loader and checker, and the formats of findings: text, and one of the others by the size
 * of the input. */

#include "fuzz.h"

#include "report/findings/findings.h"

#include <cjson/cJSON.h>

static void
write_findings (const AmFindingsFormat *format, const AmReport *report)
{
  const AmFindingsOptions options = {
    .lowest = AM_LEVEL_INFO, .failing = AM_LEVEL_ERROR, .limit = 20, .version = "0"
  };
  g_auto (AmFindingsWriter) writer = { 0 };
  g_autoptr (GString) out = g_string_new (NULL);

  am_findings_writer_init (&writer, &options);
  if (format->begin != NULL)
    format->begin (&writer, out);
  am_findings_tally_add (&writer.tally, report);
  format->file (&writer, report, out);
  if (format->end != NULL)
    format->end (&writer, out);
  fuzz_must_be_clean (out);
  if (g_str_equal (format->name, "json") || g_str_equal (format->name, "sarif"))
    {
      cJSON *json = cJSON_Parse (out->str);
      MUST (json != NULL);
      cJSON_Delete (json);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  am_load_source (fuzz_source (data, size), NULL, &loaded);
  if (loaded.map != NULL)
    am_check (loaded.map, AM_SCOPE_SURROUNDINGS, loaded.report);
  guint formats = g_strv_length ((char **) am_findings_format_names);
  write_findings (&am_findings_formats[0], loaded.report);
  write_findings (&am_findings_formats[size % formats], loaded.report);
  return 0;
}
