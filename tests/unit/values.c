/* base/forms, base/urls: ids, dates, URLs, language tags, characters. */

#include "base/forms.h"
#include "unit.h"

/* --- ids --- */

static void
test_id_bytes (void)
{
  for (guint c = 1; c < 256; c++)
    {
      gboolean first = strchr ("abcdefghijklmnopqrstuvwxyz0123456789", (int) c) != NULL;
      gboolean later = first || c == '.' || c == '_' || c == '-';
      char alone[] = { (char) c, '\0' }, second[] = { 'a', (char) c, '\0' },
           inside[] = { 'a', (char) c, 'b', '\0' };
      UNIT_EXPECT (am_value_is_id (alone) == first, "byte %u first", c);
      UNIT_EXPECT (am_value_is_id (second) == later, "byte %u last", c);
      UNIT_EXPECT (am_value_is_id (inside) == later, "byte %u inside", c);
    }
}

static void
test_id_length (void)
{
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *longer = g_strnfill (65, 'a');

  g_assert_false (am_value_is_id (""));
  g_assert_true (am_value_is_id (longest));
  g_assert_false (am_value_is_id (longer));
}

static void
expect_suggestion (const char *text, const char *expected)
{
  g_autofree char *id = am_value_suggest_id (text);
  g_assert_cmpstr (id, ==, expected);
}

static void
test_suggest_id (void)
{
  expect_suggestion ("C1", "c1");
  expect_suggestion ("my claim", "my-claim");
  expect_suggestion ("  Two   Words!  ", "two-words");
  expect_suggestion ("Café", "cafe");
  expect_suggestion ("_x", "x");
  expect_suggestion ("a_b.c-d", "a_b.c-d");
  expect_suggestion ("", NULL);
  expect_suggestion ("漢字", NULL);
  expect_suggestion ("!?", NULL);
}

static void
test_suggest_id_random (void)
{
  for (guint seed = 1; seed <= 3000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      unit_random_text (random, text, 20);
      g_autofree char *id = am_value_suggest_id (text->str);
      UNIT_EXPECT (id == NULL || am_value_is_id (id), "\"%s\" for \"%s\"", id, text->str);
      if (am_value_is_id (text->str))
        g_assert_cmpstr (id, ==, text->str);
    }
}

/* --- dates --- */

static guint
days_of_month (guint year, guint month)
{
  switch (month)
    {
    case 2:
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
    }
}

