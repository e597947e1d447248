/* argmap solve: questions about argumentation frameworks, as the ICCMA competitions ask them; maps
 * as such frameworks. */

#include "base/text.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/terminal.h"
#include "framework/flatten.h"
#include "framework/iccma.h"
#include "framework/report.h"
#include "framework/sat.h"
#include "framework/semantics.h"

#define USUAL_LIMIT 10000
#define PIECE ((gsize) 1 << 20) /* bytes that are collected before they are printed */

/* What the command line says. */
typedef struct
{
  gint problem;
  char *file;
  gint argument;
  gint limit;
  gint budget;
  gboolean problems;
  gint export;
} Options;

/* --- answers --- */

static AmTask
task_of (const Options *options)
{
  return (AmTask) (options->problem / AM_N_SEMANTICS);
}

static AmSemantics
semantics_of (const Options *options)
{
  return (AmSemantics) (options->problem % AM_N_SEMANTICS);
}

/* Conflicts of the solver, in all parts of the framework together. */
static AmSatBudget
make_budget (const Options *options)
{
  return (AmSatBudget){ .most = options->budget > 0 ? (guint64) options->budget : G_MAXUINT64,
                        .conflict = 1 };
}

static AmExit
write_error (const GError *error)
{
  if (g_error_matches (error, AM_SAT_ERROR, AM_SAT_ERROR_BUDGET))
    return am_complain (
        "not answered: the solver came to the end of its budget; --budget sets how many "
        "conflicts, 0 for any number");
  if (error->domain != AM_ICCMA_ERROR)
    return am_complain ("%s", error->message);
  g_autofree char *clean = am_text_clean (error->message);
  g_autofree char *line = g_strconcat (clean, "\n", NULL);
  am_print_error (line);
  return AM_EXIT_FINDINGS;
}

/* "YES", "NO" or nothing, and the extension that shows it. */
static AmExit
print_answer (AmTask task, gboolean yes, const GArray *extension)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (task != AM_TASK_SOME || extension == NULL)
    g_string_append (out, yes ? "YES\n" : "NO\n");
  if (extension != NULL)
    am_framework_write_extension ((const guint32 *) (gpointer) extension->data, extension->len,
                                  out);
  return am_print (out->str, out->len);
}

static AmExit
answer_one (const AmFramework *framework, const Options *options, guint32 argument)
{
  g_autoptr (GArray) extension = NULL;
  g_autoptr (GError) error = NULL;
  AmTask task = task_of (options);
  AmSatBudget budget = make_budget (options);
  gboolean yes = FALSE;

  am_output_hold ();
  gboolean answered = am_semantics_ask (framework, task, semantics_of (options), argument, &budget,
                                        &yes, &extension, &error);
  am_output_release ();
  return answered ? print_answer (task, yes, extension) : write_error (error);
}

/* What is printed of a list. */
typedef struct
{
  GString *out;
  guint64 count;
  AmExit status;
} Printing;

static AmExit
print_piece (Printing *printing)
{
  AmExit status = am_print (printing->out->str, printing->out->len);

  g_string_truncate (printing->out, 0);
  return status;
}

/* The solver has nothing more to say when the first one comes. */
static gboolean
take_extension (const guint32 *members, guint32 count, gpointer data)
{
  Printing *printing = data;

  am_output_release ();
  printing->count++;
  am_framework_write_extension (members, count, printing->out);
  if (printing->out->len > PIECE)
    printing->status = print_piece (printing);
  return printing->status == AM_EXIT_OK;
}

static void
write_cut (guint64 count, guint64 total)
{
  g_autofree char *first = am_text_count (count, "extension", NULL);
  g_autofree char *all = am_text_count (total, "there are", "there are");

  if (total == G_MAXUINT64)
    am_complain ("cut off after %s, and there are more; --limit sets how many, 0 for all", first);
  else
    am_complain ("cut off after %s of the %s; --limit sets how many, 0 for all", first, all);
}

static AmExit
answer_all (const AmFramework *framework, const Options *options)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Printing printing = { out, 0, AM_EXIT_OK };
  gsize limit = options->limit >= 0 ? (gsize) options->limit : USUAL_LIMIT;
  AmSatBudget budget = make_budget (options);
  guint64 total = 0;

  am_output_hold ();
  AmAllResult result = am_semantics_all (framework, semantics_of (options), limit, &budget,
                                         take_extension, &printing, &total, &error);
  am_output_release ();
  if (result == AM_ALL_FAILED)
    return write_error (error);
  if (result == AM_ALL_COMPLETE && printing.count == 0)
    g_string_append (out, "NO\n");
  if (printing.status == AM_EXIT_OK)
    printing.status = print_piece (&printing);
  if (result == AM_ALL_CUT && printing.status == AM_EXIT_OK)
    write_cut (printing.count, total);
  return printing.status;
}

