#include "draw/svg.h"

#include "draw/escape.h"

#include <string.h>

void
am_svg_texts_init (AmSvgTexts *texts, const char *title)
{
  *texts = (AmSvgTexts) { title, NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

void
am_svg_texts_clear (AmSvgTexts *texts)
{
  g_clear_pointer (&texts->description, g_free);
  g_clear_pointer (&texts->titles, g_hash_table_unref);
  g_clear_pointer (&texts->links, g_hash_table_unref);
}

void
am_svg_texts_add (AmSvgTexts *texts, const char *id, char *title)
{
  g_hash_table_replace (texts->titles, g_strdup (id), title);
}

void
am_svg_texts_add_link (AmSvgTexts *texts, const char *name, const AmSourceRecord *source)
{
  g_hash_table_replace (texts->links, g_strdup (name), (gpointer) source);
}

/* --- dark colours --- */

/* Badges keep theirs. */
void
am_svg_append_dark_rules (GString *out, const char *scope)
{
  const AmColours *light = am_look_colours (AM_DRAW_LIGHT), *dark = am_look_colours (AM_DRAW_DARK);
  const struct
  {
    const char *from, *to;
  } pairs[] = {
    { light->paper, dark->paper }, { light->card, dark->card }, { light->thesis, dark->thesis }, { light->ink, dark->ink },
    { light->grey, dark->grey }, { light->border, dark->border }, { light->faint, dark->faint },
    { light->strokes[AM_RELATION_SUPPORT], dark->strokes[AM_RELATION_SUPPORT] },
    { light->strokes[AM_RELATION_REBUT], dark->strokes[AM_RELATION_REBUT] },
    { light->strokes[AM_RELATION_UNDERCUT], dark->strokes[AM_RELATION_UNDERCUT] }, { light->nobody.fill, dark->nobody.fill },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_append_printf (out, "%s [fill=\"%s\"]{fill:%s}%s [stroke=\"%s\"]{stroke:%s}\n", scope, pairs[i].from, pairs[i].to, scope,
                            pairs[i].from, pairs[i].to);
}

/* --- from Graphviz's SVG to ours --- */

typedef struct
{
  const AmSvgTexts *texts;
  const AmLook *look;
  GString *out;
  GArray *kept; /* gboolean per open element: whether its tags are */
  char *id; /* of the group that has just begun; owned */
  gboolean skips; /* the text of a title that is replaced */
} Completion;

static const char *
find_attribute (const char *wanted, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], wanted))
      return values[i];
  return NULL;
}

/* Most of a picture are numbers, which need none. */
static void
append_escaped (GString *out, const char *text, gsize length)
{
  gsize plain = 0;

  while (plain < length && text[plain] >= ' ' && text[plain] < 0x7F && strchr ("&<>\"'", text[plain]) == NULL)
    plain++;
  g_string_append_len (out, text, (gssize) plain);
  if (plain == length)
    return;
  g_autofree char *escaped = g_markup_escape_text (text + plain, (gssize) (length - plain));
  g_string_append (out, escaped);
}

static void
append_attributes (Completion *c, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_str_equal (values[i], "transparent") ? "none" : values[i]; /* it is no colour of SVG 1.1 */
      g_string_append_c (c->out, ' ');
      g_string_append (c->out, names[i]);
      g_string_append (c->out, "=\"");
      append_escaped (c->out, value, strlen (value));
      g_string_append_c (c->out, '"');
    }
}

/* Title, description and style of the whole. */
static void
append_head (Completion *c)
{
  g_string_append (c->out, "<title id=\"argmap-title\">");
  am_escape_xml (c->out, c->texts->title);
  g_string_append (c->out, "</title>\n<desc id=\"argmap-description\">");
  am_escape_xml (c->out, c->texts->description != NULL ? c->texts->description : "");
  g_string_append (c->out, "</desc>");
  if (c->look->asked->theme != AM_DRAW_LIGHT)
    return;
  g_string_append (c->out, "\n<style>@media screen and (prefers-color-scheme: dark) {\n");
  am_svg_append_dark_rules (c->out, "svg.argmap");
  g_string_append (c->out, "}</style>");
}

