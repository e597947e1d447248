/* model/initials: what a name is shortened to. */

#include "model/initials.h"
#include "unit.h"

static void
expect_initials (const char *name, const char *language, const char *expected)
{
  g_autofree char *initials = am_initials_of_name (name, language);
  UNIT_EXPECT (g_str_equal (initials, expected), "%s (%s): %s and not %s", name,
               language != NULL ? language : "-", initials, expected);
}

static void
test_words (void)
{
  expect_initials ("City council", NULL, "CC");
  expect_initials ("U.S. Department of Justice", NULL, "USDJ");
  expect_initials ("One Two Three Four Five", NULL, "OTTF");
  expect_initials ("Anti-Defamation League", NULL, "ADL");
  expect_initials ("Signal", NULL, "SIGN");
  expect_initials ("EU", NULL, "EU");
  expect_initials ("漢字", NULL, "漢字");
  expect_initials ("…", NULL, "?");
  expect_initials ("", NULL, "?");
}

static void
test_apostrophes (void)
{
  static const char *const marks[] = { "'",      "`",      "\u00B4", "\u2019",
                                       "\u2032", "\u02BC", "\u2018", "\uFF07" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *inside = g_strdup_printf ("Women%ss Aid", marks[i]);
      g_autofree char *behind = g_strdup_printf ("Workers%s Union", marks[i]);
      g_autofree char *around = g_strdup_printf ("%sGreen%s Party", marks[i], marks[i]);
      g_autofree char *article = g_strdup_printf ("Ligue de l%senseignement", marks[i]);
      g_autofree char *alone = g_strdup_printf ("O%sNeill", marks[i]);
      expect_initials (inside, NULL, "WA");
      expect_initials (behind, NULL, "WU");
      expect_initials (around, NULL, "GP");
      expect_initials (article, NULL, "LE");
      expect_initials (alone, NULL, "ONEI");
    }
  expect_initials ("O'Reilly Media", NULL, "OM");
  expect_initials ("D'Angelo Foundation", NULL, "DF");
  expect_initials ("Rock'n'Roll Union", NULL, "RU");
  expect_initials ("Dell's Computers", NULL, "DC");
  expect_initials ("L'Humanité", "fr", "HUMA");
  expect_initials ("Ministero dell'Interno", "it", "MI");
  expect_initials ("'", NULL, "?");
  expect_initials ("l'", NULL, "L");
}

static void
test_articles (void)
{
  expect_initials ("The Guardian", NULL, "GUAR");
  expect_initials ("The Children's Society", NULL, "CS");
  expect_initials ("the WHO", NULL, "WHO");
  expect_initials ("Der Spiegel", "de", "SPIE");
  expect_initials ("Das Erste", "de-AT", "ERST");
  expect_initials ("Das Erste", "en", "DE");
  expect_initials ("Los Angeles Times", "en", "LAT");
  expect_initials ("LA Times", NULL, "LT");
  expect_initials ("DIE LINKE", "de", "LINK");
  expect_initials ("The The", NULL, "THET");
  expect_initials ("A", NULL, "A");
}

/* The same name gets the same letters however it is written down. */
static void
test_accents (void)
{
  expect_initials ("E\u0301cole Normale", NULL, "ÉN");
  expect_initials ("École Normale", NULL, "ÉN");
  expect_initials ("Wo\u00ADmen Aid", NULL, "WA");
}

static void
test_random (void)
{
  static const char *const pieces[] = { "the",    "l", "d",  "a",  "'", "\u2019", " ", "-",
                                        "\u0301", "É", "漢", "LA", "s", "\u200D", "x" };

  for (guint seed = 1; seed <= 3000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) name = g_string_new (NULL);
      for (gint n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append (name, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      g_autofree char *initials = am_initials_of_name (name->str, "fr");
      UNIT_EXPECT (g_utf8_strlen (initials, -1) >= 1 && g_utf8_strlen (initials, -1) <= 4,
                   "1 to 4 letters of \"%s\"", name->str);
      for (const char *p = initials; *p != '\0' && *initials != '?'; p = g_utf8_next_char (p))
        UNIT_EXPECT (g_unichar_isalnum (g_utf8_get_char (p)), "letters only of \"%s\"", name->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/initials/words", test_words);
  g_test_add_func ("/initials/apostrophes", test_apostrophes);
  g_test_add_func ("/initials/articles", test_articles);
  g_test_add_func ("/initials/accents", test_accents);
  g_test_add_func ("/initials/random", test_random);
  return g_test_run ();
}
