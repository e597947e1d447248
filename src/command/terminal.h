/* Standard output and standard error, and the terminal behind them. Nothing else writes there, so
   that the line that says how far a long run is never stands in the way. */

#pragma once

#include "command/exit.h"

/* Writes to standard output; on failure says so on standard error and returns AM_EXIT_TROUBLE. */
AmExit am_print (const char *text, gsize length);

/* The same with all of @text, which is empty then. */
AmExit am_print_all (GString *text);

/* The name of a file on a line of its own on standard output. */
AmExit am_print_name (const char *path);

/* All that is in the open @file to @fd (1 or 2). It was printed by one of these functions, and is
 * passed on as it is. */
AmExit am_print_file (int file, int fd);

/* Help on standard output: lines that are wider than am_terminal_columns() are broken, and hang
 * below what they explain. */
AmExit am_print_help (const char *text);

/* "argmap: MESSAGE" on standard error, cleaned of control characters. Returns AM_EXIT_TROUBLE. */
AmExit am_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Text on standard error, without lines that a host would take for commands. */
void am_print_error (const char *text);

/* Between the two, what a library prints on standard output goes to standard error: it is kept for
   answers, so nothing may be printed by am_print(). A second am_output_release() does nothing. */
void am_output_hold (void);
void am_output_release (void);

/* From now on the program ends with a message and AM_EXIT_TROUBLE where GLib cannot allocate, and
 * is not aborted. */
void am_memory_watch (void);

/* --- what there is --- */

/* Values of --color, in the order of am_colour_words. */
typedef enum
{
  AM_COLOUR_AUTO, /* on a terminal, unless NO_COLOR or TERM=dumb speak against it */
  AM_COLOUR_ALWAYS,
  AM_COLOUR_NEVER,
} AmColourWhen;

extern const char *const am_colour_words[]; /* NULL-terminated */

/* Whether @fd (1 or 2) was a terminal when this was first asked: what a worker prints goes through
   its parent, and is to look the same. */
gboolean am_is_terminal (int fd);

/* Whether to colour what goes to @fd (1 or 2). */
gboolean am_terminal_colour (AmColourWhen when, int fd);

/* Columns for prose on standard output: what COLUMNS says, else those of the terminal that it was
   at first, else 80. At least 20 and at most 100, which is as wide as prose reads well. */
guint am_terminal_width (void);

/* Columns for what is no prose on @fd (1 or 2): what COLUMNS says, else all that the terminal has;
 * 0 when @fd is none. */
guint am_terminal_columns (int fd);

/* --- how far a long run is: nobody waits for a second without a word --- */

typedef struct
{
  const char *what; /* "files checked"; borrowed */
  gint64 start, last;
} AmProgress;

void am_progress_begin (AmProgress *progress, const char *what);

/* "12 of 300 files checked" on the last line of the terminal on standard error, if there is one;
   not in the first second, and not ten times in one. */
void am_progress_show (AmProgress *progress, guint done, guint all);

/* Wipes the line, as everything does that is printed here. */
void am_progress_hide (void);
