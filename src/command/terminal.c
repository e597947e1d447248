#include "command/terminal.h"

#include "base/file.h"
#include "base/guard.h"
#include "base/text.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

const char *const am_colour_words[] = { "auto", "always", "never", NULL };

/* --- what there is --- */

/* Prose is no narrower and no wider than this. */
#define NARROWEST 20
#define WIDEST 100

typedef struct
{
  gboolean known, out, err;
  guint columns_out, columns_err; /* 0: no terminal, and nothing said by COLUMNS */
} Terminal;

/* What COLUMNS says, or 0: it is not set, no number, or too large to be meant. */
static guint
columns_wanted (void)
{
  const char *text = g_getenv ("COLUMNS");
  gsize length = text != NULL ? strspn (text, "0123456789") : 0;

  if (length == 0 || length > 4 || text[length] != '\0')
    return 0;
  guint columns = (guint) g_ascii_strtoull (text, NULL, 10);
  return columns > 0 ? MAX (columns, NARROWEST) : 0;
}

static guint
columns_of (int fd, gboolean is_terminal)
{
  guint wanted = columns_wanted ();
  struct winsize size;

  if (wanted > 0 || !is_terminal)
    return wanted;
  return ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

static const Terminal *
look (void)
{
  static Terminal terminal;

  if (terminal.known)
    return &terminal;
  terminal = (Terminal){ TRUE, isatty (STDOUT_FILENO), isatty (STDERR_FILENO), 0, 0 };
  terminal.columns_out = columns_of (STDOUT_FILENO, terminal.out);
  terminal.columns_err = columns_of (STDERR_FILENO, terminal.err);
  return &terminal;
}

gboolean
am_is_terminal (int fd)
{
  return fd == STDERR_FILENO ? look ()->err : look ()->out;
}

guint
am_terminal_width (void)
{
  guint columns = look ()->columns_out;
  return columns > 0 ? CLAMP (columns, NARROWEST, WIDEST) : 80;
}

guint
am_terminal_columns (int fd)
{
  return fd == STDERR_FILENO ? look ()->columns_err : look ()->columns_out;
}

gboolean
am_terminal_colour (AmColourWhen when, int fd)
{
  const char *no_colour = g_getenv ("NO_COLOR"), *terminal = g_getenv ("TERM");

  if (when != AM_COLOUR_AUTO)
    return when == AM_COLOUR_ALWAYS;
  return (no_colour == NULL || no_colour[0] == '\0') && g_strcmp0 (terminal, "dumb") != 0
      && am_is_terminal (fd);
}

/* --- the line that says how far a long run is --- */

static gboolean shown; /* there is one terminal */

void
am_progress_begin (AmProgress *progress, const char *what)
{
  *progress = (AmProgress){ what, g_get_monotonic_time (), 0 };
}

void
am_progress_show (AmProgress *progress, guint done, guint all)
{
  gint64 now = g_get_monotonic_time ();

  if (now - progress->start < G_USEC_PER_SEC || now - progress->last < G_USEC_PER_SEC / 10
      || !isatty (STDERR_FILENO)) /* now: what a worker prints comes to be read in the end */
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

/* --- what is printed --- */

static void
write_error (const char *text, gsize length)
{
  am_progress_hide ();
  am_file_write_fd (STDERR_FILENO, "standard error", text, length,
                    NULL); /* nobody is left to be told */
}

AmExit
am_print (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  if (length > 0 && am_is_terminal (STDOUT_FILENO))
    am_progress_hide ();
  if (am_file_write_fd (STDOUT_FILENO, "standard output", text, length, &error))
    return AM_EXIT_OK;
  return am_complain ("%s", error->message);
}

AmExit
am_print_all (GString *text)
{
  AmExit status = am_print (text->str, text->len);

  g_string_truncate (text, 0);
  return status;
}

AmExit
am_print_file (int file, int fd)
{
  char piece[65536];
  gssize length;

  for (goffset at = 0; (length = pread (file, piece, sizeof piece, at)) > 0; at += length)
    if (fd == STDOUT_FILENO && am_print (piece, (gsize) length) != AM_EXIT_OK)
      return AM_EXIT_TROUBLE;
    else if (fd == STDERR_FILENO)
      write_error (piece, (gsize) length);
  return AM_EXIT_OK;
}

AmExit
am_print_name (const char *path)
{
  g_autofree char *name = am_guard_name (path);
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, '\n');
  am_guard_lines (line);
  return am_print (line->str, line->len);
}

/* Where the second and later lines of @line begin: below the explanation of an option, which blanks
 * set off, or below its start. */
static gsize
hanging_indent (const char *line, guint columns)
{
  gsize start = strspn (line, " ");
  const char *gap = strstr (line + start, "  ");
  gsize after = gap != NULL ? (gsize) (gap - line) + strspn (gap, " ") : 0;

  return start > 0 && after > 0 && after <= columns / 2 && line[after] != '\0' ? after : start;
}

AmExit
am_print_help (const char *text)
{
  guint columns = am_terminal_columns (STDOUT_FILENO);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      gboolean fits = columns == 0 || am_text_width (*line, -1) <= columns;
      gsize indent = fits ? strlen (*line) : hanging_indent (*line, columns);
      g_string_append_len (out, *line, (gssize) indent);
      if (!fits)
        am_text_append_wrapped (out, *line + indent, columns, (guint) indent, (guint) indent);
      g_string_append (out, line[1] != NULL ? "\n" : "");
    }
  return am_print (out->str, out->len);
}

/* Where standard output leads while libraries may not write to it; NOT_HELD at other times, CLOSED
 * where it leads nowhere. */
enum
{
  NOT_HELD = -2,
  CLOSED = -1,
};

static int held = NOT_HELD;

void
am_output_hold (void)
{
  int saved = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

  g_assert (held == NOT_HELD);
  if (dup2 (STDERR_FILENO, STDOUT_FILENO) >= 0)
    held = saved;
  else if (saved >= 0)
    close (saved);
}

void
am_output_release (void)
{
  if (held == NOT_HELD)
    return;
  fflush (stdout); /* what the library has left there */
  if (held == CLOSED)
    close (STDOUT_FILENO);
  else
    {
      dup2 (held, STDOUT_FILENO);
      close (held);
    }
  held = NOT_HELD;
}

void
am_print_error (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) guarded = g_string_new (valid);

  am_guard_lines (guarded);
  write_error (guarded->str, guarded->len);
}

AmExit
am_complain (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *clean = am_text_clean (message);
  g_autofree char *line = g_strdup_printf ("argmap: %s\n", clean);
  am_print_error (line);
  return AM_EXIT_TROUBLE;
}

/* --- where there is no memory left: GLib logs an error and would abort --- */

/* Nothing may be allocated here, and what there is of the output is not complete. */
static void
write_no_memory (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  static const char said[] =
      "argmap: there is not enough memory for this; allow more, or split the map\n";

  if ((level & G_LOG_LEVEL_ERROR) == 0 || message == NULL
      || strstr (message, "failed to allocate") == NULL)
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
