/* Edits of texts spell both texts, keep all that can be kept, and take bounded work. */

#include "unit.h"

#include "base/edits.h"
#include "base/normal.h"

/* White space is nobody's where one edit ends and another begins. */
static char *
without_space (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static void
expect_spelt (const char *text, const char *spelt)
{
  g_autofree char *wanted = without_space (text), *found = without_space (spelt);
  UNIT_EXPECT (am_normal_equal (wanted, found), "“%s” is spelt “%s”", wanted, found);
}

/* The edits must spell both texts. */
static void
check_edits (const char *before, const char *after)
{
  g_autoptr (GArray) edits = am_edits_new (before, after);
  g_autoptr (GString) old_text = g_string_new (NULL), new_text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const AmEdit *edit = &g_array_index (edits, AmEdit, i);
      g_assert_cmpstr (edit->text, !=, "");
      if (edit->kind != AM_EDIT_ADDED)
        g_string_append_printf (old_text, "%s", edit->text);
      if (edit->kind != AM_EDIT_REMOVED)
        g_string_append_printf (new_text, "%s", edit->text);
      if (i > 0)
        g_assert_true (edit->kind != edit[-1].kind);
    }
  expect_spelt (before, old_text->str);
  expect_spelt (after, new_text->str);
}

static guint
count_edits (const char *before, const char *after, AmEditKind kind)
{
  g_autoptr (GArray) edits = am_edits_new (before, after);
  guint count = 0;

  for (guint i = 0; i < edits->len; i++)
    if (g_array_index (edits, AmEdit, i).kind == kind)
      {
        g_auto (GStrv) words = g_strsplit (g_array_index (edits, AmEdit, i).text, " ", -1);
        count += g_strv_length (words);
      }
  return count;
}

/* The longest common subsequence of two short texts of letters, by trying. */
static guint
common_words (char **a, char **b)
{
  guint n = g_strv_length (a), m = g_strv_length (b);
  g_autofree guint *table = g_new0 (guint, (n + 1) * (m + 1));

  for (guint i = 1; i <= n; i++)
    for (guint k = 1; k <= m; k++)
      table[i * (m + 1) + k] = g_str_equal (a[i - 1], b[k - 1])
                                 ? table[(i - 1) * (m + 1) + k - 1] + 1
                                 : MAX (table[(i - 1) * (m + 1) + k], table[i * (m + 1) + k - 1]);
  return table[n * (m + 1) + m];
}

static char *
random_letters (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = unit_below (random, 20); i > 0; i--)
    g_string_append_printf (text, "%s%c", text->len > 0 ? " " : "",
                            'a' + (char) unit_below (random, 4));
  return g_string_free (text, FALSE);
}

static void
test_edits (void)
{
  for (guint seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
      unit_random_text (random, before, 12);
      unit_random_text (random, after, 12);
      check_edits (before->str, after->str);
    }
  for (guint seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autofree char *before = random_letters (random), *after = random_letters (random);
      g_auto (GStrv) a = g_strsplit (before, " ", -1);
      g_auto (GStrv) b = g_strsplit (after, " ", -1);
      guint n = g_strv_length (a), m = g_strv_length (b), common = common_words (a, b),
            kept = count_edits (before, after, AM_EDIT_SAME);
      check_edits (before, after);
      UNIT_EXPECT (kept == common || (kept == 0 && common * 3 < MIN (n, m)),
                   "%u words kept, %u in common: %s | %s", kept, common, before, after);
    }
}

/* Many words that differ, in texts of any length, take bounded work. */
static void
test_long_edits (void)
{
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append_printf (before, "%u ", i);
      g_string_append_printf (after, "%u ", i % 2 == 0 ? i : i + 1000000);
    }
  check_edits (before->str, after->str);
  g_assert_cmpuint (count_edits (before->str, "0", AM_EDIT_SAME), ==, 1);
}

/* --- lines --- */

static GString *
random_lines (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = unit_below (random, 20); i > 0; i--)
    g_string_append_printf (text, "%c%s", 'a' + (char) unit_below (random, 4),
                            unit_below (random, 8) == 0 ? "\r\n" : "\n");
  return text;
}

/* Lines of @text without CR, with a space behind each. */
static char *
spaced (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r", -1);
  char *joined = g_strjoinv (NULL, parts);
  return g_strdelimit (joined, "\n", ' ');
}

/* What becomes of @before by the edits must be @after, and no more be removed than has to be. */
static void
check_lines (const GString *before, const GString *after)
{
  gboolean cut;
  g_autoptr (GArray) edits =
      am_edits_of_lines (before->str, before->len, after->str, after->len, &cut);
  g_autofree char *old_text = spaced (before->str), *new_text = spaced (after->str);
  g_auto (GStrv) a = g_strsplit (old_text, " ", -1);
  g_auto (GStrv) b = g_strsplit (new_text, " ", -1);
  g_autoptr (GString) made = g_string_new (NULL);
  guint at = 0, lines = before->len > 0 ? g_strv_length (a) - 1 : 0, removed = 0;
  guint common = before->len > 0 && after->len > 0 ? common_words (a, b) - 1
                                                   : 0; /* behind the last space there is nothing */

  for (guint i = 0; i < edits->len; i++)
    {
      const AmLineEdit *edit = &g_array_index (edits, AmLineEdit, i);
      for (; at < edit->removed.first; at++)
        g_string_append_printf (made, "%s ", a[at]);
      g_string_append_len (made, edit->added.text, (gssize) edit->added.length);
      g_string_append (made, edit->added.count > 0 ? "\n" : "");
      at += edit->removed.count;
      removed += edit->removed.count;
    }
  for (; at < lines; at++)
    g_string_append_printf (made, "%s ", a[at]);
  g_autofree char *found = spaced (made->str);
  UNIT_EXPECT (g_str_equal (found, new_text), "“%s” becomes “%s”, not “%s”", old_text, found,
               new_text);
  g_assert_false (cut);
  UNIT_EXPECT (lines - removed == common, "%u lines removed of “%s” for “%s”", removed, old_text,
               new_text);
}

static void
test_lines (void)
{
  for (guint seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) before = random_lines (random), after = random_lines (random);
      check_lines (before, after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edits/spell", test_edits);
  g_test_add_func ("/edits/long", test_long_edits);
  g_test_add_func ("/edits/lines", test_lines);
  return g_test_run ();
}
