/* base/text: width, wrapping, cleaning, folding, counting, guessing. */

#include "base/character.h"
#include "base/nearest.h"
#include "unit.h"

/* --- width --- */

static void
test_width (void)
{
  static const struct
  {
    const char *text;
    guint width;
  } samples[] = {
    { "", 0 },     { "abc", 3 },      { "é", 1 },      { "e\u0301", 1 },  { "e\u0301\u0323", 1 },
    { "漢字", 4 }, { "ｆｕｌｌ", 8 }, { "한국", 4 },   { "a\u200bb", 2 }, { "\u200d", 0 },
    { "😀", 2 },    { "–…“”", 4 },     { "\u00a0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_assert_cmpuint (am_text_width (samples[i].text, -1), ==, samples[i].width);
  g_assert_cmpuint (am_text_width ("漢字", 3), ==, 2);
  g_assert_cmpuint (am_text_width ("abc", 0), ==, 0);
}

static void
test_width_adds_up (void)
{
  g_autoptr (GRand) random = unit_random (11);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      unit_random_text (random, text, 30);
      guint sum = 0;
      for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_assert_cmpuint (am_text_width (text->str, p - text->str), ==, sum);
          sum += am_text_char_width (g_utf8_get_char (p));
        }
      g_assert_cmpuint (am_text_width (text->str, -1), ==, sum);
    }
}

/* --- cleaning --- */

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *clean;
  } samples[] = {
    { "", "" },
    { "plain", "plain" },
    { "two\nlines", "two lines" },
    { "a\tb\rc", "a b c" },
    { "\033[31mred", "\ufffd[31mred" },
    { "a\u202eb\u2066c", "a\ufffdb\ufffdc" },
    { "\xff\xfe!", "\ufffd\ufffd!" },
    { "caf\xe9", "caf\ufffd" },
    { "\xe2\x82", "\ufffd\ufffd" },
    { "\xed\xa0\x80", "\ufffd\ufffd\ufffd" },
    { "\x7f\xc2\x85", "\ufffd\ufffd" },
    { "é漢😀", "é漢😀" },
    { "\u200f\u05d0\u200e!\u061c", "\u05d0!" },
    { "\U0001F3F4\U000E0067\U000E007F.", "\U0001F3F4." },
    { "a\u206ab\ufdd0c\U0001FFFFd\ufff9", "a\ufffdb\ufffdc\ufffdd\ufffd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *clean = am_text_clean (samples[i].text);
      g_assert_cmpstr (clean, ==, samples[i].clean);
    }
  g_autoptr (GString) out = g_string_new ("<");
  am_text_append_clean (out, "a\0b", 3);
  g_assert_cmpstr (out->str, ==, "<a\ufffdb");
  am_text_append_clean (out, "xyz", 1);
  g_assert_cmpstr (out->str, ==, "<a\ufffdbx");
}

static void
expect_clean (const char *bytes, gsize length)
{
  g_autoptr (GString) once = g_string_new (NULL);
  am_text_append_clean (once, bytes, (gssize) length);
  UNIT_EXPECT (g_utf8_validate (once->str, (gssize) once->len, NULL), "not UTF-8");
  for (const char *p = once->str; *p != '\0'; p = g_utf8_next_char (p))
    UNIT_EXPECT (!am_character_is_unsafe (g_utf8_get_char (p)), "U+%04X came through",
                 g_utf8_get_char (p));
  g_autofree char *twice = am_text_clean (once->str);
  g_assert_cmpstr (once->str, ==, twice);
}

static void
test_clean_bytes (void)
{
  g_autoptr (GRand) random = unit_random (12);

  for (guint round = 0; round < 2000; round++)
    {
      char bytes[40];
      gsize length = unit_below (random, sizeof bytes + 1);
      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) unit_below (random, unit_chance (random, 50) ? 256 : 128);
      expect_clean (bytes, length);
    }
}

/* --- folding --- */

/* What may be folded and broken at: all white space but the no-break spaces. */
static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) && c != 0x00A0 && c != 0x202F && c != 0x2007;
}

