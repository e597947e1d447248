/* The table of commands, and which of them is meant. */

#pragma once

#include "command/options.h"

/* One a file: check.c and so on. */
extern const AmCommand am_command_check, am_command_completion, am_command_crux, am_command_diff,
    am_command_evaluate, am_command_format, am_command_help, am_command_list, am_command_new,
    am_command_render, am_command_rules, am_command_schema, am_command_solve, am_command_summary,
    am_command_why;

/* THE list of commands; NULL-terminated. */
extern const AmCommand *const am_commands[];

/* The command called @name; NULL when there is none, and that has been complained of. */
const AmCommand *am_command_find (const char *name);

/* "argmap --help". */
AmExit am_command_print_help (void);

/* complete.c, "argmap complete", which no list names. @arguments: the name of a shell, the index of
   the word with the cursor, and the words of the command line, the first of which is "argmap".
   Prints a line for each candidate: the word that would stand there, a tab, and what it is, which
   may be empty. After an empty word stands what files are wanted instead: "map", "file" or
   "folder". Whatever is wrong, it says nothing. */
AmExit am_complete (char **arguments);

/* The shells that ask it; NULL-terminated. */
extern const char *const am_complete_shells[];

/* Finds the command and runs it; handles --help and --version. */
AmExit am_command_main (int argc, char **argv);