static void expect_date (gboolean good, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
expect_date (gboolean good, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  UNIT_EXPECT (am_value_is_date (text) == good, "%s", text);
}

static void
test_days (void)
{
  static const guint years[] = { 1900, 2000, 2023, 2024 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (guint month = 0; month <= 99; month++)
      {
        gboolean good_month = month >= 1 && month <= 12;
        expect_date (good_month, "%04u-%02u", years[i], month);
        for (guint day = 0; day <= 99; day++)
          expect_date (good_month && day >= 1 && day <= days_of_month (years[i], month),
                       "%04u-%02u-%02u", years[i], month, day);
      }
}

static void
test_years (void)
{
  for (guint year = 1; year <= 9999; year++)
    {
      expect_date (TRUE, "%04u", year);
      expect_date (days_of_month (year, 2) == 29, "%04u-02-29", year);
    }
  expect_date (FALSE, "0000");
  expect_date (FALSE, "0000-01-01");
}

static void
test_date_shapes (void)
{
  static const char *const bad[] = {
    "",
    " ",
    "202",
    "20245",
    "2024-",
    "2024-1",
    "2024-01-",
    "2024-01-1",
    "2024-1-01",
    "2024-01-011",
    "24-01-01",
    "2024/01/01",
    "2024-01/01",
    "20240101",
    " 2024",
    "2024 ",
    "2024-01-01T00:00",
    "+2024",
    "-2024",
    "2024-W01",
    "2024-001",
    "２０２４",
    "today",
    "2024-01-01Z",
    "2024--01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    expect_date (FALSE, "%s", bad[i]);
}

/* A date that the calendar lacks is written like one. */
static void
test_looks_like_date (void)
{
  static const char *const like[] = { "2024",       "2024-13", "2023-02-29",
                                      "2024-00-99", "0000",    "2024-01-01" };
  static const char *const unlike[] = { "",          "202",         "2024-1",
                                        "2024-01-1", "2024-01-01-", "2024/01/01",
                                        "May 2024",  "２０２４" };

  for (guint i = 0; i < G_N_ELEMENTS (like); i++)
    UNIT_EXPECT (am_value_looks_like_date (like[i]), "%s", like[i]);
  for (guint i = 0; i < G_N_ELEMENTS (unlike); i++)
    UNIT_EXPECT (!am_value_looks_like_date (unlike[i]), "%s", unlike[i]);
}

/* --- URLs --- */

static const char *const good_urls[] = {
  "http://example.org",
  "https://example.org/",
  "https://example.org/report.pdf",
  "https://example.org:8443/a/b?q=1&r=%20#top",
  "HTTPS://EXAMPLE.ORG/A",
  "https://user@example.org/",
  "https://192.0.2.1/x",
  "https://[2001:db8::1]/x",
  "https://xn--bcher-kva.example/",
  "https://example.org/a,b;c(d)!*'~_-.:@$+=",
  "https://example.org?query",
  "https://example.org#fragment",
  "mailto:someone@example.org",
  "mailto:someone@example.org?subject=map",
  "MAILTO:a@b",
  "https://example.org/caf%E9?q=%e9#%FF",
  "https://[fe80::1%25eth0]/",
  "https://example.org:/x",
  "https://example.org:0080/x",
};

static const char *const bad_urls[] = {
  "",
  "example.org",
  "/report.pdf",
  "//example.org/x",
  "http:",
  "http:/",
  "http://",
  "https:example.org",
  "http:///path",
  "http://:80/",
  "https://example.org/a b",
  " https://example.org/",
  "https://example.org/ ",
  "https://example.org/\n",
  "https://example.org/\t",
  "https://example.org/\x01",
  "https://example.org/\x7f",
  "https://example.org/\"><script>",
  "https://example.org/<b>",
  "https://example.org/a|b",
  "https://example.org/a\\b",
  "https://example.org/a^b",
  "https://example.org/`",
  "https://example.org/{x}",
  "https://example.org/%zz",
  "https://example.org/%2",
  "https://example.org:port/",
  "https://example.org:99999/",
  "https://exa mple.org/",
  "https://[2001:db8::1/x",
  "javascript:alert(1)",
  "javascript://example.org/%0aalert(1)",
  "JavaScript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "ftp://example.org/",
  "vbscript:x",
  "mailto:",
  "mailto:nobody",
  "mailto:nobody%40example.org",
  "https://%41.example/",
  "https://%ff.example/",
  "https://a[b",
  "https://a[::1]/",
  "https://[::1]a/",
  "https://a@b@c/",
  "mailto:some one@example.org",
};

static void
test_urls (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_urls); i++)
    UNIT_EXPECT (am_value_is_url (good_urls[i]), "refused: %s", good_urls[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad_urls); i++)
    UNIT_EXPECT (!am_value_is_url (bad_urls[i]), "accepted: %s", bad_urls[i]);
}

/* What is wrong with @text is said, and not only that it is no URL. */
static void
expect_explanation (const char *text)
{
  g_autofree char *help = NULL;
  g_autofree char *fault = am_value_explain_url (text, &help);

  UNIT_EXPECT (fault != NULL && strstr (fault, "is no complete") == NULL, "nothing is said of %s",
               text);
  UNIT_EXPECT (g_utf8_validate (fault, -1, NULL)
                   && (help == NULL || g_utf8_validate (help, -1, NULL)),
               "%s", fault);
}

static void
test_explain_urls (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_urls); i++)
    expect_explanation (bad_urls[i]);
}

