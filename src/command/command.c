/* Which command is meant. */

#include "command/command.h"

#include "base/nearest.h"
#include "command/terminal.h"
#include "draw/draw.h"
#include "framework/sat.h"
#include "load/load.h"

#include <string.h>

const AmCommand *const am_commands[] = {
  &am_command_new,    &am_command_check,    &am_command_format,     &am_command_rules,
  &am_command_schema, &am_command_render,   &am_command_summary,    &am_command_diff,
  &am_command_list,   &am_command_evaluate, &am_command_why,        &am_command_crux,
  &am_command_solve,  &am_command_help,     &am_command_completion, NULL,
};

AmExit
am_command_print_help (void)
{
  g_autoptr (GString) text = g_string_new (
      "Usage:\n  argmap COMMAND [OPTION…] MAP…\n\n"
      "Argument maps of policy debates: checked, drawn and summed up.\n\nCommands:\n");

  for (guint i = 0; am_commands[i] != NULL; i++)
    g_string_append_printf (text, "  %-10s %s\n", am_commands[i]->name, am_commands[i]->summary);
  g_string_append (text, "\nOptions:\n  -h, --help     Show this help, or with a command its own\n"
                         "  -V, --version  Show the versions of argmap and its libraries\n\n"
                         "Exit status: 0 fine; 1 a map has findings; 2 it could not be done.\n");
  return am_print_help (text->str);
}

static AmExit
print_version (void)
{
  g_autofree char *text =
      g_strdup_printf ("argmap %s\n%s%sGLib %u.%u.%u\ncJSON %s\n%s\n%s\n", ARGMAP_VERSION,
                       ARGMAP_PACKAGE, ARGMAP_PACKAGE[0] != '\0' ? "\n" : "", glib_major_version,
                       glib_minor_version, glib_micro_version, am_load_library_version (),
                       am_draw_library_version (), am_sat_library_version ());
  return am_print (text, strlen (text));
}

static AmExit
complain_of (const char *name)
{
  AmNearest nearest;
  gboolean option = name[0] == '-' || am_is_option_written_otherwise (name);
  const char *what = option ? "option" : "command";

  am_nearest_init (&nearest, name);
  for (guint i = 0; am_commands[i] != NULL && !option; i++)
    am_nearest_offer (&nearest, am_commands[i]->name, 0);
  if (option)
    {
      am_nearest_offer (&nearest, "--help", 0);
      am_nearest_offer (&nearest, "--version", 0);
    }
  g_autofree char *question = am_nearest_end (name, nearest.best);
  return am_usage_error (NULL, "there is no %s %s%s", what, name, question);
}

static gboolean
is_one_of (const char *argument, const char *long_name, const char *short_name)
{
  return g_str_equal (argument, long_name) || g_str_equal (argument, short_name);
}

const AmCommand *
am_command_find (const char *name)
{
  for (guint i = 0; am_commands[i] != NULL; i++)
    if (g_str_equal (am_commands[i]->name, name))
      return am_commands[i];
  complain_of (name);
  return NULL;
}

AmExit
am_command_main (int argc, char **argv)
{
  am_memory_watch ();
  if (argc < 2)
    return am_usage_error (NULL, "name a command");
  if (is_one_of (argv[1], "--help", "-h"))
    return am_command_print_help ();
  if (is_one_of (argv[1], "--version", "-V"))
    return print_version ();
  if (g_str_equal (argv[1], "complete"))
    return am_complete (argv + 2);
  const AmCommand *command = am_command_find (argv[1]);
  return command != NULL ? am_command_run (command, argc - 1, argv + 1) : AM_EXIT_TROUBLE;
}
