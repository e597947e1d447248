/* argmap check: what is wrong with maps. */

#include "check/check.h"
#include "base/file.h"
#include "base/text.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/outputs.h"
#include "command/policy.h"
#include "command/terminal.h"
#include "command/workers.h"
#include "report/findings/findings.h"

#include <unistd.h>

/* What the command line says. */
typedef struct
{
  gboolean strict, quiet;
  gint fail_on, level, format, color; /* words */
  gint limit, jobs;
  char *output, *stdin_name, *config;
  char **rules, **files_from;
} Options;

typedef struct
{
  AmPolicies policies;
  AmFindingsOptions shown;
  AmFindingsWriter writer;
  const AmFindingsFormat *format;
  const char *output; /* a file, or NULL for standard output */
  const char *stdin_name;
  GString *document; /* what has not been printed yet */
  guint configs_reported;
  guint jobs;
  AmExit status;
} Check;

/* One map, from the queue to its place in the output. */
typedef struct
{
  const char *path;
  const char *name; /* shown instead, or NULL */
  AmPolicy policy;
  guint configs; /* project files that were known when it was queued */
  AmLoaded loaded;
  GError *error;
  gboolean done;
} Job;

/* --- one file --- */

static void
run_job (Job *job)
{
  if (!am_load_file (job->path, job->name, &job->policy, &job->loaded, &job->error))
    return;
  if (job->loaded.map != NULL)
    am_check (job->loaded.map, AM_SCOPE_SURROUNDINGS, job->loaded.report);
  else
    am_report_sort (job->loaded.report);
}

static void
clear_job (Job *job)
{
  am_loaded_clear (&job->loaded);
  g_clear_error (&job->error);
}

static void
worsen (Check *check, AmExit status)
{
  check->status = am_exit_worse (check->status, status);
}

/* What goes line by line is printed as it comes; other formats are one document, which is complete
 * or absent. */
static void
flush (Check *check)
{
  if (!check->format->by_lines || check->output != NULL)
    return;
  worsen (check, am_print (check->document->str, check->document->len));
  g_string_truncate (check->document, 0);
}

/* What has been complained of is part of the report as well: without it a machine would take the
 * silence for a good sign. */
static void
report_trouble (Check *check, const char *path, const char *message)
{
  const char *nameless = check->stdin_name != NULL ? check->stdin_name : AM_SOURCE_STDIN_NAME;

  check->writer.tally.troubles++;
  if (check->format->trouble != NULL)
    check->format->trouble (&check->writer, g_str_equal (path, "-") ? nameless : path, message,
                            check->document);
  worsen (check, AM_EXIT_TROUBLE);
}

static void
write_report (Check *check, const AmReport *report)
{
  check->format->file (&check->writer, report, check->document);
  am_findings_tally_add (&check->writer.tally, report);
  for (guint level = check->shown.failing; level <= AM_LEVEL_ERROR; level++)
    if (report->counts[level] > 0)
      worsen (check, AM_EXIT_FINDINGS);
  flush (check);
}

/* Project files are checked as they are found, and spoken of before the first map that they hold
   for, if there is anything to say. */
static void
report_configs (Check *check, guint count)
{
  for (; check->configs_reported < count; check->configs_reported++)
    {
      AmReport *report =
          am_config_report (g_ptr_array_index (check->policies.loaded, check->configs_reported));
      if (report->findings->len > 0)
        write_report (check, report);
    }
}

static void
finish_job (Check *check, Job *job)
{
  report_configs (check, job->configs);
  if (job->error != NULL)
    {
      am_complain ("%s", job->error->message);
      report_trouble (check, job->path, job->error->message);
    }
  else
    write_report (check, job->loaded.report);
  clear_job (job);
}

/* FALSE when there is nothing to run: job->error says why. */
static gboolean
start_job (Check *check, Job *job, const char *path)
{
  gboolean from_stdin = g_str_equal (path, "-");

  *job = (Job){ .path = path, .name = from_stdin ? check->stdin_name : NULL };
  gboolean found = am_policies_find (
      &check->policies, from_stdin && check->stdin_name != NULL ? check->stdin_name : path,
      &job->policy, &job->error);
  job->configs = check->policies.loaded->len;
  job->done = !found;
  return found;
}

/* --- many files --- */

typedef struct
{
  GMutex lock;
  GCond changed;
} Signal;

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  Signal *finished = user_data;

  run_job (job);
  g_mutex_lock (&finished->lock);
  job->done = TRUE;
  g_cond_signal (&finished->changed);
  g_mutex_unlock (&finished->lock);
}

static void
wait_for (Job *job, Signal *finished)
{
  g_mutex_lock (&finished->lock);
  while (!job->done)
    g_cond_wait (&finished->changed, &finished->lock);
  g_mutex_unlock (&finished->lock);
}

/* A ring of jobs: as many are under way as it has places, and they are finished in the order of the
 * paths. */