static char *
naive_fold (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_gap (g_utf8_get_char (p)))
      gap = TRUE;
    else
      {
        if (gap && out->len > 0)
          g_string_append_c (out, ' ');
        gap = FALSE;
        g_string_append_unichar (out, g_utf8_get_char (p));
      }
  return g_string_free (out, FALSE);
}

static void
test_fold (void)
{
  g_autoptr (GRand) random = unit_random (13);
  g_autofree char *folded = am_text_fold_space (" \n a \t b\u3000\u2003c \r\n");
  g_assert_cmpstr (folded, ==, "a b c");
  g_autofree char *kept = am_text_fold_space ("10\u00a0km \u202f");
  g_assert_cmpstr (kept, ==, "10\u00a0km \u202f");

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      unit_random_text (random, text, 30);
      g_autofree char *found = am_text_fold_space (text->str);
      g_autofree char *expected = naive_fold (text->str);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_unseen (void)
{
  static const char *const unseen[] = {
    "",       " \t\n\u00a0", "\u200b",      "\u202e\u2066", "\x01\x7f", "\u00ad\u2060\u200e",
    "\ufeff", "\u0301",      "\u3164\u2800"
  };
  static const char *const seen[] = { ".", " a ", "\u200b漢", "\u00e9", "😀", "\u0645", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (unseen); i++)
    UNIT_EXPECT (am_text_is_unseen (unseen[i]), "text %u is seen", i);
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    UNIT_EXPECT (!am_text_is_unseen (seen[i]), "text %u is not seen", i);
}

/* --- wrapping --- */

/* A text that is mentioned is cut alike, whether the whole of it was folded or the start alone. */
static void
test_fold_start (void)
{
  for (guint seed = 0; seed < UNIT_ROUNDS (4000); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      unit_random_text (random, text, 20);
      glong most = 1 + (glong) unit_below (random, 20);
      g_autofree char *folded = am_text_fold_space (text->str);
      g_autofree char *whole = am_text_shorten (folded, most);
      g_autofree char *start = am_text_fold_start (text->str, most + 2);
      g_autofree char *cut = am_text_shorten (start, most);
      UNIT_EXPECT (g_str_equal (cut, whole), "\"%s\", not \"%s\"", cut, whole);
      UNIT_EXPECT (g_utf8_strlen (whole, -1) <= most, "\"%s\" is longer than %ld", whole, most);
    }
}

static void
expect_lines (const char *text, guint width, const char *expected)
{
  g_autoptr (GPtrArray) lines = am_text_wrap (text, width);
  g_ptr_array_add (lines, NULL);
  g_autofree char *joined = g_strjoinv ("|", (char **) lines->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_wrap (void)
{
  expect_lines ("", 10, "");
  expect_lines (" \n ", 10, "");
  expect_lines ("one two three", 7, "one two|three");
  expect_lines ("one two three", 6, "one|two|three");
  expect_lines ("one two three", 100, "one two three");
  expect_lines ("a\n\nb", 3, "a b");
  expect_lines ("abcdefgh", 3, "abc|def|gh");
  expect_lines ("ab cdefgh i", 3, "ab|cde|fgh|i");
  expect_lines ("abc", 0, "a|b|c");
  expect_lines ("10\u00a0km far", 7, "10\u00a0km|far");
  expect_lines ("漢字仮名", 4, "漢字|仮名");
  expect_lines ("漢字。仮名", 4, "漢|字。|仮名");
  expect_lines ("「漢字」", 4, "「漢|字」");
  expect_lines ("abc漢字", 5, "abc漢|字");
  expect_lines ("한국어 말", 6, "한국어|말");
  expect_lines ("aa\u200bbb", 3, "aa\u200b|bb");
  expect_lines ("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
  expect_lines ("字", 1, "字");
}

/* The end of what may not be parted at @p: one character, its marks, and what is joined to it. */
static const char *
cluster_end (const char *p)
{
  gunichar before = g_utf8_get_char (p);
  gboolean begun = am_text_char_width (before) > 0;

  for (p = g_utf8_next_char (p); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (am_text_char_width (c) > 0 && begun && before != 0x200D)
        return p;
      begun = begun || am_text_char_width (c) > 0;
      before = c;
    }
  return p;
}

static gboolean
is_one_cluster (const char *line)
{
  return *cluster_end (line) == '\0';
}

static void
expect_no_wider (const GPtrArray *lines, guint width)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      UNIT_EXPECT (am_text_width (line, -1) <= width || is_one_cluster (line), "width %u: \"%s\"",
                   width, line);
    }
}

/* The lines are the folded text, with nothing between two of them but a space or nothing. */
static void
expect_nothing_lost (const GPtrArray *lines, const char *text, guint width)
{
  g_autofree char *folded = naive_fold (text);
  const char *p = folded;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      UNIT_EXPECT (line[0] != '\0' && g_str_has_prefix (p, line),
                   "width %u, line %u: \"%s\" of \"%s\"", width, i, line, folded);
      p += strlen (line);
      if (*p == ' ')
        p++;
    }
  UNIT_EXPECT (*p == '\0', "width %u: \"%s\" is lost", width, p);
}

static gboolean
is_ascii_word (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) word[i] >= 0x80)
      return FALSE;
  return length > 0;
}

