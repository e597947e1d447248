/* argmap render: maps as pictures. */

#include "base/hash.h"
#include "command/command.h"
#include "command/inputs.h"
#include "command/outputs.h"
#include "command/picture.h"
#include "command/terminal.h"
#include "command/watch.h"
#include "command/workers.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* The format by -T, else by the ending of -o, else SVG. A picture is not named at random: an ending
 * that nobody knows may be misspelt. */
static gboolean
choose_format (AmRender *render, gint type)
{
  const char *output = render->options->output,
             *dot = output != NULL ? strrchr (output, '.') : NULL;

  if (am_output_choose ("render", "-T", output, am_picture_format_names, &type) != AM_EXIT_OK)
    return FALSE;
  if (type < 0 && dot != NULL && strchr (dot, '/') == NULL)
    {
      am_usage_error ("render",
                      "no format has the ending %s; say which with -T svg, dot, png, pdf or html",
                      dot);
      return FALSE;
    }
  render->format = type >= 0 ? (guint) type : AM_DRAW_SVG;
  return TRUE;
}

/* What else a font's name may hold means something to Graphviz or in SVG. */
static gboolean
is_font_name (const char *name)
{
  gunichar c;

  if (!g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > 60)
    return FALSE;
  for (; (c = g_utf8_get_char (name)) != 0; name = g_utf8_next_char (name))
    if (!g_unichar_isalnum (c) && c != ' ' && c != '-')
      return FALSE;
  return TRUE;
}

#define FEWEST_COLUMNS 16
#define MOST_COLUMNS 100

static gboolean
choose_style (AmRender *render, const AmRenderOptions *options)
{
  render->draw_options = (AmDrawOptions){
    .theme = (AmDrawTheme) MAX (options->theme, 0),
    .direction = (AmDrawDirection) MAX (options->direction, 0),
    .font = options->font,
    .columns = (guint) MAX (options->columns, 0),
    .page = (AmDrawPage) (options->page + 1), /* 0 is for any, and what was not given is -1 */
    .no_key = options->no_key,
    .id_prefix = options->id_prefix,
    .fast = options->fast
  };
  if (options->columns >= 0
      && (options->columns < FEWEST_COLUMNS || options->columns > MOST_COLUMNS))
    am_usage_error ("render", "--width takes a number of characters from %d to %d", FEWEST_COLUMNS,
                    MOST_COLUMNS);
  else if (options->font != NULL && (options->font[0] == '\0' || !is_font_name (options->font)))
    am_usage_error (
        "render", "--font takes the name of one font family: letters, digits, spaces and hyphens");
  else if (options->theme > AM_DRAW_LIGHT && render->format == AM_PICTURE_PAGE)
    am_usage_error (
        "render", "--theme is for pictures; a page follows the reader's screen, and has a button");
  else if (options->page >= 0
           && (render->format == AM_DRAW_DOT || render->format == AM_PICTURE_PAGE))
    am_usage_error ("render", "--page is for svg, png and pdf; %s has no pages",
                    am_picture_format_names[render->format]);
  else if (options->fast && render->format != AM_PICTURE_PAGE
           && !am_draw_can_be_fast ((AmDrawFormat) render->format))
    am_usage_error ("render", "--fast leaves fonts alone, and a %s needs them; svg and dot do not",
                    am_picture_format_names[render->format]);
  else
    return TRUE;
  return FALSE;
}

static AmExit
check_usage (const AmRender *render, char **arguments)
{
  if (arguments[0] == NULL)
    return am_usage_error ("render", "name a map");
  if (render->options->watch && g_strcmp0 (render->options->output, "-") == 0)
    return am_usage_error ("render", "--watch writes files; -o - is none");
  if (render->options->watch && g_strv_contains ((const char *const *) arguments, "-"))
    return am_usage_error ("render", "--watch cannot see standard input change; name a map");
  if (render->options->output != NULL && render->options->folder != NULL)
    return am_usage_error ("render", "-o and -d exclude each other");
  if (render->options->output != NULL && arguments[1] != NULL)
    return am_usage_error ("render", "-o takes one map; for several, name a directory with -d");
  return AM_EXIT_OK;
}

/* Their claims may have the same ids, which is what the prefix is for. */
static AmExit
check_prefix (const AmRender *render, const GPtrArray *paths)
{
  if (render->options->id_prefix == NULL || paths->len < 2)
    return AM_EXIT_OK;
  return am_usage_error ("render", "--id-prefix takes one map; draw each with a prefix of its own");
}

/* Two maps may not go to one file: why @path may not be drawn beside those before it, as a new
 * message; NULL when it may. */