/* Graphviz's title of a group is the name of a node or edge, which says nothing. */
static void
replace_title (Completion *c)
{
  const char *title = c->id != NULL ? g_hash_table_lookup (c->texts->titles, c->id) : NULL;

  c->skips = TRUE;
  if (c->id == NULL)
    append_head (c);
  else if (title != NULL)
    {
      g_string_append (c->out, "<title>");
      am_escape_xml (c->out, title);
      g_string_append (c->out, "</title>");
    }
}

static const AmSourceRecord *
find_link (Completion *c, const char **names, const char **values)
{
  const char *name = find_attribute ("xlink:href", names, values);
  return name != NULL ? g_hash_table_lookup (c->texts->links, name) : NULL;
}

static void
append_link (Completion *c, const AmSourceRecord *source)
{
  g_string_append (c->out, "<a xlink:href=\"");
  am_escape_xml (c->out, source->url);
  g_string_append (c->out, "\" target=\"_blank\" rel=\"noopener\"><title>");
  am_escape_xml (c->out, source->title != NULL ? source->title : source->url);
  g_string_append (c->out, "</title>");
}

static void
start_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
               G_GNUC_UNUSED GError **error)
{
  Completion *c = data;
  const char *id = find_attribute ("id", names, values), *class = find_attribute ("class", names, values);
  gboolean group = g_str_equal (name, "g"), title = g_str_equal (name, "title");
  /* Graphviz wraps what has a tooltip in a link that leads nowhere; titles take its place. */
  gboolean wrapper = group && id != NULL && g_str_has_prefix (id, "a_");
  const AmSourceRecord *source = g_str_equal (name, "a") ? find_link (c, names, values) : NULL;
  gboolean keep = !title && !wrapper && (source != NULL || !g_str_equal (name, "a"));

  g_array_append_val (c->kept, keep);
  if (title)
    replace_title (c);
  if (!keep)
    return;
  if (group)
    {
      g_free (c->id);
      c->id = g_strcmp0 (class, "graph") != 0 ? g_strdup (id) : NULL;
    }
  if (source != NULL)
    {
      append_link (c, source);
      return;
    }
  g_string_append_c (c->out, '<');
  g_string_append (c->out, name);
  append_attributes (c, names, values);
  if (g_str_equal (name, "svg"))
    g_string_append (c->out, " class=\"argmap\" role=\"img\" aria-labelledby=\"argmap-title argmap-description\"");
  g_string_append_c (c->out, '>');
}

static void
end_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *name, gpointer data, G_GNUC_UNUSED GError **error)
{
  Completion *c = data;
  gboolean kept = g_array_index (c->kept, gboolean, c->kept->len - 1);

  g_array_set_size (c->kept, c->kept->len - 1);
  if (g_str_equal (name, "title"))
    c->skips = FALSE;
  if (!kept)
    return;
  if (strcmp (c->out->str + c->out->len - 2, "\">") == 0) /* nothing in it: text would end in &gt; */
    {
      g_string_truncate (c->out, c->out->len - 1);
      g_string_append (c->out, "/>");
    }
  else
    g_string_append_printf (c->out, "</%s>", name);
}

static void
text (G_GNUC_UNUSED GMarkupParseContext *context, const char *characters, gsize length, gpointer data, G_GNUC_UNUSED GError **error)
{
  Completion *c = data;

  gboolean blank = length > 0 && strspn (characters, "\n") >= length && c->out->str[c->out->len - 1] == '\n';

  if (!c->skips && !blank) /* no empty lines where something was left out */
    append_escaped (c->out, characters, length);
}

gboolean
am_svg_complete (const char *svg, gsize length, const AmSvgTexts *texts, const AmLook *look, GString *out, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GString) completed = g_string_sized_new (length + length / 8);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Completion completion = { texts, look, completed, kept, NULL, FALSE };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &completion, NULL);
  g_autoptr (GError) fault = NULL;

  g_string_append (completed, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  gboolean good = g_markup_parse_context_parse (context, svg, (gssize) length, &fault)
                  && g_markup_parse_context_end_parse (context, &fault);
  g_free (completion.id);
  g_string_append_c (completed, '\n');
  if (good)
    g_string_append_len (out, completed->str, (gssize) completed->len);
  else
    g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ, "Graphviz wrote SVG that is not well-formed: %s", fault->message);
  return good;
}
