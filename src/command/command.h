/* What the subcommands share: the table of them, options, terminal, exit status. */

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

/* What the value of an option is, and of which type its place among the options of the command. */
typedef enum
{
  AM_OPTION_FLAG, /* gboolean */
  AM_OPTION_WORD, /* gint: which of the words; -1 when it was not given */
  AM_OPTION_NUMBER, /* gint from 0 up; -1 when it was not given */
  AM_OPTION_TEXT, /* char *, NULL when it was not given */
  AM_OPTION_FILE, /* as a text */
  AM_OPTION_FOLDER, /* as a text */
  AM_OPTION_FILES, /* char **, NULL when none was given: as often as one likes */
  AM_OPTION_SETTINGS, /* char **, NULL when none was given: RULE=LEVEL, as often as one likes */
} AmOptionKind;

typedef struct
{
  const char *name; /* without the dashes */
  char letter; /* or 0 */
  AmOptionKind kind;
  gsize offset; /* among the options of the command */
  const char *help;
  const char *placeholder; /* of the value, in help */
  const char *const *(*words) (void);
} AmOption;

/* What a command takes besides options. */
typedef enum
{
  AM_TAKES_NOTHING,
  AM_TAKES_MAPS,
  AM_TAKES_RULES,
  AM_TAKES_SHELL,
  AM_TAKES_COMMAND,
  AM_TAKES_NEW_FILE,
} AmTakes;

typedef struct
{
  const char *name;
  const char *summary; /* for the list of commands */
  const char *arguments; /* what follows the options: "PATH…" */
  const char *description; /* the end of its help */
  AmTakes takes;
  /* How many of the last arguments are never options; NULL: none. */
  guint (*operands) (int argc, char **argv);
  const AmOption *options; /* the last has no name; NULL when there are none */
  gsize size; /* of the options in memory */
  AmExit (*run) (gconstpointer options, char **arguments);
} AmCommand;

/* One a file: check.c and so on. */
extern const AmCommand am_command_check, am_command_completion, am_command_crux, am_command_diff, am_command_evaluate,
    am_command_format, am_command_help, am_command_list, am_command_new, am_command_render, am_command_rules, am_command_schema, am_command_solve,
    am_command_summary, am_command_why;

/* THE list of commands; NULL-terminated. */
extern const AmCommand *const am_commands[];

/* The command called @name; NULL when there is none, and that has been complained of. */
const AmCommand *am_command_find (const char *name);

/* The names of all commands, NULL-terminated; static. */
const char *const *am_command_names (void);

/* "argmap --help". */
AmExit am_command_print_help (void);

/* memory.c: from now on the program ends with a message and AM_EXIT_TROUBLE where GLib cannot allocate, and is not aborted. */
void am_memory_watch (void);

/* Finds the command and runs it; handles --help and --version. */
AmExit am_command_main (int argc, char **argv);

/* --- options.c --- */

/* Reads the options of @command and runs it with them; handles --help. */
AmExit am_command_run (const AmCommand *command, int argc, char **argv);

