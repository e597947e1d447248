/* Waiting for maps to change. */

#pragma once

#include "command/exit.h"

typedef struct
{
  char **arguments; /* maps and directories of maps; NULL-terminated */
  gboolean (*admit) (const char *path, gpointer data); /* asked once of each map; it says why not */
  void (*changed) (GPtrArray *paths, gpointer data); /* there are such maps now, and for a moment
                                                        nobody has written to them */
  gpointer data;
} AmWatch;

/* Hands all maps to changed() and then, whenever some change, come back or appear in a directory,
   those. Ends with SIGINT or SIGTERM: a watch has no other end, so the status is AM_EXIT_OK. */
AmExit am_watch (const AmWatch *watch);
