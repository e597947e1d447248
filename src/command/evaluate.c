/* argmap evaluate: which claims stand once every rebuttal is counted. */

#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/evaluation/evaluation.h"

#include <string.h>

typedef enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
  FORMAT_JSON,
} Format;

static const char *const *
format_words (void)
{
  static const char *const words[] = { "text", "markdown", "json", NULL };
  return words;
}

static const char *const *
strength_words (void)
{
  return am_strength_words;
}

/* What the command line says. */
typedef struct
{
  gint format, strength;
  gboolean force;
} Options;

static void
write_map (const AmEvaluation *evaluation, const char *name, Format format, GString *out)
{
  g_autoptr (AmDocument) document = am_document_new ();

  if (format == FORMAT_JSON)
    {
      am_verdicts_write_json (evaluation, name, out);
      return;
    }
  am_verdicts_write (evaluation, document);
  if (format == FORMAT_MARKDOWN)
    am_document_write_markdown (document, out);
  else
    am_document_write_text (document, am_terminal_width (), out);
}

/* Of several maps, or a folder of however many, JSON is a list; those that cannot be read are not in it. */
static gboolean
is_list (char **arguments, const GPtrArray *paths)
{
  return arguments[1] != NULL || paths->len != 1 || strcmp (arguments[0], g_ptr_array_index (paths, 0)) != 0;
}

static AmExit
evaluate (const char *path, const Options *options, Format format, guint *count, gboolean list)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  AmExit status = am_input_open (path, options->force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  if (*count > 0)
    g_string_append (out, format == FORMAT_JSON ? ",\n" : "\n");
  else if (list)
    g_string_append (out, "[\n");
  (*count)++;
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (loaded.map, options->strength);
  write_map (evaluation, loaded.map->source->name, format, out);
  am_prose_note_undecided (evaluation);
  am_prose_note_no_solver (evaluation);
  if (format == FORMAT_JSON && !list)
    g_string_append_c (out, '\n');
  return am_print (out->str, out->len);
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  Format format = options->format >= 0 ? (Format) options->format : FORMAT_TEXT;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  AmExit status = AM_EXIT_OK;
  guint count = 0;

  if (arguments[0] == NULL)
    return am_usage_error ("evaluate", "name a map");
  for (char **argument = arguments; *argument != NULL; argument++)
    status = am_exit_worse (status, am_input_expand (*argument, paths, NULL));
  gboolean list = format == FORMAT_JSON && is_list (arguments, paths);
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, evaluate (g_ptr_array_index (paths, i), options, format, &count, list));
  if (list)
    status = am_exit_worse (status, count > 0 ? am_print ("\n]\n", 3) : am_print ("[]\n", 3));
  return status;
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default), markdown or json", "FORMAT", format_words },
  { "strength", 0, AM_OPTION_WORD, offsetof (Options, strength),
    "How strengths are computed: auto, dfquad, quadratic, euler or none; without this option they are shown where the map gives "
    "confidences", "METHOD", strength_words },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force), "Evaluate maps that have errors too, as far as they resolve", NULL, NULL },
  { 0 },
};

const AmCommand am_command_evaluate = {
  .name = "evaluate",
  .summary = "Say which claims stand once every rebuttal is counted",
  .arguments = "MAP…",
  .description = "MAP is a map, a directory of maps, or - for standard input.\n"
                 "Exit status: 0 all evaluated; 1 a map has errors; 2 something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
