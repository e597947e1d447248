#include "command/picture.h"

#include "base/file.h"
#include "command/asked.h"
#include "command/inputs.h"
#include "command/options.h"
#include "command/outputs.h"
#include "command/terminal.h"
#include "command/workers.h"
#include "page/page.h"

#include <string.h>

const char *const am_picture_format_names[] = { "svg", "dot", "png", "pdf", "html", NULL };

/* --- where a picture goes --- */

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

char *
am_picture_file (const AmRender *render, const char *path)
{
  const char *output = render->options->output, *named = render->options->folder;
  gboolean from_stdin = g_str_equal (path, "-");

  if (output != NULL)
    return g_str_equal (output, "-") ? NULL : g_strdup (output);
  if (from_stdin && named == NULL)
    return NULL;
  g_autofree char *base = from_stdin ? g_strdup ("map") : g_path_get_basename (path);
  g_autofree char *folder = named != NULL ? g_strdup (named) : g_path_get_dirname (path);
  if (!strip_suffix (base, ".argmap.json"))
    strip_suffix (base, ".json");
  g_autofree char *name = g_strconcat (base, ".", am_picture_format_names[render->format], NULL);
  if (g_str_equal (folder, ".") && named == NULL && !g_str_has_prefix (path, "./"))
    return g_steal_pointer (&name);
  return g_build_filename (folder, name, NULL);
}

/* A place that nobody named: what is there may have been put there by whoever sent the map. */
static gboolean
may_be_filled (const char *file)
{
  if (am_file_leads_out (file, NULL))
    am_complain ("cannot write %s: it is a link that leads out of its folder; name it with -o, or "
                 "remove the link",
                 file);
  else if (am_file_is_special (file))
    am_complain ("cannot write %s: it is no regular file; name it with -o, or remove it", file);
  else
    return TRUE;
  return FALSE;
}

/* @first: the file of the first picture of the map, to which that of this one adds @suffix (or
 * NULL). Whoever named the only file need not be told of it. */
static AmExit
write_picture (const AmRender *render, const char *path, const char *first, const char *suffix,
               const GString *picture)
{
  g_autofree char *file =
      first != NULL && suffix != NULL ? insert_suffix (first, suffix) : g_strdup (first);

  if (file == NULL)
    return am_print (picture->str, picture->len);
  if (am_file_is_same (file, path))
    return am_usage_error ("render", "the picture would overwrite the map %s", path);
  if ((render->options->output == NULL || suffix != NULL) && !may_be_filled (file))
    return AM_EXIT_TROUBLE;
  if (am_output_write (file, picture) != AM_EXIT_OK)
    return AM_EXIT_TROUBLE;
  if (render->options->output != NULL && suffix == NULL && !render->options->watch)
    return AM_EXIT_OK;
  return am_print_name (file);
}

/* --- what of a map is drawn --- */

static gboolean
choose_claims (const AmRenderOptions *options, const AmMap *map, AmDrawChoice *choice)
{
  g_auto (AmSought) tag = { .noun = "statement with the tag", .word = options->tag };

  *choice = AM_DRAW_EVERYTHING;
  choice->depth = options->depth >= 0 ? (guint) options->depth : AM_DRAW_ALL;
  choice->filter.tag = options->tag;
  choice->filter.issue =
      (AmIssue) (options->issue + 1); /* 0 is for any, and what was not given is -1 */
  choice->filter.kind = (AmClaimKind) (options->kind + 1);
  am_asked_tag (&tag, map);
  return am_asked_find (map, AM_ENTITY_CLAIM, options->focus, &choice->focus)
      && am_asked_find (map, AM_ENTITY_STAKEHOLDER, options->stakeholder,
                        &choice->filter.stakeholder)
      && am_asked_tell (&tag, map->source->name) == AM_EXIT_OK;
}

/* --- one map, which may take several pictures --- */

typedef struct
{
  const AmRender *render;
  AmEvaluation *evaluation; /* for pages; else NULL, unless the scene has it */
  AmScene scene;
  const char *path;
  const char *file; /* of its first picture; NULL for standard output */
  const char *name; /* for complaints */
  const AmPagination *pagination;
  gboolean first; /* of all maps */
  AmDrawOptions draw_options; /* of this map */
} Drawing;

static char *
name_page (guint number, gpointer data)
{
  const Drawing *drawing = data;
  const char *suffix = am_pagination_suffix (drawing->pagination, number);

  if (suffix != NULL)
    return g_strdup_printf ("%s, part %s", drawing->name, suffix);
  return g_strconcat (drawing->name,
                      am_pagination_count (drawing->pagination) > 1 ? ", overview" : NULL, NULL);
}

/* Whoever draws, and not who starts it: Pango has threads, and they must not be there when a
 * process is forked. */
static void
note_font (const AmRender *render)
{
  gboolean keeps_fonts = render->format != AM_DRAW_SVG && render->format != AM_PICTURE_PAGE;
  const char *font = render->draw_options.font;

  if (render->draw_options.fast || render->format == AM_DRAW_DOT)
    return;
  if (font != NULL && !am_draw_has_font (font))
    am_complain ("note: there is no font \"%s\" here, so another takes its place%s", font,
                 keeps_fonts ? "" : "; where there is one, text may not fit its cards");
  else if (!keeps_fonts && font == NULL && !am_draw_has_usual_font ())
    am_complain ("note: there is no font here that is as wide as Helvetica, so text may not fit "
                 "its cards where the picture is "
                 "looked at; install one, such as Liberation Sans");
}

#define MOST_OF_PREFIX 64
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"