/* A word of ASCII that fits on a line is in one piece, and on the line before if there was room;
   marks stay with what they mark. */
static void
expect_greedy (const GPtrArray *lines, const char *text, guint width)
{
  g_autofree char *folded = naive_fold (text);
  const char *p = folded;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      p += strlen (line);
      const char *before = g_utf8_prev_char (p);
      if (*p != ' ')
        {
          UNIT_EXPECT (am_text_char_width (g_utf8_get_char (p)) > 0
                           && g_utf8_get_char (before) != 0x200D,
                       "width %u: a mark or a joined character is parted from \"%s\"", width, line);
          UNIT_EXPECT (am_text_width (line, -1) + am_text_width (p, cluster_end (p) - p) > width
                           || (guchar) *before >= 0x80 || (guchar) *p >= 0x80,
                       "width %u: a word is broken after \"%s\"", width, line);
          continue;
        }
      p++;
      gsize length = strcspn (p, " ");
      if (is_ascii_word (p, length))
        UNIT_EXPECT (am_text_width (line, -1) + 1 + length > width,
                     "width %u: \"%s\" has room for \"%.*s\"", width, line, (int) length, p);
    }
}

static void
test_wrap_random (void)
{
  for (guint seed = 1000; seed < 2500; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      unit_random_text (random, text, 40);
      guint width = 1 + unit_below (random, 40);
      g_autoptr (GPtrArray) lines = am_text_wrap (text->str, width);
      expect_no_wider (lines, width);
      expect_nothing_lost (lines, text->str, width);
      expect_greedy (lines, text->str, width);
    }
}

static void
expect_same_lines (const GPtrArray *found, const GPtrArray *expected, guint width)
{
  UNIT_EXPECT (found->len == expected->len, "width %u: %u lines and not %u", width, found->len,
               expected->len);
  for (guint i = 0; i < found->len; i++)
    UNIT_EXPECT (g_str_equal (g_ptr_array_index (found, i), g_ptr_array_index (expected, i)),
                 "width %u, line %u: \"%s\" and not \"%s\"", width, i,
                 (char *) g_ptr_array_index (found, i), (char *) g_ptr_array_index (expected, i));
}

static void
test_balanced_random (void)
{
  for (guint seed = 3000; seed < 4000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      unit_random_text (random, text, 40);
      guint width = 1 + unit_below (random, 40), narrowest = 1;
      g_autoptr (GPtrArray) wide = am_text_wrap (text->str, width);
      g_autoptr (GPtrArray) best = am_text_wrap (text->str, narrowest);
      while (best->len != wide->len)
        {
          g_ptr_array_unref (best);
          best = am_text_wrap (text->str, ++narrowest);
        }
      g_autoptr (GPtrArray) balanced = am_text_wrap_balanced (text->str, width);
      expect_same_lines (balanced, best, width);
    }
}

