/* argmap diff as git's external diff: git hands over seven arguments or more, and ends its own run
   where the program that it calls does not end with status 0. */

#pragma once

#include "command/diff-maps.h"

/* How many of the last arguments in @argv are those of git, whatever they look like; 0 where git
   did not call. */
guint am_diff_git_operands (int argc, char **argv);

/* Whether git calls with these arguments. */
gboolean am_diff_is_git (char **arguments);

/* Shows what changed: as maps where both are, else the errors in short and the lines that differ.
   AM_EXIT_TROUBLE only when that cannot be printed. */
AmExit am_diff_git (char **arguments, const AmDiffOptions *options);
