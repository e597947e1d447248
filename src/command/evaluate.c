/* argmap evaluate: which claims are unanswered once every reply is counted. */

#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/evaluation/evaluation.h"
#include "report/json/pieces.h"

/* What the command line says. */
typedef struct
{
  gint format, strength;
  gboolean force;
} Options;

/* @json is NULL for the other formats; @count: of maps that came before. */
static AmExit
evaluate (const char *path, const Options *options, AmJson *json, guint *count)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmDocument) document = am_document_new ();
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
    {
      am_verdicts_write (digest, document);
      status = am_prose_print (document, options->format, *count == 0);
    }
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
  gboolean as_json = options->format == AM_PROSE_JSON;
  AmJson json;
  guint count = 0;

  if (arguments[0] == NULL)
    return am_usage_error ("evaluate", "name a map");
  AmExit status = am_input_expand_all (arguments, NULL, paths, NULL);
  if (as_json)
    am_json_envelope (&json, AM_VERDICTS_JSON_VERSION, out);
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (
        status, evaluate (g_ptr_array_index (paths, i), options, as_json ? &json : NULL, &count));
  if (!as_json || (paths->len == 1 && count == 0))
    return status; /* what is wrong with the only map has been said */
  am_json_finish (&json);
  return am_exit_worse (status, am_print_all (out));
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default), markdown or json",
    "FORMAT", am_prose_json_words },
  { "strength", 0, AM_OPTION_WORD, offsetof (Options, strength),
    "How strengths are computed: auto, dfquad, quadratic, euler or none; without this option they "
    "are shown where the map gives confidences",
    "METHOD", am_strength_words },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force),
    "Evaluate maps that have errors too, as far as they resolve", NULL, NULL },
  { 0 },
};

const AmCommand am_command_evaluate = {
  .name = "evaluate",
  .summary = "Say which claims are unanswered once every reply is counted",
  .arguments = "MAP…",
  .description =
      "MAP is a map, a directory of maps, or - for standard input.\n"
      "Exit status: 0 all evaluated; 1 a map has errors; 2 something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
