#include "command/options.h"

#include "base/lookalike.h"
#include "base/nearest.h"
#include "base/text.h"
#include "command/terminal.h"
#include "model/synonyms.h"

#include <string.h>

AmExit
am_usage_error (const char *command, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *clean = am_text_clean (message);
  g_autofree char *text =
      command != NULL
          ? g_strdup_printf ("argmap %s: %s\nTry \"argmap %s --help\".\n", command, clean, command)
          : g_strdup_printf ("argmap: %s\nTry \"argmap --help\".\n", clean);
  am_print_error (text);
  return AM_EXIT_TROUBLE;
}

int
am_word_index (const char *command, const char *what, const char *value, const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], value))
      return i;
  g_autofree char *list = g_strjoinv (", ", (char **) words);
  g_autofree char *question = am_nearest_ask (value, am_synonym_guess (value, words));
  if (question != NULL)
    am_usage_error (command, "%s cannot be \"%s\"; %s It is one of %s", what, value, question,
                    list);
  else
    am_usage_error (command, "%s cannot be \"%s\"; it is one of %s", what, value, list);
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

/* What @option is taken for by a reader: dashes of all kinds are hyphens. Caller owns it. */
static char *
seen_of (const char *option)
{
  return g_utf8_validate (option, -1, NULL) ? am_lookalike_skeleton (option) : g_strdup (option);
}

/* The option that was meant, with its dashes. Caller owns it; NULL where there is none. */
static char *
find_meant (const char *seen, const AmOption *options)
{
  const char *name = seen + strspn (seen, "-");
  AmNearest nearest;

  am_nearest_init (&nearest, name);
  for (const AmOption *option = options; option != NULL && option->name != NULL; option++)
    {
      if (name[0] == option->letter && name[0] != '\0' && name[1] == '\0')
        return g_strdup_printf ("-%c", option->letter);
      am_nearest_offer (&nearest, option->name, 0);
    }
  if (g_str_equal (name, "h"))
    return g_strdup ("-h");
  am_nearest_offer (&nearest, "help", 0);
  return nearest.best != NULL && strlen (name) > 1 ? g_strconcat ("--", nearest.best, NULL) : NULL;
}

static AmExit
complain_of_option (const char *command, const char *given, const AmOption *options)
{
  g_autofree char *written = g_strndup (given, strcspn (given, "="));
  g_autofree char *seen = seen_of (written), *meant = find_meant (seen, options),
                  *why = am_nearest_why (written, meant);

  if (meant != NULL)
    return am_usage_error (command, "there is no option %s; did you mean %s?%s%s%s", written, meant,
                           why != NULL ? " (" : "", why != NULL ? why : "", why != NULL ? ")" : "");
  return am_usage_error (command, "there is no option %s%s%s", written, why != NULL ? ": " : "",
                         why != NULL ? why : "");
}

gboolean
am_is_option_written_otherwise (const char *argument)
{
  if (argument[0] == '-' || g_str_is_ascii (argument) || g_file_test (argument, G_FILE_TEST_EXISTS))
    return FALSE;
  g_autofree char *seen = seen_of (argument);
  return seen[0] == '-' && g_ascii_isalpha (seen[strspn (seen, "-")]);
}

/* How many arguments follow "--". */
static guint
count_plain (int argc, char **argv)
{
  int i = 0;

  while (i < argc && !g_str_equal (argv[i], "--"))
    i++;
  return (guint) MAX (argc - i - 1, 0);
}

/* An argument that only looks like an option would be taken for the name of a file, and the option
   would be missing. The last @plain were said to be none. */
static const char *
find_misread_option (char **arguments, guint plain)
{
  guint count = g_strv_length (arguments);

  for (guint i = 1; i + plain < count; i++)
    if (am_is_option_written_otherwise (arguments[i]))
      return arguments[i];
  return NULL;
}

/* GLib does not take -Tsvg: it becomes -T svg. Free with g_strfreev(). */
static char **
split_letters (int argc, char **argv, const AmOption *entries)
{
  g_autoptr (GStrvBuilder) split = g_strv_builder_new ();
  gboolean options = TRUE;

  for (int i = 0; i < argc; i++)
    {
      const char *value = NULL;
      options = options && !g_str_equal (argv[i], "--");
      for (const AmOption *entry = entries; entry != NULL && entry->name != NULL && options;
           entry++)
        if (entry->letter != 0 && entry->kind != AM_OPTION_FLAG && argv[i][0] == '-'
            && argv[i][1] == entry->letter)
          value = argv[i] + 2;
      if (value == NULL || value[0] == '\0')
        {
          g_strv_builder_add (split, argv[i]);
          continue;
        }
      g_autofree char *letter = g_strndup (argv[i], 2);
      g_strv_builder_add_many (split, letter, value, NULL);
    }
  return g_strv_builder_end (split);
}

/* The arguments after the command's name, of which the first "--" only says that no options follow,
   then @operands. Free with g_strfreev(). */
static char **
arguments_of (char **left, char **operands)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  gboolean seen = FALSE;

  for (guint i = 1; left[i] != NULL; i++)
    if (!seen && g_str_equal (left[i], "--"))
      seen = TRUE;
    else
      g_strv_builder_add (arguments, left[i]);
  g_strv_builder_addv (arguments, (const char **) operands);
  return g_strv_builder_end (arguments);
}

static AmExit
print_help (GOptionContext *context, const char *command)
{
  g_autofree char *program = g_strdup_printf ("argmap %s", command);
  g_set_prgname (program);
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  return am_print_help (help);
}