static char *
claim_output (const AmRender *render, const char *path)
{
  g_autofree char *file = am_picture_file (render, path);
  const char *place = render->options->output != NULL ? render->options->output : file;

  if (place == NULL || g_hash_table_add (render->outputs, g_strdup (place)))
    {
      g_hash_table_insert (render->files, g_strdup (path), g_steal_pointer (&file));
      return NULL;
    }
  if (render->options->output != NULL)
    return g_strdup ("-o takes one map; for several, name a directory with -d");
  return g_strdup_printf ("another map would be drawn to the same file as %s", path);
}

/* Nor one over a map that is still to be drawn. */
static AmExit
check_outputs (const AmRender *render, const GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *why = claim_output (render, g_ptr_array_index (paths, i));
      if (why != NULL)
        return am_usage_error ("render", "%s", why);
    }
  for (guint i = 0; i < paths->len; i++)
    if (!g_str_equal (g_ptr_array_index (paths, i), "-")
        && g_hash_table_contains (render->outputs, g_ptr_array_index (paths, i)))
      return am_usage_error ("render", "a picture would overwrite the map %s",
                             (char *) g_ptr_array_index (paths, i));
  return AM_EXIT_OK;
}

static AmExit
make_folder (const char *folder)
{
  if (folder == NULL || g_mkdir_with_parents (folder, 0777) == 0)
    return AM_EXIT_OK;
  return am_complain ("cannot make the directory %s: %s", folder, g_strerror (errno));
}

/* --- many maps --- */

typedef struct
{
  const AmRender *render;
  GPtrArray *paths;
  gboolean first; /* nothing was drawn before */
} Batch;

static AmExit
render_number (guint number, gpointer data)
{
  const Batch *batch = data;

  return am_picture_draw (batch->render, g_ptr_array_index (batch->paths, number), 1,
                          batch->first && number == 0);
}

static char *
name_number (guint number, gpointer data)
{
  const Batch *batch = data;

  return g_strdup (g_ptr_array_index (batch->paths, number));
}

static AmExit
render_batch (const AmRender *render, GPtrArray *paths, gboolean first)
{
  gboolean from_stdin =
      g_ptr_array_find_with_equal_func (paths, "-", g_str_equal, NULL); /* there is only one */
  Batch batch = { render, paths, first };
  AmTasks tasks = { .count = paths->len,
                    .run = render_number,
                    .name = name_number,
                    .noun = "maps",
                    .verb = "drawn",
                    .data = &batch,
                    .prepare = am_picture_prepare (render),
                    .apart = render->options->watch };

  /* Workers are for the maps where there are several, and otherwise for the pictures of the one. */
  if (paths->len == 1 && !render->options->watch)
    return am_picture_draw (render, g_ptr_array_index (paths, 0), am_jobs (render->options->jobs),
                            first);
  return am_workers_run (&tasks, from_stdin ? 1 : am_jobs (render->options->jobs));
}

static AmExit
render_all (const AmRender *render, char **arguments)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  AmExit status = am_input_expand_all (arguments, NULL, paths, NULL);

  if (check_prefix (render, paths) != AM_EXIT_OK || check_outputs (render, paths) != AM_EXIT_OK
      || make_folder (render->options->folder) != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  return am_exit_worse (status, render_batch (render, paths, TRUE));
}

/* --- again and again --- */

static gboolean
admit (const char *path, gpointer data)
{
  const AmRender *render = data;
  g_autofree char *why =
      g_hash_table_contains (render->files, path) ? NULL : claim_output (render, path);

  if (why != NULL)
    am_complain ("%s is not drawn: %s", path, why);
  return why == NULL;
}

static void
redraw (GPtrArray *paths, gpointer data)
{
  AmRender *render = data;

  render_batch (render, paths, !render->begun);
  render->begun = TRUE;
}

static AmExit
render_watching (AmRender *render, char **arguments)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  AmWatch watch = { .arguments = arguments, .admit = admit, .changed = redraw, .data = render };

  for (char **argument = arguments; *argument != NULL; argument++)
    am_input_find (*argument, paths);
  if (check_prefix (render, paths) != AM_EXIT_OK || check_outputs (render, paths) != AM_EXIT_OK
      || make_folder (render->options->folder) != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  return am_watch (&watch);
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const AmRenderOptions *options = data;
  g_autoptr (GHashTable) outputs = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) files = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, g_free);
  AmRender render = { .options = options, .files = files, .outputs = outputs };
  AmExit status = check_usage (&render, arguments);

  if (status != AM_EXIT_OK || !choose_format (&render, options->type)
      || !choose_style (&render, options)
      || am_picture_check_prefix ("render", options->id_prefix,
                                  am_picture_format_names[render.format])
             != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  return render.options->watch ? render_watching (&render, arguments)
                               : render_all (&render, arguments);
}