static void
test_explain_urls_random (void)
{
  static const char *const beginnings[] = { "https://h/", "https://", "http://h:", "mailto:",
                                            "mailto:a@b", "",         "h",         "https://[" };

  for (guint seed = 1; seed <= 5000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text =
          g_string_new (beginnings[unit_below (random, G_N_ELEMENTS (beginnings))]);
      if (unit_chance (random, 50))
        unit_random_text (random, text, 8);
      for (guint i = unit_below (random, 6); i > 0; i--)
        g_string_append_c (text, (char) (' ' + unit_below (random, 95)));
      if (!am_value_is_url (text->str))
        expect_explanation (text->str);
    }
}

/* RFC 3986 knows ASCII alone, and a mailto without an address leads nowhere. */
static void
test_urls_beyond_the_standard (void)
{
  static const char *const bad[] = {
    "https://example.org/café",   "https://bücher.example/",  "https://example.org/\u202egpj.exe",
    "https://example.org/\u00a0", "https://example.org/\xff", "mailto:@",
    "mailto:@example.org",        "mailto:someone@",          "https://user name@example.org/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    UNIT_EXPECT (!am_value_is_url (bad[i]), "accepted: %s", bad[i]);
}

static void
test_urls_random (void)
{
  static const char allowed[] =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%";

  for (guint seed = 1; seed <= 5000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text =
          g_string_new (unit_chance (random, 80) ? "https://h/" : "mailto:a@b");
      for (guint i = unit_below (random, 6); i > 0; i--)
        g_string_append_c (text, (char) (1 + unit_below (random, 255)));
      if (!am_value_is_url (text->str))
        continue;
      for (const char *p = text->str; *p != '\0'; p++)
        UNIT_EXPECT (strchr (allowed, *p) != NULL, "accepted: %s", text->str);
    }
}

static void
test_suggest_url (void)
{
  static const struct
  {
    const char *text, *url;
  } samples[] = {
    { "https://example.org/a b", "https://example.org/a%20b" },
    { "https://example.org/café?q=ü#ö", "https://example.org/caf%C3%A9?q=%C3%BC#%C3%B6" },
    { "https://example.org/%20 b", "https://example.org/%20%20b" },
    { "https://exa mple.org/", NULL },
    { "https://bücher.example/", NULL },
    { "https://example.org/<b>", NULL },
    { "javascript:alert(1)/ b", NULL },
    { "javascript://example.org/ b", NULL },
    { "a b", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *url = am_value_suggest_url (samples[i].text);
      g_assert_cmpstr (url, ==, samples[i].url);
    }
}

static void
test_suggest_url_random (void)
{
  for (guint seed = 1; seed <= 3000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new ("https://h/");
      unit_random_text (random, text, 8);
      g_autofree char *url = am_value_suggest_url (text->str);
      UNIT_EXPECT (url == NULL || am_value_is_url (url), "%s for %s", url, text->str);
    }
}

/* --- language tags --- */

/* RFC 5646, appendix A, and its section 2.2.8. */
static const char *const good_tags[] = {
  "de",
  "fr",
  "ja",
  "zh-Hant",
  "zh-Hans",
  "sr-Cyrl",
  "sr-Latn",
  "zh-cmn-Hans-CN",
  "cmn-Hans-CN",
  "zh-yue-HK",
  "yue-HK",
  "zh-Hans-CN",
  "sr-Latn-RS",
  "sl-rozaj",
  "sl-rozaj-biske",
  "sl-nedis",
  "de-CH-1901",
  "sl-IT-nedis",
  "hy-Latn-IT-arevela",
  "de-DE",
  "en-US",
  "es-419",
  "de-CH-x-phonebk",
  "az-Arab-x-AZE-derbend",
  "x-whatever",
  "qaa-Qaaa-QM-x-southern",
  "de-Qaaa",
  "sr-Latn-QM",
  "sr-Qaaa-RS",
  "en-US-u-islamcal",
  "zh-CN-a-myext-x-private",
  "en-a-myext-b-another",
  "EN",
  "eN-uS",
  "DE-latn-de",
  "abcd",
  "abcde",
  "abcdefgh",
  "de-1996",
  "de-1abc",
  "x-a-b-c",
  "en-x-a",
  "en-0-abc",
  "i-klingon",
  "I-DEFAULT",
  "en-gb-OED",
  "sgn-BE-FR",
  "i-tsu",
  "art-lojban",
  "zh-min-nan",
  "no-bok",
  "cel-gaulish",
  "aa-bbb-ccc-ddd",
  "aa-bbb-ccc-ddd-Latn-DE-abcde-a-bb-x-1",
  "en-a-bb-ccc-dddddddd",
};

/* The first two of the appendix are not well-formed; the third, with an extension twice, is
 * well-formed and only invalid. */
static const char *const bad_tags[] = {
  "de-419-DE",
  "a-DE",
  "i-other",
  "i-klingon-latn",
  "i-",
  "i",
  "en-GB-oe",
  "en-US-oed",
  "sgn-BE-FRA-x",
  "",
  "a",
  "e",
  "-",
  "en-",
  "-en",
  "en--US",
  "en_US",
  "en US",
  "abcdefghi",
  "en-a",
  "en-a-b",
  "en-x",
  "x",
  "x-",
  "x-abcdefghi",
  "en-u",
  "en-u-",
  "en-u-x",
  "en-a-x-b",
  "aa-bbb-ccc-ddd-eee",
  "en-US-US",
  "en-Latn-Latn",
  "en-US-Latn",
  "en-1901-US",
  "en-abc-DE-12",
  "en-12",
  "en-1234567890",
  "en-US-abcd",
  "abcd-abc",
  "de-é",
  "é",
  "en-U\u017f",
  "en-us.utf8",
  "en-a-b-c",
  "en-a-abcdefghi",
  "C",
  "123",
  "1a",
  "en-x-é",
  "en.",
};

static void
test_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_tags); i++)
    UNIT_EXPECT (am_value_is_language (good_tags[i]), "refused: %s", good_tags[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad_tags); i++)
    UNIT_EXPECT (!am_value_is_language (bad_tags[i]), "accepted: %s", bad_tags[i]);
}