static void
test_append_wrapped (void)
{
  g_autoptr (GString) out = g_string_new ("- ");
  am_text_append_wrapped (out, "one two three four five six", 24, 2, 2);
  g_assert_cmpstr (out->str, ==, "- one two three four\n  five six");

  g_string_assign (out, "0123456789012345678901: ");
  am_text_append_wrapped (out, "incomprehensible things", 30, 24, 4);
  g_assert_cmpstr (out->str, ==, "0123456789012345678901: \n    incomprehensible things");

  g_string_assign (out, "");
  am_text_append_wrapped (out, "", 30, 0, 4);
  g_assert_cmpstr (out->str, ==, "");
}

static void
test_append_wrapped_random (void)
{
  for (guint seed = 5000; seed < 6000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      unit_random_text (random, text, 40);
      guint indent = unit_below (random, 10), column = indent + unit_below (random, 10);
      guint width = indent + 20 + unit_below (random, 60);
      am_text_append_wrapped (out, text->str, width, column, indent);

      g_auto (GStrv) lines = g_strsplit (out->str, "\n", -1);
      g_autoptr (GString) joined = g_string_new (NULL);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          guint room = i == 0 ? width - column : width - indent;
          g_autofree char *margin = g_strnfill (i == 0 ? 0 : indent, ' ');
          UNIT_EXPECT (g_str_has_prefix (lines[i], margin), "line %u is not indented: \"%s\"", i,
                       lines[i]);
          const char *line = lines[i] + strlen (margin);
          UNIT_EXPECT (am_text_width (line, -1) <= room || is_one_cluster (line),
                       "line %u is too wide: \"%s\"", i, line);
          for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
            if (*p != ' ')
              g_string_append_unichar (joined, g_utf8_get_char (p));
        }
      g_autofree char *folded = naive_fold (text->str);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);
      g_autofree char *expected = g_strjoinv ("", words);
      g_assert_cmpstr (joined->str, ==, expected);
    }
}

/* --- counting --- */

