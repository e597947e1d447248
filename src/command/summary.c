/* argmap summary: maps in prose. */

#include "report/summary/summary.h"
#include "base/nearest.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "model/naming.h"
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
  static const char *const words[] = {
    [FORMAT_TEXT] = "text", [FORMAT_MARKDOWN] = "markdown", [FORMAT_JSON] = "json", NULL
  };
  return words;
}

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
  guint opened; /* of maps */
  gboolean ambiguous; /* in a map, more than one is called as was asked: that has been said */
  char *guess; /* whose id may be meant, where nobody is called so; or NULL */
  guint distance; /* of the guess */
  AmParticipants *participants; /* who takes part in them */
  AmJson json;
} Summing;

static Format
format_of (const Options *options)
{
  return options->format >= 0 ? (Format) options->format : FORMAT_TEXT;
}

/* TRUE with AM_NONE where nobody is asked for. One who is in none of several maps is complained of
 * in the end. */
static gboolean
find_stakeholder (const Summing *s, const AmMap *map, guint32 *index)
{
  const char *word = s->options->stakeholder;

  *index = AM_NONE;
  if (s->several && word != NULL
      && am_map_named (map, AM_ENTITY_STAKEHOLDER, word).index == AM_NONE)
    return FALSE;
  return am_input_find_entity (map, AM_ENTITY_STAKEHOLDER, word, index);
}

static AmExit
write_map (Summing *s, AmDigest *digest, guint32 stakeholder)
{
  Format format = format_of (s->options);
  g_autoptr (AmDocument) document = am_document_new ();

  if (format == FORMAT_JSON)
    {
      am_summary_write_json (digest, &s->style, stakeholder, digest->map->source->name, &s->json);
      return am_print_all (s->json.out);
    }
  if (stakeholder != AM_NONE)
    am_summary_stakeholder (digest, &s->style, stakeholder, document);
  else
    am_summary (digest, &s->style, document);
  am_prose_note_undecided (digest->evaluation);
  AmExit status = s->count > 0 ? am_print ("\n", 1) : AM_EXIT_OK;
  return am_exit_worse (status, am_prose_print (document, (gint) format));
}

/* A map in which the stakeholder is not found: of several, whose id might be meant is kept for the
 * end. */
static AmExit
skip_map (Summing *s, const AmMap *map)
{
  if (!s->several)
    return AM_EXIT_TROUBLE;
  if (am_map_named (map, AM_ENTITY_STAKEHOLDER, s->options->stakeholder).index != AM_NONE)
    {
      s->ambiguous = TRUE;
      return AM_EXIT_TROUBLE;
    }
  guint distance;
  const char *guess =
      am_map_suggest_named (map, AM_ENTITY_STAKEHOLDER, s->options->stakeholder, &distance);
  if (guess != NULL && (s->guess == NULL || distance < s->distance))
    {
      g_free (s->guess);
      s->guess = g_strdup (guess);
      s->distance = distance;
    }
  return AM_EXIT_OK;
}

static AmExit
sum_up (Summing *s, const char *path)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  AmExit status = am_input_open (path, s->options->force, &loaded);
  guint32 stakeholder;

  if (status != AM_EXIT_OK)
    return status;
  s->opened++;
  if (!find_stakeholder (s, loaded.map, &stakeholder))
    return skip_map (s, loaded.map);
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

  if (format_of (s->options) == FORMAT_JSON)
    {
      am_json_end (&s->json);
      am_participants_write_json (s->participants, &s->json);
      am_json_finish (&s->json);
      return am_print_all (s->json.out);
    }
  am_participants_write (s->participants, document);
  if (am_document_is_empty (document))
    return AM_EXIT_OK;
  AmExit status = s->count > 0 ? am_print ("\n", 1) : AM_EXIT_OK;
  return am_exit_worse (status, am_prose_print (document, (gint) format_of (s->options)));
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
                           "says already what stands",
                           options->brief ? "brief" : "stakeholder");
  if (format_of (options) == FORMAT_JSON && options->evaluate)
    return am_usage_error (
        "summary", "--evaluate does not go with --format json, which says anyway what stands");
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
                      .participants = participants };
  g_autoptr (GString) out = g_string_new (NULL);
  AmExit status = check_options (options);

  if (status != AM_EXIT_OK)
    return status;
  am_json_envelope (&summing.json, AM_SUMMARY_JSON_VERSION, out);
  if (arguments[0] == NULL)
    return am_usage_error ("summary", "name a map");
  status = am_exit_worse (status, am_input_expand_all (arguments, NULL, paths, NULL));
  am_input_drop_repeated (
      paths); /* whoever takes part in one of them twice takes part in one debate */
  summing.several = paths->len > 1;
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, sum_up (&summing, g_ptr_array_index (paths, i)));
  g_autofree char *guess = summing.guess;
  if (summing.several && summing.opened > 0 && summing.count == 0 && !summing.ambiguous)
    {
      g_autofree char *question = am_nearest_ask (options->stakeholder, guess);
      am_complain ("none of the maps has a stakeholder \"%s\"%s%s", options->stakeholder,
                   question != NULL ? "; " : "", question != NULL ? question : "");
      status = AM_EXIT_TROUBLE;
    }
  if (format_of (options) == FORMAT_JSON && paths->len == 1 && summing.count == 0)
    return status; /* what is wrong has been said, and there is nothing to print */
  return am_exit_worse (status, finish (&summing));
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default), markdown or json",
    "FORMAT", format_words },
  { "brief", 0, AM_OPTION_FLAG, offsetof (Options, brief),
    "Half a page: who is on which side, what weighs most there, the outcome, and on what it turns",
    NULL, NULL },
  { "stakeholder", 0, AM_OPTION_STAKEHOLDER, offsetof (Options, stakeholder),
    "The brief of one who takes part: what they want and say, what is said against it, what they "
    "have not answered. By id, name or abbreviation",
    "WHO", NULL },
  { "evaluate", 0, AM_OPTION_FLAG, offsetof (Options, evaluate),
    "Say in full where the debate stands: what is left of both sides, on what it turns, and who "
    "has what to answer",
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
