/* A map to begin with. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean empty;       /* a skeleton to fill in, examples/skeleton.argmap.json; else a debate,
                           examples/starter.argmap.json */
  const char *title;    /* instead of its own, or NULL */
  const char *question; /* the same; with another title and no question, there is none: it would be
                           that of another debate */
} AmStarter;

/* Appends the map. Both files are built into the program. */
void am_starter_write (const AmStarter *starter, GString *out);

G_END_DECLS
