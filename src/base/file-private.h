/* What reading and writing files share. For base/file*.c only. */

#pragma once

#include "base/file.h"

G_BEGIN_DECLS

/* "cannot @doing @path: why", by the error number. Returns FALSE. */
gboolean am_file_fail (GError **error, const char *doing, const char *path, int number);

/* Where a chain of symbolic links leads, whether that exists or not, so that the links stay. It ends in /proc, too: what is
   there leads to a name that a file has, or had, while somebody holds it open. NULL when there is no end. Caller owns it. */
char *am_file_follow (const char *path);

/* The descriptor of this process that @place is a name of, or -1. @place comes from am_file_follow(). */
int am_file_descriptor (const char *place);

G_END_DECLS
