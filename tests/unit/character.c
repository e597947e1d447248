/* Characters that deceive: which may not be printed, what they are called, and which texts only
 * look the same. */

#include "base/character.h"
#include "base/lookalike.h"
#include "base/nearest.h"
#include "unit.h"

/* Unicode's Bidi_Control, controls, separators, deprecated format characters, annotation marks,
 * tags, noncharacters. */
static gboolean
ought_to_be_unsafe (gunichar c)
{
  static const gunichar ranges[][2] = {
    { 0x0000, 0x001F }, { 0x007F, 0x009F }, { 0x061C, 0x061C },
    { 0x200E, 0x200F }, { 0x2028, 0x202E }, { 0x2066, 0x206F },
    { 0xFDD0, 0xFDEF }, { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  return c % 0x10000 >= 0xFFFE;
}

static void
test_unsafe (void)
{
  for (gunichar c = 0; c <= 0x10FFFF; c++)
    {
      UNIT_EXPECT (am_character_is_unsafe (c) == ought_to_be_unsafe (c), "U+%04X", c);
      UNIT_EXPECT (!am_character_is_hint (c) || am_character_is_unseen (c), "U+%04X is a hint", c);
    }
}

/* Between letters of ASCII nothing that is not seen is needed, and all that is seen may stand. */
static void
test_may_stand (void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c++)
    {
      char text[10] = "x", *end = text + 1;
      if (g_unichar_type (c) == G_UNICODE_SURROGATE)
        continue;
      end += g_unichar_to_utf8 (c, end);
      *end = 'y';
      gboolean stands = !am_character_is_unsafe (c) && !am_character_is_unseen (c);
      UNIT_EXPECT (am_character_may_stand (text, text + 1, NULL) == stands,
                   "U+%04X between letters", c);
      UNIT_EXPECT (am_character_may_stand (text + 1, text + 1, end) == stands, "U+%04X alone", c);
    }
}

/* Persian and Indic texts and emoji need the joiners, and no terminal is misled by them. */
static void
test_unseen (void)
{
  static const gunichar unseen[] = { 0x01,   0x7F,   0x85 + 1, 0xAD,   0x034F,  0x115F, 0x180E,
                                     0x200B, 0x200C, 0x200D,   0x202E, 0x2060,  0x2064, 0x2800,
                                     0x3164, 0xFE0F, 0xFEFF,   0xFFA0, 0xE0041, 0xE0100 };
  static const gunichar seen[] = { 'a',    ' ',    '\n',   0xA0,   0x0301,  0x0600,
                                   0x06DD, 0x2003, 0x3000, 0x0915, 0x1F600, 0xFFFD };

  for (guint i = 0; i < G_N_ELEMENTS (unseen); i++)
    UNIT_EXPECT (am_character_is_unseen (unseen[i]), "U+%04X is seen", unseen[i]);
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    UNIT_EXPECT (!am_character_is_unseen (seen[i]), "U+%04X is not seen", seen[i]);
  g_assert_false (am_character_is_unsafe (0x200C));
  g_assert_false (am_character_is_unsafe (0x200D));
}

static void
test_names (void)
{
  static const struct
  {
    gunichar c;
    const char *name;
  } samples[] = {
#define UNSEEN(code, name) { code, name },
#define MARK(code, name) { code, name },
#define LOOKALIKE(code, character, name) { code, name },
#include "base/characters.def"
#undef UNSEEN
#undef MARK
#undef LOOKALIKE
    { 0xFF41, "FULLWIDTH LATIN SMALL LETTER A" }, { 0xFF11, "FULLWIDTH DIGIT ONE" },
    { 0x1D41A, "MATHEMATICAL BOLD SMALL A" },     { 0x1D5A0, "MATHEMATICAL SANS-SERIF CAPITAL A" },
    { 0xE0061, "TAG LATIN SMALL LETTER A" },      { 0xFE0F, "VARIATION SELECTOR-16" },
    { 0xE0100, "VARIATION SELECTOR-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples);
       i++) /* they are found only where the list is in order */
    {
      g_autofree char *expected = g_strdup_printf ("U+%04X %s", samples[i].c, samples[i].name);
      g_autofree char *found = am_character_describe (samples[i].c);
      g_assert_cmpstr (found, ==, expected);
    }
  g_autofree char *unknown = am_character_describe (0x6F22);
  g_assert_cmpstr (unknown, ==, "U+6F22");
}

static void
test_escapes (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  am_character_append_escape (out, 0x9B);
  am_character_append_escape (out, 0x202E);
  am_character_append_escape (out, 0xE0041);
  g_assert_cmpstr (out->str, ==, "\\u009b\\u202e\\udb40\\udc41");
}

static const struct
{
  const char *written, *meant, *why;
} alike[] = {
  { "jams\u200b", "jams", "A ends with U+200B ZERO WIDTH SPACE, which cannot be seen" },
  { "\u202ejams", "jams", "A begins with U+202E RIGHT-TO-LEFT OVERRIDE, which cannot be seen" },
  { "ja\u00adms", "jams", "A holds U+00AD SOFT HYPHEN, which cannot be seen" },
  { "jams", "ja\u00adms", "B holds U+00AD SOFT HYPHEN, which cannot be seen" },
  { "jams\u00a0", "jams", "A ends with U+00A0 NO-BREAK SPACE, which cannot be seen" },
  { "jams ", "jams", "A ends with U+0020 SPACE, which cannot be seen" },
  { "traffic\u00a0jams", "traffic jams", "A holds U+00A0 NO-BREAK SPACE in place of a space" },
  { "j\u0430ms", "jams", "A holds U+0430 CYRILLIC SMALL LETTER A in place of \"a\"" },
  { "jams", "j\u0430ms", "B holds U+0430 CYRILLIC SMALL LETTER A in place of \"a\"" },
  { "c\u03bfst", "cost", "A holds U+03BF GREEK SMALL LETTER OMICRON in place of \"o\"" },
  { "\uff43ost", "cost", "A begins with U+FF43 FULLWIDTH LATIN SMALL LETTER C in place of \"c\"" },
  { "a\u2011b", "a-b", "A holds U+2011 NON-BREAKING HYPHEN in place of \"-\"" },
  { "caf\u00e9", "cafe\u0301",
    "B ends with U+0301 COMBINING ACUTE ACCENT as a character of its own" },
  { "cafe\u0301", "caf\u00e9",
    "A ends with U+0301 COMBINING ACUTE ACCENT as a character of its own" },
  { "\u200bj\u200bams", "jams",
    "A begins with U+200B ZERO WIDTH SPACE, which cannot be seen, and 1 more like it" },
  { "jams", "jams", NULL },
  { "jam", "jams", NULL },
  { "cafe", "caf\u00e9", NULL },
  { "\u200b", "\u200c", NULL },
};

static void
test_explain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autofree char *why = am_lookalike_explain (alike[i].written, "A", alike[i].meant, "B");
      g_assert_cmpstr (why, ==, alike[i].why);
    }
}

