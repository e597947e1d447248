/* load/canonical: what laying a map out may change, and what it may not. Fixtures, and random maps
 * whose members are shuffled. */

#include "base/character.h"
#include "dump.h"
#include "shuffled.h"

#include "base/file.h"
#include "check/check.h"
#include "load/canonical.h"

#include <cjson/cJSON.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cJSON, cJSON_Delete)

/* --- what stays --- */

/* NULL where @text is refused. */
static GString *
lay_out (const char *text, gsize length)
{
  char *copy = g_malloc (length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  g_autoptr (AmSource) source = am_source_new_take ("test", copy, length);
  g_autoptr (AmReport) report = am_report_new (source, NULL);
  GString *canonical = am_canonical (source, report);

  UNIT_EXPECT (canonical == NULL || report->findings->len <= 1, "laid out in spite of findings: %s",
               text);
  UNIT_EXPECT (canonical != NULL || am_report_has_errors (report), "refused without a word: %s",
               text);
  return canonical;
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* A text, number, word or bracket; commas follow from the rest. */
typedef struct
{
  const char *start;
  gsize length;
} Token;

static gint
compare_tokens (gconstpointer a, gconstpointer b)
{
  const Token *first = a, *second = b;

  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;
  return memcmp (first->start, second->start, first->length);
}

/* Of Token, sorted. */
static GArray *
list_tokens (const char *text, gsize length)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *start = p++;
      if (strchr (" \t\r\n,:\xEF\xBB\xBF", *start) != NULL)
        continue;
      if (*start == '"')
        {
          while (*p != '"')
            p += *p == '\\' ? 2 : 1;
          p++;
        }
      else if (strchr ("{}[]", *start) == NULL)
        while (p < end && strchr (" \t\r\n,:{}[]", *p) == NULL)
          p++;
      Token token = { start, (gsize) (p - start) };
      g_array_append_val (tokens, token);
    }
  g_array_sort (tokens, compare_tokens);
  return tokens;
}

/* What no output may hold raw is to be an escape; @text is valid. */
static GString *
escape (const char *text, gsize length)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c < 0x20 || (p == text && c == 0xFEFF) || am_character_may_stand (text, p, text + length))
        g_string_append_unichar (out, c);
      else if (c < 0x10000)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_printf (out, "\\u%04x\\u%04x", 0xD7C0 + (c >> 10), 0xDC00 + c % 0x400);
    }
  return out;
}

static void
expect_tokens (const char *text, gsize length, const GString *canonical)
{
  g_autoptr (GString) escaped = escape (text, length);
  g_autoptr (GArray) before = list_tokens (escaped->str, escaped->len),
                     after = list_tokens (canonical->str, canonical->len);

  UNIT_EXPECT (before->len == after->len, "%u tokens of %s and not %u", after->len, text,
               before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const Token *old = &g_array_index (before, Token, i), *new = &g_array_index (after, Token, i);
      UNIT_EXPECT (compare_tokens (old, new) == 0, "%.*s in %s and not %.*s", (int) new->length,
                   new->start, text, (int) old->length, old->start);
    }
}

/* What is found, wherever and however often that is. */
static char *
list_findings (const AmReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const AmFinding *finding = am_report_finding (report, i);
      g_ptr_array_add (lines, g_strdup_printf ("%d %s", (int) finding->rule, finding->message));
    }
  g_ptr_array_sort (lines, compare_texts);
  for (guint i = lines->len; i > 1; i--)
    if (g_str_equal (lines->pdata[i - 2], lines->pdata[i - 1]))
      g_ptr_array_remove_index (lines, i - 1);
  return join_sorted (lines);
}

static void
expect_same (const char *what, const char *text, char *before, char *after)
{
  UNIT_EXPECT (g_str_equal (before, after), "%s of %s: %s and not %s", what, text, after, before);
  g_free (before);
  g_free (after);
}

typedef enum
{
  EXPECT_FINDINGS = 1 << 0, /* which of two that are alike is found may change, so only where the
                               order of members was that of the format */
  EXPECT_MODEL = 1 << 1,
} Expected;

