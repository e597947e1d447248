/* Files that commands write, and what their names say of the format. */

#pragma once

#include "command/exit.h"

/* Writes @text to the file @path whole or not at all; NULL and "-" are standard output. What went
 * wrong has been said. */
AmExit am_output_write (const char *path, const GString *text);

/* Chooses a format for the output @path (NULL and "-": standard output) of @command by the ending
   of its name. @formats: what the command writes, NULL-terminated; @option: by which one asks for a
   format. @format is the index of what was asked for, or -1, and becomes that of what the ending
   stands for; it stays -1 where that says nothing. AM_EXIT_TROUBLE where the command cannot write
   what the name says, or was asked for something else, and that has been said. */
AmExit am_output_choose (const char *command, const char *option, const char *path,
                         const char *const *formats, gint *format);
