#include "base/file-private.h"

#include "base/lookalike.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (am_file_error, am_file_error)

#define FIRST_READ 65536

gboolean
am_file_fail (GError **error, const char *doing, const char *path, int number)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *unseen = number == ENOENT && g_utf8_validate (path, -1, NULL)
                              ? am_lookalike_remark (path, "the name")
                              : NULL;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "cannot %s %s: %s%s%s%s",
               doing, shown, g_strerror (number), unseen != NULL ? " (" : "",
               unseen != NULL ? unseen : "", unseen != NULL ? ")" : "");
  return FALSE;
}

static gboolean
refuse_size (GError **error, const char *path, gsize limit)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, AM_FILE_ERROR, AM_FILE_ERROR_TOO_LARGE,
               "cannot read %s: it is larger than %s", shown, size);
  return FALSE;
}

/* The size that a regular file says it has, as a first guess: pipes and devices say 0. */
static gboolean
inspect (int fd, const char *path, gsize limit, gsize *size, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return am_file_fail (error, "read", path, errno);
  if (S_ISDIR (info.st_mode))
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_set_error (error, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE,
                   "cannot read %s: it is a directory", shown);
      return FALSE;
    }
  if (S_ISREG (info.st_mode) && (guint64) info.st_size > limit)
    return refuse_size (error, path, limit);
  *size = S_ISREG (info.st_mode) ? (gsize) info.st_size : 0;
  return TRUE;
}

static char *
read_all (int fd, const char *path, gsize limit, gsize *length, GError **error)
{
  gsize room = 0;
  if (!inspect (fd, path, limit, &room, error))
    return NULL;

  room = MAX (room, FIRST_READ) + 2; /* one to notice that a file has grown, one for the NUL */
  g_autofree char *data = g_malloc (room);
  gsize used = 0;
  for (;;)
    {
      if (used > limit)
        {
          refuse_size (error, path, limit);
          return NULL;
        }
      if (room - used < 2)
        data = g_realloc (data, room *= 2);
      gssize got = read (fd, data + used, room - used - 1);
      if (got == 0)
        break;
      if (got > 0)
        used += (gsize) got;
      else if (errno != EINTR)
        {
          am_file_fail (error, "read", path, errno);
          return NULL;
        }
    }
  data[used] = '\0';
  *length = used;
  return g_steal_pointer (&data);
}

static char *
read_and_close (int fd, const char *path, gsize limit, gsize *length, GError **error)
{
  if (fd < 0)
    {
      am_file_fail (error, "read", path, errno);
      return NULL;
    }
  char *data = read_all (fd, path, limit, length, error);
  close (fd);
  return data;
}

char *
am_file_read (const char *path, gsize limit, gsize *length, GError **error)
{
  if (g_str_equal (path, "-"))
    return read_all (STDIN_FILENO, "standard input", limit, length, error);
  return read_and_close (g_open (path, O_RDONLY | O_CLOEXEC, 0), path, limit, length, error);
}

/* A directory passes, for that is said elsewhere. */
static gboolean
is_special (const struct stat *info)
{
  return !S_ISREG (info->st_mode) && !S_ISDIR (info->st_mode);
}

gboolean
am_file_is_special (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && is_special (&info);
}

/* Asked before and after it is opened: to open a device may do something already, and what has the
 * name may change. */
char *
am_file_read_found (const char *path, gsize limit, gsize *length, GError **error)
{
  struct stat info;
  gboolean special = am_file_is_special (path);
  int fd = special ? -1 : g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);

  if (!special && (fd < 0 || fstat (fd, &info) != 0 || !is_special (&info)))
    return read_and_close (fd, path, limit, length, error);
  if (fd >= 0)
    close (fd);
  g_autofree char *shown = g_filename_display_name (path);
  g_set_error (error, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE,
               "cannot read %s: it is no regular file", shown);
  return NULL;
}