static void
expect_meaning (const char *text, gsize length, const GString *canonical, guint expected)
{
  g_auto (AmLoaded) before = { NULL, NULL, NULL }, after = { NULL, NULL, NULL };
  const AmMap *old = unit_load (text, length, &before),
              *new = unit_load (canonical->str, canonical->len, &after);

  if ((expected & EXPECT_MODEL) != 0)
    expect_same ("the map", text, dump_map (old), dump_map (new));
  if ((expected & EXPECT_FINDINGS) == 0)
    return;
  am_check (before.map, AM_SCOPE_SURROUNDINGS, before.report);
  am_check (after.map, AM_SCOPE_SURROUNDINGS, after.report);
  expect_same ("findings", text, list_findings (before.report), list_findings (after.report));
}

/* Whether something in a line could have been broken: brackets that are closed in it, unless there
 * is nothing between them. */
static gboolean
has_whole_bracket (const char *line, gsize length)
{
  guint open = 0;

  for (gsize i = 0; i < length; i++)
    if (line[i] == '"')
      for (i++; line[i] != '"'; i++)
        i += line[i] == '\\';
    else if ((line[i] == '{' || line[i] == '[') && line[i + 1] != line[i] + 2)
      open++;
    else if ((line[i] == '}' || line[i] == ']') && open > 0 && line[i - 1] != line[i] - 2)
      return TRUE;
  return FALSE;
}

/* Only a text, a number or how deep it stands may make a line longer than lines are. */
static void
expect_lines (const GString *canonical)
{
  const char *stop = canonical->str + canonical->len, *end;

  g_assert_cmpint (stop[-1], ==, '\n');
  for (const char *line = canonical->str; line < stop; line = end + 1)
    {
      end = memchr (line, '\n', (gsize) (stop - line));
      UNIT_EXPECT (end > line && end[-1] != ' ',
                   "an empty line, or white space at the end of one, in %s", canonical->str);
      UNIT_EXPECT (am_text_width (line, end - line) <= AM_CANONICAL_WIDTH
                       || !has_whole_bracket (line, (gsize) (end - line)),
                   "this line is too long: %.*s", (int) (end - line), line);
    }
}

/* For cJSON no infinity is equal to itself, and it takes twice as long for every level. */
static void
expect_equal_trees (const char *text, const char *canonical)
{
  g_autoptr (cJSON) before = cJSON_Parse (text), after = cJSON_Parse (canonical);

  UNIT_EXPECT (cJSON_Compare (before, after, TRUE), "%s is not %s", canonical, text);
}

static void
expect_canonical (const char *text, gsize length, const GString *canonical, guint expected)
{
  g_autoptr (GString) again = lay_out (canonical->str, canonical->len);

  UNIT_EXPECT (again != NULL && g_string_equal (again, canonical), "laid out again, it differs: %s",
               canonical->str);
  expect_tokens (text, length, canonical);
  expect_lines (canonical);
  expect_meaning (text, length, canonical, expected);
}

/* --- cases --- */

static void
expect_layout (const char *members, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"argmap\":1,%s}", members);
  g_autofree char *wanted = g_strdup_printf ("{\n  \"argmap\": 1,\n  %s\n}\n", expected);
  g_autoptr (GString) canonical = lay_out (text, strlen (text));

  g_assert_nonnull (canonical);
  g_assert_cmpstr (canonical->str, ==, wanted);
}