static void
check_in_parallel (Check *check, const GPtrArray *paths)
{
  guint places = check->jobs * 4, started = 0;
  g_autofree Job *ring = g_new0 (Job, places);
  Signal finished;
  AmProgress progress;

  am_progress_begin (&progress, "files checked");
  g_mutex_init (&finished.lock);
  g_cond_init (&finished.changed);
  GThreadPool *pool = g_thread_pool_new (work, &finished, (gint) check->jobs, TRUE, NULL);
  for (guint i = 0; i < paths->len; i++)
    {
      for (; started < paths->len && started - i < places; started++)
        {
          Job *job = &ring[started % places];
          if (start_job (check, job, g_ptr_array_index (paths, started)))
            g_thread_pool_push (pool, job, NULL);
        }
      Job *job = &ring[i % places];
      wait_for (job, &finished);
      finish_job (check, job);
      am_progress_show (&progress, i + 1, paths->len);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&finished.lock);
  g_cond_clear (&finished.changed);
  am_progress_hide ();
}

static void
check_one_by_one (Check *check, const GPtrArray *paths)
{
  AmProgress progress;

  am_progress_begin (&progress, "files checked");
  for (guint i = 0; i < paths->len; i++)
    {
      Job job;
      if (start_job (check, &job, g_ptr_array_index (paths, i)))
        run_job (&job);
      finish_job (check, &job);
      am_progress_show (&progress, i + 1, paths->len);
    }
  am_progress_hide ();
}

/* --- the whole --- */

static void
check_paths (Check *check, const GPtrArray *paths)
{
  check->jobs = MIN (check->jobs, paths->len);
  check->policies.base.guesses = MAX (AM_MOST_GUESSES / MAX (paths->len, 1), AM_FEWEST_GUESSES);
  if (check->jobs > 1)
    check_in_parallel (check, paths);
  else
    check_one_by_one (check, paths);
}

static AmExit
check_all (Check *check, char **arguments, char **lists)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) troubles = am_troubles_new ();

  am_input_expand_all (arguments, lists, paths, troubles);
  am_input_drop_repeated (paths);
  for (guint i = 0; i < paths->len; i++)
    if (am_file_is_same (check->output, g_ptr_array_index (paths, i)))
      return am_usage_error ("check", "the report would overwrite the map %s",
                             (char *) g_ptr_array_index (paths, i));
  if (check->format->begin != NULL)
    check->format->begin (&check->writer, check->document);
  for (guint i = 0; i < troubles->len; i++)
    {
      const AmTrouble *trouble = g_ptr_array_index (troubles, i);
      report_trouble (check, trouble->path, trouble->message);
    }
  check_paths (check, paths);
  if (check->format->end != NULL)
    check->format->end (&check->writer, check->document);
  worsen (check, am_output_write (check->output, check->document));
  if (check->writer.tally.left_out > 0 && !check->format->sums_up)
    {
      g_autofree char *count =
          am_text_count (check->writer.tally.left_out, "finding is", "findings are");
      am_complain ("%s not shown, because of --max-diagnostics", count);
    }
  return check->status;
}

/* --- the command line --- */

static const AmLevel levels[] = { AM_LEVEL_INFO, AM_LEVEL_WARNING, AM_LEVEL_ERROR };

static const char *const level_words[] = { "info", "warning", "error", NULL }; /* as in levels */

