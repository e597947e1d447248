/* argmap format: the canonical layout of maps. */

#include "base/file.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/outputs.h"
#include "command/terminal.h"
#include "load/canonical.h"

/* What the command line says. */
typedef struct
{
  gboolean check;
  char **files_from;
} Options;

static AmExit
print_path (const char *path)
{
  return am_print_name (am_source_name (path));
}

/* NULL when there is nothing to work with: @error, or the findings in @report, say why. */
static AmSource *
read_source (const char *path, gboolean in_place, GError **error)
{
  gsize length = 0;

  if (in_place && !am_file_is_replaced (path))
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_set_error (error, AM_FILE_ERROR, AM_FILE_ERROR_NOT_A_FILE,
                   "cannot format %s in place: it is no regular file; \"argmap format -\" goes "
                   "from standard input to standard output",
                   shown);
      return NULL;
    }
  char *text = am_file_read (path, AM_SOURCE_MAX_SIZE, &length, error);
  return text != NULL ? am_source_new_take (am_source_name (path), text, length) : NULL;
}

static AmExit
write_back (const char *path, const GString *canonical)
{
  AmExit status = am_output_write (path, canonical);
  return status == AM_EXIT_OK ? print_path (path) : status;
}

static AmExit
format_one (const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  gboolean from_stdin = g_str_equal (path, "-");
  g_autoptr (AmSource) source = read_source (path, !options->check && !from_stdin, &error);

  if (source == NULL)
    return am_complain ("%s", error->message);
  g_autoptr (AmReport) report = am_report_new (source, NULL);
  g_autoptr (GString) canonical = am_canonical (source, report);
  if (canonical == NULL)
    {
      am_report_sort (report);
      am_input_show_errors (report);
      return AM_EXIT_FINDINGS;
    }
  if (from_stdin && !options->check)
    return am_print (canonical->str, canonical->len);
  if (am_canonical_is (source, canonical))
    return AM_EXIT_OK;
  g_autofree char *reason = am_canonical_explain (source, canonical);
  if (options->check || am_canonical_has_returns (source)) /* git would make those again */
    am_complain ("%s: %s", source->name, reason);
  return options->check ? am_exit_worse (AM_EXIT_FINDINGS, print_path (path))
                        : write_back (path, canonical);
}

static gboolean
check_conflicts (const Options *options, char **arguments)
{
  gboolean from_stdin = g_strv_contains ((const char *const *) arguments, "-");

  if (arguments[0] == NULL && options->files_from == NULL)
    am_usage_error ("format", "name a map or a directory of maps");
  else if (am_input_count_stdin (arguments, options->files_from) > 1)
    am_usage_error ("format", "standard input can be read only once, and - is given more often");
  else if (from_stdin && !options->check && (arguments[1] != NULL || options->files_from != NULL))
    am_usage_error (
        "format",
        "- writes a map to standard output, where the names of rewritten files go; give it alone");
  else
    return TRUE;
  return FALSE;
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (!check_conflicts (options, arguments))
    return AM_EXIT_TROUBLE;
  AmExit status = am_input_expand_all (arguments, options->files_from, paths, NULL);
  am_input_drop_repeated (paths);
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, format_one (g_ptr_array_index (paths, i), options));
  return status;
}

static const AmOption option_table[] = {
  { "check", 0, AM_OPTION_FLAG, offsetof (Options, check),
    "Write nothing; list the files that would change, and fail if there are any", NULL, NULL },
  { "files-from", 0, AM_OPTION_FILES, offsetof (Options, files_from),
    "Format the files that FILE lists too, one a line or separated by NULs; - is standard input",
    "FILE", NULL },
  { 0 },
};

const AmCommand am_command_format = {
  .name = "format",
  .summary = "Lay maps out canonically",
  .arguments = "PATH…",
  .description = "PATH is a map, a directory (every *.argmap.json in it and below), or - to go "
                 "from standard input to standard output.\n"
                 "Maps are rewritten in place, and the names of those that changed are printed. "
                 "Only white space and the order of\n"
                 "members change, and invisible controls become escapes. What is not clean JSON, "
                 "or no map, is left alone.\n"
                 "Exit status: 0 all are laid out; 1 one cannot be, or with --check one is not; 2 "
                 "something could not be read or written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
