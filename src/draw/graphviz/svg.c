#include "draw/graphviz/svg.h"

#include "base/text.h"
#include "draw/graph/escape.h"
#include "draw/graph/legend.h"

#include <string.h>

/* --- from Graphviz's SVG to ours --- */

typedef struct
{
  const AmSvgTexts *texts;
  const AmStyle *style;
  GString *out;
  GArray *kept; /* gboolean per open element: whether its tags are */
  char *id; /* of the group that has just begun; owned */
  gboolean skips; /* the text of a title that is replaced */
  double middle, right; /* of the group: of its last area, across; where lines from right to left
                           begin, 0 when nothing tells */
  char **names, **values; /* of a text of which only the tag has been read; owned */
  char *y; /* where the text before stands; owned */
  gboolean joined; /* the text goes on in the one before */
  GArray *keys; /* gsize: where in out the picture's own key is to be written */
} Completion;

/* --- ids --- */

/* Several pictures may come to stand in one page, where ids and classes are common to all. What
   stylesheets and links do not rely on is called by a key, which is made of the picture; before
   that is known, this stands for it. */
#define NO_KEY "0000000000"

static void
append_key (Completion *c)
{
  g_string_append (c->out, "argmap-");
  g_array_append_val (c->keys, c->out->len);
  g_string_append (c->out, NO_KEY);
}

static void
write_keys (const Completion *c)
{
  g_autofree char *digest =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) c->out->str, c->out->len);

  for (guint i = 0; i < c->keys->len; i++)
    memcpy (c->out->str + g_array_index (c->keys, gsize, i), digest, strlen (NO_KEY));
}

static const char *
id_prefix (const Completion *c)
{
  return c->style->options->id_prefix != NULL ? c->style->options->id_prefix : "";
}

/* An id of the picture's own. */
static void
append_own_id (Completion *c, const char *what)
{
  g_string_append (c->out, id_prefix (c));
  append_key (c);
  g_string_append_printf (c->out, "-%s", what);
}

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

  while (plain < length && text[plain] >= ' ' && text[plain] < 0x7F
         && strchr ("&<>\"'", text[plain]) == NULL)
    plain++;
  if (plain == length)
    {
      g_string_append_len (out, text, (gssize) plain);
      return;
    }
  g_autofree char *whole = g_strndup (text, length);
  am_escape_xml (out, whole);
}

static void
append_attribute (Completion *c, const char *name, const char *value)
{
  g_string_append_c (c->out, ' ');
  g_string_append (c->out, name);
  g_string_append (c->out, "=\"");
  append_escaped (c->out, value, strlen (value));
  g_string_append_c (c->out, '"');
}

static gboolean
is_clear (const char *colour)
{
  return colour != NULL && (g_str_equal (colour, "transparent") || g_str_equal (colour, "none"));
}

static void
append_id (Completion *c, const char *id)
{
  g_autofree char *whole = g_strconcat (id_prefix (c), id, NULL);
  append_attribute (c, "id", whole);
}

/* Graphviz calls every graph graph0: without a name of ours an element has none. */
static void
append_attributes (Completion *c, const char **names, const char **values)
{
  gboolean whole = g_strcmp0 (find_attribute ("class", names, values), "graph") == 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], "id"))
      append_attribute (
          c, names[i],
          is_clear (values[i]) ? "none" : values[i]); /* "transparent" is no colour of SVG 1.1 */
    else if (!whole)
      append_id (c, values[i]);
}

/* --- texts, which must stand where they should in any font --- */

/* Notes where the area stretches, for the texts on it. TRUE for a transparent one, which is there
 * for nothing else. */
static gboolean
note_area (Completion *c, const char **names, const char **values)
{
  const char *points = find_attribute ("points", names, values);
  double left = 0, right = 0;

  for (const char *p = points; p != NULL && *p != '\0';)
    {
      double x = g_ascii_strtod (p, NULL);
      left = p == points ? x : MIN (left, x);
      right = p == points ? x : MAX (right, x);
      p = strchr (p, ' ');
      p = p != NULL ? p + 1 : NULL;
    }
  if (is_clear (find_attribute ("fill", names, values))
      && is_clear (find_attribute ("stroke", names, values)))
    {
      c->right = right - AM_TEXT_PADDING;
      return TRUE;
    }
  c->middle = (left + right) / 2;
  return FALSE;
}

