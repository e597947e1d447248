/* argmap why: the reasons for the label of a claim, in sentences. */

#include "command/asked.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/evaluation/evaluation.h"

/* What the command line says. */
typedef struct
{
  gint format;
  gboolean defence, force;
} Options;

/* The claim with @id; AM_NONE with a complaint when there is none. */
static guint32
find_claim (const AmMap *map, const char *id)
{
  guint32 claim = am_map_find_kind (map, AM_ENTITY_CLAIM, id);
  AmEntity other = am_map_find (map, id);

  if (claim == AM_NONE && other.kind != AM_ENTITY_NONE)
    am_complain ("%s: \"%s\" is a %s; why is asked of a claim or a rebuttal", map->source->name, id,
                 am_map_entity_word (map, other));
  else
    am_asked_find (map, AM_ENTITY_CLAIM, id, &claim);
  return claim;
}

static AmExit
explain (const AmMap *map, const Options *options, char **ids)
{
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (map, AM_STRENGTH_NONE);
  AmExit status = AM_EXIT_OK;

  for (; *ids != NULL; ids++)
    {
      guint32 claim = find_claim (map, *ids);
      if (claim == AM_NONE)
        status = AM_EXIT_TROUBLE;
      else if (options->defence)
        am_verdicts_defend (evaluation, claim, document);
      else
        am_verdicts_explain (evaluation, claim, document);
    }
  if (!am_document_is_empty (document))
    am_verdicts_write_caveat (document);
  am_prose_note_undecided (evaluation);
  return am_exit_worse (status, am_prose_print (document, options->format, TRUE));
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  if (arguments[0] == NULL || arguments[1] == NULL)
    return am_usage_error ("why", "name a map and the id of a claim in it");
  AmExit status = am_input_open (arguments[0], options->force, &loaded);
  return status == AM_EXIT_OK ? explain (loaded.map, options, arguments + 1) : status;
}

static const AmOption option_table[] = {
  { "defence", 0, AM_OPTION_FLAG, offsetof (Options, defence),
    "List the claims that together answer what is said against it", NULL, NULL },
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default) or markdown", "FORMAT",
    am_prose_words },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force),
    "Explain a map that has errors too, as far as it resolves", NULL, NULL },
  { 0 },
};

const AmCommand am_command_why = {
  .name = "why",
  .summary = "Explain why a claim is unanswered, disputed or answered",
  .arguments = "MAP ID…",
  .description = "MAP is a map, or - for standard input; ID a claim or rebuttal of it.\n"
                 "Exit status: 0 explained; 1 the map has errors; 2 it could not be read, or has "
                 "no such claim.",
  .takes = AM_TAKES_MAP_AND_CLAIMS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