AmExit
am_picture_check_prefix (const char *command, const char *prefix, const char *format)
{
  if (prefix == NULL)
    return AM_EXIT_OK;
  if (strspn (prefix, LETTERS) == 0 || strlen (prefix) > MOST_OF_PREFIX
      || prefix[strspn (prefix, LETTERS "0123456789-.")] != '\0')
    return am_usage_error (
        command, "--id-prefix takes up to %d letters, digits, -, _ and ., a letter or _ first",
        MOST_OF_PREFIX);
  if (!g_str_equal (format, am_draw_format_names[AM_DRAW_SVG]))
    return am_usage_error (command, "--id-prefix is for svg; %s has no ids that could meet others",
                           format);
  return AM_EXIT_OK;
}

/* A thesis stands in the overview and in its own picture. Caller owns it; NULL where none is asked
 * for. */
static char *
part_prefix (const Drawing *drawing, guint number)
{
  const char *prefix = drawing->draw_options.id_prefix,
             *suffix = am_pagination_suffix (drawing->pagination, number);
  return prefix != NULL && suffix != NULL ? g_strconcat (prefix, suffix, "-", NULL)
                                          : g_strdup (prefix);
}

/* Appends picture @number in the format that is asked for. */
static gboolean
draw (const Drawing *drawing, guint number, const AmDrawOptions *options, GString *out,
      GPtrArray *remarks, GError **error)
{
  guint format = drawing->render->format;
  g_autoptr (GString) picture = g_string_new (NULL);

  if (format != AM_PICTURE_PAGE)
    return am_draw (drawing->pagination, number, options, (AmDrawFormat) format, out, remarks,
                    error);
  if (!am_draw (drawing->pagination, number, options, AM_DRAW_SVG, picture, remarks, error))
    return FALSE;
  g_autoptr (AmDigest) digest = am_digest_new (drawing->evaluation, FALSE);
  am_page_write (digest, drawing->scene.evaluation != NULL, picture->str, out);
  return TRUE;
}

static AmExit
draw_page (guint number, gpointer data)
{
  const Drawing *drawing = data;
  g_autoptr (GString) picture = g_string_new (NULL);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = name_page (number, data);
  if (drawing->first && number == 0)
    note_font (drawing->render);
  g_autofree char *prefix = part_prefix (drawing, number);
  AmDrawOptions draw_options = drawing->draw_options;
  draw_options.id_prefix = prefix;
  gboolean drawn = draw (drawing, number, &draw_options, picture, remarks, &error);

  for (guint i = 0; i < remarks->len; i++)
    am_complain ("%s: note: %s", name, (const char *) g_ptr_array_index (remarks, i));
  if (drawn)
    return write_picture (drawing->render, drawing->path, drawing->file,
                          am_pagination_suffix (drawing->pagination, number), picture);
  return am_complain ("%s: %s", name, error->message);
}

/* The pictures of the parts may not go to the file of another map either: that there are any is
 * known only now. */
static gboolean
keep_apart (const Drawing *drawing)
{
  for (guint i = 1; i < am_pagination_count (drawing->pagination); i++)
    {
      const char *suffix = am_pagination_suffix (drawing->pagination, i);
      g_autofree char *file = drawing->file != NULL ? insert_suffix (drawing->file, suffix) : NULL;
      if (file == NULL || !g_hash_table_contains (drawing->render->outputs, file))
        continue;
      am_complain ("%s: another map would be drawn to the same file as its part %s: %s",
                   drawing->name, suffix, file);
      return FALSE;
    }
  return TRUE;
}

void (*am_picture_prepare (const AmRender *render)) (void)
{
  return render->format != AM_DRAW_DOT ? am_draw_prepare : NULL;
}

AmExit
am_picture_draw (const AmRender *render, const char *path, guint jobs, gboolean first)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  AmDrawChoice choice;
  AmExit status = am_input_open (path, render->options->force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  if (!choose_claims (render->options, loaded.map, &choice))
    return AM_EXIT_TROUBLE;
  AmDrawExtent extent = render->options->single_page ? AM_DRAW_WHOLE
                      : render->format == AM_PICTURE_PAGE
                          ? AM_DRAW_ONE_FILE /* its outline has everything */
                          : AM_DRAW_DIVIDED;
  const char *file = g_hash_table_lookup (render->files, path);
  g_autoptr (AmEvaluation) evaluation =
      render->options->evaluate || render->format == AM_PICTURE_PAGE
          ? am_evaluation_new (loaded.map, AM_STRENGTH_NONE)
          : NULL;
  AmScene scene = { .map = loaded.map,
                    .evaluation = render->options->evaluate ? evaluation : NULL };
  g_autoptr (AmPagination) pagination = am_pagination_new (&scene, &choice, extent);
  Drawing drawing = { render,     evaluation, scene,
                      path,       file,       loaded.source->name,
                      pagination, first,      render->draw_options };
  if (am_pagination_chooses_none (pagination))
    return am_complain ("%s has no statement that is all that was asked for, so nothing is drawn",
                        drawing.name);
  if (am_pagination_count (pagination) > 1 && file == NULL)
    return am_complain (
        "%s: %s. Several pictures do not go to standard output: name a directory with -d",
        drawing.name, am_pagination_notice (pagination));
  if (!keep_apart (&drawing))
    return AM_EXIT_TROUBLE;
  if (am_pagination_notice (pagination) != NULL)
    am_complain ("%s: %s", drawing.name, am_pagination_notice (pagination));
  AmTasks tasks = { .count = am_pagination_count (pagination),
                    .run = draw_page,
                    .name = name_page,
                    .noun = "pictures",
                    .verb = "drawn",
                    .prepare = am_picture_prepare (render),
                    .data = &drawing };
  return am_workers_run (&tasks, jobs);
}
