/* What reading and writing files share. For base/file*.c only. */

#pragma once

#include "base/file.h"

#include <sys/stat.h>

/* "cannot @doing @path: why", by the error number. Returns FALSE. */
gboolean am_file_fail (GError **error, const char *doing, const char *path, int number);

/* Where a chain of symbolic links leads, whether that exists or not, so that the links stay. It
   ends in /proc, too: what is there leads to a name that a file has, or had, while somebody holds
   it open. NULL when there is no end. Caller owns it. */
char *am_file_follow (const char *path);

/* The descriptor of this process that @place is a name of, or -1. @place comes from
 * am_file_follow(). */
int am_file_descriptor (const char *place);

/* Give the new file @to what the file @from has, whose status is @wanted: owner, group, attributes
   and labels before there is any content in it, access list and mode after that. @to has the mode
   0600, so that nobody may read it in between who may not read @from. Each returns NULL, or what
   cannot be given; then @to is to be thrown away. */
const char *am_file_rights_begin (int to, int from, const struct stat *wanted);
const char *am_file_rights_end (int to, int from, const struct stat *wanted);

/* Whether what runs the file @fd as a program gets capabilities (setcap). They do not outlive a
 * write, nor does a new file get them. */
gboolean am_file_has_capabilities (int fd);

/* After the file @fd, which was as @before, was written: gives it back its setuid, setgid and
   sticky bits, which a write takes away where the user may not set them. What is lost all the same
   is named, @capabilities of before too: "setuid bit and its capabilities". Caller owns it; NULL
   for nothing. */
char *am_file_rights_keep (int fd, const struct stat *before, gboolean capabilities);

/* Writes over what is in the open file @fd, which holds @size bytes. On failure its old content is
   put back: FALSE and @error;
   @path is for the message. */
gboolean am_file_write_over (int fd, gsize size, const char *path, const char *data, gsize length,
                             GError **error);
