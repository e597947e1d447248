/* base/file: reading whole files, and writing them whole or not at all. */

#include "base/file-private.h"

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEBIBYTE ((gsize) 1 << 20)

/* --- a folder of its own for every test --- */

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  f->folder = g_dir_make_tmp ("argmap-file-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  remove_all (f->folder);
  g_free (f->folder);
}

static char *
path_in (const Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
put (const char *path, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static void
expect_content (const char *path, const char *data, gsize length)
{
  g_autofree char *found = NULL;
  gsize found_length = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &found, &found_length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (found, found_length, data, length);
}

static mode_t
mode_of (const char *path)
{
  struct stat info;
  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

/* --- reading --- */

static void
expect_read (const char *path, gsize limit, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  gsize found_length = 12345;
  g_autofree char *found = am_file_read (path, limit, &found_length, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (found, found_length, data, length);
  g_assert_cmpint (found[length], ==, '\0');
}

static void
expect_no_read (const char *path, gsize limit, GQuark domain, gint code)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *found = am_file_read (path, limit, &length, &error);

  g_assert_null (found);
  g_assert_error (error, domain, code);
  g_autofree char *shown = g_filename_display_name (path);
  g_assert_nonnull (strstr (error->message, shown));
}

static void
test_read (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file");
  static const gsize lengths[] = { 0,     1,     2,     4095,  4096,   65535,
                                   65536, 65537, 65538, 65539, 131072, MEBIBYTE + 7 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *bytes = g_malloc (lengths[i] + 1);
      for (gsize k = 0; k < lengths[i]; k++)
        bytes[k] = (char) (k * 7 + i);
      put (path, bytes, lengths[i]);
      expect_read (path, AM_SOURCE_MAX_SIZE, bytes, lengths[i]);
      expect_read (path, lengths[i], bytes, lengths[i]);
      if (lengths[i] > 0)
        expect_no_read (path, lengths[i] - 1, AM_FILE_ERROR, AM_FILE_ERROR_TOO_LARGE);
    }
}

static void
test_read_nothing (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *missing = path_in (f, "missing"), *below = path_in (f, "missing/file"),
                  *dangling = path_in (f, "dangling");

  expect_no_read (missing, 100, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  expect_no_read (below, 100, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpint (symlink ("missing", dangling), ==, 0);
  expect_no_read (dangling, 100, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  expect_no_read (f->folder, 100, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE);
  expect_read ("/dev/null", 0, "", 0);
}

static void
test_read_link (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file"), *link = path_in (f, "link");

  put (path, "content", 7);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  expect_read (link, 7, "content", 7);
}

/* A device has no size that it could be refused for. */
static void
test_read_without_end (G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  expect_no_read ("/dev/zero", 3 * MEBIBYTE, AM_FILE_ERROR, AM_FILE_ERROR_TOO_LARGE);
}

/* --- through a FIFO --- */

typedef struct
{
  const char *path;
  const char *data;
  gsize length;
} Sender;

/* In small pieces, as a pipe gives them. */
static gpointer
send_pieces (gpointer data)
{
  const Sender *sender = data;
  int fd = open (sender->path, O_WRONLY | O_CLOEXEC);

  for (gsize at = 0; at < sender->length;)
    {
      gssize written = write (fd, sender->data + at, MIN (sender->length - at, 1021));
      if (written < 0)
        break;
      at += (gsize) written;
    }
  close (fd);
  return NULL;
}

static void
test_read_fifo (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "fifo");
  gsize length = 200003;
  g_autofree char *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) (i * 31);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  Sender sender = { path, bytes, length };
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GThread) thread = g_thread_new ("sender", send_pieces, &sender);
      if (round == 0)
        expect_read (path, AM_SOURCE_MAX_SIZE, bytes, length);
      else if (round == 1)
        expect_read (path, length, bytes, length);
      else
        expect_no_read (path, length - 1, AM_FILE_ERROR, AM_FILE_ERROR_TOO_LARGE);
      g_thread_join (g_steal_pointer (&thread));
    }
}

/* Refused at once: nobody writes to the FIFO. */
static void
test_read_found (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *fifo = path_in (f, "fifo"), *link = path_in (f, "link"),
                  *file = path_in (f, "file"), *socket_path = path_in (f, "socket");
  const char *const special[] = { fifo, link, socket_path, "/dev/null", "/dev/zero" };
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  gsize length = 0;

  g_strlcpy (address.sun_path, socket_path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("fifo", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (am_file_read_found (special[i], 100, &length, &error));
      g_assert_error (error, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE);
      g_assert_nonnull (strstr (error->message, special[i]));
    }
  close (fd);
  put (file, "content", 7);
  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_autofree char *found = am_file_read_found (link, 7, &length, NULL), *missing = NULL;
  g_assert_cmpmem (found, length, "content", 7);
  g_autoptr (GError) error = NULL;
  missing = am_file_read_found (f->folder, 7, &length, &error);
  g_assert_error (error, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE);
  g_assert_nonnull (strstr (error->message, "it is a directory"));
}

static gpointer
receive_all (gpointer path)
{
  g_autoptr (GString) received = g_string_new (NULL);
  char piece[1000];
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  for (gssize got = read (fd, piece, sizeof piece); got > 0; got = read (fd, piece, sizeof piece))
    g_string_append_len (received, piece, got);
  close (fd);
  return g_string_free (g_steal_pointer (&received), FALSE);
}

/* --- writing --- */

static void
expect_write (const char *path, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  gboolean written = am_file_write (path, data, length, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);
}

static void
expect_no_write (const char *path, gint code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (am_file_write (path, "new", 3, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_write (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file");
  gsize length = 5 * MEBIBYTE + 1;
  g_autofree char *large = g_malloc0 (length);

  large[length - 1] = 'x';
  expect_write (path, "one", 3);
  expect_content (path, "one", 3);
  expect_write (path, "a\0b", 3);
  expect_content (path, "a\0b", 3);
  expect_write (path, large, length);
  expect_content (path, large, length);
  expect_write (path, "", 0);
  expect_content (path, "", 0);
  g_assert_cmpuint (count_entries (f->folder), ==, 1);
}

static void
test_write_mode (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0644, 0664, 0755, 0666, 0200 };
  g_autofree char *path = path_in (f, "file"), *fresh = path_in (f, "fresh"),
                  *closed = path_in (f, "closed");

  put (path, "old", 3);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (path, (int) modes[i]), ==, 0);
      expect_write (path, "new", 3);
      g_assert_cmpint (mode_of (path), ==, modes[i]);
    }
  mode_t mask = umask (022);
  expect_write (fresh, "new", 3);
  g_assert_cmpint (mode_of (fresh), ==, 0644);
  umask (077);
  expect_write (closed, "new", 3);
  g_assert_cmpint (mode_of (closed), ==, 0600);
  umask (mask);
}

static void
test_write_link (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *folder = path_in (f, "folder"), *target = path_in (f, "folder/target"),
                  *link = path_in (f, "link"), *second = path_in (f, "second"),
                  *absolute = path_in (f, "absolute");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (target, "old", 3);
  g_assert_cmpint (g_chmod (target, 0640), ==, 0);
  g_assert_cmpint (symlink ("folder/target", link), ==, 0);
  g_assert_cmpint (symlink ("link", second), ==, 0);
  g_assert_cmpint (symlink (target, absolute), ==, 0);
  expect_write (link, "by link", 7);
  expect_content (target, "by link", 7);
  expect_write (second, "by two", 6);
  expect_content (target, "by two", 6);
  expect_write (absolute, "in full", 7);
  expect_content (target, "in full", 7);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (absolute, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (mode_of (target), ==, 0640);
  g_assert_cmpuint (count_entries (folder), ==, 1);
}

/* Links to what is not there yet, over one step and several, are filled; those that lead nowhere
 * are left alone. */
static void
test_write_dangling_link (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *folder = path_in (f, "folder"), *target = path_in (f, "folder/target"),
                  *link = path_in (f, "link"), *second = path_in (f, "second"),
                  *third = path_in (f, "folder/third"), *lost = path_in (f, "lost"),
                  *circle = path_in (f, "circle");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("target", third), ==, 0);
  g_assert_cmpint (symlink ("folder/third", second), ==, 0);
  g_assert_cmpint (symlink (second, link), ==, 0);
  expect_write (link, "new", 3);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (third, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
  expect_content (target, "new", 3);

  g_assert_cmpint (symlink ("missing/target", lost), ==, 0);
  expect_no_write (lost, G_FILE_ERROR_NOENT);
  g_assert_true (g_file_test (lost, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  expect_no_write (circle, G_FILE_ERROR_LOOP);
  g_assert_true (g_file_test (circle, G_FILE_TEST_IS_SYMLINK));
}

static void
test_write_nowhere (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *below = path_in (f, "missing/file"), *file = path_in (f, "file"),
                  *under_file = path_in (f, "file/x");

  expect_no_write (below, G_FILE_ERROR_NOENT);
  expect_no_write (f->folder, G_FILE_ERROR_ISDIR);
  put (file, "old", 3);
  expect_no_write (under_file, G_FILE_ERROR_NOTDIR);
  expect_content (file, "old", 3);
  g_assert_cmpuint (count_entries (f->folder), ==, 1);
}

/* --- writing in place --- */

/* A file with two names stays one file. */
static void
test_write_names (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  static const gsize lengths[] = { 0, 1, 2, 3, 4, 70000, 5, 0 };
  g_autofree char *path = path_in (f, "file"), *second = path_in (f, "second"),
                  *bytes = g_strnfill (70000, 'n');

  put (path, "old", 3);
  g_assert_cmpint (link (path, second), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      expect_write (path, bytes, lengths[i]);
      expect_content (second, bytes, lengths[i]);
    }
  g_assert_cmpuint (count_entries (f->folder), ==, 2);
}

/* What goes wrong only when the first pages have been written: the file may not become longer. */
static void
test_write_over_fails (G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
#ifdef F_SEAL_GROW
  gsize size = 4 * 65536 + 5;
  g_autofree char *old = g_strnfill (size, 'o'), *new = g_strnfill (size + MEBIBYTE, 'n'),
                  *found = g_malloc (size + 1);
  g_autoptr (GError) error = NULL;
  int fd = memfd_create ("argmap", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  g_assert_cmpint (write (fd, old, size), ==, size);
  g_assert_cmpint (fcntl (fd, F_ADD_SEALS, F_SEAL_GROW), ==, 0);
  g_assert_false (am_file_write_over (fd, size, "a name", new, size + MEBIBYTE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_PERM);
  g_assert_cmpstr (error->message, ==, "cannot write a name: Operation not permitted");
  g_assert_cmpint (pread (fd, found, size + 1, 0), ==, size);
  g_assert_cmpmem (found, size, old, size);

  g_assert_true (am_file_write_over (fd, size, "a name", new, size - 1, NULL));
  g_assert_cmpint (pread (fd, found, size + 1, 0), ==, size - 1);
  g_assert_cmpmem (found, size - 1, new, size - 1);
  close (fd);
#else
  g_test_skip ("no file can be kept from growing here");
#endif
}

/* Nobody reads the new content of a file meanwhile who may not read the file. */
static void
test_write_hidden (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file"), *bytes = g_strnfill (MEBIBYTE, 'h');
  mode_t mask = umask (0);
  int status;
  pid_t child;

  put (path, "old", 3);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  if ((child = fork ()) == 0)
    {
      for (guint i = 0; i < 200; i++)
        if (!am_file_write (path, bytes, MEBIBYTE, NULL, NULL))
          _exit (1);
      _exit (0);
    }
  while (waitpid (child, &status, WNOHANG) == 0)
    {
      g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
      for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *found = path_in (f, name);
          struct stat info;
          if (lstat (found, &info) == 0)
            g_assert_cmpint (info.st_mode & 07777, ==, 0600);
        }
    }
  g_assert_cmpint (status, ==, 0);
  umask (mask);
}

#define NOBODY 65534

/* What a child does that is not root: its status is 0 when writing to @path gave @code, or no error
 * where that is -1. */
static int
write_as_nobody (const char *path, gint code)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 2;
  gboolean written = am_file_write (path, "new", 3, NULL, &error);
  return code < 0 ? !written : written || !g_error_matches (error, G_FILE_ERROR, code);
}

static void
expect_as_nobody (const char *path, gint code)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    _exit (write_as_nobody (path, code));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* The folder would let the file be replaced, but the file is not to be written. */
static void
test_write_protected (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file"), *fresh = path_in (f, "fresh");

  put (path, "old", 3);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0777), ==, 0);
  expect_as_nobody (path, G_FILE_ERROR_ACCES);
  expect_content (path, "old", 3);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  expect_as_nobody (fresh, G_FILE_ERROR_ACCES);
  g_assert_cmpint (g_chmod (path, 0666), ==, 0);
  expect_as_nobody (path, -1); /* in place */
  expect_content (path, "new", 3);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  g_assert_cmpuint (count_entries (f->folder), ==, 1);
}

/* Not as root: if a device were replaced by a file, as it must not be, it would be the machine's
 * own. */
static void
test_write_device (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *link = path_in (f, "link");

  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
  g_assert_cmpint (symlink ("/dev/null", link), ==, 0);
  expect_as_nobody ("/dev/null", -1);
  expect_as_nobody (link, -1);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  if (g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    expect_as_nobody ("/dev/full", G_FILE_ERROR_NOSPC);
}

static void
test_write_fifo (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "fifo"), *bytes = g_strnfill (300001, 'x');
  struct stat info;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_autoptr (GThread) thread = g_thread_new ("receiver", receive_all, path);
  expect_write (path, bytes, 300001);
  g_autofree char *received = g_thread_join (g_steal_pointer (&thread));
  g_assert_cmpstr (received, ==, bytes);
  g_assert_cmpint (lstat (path, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
  g_assert_cmpuint (count_entries (f->folder), ==, 1);
}

/* However an open descriptor is named, what it leads to is continued, and neither replaced nor
 * emptied. */
static void
test_write_descriptor (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const folders[] = { "/dev/fd", "/proc/self/fd", "/dev/../proc/self/./fd",
                                         "/proc/thread-self/fd" };
  g_autofree char *path = path_in (f, "file"), *link = path_in (f, "link");

  if (!g_file_test ("/proc/self/fd", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no /proc here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
      g_autofree char *name = g_strdup_printf ("%s/%d", folders[i], fd);
      g_assert_cmpint (write (fd, "before ", 7), ==, 7);
      expect_write (name, "new ", 4);
      g_assert_cmpint (symlink (name, link), ==, 0);
      expect_write (link, "twice ", 6);
      g_assert_cmpint (write (fd, "after", 5), ==, 5);
      close (fd);
      expect_content (path, "before new twice after", 22);
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      g_assert_cmpint (g_unlink (link), ==, 0);
      expect_no_write (name, G_FILE_ERROR_BADF);
    }
  g_assert_cmpuint (count_entries (f->folder), ==, 1);
}

/* What a child does that may write no more than 1,000 bytes to a file: its status is 0 when the
 * write failed as it must. */
static int
write_beyond_limit (const char *path)
{
  struct rlimit limit = { 1000, 1000 };
  g_autofree char *bytes = g_strnfill (5000, 'y');
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 2;
  return am_file_write (path, bytes, 5000, NULL, &error) || error == NULL;
}

static void
test_write_runs_out_of_room (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file"), *fresh = path_in (f, "fresh"),
                  *second = path_in (f, "second");

  put (path, "old", 3);
  for (guint round = 0; round < 3; round++)
    {
      int status;
      pid_t child = fork ();
      if (child == 0)
        _exit (write_beyond_limit (round == 1 ? fresh : path));
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (status, ==, 0);
      if (round == 1)
        g_assert_cmpint (link (path, second), ==, 0); /* it is written in place from now on */
    }
  expect_content (path, "old", 3);
  expect_content (second, "old", 3);
  g_assert_cmpuint (count_entries (f->folder), ==, 2);
}

#define LARGE (64 * MEBIBYTE)

/* Waits until there is a temporary file in @folder. */
static void
await_temporary (const char *folder, pid_t writer)
{
  for (int status; waitpid (writer, &status, WNOHANG) == 0;)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
        if (g_str_has_prefix (name, ".argmap-"))
          return;
    }
  g_assert_not_reached ();
}

/* A signal while the temporary file is there: it ends the program, but only once there is none any
 * more. */
static void
test_write_interrupted (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  static const int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM };
  g_autofree char *path = path_in (f, "file"), *bytes = g_strnfill (LARGE, 'z');

  put (path, "old", 3);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      int status;
      pid_t child = fork ();
      if (child == 0)
        {
          struct rlimit no_core = { 0, 0 };
          setrlimit (RLIMIT_CORE, &no_core);
          signal (signals[i], SIG_DFL);
          while (am_file_write (path, bytes, LARGE, NULL, NULL))
            ;
          _exit (1);
        }
      await_temporary (f->folder, child);
      g_assert_cmpint (kill (child, signals[i]), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == signals[i]);
      g_assert_cmpuint (count_entries (f->folder), ==, 1);
      expect_content (path, bytes, LARGE);
    }
}

static void
test_write_fd (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = path_in (f, "file");
  g_autoptr (GError) error = NULL;
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_true (am_file_write_fd (fd, "the output", "one ", 4, &error));
  g_assert_true (am_file_write_fd (fd, "the output", "", 0, &error));
  g_assert_true (am_file_write_fd (fd, "the output", "two", 3, &error));
  close (fd);
  expect_content (path, "one two", 7);
  g_assert_false (am_file_write_fd (fd, "the output", "three", 5, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_BADF);
  g_assert_nonnull (strstr (error->message, "the output"));
}

/* --- which file a path is of --- */

static void
test_same (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *file = path_in (f, "file"), *other = path_in (f, "other"),
                  *link_to = path_in (f, "link"), *hard = path_in (f, "hard");
  g_autofree char *dotted = path_in (f, "./file"), *missing = path_in (f, "missing");

  put (file, "same", 4);
  put (other, "same", 4);
  g_assert_cmpint (symlink ("file", link_to), ==, 0);
  g_assert_cmpint (link (file, hard), ==, 0);
  g_assert_true (am_file_is_same (file, file));
  g_assert_true (am_file_is_same (dotted, file));
  g_assert_true (am_file_is_same (file, link_to));
  g_assert_true (am_file_is_same (hard, link_to));
  g_assert_false (am_file_is_same (file, other));
  g_assert_false (am_file_is_same (missing, missing));
  g_assert_false (am_file_is_same (file, NULL));
  g_assert_false (am_file_is_same ("-", "-"));
  g_assert_false (am_file_is_same ("/dev/null", "/dev/null"));
}

static void
test_place (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *real = am_file_real (f->folder), *folder = path_in (f, "folder"),
                  *link_to = path_in (f, "link");
  g_autofree char *through = path_in (f, "link/../link/./missing"),
                  *nowhere = path_in (f, "nowhere/missing"), *slash = path_in (f, "folder/");
  g_autofree char *expected = g_build_filename (real, "folder", "missing", NULL),
                  *expected_link = g_build_filename (real, "link", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("folder", link_to), ==, 0);
  g_autofree char *place = am_file_place (through), *place_of_link = am_file_place (link_to);
  g_assert_cmpstr (place, ==, expected);
  g_assert_cmpstr (place_of_link, ==, expected_link);
  g_assert_null (am_file_place (nowhere));
  g_assert_null (am_file_place (slash));
}

static void
test_below (G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_cmpstr (am_file_below ("/a/b/c", "/a"), ==, "b/c");
  g_assert_cmpstr (am_file_below ("/a/b/c", "/"), ==, "a/b/c");
  g_assert_cmpstr (am_file_below ("/a", "/a"), ==, "");
  g_assert_null (am_file_below ("/ab", "/a"));
  g_assert_null (am_file_below ("/a", "/a/b"));
}

#define ADD(name, function) g_test_add ("/file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  ADD ("read", test_read);
  ADD ("read/nothing", test_read_nothing);
  ADD ("read/link", test_read_link);
  ADD ("read/without-end", test_read_without_end);
  ADD ("read/fifo", test_read_fifo);
  ADD ("read/found", test_read_found);
  ADD ("write", test_write);
  ADD ("write/mode", test_write_mode);
  ADD ("write/link", test_write_link);
  ADD ("write/dangling-link", test_write_dangling_link);
  ADD ("write/nowhere", test_write_nowhere);
  ADD ("write/names", test_write_names);
  ADD ("write/over-fails", test_write_over_fails);
  ADD ("write/hidden", test_write_hidden);
  ADD ("write/protected", test_write_protected);
  ADD ("write/device", test_write_device);
  ADD ("write/fifo", test_write_fifo);
  ADD ("write/descriptor", test_write_descriptor);
  ADD ("write/runs-out-of-room", test_write_runs_out_of_room);
  ADD ("write/interrupted", test_write_interrupted);
  ADD ("write/fd", test_write_fd);
  ADD ("same", test_same);
  ADD ("place", test_place);
  ADD ("below", test_below);
  return g_test_run ();
}