static gboolean
is_badge (const char **names, const char **values)
{
  const char *weight = find_attribute ("font-weight", names, values),
             *size = find_attribute ("font-size", names, values);
  return g_strcmp0 (weight, "bold") == 0 && size != NULL
      && g_ascii_strtod (size, NULL) == AM_SMALL_POINTS;
}

static void
append_place (Completion *c, const char *anchor, double x)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  append_attribute (c, "text-anchor", anchor);
  append_attribute (c, "x", g_ascii_formatd (number, sizeof number, "%.10g", x));
}

/* Graphviz places every text by its left end, as wide as the fonts of this machine have it. */
static void
begin_text (Completion *c, const char *characters, gsize length)
{
  const char **names = (const char **) c->names, **values = (const char **) c->values;
  const char *y = find_attribute ("y", names, values),
             *anchor = find_attribute ("text-anchor", names, values);
  g_autofree char *content = g_strndup (characters, length);
  gboolean rtl = c->right != 0 || am_text_is_rtl (content),
           start = g_strcmp0 (anchor, "start") == 0;

  c->joined = g_strcmp0 (y, c->y) == 0 && g_str_has_prefix (content, AM_STANCE_MARK)
           && g_str_has_suffix (c->out->str, "</text>\n");
  if (c->joined)
    {
      const char *fill = find_attribute ("fill", names, values);
      g_string_truncate (c->out, c->out->len - strlen ("</text>\n"));
      g_string_append (c->out, "<tspan xml:space=\"preserve\"");
      if (fill != NULL)
        append_attribute (c, "fill", fill);
      g_string_append_c (c->out, '>');
      return;
    }
  g_string_append (c->out, "<text");
  if (start && is_badge (names, values))
    append_place (c, "middle", c->middle);
  else if (start && c->right != 0)
    append_place (c, "start", c->right);
  else if (start && rtl) /* where such a text ends is its left */
    append_place (c, "end", g_ascii_strtod (find_attribute ("x", names, values), NULL));
  else
    start = FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!start || (!g_str_equal (names[i], "text-anchor") && !g_str_equal (names[i], "x")))
      append_attribute (c, names[i], values[i]);
  g_string_append (c->out, rtl ? " direction=\"rtl\">" : ">");
  g_free (c->y);
  c->y = g_strdup (y);
}

static void
begin_pending_text (Completion *c, const char *characters, gsize length)
{
  if (c->names == NULL)
    return;
  begin_text (c, characters, length);
  g_clear_pointer (&c->names, g_strfreev);
  g_clear_pointer (&c->values, g_strfreev);
}

static void
end_text (Completion *c)
{
  begin_pending_text (c, "", 0);
  g_string_append (c->out, c->joined ? "</tspan></text>" : "</text>");
}

/* --- dark colours --- */

/* Rules that turn the light colours of the picture into dark ones. Badges keep theirs. */
static void
append_dark_rules (Completion *c)
{
  static const char *const properties[] = { "fill", "stroke" };
  const AmColours *light = am_style_colours (AM_DRAW_LIGHT),
                  *dark = am_style_colours (AM_DRAW_DARK);
  const struct
  {
    const char *from, *to;
  } pairs[] = {
    { light->paper, dark->paper },
    { light->card, dark->card },
    { light->thesis, dark->thesis },
    { light->ink, dark->ink },
    { light->grey, dark->grey },
    { light->border, dark->border },
    { light->faint, dark->faint },
    { light->strokes[AM_RELATION_SUPPORT], dark->strokes[AM_RELATION_SUPPORT] },
    { light->strokes[AM_RELATION_REBUT], dark->strokes[AM_RELATION_REBUT] },
    { light->strokes[AM_RELATION_UNDERCUT], dark->strokes[AM_RELATION_UNDERCUT] },
    { light->nobody.fill, dark->nobody.fill },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint k = 0; k < G_N_ELEMENTS (properties); k++)
      {
        g_string_append (c->out, "svg.");
        append_key (c);
        g_string_append_printf (c->out, " [%s=\"%s\"]{%s:%s}%s", properties[k], pairs[i].from,
                                properties[k], pairs[i].to, k > 0 ? "\n" : "");
      }
}

/* --- elements --- */

