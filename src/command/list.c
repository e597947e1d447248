/* argmap list: what maps hold, row by row, for pipelines. */

#include "report/list/list.h"
#include "command/asked.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/terminal.h"
#include "reason/label.h"

/* What the command line says. */
typedef struct
{
  gint format, kind, issue, status;
  char *by, *tag;
  gboolean claims, rebuttals, stakeholders, sources, unanswered, dropped, open, no_header, ids,
      force;
} Options;

/* In the order of AmListFormat. */
static const char *const format_words[] = { "table", "tsv", "csv", "json", NULL };

/* From the highest label down: AM_LABEL_IN − index. */
static const char *const status_words[] = { "unanswered", "disputed", "answered", NULL };

/* --- what goes together --- */

/* The first option that is about statements, or NULL. */
static const char *
statement_option (const Options *options)
{
  return options->claims      ? "claims"
       : options->rebuttals   ? "rebuttals"
       : options->unanswered  ? "unanswered"
       : options->dropped     ? "dropped"
       : options->open        ? "open"
       : options->by != NULL  ? "by"
       : options->tag != NULL ? "tag"
       : options->kind >= 0   ? "kind"
       : options->issue >= 0  ? "issue"
       : options->status >= 0 ? "status"
                              : NULL;
}

static AmExit
check_options (const Options *options)
{
  const char *other = statement_option (options);

  if (options->stakeholders && options->sources)
    return am_usage_error (
        "list", "--stakeholders and --sources have columns of their own: list one after the other");
  if ((options->stakeholders || options->sources) && other != NULL)
    return am_usage_error ("list", "--%s is about claims and rebuttals and does not go with --%s",
                           other, options->sources ? "sources" : "stakeholders");
  if (options->no_header && options->format == AM_LIST_JSON)
    return am_usage_error ("list", "--no-header does not go with --format json, which has none");
  return AM_EXIT_OK;
}

static AmListQuery
query_of (const Options *options, gboolean several)
{
  return (AmListQuery){
    .what = options->stakeholders ? AM_LIST_STAKEHOLDERS
          : options->sources      ? AM_LIST_SOURCES
                                  : AM_LIST_STATEMENTS,
    .format = options->format >= 0 ? (AmListFormat) options->format : AM_LIST_TABLE,
    .no_header = options->no_header,
    .ids = options->ids,
    .several = several,
    .width = am_terminal_columns (STDOUT_FILENO),
    .filter = { .claims = options->claims,
                .rebuttals = options->rebuttals,
                .unanswered = options->unanswered || options->dropped,
                .open = options->open,
                .tag = options->tag,
                .kind = (AmClaimKind) (options->kind + 1),
                .issue = (AmIssue) (options->issue + 1) },
    .by = options->by,
    .status = options->status >= 0 ? AM_LABEL_IN - options->status : AM_LIST_ANY_STATUS,
  };
}

/* --- listing --- */

static AmExit
list_all (const Options *options, const GPtrArray *paths, gboolean several)
{
  AmListQuery query = query_of (options, several);
  g_autoptr (AmList) list = am_list_new (&query);
  g_auto (AmSought) by = { .noun = "stakeholder", .word = options->by };
  g_auto (AmSought) tag = { .noun = "statement with the tag", .word = options->tag };
  g_autoptr (GString) out = g_string_new (NULL);
  const char *name = NULL;
  AmExit status = AM_EXIT_OK;
  guint maps = 0;
  guint32 who;

  for (guint i = 0; i < paths->len; i++)
    {
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const char *path = g_ptr_array_index (paths, i);
      AmExit opened = am_input_open (path, options->force, &loaded);
      status = am_exit_worse (status, opened);
      if (opened != AM_EXIT_OK)
        continue;
      maps++;
      name = maps == 1 ? am_source_name (path) : NULL;
      am_asked_stakeholder (&by, loaded.map, &who);
      am_asked_tag (&tag, loaded.map);
      am_list_add (list, loaded.map, path);
    }
  AmExit told = am_exit_worse (am_asked_tell (&by, name), am_asked_tell (&tag, name));
  if (told != AM_EXIT_OK || (maps == 0 && status != AM_EXIT_OK))
    return am_exit_worse (status, told);
  am_list_write (list, out);
  return am_exit_worse (status, am_print_all (out));
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  AmExit status = check_options (options);

  if (status != AM_EXIT_OK)
    return status;
  if (arguments[0] == NULL)
    return am_usage_error ("list", "name a map");
  status = am_input_expand_all (arguments, NULL, paths, NULL);
  return am_exit_worse (status, list_all (options, paths, paths->len != 1));
}

static const AmOption option_table[] = {
  { "claims", 0, AM_OPTION_FLAG, offsetof (Options, claims),
    "List claims; without this and the next three, claims and rebuttals", NULL, NULL },
  { "rebuttals", 0, AM_OPTION_FLAG, offsetof (Options, rebuttals), "List rebuttals", NULL, NULL },
  { "stakeholders", 0, AM_OPTION_FLAG, offsetof (Options, stakeholders), "List stakeholders", NULL,
    NULL },
  { "sources", 0, AM_OPTION_FLAG, offsetof (Options, sources), "List sources", NULL, NULL },
  { "unanswered", 0, AM_OPTION_FLAG, offsetof (Options, unanswered),
    "Only what has no reply: nothing rebuts or undercuts it", NULL, NULL },
  { "dropped", 0, AM_OPTION_FLAG, offsetof (Options, dropped), "The same, as debaters say it", NULL,
    NULL },
  { "by", 0, AM_OPTION_STAKEHOLDER, offsetof (Options, by),
    "Only what this stakeholder asserts: an id, a name or an abbreviation", "WHO", NULL },
  { "tag", 0, AM_OPTION_TAG, offsetof (Options, tag), "Only what has this tag", "TAG", NULL },
  { "kind", 0, AM_OPTION_WORD, offsetof (Options, kind),
    "Only facts, values, policies or definitions", "KIND", am_claim_kind_words + 1 },
  { "issue", 0, AM_OPTION_WORD, offsetof (Options, issue), "Only what belongs to this stock issue",
    "ISSUE", am_issue_words + 1 },
  { "status", 0, AM_OPTION_WORD, offsetof (Options, status),
    "Only what is unanswered, disputed or answered, with every reply counted", "STATUS",
    status_words },
  { "open", 0, AM_OPTION_FLAG, offsetof (Options, open), "Only what is marked as open", NULL,
    NULL },
  { "format", 0, AM_OPTION_WORD, offsetof (Options, format),
    "table (default), tsv, csv for spreadsheets, or json", "FORMAT", format_words },
  { "no-header", 0, AM_OPTION_FLAG, offsetof (Options, no_header),
    "Leave out the line with the names of the columns", NULL, NULL },
  { "ids", 0, AM_OPTION_FLAG, offsetof (Options, ids),
    "In csv, give stakeholders by their ids and not by their names", NULL, NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force), "List maps that have errors too", NULL,
    NULL },
  { 0 },
};

const AmCommand am_command_list = {
  .name = "list",
  .summary = "List claims, stakeholders or sources, for pipelines",
  .arguments = "MAP…",
  .description =
      "MAP is a map, a directory of maps, or - for standard input. Rows are in the order of the "
      "file. On a terminal\n"
      "a table is shortened to fit; elsewhere nothing is, and tsv, csv and json never are.\n"
      "Exit status: 0 all listed, even if that is nothing; 1 a map has errors, and the others are "
      "listed; 2 "
      "something could\n"
      "not be read or written, or no map has such a stakeholder or tag.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
