#include "base/file-private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_LINKS 40 /* as many as Linux follows */

char *
am_file_real (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

char *
am_file_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  return am_file_real (folder);
}

char *
am_file_place (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash != NULL ? slash + 1 : path;
  g_autofree char *folder = name[0] != '\0' ? am_file_folder (path) : NULL;

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* So that a link in /proc is known for one. Caller owns the result. */
static char *
place_of (const char *path)
{
  char *place = am_file_place (path);
  return place != NULL ? place : g_strdup (path);
}

int
am_file_descriptor (const char *place)
{
  static const char *const streams[] = { "/dev/stdin", "/dev/stdout",
                                         "/dev/stderr" }; /* 0, 1 and 2 */
  g_autofree char *own = g_strdup_printf ("/proc/%ld/", (long) getpid ());
  const char *in_folder = g_str_has_prefix (place, own)
                            ? strstr (place, "/fd/")
                            : NULL; /* of the process or a thread of it */
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    if (g_str_equal (place, streams[i]))
      return (int) i;
  if (in_folder != NULL
      && g_ascii_string_to_unsigned (in_folder + strlen ("/fd/"), 10, 0, G_MAXINT, &number, NULL))
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
      g_autofree char *whole =
          g_path_is_absolute (next) ? g_strdup (next) : g_build_filename (folder, next, NULL);
      g_free (at);
      at = place_of (whole);
    }
  return NULL;
}

const char *
am_file_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  if (!g_str_has_prefix (path, folder))
    return NULL;
  if (g_str_has_suffix (folder, "/") || path[length] == '\0')
    return path + length;
  return path[length] == '/' ? path + length + 1 : NULL;
}

gboolean
am_file_leads_out (const char *path, const char *folder)
{
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return FALSE;
  g_autofree char *target = am_file_follow (path),
                  *real = folder != NULL ? am_file_real (folder) : am_file_folder (path);

  return real != NULL && target != NULL && am_file_below (target, real) == NULL;
}

gboolean
am_file_is_same (const char *a, const char *b)
{
  struct stat first, second;

  return a != NULL && b != NULL && !g_str_equal (a, "-") && !g_str_equal (b, "-")
      && stat (a, &first) == 0 && stat (b, &second) == 0 && S_ISREG (first.st_mode)
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

gboolean
am_file_is_replaced (const char *path)
{
  struct stat info;
  g_autofree char *target = am_file_follow (path);

  if (target == NULL || am_file_descriptor (target) >= 0)
    return FALSE;
  return stat (target, &info) != 0
      || (S_ISREG (info.st_mode) && !g_str_has_prefix (target, "/proc/"));
}
