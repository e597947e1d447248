/* argmap diff: what changed in the debate from one map to another, and what it says now. */

#include "base/file.h"
#include "command/command.h"
#include "command/diff-git.h"
#include "command/inputs.h"
#include "command/outputs.h"
#include "command/picture.h"

static const char *const format_words[] = { "text", "markdown", "json", "svg", NULL };

static AmExit
check_usage (const AmDiffOptions *options, char **arguments)
{
  guint count = g_strv_length (arguments);

  if (count != 2)
    return am_usage_error ("diff", count < 2 ? "name two maps: the old one and the new one"
                                             : "takes two maps: the old one and the new one");
  if (g_str_equal (arguments[0], "-") && g_str_equal (arguments[1], "-"))
    return am_usage_error ("diff", "standard input cannot be both maps");
  for (guint i = 0; i < 2; i++)
    if (am_file_is_same (options->output, arguments[i]))
      return am_usage_error ("diff", "the output would overwrite the map %s", arguments[i]);
  return AM_EXIT_OK;
}

/* Whoever asks for a difference asks for two maps: one with errors is trouble. */
static AmExit
run (gconstpointer data, char **arguments)
{
  AmDiffOptions options = *(const AmDiffOptions *) data;
  g_auto (AmLoaded) before = { NULL, NULL, NULL };
  g_auto (AmLoaded) after = { NULL, NULL, NULL };

  options.git = am_diff_is_git (arguments);
  AmExit status = options.git ? AM_EXIT_OK : check_usage (&options, arguments);

  if (status == AM_EXIT_OK)
    status = am_output_choose ("diff", "--format", options.output, format_words, &options.format);
  if (status == AM_EXIT_OK)
    status = am_picture_check_prefix ("diff", options.id_prefix,
                                      format_words[MAX (options.format, AM_DIFF_TEXT)]);
  if (status != AM_EXIT_OK)
    return status;
  options.format = MAX (options.format, AM_DIFF_TEXT);
  if (options.git)
    return am_diff_git (arguments, &options);
  status = am_exit_worse (am_input_open_any (arguments[0], options.force, &before),
                          am_input_open_any (arguments[1], options.force, &after));
  return status == AM_EXIT_OK ? am_diff_compare (before.map, after.map, "", &options)
                              : AM_EXIT_TROUBLE;
}

static const AmOption option_table[] = {
  { "format", 0, AM_OPTION_WORD, offsetof (AmDiffOptions, format),
    "text (default), markdown, json or svg; else by the ending of FILE", "FORMAT", format_words },
  { "output", 'o', AM_OPTION_FILE, offsetof (AmDiffOptions, output),
    "Write to FILE; - is standard output", "FILE", NULL },
  { "all", 0, AM_OPTION_FLAG, offsetof (AmDiffOptions, all), "Cut no list, however much changed",
    NULL, NULL },
  { "id-prefix", 0, AM_OPTION_TEXT, offsetof (AmDiffOptions, id_prefix),
    "Begin every id of an SVG with TEXT, for several in one web page", "TEXT", NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (AmDiffOptions, force),
    "Compare maps that have errors too, as far as they resolve", NULL, NULL },
  { 0 },
};

const AmCommand am_command_diff = {
  .name = "diff",
  .summary = "Say what changed in a debate from one map to another",
  .arguments = "OLD NEW",
  .description =
      "OLD and NEW are maps; one of them may be - for standard input. An empty file, such as "
      "/dev/null, is no\n"
      "map yet: then everything was added, or removed.\n"
      "Exit status: 0 the maps say the same; 1 they do not; 2 something could not be read or "
      "written, or a\n"
      "map has errors.\n"
      "As git's external diff (git config diff.argmap.command 'argmap diff') it shows what changed "
      "in every\n"
      "file, of one that cannot be compared the errors and the lines that differ, with status 0.",
  .takes = AM_TAKES_MAPS,
  .operands = am_diff_git_operands,
  .options = option_table,
  .size = sizeof (AmDiffOptions),
  .run = run,
};