static void
test_brackets (void)
{
  expect_layout ("\"x-a\":[],\"x-b\":{},\"x-c\":[ ] ,\"x-d\" : { \t}",
                 "\"x-a\": [],\n  \"x-b\": {},\n  \"x-c\": [],\n  \"x-d\": {}");
  expect_layout ("\"x-a\":{\"b\":[1,{}],\"c\":null}", "\"x-a\": { \"b\": [1, {}], \"c\": null }");
  expect_layout ("\"x-a\":[[1],[[2 ,3]]]", "\"x-a\": [[1], [[2, 3]]]");
  expect_layout ("\"claims\":[],\"title\":\"T\"", "\"title\": \"T\",\n  \"claims\": []");
  expect_layout ("\"claims\":[{\"text\":\"T\",\"id\":\"a\"}]",
                 "\"claims\": [\n    { \"id\": \"a\", \"text\": \"T\" }\n  ]");
  expect_layout ("\"claims\":[1,null]", "\"claims\": [\n    1,\n    null\n  ]");
  expect_layout ("\"claims\":{\"text\":\"T\",\"id\":\"a\"}",
                 "\"claims\": { \"id\": \"a\", \"text\": \"T\" }");
}

static void
test_order (void)
{
  expect_layout ("\"zz\":1,\"x-b\":2,\"x-a\":3,\"title\":4",
                 "\"title\": 4,\n  \"zz\": 1,\n  \"x-b\": 2,\n  \"x-a\": 3");
  expect_layout ("\"x-a\":{\"text\":1,\"id\":2}", "\"x-a\": { \"text\": 1, \"id\": 2 }");
  expect_layout ("\"stakeholder\":[{\"name\":1,\"id\":2}],\"title\":3",
                 "\"title\": 3,\n  \"stakeholder\": [{ \"name\": 1, \"id\": 2 }]");
  expect_layout (
      "\"sources\":[{\"title\":\"T\",\"\\u0069d\":\"a\",\"i\\u0064d\":0}]",
      "\"sources\": [\n    { \"\\u0069d\": \"a\", \"title\": \"T\", \"i\\u0064d\": 0 }\n  ]");
  expect_layout ("\"rebuttals\":[{\"undercuts\":[{\"to\":{\"to\":\"c\",\"from\":\"b\"},\"from\":"
                 "\"a\"}],\"id\":\"r\"}]",
                 "\"rebuttals\": [\n    { \"id\": \"r\", \"undercuts\": [{ \"from\": \"a\", "
                 "\"to\": { \"from\": \"b\", \"to\": \"c\" } }] }\n  ]");
}

