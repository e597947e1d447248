/* Writing a file in place. It may not be left half written, so its old content is kept until the
 * new one is there. */

#include "base/file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static gboolean
read_start (int fd, char *data, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      gssize got = pread (fd, data + at, length - at, (off_t) at);
      if (got == 0)
        errno = EIO; /* it has become shorter */
      if (got == 0 || (got < 0 && errno != EINTR))
        return FALSE;
      at += got > 0 ? (gsize) got : 0;
    }
  return TRUE;
}

static gboolean
write_start (int fd, const char *data, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      gssize written = pwrite (fd, data + at, length - at, (off_t) at);
      if (written < 0 && errno != EINTR)
        return FALSE;
      at += written > 0 ? (gsize) written : 0;
    }
  return TRUE;
}

/* FALSE where there is no room for so much, if the file system can say so beforehand. */
static gboolean
make_room (int fd, gsize length)
{
#ifdef FALLOC_FL_KEEP_SIZE
  if (length > 0 && fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) length) != 0)
    return errno != ENOSPC && errno != EDQUOT && errno != EFBIG && errno != EIO;
#endif
  return TRUE;
}

/* Some file systems find only now that there is no room. */
static gboolean
reaches_disk (int fd)
{
  return fsync (fd) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP || errno == EINTR;
}

/* Cut last: what lies behind the new content is not kept anywhere else. */
static gboolean
write_whole (int fd, const char *data, gsize length)
{
  return write_start (fd, data, length) && reaches_disk (fd) && ftruncate (fd, (off_t) length) == 0;
}

gboolean
am_file_write_over (int fd, gsize size, const char *path, const char *data, gsize length,
                    GError **error)
{
  gsize overlap = MIN (size, length);
  g_autofree char *before = g_try_malloc (overlap + 1);
  g_autofree char *shown = g_filename_display_name (path);

  if (before == NULL || !read_start (fd, before, overlap))
    {
      int number = before == NULL ? ENOMEM
                 : errno == EBADF ? EACCES
                                  : errno; /* open for writing only */
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
                   "cannot write %s: it can only be written in place, and its old content cannot "
                   "be kept meanwhile: %s",
                   shown, g_strerror (number));
      return FALSE;
    }
  gboolean begun = make_room (fd, length);
  if (begun && write_whole (fd, data, length))
    return TRUE;
  int number = errno;
  gboolean restored =
      (!begun || write_start (fd, before, overlap)) && ftruncate (fd, (off_t) size) == 0;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "cannot write %s: %s%s",
               shown, g_strerror (number),
               restored ? "" : "; its old content could not be put back");
  return FALSE;
}
