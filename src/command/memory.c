/* What happens when there is no memory left: GLib then logs an error and aborts. */

#include "command/command.h"

#include <string.h>
#include <unistd.h>

/* Nothing may be allocated here, and what there is of the output is not complete. */
static void
write_no_memory (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  static const char said[] = "argmap: there is not enough memory for this; allow more, or split the map\n";

  if ((level & G_LOG_LEVEL_ERROR) == 0 || message == NULL || strstr (message, "failed to allocate") == NULL)
    {
      g_log_default_handler (domain, level, message, data);
      return;
    }
  gssize written = write (STDERR_FILENO, said, sizeof said - 1);
  (void) written; /* where nobody can be told the status says it */
  _exit (AM_EXIT_TROUBLE);
}

void
am_memory_watch (void)
{
  g_log_set_default_handler (write_no_memory, NULL);
}
