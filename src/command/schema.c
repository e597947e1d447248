/* argmap schema: the JSON Schema of maps, for editors. */

#include "report/schema/schema.h"
#include "command/command.h"
#include "command/terminal.h"

static AmExit
run (G_GNUC_UNUSED gconstpointer options, G_GNUC_UNUSED char **arguments)
{
  g_autoptr (GString) out = g_string_new (NULL);

  am_schema_write (out);
  return am_print (out->str, out->len);
}

const AmCommand am_command_schema = {
  .name = "schema",
  .summary = "Print the JSON Schema of maps, for editors",
  .arguments = "",
  .description = "JSON Schema, draft 7. It knows the shape of maps; what an id refers to, only "
                 "\"argmap check\" knows.",
  .takes = AM_TAKES_NOTHING,
  .run = run,
};