/* Whatever is compared, an answer comes just where the two look the same, and names a side. */
static void
test_explain_random (void)
{
  static const char *const letters[] = { "a",      "\u0430",  "\u200b", " ",
                                         "\u00a0", "e\u0301", "\u00e9", "\ufb01",
                                         "fi",     "\uff41",  "" };
  g_autoptr (GRand) random = unit_random (31);
  guint same = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
      for (guint i = 0; i < 4; i++)
        {
          g_string_append (a, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
          g_string_append (b, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
        }
      g_autofree char *why = am_lookalike_explain (a->str, "A", b->str, "B");
      UNIT_EXPECT ((why != NULL) == am_lookalike_same (a->str, b->str), "\"%s\" and \"%s\"", a->str,
                   b->str);
      same += why != NULL;
    }
  g_assert_cmpuint (same, >, 100);
}

static void
test_remark (void)
{
  g_autofree char *unseen = am_lookalike_remark ("ja\u200bms", "it");
  g_autofree char *letter = am_lookalike_remark ("j\u0430ms", "it");
  g_autofree char *russian = am_lookalike_remark ("\u0441\u0443\u043c\u043a\u0430", "it");
  g_autofree char *accent = am_lookalike_remark ("caf\u00e9", "it");

  g_assert_cmpstr (unseen, ==, "it holds U+200B ZERO WIDTH SPACE, which cannot be seen");
  g_assert_cmpstr (letter, ==, "it holds U+0430 CYRILLIC SMALL LETTER A in place of \"a\"");
  g_assert_null (russian);
  g_assert_null (accent);
}

/* What looks the same is what was meant, whatever else is near. */
static void
test_nearest (void)
{
  AmNearest nearest;

  am_nearest_init (&nearest, "\u200b\u0441\u0430r\u202e");
  am_nearest_offer (&nearest, "cars", 1);
  am_nearest_offer (&nearest, "car", 2);
  am_nearest_offer (&nearest, "bar", 3);
  g_assert_cmpstr (nearest.best, ==, "car");
  g_autofree char *question = am_nearest_ask (nearest.word, nearest.best);
  g_assert_cmpstr (question, ==,
                   "did you mean \"car\"? (what is written begins with U+200B ZERO WIDTH SPACE, "
                   "which cannot be seen, and 3 more like it)");
  g_autofree char *plain = am_nearest_ask ("cat", "car");
  g_assert_cmpstr (plain, ==, "did you mean \"car\"?");
  g_autofree char *bytes = am_nearest_ask ("c\xff", "car");
  g_assert_cmpstr (bytes, ==, "did you mean \"car\"?");
  g_assert_null (am_nearest_ask ("cat", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/character/unsafe", test_unsafe);
  g_test_add_func ("/character/may-stand", test_may_stand);
  g_test_add_func ("/character/unseen", test_unseen);
  g_test_add_func ("/character/names", test_names);
  g_test_add_func ("/character/escapes", test_escapes);
  g_test_add_func ("/lookalike/explain", test_explain);
  g_test_add_func ("/lookalike/explain-random", test_explain_random);
  g_test_add_func ("/lookalike/remark", test_remark);
  g_test_add_func ("/nearest/looks-the-same", test_nearest);
  return g_test_run ();
}