/* "  "x-a": ["", "…"]" with so many columns that a comma after it is the hundredth. */
static void
test_width (void)
{
  static const struct
  {
    const char *piece;
    guint width;
  } pieces[] = { { "a", 1 },       { "漢", 2 },   { "e\u0301", 1 },
                 { "\\u00e9", 6 }, { "\\\"", 2 }, { "😀", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint over = 0; over < 2; over++)
      {
        guint room = 99 - (guint) strlen ("  \"x-a\": [\"\", \"\"]") + over;
        g_autoptr (GString) texts = g_string_new ("\"");
        for (guint k = 0; k < room % pieces[i].width; k++)
          g_string_append_c (texts, '-');
        g_string_append (texts, "\",\"");
        for (guint k = 0; k < room / pieces[i].width; k++)
          g_string_append (texts, pieces[i].piece);
        g_string_append_c (texts, '"');
        g_auto (GStrv) two = g_strsplit (texts->str, ",", 2);
        g_autofree char *members = g_strdup_printf ("\"x-a\":[%s]", texts->str);
        g_autofree char *expected =
            over ? g_strdup_printf ("\"x-a\": [\n    %s,\n    %s\n  ]", two[0], two[1])
                 : g_strdup_printf ("\"x-a\": [%s, %s]", two[0], two[1]);
        expect_layout (members, expected);
      }
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new ("{\"argmap\":1,\"x-deep\":");
  for (guint i = 0; i < 63; i++)
    g_string_append (text, "[1,");
  g_string_truncate (text, text->len - 1);
  for (guint i = 0; i < 63; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  g_autoptr (GString) canonical = lay_out (text->str, text->len);

  g_assert_nonnull (canonical);
  expect_canonical (text->str, text->len, canonical, EXPECT_MODEL | EXPECT_FINDINGS);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "{",
    "{\"argmap\":1",
    "{\"argmap\":1}x",
    "{\"argmap\":1,}",
    "[]",
    "[{\"argmap\":1}]",
    "1",
    "\"argmap\"",
    "{}",
    "{\"a\":1}",
    "{\"argmap\":2}",
    "{\"argmap\":1,\"argmap\":1}",
    "{\"argmap\":1,\"x-a\":{\"a\":1,\"\\u0061\":2}}",
    "{\"argmap\":1,\"a\":\"\xFF\"}",
    "{\"argmap\":1,\"a\":\"\\u0000\"}",
    "{\"argmap\":1,\"a\":\"\\ud800\"}",
    "\xEF\xBB\xBF{\"argmap\":1,\"a\":\"\xFF\"}",
    "\xEF\xBB\xBF",
    "\xEF\xBB\xBF{}",
    "\xEF\xBB\xBF\xEF\xBB\xBF{\"argmap\":1}",
    "\xFF\xFE{\0\"\0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) canonical = lay_out (texts[i], strlen (texts[i]));
      UNIT_EXPECT (canonical == NULL, "not refused: %s", texts[i]);
    }
  g_autoptr (GString) null = lay_out ("{\"argmap\":1}\0", 13);
  g_assert_null (null);
  g_autoptr (GString) marked = lay_out ("\xEF\xBB\xBF{\"argmap\":\"1\",\r\n\"b\":-0}\r\n", 28);
  g_assert_nonnull (marked);
  g_assert_cmpstr (marked->str, ==, "{\n  \"argmap\": \"1\",\n  \"b\": -0\n}\n");
}

/* --- every map that there is --- */

static guint
try_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint tried = 0;

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gsize length = 0;
      g_autofree char *text = g_str_has_suffix (name, ".argmap.json")
                                ? am_file_read (path, AM_SOURCE_MAX_SIZE, &length, NULL)
                                : NULL;
      g_autoptr (GString) canonical = text != NULL ? lay_out (text, length) : NULL;
      if (canonical == NULL)
        continue;
      tried++;
      guint expected = EXPECT_MODEL | EXPECT_FINDINGS;
      if (g_str_has_prefix (name, "duplicate-id") || g_str_has_prefix (name, "unknown-field"))
        expected = 0; /* an id twice means the one that comes first, and a list with a slip in its
                         name moves */
      if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
        expected = EXPECT_MODEL;
      expect_canonical (text, length, canonical, expected);
    }
  return tried;
}

static void
test_fixtures (void)
{
  static const char *const folders[] = { "maps", "examples", "tests/check",
                                         "tests/golden/reports/maps" };
  const char *top = g_getenv ("ARGMAP_SOURCE");
  guint tried = 0;

  if (top == NULL)
    {
      g_test_skip ("ARGMAP_SOURCE is to be the top of the source");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (top, folders[i], NULL);
      tried += try_folder (folder);
    }
  g_assert_cmpuint (tried, >, 400);
}

/* --- random maps --- */

static void
test_random (void)
{
  for (guint seed = 0; seed < UNIT_ROUNDS (1000); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (Value) map = random_map (random);
      g_autoptr (GString) first = NULL;

      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          write_space (random, text);
          write_value (random, text, map);
          write_space (random, text);
          g_autoptr (GString) canonical = lay_out (text->str, text->len);
          UNIT_EXPECT (canonical != NULL, "refused: %s", text->str);
          expect_canonical (text->str, text->len, canonical, EXPECT_MODEL);
          if (first == NULL)
            expect_equal_trees (text->str, canonical->str);
          UNIT_EXPECT (first == NULL || g_string_equal (first, canonical),
                       "in another order: %s and not %s", canonical->str, first->str);
          if (first == NULL)
            first = g_steal_pointer (&canonical);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical/brackets", test_brackets);
  g_test_add_func ("/canonical/order", test_order);
  g_test_add_func ("/canonical/width", test_width);
  g_test_add_func ("/canonical/depth", test_depth);
  g_test_add_func ("/canonical/refused", test_refused);
  g_test_add_func ("/canonical/fixtures", test_fixtures);
  g_test_add_func ("/canonical/random", test_random);
  return g_test_run ();
}
