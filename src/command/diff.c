/* argmap diff: what changed in the debate from one map to another, and what it says now. */

#include "command/command.h"

#include "draw/draw.h"
#include "report/changes.h"

#include <string.h>

typedef enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
  FORMAT_JSON,
  FORMAT_SVG,
} Format;

static const char *const *
format_words (void)
{
  static const char *const words[] = { "text", "markdown", "json", "svg", NULL };
  return words;
}

/* What the command line says. */
typedef struct
{
  gint format;
  char *output;
  gboolean all, force;
} Options;

/* The exit status is diff's: 0 the same, 1 different, 2 trouble. */
#define DIFFERENT AM_EXIT_FINDINGS

static void
write_prose (const AmComparison *comparison, const Options *options, Format format, GString *out)
{
  g_autoptr (AmDocument) document = am_document_new ();

  am_changes_say (comparison, options->all, document);
  if (format == FORMAT_MARKDOWN)
    am_document_write_markdown (document, out);
  else
    am_document_write_text (document, am_terminal_width (), out);
}

/* A picture of more cards shows only those that were added, removed or changed, and their ways to the thesis. */
#define MANY_CLAIMS 300

static AmExit
draw_changes (const AmDifference *difference, GString *out)
{
  g_autoptr (AmMerged) merged = am_merged_new (difference);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  AmDrawStyle style = { .merged = merged };
  AmDrawChoice choice = AM_DRAW_EVERYTHING;

  if (merged->map->claims->len > MANY_CLAIMS && difference->changes->len > 0)
    choice.tag = AM_MARK_TAG;
  g_autoptr (AmDrawPlan) plan = am_draw_plan_new (merged->map, &choice, AM_DRAW_ONE_FILE);
  if (am_draw_plan_notice (plan) != NULL)
    am_complain ("note: %s", am_draw_plan_notice (plan));
  gboolean drawn = am_draw (plan, 0, &style, AM_DRAW_SVG, out, remarks, &error);
  for (guint i = 0; i < remarks->len; i++)
    am_complain ("note: %s", (const char *) g_ptr_array_index (remarks, i));
  if (drawn)
    return AM_EXIT_OK;
  am_complain ("%s", error->message);
  return AM_EXIT_TROUBLE;
}

static AmExit
compare (const AmMap *old_map, const AmMap *new_map, const Options *options, Format format)
{
  g_autoptr (AmDifference) difference = am_difference_new (old_map, new_map);
  g_autoptr (AmEvaluation) old_evaluation = am_evaluation_new (old_map, AM_STRENGTH_NONE);
  g_autoptr (AmEvaluation) new_evaluation = am_evaluation_new (new_map, AM_STRENGTH_NONE);
  g_autoptr (AmComparison) comparison = am_comparison_new (difference, old_evaluation, new_evaluation);
  g_autoptr (GString) out = g_string_new (NULL);

  AmExit status = AM_EXIT_OK;
  if (format == FORMAT_JSON)
    am_changes_write_json (comparison, old_map->source->name, new_map->source->name, out);
  else if (format == FORMAT_SVG)
    status = draw_changes (difference, out);
  else
    write_prose (comparison, options, format, out);
  status = status != AM_EXIT_OK ? status : am_output_write (options->output, out);
  return status != AM_EXIT_OK || am_comparison_is_same (comparison) ? status : DIFFERENT;
}

static AmExit
check_usage (const Options *options, char **arguments)
{
  guint count = g_strv_length (arguments);

  if (count != 2)
    return am_usage_error ("diff", count < 2 ? "name two maps: the old one and the new one" : "takes two maps: the old one and the new one");
  if (g_str_equal (arguments[0], "-") && g_str_equal (arguments[1], "-"))
    return am_usage_error ("diff", "standard input cannot be both maps");
  for (guint i = 0; i < 2; i++)
    if (am_output_is (options->output, arguments[i]))
      return am_usage_error ("diff", "the output would overwrite the map %s", arguments[i]);
  return AM_EXIT_OK;
}

/* Whoever asks for a difference asks for two maps: one with errors is trouble. */
static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_auto (AmLoaded) before = { NULL, NULL, NULL };
  g_auto (AmLoaded) after = { NULL, NULL, NULL };
  gint format = options->format;
  AmExit status = check_usage (options, arguments);

  if (status == AM_EXIT_OK)
    status = am_output_choose (&am_command_diff, "--format", options->output, format_words (), &format);
  if (status != AM_EXIT_OK)
    return status;
  status = am_exit_worse (am_input_open_any (arguments[0], options->force, &before), am_input_open_any (arguments[1], options->force, &after));
  return status == AM_EXIT_OK ? compare (before.map, after.map, options, (Format) MAX (format, FORMAT_TEXT)) : AM_EXIT_TROUBLE;
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format), "text (default), markdown, json or svg; else by the ending of FILE", "FORMAT",
    format_words },
  { "output", 'o', AM_OPTION_FILE, offsetof (Options, output), "Write to FILE; - is standard output", "FILE", NULL },
  { "all", 0, AM_OPTION_FLAG, offsetof (Options, all), "Cut no list, however much changed", NULL, NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force), "Compare maps that have errors too, as far as they resolve", NULL, NULL },
  { 0 },
};

const AmCommand am_command_diff = {
  .name = "diff",
  .summary = "Say what changed in a debate from one map to another",
  .arguments = "OLD NEW",
  .description = "OLD and NEW are maps; one of them may be - for standard input. An empty file, such as /dev/null, is no\n"
                 "map yet: then everything was added, or removed.\n"
                 "Exit status: 0 the maps say the same; 1 they do not; 2 something could not be read or written, or a\n"
                 "map has errors.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