static void
test_count (void)
{
  static const struct
  {
    guint64 n;
    const char *singular, *plural, *text;
  } samples[] = {
    { 0, "error", NULL, "0 errors" },
    { 1, "error", NULL, "1 error" },
    { 2, "error", NULL, "2 errors" },
    { 1, "child", "children", "1 child" },
    { 3, "child", "children", "3 children" },
    { 999, "error", NULL, "999 errors" },
    { 1000, "error", NULL, "1,000 errors" },
    { 12345, "error", NULL, "12,345 errors" },
    { 1000000, "error", NULL, "1,000,000 errors" },
    { G_MAXUINT64, "error", NULL, "18,446,744,073,709,551,615 errors" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text = am_text_count (samples[i].n, samples[i].singular, samples[i].plural);
      g_assert_cmpstr (text, ==, samples[i].text);
    }
}

static void
test_list (void)
{
  static const struct
  {
    const char *items[6];
    guint more;
    const char *list;
  } samples[] = {
    { { NULL }, 0, "" },
    { { "a" }, 0, "a" },
    { { "a", "b" }, 0, "a and b" },
    { { "a", "b", "c" }, 0, "a, b and c" },
    { { "a" }, 1, "a and 1 other" },
    { { "a", "b", "c" }, 1200, "a, b, c and 1,200 others" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      for (guint k = 0; samples[i].items[k] != NULL; k++)
        g_ptr_array_add (items, (gpointer) samples[i].items[k]);
      g_autofree char *list = am_text_list (items, "and", samples[i].more);
      g_assert_cmpstr (list, ==, samples[i].list);
    }
}

/* --- guessing --- */

/* Optimal string alignment by its definition, from the ends of the words. */
static guint
plain_distance (const char *a, gsize i, const char *b, gsize j)
{
  if (i == 0 || j == 0)
    return (guint) (i + j);
  guint best = plain_distance (a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
  best = MIN (best, plain_distance (a, i - 1, b, j) + 1);
  best = MIN (best, plain_distance (a, i, b, j - 1) + 1);
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
    best = MIN (best, plain_distance (a, i - 2, b, j - 2) + 1);
  return best;
}

static void
random_word (GRand *random, char *word, guint longest)
{
  guint length = unit_below (random, longest + 1);

  for (guint i = 0; i < length; i++)
    word[i] = (char) ('a' + unit_below (random, 3));
  word[length] = '\0';
}

/* Of equally near words: how far apart their letters are in the alphabet, place by place. */
static guint
letters_apart (const char *a, const char *b)
{
  guint sum = 0;

  for (gsize i = 0; i < MIN (strlen (a), strlen (b)); i++)
    sum += (guint) (a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]);
  return sum;
}

#define CANDIDATES 8
#define FAR 1000

static void
expect_nearest (const char *word, char candidates[CANDIDATES][8])
{
  guint allowed =
      (guint) MAX (strlen (word), 3) / 3; /* one slip in a short word, a third of a long one */
  guint best = G_MAXUINT, expected = CANDIDATES;
  AmNearest nearest;

  am_nearest_init (&nearest, word);
  for (guint i = 0; i < CANDIDATES; i++)
    {
      guint distance = plain_distance (word, strlen (word), candidates[i], strlen (candidates[i]));
      guint badness = distance * FAR + letters_apart (word, candidates[i]);
      if (distance <= allowed && badness < best)
        {
          best = badness;
          expected = i;
        }
      am_nearest_offer (&nearest, candidates[i], i + 100);
    }
  const char *wanted = expected < CANDIDATES ? candidates[expected] : NULL;
  UNIT_EXPECT (nearest.best == wanted, "for \"%s\" \"%s\" and not \"%s\"", word, nearest.best,
               wanted);
  if (wanted != NULL)
    g_assert_cmpuint (nearest.tag, ==, expected + 100);
}

static void
test_nearest_random (void)
{
  g_autoptr (GRand) random = unit_random (14);

  for (guint round = 0; round < 1500; round++)
    {
      char word[8], candidates[CANDIDATES][8];
      random_word (random, word, 6);
      for (guint i = 0; i < CANDIDATES; i++)
        random_word (random, candidates[i], 6);
      expect_nearest (word, candidates);
    }
}

static void
expect_guess (const char *word, const char *expected)
{
  static const char *const known[] = { "claims", "rebuttals", "stakeholders", "supports",
                                       "by",     "id",        "title" };
  AmNearest nearest;

  am_nearest_init (&nearest, word);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    am_nearest_offer (&nearest, known[i], i);
  g_assert_cmpstr (nearest.best, ==, expected);
}

static void
test_nearest (void)
{
  g_autofree char *endless = g_strnfill (100000, 'a');

  expect_guess ("claim", "claims");
  expect_guess ("cliams", "claims");
  expect_guess ("stakholders", "stakeholders");
  expect_guess ("rebuttal", "rebuttals");
  expect_guess ("di", "id");
  expect_guess ("xyzzy", NULL);
  expect_guess (endless, NULL);
  AmNearest nearest;
  am_nearest_init (&nearest, "claim");
  am_nearest_offer (&nearest, endless, 0);
  g_assert_null (nearest.best);
}

/* To measure what is left of it for each line would take minutes. */
static void
test_wrap_one_word (void)
{
  g_autofree char *word = g_strnfill (4000000, 'a');
  g_autoptr (GPtrArray) lines = am_text_wrap (word, 40),
                        balanced = am_text_wrap_balanced (word, 40);

  g_assert_cmpuint (lines->len, ==, 100000);
  g_assert_cmpuint (balanced->len, ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/width/adds-up", test_width_adds_up);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean/bytes", test_clean_bytes);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold/start", test_fold_start);
  g_test_add_func ("/text/unseen", test_unseen);
  g_test_add_func ("/text/wrap", test_wrap);
  g_test_add_func ("/text/wrap/random", test_wrap_random);
  g_test_add_func ("/text/wrap/one-word", test_wrap_one_word);
  g_test_add_func ("/text/wrap/balanced", test_balanced_random);
  g_test_add_func ("/text/append-wrapped", test_append_wrapped);
  g_test_add_func ("/text/append-wrapped/random", test_append_wrapped_random);
  g_test_add_func ("/text/count", test_count);
  g_test_add_func ("/text/list", test_list);
  g_test_add_func ("/text/nearest", test_nearest);
  g_test_add_func ("/text/nearest/random", test_nearest_random);
  return g_test_run ();
}
