/* argmap render: maps as pictures. */

#include "base/file.h"
#include "base/text.h"
#include "command/command.h"
#include "command/watch.h"
#include "command/workers.h"
#include "draw/draw.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* What the command line says. */
typedef struct
{
  gint type, theme, direction, columns, page, depth, issue, kind, jobs;
  char *output, *folder, *font, *focus, *stakeholder, *tag;
  gboolean fast, force, no_key, single_page, watch;
} Options;

typedef struct
{
  AmDrawFormat format;
  AmDrawStyle style;
  const Options *options;
  const char *output; /* -o, or NULL */
  const char *folder; /* -d, or NULL */
  gboolean watch;
  guint jobs;
  GHashTable *outputs; /* paths of the pictures */
} Render;

static gboolean
strip_suffix (char *name, const char *suffix)
{
  if (!g_str_has_suffix (name, suffix) || strlen (name) == strlen (suffix))
    return FALSE;
  name[strlen (name) - strlen (suffix)] = '\0';
  return TRUE;
}

/* FILE.svg becomes FILE.SUFFIX.svg. Caller owns it. */
static char *
insert_suffix (const char *file, const char *suffix)
{
  const char *slash = strrchr (file, '/'), *dot = strrchr (slash != NULL ? slash : file, '.');
  gsize stem = dot != NULL ? (gsize) (dot - file) : strlen (file);

  return g_strdup_printf ("%.*s.%s%s", (int) stem, file, suffix, file + stem);
}

/* Where the picture of @path goes when -o does not say: NAME.FORMAT beside the map, or in the folder. Caller owns it. */
static char *
choose_output (const Render *render, const char *path)
{
  g_autofree char *base = g_str_equal (path, "-") ? g_strdup ("map") : g_path_get_basename (path);
  g_autofree char *folder = render->folder != NULL ? g_strdup (render->folder) : g_path_get_dirname (path);

  if (!strip_suffix (base, ".argmap.json"))
    strip_suffix (base, ".json");
  g_autofree char *name = g_strconcat (base, ".", am_draw_format_names[render->format], NULL);
  if (g_str_equal (folder, ".") && render->folder == NULL && !g_str_has_prefix (path, "./"))
    return g_steal_pointer (&name);
  return g_build_filename (folder, name, NULL);
}

