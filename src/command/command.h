/* What the subcommands share: the table of them, options, terminal, exit status. Floor 6: the only code that reads argv,
   prints, or knows a terminal. */

#pragma once

#include "load/load.h"

G_BEGIN_DECLS

/* The exit status: the worst of what happened. */
typedef enum
{
  AM_EXIT_OK = 0,
  AM_EXIT_FINDINGS = 1, /* a map has findings at the failing level */
  AM_EXIT_TROUBLE = 2, /* it could not be done: usage, missing file, unwritable output */
} AmExit;

typedef struct
{
  const char *name;
  const char *summary; /* for the list of commands */
  const char *arguments; /* what follows the options: "PATH…" */
  AmExit (*run) (int argc, char **argv); /* argv[0] is the command's name */
} AmCommand;

/* THE list of commands; the last has no name. */
extern const AmCommand am_commands[];

AmExit am_command_check (int argc, char **argv);
AmExit am_command_rules (int argc, char **argv);
AmExit am_command_schema (int argc, char **argv);
AmExit am_command_render (int argc, char **argv);
AmExit am_command_summary (int argc, char **argv);

/* Finds the command and runs it; handles --help and --version. */
AmExit am_command_main (int argc, char **argv);

/* --- options.c --- */

/* Parses the options of the command argv[0]; @entries ends with G_OPTION_ENTRY_NULL and need not name --help. What is left
   is in @arguments (free with g_strfreev()). FALSE when the command is to end at once with @status: help was printed, or the
   usage was wrong. */
gboolean am_options_parse (int argc, char **argv, const GOptionEntry *entries, const char *description,
                           char ***arguments, AmExit *status);

/* "argmap check: MESSAGE", and how to get help, on standard error. Returns AM_EXIT_TROUBLE. */
AmExit am_usage_error (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The index of @value in @words (NULL-terminated); -1 and a usage error when it is none of them. */
int am_option_word (const char *command, const char *option, const char *value, const char *const *words);

/* --- terminal.c --- */

/* Writes to standard output; on failure says so on standard error and returns AM_EXIT_TROUBLE. */
AmExit am_print (const char *text, gsize length);

/* "argmap: MESSAGE" on standard error, cleaned of control characters. */
void am_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Text as it is, on standard error. */
void am_print_error (const char *text);

/* Values of --color, in the order of am_colour_words (NULL-terminated). */
typedef enum
{
  AM_COLOUR_AUTO, /* on a terminal, unless NO_COLOR or TERM=dumb speak against it */
  AM_COLOUR_ALWAYS,
  AM_COLOUR_NEVER,
} AmColourWhen;

extern const char *const am_colour_words[];

/* Whether to colour what goes to @fd (1 or 2). */
gboolean am_terminal_colour (AmColourWhen when, int fd);

/* Columns of the terminal on standard output, or 80; at least 40 and at most 100, which is as wide as prose reads well. */
guint am_terminal_width (void);

/* --- inputs.c --- */

/* Loads and checks the map at @path for a command that goes on only with a map that has no errors. AM_EXIT_OK: @loaded holds
   a map to work with. Otherwise the findings or the trouble have been printed on standard error; with @force a map with
   errors is good enough. */
AmExit am_input_open (const char *path, gboolean force, AmLoaded *loaded);

/* The maps that @path stands for: itself, or, of a directory, every *.argmap.json in it and below, sorted. Names that begin
   with a dot and symbolic links to directories are passed over. AM_EXIT_TROUBLE, with the complaint printed, when a directory
   cannot be read or holds no map; what was found is appended all the same. */
AmExit am_input_expand (const char *path, GPtrArray *paths);

/* As am_input_expand(), for every path that the file @list ("-": standard input) names: one a line, or separated by NULs where
   there is one. */
AmExit am_input_list (const char *list, GPtrArray *paths);

static inline AmExit
am_exit_worse (AmExit a, AmExit b)
{
  return MAX (a, b);
}

G_END_DECLS
