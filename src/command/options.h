/* The command line of a command: the table of its options, reading them, and errors of usage. */

#pragma once

#include "command/exit.h"

/* What the value of an option is, and of which type its place among the options of the command.
   Those from AM_OPTION_TEXT to AM_OPTION_FOLDER have a text of their own. */
typedef enum
{
  AM_OPTION_FLAG, /* gboolean */
  AM_OPTION_WORD, /* gint: which of the words; -1 when it was not given */
  AM_OPTION_NUMBER, /* gint from 0 up; -1 when it was not given */
  AM_OPTION_TEXT, /* char *, NULL when it was not given */
  AM_OPTION_CLAIM, /* as a text: of a map, as the next two */
  AM_OPTION_STAKEHOLDER,
  AM_OPTION_TAG,
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
  const char *const *words; /* NULL-terminated */
} AmOption;

/* What a command takes besides options. */
typedef enum
{
  AM_TAKES_NOTHING,
  AM_TAKES_MAPS,
  AM_TAKES_MAP_AND_CLAIMS,
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

/* Reads the options of @command and runs it with them; handles --help. */
AmExit am_command_run (const AmCommand *command, int argc, char **argv);

/* "argmap check: MESSAGE", and how to get help, on standard error. @command may be NULL. Returns
 * AM_EXIT_TROUBLE. */
AmExit am_usage_error (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Whether @argument is no file and looks like an option, but does not begin with a hyphen of ASCII:
 * "—strict". Word processors write so. */
gboolean am_is_option_written_otherwise (const char *argument);

/* The index of @value in @words (NULL-terminated); -1 and a usage error when it is none of them. */
int am_word_index (const char *command, const char *what, const char *value,
                   const char *const *words);
