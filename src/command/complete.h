/* "argmap complete", which is hidden: shells ask it what may stand at the cursor. */

#pragma once

#include "command/exit.h"

G_BEGIN_DECLS

/* The shells that can ask, NULL-terminated; static. */
const char *const *am_complete_shells (void);

/* @arguments: the name of a shell, the index of the word with the cursor, and the words of the
   command line, the first of which is "argmap". Prints a line for each candidate: the word that
   would stand there, a tab, and what it is, which may be empty. After an empty word stands what
   files are wanted instead: "map", "file" or "folder". Whatever is wrong, it says nothing. */
AmExit am_complete (char **arguments);

G_END_DECLS