/* "argmap check: MESSAGE", and how to get help, on standard error. Returns AM_EXIT_TROUBLE. */
AmExit am_usage_error (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Whether @argument is no file and looks like an option, but does not begin with a hyphen of ASCII: "—strict". Word processors write so. */
gboolean am_is_option_written_otherwise (const char *argument);

/* The index of @value in @words (NULL-terminated); -1 and a usage error when it is none of them. */
int am_word_index (const char *command, const char *what, const char *value, const char *const *words);

/* --- terminal.c --- */

/* Writes to standard output; on failure says so on standard error and returns AM_EXIT_TROUBLE. */
AmExit am_print (const char *text, gsize length);

/* The name of a file on a line of its own on standard output. */
AmExit am_print_name (const char *path);

/* "argmap: MESSAGE" on standard error, cleaned of control characters. */
void am_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Text on standard error, without lines that a host would take for commands. */
void am_print_error (const char *text);

/* Between the two, what a library prints on standard output goes to standard error: it is kept for answers, so nothing may be
   printed by am_print(). A second am_output_release() does nothing. */
void am_output_hold (void);
void am_output_release (void);

/* Values of --color, in the order of am_colour_words() (NULL-terminated; static). */
typedef enum
{
  AM_COLOUR_AUTO, /* on a terminal, unless NO_COLOR or TERM=dumb speak against it */
  AM_COLOUR_ALWAYS,
  AM_COLOUR_NEVER,
} AmColourWhen;

const char *const *am_colour_words (void);

/* Whether @fd (1 or 2) was a terminal when this was first asked: what a worker prints goes through a pipe to where its parent
   prints, and is to look the same. */
gboolean am_is_terminal (int fd);

/* Whether to colour what goes to @fd (1 or 2). */
gboolean am_terminal_colour (AmColourWhen when, int fd);

/* Columns for prose on standard output: what COLUMNS says, else those of the terminal that it was at first, else 80. At least 20 and
   at most 100, which is as wide as prose reads well. */
guint am_terminal_width (void);

/* Columns for what is no prose on @fd (1 or 2): what COLUMNS says, else all that the terminal has; 0 when @fd is none. */
guint am_terminal_columns (int fd);

/* Help on standard output: lines that are wider than am_terminal_columns() are broken, and hang below what they explain. */
AmExit am_print_help (const char *text);

/* --- inputs.c --- */

/* Loads and checks the map at @path for a command that goes on only with a map that has no errors. AM_EXIT_OK: @loaded holds
   a map to work with. Otherwise the findings or the trouble have been printed on standard error; with @force a map with
   errors is good enough. */
AmExit am_input_open (const char *path, gboolean force, AmLoaded *loaded);

/* The errors in @report, which has been sorted, on standard error: for commands that stop at them. */
void am_input_show_errors (const AmReport *report);

/* The same for the place where a map may be, or not be yet: a file that is empty, or only white space (/dev/null), is a map without
   anything in it, not even a title. */
AmExit am_input_open_any (const char *path, gboolean force, AmLoaded *loaded);

/* The same of a text that is there already, called @name; takes @text. Prints nothing: whether it
   is a map, or not yet one, without errors. The errors are in the report. */
gboolean am_input_load_any (const char *name, char *text, gsize length, AmLoaded *loaded);

/* Something that was named and yields no map. */
typedef struct
{
  char *path;
  char *message; /* as it was complained of */
} AmTrouble;

/* A list of AmTrouble. Free with g_ptr_array_unref(). */
GPtrArray *am_troubles_new (void);

/* The maps that @path stands for: itself, or, of a directory, every *.argmap.json in it and below, sorted. Names that begin
   with a dot, symbolic links to directories, and what is no file (a FIFO) are passed over. AM_EXIT_TROUBLE, with the complaint
   printed and appended to @troubles (unless NULL), when a directory cannot be read or holds no map; what was found is appended
   all the same. */
AmExit am_input_expand (const char *path, GPtrArray *paths, GPtrArray *troubles);

/* The same without a word, for one who asks again and again. */
AmExit am_input_find (const char *path, GPtrArray *paths);

/* As am_input_expand(), for every path that the file @list ("-": standard input) names: one a line, or separated by NULs where
   there is one. In a list, - is a file of that name, and pipes and devices are refused. */
AmExit am_input_list (const char *list, GPtrArray *paths, GPtrArray *troubles);

/* Finds the claim or stakeholder called @word (model/naming.h); AM_NONE and TRUE where @word is NULL. FALSE when there is none, or more
   than one, and that has been complained of. */
gboolean am_input_find_entity (const AmMap *map, AmEntityKind kind, const char *word, guint32 *index);

/* Takes out of @paths (which own their strings) what names a file again, in whatever way. */
void am_input_drop_repeated (GPtrArray *paths);

static inline AmExit
am_exit_worse (AmExit a, AmExit b)
{
  return MAX (a, b);
}

/* --- outputs.c --- */

/* Writes @text to the file @path whole or not at all; NULL and "-" are standard output. What went wrong has been said. */
AmExit am_output_write (const char *path, const GString *text);

/* Chooses a format for the output @path (NULL and "-": standard output) of @command by the ending of its name. @formats: what the command
   writes, NULL-terminated; @option: by which one asks for a format. @format is the index of what was asked for, or -1, and becomes that
   of what the ending stands for; it stays -1 where that says nothing. AM_EXIT_TROUBLE where the command cannot write what
   the name says, or was asked for something else, and that has been said. */
AmExit am_output_choose (const AmCommand *command, const char *option, const char *path, const char *const *formats,
                         gint *format);

/* Whether @path is a file, and the same one as @input. Either may be "-", and @path NULL. */
gboolean am_output_is (const char *path, const char *input);

G_END_DECLS
