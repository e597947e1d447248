/* Reading whole files and writing them so that they are complete or absent. */

#pragma once

#include <glib.h>

typedef enum
{
  AM_FILE_ERROR_TOO_LARGE,
  AM_FILE_ERROR_NOT_A_FILE,
} AmFileError;

#define AM_FILE_ERROR (am_file_error_quark ())
GQuark am_file_error_quark (void);

/* Reads all of @path ("-": standard input) into a new buffer with a NUL after its last byte. NULL
   and @error (G_FILE_ERROR or AM_FILE_ERROR) when it cannot be read, is a directory, or has more
   than @limit bytes. */
char *am_file_read (const char *path, gsize limit, gsize *length, GError **error);

/* The same for what nobody named, such as a file that was found in a folder: only a regular file is
   read, or a link to one. Anything else, a FIFO or a device, is refused at once
   (AM_FILE_ERROR_NOT_A_FILE): it may have no end, or never begin. */
char *am_file_read_found (const char *path, gsize limit, gsize *length, GError **error);

/* Writes @path whole or not at all: into a temporary file beside it, which is then renamed over it.
   A symbolic link is followed. A file that is replaced keeps its owner, group, mode, access list,
   extended attributes and labels, and nobody may read the temporary file who may not read it. Where
   a new file cannot have all of them, it is written in place. @note, unless NULL, becomes a
   sentence that says so, and what the file has lost (setuid and setgid bits, capabilities): caller
   owns it; set it to NULL before. What has several names, is a mount point, or lies in a folder
   that may not be written is written in place as well. Should that fail, the old content is put
   back. What is no regular file is written directly; so is an open descriptor that is named
   (/dev/stdout, /dev/fd/3), wherever it leads: such a file is continued and never replaced. SIGHUP,
   SIGINT, SIGQUIT and SIGTERM wait until all is written. */
gboolean am_file_write (const char *path, const char *data, gsize length, char **note,
                        GError **error);

/* Whether am_file_write() would make @path a file with this content, and not send it to what is
   there: a device, a pipe, an open descriptor. TRUE for what does not exist. */
gboolean am_file_is_replaced (const char *path);

/* Whether a FIFO, a device or a socket is at @path, or at the end of a link that it is. Nobody who
 * was not told to waits for one. */
gboolean am_file_is_special (const char *path);

/* @path as it really is: absolute, without links and dots. NULL, and errno, where there is nothing.
 * Caller owns it. */
char *am_file_real (const char *path);

/* The folder that @path lies in ("-": the current one), as it really is; NULL where there is none.
 * Caller owns it. */
char *am_file_folder (const char *path);
/* The same with the name of @path, which stays as it is, as a link is not what it leads to, and
   need not exist. NULL as well where @path ends with a slash. Caller owns it. */
char *am_file_place (const char *path);

/* What of @path is below @folder: "" for @folder itself, NULL where it is elsewhere. Both are real.
 * Borrowed from @path. */
const char *am_file_below (const char *path, const char *folder);

/* Whether both are names of one regular file, be it by way of links. NULL and "-" are names of
 * none. */
gboolean am_file_is_same (const char *a, const char *b);

/* Whether @path is a symbolic link that leads out of @folder, NULL for the one that it lies in; it
   need not lead to anything that exists. Who chose @path by its name alone is not to follow such a
   link. */
gboolean am_file_leads_out (const char *path, const char *folder);

/* Writes a new file at @path, whole or not at all. Where something has that name, be it a symbolic
   link that leads nowhere, it stays as it is: FALSE and G_FILE_ERROR_EXIST. Signals as above. */
gboolean am_file_create (const char *path, const char *data, gsize length, GError **error);

/* Writes everything to an open descriptor; @name is for the message. */
gboolean am_file_write_fd (int fd, const char *name, const char *data, gsize length,
                           GError **error);
