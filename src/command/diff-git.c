#include "command/diff-git.h"

#include "base/file.h"
#include "base/text.h"
#include "command/inputs.h"
#include "command/prose.h"
#include "command/terminal.h"
#include "report/diff/lines.h"

#include <string.h>

/* --- git's arguments --- */

/* path old-file old-hex old-mode new-file new-hex new-mode [new-path about-the-rename]; of a path
   with conflicts, the path alone. */
enum
{
  PATH,
  OLD_FILE,
  OLD_HEX,
  OLD_MODE,
  NEW_FILE,
  NEW_HEX,
  NEW_MODE,
  N_USUAL,
  NEW_PATH = N_USUAL,
  RENAME,
  N_RENAMED,
};

/* git sets this for every program that it has compare two files. */
static gboolean
is_called_by_git (void)
{
  return g_getenv ("GIT_DIFF_PATH_COUNTER") != NULL;
}

static gboolean
is_hash (const char *text)
{
  return g_str_equal (text, ".")
      || (strlen (text) >= 4 && strspn (text, "0123456789abcdef") == strlen (text));
}

static gboolean
is_mode (const char *text)
{
  return g_str_equal (text, ".") || (strlen (text) == 6 && strspn (text, "01234567") == 6);
}

static gboolean
is_call (char **arguments)
{
  return is_hash (arguments[OLD_HEX]) && is_mode (arguments[OLD_MODE])
      && is_hash (arguments[NEW_HEX]) && is_mode (arguments[NEW_MODE]);
}

guint
am_diff_git_operands (int argc, char **argv)
{
  if (argc > N_RENAMED && is_call (argv + argc - N_RENAMED))
    return N_RENAMED;
  if (argc > N_USUAL && is_call (argv + argc - N_USUAL))
    return N_USUAL;
  if (!is_called_by_git ())
    return 0;
  if (argc == 2)
    return 1;
  /* "$2" "$5" of a recipe; the file may be called as it likes */
  return argc > 2 && argv[argc - 1][0] == '-' && g_file_test (argv[argc - 1], G_FILE_TEST_EXISTS)
           ? 2
           : 0;
}

gboolean
am_diff_is_git (char **arguments)
{
  guint count = g_strv_length (arguments);
  return ((count == N_USUAL || count == N_RENAMED) && is_call (arguments))
      || (is_called_by_git () && (count == 1 || count == 2));
}

/* --- what is compared --- */

/* One of the two versions of a file. */
typedef struct
{
  const char *what; /* "old" */
  const char *file;
  const char *mode; /* NULL where it is not known, "." where there is no such version */
  AmSource *text; /* as it is; NULL where it could not be read */
  char *trouble; /* why */
  AmLoaded loaded;
  gboolean good;
} Version;

typedef struct
{
  char *path; /* in the repository */
  const char *new_path, *rename; /* NULL where it was not renamed */
  Version before, after;
} Pair;

static void
version_clear (Version *version)
{
  am_source_free (version->text);
  g_free (version->trouble);
  am_loaded_clear (&version->loaded);
}

