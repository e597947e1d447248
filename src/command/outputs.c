#include "command/command.h"

#include "base/file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

AmExit
am_output_write (const char *path, const GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return am_print (text->str, text->len);
  gboolean written = am_file_write (path, text->str, text->len, &note, &error);
  if (note != NULL)
    am_complain ("note: %s", note);
  if (written)
    return AM_EXIT_OK;
  am_complain ("%s", error->message);
  return AM_EXIT_TROUBLE;
}

gboolean
am_output_is (const char *path, const char *input)
{
  GStatBuf first, second;

  return path != NULL && !g_str_equal (path, "-") && !g_str_equal (input, "-") && g_stat (path, &first) == 0
         && g_stat (input, &second) == 0 && S_ISREG (first.st_mode) && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}
