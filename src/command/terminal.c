#include "command/command.h"

#include "base/file.h"
#include "base/text.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

const char *const *
am_colour_words (void)
{
  static const char *const words[] = { "auto", "always", "never", NULL };
  return words;
}

AmExit
am_print (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  if (am_file_write_fd (STDOUT_FILENO, "standard output", text, length, &error))
    return AM_EXIT_OK;
  am_complain ("%s", error->message);
  return AM_EXIT_TROUBLE;
}

void
am_print_error (const char *text)
{
  am_file_write_fd (STDERR_FILENO, "standard error", text, strlen (text), NULL); /* nobody is left to be told */
}

void
am_complain (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *clean = am_text_clean (message);
  g_autofree char *line = g_strdup_printf ("argmap: %s\n", clean);
  am_print_error (line);
}

gboolean
am_terminal_colour (AmColourWhen when, int fd)
{
  const char *no_colour = g_getenv ("NO_COLOR"), *terminal = g_getenv ("TERM");

  if (when != AM_COLOUR_AUTO)
    return when == AM_COLOUR_ALWAYS;
  return (no_colour == NULL || no_colour[0] == '\0') && g_strcmp0 (terminal, "dumb") != 0 && isatty (fd);
}

guint
am_terminal_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 80;
  return CLAMP (size.ws_col, 40, 100);
}
