#include "command/command.h"

#include "base/text.h"

#include <string.h>

AmExit
am_usage_error (const char *command, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *clean = am_text_clean (message);
  g_autofree char *text = command != NULL ? g_strdup_printf ("argmap %s: %s\nTry \"argmap %s --help\".\n", command, clean, command)
                                          : g_strdup_printf ("argmap: %s\nTry \"argmap --help\".\n", clean);
  am_print_error (text);
  return AM_EXIT_TROUBLE;
}

int
am_option_word (const char *command, const char *option, const char *value, const char *const *words)
{
  AmNearest nearest;

  am_nearest_init (&nearest, value);
  for (int i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], value))
        return i;
      am_nearest_offer (&nearest, words[i], 0);
    }
  g_autofree char *list = g_strjoinv (", ", (char **) words);
  if (nearest.best != NULL)
    am_usage_error (command, "%s cannot be \"%s\"; did you mean \"%s\"? It is one of %s", option, value, nearest.best, list);
  else
    am_usage_error (command, "%s cannot be \"%s\"; it is one of %s", option, value, list);
  return -1;
}

static const GOptionEntry common[] = {
  { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, "Show this help", NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;
  return FALSE;
}

static const AmCommand *
find_command (const char *name)
{
  for (const AmCommand *command = am_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

static void
suggest_option (const char *command, const char *message, const GOptionEntry *entries)
{
  const char *given = strrchr (message, ' ');
  given = given != NULL ? given + 1 : message;
  while (*given == '-')
    given++;
  g_autofree char *name = g_strdup (given);
  name[strcspn (name, "=")] = '\0';

  AmNearest nearest;
  am_nearest_init (&nearest, name);
  for (; entries->long_name != NULL; entries++)
    am_nearest_offer (&nearest, entries->long_name, 0);
  am_nearest_offer (&nearest, "help", 0);
  if (nearest.best != NULL && strlen (name) > 1)
    am_usage_error (command, "there is no option --%s; did you mean --%s?", name, nearest.best);
  else
    am_usage_error (command, "there is no option %s%s", strlen (name) > 1 ? "--" : "-", name);
}

/* GLib does not take -Tsvg: it becomes -T svg. Free with g_strfreev(). */
static char **
split_short_options (int argc, char **argv, const GOptionEntry *entries)
{
  g_autoptr (GPtrArray) split = g_ptr_array_new ();
  gboolean options = TRUE;

  for (int i = 0; i < argc; i++)
    {
      const char *value = NULL;
      options = options && !g_str_equal (argv[i], "--");
      for (const GOptionEntry *entry = entries; entry->long_name != NULL && options; entry++)
        if (entry->short_name != 0 && entry->arg != G_OPTION_ARG_NONE && argv[i][0] == '-' && argv[i][1] == entry->short_name)
          value = argv[i] + 2;
      if (value == NULL || value[0] == '\0')
        {
          g_ptr_array_add (split, g_strdup (argv[i]));
          continue;
        }
      g_ptr_array_add (split, g_strndup (argv[i], 2));
      g_ptr_array_add (split, g_strdup (value));
    }
  g_ptr_array_add (split, NULL);
  return (char **) g_ptr_array_steal (split, NULL);
}

/* The arguments after the command's name; the first "--" only says that no options follow. Free with g_strfreev(). */
static char **
without_dashes (char **left)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  gboolean seen = FALSE;

  for (guint i = 1; left[i] != NULL; i++)
    {
      if (!seen && g_str_equal (left[i], "--"))
        seen = TRUE;
      else
        g_ptr_array_add (arguments, g_strdup (left[i]));
    }
  g_ptr_array_add (arguments, NULL);
  return (char **) g_ptr_array_steal (arguments, NULL);
}

static AmExit
print_help (GOptionContext *context, const char *command)
{
  g_autofree char *program = g_strdup_printf ("argmap %s", command);
  g_set_prgname (program);
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  return am_print (help, strlen (help));
}

gboolean
am_options_parse (int argc, char **argv, const GOptionEntry *entries, const char *description, char ***arguments,
                  AmExit *status)
{
  const AmCommand *command = find_command (argv[0]);
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE); /* GLib's own would exit */
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  if (asks_for_help (argc, argv))
    {
      *status = print_help (context, command->name);
      return FALSE;
    }
  g_auto (GStrv) left = split_short_options (argc, argv, entries);
  if (!g_option_context_parse_strv (context, &left, &error))
    {
      *status = AM_EXIT_TROUBLE;
      if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        suggest_option (command->name, error->message, entries);
      else
        am_usage_error (command->name, "%s", error->message);
      return FALSE;
    }
  *arguments = without_dashes (left);
  return TRUE;
}