/* --- from the table to GLib and back --- */

#define MOST_OPTIONS 40
#define NOT_GIVEN G_MININT /* of a number, while GLib reads */

/* The options of one call. */
typedef struct
{
  const AmCommand *command;
  char *values; /* laid out as the table says */
  char *words[MOST_OPTIONS]; /* as they were given */
  GOptionEntry entries[MOST_OPTIONS + 1];
} Call;

static GOptionArg
argument_type (AmOptionKind kind)
{
  if (kind == AM_OPTION_FLAG)
    return G_OPTION_ARG_NONE;
  if (kind == AM_OPTION_NUMBER)
    return G_OPTION_ARG_INT;
  /* the bytes as they are: for others GLib wants to know a locale, and we set none */
  return kind == AM_OPTION_FILES || kind == AM_OPTION_SETTINGS ? G_OPTION_ARG_FILENAME_ARRAY
                                                               : G_OPTION_ARG_FILENAME;
}

static gpointer
place (const Call *call, const AmOption *option)
{
  return call->values + option->offset;
}

static void
call_init (Call *call, const AmCommand *command)
{
  *call = (Call){ .command = command, .values = g_malloc0 (MAX (command->size, 1)) };
  for (guint i = 0; command->options != NULL && command->options[i].name != NULL; i++)
    {
      const AmOption *option = &command->options[i];
      g_assert (i < MOST_OPTIONS);
      if (option->kind == AM_OPTION_WORD || option->kind == AM_OPTION_NUMBER)
        *(gint *) place (call, option) = option->kind == AM_OPTION_WORD ? -1 : NOT_GIVEN;
      call->entries[i] = (GOptionEntry){ option->name,
                                         option->letter,
                                         0,
                                         argument_type (option->kind),
                                         option->kind == AM_OPTION_WORD ? (gpointer) &call->words[i]
                                                                        : place (call, option),
                                         option->help,
                                         option->placeholder };
    }
}

static void
call_clear (Call *call)
{
  for (guint i = 0; call->entries[i].long_name != NULL; i++)
    {
      const AmOption *option = &call->command->options[i];
      g_free (call->words[i]);
      if (option->kind == AM_OPTION_SETTINGS || option->kind == AM_OPTION_FILES)
        g_strfreev (*(char ***) place (call, option));
      else if (option->kind >= AM_OPTION_TEXT && option->kind <= AM_OPTION_FOLDER)
        g_free (*(char **) place (call, option));
    }
  g_free (call->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* A file may have any name; everything else is compared with what is in maps, or goes into one. */
static gboolean
check_text (const Call *call, const AmOption *option)
{
  gboolean compared = option->kind >= AM_OPTION_TEXT && option->kind <= AM_OPTION_TAG;
  const char *text = compared ? *(char **) place (call, option) : NULL;

  if (text == NULL || (g_utf8_validate (text, -1, NULL) && !am_text_is_unseen (text)))
    return TRUE;
  g_autofree char *why =
      g_utf8_validate (text, -1, NULL) ? am_lookalike_remark (text, "what is written") : NULL;
  if (!g_utf8_validate (text, -1, NULL))
    am_usage_error (call->command->name, "--%s takes a text, and this is not UTF-8", option->name);
  else
    am_usage_error (call->command->name, "--%s takes a text, and this is empty%s%s", option->name,
                    why != NULL ? ": " : "", why != NULL ? why : "");
  return FALSE;
}

/* What GLib does not check. */
static gboolean
check_values (const Call *call)
{
  for (guint i = 0; call->entries[i].long_name != NULL; i++)
    {
      const AmOption *option = &call->command->options[i];
      g_autofree char *dashed = g_strconcat ("--", option->name, NULL);
      gint *value = place (call, option);

      if (call->words[i] != NULL
          && (*value = am_word_index (call->command->name, dashed, call->words[i], option->words))
                 < 0)
        return FALSE;
      if (option->kind == AM_OPTION_NUMBER && *value == NOT_GIVEN)
        *value = -1;
      else if (option->kind == AM_OPTION_NUMBER && *value < 0)
        {
          am_usage_error (call->command->name, "%s takes a number from 0 up", dashed);
          return FALSE;
        }
      else if (!check_text (call, option))
        return FALSE;
    }
  return TRUE;
}

AmExit
am_command_run (const AmCommand *command, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_auto (Call) call = { 0 };
  char **operands = argv + argc;

  operands -= command->operands != NULL ? command->operands (argc, argv) : 0;
  argc = (int) (operands - argv);
  call_init (&call, command);
  g_option_context_set_help_enabled (context, FALSE); /* GLib's own would exit */
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->description);
  g_option_context_add_main_entries (context, call.entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  if (asks_for_help (argc, argv))
    return print_help (context, command->name);
  g_auto (GStrv) left = split_letters (argc, argv, command->options);
  if (!g_option_context_parse_strv (context, &left, &error))
    {
      const char *given = strstr (error->message, " -");
      if (given != NULL && g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return complain_of_option (command->name, given + 1, command->options);
      return am_usage_error (command->name, "%s", error->message);
    }
  const char *misread = find_misread_option (left, count_plain (argc, argv));
  if (misread != NULL)
    return complain_of_option (command->name, misread, command->options);
  if (!check_values (&call))
    return AM_EXIT_TROUBLE;
  g_auto (GStrv) arguments = arguments_of (left, operands);
  if (command->takes == AM_TAKES_NOTHING && arguments[0] != NULL)
    return am_usage_error (command->name, "it takes no arguments");
  return command->run (call.values, arguments);
}