/* The grammar of RFC 5646, section 2.1, without what is grandfathered. */
static const char tag_grammar[] =
    "^(?:(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"
    "(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    "(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)"
    "|x(?:-[a-z0-9]{1,8})+)\\z";

static void
test_languages_random (void)
{
  static const char *const subtags[] = {
    "a",     "x",     "X",        "u",         "1",    "de",   "DE",   "12",   "1a",
    "cmn",   "419",   "abc",      "a1c",       "latn", "1901", "abcd", "a234", "nedis",
    "rozaj", "12345", "abcdefgh", "abcdefghi", "",     "é",    "e.",
  };
  g_autoptr (GRegex) grammar = g_regex_new (tag_grammar, G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  guint good = 0;

  for (guint seed = 1; seed <= 20000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) tag = g_string_new (unit_chance (random, 60) ? "de" : NULL);
      for (guint i = unit_below (random, 6); i > 0; i--)
        {
          if (tag->len > 0)
            g_string_append_c (tag, '-');
          g_string_append (tag, subtags[unit_below (random, G_N_ELEMENTS (subtags))]);
        }
      gboolean fits = g_regex_match (grammar, tag->str, 0, NULL);
      UNIT_EXPECT (am_value_is_language (tag->str) == fits, "%s", tag->str);
      good += fits;
    }
  g_assert_cmpuint (good, >, 2000);
  g_assert_cmpuint (good, <, 18000);
}

/* --- characters --- */

static void
test_characters (void)
{
  g_assert_cmpuint (am_value_characters (""), ==, 0);
  g_assert_cmpuint (am_value_characters ("abc"), ==, 3);
  g_assert_cmpuint (am_value_characters ("éé"), ==, 2);
  g_assert_cmpuint (am_value_characters ("e\u0301e\u0301\u0323"), ==, 2);
  g_assert_cmpuint (am_value_characters ("漢字"), ==, 2);
  g_assert_cmpuint (am_value_characters ("😀"), ==, 1);
}

/* --- numbers --- */