/* Title, description and style of the whole. */
static void
append_head (Completion *c)
{
  g_string_append (c->out, "<title id=\"");
  append_own_id (c, "title");
  g_string_append (c->out, "\">");
  am_escape_xml (c->out, c->texts->title);
  g_string_append (c->out, "</title>\n<desc id=\"");
  append_own_id (c, "description");
  g_string_append (c->out, "\">");
  am_escape_xml (c->out, c->texts->description != NULL ? c->texts->description : "");
  g_string_append (c->out, "</desc>");
  if (c->style->options->theme != AM_DRAW_LIGHT)
    return;
  g_string_append (c->out, "\n<style>@media screen and (prefers-color-scheme: dark) {\n");
  append_dark_rules (c);
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
start_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *name, const char **names,
               const char **values, gpointer data, G_GNUC_UNUSED GError **error)
{
  Completion *c = data;
  const char *id = find_attribute ("id", names, values),
             *class = find_attribute ("class", names, values);
  gboolean group = g_str_equal (name, "g"), title = g_str_equal (name, "title");
  /* Graphviz wraps what has a tooltip in a link that leads nowhere; titles take its place. */
  gboolean wrapper = group && id != NULL && g_str_has_prefix (id, "a_");
  const AmSourceRecord *source = g_str_equal (name, "a") ? find_link (c, names, values) : NULL;
  gboolean mark = g_str_equal (name, "polygon") && note_area (c, names, values);
  gboolean keep = !title && !wrapper && !mark && (source != NULL || !g_str_equal (name, "a"));

  g_array_append_val (c->kept, keep);
  if (title)
    replace_title (c);
  if (!keep)
    return;
  if (group)
    {
      g_free (c->id);
      c->id = g_strcmp0 (class, "graph") != 0 ? g_strdup (id) : NULL;
      c->middle = c->right = 0;
    }
  if (source != NULL)
    {
      append_link (c, source);
      return;
    }
  if (g_str_equal (name, "text"))
    {
      c->names = g_strdupv ((char **) names);
      c->values = g_strdupv ((char **) values);
      return;
    }
  g_string_append_c (c->out, '<');
  g_string_append (c->out, name);
  append_attributes (c, names, values);
  if (g_str_equal (name, "svg"))
    {
      if (c->texts->language != NULL)
        append_attribute (c, "xml:lang", c->texts->language);
      g_string_append (c->out, " class=\"argmap ");
      append_key (c);
      g_string_append (c->out, "\" role=\"img\" aria-labelledby=\"");
      append_own_id (c, "title");
      g_string_append_c (c->out, ' ');
      append_own_id (c, "description");
      g_string_append_c (c->out, '"');
    }
  g_string_append_c (c->out, '>');
}

static void
end_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *name, gpointer data,
             G_GNUC_UNUSED GError **error)
{
  Completion *c = data;
  gboolean kept = g_array_index (c->kept, gboolean, c->kept->len - 1);

  g_array_set_size (c->kept, c->kept->len - 1);
  if (g_str_equal (name, "title"))
    c->skips = FALSE;
  if (!kept)
    return;
  if (g_str_equal (name, "text"))
    end_text (c);
  else if (strcmp (c->out->str + c->out->len - 2, "\">")
           == 0) /* nothing in it: text would end in &gt; */
    {
      g_string_truncate (c->out, c->out->len - 1);
      g_string_append (c->out, "/>");
    }
  else
    g_string_append_printf (c->out, "</%s>", name);
}

static void
text (G_GNUC_UNUSED GMarkupParseContext *context, const char *characters, gsize length,
      gpointer data, G_GNUC_UNUSED GError **error)
{
  Completion *c = data;

  begin_pending_text (c, characters, length);
  gboolean blank =
      length > 0 && strspn (characters, "\n") >= length && c->out->str[c->out->len - 1] == '\n';

  if (!c->skips && !blank) /* no empty lines where something was left out */
    append_escaped (c->out, characters, length);
}

gboolean
am_svg_complete (const char *svg, gsize length, const AmSvgTexts *texts, const AmStyle *style,
                 GString *out, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GString) completed = g_string_sized_new (length + length / 8);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gsize));
  Completion completion = {
    .texts = texts, .style = style, .out = completed, .kept = kept, .keys = keys
  };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, 0, &completion, NULL);
  g_autoptr (GError) fault = NULL;

  g_string_append (completed, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  gboolean good = g_markup_parse_context_parse (context, svg, (gssize) length, &fault)
               && g_markup_parse_context_end_parse (context, &fault);
  g_free (completion.id);
  g_free (completion.y);
  g_strfreev (completion.names);
  g_strfreev (completion.values);
  g_string_append_c (completed, '\n');
  write_keys (&completion);
  if (good)
    g_string_append_len (out, completed->str, (gssize) completed->len);
  else
    g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ,
                 "Graphviz wrote SVG that is not well-formed: %s", fault->message);
  return good;
}
