/* argmap help: what commands do, on the terminal and for their manual pages. */

#include "command/command.h"
#include "command/terminal.h"

#include <string.h>

/* What the command line says. */
typedef struct
{
  gboolean scdoc;
} Options;

/* --- as the head of a manual page --- */

/* The characters that mean something to scdoc. */
static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\*_~`<>[]#|+", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

static void
append_option (GString *out, const AmOption *option)
{
  g_string_append (out, "*");
  if (option->letter != 0)
    g_string_append_printf (out, "-%c*, *", option->letter);
  g_string_append_printf (out, "--%s*", option->name);
  if (option->placeholder != NULL)
    {
      g_string_append (out, "=_");
      append_escaped (out, option->placeholder);
      g_string_append_c (out, '_');
    }
  g_string_append (out, "\n\t");
  append_escaped (out, option->help);
  g_string_append (out, ".\n\n");
}

/* The lines of a description are sentences, but for those that are indented: they are typed. */
static void
append_description (GString *out, const char *description)
{
  g_auto (GStrv) lines = g_strsplit (description, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == ' ')
        {
          g_string_append_printf (out, "\n```\n%s\n```\n\n", g_strstrip (*line));
          continue;
        }
      g_string_append (out, g_str_has_prefix (*line, "Exit status") ? "\n" : "");
      append_escaped (out, *line);
      g_string_append_c (out, '\n');
    }
}

static void
write_page (const AmCommand *command, GString *out)
{
  g_string_append_printf (out, "argmap-%s(1)\n\n# NAME\n\nargmap-%s - ", command->name,
                          command->name);
  append_escaped (out, command->summary);
  g_string_append_printf (out, "\n\n# SYNOPSIS\n\n*argmap %s*", command->name);
  if (command->options != NULL)
    g_string_append (out, " \\[_OPTION_…\\]");
  g_string_append_c (out, ' ');
  append_escaped (out, command->arguments);
  g_string_append (out, "\n\n# DESCRIPTION\n\n");
  append_description (out, command->description);
  g_string_append (out, "\n# OPTIONS\n\n");
  for (const AmOption *option = command->options; option != NULL && option->name != NULL; option++)
    append_option (out, option);
  g_string_append (out, "*-h*, *--help*\n\tShow this help.\n\n");
}

/* Of argmap itself: the list of commands. */
static void
write_overview (GString *out)
{
  g_string_append (out, "argmap(1)\n\n# NAME\n\nargmap - argument maps of policy debates: checked, "
                        "drawn and summed up\n\n# SYNOPSIS\n\n"
                        "*argmap* _COMMAND_ \\[_OPTION_…\\] _MAP_…\n\n# COMMANDS\n\n");
  for (guint i = 0; am_commands[i] != NULL; i++)
    {
      g_string_append_printf (out, "*argmap-%s*(1)\n\t", am_commands[i]->name);
      append_escaped (out, am_commands[i]->summary);
      g_string_append (out, ".\n\n");
    }
}

/* --- the command --- */

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  const AmCommand *command = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (arguments[0] != NULL && arguments[1] != NULL)
    return am_usage_error ("help", "name one command");
  if (arguments[0] != NULL && (command = am_command_find (arguments[0])) == NULL)
    return AM_EXIT_TROUBLE;
  if (!options->scdoc && command == NULL)
    return am_command_print_help ();
  if (!options->scdoc)
    {
      char *asked[] = { arguments[0], (char *) "--help", NULL };
      return am_command_run (command, 2, asked);
    }
  if (command != NULL)
    write_page (command, out);
  else
    write_overview (out);
  return am_print (out->str, out->len);
}

static const AmOption option_table[] = {
  { "scdoc", 0, AM_OPTION_FLAG, offsetof (Options, scdoc),
    "Print the head of the manual page, as source for scdoc(1)", NULL, NULL },
  { 0 },
};

const AmCommand am_command_help = {
  .name = "help",
  .summary = "Show what argmap does, or one of its commands",
  .arguments = "[COMMAND]",
  .description = "Exit status: 0 shown; 2 there is no such command.",
  .takes = AM_TAKES_COMMAND,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