static void
pair_clear (Pair *pair)
{
  version_clear (&pair->before);
  version_clear (&pair->after);
  g_free (pair->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

/* The path in the repository of a file that git hands over: git's own temporary files end with its
   last part. */
static char *
path_of (const char *old_file, const char *new_file)
{
  const char *file = g_str_equal (new_file, "/dev/null") ? old_file : new_file;
  return strstr (file, "/git-blob-") != NULL ? g_path_get_basename (file) : g_strdup (file);
}

static void
pair_init (Pair *pair, char **arguments)
{
  guint count = g_strv_length (arguments);

  *pair = (Pair){ .before = { .what = "old" }, .after = { .what = "new" } };
  if (count == 1)
    {
      pair->path = g_strdup (arguments[PATH]);
      return;
    }
  gboolean whole = count >= N_USUAL;
  pair->before.file = arguments[whole ? OLD_FILE : 0];
  pair->after.file = arguments[whole ? NEW_FILE : 1];
  pair->before.mode = whole ? arguments[OLD_MODE] : NULL;
  pair->after.mode = whole ? arguments[NEW_MODE] : NULL;
  pair->new_path = count == N_RENAMED ? arguments[NEW_PATH] : NULL;
  pair->rename = count == N_RENAMED ? arguments[RENAME] : NULL;
  pair->path = whole ? g_strdup (arguments[PATH]) : path_of (pair->before.file, pair->after.file);
}

/* git knows no standard input: a file may be called so. */
static void
read_version (Version *version, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file =
      g_str_equal (version->file, "-") ? g_strdup ("./-") : g_strdup (version->file);
  gsize length = 0;
  char *text = am_file_read (file, AM_SOURCE_MAX_SIZE, &length, &error);

  if (text == NULL)
    {
      version->trouble = g_strdup (error->message);
      return;
    }
  version->text = am_source_new_take (path, text, length);
  char *copy = g_malloc (length + 1);
  memcpy (copy, text, length + 1);
  version->good = am_input_load_any (path, copy, length, &version->loaded);
}

/* Whether the program can tell anything of it as a map, though it may have errors. */
static gboolean
is_map (const Version *version)
{
  return version->loaded.map != NULL;
}

/* --- what is said where they cannot be compared as maps --- */

/* Errors of each version that are shown. */
#define MOST_ERRORS 5

static void
write_error (AmDocument *document, AmSource *source, const AmFinding *finding)
{
  am_document_item (document, 0);
  if (!am_span_is_none (finding->where))
    {
      AmPlace place = am_source_place (source, finding->where.start);
      am_document_add (document, "line %u, column %u: ", place.line, place.column);
    }
  am_document_add (document, "%s [%s]", finding->message, am_rule_info (finding->rule)->slug);
}

static void
write_errors (AmDocument *document, const Version *version)
{
  const AmReport *report = version->loaded.report;
  guint count = report->counts[AM_LEVEL_ERROR], shown = 0;

  if (version->good)
    return;
  g_autofree char *errors = am_text_count (count, "error", NULL),
                  *rest = am_text_number (count - MIN (count, MOST_ERRORS));
  am_document_paragraph (document);
  am_document_add (document, "The %s version has %s:", version->what, errors);
  for (guint i = 0; i < report->findings->len && shown < MOST_ERRORS; i++)
    if (am_report_finding (report, i)->level == AM_LEVEL_ERROR)
      {
        write_error (document, version->loaded.source, am_report_finding (report, i));
        shown++;
      }
  if (shown < count)
    {
      am_document_item (document, 0);
      am_document_add (document, "and %s more", rest);
    }
}

static gboolean
is_named_as_map (const Pair *pair)
{
  return g_str_has_suffix (pair->path, ".argmap.json")
      || (pair->new_path != NULL && g_str_has_suffix (pair->new_path, ".argmap.json"));
}

/* Whether it may be a link or a submodule: what git hands over is then where that leads. */
static gboolean
leads_elsewhere (const Version *version)
{
  return version->mode != NULL && !g_str_equal (version->mode, ".")
      && !g_str_has_prefix (version->mode, "100");
}

static void
write_why (AmDocument *document, const Pair *pair)
{
  if (leads_elsewhere (&pair->before) || leads_elsewhere (&pair->after))
    return;
  if (!is_named_as_map (pair) && !is_map (&pair->before) && !is_map (&pair->after))
    return; /* some other file of the repository */
  am_document_paragraph (document);
  am_document_add (document, "The two versions cannot be compared as maps.");
  write_errors (document, &pair->before);
  write_errors (document, &pair->after);
}

/* What is no more than text in both formats. @lines are fenced in Markdown, with more backticks
   than they hold in a row. */
static void
add_lines (const GString *lines, AmDiffFormat format, GString *out)
{
  guint most = 2;

  for (const char *p = lines->str; *p != '\0'; p += MAX (strspn (p, "`"), 1))
    most = MAX (most, (guint) strspn (p, "`"));
  g_autofree char *fence = g_strnfill (most + 1, '`');
  if (!g_str_has_suffix (out->str, "\n\n"))
    g_string_append_c (out, '\n');
  if (format == AM_DIFF_MARKDOWN)
    g_string_append_printf (out, "%sdiff\n%s%s\n", fence, lines->str, fence);
  else
    g_string_append (out, lines->str);
}

static void
write_lines (const Pair *pair, const AmDiffOptions *options, GString *out)
{
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  const char *trouble = pair->before.trouble != NULL ? pair->before.trouble : pair->after.trouble;
  AmDiffFormat format = (AmDiffFormat) options->format;

  if (trouble != NULL)
    {
      am_document_paragraph (document);
      am_document_add (document, "The two versions cannot be compared: %s.", trouble);
    }
  else
    {
      write_why (document, pair);
      am_lines_write (pair->before.text, pair->after.text, options->all, lines);
    }
  am_prose_write (document, (gint) format, out);
  if (lines->len > 0)
    add_lines (lines, format, out);
}

/* --- the head --- */

static void
add_rename (GPtrArray *head, const char *rename)
{
  g_auto (GStrv) lines = g_strsplit (rename, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !g_str_has_prefix (lines[i], "index "))
      g_ptr_array_add (head, g_strdup (lines[i]));
}

/* As in git's own output: whether the file is new, has gone, has another mode, was renamed. */
static GPtrArray *
head_of (const Pair *pair)
{
  GPtrArray *head = g_ptr_array_new_with_free_func (g_free);
  const char *before = pair->before.mode, *after = pair->after.mode;

  if (before != NULL && g_str_equal (before, ".") && !g_str_equal (after, "."))
    g_ptr_array_add (head, g_strdup_printf ("new file mode %s", after));
  else if (before != NULL && g_str_equal (after, ".") && !g_str_equal (before, "."))
    g_ptr_array_add (head, g_strdup_printf ("deleted file mode %s", before));
  else if (g_strcmp0 (before, after) != 0)
    {
      g_ptr_array_add (head, g_strdup_printf ("old mode %s", before));
      g_ptr_array_add (head, g_strdup_printf ("new mode %s", after));
    }
  if (pair->rename != NULL)
    add_rename (head, pair->rename);
  return head;
}

static void
write_head (const Pair *pair, AmDiffFormat format, GString *out)
{
  g_autoptr (GPtrArray) head = head_of (pair);
  g_autoptr (AmDocument) document = am_document_new ();
  g_autofree char *path = am_text_clean (pair->new_path != NULL ? pair->new_path : pair->path);

  if (format == AM_DIFF_MARKDOWN)
    am_document_heading (document, 2, path);
  else
    g_string_append_printf (out, "diff --argmap %s\n", path);
  for (guint i = 0; i < head->len; i++)
    {
      g_autofree char *line = am_text_clean (g_ptr_array_index (head, i));
      if (format == AM_DIFF_TEXT)
        g_string_append_printf (out, "%s\n", line);
      else
        {
          am_document_item (document, 0);
          am_document_add (document, "%s", line);
        }
    }
  am_prose_write (document, (gint) format, out);
  g_string_append_c (out, '\n');
}

/* --- all --- */

static gboolean
is_prose (const AmDiffOptions *options)
{
  return options->format == AM_DIFF_TEXT || options->format == AM_DIFF_MARKDOWN;
}

/* Other formats have no room for it. */
static AmExit
complain (const Pair *pair)
{
  am_complain ("%s cannot be compared as a map: see what argmap check says of it", pair->path);
  return AM_EXIT_OK;
}

static AmExit
write_as_text (const Pair *pair, const AmDiffOptions *options)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!is_prose (options))
    return complain (pair);
  write_head (pair, (AmDiffFormat) options->format, out);
  if (pair->before.file == NULL)
    g_string_append (out, "There are conflicts here that are not resolved yet.\n");
  else
    write_lines (pair, options, out);
  g_string_append_c (out, '\n');
  return am_diff_write (options, out);
}

