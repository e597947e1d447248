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

/* What goes where: @path is what the user said, @target where it leads. */
typedef struct
{
  const char *path;
  const char *target;
  const char *data;
  gsize length;
  gboolean fresh; /* nothing may be there yet */
  int there; /* the file that is there, open; -1 when there is none */
  struct stat info; /* of it */
  gboolean capabilities; /* it has some */
} Output;

typedef enum
{
  WRITTEN,
  NOT_WRITTEN, /* and why is known */
  NOT_REPLACED, /* nothing has been done: it may be written in place */
} Outcome;

/* What has become of a file that was there. */
typedef struct
{
  const char *without; /* what a new file cannot have, so that it was written in place; or NULL */
  char *lost; /* what it has no more; or NULL. Owned */
} Loss;

static Outcome
fill_temporary (int fd, const Output *output, Loss *loss, GError **error)
{
  gboolean replaces = output->there >= 0;
  const char *without = replaces ? am_file_rights_begin (fd, output->there, &output->info) : NULL;
  gboolean written =
      without == NULL && am_file_write_fd (fd, output->path, output->data, output->length, error);

  if (written && replaces)
    without = am_file_rights_end (fd, output->there, &output->info);
  if (written && replaces && without == NULL)
    loss->lost = am_file_rights_keep (fd, &output->info, output->capabilities);
  if (close (fd) != 0 && written && without == NULL)
    written = am_file_fail (error, "write", output->path, errno);
  if (without == NULL)
    return written ? WRITTEN : NOT_WRITTEN;
  loss->without = without;
  return NOT_REPLACED;
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

/* Whether a file that may be written could not be replaced, because of its folder or because it is
 * a mount point. */
static gboolean
is_bound (const Output *output, int number)
{
  return output->there >= 0
      && (number == EACCES || number == EPERM || number == EROFS || number == EBUSY
          || number == EXDEV);
}

static Outcome
give_up (const Output *output, int number, GError **error)
{
  if (is_bound (output, number))
    return NOT_REPLACED;
  am_file_fail (error, "write", output->path, number);
  return NOT_WRITTEN;
}

/* A new file gets the rights that its folder and the umask give; one that is to replace another is
 * nobody else's at first. */
static Outcome
write_and_rename (const Output *output, Loss *loss, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (output->target);
  g_autofree char *temporary = g_build_filename (folder, ".argmap-XXXXXX", NULL);

  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, output->there >= 0 ? 0600 : 0666);
  if (fd < 0)
    return give_up (output, errno, error);
  Outcome outcome = fill_temporary (fd, output, loss, error);
  if (outcome == WRITTEN
      && (output->fresh ? rename_to_free (temporary, output->target)
                        : g_rename (temporary, output->target))
             != 0)
    outcome = give_up (output, errno, error);
  if (outcome != WRITTEN)
    g_unlink (temporary);
  return outcome;
}

/* In words; NULL where nothing is lost. Caller owns it. */
static char *
describe_loss (const char *path, const Loss *loss)
{
  g_autofree char *shown = g_filename_display_name (path);
  const char *lost = loss->lost;

  if (loss->without != NULL && lost != NULL)
    return g_strdup_printf (
        "%s was written in place: its %s cannot be given to a new file; it has lost its %s", shown,
        loss->without, lost);
  if (loss->without != NULL)
    return g_strdup_printf ("%s was written in place: its %s cannot be given to a new file", shown,
                            loss->without);
  return lost != NULL ? g_strdup_printf ("%s has lost its %s", shown, lost) : NULL;
}

/* A file with several names is written in place, so that it stays one file. */
static gboolean
write_and_tell (const Output *output, Loss *loss, GError **error)
{
  Outcome outcome = NOT_REPLACED;

  if (output->there < 0 || output->info.st_nlink == 1)
    outcome = write_and_rename (output, loss, error);
  if (outcome != NOT_REPLACED)
    return outcome == WRITTEN;
  g_clear_pointer (&loss->lost, g_free);
  if (!am_file_write_over (output->there, (gsize) output->info.st_size, output->path, output->data,
                           output->length, error))
    return FALSE;
  loss->lost = am_file_rights_keep (output->there, &output->info, output->capabilities);
  return TRUE;
}

static gboolean
write_somehow (const Output *output, char **note, GError **error)
{
  Loss loss = { NULL, NULL };
  gboolean written = write_and_tell (output, &loss, error);

  if (written && note != NULL)
    *note = describe_loss (output->path, &loss);
  g_free (loss.lost);
  return written;
}

/* While there is a temporary file, or half of the new content, what would end the program has to
   wait: nobody else knows the name to remove it by, or the old content. */
static gboolean
write_undisturbed (const Output *output, char **note, GError **error)
{
  sigset_t endings, before;

  sigemptyset (&endings);
  sigaddset (&endings, SIGHUP);
  sigaddset (&endings, SIGINT);
  sigaddset (&endings, SIGQUIT);
  sigaddset (&endings, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &endings, &before);
  gboolean written = write_somehow (output, note, error);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return written;
}

/* FALSE when the file that is there may not be written, or is not the same any more: errno. Reading
 * it is needed in few cases. */
static gboolean
open_there (Output *output)
{
  int flags = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

  output->there = g_open (output->target, O_RDWR | flags, 0);
  if (output->there < 0 && errno == EACCES)
    output->there = g_open (output->target, O_WRONLY | flags, 0);
  return output->there >= 0 && fstat (output->there, &output->info) == 0
      && S_ISREG (output->info.st_mode);
}

static gboolean
write_over_what_is_there (Output *output, char **note, GError **error)
{
  gboolean opened = open_there (output);
  if (opened)
    output->capabilities = am_file_has_capabilities (output->there);
  gboolean written = opened ? write_undisturbed (output, note, error)
                            : am_file_fail (error, "write", output->path, errno);

  if (output->there >= 0)
    close (output->there);
  return written;
}

gboolean
am_file_write (const char *path, const char *data, gsize length, char **note, GError **error)
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
  Output output = { .path = path, .target = target, .data = data, .length = length, .there = -1 };
  return exists ? write_over_what_is_there (&output, note, error)
                : write_undisturbed (&output, note, error);
}

gboolean
am_file_create (const char *path, const char *data, gsize length, GError **error)
{
  Output output = {
    .path = path, .target = path, .data = data, .length = length, .fresh = TRUE, .there = -1
  };

  return write_undisturbed (&output, NULL, error);
}
