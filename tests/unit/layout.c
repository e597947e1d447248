/* draw/graphviz: engine, log, measure: what Graphviz says comes out in our words, pictures drawn by
   one context are alike, and texts have the widths of Helvetica. */

#include "unit.h"

#include "draw/draw.h"
#include "draw/graph/escape.h"
#include "draw/graphviz/engine.h"
#include "draw/graphviz/log.h"
#include "draw/view/text-extent.h"

static const char json[] = "{\"argmap\": 1, \"title\": \"T\", \"resolution\": \"a\","
                           " \"claims\": [{\"id\": \"a\", \"text\": \"A\"}, {\"id\": \"b\", "
                           "\"text\": \"B\", \"supports\": [\"a\"]},"
                           "  {\"id\": \"d\", \"text\": \"D\", \"supports\": [{\"claim\": \"a\", "
                           "\"with\": [\"b\"], \"id\": \"r\"}]}],"
                           " \"rebuttals\": [{\"id\": \"c\", \"text\": \"C\", \"undercuts\": "
                           "[{\"from\": \"b\", \"to\": \"a\"}]}]}";

static void
explains (const AmMap *map, const char *message, const char *expected)
{
  g_autofree char *text = am_graphviz_log_explain (map, message);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_explain (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json, strlen (json), &loaded);

  explains (map, "in label of node c1\n", "in label of claim \"b\"");
  explains (map, "edge \"c1\" -> 'c0', port c9", "edge claim \"b\" -> claim \"a\", port c9");
  explains (map, "node u0, port x unrecognized\n", "what \"b\" says to \"a\", port x unrecognized");
  explains (map, "node j1", "relation \"r\"");
  explains (map, "node r0, r1, p1, m2", "\"a\", r1, \"b\", an undercut by \"c\"");
  explains (map, "xc1 c1x c01c c éc1 c1é c4294967295 c-1",
            "xc1 c1x c01c c éc1 c1é c4294967295 c-1");
  explains (map, "lost c1 c0 edge\n",
            "an arrow is missing, since Graphviz found no way for it: claim \"b\" and claim \"a\"");
  explains (map, "syntax error in line 1\n... <FONT> ...\n in label of node c0\n",
            "syntax error in line 1, in label of claim \"a\"");
  explains (map, "", "");
  explains (NULL, "node c1", "node c1");
}

static guint
width_of_explained (const AmMap *map, const char *piece)
{
  g_autoptr (GString) message = g_string_new ("x");

  for (guint i = 0; i < 5000; i++)
    g_string_append (message, piece);
  g_autofree char *text = am_graphviz_log_explain (map, message->str);
  return am_text_width (text, -1);
}

static void
test_explain_long (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json, strlen (json), &loaded);

  g_assert_cmpuint (width_of_explained (map, " c1"), <=, 300);
  g_assert_cmpuint (width_of_explained (map, "漢"), <=, 300);
  g_assert_cmpuint (width_of_explained (map, "\xff"), <=, 300);
  g_assert_cmpuint (width_of_explained (map, "\n"), ==, 1);
}

/* --- what Graphviz really says --- */

static void
test_messages (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  am_graphviz_log_start (unit_load (json, strlen (json), &loaded));
  g_assert_null (am_graphviz_log_error ());
  agerr (AGWARN, "cell size too small for content\n");
  agerr (AGWARN, "something of node %s\n", "c1");
  agerr (AGPREV, "and more\n");
  agerr (AGWARN, "something of node %s\n", "c1");
  agerr (AGPREV, "and more\n");
  agerr (AGERR, "lost %s %s edge\n", "c1", "c0");
  g_assert_null (am_graphviz_log_error ());
  agerr (AGERR, "not so good\n");
  agerr (AGPREV, "in label of node %s\n", "c0");
  agerr (AGERR, "%01000d\n", 1);
  g_assert_cmpstr (am_graphviz_log_error (), ==, "not so good, in label of claim \"a\"");
  for (guint i = 0; i < 1000; i++)
    agerr (AGWARN, "warning %u\n", i);
  am_graphviz_log_stop (remarks);
  g_assert_cmpuint (remarks->len, ==, 20);
  g_assert_cmpstr (g_ptr_array_index (remarks, 0), ==, "something of claim \"b\", and more");
  g_assert_cmpstr (
      g_ptr_array_index (remarks, 1), ==,
      "an arrow is missing, since Graphviz found no way for it: claim \"b\" and claim \"a\"");
  g_assert_cmpstr (g_ptr_array_index (remarks, 2), ==, "warning 0");
}

static void
test_log (void)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  GLogLevelFlags usual =
      g_log_set_always_fatal (G_LOG_FATAL_MASK); /* g_test_init() makes warnings fatal */

  am_graphviz_log_start (NULL);
  g_log ("Pango", G_LOG_LEVEL_INFO, "by the way");
  g_log ("Pango", G_LOG_LEVEL_CRITICAL,
         "pango_cairo_show_layout: assertion 'PANGO_IS_LAYOUT (layout)' failed");
  g_log ("Pango", G_LOG_LEVEL_WARNING, "failed to choose a font, expect ugly output");
  am_graphviz_log_stop (remarks);
  g_log_set_always_fatal (usual);
  g_assert_cmpuint (remarks->len, ==, 1);
  UNIT_EXPECT (g_str_has_prefix (g_ptr_array_index (remarks, 0), "there is no font"), "it is %s",
               (char *) g_ptr_array_index (remarks, 0));
}

