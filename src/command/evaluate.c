/* argmap evaluate: which claims stand once every rebuttal is counted. */

#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/evaluation/evaluation.h"
#include "report/json/pieces.h"

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

static AmExit
print_document (AmDigest *digest, Format format, gboolean first)
{
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) out = g_string_new (first ? NULL : "\n");

  am_verdicts_write (digest, document);
  am_prose_write (document, (gint) format, out);
  return am_print (out->str, out->len);
}

/* @json is NULL for the other formats; @count: of maps that came before. */
static AmExit
evaluate (const char *path, const Options *options, AmJson *json, guint *count)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  AmExit status = am_input_open (path, options->force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (loaded.map, options->strength);
  g_autoptr (AmDigest) digest = am_digest_new (evaluation, FALSE);
  if (json != NULL)
    {
      am_verdicts_write_json (digest, loaded.map->source->name, json);
      status = am_print_all (json->out);
    }
  else
    status = print_document (digest, (Format) MAX (options->format, 0), *count == 0);
  (*count)++;
  am_prose_note_undecided (evaluation);
  am_prose_note_no_solver (evaluation);
  return status;
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) out = g_string_new (NULL);
  AmExit status = AM_EXIT_OK;
  AmJson json;
  guint count = 0;

  if (arguments[0] == NULL)
    return am_usage_error ("evaluate", "name a map");
  status = am_exit_worse (status, am_input_expand_all (arguments, NULL, paths, NULL));
  if (options->format == FORMAT_JSON)
    am_json_envelope (&json, AM_VERDICTS_JSON_VERSION, out);
  for (guint i = 0; i < paths->len; i++)
    status =
        am_exit_worse (status, evaluate (g_ptr_array_index (paths, i), options,
                                         options->format == FORMAT_JSON ? &json : NULL, &count));
  if (options->format != FORMAT_JSON || (paths->len == 1 && count == 0))
    return status; /* what is wrong with the only map has been said */
  am_json_finish (&json);
  return am_exit_worse (status, am_print_all (out));
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default), markdown or json",
    "FORMAT", format_words },
  { "strength", 0, AM_OPTION_WORD, offsetof (Options, strength),
    "How strengths are computed: auto, dfquad, quadratic, euler or none; without this option they "
    "are shown where the map gives "
    "confidences",
    "METHOD", strength_words },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force),
    "Evaluate maps that have errors too, as far as they resolve", NULL, NULL },
  { 0 },
};

const AmCommand am_command_evaluate = {
  .name = "evaluate",
  .summary = "Say which claims stand once every rebuttal is counted",
  .arguments = "MAP…",
  .description =
      "MAP is a map, a directory of maps, or - for standard input.\n"
      "Exit status: 0 all evaluated; 1 a map has errors; 2 something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