static gboolean
check_conflicts (const Options *options, char **arguments)
{
  if (arguments[0] == NULL && options->files_from == NULL)
    am_usage_error ("check", "name a map or a directory of maps");
  else if (am_input_count_stdin (arguments, options->files_from)
               + (g_strcmp0 (options->config, "-") == 0)
           > 1)
    am_usage_error ("check", "standard input can be read only once, and - is given more often");
  else if (options->stdin_name != NULL && options->stdin_name[0] == '\0')
    am_usage_error ("check", "--stdin-name takes a name, and it is empty");
  else if (options->stdin_name != NULL && !g_strv_contains ((const char *const *) arguments, "-"))
    am_usage_error ("check", "--stdin-name is for a map on standard input; give - as its path");
  else if (options->strict && options->fail_on >= 0 && levels[options->fail_on] != AM_LEVEL_WARNING)
    am_usage_error ("check", "--strict and --fail-on contradict each other; give one");
  else if (options->quiet && options->level >= 0)
    am_usage_error ("check", "--quiet and --level contradict each other; give one");
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_options (Check *check, const Options *options, char **arguments)
{
  gint format = options->format;
  AmColourWhen when = options->color >= 0 ? (AmColourWhen) options->color : AM_COLOUR_AUTO;

  if (!check_conflicts (options, arguments))
    return FALSE;
  check->shown.failing = options->fail_on >= 0 ? levels[options->fail_on]
                       : options->strict       ? AM_LEVEL_WARNING
                                               : AM_LEVEL_ERROR;
  /* what makes it fail is always shown, and --quiet shows nothing else */
  check->shown.quiet = options->quiet;
  check->shown.lowest = options->quiet      ? AM_LEVEL_ERROR
                      : options->level >= 0 ? levels[options->level]
                                            : AM_LEVEL_WARNING;
  check->shown.lowest = MIN (check->shown.lowest, check->shown.failing);
  for (char **rule = options->rules; rule != NULL && *rule != NULL; rule++)
    if (!am_policies_set (&check->policies, "check", *rule))
      return FALSE;
  if (am_output_choose ("check", "--format", options->output, am_findings_format_names, &format)
      != AM_EXIT_OK)
    return FALSE;
  check->format = &am_findings_formats[MAX (format, 0)];
  check->shown.limit = (guint64) MAX (options->limit, 0);
  check->output = g_strcmp0 (options->output, "-") != 0 ? options->output : NULL;
  check->shown.columns = check->output == NULL ? am_terminal_columns (STDOUT_FILENO) : 0;
  check->shown.colour = check->output == NULL && am_terminal_colour (when, STDOUT_FILENO);
  check->policies.base.lowest = check->format->for_people ? check->shown.lowest : AM_LEVEL_INFO;
  check->stdin_name = options->stdin_name;
  check->jobs = am_jobs (options->jobs);
  return TRUE;
}

/* Paths in machine formats are relative to the repository, or else to the current folder. Caller
 * owns the result. */
static char *
find_root (void)
{
  g_autofree char *here = g_get_current_dir ();

  for (char *folder = g_strdup (here);;)
    {
      g_autofree char *git = g_build_filename (folder, ".git", NULL);
      if (g_file_test (git, G_FILE_TEST_EXISTS))
        return folder;
      char *above = g_path_get_dirname (folder);
      gboolean top = g_str_equal (above, folder);
      g_free (folder);
      folder = above;
      if (!top)
        continue;
      g_free (folder);
      return g_steal_pointer (&here);
    }
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  Check check = { .status = AM_EXIT_OK };
  g_autofree char *root = find_root ();
  g_autoptr (GString) document = g_string_new (NULL);

  am_policies_init (&check.policies);
  am_findings_writer_init (&check.writer, &check.shown);
  check.shown.root = root;
  check.shown.version = ARGMAP_VERSION;
  check.document = document;
  AmExit status = AM_EXIT_TROUBLE;
  g_autoptr (GError) error = NULL;
  if (!read_options (&check, options, arguments))
    ;
  else if (options->config != NULL && !am_policies_use (&check.policies, options->config, &error))
    am_complain ("%s", error->message);
  else
    status = check_all (&check, arguments, options->files_from);
  am_findings_writer_clear (&check.writer);
  am_policies_clear (&check.policies);
  return status;
}

static const AmOption option_table[] = {
  { "strict", 0, AM_OPTION_FLAG, offsetof (Options, strict), "Fail on warnings too", NULL, NULL },
  { "fail-on", 0, AM_OPTION_WORD, offsetof (Options, fail_on),
    "Fail on info, warning or error (default)", "LEVEL", level_words },
  { "level", 0, AM_OPTION_WORD, offsetof (Options, level),
    "Show info, warning (default) or error and above, and what makes it fail", "LEVEL",
    level_words },
  { "quiet", 'q', AM_OPTION_FLAG, offsetof (Options, quiet),
    "Show only what makes it fail: errors, with --strict warnings too", NULL, NULL },
  { "rule", 0, AM_OPTION_SETTINGS, offsetof (Options, rules),
    "Make a rule an error, warning, info, or turn it off", "SLUG=LEVEL", NULL },
  { "config", 0, AM_OPTION_FILE, offsetof (Options, config),
    "Use this project file; \"none\" for none", "FILE", NULL },
  { "max-diagnostics", 0, AM_OPTION_NUMBER, offsetof (Options, limit),
    "Show no more than the N most severe findings", "N", NULL },
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format),
    "text (default), gcc, json, jsonl, github, sarif, gitlab or junit; else by the ending of FILE",
    "FORMAT", am_findings_format_names },
  { "output", 'o', AM_OPTION_FILE, offsetof (Options, output), "Write the report to FILE", "FILE",
    NULL },
  { "files-from", 0, AM_OPTION_FILES, offsetof (Options, files_from),
    "Check the files that FILE lists too, one a line or separated by NULs; - is standard input",
    "FILE", NULL },
  { "stdin-name", 0, AM_OPTION_FILE, offsetof (Options, stdin_name), "What to call standard input",
    "NAME", NULL },
  { "jobs", 'j', AM_OPTION_NUMBER, offsetof (Options, jobs),
    "Check N files at a time (default: as many as processors)", "N", NULL },
  { "color", 0, AM_OPTION_WORD, offsetof (Options, color),
    "Colour the report: auto (default), always or never", "WHEN", am_colour_words },
  { 0 },
};

const AmCommand am_command_check = {
  .name = "check",
  .summary = "Check maps for errors",
  .arguments = "PATH…",
  .description =
      "PATH is a map, a directory (every *.argmap.json in it and below), or - for standard input.\n"
      "Severities can be set for a collection in " AM_CONFIG_NAME
      "; \"argmap rules\" lists the rules.\n"
      "Exit status: 0 nothing at the failing level; 1 findings; 2 something could not be read or "
      "written.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
