/* argmap summary: maps in prose. */

#include "report/summary/summary.h"
#include "command/asked.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/json/pieces.h"

/* What the command line says. */
typedef struct
{
  gint format;
  char *stakeholder;
  gboolean brief, evaluate, all, force;
} Options;

/* What was summed up so far. */
typedef struct
{
  const Options *options;
  AmSummaryStyle style;
  gboolean several; /* maps were named */
  guint count; /* of maps that were summed up */
  AmSought who; /* the stakeholder that was asked for */
  AmParticipants *participants; /* who takes part in them */
  AmJson json;
} Summing;

static AmExit
write_map (Summing *s, AmDigest *digest, guint32 stakeholder)
{
  g_autoptr (AmDocument) document = am_document_new ();

  if (s->options->format == AM_PROSE_JSON)
    {
      am_summary_write_json (digest, &s->style, stakeholder, digest->map->source->name, &s->json);
      return am_print_all (s->json.out);
    }
  if (stakeholder != AM_NONE)
    am_summary_stakeholder (digest, &s->style, stakeholder, document);
  else
    am_summary (digest, &s->style, document);
  am_prose_note_undecided (digest->evaluation);
  return am_prose_print (document, s->options->format, s->count == 0);
}

static AmExit
sum_up (Summing *s, const char *path)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  AmExit status = am_input_open (path, s->options->force, &loaded);
  guint32 stakeholder;

  if (status != AM_EXIT_OK)
    return status;
  if (!am_asked_stakeholder (&s->who, loaded.map, &stakeholder))
    return AM_EXIT_OK; /* what is to be said of that is said in the end */
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (loaded.map, AM_STRENGTH_UNASKED);
  g_autoptr (AmDigest) digest = am_digest_new (evaluation, s->style.all);
  status = write_map (s, digest, stakeholder);
  s->count++;
  if (s->several && s->options->stakeholder == NULL)
    am_participants_add (s->participants, digest, loaded.map->source->name);
  return status;
}

/* What is said of all maps together, and the end of JSON. */
static AmExit
finish (Summing *s)
{
  g_autoptr (AmDocument) document = am_document_new ();

  if (s->options->format == AM_PROSE_JSON)
    {
      am_json_end (&s->json);
      am_participants_write_json (s->participants, &s->json);
      am_json_finish (&s->json);
      return am_print_all (s->json.out);
    }
  am_participants_write (s->participants, document);
  if (am_document_is_empty (document))
    return AM_EXIT_OK;
  return am_prose_print (document, s->options->format, s->count == 0);
}

static AmExit
check_options (const Options *options)
{
  if (options->brief && options->stakeholder != NULL)
    return am_usage_error ("summary", "--brief is about a whole debate, and --stakeholder about "
                                      "one who takes part: ask for one of them");
  if (options->evaluate && (options->brief || options->stakeholder != NULL))
    return am_usage_error ("summary",
                           "--evaluate adds to a whole summary and does not go with --%s, which "
                           "already gives the outcome",
                           options->brief ? "brief" : "stakeholder");
  if (options->format == AM_PROSE_JSON && options->evaluate)
    return am_usage_error (
        "summary", "--evaluate does not go with --format json, which always gives the outcome");
  return AM_EXIT_OK;
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AmParticipants) participants = am_participants_new ();
  Summing summing = { .options = options,
                      .style = { options->brief, options->evaluate, options->all },
                      .who = { .noun = "stakeholder", .word = options->stakeholder },
                      .participants = participants };
  g_autoptr (GString) out = g_string_new (NULL);
  AmExit status = check_options (options);

  if (status != AM_EXIT_OK)
    return status;
  am_json_envelope (&summing.json, AM_SUMMARY_JSON_VERSION, out);
  if (arguments[0] == NULL)
    return am_usage_error ("summary", "name a map");
  status = am_input_expand_all (arguments, NULL, paths, NULL);
  am_input_drop_repeated (
      paths); /* whoever takes part in one of them twice takes part in one debate */
  summing.several = paths->len > 1;
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, sum_up (&summing, g_ptr_array_index (paths, i)));
  const char *name = paths->len == 1 ? am_source_name (g_ptr_array_index (paths, 0)) : NULL;
  status = am_exit_worse (status, am_asked_tell (&summing.who, name));
  am_asked_clear (&summing.who);
  if (options->format == AM_PROSE_JSON && paths->len == 1 && summing.count == 0)
    return status; /* what is wrong has been said, and there is nothing to print */
  return am_exit_worse (status, finish (&summing));
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default), markdown or json",
    "FORMAT", am_prose_json_words },
  { "brief", 0, AM_OPTION_FLAG, offsetof (Options, brief),
    "Half a page: who is on which side, what weighs most there, the outcome, and what decides it",
    NULL, NULL },
  { "stakeholder", 0, AM_OPTION_STAKEHOLDER, offsetof (Options, stakeholder),
    "The brief of one who takes part: what they want and say, what is said against it, what they "
    "have not answered. By id, name or abbreviation",
    "WHO", NULL },
  { "evaluate", 0, AM_OPTION_FLAG, offsetof (Options, evaluate),
    "Give the outcome in full: what is left of both sides, what decides it, and who has what to "
    "answer",
    NULL, NULL },
  { "all", 0, AM_OPTION_FLAG, offsetof (Options, all),
    "Leave nothing out, however large the map is", NULL, NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force), "Sum up maps that have errors too", NULL,
    NULL },
  { 0 },
};

const AmCommand am_command_summary = {
  .name = "summary",
  .summary = "Sum maps up in prose",
  .arguments = "MAP…",
  .description =
      "MAP is a map, a directory of maps, or - for standard input. Of several maps, what "
      "stakeholders do in more than one\n"
      "of them is compared in the end.\n"
      "Exit status: 0 all summed up; 1 a map has errors; 2 something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