static AmExit
answer (const Options *options)
{
  AmTask task = task_of (options);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmFramework) framework = am_iccma_load (options->file, &error);

  if (framework == NULL)
    return write_error (error);
  if (task == AM_TASK_ALL)
    return answer_all (framework, options);
  if (task == AM_TASK_SOME)
    return answer_one (framework, options, 0);
  g_assert (options->file != NULL); /* as check_options() has seen */
  if (options->argument < 1 || (guint32) options->argument > framework->n)
    {
      g_autofree char *shown = g_filename_display_name (am_source_name (options->file));
      if (framework->n > 0)
        return am_complain ("there is no argument %d in %s: they are numbered from 1 to %u",
                            options->argument, shown, framework->n);
      return am_complain ("there is no argument %d in %s: it has none", options->argument, shown);
    }
  return answer_one (framework, options, (guint32) options->argument - 1);
}

/* --- what can be asked --- */

/* What needs no solver whatever the framework: all that the grounded labelling answers. */
static gboolean
is_easy (const char *problem)
{
  return g_str_has_suffix (problem, "-GR") || g_str_equal (problem, "DS-CO")
      || g_str_equal (problem, "SE-CO");
}

static AmExit
list_problems (void)
{
  g_autoptr (GString) out = g_string_new ("[");

  for (const char *const *name = am_problem_names; *name != NULL; name++)
    if (am_sat_is_available () || is_easy (*name))
      g_string_append_printf (out, "%s%s", out->len > 1 ? "," : "", *name);
  g_string_append (out, "]\n");
  return am_print (out->str, out->len);
}

/* --- maps --- */

static AmExit
export_map (const char *path, AmFrameworkFormat format)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  AmExit status = am_input_open (path, FALSE, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AmFlat) flat = am_flat_new (loaded.map);
  g_autoptr (GPtrArray) names = am_flat_names (flat);
  am_framework_write (flat->framework, names, format, out);
  return am_print (out->str, out->len);
}

/* --- the command line --- */

static AmExit
check_question (const Options *options, char **arguments)
{
  gboolean of_argument = options->problem >= 0 && task_of (options) <= AM_TASK_SKEPTICAL;

  if (arguments[0] != NULL)
    return am_usage_error ("solve", "name the framework with -f; a map is for --export");
  if (options->problem < 0)
    return am_usage_error ("solve",
                           "name the problem with -p, such as -p SE-PR; --problems lists them");
  if (options->file == NULL)
    return am_usage_error ("solve", "name the framework with -f");
  if (of_argument && options->argument < 0)
    return am_usage_error ("solve", "name the argument that %s asks about with -a",
                           am_problem_names[options->problem]);
  if (!of_argument && options->argument >= 0)
    return am_usage_error ("solve", "%s asks about no argument; -a is for DC and DS",
                           am_problem_names[options->problem]);
  if (options->limit >= 0 && task_of (options) != AM_TASK_ALL)
    return am_usage_error ("solve", "--limit is for EE, which lists extensions");
  return AM_EXIT_OK;
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  gboolean asked = options->problem >= 0 || options->file != NULL || options->argument >= 0
                || options->limit >= 0 || options->budget >= 0;

  if (asked && (options->problems || options->export >= 0))
    return am_usage_error ("solve", "%s takes no options of a question",
                           options->problems ? "--problems" : "--export");
  if (options->problems)
    return arguments[0] == NULL ? list_problems ()
                                : am_usage_error ("solve", "--problems takes no arguments");
  if (options->export >= 0)
    return arguments[0] != NULL && arguments[1] == NULL
             ? export_map (arguments[0], (AmFrameworkFormat) options->export)
             : am_usage_error ("solve", "--export takes one map");
  return check_question (options, arguments) == AM_EXIT_OK ? answer (options) : AM_EXIT_TROUBLE;
}

static const AmOption option_table[] = {
  { "problem", 'p', AM_OPTION_WORD, offsetof (Options, problem),
    "What to answer: DC, DS, SE or EE, and GR, CO, PR, ST, SST or ID", "TASK-SEMANTICS",
    am_problem_names },
  { "file", 'f', AM_OPTION_FILE, offsetof (Options, file),
    "The framework: ICCMA 2023's numeric format; - is standard input", "FILE", NULL },
  { "argument", 'a', AM_OPTION_NUMBER, offsetof (Options, argument),
    "The argument that DC or DS asks about", "NUMBER", NULL },
  { "limit", 0, AM_OPTION_NUMBER, offsetof (Options, limit),
    "How many extensions EE lists at most (default 10000; 0: all)", "N", NULL },
  { "budget", 0, AM_OPTION_NUMBER, offsetof (Options, budget),
    "Stop after about N conflicts of the solver (default 0: never)", "N", NULL },
  { "problems", 0, AM_OPTION_FLAG, offsetof (Options, problems),
    "List the problems that can be answered", NULL, NULL },
  { "export", 0, AM_OPTION_WORD, offsetof (Options, export),
    "Write a map as a framework: apx, tgf or iccma", "FORMAT", am_framework_format_names },
  { 0 },
};

const AmCommand am_command_solve = {
  .name = "solve",
  .summary = "Answer questions about argumentation frameworks",
  .arguments = "[-p TASK-SEMANTICS -f FILE [-a NUMBER] | --export FORMAT MAP]",
  .description =
      "DC: is the argument in some extension? DS: in all? SE: an extension. EE: all of them.\n"
      "GR: grounded. CO: complete. PR: preferred. ST: stable. SST: semi-stable. ID: ideal.\n"
      "Exit status: 0 answered, also with NO; 1 the framework or the map has errors; 2 it could "
      "not be answered, or not within --budget.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