static AmExit
write_as_maps (const Pair *pair, const AmDiffOptions *options)
{
  g_autoptr (GString) head = g_string_new (NULL);

  if (is_prose (options) && pair->before.mode != NULL)
    write_head (pair, (AmDiffFormat) options->format, head);
  return am_diff_compare (pair->before.loaded.map, pair->after.loaded.map, head->str, options);
}

static gboolean
is_comparable (const Version *version, const AmDiffOptions *options)
{
  return version->trouble == NULL && is_map (version) && (version->good || options->force);
}

AmExit
am_diff_git (char **arguments, const AmDiffOptions *options)
{
  g_auto (Pair) pair = { 0 };

  pair_init (&pair, arguments);
  if (pair.before.file != NULL && pair.before.file[0] == '\0' && pair.after.file[0] == '\0')
    pair.before.file = NULL; /* "$2" and "$5" where there are conflicts */
  if (pair.before.file == NULL)
    return write_as_text (&pair, options);
  read_version (&pair.before, pair.path);
  read_version (&pair.after, pair.new_path != NULL ? pair.new_path : pair.path);
  gboolean comparable =
      is_comparable (&pair.before, options) && is_comparable (&pair.after, options);
  AmExit status = comparable ? write_as_maps (&pair, options) : write_as_text (&pair, options);
  if (status == AM_EXIT_TROUBLE
      || pair.before.mode == NULL) /* a recipe that hands over two files knows diff's status */
    return comparable ? status : am_exit_worse (status, AM_EXIT_FINDINGS);
  return AM_EXIT_OK;
}
