#include "command/progress.h"

#include "command/command.h"

#include <unistd.h>

static gboolean shown; /* there is one terminal */

void
am_progress_begin (AmProgress *progress, const char *what)
{
  *progress = (AmProgress) { what, g_get_monotonic_time (), 0 };
}

void
am_progress_show (AmProgress *progress, guint done, guint all)
{
  gint64 now = g_get_monotonic_time ();

  if (now - progress->start < G_USEC_PER_SEC || now - progress->last < G_USEC_PER_SEC / 10 || !am_is_terminal (STDERR_FILENO))
    return;
  g_autofree char *line = g_strdup_printf ("\r%u of %u %s", done, all, progress->what);
  shown = FALSE; /* it is written over, not wiped first */
  am_print_error (line);
  progress->last = now;
  shown = TRUE;
}

void
am_progress_hide (void)
{
  if (!shown)
    return;
  shown = FALSE;
  am_print_error ("\r\033[K");
}
