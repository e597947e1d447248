/* A map to begin with. */

#pragma once

#include <glib.h>

typedef struct
{
  gboolean empty; /* a skeleton to fill in, examples/skeleton.argmap.json; else a debate,
                     examples/starter.argmap.json */
  const char *title; /* instead of its own, or NULL */
  const char *question; /* the same. Under either the example would be one of another debate: so it
                           has no title, question, license or date but those, and its description
                           says that it is an example */
} AmStarter;

/* Appends the map. Both files are built into the program. */
void am_starter_write (const AmStarter *starter, GString *out);
