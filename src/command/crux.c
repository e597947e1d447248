/* argmap crux: on what the outcome turns. */

#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/evaluation/evaluation.h"

/* So many points of a thesis are listed unless another limit is given. */
#define USUAL_LIMIT 10

/* What the command line says. */
typedef struct
{
  gint format, strength, limit;
  gboolean force;
} Options;

static AmExit
find (const char *path, const Options *options, gboolean several, gboolean *first)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmDocument) document = am_document_new ();
  AmExit status = am_input_open (path, options->force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (loaded.map, options->strength);
  g_autoptr (AmDigest) digest = am_digest_new (evaluation, FALSE);
  if (several)
    am_document_heading (document, 1, loaded.map->title);
  am_verdicts_write_crux (digest, options->limit >= 0 ? (guint) options->limit : USUAL_LIMIT,
                          AM_VERDICTS_ALONE, document);
  am_verdicts_write_caveat (document);
  status = am_prose_print (document, options->format, *first);
  *first = FALSE;
  return status;
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean first = TRUE;

  if (arguments[0] == NULL)
    return am_usage_error ("crux", "name a map");
  AmExit status = am_input_expand_all (arguments, NULL, paths, NULL);
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status,
                            find (g_ptr_array_index (paths, i), options, paths->len > 1, &first));
  return status;
}

static const AmOption option_table[] = {
  { "limit", 0, AM_OPTION_NUMBER, offsetof (Options, limit),
    "At most N points for each thesis (default 10; 0: all of them)", "N", NULL },
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default) or markdown", "FORMAT",
    am_prose_words },
  { "strength", 0, AM_OPTION_WORD, offsetof (Options, strength),
    "How strengths are computed, to which each claim's contribution is given: auto, dfquad, "
    "quadratic, euler or none",
    "METHOD", am_strength_words },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force),
    "Search maps that have errors too, as far as they resolve", NULL, NULL },
  { 0 },
};

const AmCommand am_command_crux = {
  .name = "crux",
  .summary = "Say on which points the outcome turns",
  .arguments = "MAP…",
  .description =
      "MAP is a map, a directory of maps, or - for standard input.\n"
      "Exit status: 0 searched; 1 a map has errors; 2 something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
