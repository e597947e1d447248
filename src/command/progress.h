/* How far a long run is, on a terminal: nobody waits for a second without a word. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *what; /* "files checked"; borrowed */
  gint64 start, last;
} AmProgress;

void am_progress_begin (AmProgress *progress, const char *what);

/* "12 of 300 files checked" on the last line of the terminal on standard error, if there is one; not in the first second, and
   not ten times in one. */
void am_progress_show (AmProgress *progress, guint done, guint all);

/* Wipes the line. What prints calls this first, so that nothing is written behind it. */
void am_progress_hide (void);

G_END_DECLS
