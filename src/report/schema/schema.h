/* The JSON Schema of maps, for editors: what model/members.def says, in draft 7. */

#pragma once

#include <glib.h>

/* Appends it, with a newline at the end. docs/argmap.schema.json is a copy. */
void am_schema_write (GString *out);