static const AmOption option_table[] = {
  { "type", 'T', AM_OPTION_WORD, offsetof (AmRenderOptions, type),
    "svg (default), dot, png, pdf or html (a page to explore); else by the ending of FILE",
    "FORMAT", am_picture_format_names },
  { "output", 'o', AM_OPTION_FILE, offsetof (AmRenderOptions, output),
    "Write to FILE; - is standard output", "FILE", NULL },
  { "directory", 'd', AM_OPTION_FOLDER, offsetof (AmRenderOptions, folder),
    "Write NAME.FORMAT into DIR, which is made if need be", "DIR", NULL },
  { "focus", 0, AM_OPTION_CLAIM, offsetof (AmRenderOptions, focus),
    "Draw only what bears on this claim, and its way to the thesis", "ID", NULL },
  { "depth", 0, AM_OPTION_NUMBER, offsetof (AmRenderOptions, depth),
    "Draw only what is up to N steps from the thesis or focus", "N", NULL },
  { "stakeholder", 0, AM_OPTION_STAKEHOLDER, offsetof (AmRenderOptions, stakeholder),
    "Draw only what this stakeholder asserts: an id, a name or an abbreviation", "WHO", NULL },
  { "tag", 0, AM_OPTION_TAG, offsetof (AmRenderOptions, tag), "Draw only what has this tag", "TAG",
    NULL },
  { "issue", 0, AM_OPTION_WORD, offsetof (AmRenderOptions, issue),
    "Draw only what belongs to this stock issue", "ISSUE", am_issue_words + 1 },
  { "kind", 0, AM_OPTION_WORD, offsetof (AmRenderOptions, kind),
    "Draw only facts, values, policies or definitions", "KIND", am_claim_kind_words + 1 },
  { "single-page", 0, AM_OPTION_FLAG, offsetof (AmRenderOptions, single_page),
    "Draw one picture, however large the map is", NULL, NULL },
  { "theme", 0, AM_OPTION_WORD, offsetof (AmRenderOptions, theme),
    "light (default), dark, or print, which tells nothing by hue", "THEME", am_draw_theme_names },
  { "direction", 0, AM_OPTION_WORD, offsetof (AmRenderOptions, direction),
    "Where arrows lead: rl (default), tb, lr or bt", "DIRECTION", am_draw_direction_names },
  { "font", 0, AM_OPTION_TEXT, offsetof (AmRenderOptions, font), "Prefer this font family", "NAME",
    NULL },
  { "width", 0, AM_OPTION_NUMBER, offsetof (AmRenderOptions, columns),
    "Characters in a line of a card (default: 33)", "N", NULL },
  { "page", 0, AM_OPTION_WORD, offsetof (AmRenderOptions, page),
    "Fit the picture on a page of a4, a3 or letter", "PAGE", am_draw_page_names + 1 },
  { "evaluate", 0, AM_OPTION_FLAG, offsetof (AmRenderOptions, evaluate),
    "Show which claims are unanswered, disputed or answered", NULL, NULL },
  { "no-key", 0, AM_OPTION_FLAG, offsetof (AmRenderOptions, no_key), "Leave out the key", NULL,
    NULL },
  { "id-prefix", 0, AM_OPTION_TEXT, offsetof (AmRenderOptions, id_prefix),
    "Begin every id of an SVG with TEXT, for several in one web page", "TEXT", NULL },
  { "fast", 0, AM_OPTION_FLAG, offsetof (AmRenderOptions, fast),
    "Measure text by tables and not by fonts: quicker, SVG and DOT only", NULL, NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (AmRenderOptions, force), "Draw maps that have errors too",
    NULL, NULL },
  { "jobs", 'j', AM_OPTION_NUMBER, offsetof (AmRenderOptions, jobs),
    "Draw N maps at a time (default: as many as processors)", "N", NULL },
  { "watch", 0, AM_OPTION_FLAG, offsetof (AmRenderOptions, watch),
    "Draw again what changes, until Ctrl-C", NULL, NULL },
  { 0 },
};

const AmCommand am_command_render = {
  .name = "render",
  .summary = "Draw maps as SVG, PNG, PDF, DOT or a web page",
  .arguments = "MAP…",
  .description =
      "MAP is a map, a directory of maps, or - for standard input. Without -o and -d each picture "
      "goes\n"
      "beside its map, and its path is printed. A map with errors is not drawn; they are shown.\n"
      "Exit status: 0 all drawn; 1 a map has errors; 2 something could not be read or written.\n"
      "With --watch: 0 when Ctrl-C or SIGTERM ends it.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (AmRenderOptions),
  .run = run,
};
