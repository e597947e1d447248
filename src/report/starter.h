/* A map to begin with: examples/starter.argmap.json, which is built into the program. Floor 5. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends it, with @title for its own unless that is NULL. */
void am_starter_write (const char *title, GString *out);

G_END_DECLS
