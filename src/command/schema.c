/* argmap schema: the JSON Schema of maps, for editors. */

#include "command/command.h"
#include "report/schema.h"

AmExit
am_command_schema (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  AmExit status = AM_EXIT_OK;
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };

  if (!am_options_parse (argc, argv, entries,
                         "JSON Schema, draft 7. It knows the shape of maps; what an id refers to, only \"argmap check\" knows.",
                         &arguments, &status))
    return status;
  if (arguments[0] != NULL)
    return am_usage_error ("schema", "it takes no arguments");
  for (const char *const *line = am_schema_document; *line != NULL; line++)
    g_string_append_printf (out, "%s\n", *line);
  return am_print (out->str, out->len);
}