/* What comes from standard input goes to standard output, unless it is told otherwise. */
static gboolean
is_stream (const Render *render, const char *path)
{
  return g_str_equal (path, "-") && render->output == NULL && render->folder == NULL;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;
  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/* The file for a picture of @path, NULL for standard output. @suffix: what it has besides the first picture's, or NULL. Caller
   owns it. */
static char *
find_file (const Render *render, const char *path, const char *suffix)
{
  if (render->output != NULL ? g_str_equal (render->output, "-") : is_stream (render, path))
    return NULL;
  g_autofree char *file = render->output != NULL ? g_strdup (render->output) : choose_output (render, path);
  return suffix != NULL ? insert_suffix (file, suffix) : g_steal_pointer (&file);
}

/* Whoever named the only file need not be told of it. */
static AmExit
write_picture (const Render *render, const char *path, const char *suffix, const GString *picture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = find_file (render, path, suffix);

  if (file == NULL)
    return am_print (picture->str, picture->len);
  if (!g_str_equal (path, "-") && is_same_file (path, file))
    return am_usage_error ("render", "the picture would overwrite the map %s", path);
  if (!am_file_write (file, picture->str, picture->len, &error))
    {
      am_complain ("%s", error->message);
      return AM_EXIT_TROUBLE;
    }
  if (render->output != NULL && suffix == NULL && !render->watch)
    return AM_EXIT_OK;
  g_autofree char *shown = am_text_clean (file);
  g_autofree char *line = g_strconcat (shown, "\n", NULL);
  return am_print (line, strlen (line));
}

/* --- what of a map is drawn --- */

/* The claim or stakeholder called @id, in @index; AM_NONE when none was asked for. */
static gboolean
find_thing (const AmMap *map, AmThingKind kind, const char *id, guint32 *index)
{
  AmNearest nearest;

  *index = id != NULL ? am_map_find_kind (map, kind, id) : AM_NONE;
  if (id == NULL || *index != AM_NONE)
    return TRUE;
  am_nearest_init (&nearest, id);
  for (guint32 i = 0; kind == AM_THING_CLAIM && i < map->claims->len; i++)
    am_nearest_offer (&nearest, am_map_claim (map, i)->id, i);
  for (guint32 i = 0; kind == AM_THING_STAKEHOLDER && i < map->stakeholders->len; i++)
    am_nearest_offer (&nearest, am_map_stakeholder (map, i)->id, i);
  const char *noun = kind == AM_THING_CLAIM ? "claim" : "stakeholder";
  if (nearest.best != NULL)
    am_complain ("%s has no %s \"%s\"; did you mean \"%s\"?", map->source->name, noun, id, nearest.best);
  else
    am_complain ("%s has no %s \"%s\"", map->source->name, noun, id);
  return FALSE;
}

static gboolean
choose_claims (const Options *options, const AmMap *map, AmDrawChoice *choice)
{
  *choice = AM_DRAW_EVERYTHING;
  choice->depth = options->depth >= 0 ? (guint) options->depth : AM_DRAW_ALL;
  choice->tag = options->tag;
  choice->issue = (AmIssue) (options->issue + 1); /* 0 is for any, and what was not given is -1 */
  choice->kind = (AmClaimKind) (options->kind + 1);
  return find_thing (map, AM_THING_CLAIM, options->focus, &choice->focus)
         && find_thing (map, AM_THING_STAKEHOLDER, options->stakeholder, &choice->stakeholder);
}

/* --- one map, which may take several pictures --- */

typedef struct
{
  const Render *render;
  const char *path;
  const char *name; /* for complaints */
  const AmDrawPlan *plan;
} Drawing;

static char *
name_page (guint number, gpointer data)
{
  const Drawing *drawing = data;
  const char *suffix = am_draw_plan_suffix (drawing->plan, number);

  return suffix != NULL ? g_strdup_printf ("%s, part %s", drawing->name, suffix) : g_strdup (drawing->name);
}

static AmExit
draw_page (guint number, gpointer data)
{
  const Drawing *drawing = data;
  g_autoptr (GString) picture = g_string_new (NULL);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean drawn
      = am_draw (drawing->plan, number, &drawing->render->style, drawing->render->format, picture, remarks, &error);

  for (guint i = 0; i < remarks->len; i++)
    am_complain ("%s: note: %s", drawing->name, (const char *) g_ptr_array_index (remarks, i));
  if (drawn)
    return write_picture (drawing->render, drawing->path, am_draw_plan_suffix (drawing->plan, number), picture);
  am_complain ("%s: %s", drawing->name, error->message);
  return AM_EXIT_TROUBLE;
}

/* @jobs: how many of its pictures are drawn at a time. */
static AmExit
render_map (const Render *render, const char *path, guint jobs)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  AmDrawChoice choice;
  AmExit status = am_input_open (path, render->options->force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  if (!choose_claims (render->options, loaded.map, &choice))
    return AM_EXIT_TROUBLE;
  g_autoptr (AmDrawPlan) plan = am_draw_plan_new (loaded.map, &choice, render->options->single_page);
  g_autofree char *file = find_file (render, path, NULL);
  Drawing drawing = { render, path, loaded.source->name, plan };
  if (am_draw_plan_count (plan) > 1 && file == NULL)
    {
      am_complain ("%s: %s. Several pictures do not go to standard output: name a directory with -d", drawing.name,
                   am_draw_plan_notice (plan));
      return AM_EXIT_TROUBLE;
    }
  if (am_draw_plan_notice (plan) != NULL)
    am_complain ("%s: %s", drawing.name, am_draw_plan_notice (plan));
  AmTasks tasks = { .count = am_draw_plan_count (plan), .run = draw_page, .name = name_page, .noun = "pictures", .verb = "drawn",
                    .data = &drawing };
  return am_workers_run (&tasks, jobs);
}

/* The format by -T, else by the suffix of -o, else SVG. */
static gboolean
choose_format (Render *render, gint type)
{
  const char *dot = render->output != NULL ? strrchr (render->output, '.') : NULL;
  gint word = type >= 0 ? type : AM_DRAW_SVG;

  if (type < 0 && dot != NULL && strchr (dot, '/') == NULL)
    {
      g_autofree char *suffix = g_ascii_strdown (dot + 1, -1);
      for (word = 0; am_draw_format_names[word] != NULL && !g_str_equal (am_draw_format_names[word], suffix);)
        word++;
      if (am_draw_format_names[word] == NULL)
        {
          am_usage_error ("render", "no format has the suffix .%s; say which with -T svg, dot, png, pdf or html", dot + 1);
          return FALSE;
        }
    }
  render->format = (AmDrawFormat) word;
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
choose_style (Render *render, const Options *options)
{
  render->style = (AmDrawStyle) { .theme = (AmDrawTheme) MAX (options->theme, 0), .direction = (AmDrawDirection) MAX (options->direction, 0),
                                  .font = options->font, .columns = (guint) MAX (options->columns, 0), .page = (AmDrawPage) (options->page + 1), .no_key = options->no_key, .fast = options->fast };
  if (options->columns >= 0 && (options->columns < FEWEST_COLUMNS || options->columns > MOST_COLUMNS))
    am_usage_error ("render", "--width takes a number of characters from %d to %d", FEWEST_COLUMNS, MOST_COLUMNS);
  else if (options->font != NULL && (options->font[0] == '\0' || !is_font_name (options->font)))
    am_usage_error ("render", "--font takes the name of one font family: letters, digits, spaces and hyphens");
  else if (options->page >= 0 && (render->format == AM_DRAW_DOT || render->format == AM_DRAW_HTML))
    am_usage_error ("render", "--page is for svg, png and pdf; a %s has no page", am_draw_format_names[render->format]);
  else if (options->fast && !am_draw_can_be_fast (render->format))
    am_usage_error ("render", "--fast leaves fonts alone, and a %s needs them; svg and dot do not",
                    am_draw_format_names[render->format]);
  else
    return TRUE;
  return FALSE;
}

static AmExit
check_usage (const Render *render, char **arguments)
{
  if (arguments[0] == NULL)
    return am_usage_error ("render", "name a map");
  if (render->watch && g_strcmp0 (render->output, "-") == 0)
    return am_usage_error ("render", "--watch writes files; -o - is none");
  if (render->watch && g_strv_contains ((const char *const *) arguments, "-"))
    return am_usage_error ("render", "--watch cannot see standard input change; name a map");
  if (render->output != NULL && render->folder != NULL)
    return am_usage_error ("render", "-o and -d exclude each other");
  if (render->output != NULL && arguments[1] != NULL)
    return am_usage_error ("render", "-o takes one map; for several, name a directory with -d");
  return AM_EXIT_OK;
}

/* Two maps may not go to one file: why @path may not be drawn beside those before it, as a new message; NULL when it may. */
static char *
claim_output (const Render *render, const char *path)
{
  if (is_stream (render, path)
      || g_hash_table_add (render->outputs, render->output != NULL ? g_strdup (render->output) : choose_output (render, path)))
    return NULL;
  if (render->output != NULL)
    return g_strdup ("-o takes one map; for several, name a directory with -d");
  return g_strdup_printf ("another map would be drawn to the same file as %s", path);
}

/* Nor one over a map that is still to be drawn. */
static AmExit
check_outputs (const Render *render, const GPtrArray *paths)
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
      return am_usage_error ("render", "a picture would overwrite the map %s", (char *) g_ptr_array_index (paths, i));
  return AM_EXIT_OK;
}

static AmExit
make_folder (const char *folder)
{
  if (folder == NULL || g_mkdir_with_parents (folder, 0777) == 0)
    return AM_EXIT_OK;
  am_complain ("cannot make the directory %s: %s", folder, g_strerror (errno));
  return AM_EXIT_TROUBLE;
}

/* --- many maps --- */

typedef struct
{
  const Render *render;
  GPtrArray *paths;
} Batch;

static AmExit
render_number (guint number, gpointer data)
{
  const Batch *batch = data;

  return render_map (batch->render, g_ptr_array_index (batch->paths, number), 1);
}

static char *
name_number (guint number, gpointer data)
{
  const Batch *batch = data;

  return g_strdup (g_ptr_array_index (batch->paths, number));
}

static AmExit
render_batch (const Render *render, GPtrArray *paths)
{
  gboolean from_stdin = g_ptr_array_find_with_equal_func (paths, "-", g_str_equal, NULL); /* there is only one */
  Batch batch = { render, paths };
  AmTasks tasks = { .count = paths->len, .run = render_number, .name = name_number, .noun = "maps", .verb = "drawn",
                    .data = &batch, .apart = render->watch };

  /* Workers are for the maps where there are several, and otherwise for the pictures of the one. */
  if (paths->len == 1 && !render->watch)
    return render_map (render, g_ptr_array_index (paths, 0), render->jobs);
  return am_workers_run (&tasks, from_stdin ? 1 : render->jobs);
}

static AmExit
render_all (const Render *render, char **arguments)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  AmExit status = AM_EXIT_OK;

  for (char **argument = arguments; *argument != NULL; argument++)
    status = am_exit_worse (status, am_input_expand (*argument, paths));
  if (check_outputs (render, paths) != AM_EXIT_OK || make_folder (render->folder) != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  return am_exit_worse (status, render_batch (render, paths));
}

/* --- again and again --- */

static gboolean
admit (const char *path, gpointer data)
{
  g_autofree char *why = claim_output (data, path);

  if (why != NULL)
    am_complain ("%s is not drawn: %s", path, why);
  return why == NULL;
}

static void
redraw (GPtrArray *paths, gpointer data)
{
  render_batch (data, paths);
}

static AmExit
render_watching (Render *render, char **arguments)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  AmWatch watch = { .arguments = arguments, .admit = admit, .changed = redraw, .data = render };

  for (char **argument = arguments; *argument != NULL; argument++)
    am_input_find (*argument, paths);
  if (check_outputs (render, paths) != AM_EXIT_OK || make_folder (render->folder) != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  return am_watch (&watch);
}

static AmExit
run (gconstpointer data, char **arguments)
{
  const Options *options = data;
  g_autoptr (GHashTable) outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Render render = { .output = options->output, .folder = options->folder, .options = options, .watch = options->watch,
                    .jobs = am_jobs (options->jobs), .outputs = outputs };
  AmExit status = check_usage (&render, arguments);

  if (status != AM_EXIT_OK || !choose_format (&render, options->type) || !choose_style (&render, options))
    return AM_EXIT_TROUBLE;
  return render.watch ? render_watching (&render, arguments) : render_all (&render, arguments);
}

static const char *const *
format_words (void)
{
  return am_draw_format_names;
}

static const char *const *
theme_words (void)
{
  return am_draw_theme_names;
}

static const char *const *
direction_words (void)
{
  return am_draw_direction_names;
}

static const char *const *
page_words (void)
{
  return am_draw_page_names + 1;
}

static const char *const *
issue_words (void)
{
  return am_issue_words + 1;
}

static const char *const *
kind_words (void)
{
  return am_claim_kind_words + 1;
}

static const AmOption option_table[] = {
  { "type", 'T', AM_OPTION_WORD, offsetof (Options, type), "svg (default), dot, png, pdf or html (a page to explore); else by the suffix of FILE", "FORMAT",
    format_words },
  { "output", 'o', AM_OPTION_FILE, offsetof (Options, output), "Write to FILE; - is standard output", "FILE", NULL },
  { "directory", 'd', AM_OPTION_FOLDER, offsetof (Options, folder), "Write NAME.FORMAT into DIR, which is made if need be", "DIR",
    NULL },
  { "focus", 0, AM_OPTION_TEXT, offsetof (Options, focus), "Draw only what bears on this claim, and its way to the thesis", "ID", NULL },
  { "depth", 0, AM_OPTION_NUMBER, offsetof (Options, depth), "Draw only what is up to N steps from the thesis or focus", "N", NULL },
  { "stakeholder", 0, AM_OPTION_TEXT, offsetof (Options, stakeholder), "Draw only what this stakeholder asserts", "ID", NULL },
  { "tag", 0, AM_OPTION_TEXT, offsetof (Options, tag), "Draw only what has this tag", "TAG", NULL },
  { "issue", 0, AM_OPTION_WORD, offsetof (Options, issue), "Draw only what belongs to this stock issue", "ISSUE", issue_words },
  { "kind", 0, AM_OPTION_WORD, offsetof (Options, kind), "Draw only facts, values, policies or definitions", "KIND", kind_words },
  { "single-page", 0, AM_OPTION_FLAG, offsetof (Options, single_page), "Draw one picture, however large the map is", NULL, NULL },
  { "theme", 0, AM_OPTION_WORD, offsetof (Options, theme), "light (default), dark, or print, which tells nothing by hue", "THEME",
    theme_words },
  { "direction", 0, AM_OPTION_WORD, offsetof (Options, direction), "Where arrows lead: rl (default), tb, lr or bt", "DIRECTION",
    direction_words },
  { "font", 0, AM_OPTION_TEXT, offsetof (Options, font), "Prefer this font family", "NAME", NULL },
  { "width", 0, AM_OPTION_NUMBER, offsetof (Options, columns), "Characters in a line of a card (default: 33)", "N", NULL },
  { "page", 0, AM_OPTION_WORD, offsetof (Options, page), "Fit the picture on a page of a4, a3 or letter", "PAGE", page_words },
  { "no-key", 0, AM_OPTION_FLAG, offsetof (Options, no_key), "Leave out the key", NULL, NULL },
  { "fast", 0, AM_OPTION_FLAG, offsetof (Options, fast), "Measure text by tables and not by fonts: quicker, SVG and DOT only", NULL,
    NULL },
  { "force", 0, AM_OPTION_FLAG, offsetof (Options, force), "Draw maps that have errors too", NULL, NULL },
  { "jobs", 'j', AM_OPTION_NUMBER, offsetof (Options, jobs), "Draw N maps at a time (default: as many as processors)", "N", NULL },
  { "watch", 0, AM_OPTION_FLAG, offsetof (Options, watch), "Draw again what changes, until Ctrl-C", NULL, NULL },
  { 0 },
};

const AmCommand am_command_render = {
  .name = "render",
  .summary = "Draw maps as SVG, PNG, PDF, DOT or a web page",
  .arguments = "MAP…",
  .description = "MAP is a map, a directory of maps, or - for standard input. Without -o and -d each picture goes\n"
                 "beside its map, and its path is printed. A map with errors is not drawn; they are shown.\n"
                 "Exit status: 0 all drawn; 1 a map has errors; 2 something could not be read or written.\n"
                 "With --watch: 0 when Ctrl-C or SIGTERM ends it.",
  .takes = AM_TAKES_MAPS,
  .options = option_table,
  .size = sizeof (Options),
  .run = run,
};