/* Two cards; the label of the first is @html. */
static Agraph_t *
make_graph (const char *html)
{
  Agraph_t *graph = agopen ((char *) "argmap", Agdirected, NULL);
  Agnode_t *first = agnode (graph, (char *) "c0", TRUE),
           *second = agnode (graph, (char *) "c1", TRUE);

  am_agset_html (graph, first, "label", html);
  am_agset (second, "label", "x");
  am_agset (agedge (graph, second, first, NULL, TRUE), "id", "edge");
  return graph;
}

static void
test_bad_label (void)
{
  static const char *const labels[] = { "<TABLE><TR><TD>", "<B>x</I>", "a &nosuch; b",
                                        "<NOSUCH>x</NOSUCH>", "\x01" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (labels); i++)
    {
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      g_autoptr (Agraph_t) graph = make_graph (labels[i / 2]);
      g_autoptr (GString) out = g_string_new ("before");
      g_autoptr (GError) error = NULL;
      const AmEngine engine = { .map = unit_load (json, strlen (json), &loaded),
                                .fast = i % 2 == 0 };

      gboolean drawn = am_engine_render (&engine, graph, "svg", out, &error);
      UNIT_EXPECT (!drawn, "drawn: %s", labels[i / 2]);
      g_assert_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_GRAPHVIZ);
      UNIT_EXPECT (strstr (error->message, "claim \"a\"") != NULL, "it says: %s", error->message);
      UNIT_EXPECT (strchr (error->message, '\n') == NULL, "it says: %s", error->message);
      g_assert_cmpstr (out->str, ==, "before");
    }
}

/* --- one context, many pictures --- */

static char *
draw (const char *html, const char *format, gboolean fast)
{
  g_autoptr (Agraph_t) graph = make_graph (html);
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const AmEngine engine = { .fast = fast };

  am_engine_render (&engine, graph, format, out, &error);
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

static void
test_again (void)
{
  static const char label[] = "<FONT FACE=\"Helvetica,Arial,sans-serif\">Some <B>text</B></FONT>";

  for (guint fast = 0; fast < 2; fast++)
    {
      g_autofree char *first = draw (label, "svg", (gboolean) fast);
      g_autofree char *otherwise = draw (label, "svg", !fast);
      g_autofree char *other =
          draw ("<FONT FACE=\"Courier\">Other</FONT>", "plain", (gboolean) fast);
      g_autofree char *second = draw (label, "svg", (gboolean) fast);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (first, !=, other);
      g_assert_cmpstr (first, !=, otherwise);
    }
  g_assert_true (g_str_has_prefix (am_engine_version (), "Graphviz "));
}

static void
test_fonts_needed (void)
{
  static const char *const formats[] = { "png", "pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (Agraph_t) graph = make_graph ("x");
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      const AmEngine engine = { .fast = TRUE };

      g_assert_false (am_engine_render (&engine, graph, formats[i], out, &error));
      g_assert_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_FONTS);
      g_assert_cmpuint (out->len, ==, 0);
    }
}

/* --- widths --- */

static void
measures (const char *text, gboolean bold, double from, double to)
{
  double width = am_text_extent (text, bold);
  UNIT_EXPECT (width >= from && width <= to, "%s is %f wide, not from %f to %f", text, width, from,
               to);
}

static void
test_measure (void)
{
  measures ("", FALSE, 0, 0);
  measures ("i", FALSE, 0.222, 0.223);
  measures ("W", FALSE, 0.943, 0.945);
  measures ("the quick brown fox", FALSE, 8.55, 8.65); /* as any font of these metrics has it */
  measures ("a", TRUE, 0.555, 0.557);
  measures ("b", TRUE, 0.610, 0.612);
  measures ("é", FALSE, 0.555, 0.557);
  measures ("e\u0301", FALSE, 0.555, 0.557);
  measures ("漢字", FALSE, 2, 2);
  measures ("😀", FALSE, 1.2, 1.3);
  measures ("привет", FALSE, 3, 4.2);
  measures ("ø", FALSE, 0.610, 0.612);
  measures ("Ω", FALSE, 0.747, 0.749);
  g_assert_cmpuint (am_text_extent_room ("PP", FALSE, 11), ==, 16); /* 14.7 and a little more */
  g_assert_cmpuint (am_text_extent_room ("漢字", FALSE, 11), ==,
                    am_text_extent_room ("", FALSE, 11)); /* as wide as the fonts have them */
  g_assert_cmpfloat (am_text_extent ("hello", TRUE), >, am_text_extent ("hello", FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/explain", test_explain);
  g_test_add_func ("/layout/explain-long", test_explain_long);
  g_test_add_func ("/layout/messages", test_messages);
  g_test_add_func ("/layout/log", test_log);
  g_test_add_func ("/layout/bad-label", test_bad_label);
  g_test_add_func ("/layout/again", test_again);
  g_test_add_func ("/layout/fonts-needed", test_fonts_needed);
  g_test_add_func ("/layout/measure", test_measure);
  return g_test_run ();
}
