/* The JSON Schema of maps: docs/argmap.schema.json, which is built into the program. */

#pragma once

/* Its lines, and NULL. */
extern const char *const am_schema_document[];
