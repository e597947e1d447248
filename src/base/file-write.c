#include "base/file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

gboolean
am_file_write_fd (int fd, const char *name, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return am_file_fail (error, "write", name, errno);
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
    return am_file_fail (error, "write", path, errno);

  gboolean written = am_file_write_fd (fd, path, data, length, error);
  if (close (fd) != 0 && written)
    return am_file_fail (error, "write", path, errno);
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
    written = am_file_fail (error, "write", output->path, errno);
  if (close (fd) != 0 && written)
    written = am_file_fail (error, "write", output->path, errno);
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
    return am_file_fail (error, "write", output->path, errno);
  if (!fill_temporary (fd, output, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if ((output->fresh ? rename_to_free (temporary, output->target) : g_rename (temporary, output->target)) != 0)
    {
      int number = errno;
      g_unlink (temporary);
      return am_file_fail (error, "write", output->path, number);
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

gboolean
am_file_write (const char *path, const char *data, gsize length, GError **error)
{
  struct stat info;
  g_autofree char *target = am_file_follow (path);

  if (target == NULL)
    return am_file_fail (error, "write", path, ELOOP);
  if (am_file_descriptor (target) >= 0)
    return am_file_write_fd (am_file_descriptor (target), path, data, length, error);
  gboolean exists = stat (target, &info) == 0;
  if (exists && S_ISDIR (info.st_mode))
    return am_file_fail (error, "write", path, EISDIR);
  if (exists && (!S_ISREG (info.st_mode) || g_str_has_prefix (target, "/proc/")))
    return write_directly (path, data, length, error);
  if (exists && access (target, W_OK) != 0) /* a rename would replace what may not be written */
    return am_file_fail (error, "write", path, errno);
  Output output = { path, target, exists ? info.st_mode & 07777 : mode_of_new_files (), data, length, FALSE };
  return write_undisturbed (&output, error);
}

gboolean
am_file_create (const char *path, const char *data, gsize length, GError **error)
{
  Output output = { path, path, mode_of_new_files (), data, length, TRUE };

  return write_undisturbed (&output, error);
}