static const struct
{
  const char *number;
  gboolean fraction, one;
} numbers[] = {
  { "0", TRUE, FALSE },
  { "-0", TRUE, FALSE },
  { "-0.0e5", TRUE, FALSE },
  { "0.0", TRUE, FALSE },
  { "0e999999999999", TRUE, FALSE },
  { "1", TRUE, TRUE },
  { "1.0", TRUE, TRUE },
  { "10e-1", TRUE, TRUE },
  { "0.1e1", TRUE, TRUE },
  { "0.001E+3", TRUE, TRUE },
  { "1000.0e-3", TRUE, TRUE },
  { "0.5", TRUE, FALSE },
  { "9e-1", TRUE, FALSE },
  { "99999999999999999999e-20", TRUE, FALSE },
  { "1e-400", TRUE, FALSE },
  { "123e-99999999999999999999", TRUE, FALSE },
  { "0.99999999999999999999999999999999", TRUE, FALSE },
  { "-1e-400", FALSE, FALSE },
  { "-0.00000000000000000000000001", FALSE, FALSE },
  { "-1", FALSE, FALSE },
  { "1.0000000000000000000000000000000000000000000000000000000000000000000001", FALSE, FALSE },
  { "1.5", FALSE, FALSE },
  { "10", FALSE, FALSE },
  { "2", FALSE, FALSE },
  { "1e1", FALSE, FALSE },
  { "0.01e3", FALSE, FALSE },
  { "1e99999999999999999999", FALSE, FALSE },
  { "100000000000000000000000000000001e-32", FALSE, FALSE },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gsize length = strlen (numbers[i].number);
      g_autofree char *before =
          g_strconcat (numbers[i].number, "1", NULL); /* what follows is none of it */
      UNIT_EXPECT (am_value_is_fraction (before, length) == numbers[i].fraction, "%s is a fraction",
                   numbers[i].number);
      UNIT_EXPECT (am_value_is_one (before, length) == numbers[i].one, "%s is one",
                   numbers[i].number);
    }
}

/* Numbers of a few digits are what a double says. */
static void
test_numbers_random (void)
{
  g_autoptr (GRand) random = unit_random (8);

  for (guint round = 0; round < UNIT_ROUNDS (100000); round++)
    {
      g_autofree char *number = g_strdup_printf (
          "%s%u.%0*ue%d", unit_below (random, 4) == 0 ? "-" : "",
          unit_below (random, 3) * unit_below (random, 60), (int) unit_below (random, 4) + 1,
          unit_below (random, 2) * unit_below (random, 9), (int) unit_below (random, 7) - 3);
      double value = g_ascii_strtod (number, NULL);
      UNIT_EXPECT (am_value_is_fraction (number, strlen (number)) == (value >= 0 && value <= 1),
                   "%s", number);
      UNIT_EXPECT (am_value_is_one (number, strlen (number)) == (value == 1), "%s", number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/id/bytes", test_id_bytes);
  g_test_add_func ("/values/id/length", test_id_length);
  g_test_add_func ("/values/id/suggest", test_suggest_id);
  g_test_add_func ("/values/id/suggest/random", test_suggest_id_random);
  g_test_add_func ("/values/number", test_numbers);
  g_test_add_func ("/values/number/random", test_numbers_random);
  g_test_add_func ("/values/date/days", test_days);
  g_test_add_func ("/values/date/years", test_years);
  g_test_add_func ("/values/date/shapes", test_date_shapes);
  g_test_add_func ("/values/date/looks-like", test_looks_like_date);
  g_test_add_func ("/values/url", test_urls);
  g_test_add_func ("/values/url/beyond-the-standard", test_urls_beyond_the_standard);
  g_test_add_func ("/values/url/random", test_urls_random);
  g_test_add_func ("/values/url/explain", test_explain_urls);
  g_test_add_func ("/values/url/explain/random", test_explain_urls_random);
  g_test_add_func ("/values/url/suggest", test_suggest_url);
  g_test_add_func ("/values/url/suggest/random", test_suggest_url_random);
  g_test_add_func ("/values/language", test_languages);
  g_test_add_func ("/values/language/random", test_languages_random);
  g_test_add_func ("/values/characters", test_characters);
  return g_test_run ();
}
