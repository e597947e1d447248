/* What belongs to a file besides its content: who may do what with it, and attributes. */

#include "base/file-private.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__

#include <sys/xattr.h>

#define ACCESS_LIST "system.posix_acl_access"

/* Checksums of the content, and what a program may do: the kernel itself drops them when a file is
 * written. */
static gboolean
belongs_to_content (const char *name)
{
  static const char *const names[] = { "security.capability", "security.evm", "security.ima",
                                       NULL };

  return g_strv_contains (names, name);
}

/* NUL after each name; NULL when the file system will not say. @length may be 0. Caller owns it. */
static char *
list_attributes (int fd, gsize *length)
{
  for (;;)
    {
      gssize room = flistxattr (fd, NULL, 0);
      g_autofree char *names = g_malloc0 (room > 0 ? (gsize) room + 1 : 1);
      gssize got = room > 0 ? flistxattr (fd, names, (gsize) room) : room;
      if (got < 0 && errno == ERANGE) /* there are more by now */
        continue;
      *length = got > 0 ? (gsize) got : 0;
      return got >= 0 || errno == ENOTSUP || errno == ENOSYS ? g_steal_pointer (&names) : NULL;
    }
}

/* NULL when there is none, or it may not be read: errno. Caller owns it. */
static char *
get_attribute (int fd, const char *name, gsize *length)
{
  gssize room = fgetxattr (fd, name, NULL, 0);
  g_autofree char *value = g_malloc0 (room > 0 ? (gsize) room : 1);
  gssize got = room > 0 ? fgetxattr (fd, name, value, (gsize) room) : room;

  if (got < 0)
    return NULL;
  *length = (gsize) got;
  return g_steal_pointer (&value);
}

static gboolean
copy_attribute (int to, int from, const char *name)
{
  gsize length = 0, present_length = 0;
  g_autofree char *value = get_attribute (from, name, &length);
  g_autofree char *present = get_attribute (to, name, &present_length);

  if (value == NULL)
    return FALSE;
  if (present != NULL && present_length == length && memcmp (present, value, length) == 0)
    return TRUE; /* a label that is usual there need not be set, and few may */
  return fsetxattr (to, name, value, length, 0) == 0;
}

/* What the folder gave to the new file, and the other one does not have. */
static gboolean
remove_inherited (int to, int from)
{
  gsize length = 0;
  g_autofree char *names = list_attributes (to, &length);

  for (gsize at = 0; names != NULL && at < length; at += strlen (names + at) + 1)
    if (!belongs_to_content (names + at) && fgetxattr (from, names + at, NULL, 0) < 0
        && errno == ENODATA && fremovexattr (to, names + at) != 0)
      return FALSE;
  return names != NULL;
}

static gboolean
copy_attributes (int to, int from)
{
  gsize length = 0;
  g_autofree char *names = list_attributes (from, &length);

  for (gsize at = 0; names != NULL && at < length; at += strlen (names + at) + 1)
    if (!belongs_to_content (names + at) && !g_str_equal (names + at, ACCESS_LIST)
        && !copy_attribute (to, from, names + at))
      return FALSE;
  return names != NULL;
}

/* An access list that the folder gave to the new file would, with the mode, let in others. */
static gboolean
remove_access_list (int to)
{
  return fremovexattr (to, ACCESS_LIST) == 0 || errno == ENODATA || errno == ENOTSUP
      || errno == ENOSYS;
}

static gboolean
copy_access_list (int to, int from)
{
  return fgetxattr (from, ACCESS_LIST, NULL, 0) <= 0 || copy_attribute (to, from, ACCESS_LIST);
}

gboolean
am_file_has_capabilities (int fd)
{
  return fgetxattr (fd, "security.capability", NULL, 0) > 0;
}

#else

gboolean
am_file_has_capabilities (G_GNUC_UNUSED int fd)
{
  return FALSE;
}

static gboolean
remove_inherited (G_GNUC_UNUSED int to, G_GNUC_UNUSED int from)
{
  return TRUE;
}

static gboolean
copy_attributes (G_GNUC_UNUSED int to, G_GNUC_UNUSED int from)
{
  return TRUE;
}

static gboolean
remove_access_list (G_GNUC_UNUSED int to)
{
  return TRUE;
}

static gboolean
copy_access_list (G_GNUC_UNUSED int to, G_GNUC_UNUSED int from)
{
  return TRUE;
}

#endif

const char *
am_file_rights_begin (int to, int from, const struct stat *wanted)
{
  struct stat now;

  if (!remove_access_list (to))
    return "access list";
  if (!copy_attributes (to, from) || !remove_inherited (to, from))
    return "attributes";
  if (fstat (to, &now) != 0
      || (now.st_uid != wanted->st_uid && fchown (to, wanted->st_uid, (gid_t) -1) != 0))
    return "owner";
  if (now.st_gid != wanted->st_gid && fchown (to, (uid_t) -1, wanted->st_gid) != 0)
    return "group";
  return NULL;
}

const char *
am_file_rights_end (int to, int from, const struct stat *wanted)
{
  struct stat now;

  if (!copy_access_list (to, from))
    return "access list";
  if (fstat (to, &now) != 0
      || (now.st_mode != wanted->st_mode && fchmod (to, wanted->st_mode & 07777) != 0))
    return "mode";
  if (fstat (to, &now) != 0
      || (now.st_mode & 0777) != (wanted->st_mode & 0777)) /* a file system may do as if */
    return "mode";
  if (now.st_uid != wanted->st_uid)
    return "owner";
  return now.st_gid != wanted->st_gid ? "group" : NULL;
}

#define SPECIAL_BITS 07000

char *
am_file_rights_keep (int fd, const struct stat *before, gboolean capabilities)
{
  static const struct
  {
    mode_t bit;
    const char *name;
  } bits[] = { { S_ISUID, "setuid bit" }, { S_ISGID, "setgid bit" }, { S_ISVTX, "sticky bit" } };
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  struct stat now;

  if (fstat (fd, &now) != 0)
    return NULL;
  if ((now.st_mode & SPECIAL_BITS) != (before->st_mode & SPECIAL_BITS)
      && fchmod (fd, before->st_mode & 07777) == 0 && fstat (fd, &now) != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    if ((before->st_mode & bits[i].bit) != 0 && (now.st_mode & bits[i].bit) == 0)
      g_ptr_array_add (lost, (gpointer) bits[i].name);
  if (capabilities && !am_file_has_capabilities (fd))
    g_ptr_array_add (lost, (gpointer) "capabilities");
  g_ptr_array_add (lost, NULL);
  return lost->len > 1 ? g_strjoinv (" and its ", (char **) lost->pdata) : NULL;
}
