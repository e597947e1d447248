/* argmap check: what is wrong with maps. */

#include "check/check.h"
#include "command/command.h"
#include "report/findings-text.h"

#include <unistd.h>

typedef struct
{
  gboolean strict;
  gboolean colour;
  AmTally tally;
} Check;

/* A file's findings are printed before the next is read: many files need no more memory than the largest. */
static AmExit
check_file (Check *check, const char *path)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!am_load_file (path, NULL, &loaded, &error))
    {
      am_complain ("%s", error->message);
      return AM_EXIT_TROUBLE;
    }
  if (loaded.map != NULL)
    am_check (loaded.map, loaded.report);
  else
    am_report_sort (loaded.report);
  am_tally_add (&check->tally, loaded.report);
  am_findings_text (loaded.report, AM_LEVEL_WARNING, check->colour, text);
  AmExit printed = am_print (text->str, text->len);
  gboolean failed = am_report_has_errors (loaded.report)
                    || (check->strict && loaded.report->counts[AM_LEVEL_WARNING] > 0);
  return am_exit_worse (printed, failed ? AM_EXIT_FINDINGS : AM_EXIT_OK);
}

static AmExit
check_all (Check *check, char **arguments)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  AmExit status = AM_EXIT_OK;

  for (char **argument = arguments; *argument != NULL; argument++)
    status = am_exit_worse (status, am_input_expand (*argument, paths));
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, check_file (check, g_ptr_array_index (paths, i)));
  if (check->tally.files == 0)
    return status;
  am_findings_text_tally (&check->tally, check->colour, text);
  return am_exit_worse (status, am_print (text->str, text->len));
}

AmExit
am_command_check (int argc, char **argv)
{
  Check check = { 0 };
  g_autofree char *color = NULL;
  g_auto (GStrv) arguments = NULL;
  AmExit status = AM_EXIT_OK;
  const GOptionEntry entries[] = {
    { "strict", 0, 0, G_OPTION_ARG_NONE, &check.strict, "Fail on warnings too", NULL },
    { "color", 0, 0, G_OPTION_ARG_STRING, &color, "Colour the report: auto (default), always or never", "WHEN" },
    G_OPTION_ENTRY_NULL,
  };

  if (!am_options_parse (argc, argv, entries,
                         "PATH is a map, a directory (every *.argmap.json in it and below), or - for standard input.\n"
                         "Exit status: 0 no errors; 1 errors, or with --strict warnings; 2 something could not be read.",
                         &arguments, &status))
    return status;
  int when = color != NULL ? am_option_word ("check", "--color", color, am_colour_words) : AM_COLOUR_AUTO;
  if (when < 0)
    return AM_EXIT_TROUBLE;
  if (arguments[0] == NULL)
    return am_usage_error ("check", "name a map or a directory of maps");
  check.colour = am_terminal_colour ((AmColourWhen) when, STDOUT_FILENO);
  return check_all (&check, arguments);
}
