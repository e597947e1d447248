#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (am-file-error-quark, am_file_error)

#define FIRST_READ 65536

static gboolean
fail (GError **error, const char *doing, const char *path, int number)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "cannot %s %s: %s", doing, shown,
               g_strerror (number));
  return FALSE;
}

static gboolean
refuse_size (GError **error, const char *path, gsize limit)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, AM_FILE_ERROR, AM_FILE_ERROR_TOO_LARGE, "cannot read %s: it is larger than %s", shown, size);
  return FALSE;
}

/* The size that a regular file says it has, as a first guess: pipes and devices say 0. */
static gboolean
inspect (int fd, const char *path, gsize limit, gsize *size, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return fail (error, "read", path, errno);
  if (S_ISDIR (info.st_mode))
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_set_error (error, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE, "cannot read %s: it is a directory", shown);
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
          fail (error, "read", path, errno);
          return NULL;
        }
    }
  data[used] = '\0';
  *length = used;
  return g_steal_pointer (&data);
}

char *
am_file_read (const char *path, gsize limit, gsize *length, GError **error)
{
  if (g_str_equal (path, "-"))
    return read_all (STDIN_FILENO, "standard input", limit, length, error);

  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      fail (error, "read", path, errno);
      return NULL;
    }
  char *data = read_all (fd, path, limit, length, error);
  close (fd);
  return data;
}

gboolean
am_file_write_fd (int fd, const char *name, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error, "write", name, errno);
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* Opened to append: what stands in a file that somebody else holds open stays. */
static gboolean
write_directly (const char *path, const char *data, gsize length, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (error, "write", path, errno);

  gboolean written = am_file_write_fd (fd, path, data, length, error);
  if (close (fd) != 0 && written)
    return fail (error, "write", path, errno);
  return written;
}

static mode_t
mode_of_new_files (void)
{
  mode_t mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

/* What goes where: @path is what the user said, @target where it leads. */
typedef struct
{
  const char *path;
  const char *target;
  mode_t mode;
  const char *data;
  gsize length;
  gboolean fresh; /* nothing may be there yet */
} Output;

static gboolean
fill_temporary (int fd, const Output *output, GError **error)
{
  gboolean written = am_file_write_fd (fd, output->path, output->data, output->length, error);

  if (written && fchmod (fd, output->mode) != 0)
    written = fail (error, "write", output->path, errno);
  if (close (fd) != 0 && written)
    written = fail (error, "write", output->path, errno);
  return written;
}

/* As rename(), but nothing is replaced: a name is linked to only as long as nothing has it. */
static int
rename_to_free (const char *from, const char *to)
{
  int failed = link (from, to);

#ifdef RENAME_NOREPLACE
  if (failed != 0 && errno == EPERM) /* a file system without links */
    return renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
#endif
  if (failed == 0)
    g_unlink (from);
  return failed;
}

static gboolean
write_and_rename (const Output *output, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (output->target);
  g_autofree char *temporary = g_build_filename (folder, ".argmap-XXXXXX", NULL);

  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (error, "write", output->path, errno);
  if (!fill_temporary (fd, output, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if ((output->fresh ? rename_to_free (temporary, output->target) : g_rename (temporary, output->target)) != 0)
    {
      int number = errno;
      g_unlink (temporary);
      return fail (error, "write", output->path, number);
    }
  return TRUE;
}

/* While there is a temporary file, what would end the program has to wait: nobody else knows the name to remove it by. */
static gboolean
write_undisturbed (const Output *output, GError **error)
{
  sigset_t endings, before;

  sigemptyset (&endings);
  sigaddset (&endings, SIGHUP);
  sigaddset (&endings, SIGINT);
  sigaddset (&endings, SIGQUIT);
  sigaddset (&endings, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &endings, &before);
  gboolean written = write_and_rename (output, error);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return written;
}

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

/* The descriptor of this process that @place is a name of, or -1. */
static int
named_descriptor (const char *place)
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

/* Where a chain of symbolic links leads, whether that exists or not, so that the links stay. It ends in /proc, too: what is
   there leads to a name that a file has, or had, while somebody holds it open. NULL when there is no end. */
static char *
follow (const char *path)
{
  g_autofree char *at = place_of (path);

  for (guint links = 0; links < MOST_LINKS; links++)
    {
      g_autofree char *next = NULL;
      if (!g_str_has_prefix (at, "/proc/") && named_descriptor (at) < 0)
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
am_file_write (const char *path, const char *data, gsize length, GError **error)
{
  struct stat info;
  g_autofree char *target = follow (path);

  if (target == NULL)
    return fail (error, "write", path, ELOOP);
  if (named_descriptor (target) >= 0)
    return am_file_write_fd (named_descriptor (target), path, data, length, error);
  gboolean exists = stat (target, &info) == 0;
  if (exists && S_ISDIR (info.st_mode))
    return fail (error, "write", path, EISDIR);
  if (exists && (!S_ISREG (info.st_mode) || g_str_has_prefix (target, "/proc/")))
    return write_directly (path, data, length, error);
  if (exists && access (target, W_OK) != 0) /* a rename would replace what may not be written */
    return fail (error, "write", path, errno);
  Output output = { path, target, exists ? info.st_mode & 07777 : mode_of_new_files (), data, length, FALSE };
  return write_undisturbed (&output, error);
}

gboolean
am_file_create (const char *path, const char *data, gsize length, GError **error)
{
  Output output = { path, path, mode_of_new_files (), data, length, TRUE };

  return write_undisturbed (&output, error);
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
  g_autofree char *own = folder != NULL ? g_strdup (folder) : g_path_get_dirname (path), *target = follow (path);
  char *real = realpath (own, NULL);
  gboolean inside = real == NULL || target == NULL || am_file_is_below (target, real);

  free (real);
  return !inside;
}

gboolean
am_file_is_replaced (const char *path)
{
  struct stat info;
  g_autofree char *target = follow (path);

  if (target == NULL || named_descriptor (target) >= 0)
    return FALSE;
  return stat (target, &info) != 0 || (S_ISREG (info.st_mode) && !g_str_has_prefix (target, "/proc/"));
}
