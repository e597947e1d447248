/* base/unicode: normalisation, against GLib's. */

#include "unit.h"

#include "base/unicode.h"

static const GNormalizeMode modes[] = { G_NORMALIZE_NFC, G_NORMALIZE_NFD, G_NORMALIZE_NFKC,
                                        G_NORMALIZE_NFKD };

static void
test_against_glib (void)
{
  static const char *const pieces[] = { "a",      "e",      "bc",     " ",      "\n", "é",
                                        "\u0301", "\u0323", "\u0344", "\u0345", "ﬁ",  "Å",
                                        "각",     "\u1100", "\u1161", "\u11a8", "漢", "か",
                                        "\u3099", "\u0f73", "\u0f71", "ﷺ",      "①",  "\u09c7",
                                        "\u09be", "😀",      "\u212b" };
  g_autoptr (GRand) random = unit_random (21);

  for (guint round = 0; round < UNIT_ROUNDS (4000); round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint i = unit_below (random, 29); i > 0; i--)
        g_string_append (text, pieces[unit_below (random, G_N_ELEMENTS (pieces))]);
      for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
        {
          g_autofree char *expected = g_utf8_normalize (text->str, -1, modes[m]);
          g_autofree char *found = am_unicode_normalize (text->str, -1, modes[m]);
          UNIT_EXPECT (g_str_equal (found, expected), "“%s” becomes “%s”, and not “%s”", text->str,
                       found, expected);
        }
    }
}

static void
test_length (void)
{
  g_autofree char *text = am_unicode_normalize ("e\u0301e\u0301", 3, G_NORMALIZE_NFC);
  g_autofree char *nothing = am_unicode_normalize ("abc", 0, G_NORMALIZE_NFC);

  g_assert_cmpstr (text, ==, "é");
  g_assert_cmpstr (nothing, ==, "");
}

/* Millions of marks in the wrong order: to sort all of them would take hours. */
static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "\u0301\u0323");
  for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
    {
      g_autofree char *found = am_unicode_normalize (text->str, -1, modes[m]);
      g_autofree char *again = am_unicode_normalize (found, -1, modes[m]);
      g_assert_true (g_utf8_validate (found, -1, NULL));
      g_assert_true (g_utf8_strlen (found, -1) >= 1999999);
      g_assert_cmpuint (strlen (again), ==, strlen (found));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unicode/against-glib", test_against_glib);
  g_test_add_func ("/unicode/length", test_length);
  g_test_add_func ("/unicode/many-marks", test_many_marks);
  return g_test_run ();
}
