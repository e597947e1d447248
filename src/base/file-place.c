#include "base/file-private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_LINKS 40 /* as many as Linux follows */

/* @path with its folder looked up, so that a link in /proc is known for one. Caller owns the result. */
static char *
place_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *slash = strrchr (path, '/'), *name = slash != NULL ? slash + 1 : path;
  char *real = name[0] != '\0' ? realpath (folder, NULL) : NULL;
  char *place = real != NULL ? g_build_filename (real, name, NULL) : g_strdup (path);

  free (real);
  return place;
}

int
am_file_descriptor (const char *place)
{
  static const char *const streams[] = { "/dev/stdin", "/dev/stdout", "/dev/stderr" }; /* 0, 1 and 2 */
  g_autofree char *own = g_strdup_printf ("/proc/%ld/", (long) getpid ());
  const char *in_folder = g_str_has_prefix (place, own) ? strstr (place, "/fd/") : NULL; /* of the process or a thread of it */
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    if (g_str_equal (place, streams[i]))
      return (int) i;
  if (in_folder != NULL && g_ascii_string_to_unsigned (in_folder + strlen ("/fd/"), 10, 0, G_MAXINT, &number, NULL))
    return (int) number;
  return -1;
}

char *
am_file_follow (const char *path)
{
  g_autofree char *at = place_of (path);

  for (guint links = 0; links < MOST_LINKS; links++)
    {
      g_autofree char *next = NULL;
      if (!g_str_has_prefix (at, "/proc/") && am_file_descriptor (at) < 0)
        next = g_file_read_link (at, NULL);
      if (next == NULL)
        return g_steal_pointer (&at);
      g_autofree char *folder = g_path_get_dirname (at);
      g_autofree char *whole = g_path_is_absolute (next) ? g_strdup (next) : g_build_filename (folder, next, NULL);
      g_free (at);
      at = place_of (whole);
    }
  return NULL;
}

gboolean
am_file_is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  if (g_str_has_suffix (folder, "/"))
    return g_str_has_prefix (path, folder);
  return g_str_has_prefix (path, folder) && (path[length] == '/' || path[length] == '\0');
}

gboolean
am_file_leads_out (const char *path, const char *folder)
{
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return FALSE;
  g_autofree char *own = folder != NULL ? g_strdup (folder) : g_path_get_dirname (path), *target = am_file_follow (path);
  char *real = realpath (own, NULL);
  gboolean inside = real == NULL || target == NULL || am_file_is_below (target, real);

  free (real);
  return !inside;
}

gboolean
am_file_is_replaced (const char *path)
{
  struct stat info;
  g_autofree char *target = am_file_follow (path);

  if (target == NULL || am_file_descriptor (target) >= 0)
    return FALSE;
  return stat (target, &info) != 0 || (S_ISREG (info.st_mode) && !g_str_has_prefix (target, "/proc/"));
}
