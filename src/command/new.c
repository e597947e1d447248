/* argmap new: a map to begin with. */

#include "base/character.h"
#include "base/file.h"
#include "base/text.h"
#include "command/command.h"
#include "command/outputs.h"
#include "command/terminal.h"
#include "report/starter/starter.h"

#include <string.h>
#include <unistd.h>

/* What the command line says. */
typedef struct
{
  char *title, *question;
  gboolean empty;
} Options;

/* What every command would complain of in a title or a question, or show otherwise than it was
 * written. */
static gboolean
is_line (const char *text)
{
  if (am_text_is_unseen (text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (am_character_is_unsafe (g_utf8_get_char (p)) && !am_character_is_hint (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* @path as one types it in a shell. Caller owns it. */
static char *
shell_word (const char *path)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/+-";
  g_autofree char *safe = g_strconcat (path[0] == '-' ? "./" : "", path, NULL);

  return strspn (safe, plain) == strlen (safe) ? g_steal_pointer (&safe) : g_shell_quote (safe);
}

/* Under a title or a question of one's own the example is about something else, which scripts are
 * to know as well. */
static void
warn_of_example (const Options *options)
{
  if (!options->empty && (options->title != NULL || options->question != NULL))
    am_print_error (options->title != NULL
                        ? "The claims under that title are an example from another debate, to "
                          "write over; --empty writes a skeleton instead.\n"
                        : "The claims under that question are an example from another debate, to "
                          "write over; --empty writes a skeleton instead.\n");
}

/* Whoever has begun a map at a terminal is told how to go on; scripts are not. */
static void
write_what_next (const char *path)
{
  if (!am_is_terminal (STDERR_FILENO))
    return;
  if (path == NULL)
    {
      am_print_error ("To have this in a file: argmap new debate.argmap.json\n");
      return;
    }
  g_autofree char *word = shell_word (path);
  g_autofree char *clean = am_text_clean (word);
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_append_printf (
      text, "%s is a small map to write over. Then:\n  argmap check %s\n  argmap render %s\n",
      clean, clean, clean);
  if (!g_str_has_suffix (path, ".argmap.json"))
    g_string_append (
        text, "In folders argmap looks for names that end with .argmap.json; this one does not.\n");
  am_print_error (text->str);
}

static AmExit
create (const Options *options, const char *path, const GString *map)
{
  g_autoptr (GError) error = NULL;

  if (am_file_create (path, map->str, map->len, &error))
    {
      warn_of_example (options);
      write_what_next (path);
      return AM_EXIT_OK;
    }
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    return am_complain ("%s is there already, and new replaces nothing", path);
  return am_complain ("%s", error->message);
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  static const char *const formats[] = { "map", NULL };
  const char *path = arguments[0];
  gint map_format = 0;
  g_autoptr (GString) map = g_string_new (NULL);

  if (path != NULL && arguments[1] != NULL)
    return am_usage_error ("new", "name one file");
  if (path != NULL && path[0] == '\0')
    return am_usage_error ("new", "the name of the file is empty");
  if (options->title != NULL && !is_line (options->title))
    return am_usage_error ("new", "--title takes one line that can be read");
  if (options->question != NULL && !is_line (options->question))
    return am_usage_error ("new", "--question takes one line that can be read");
  if (am_output_choose ("new", NULL, path, formats, &map_format) != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  am_starter_write (&(AmStarter){ options->empty, options->title, options->question }, map);
  if (path != NULL && !g_str_equal (path, "-"))
    return create (options, path, map);
  AmExit status = am_print (map->str, map->len);
  if (status == AM_EXIT_OK)
    warn_of_example (options);
  if (status == AM_EXIT_OK && am_is_terminal (STDOUT_FILENO))
    write_what_next (NULL);
  return status;
}

static const AmOption option_table[] = {
  { "title", 0, AM_OPTION_TEXT, offsetof (Options, title), "The title of the map", "TEXT", NULL },
  { "question", 0, AM_OPTION_TEXT, offsetof (Options, question),
    "The question that the debate is about", "TEXT", NULL },
  { "empty", 0, AM_OPTION_FLAG, offsetof (Options, empty),
    "Write a skeleton to fill in instead of the example debate", NULL, NULL },
  { 0 },
};

const AmCommand am_command_new = {
  .name = "new",
  .summary = "Write a small map to write over",
  .arguments = "[FILE]",
  .description =
      "FILE must not be there yet; without it, or with -, the map goes to standard output. It has "
      "one of\n"
      "everything that the format knows, with notes on what goes where; with --empty it has one "
      "claim, one reason and\n"
      "one rebuttal to write over. Both pass \"argmap check --strict\".\n"
      "With --title or --question the claims are still those of the example debate, and the "
      "description says so;\n"
      "the example's license and date are left out. With --empty you begin with your own claims.\n"
      "Exit status: 0 written; 2 it could not be, or something has that name already.",
  .takes = AM_TAKES_NEW_FILE,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
