/* argmap summary: maps in prose. */

#include "command/command.h"
#include "command/prose.h"
#include "report/summary.h"

/* What the command line says. */
typedef struct
{
  gint format;
  gboolean evaluate, force;
} Options;

static AmExit
sum_up (const char *path, const Options *options, gboolean *first)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmDocument) document = am_document_new ();
  AmExit status = am_input_open (path, options->force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  if (!*first)
    status = am_print ("\n", 1);
  *first = FALSE;
  g_autoptr (AmEvaluation) evaluation = options->evaluate ? am_evaluation_new (loaded.map, AM_STRENGTH_UNASKED) : NULL;
  if (evaluation != NULL)
    am_prose_note_unknown (evaluation);
  am_summary (loaded.map, evaluation, document);
  return am_exit_worse (status, am_prose_print (document, options->format));
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean first = TRUE;
  AmExit status = AM_EXIT_OK;

  if (arguments[0] == NULL)
    return am_usage_error ("summary", "name a map");
  for (char **argument = arguments; *argument != NULL; argument++)
    status = am_exit_worse (status, am_input_expand (*argument, paths, NULL));
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, sum_up (g_ptr_array_index (paths, i), options, &first));
  return status;
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default) or markdown", "FORMAT", am_prose_words },
  { "evaluate", 0, AM_OPTION_FLAG, offsetof (Options, evaluate),
    "Say where the debate stands: the outcome, on what it turns, and who has what to answer", NULL, NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force), "Sum up maps that have errors too", NULL, NULL },
  { 0 },
};

const AmCommand am_command_summary = {
  .name = "summary",
  .summary = "Sum maps up in prose",
  .arguments = "MAP…",
  .description = "MAP is a map, a directory of maps, or - for standard input.\n"
                 "Exit status: 0 all summed up; 1 a map has errors; 2 something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
