/* base/source: where a byte is, and the line around it. */

#include "unit.h"

/* Texts of these lengths, and a few bytes more or less, end at a checkpoint. */
#define BLOCK 4096

static AmSource *
random_source (GRand *random, gsize length)
{
  static const char *const pieces[] = { "a", "b",  " ", "\n",      "\r\n",       "\r",
                                        "é", "漢", "😀", "e\u0301", "plain text", "{}" };
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean short_lines = unit_chance (random, 50);

  while (text->len < length)
    {
      guint piece = unit_below (random, G_N_ELEMENTS (pieces));
      if (!short_lines && strchr (pieces[piece], '\n') != NULL && unit_chance (random, 97))
        continue;
      if (text->len + strlen (pieces[piece]) <= length)
        g_string_append (text, pieces[piece]);
      else
        g_string_append_c (text, '.');
    }
  gsize size = text->len;
  return am_source_new_take ("random", g_memdup2 (text->str, size + 1), size);
}

/* --- places --- */

static void
expect_places (AmSource *source)
{
  guint line = 1, column = 1;

  for (gsize i = 0; i <= source->length; i++)
    {
      AmPlace place = am_source_place (source, i);
      guchar c = (guchar) source->text[i];
      UNIT_EXPECT (place.line == line && place.column == column,
                   "offset %zu is at %u:%u and not %u:%u", i, place.line, place.column, line,
                   column);
      if (c == '\n')
        {
          line++;
          column = 1;
        }
      else if (c < 0x80 || c >= 0xC0)
        column++;
    }
  AmPlace end = am_source_place (source, source->length),
          beyond = am_source_place (source, source->length + 12345);
  g_assert_cmpuint (beyond.line, ==, end.line);
  g_assert_cmpuint (beyond.column, ==, end.column);
}

static void
test_place (void)
{
  static const gsize lengths[] = { 0,
                                   1,
                                   2,
                                   100,
                                   BLOCK - 1,
                                   BLOCK,
                                   BLOCK + 1,
                                   2 * BLOCK - 1,
                                   2 * BLOCK,
                                   2 * BLOCK + 1,
                                   3 * BLOCK + 7 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint seed = 1; seed <= 4; seed++)
      {
        g_autoptr (GRand) random = unit_random (i * 100 + seed);
        g_autoptr (AmSource) source = random_source (random, lengths[i]);
        expect_places (source);
      }
}

/* The first question may be about any place. */
static void
test_place_out_of_order (void)
{
  for (guint seed = 1; seed <= 200; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (AmSource) source = random_source (random, unit_below (random, 3 * BLOCK));
      gsize at = unit_below (random, (guint) source->length + 1);
      AmPlace place = am_source_place (source, at);
      guint line = 1;
      gsize start = 0;
      for (gsize i = 0; i < at; i++)
        if (source->text[i] == '\n')
          {
            line++;
            start = i + 1;
          }
      glong columns = 1;
      for (gsize i = start; i < at; i++)
        columns += ((guchar) source->text[i] & 0xC0) != 0x80;
      UNIT_EXPECT (place.line == line && place.column == (guint) columns,
                   "offset %zu: %u:%u and not %u:%ld", at, place.line, place.column, line, columns);
    }
}

/* --- lines --- */

static gboolean
is_boundary (const AmSource *source, gsize at)
{
  return at == source->length || ((guchar) source->text[at] & 0xC0) != 0x80;
}

/* The line without its break, cut where it goes on for more than @reach bytes, and there at a code
 * point. */
static AmSpan
naive_line (const AmSource *source, gsize offset, gsize reach)
{
  offset = MIN (offset, source->length);
  gsize start = offset, end = offset;

  while (start > 0 && source->text[start - 1] != '\n' && offset - (start - 1) <= reach)
    start--;
  while (end < source->length && source->text[end] != '\n' && end + 1 - offset <= reach)
    end++;
  while (start < offset && !is_boundary (source, start))
    start++;
  while (end > offset && !is_boundary (source, end))
    end--;
  if (end > start && source->text[end - 1] == '\r')
    end--;
  return (AmSpan){ (guint32) start, (guint32) (end - start) };
}

static void
expect_line (const AmSource *source, gsize offset, gsize reach)
{
  AmSpan found = am_source_line_at (source, offset, reach),
         expected = naive_line (source, offset, reach);

  UNIT_EXPECT (found.start == expected.start && found.length == expected.length,
               "offset %zu, reach %zu of %zu: %u+%u and not %u+%u", offset, reach, source->length,
               found.start, found.length, expected.start, expected.length);
}

static void
test_line_at (void)
{
  static const gsize reaches[] = { 0, 1, 2, 3, 5, 20, 100, 100000 };

  for (guint seed = 1; seed <= 60; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (AmSource) source = random_source (random, unit_below (random, 300));
      for (gsize offset = 0; offset <= source->length + 2; offset++)
        for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
          expect_line (source, offset, reaches[i]);
    }
}

static void
expect_text_of_line (const char *text, gsize offset, const char *expected)
{
  g_autoptr (AmSource) source = am_source_new_take ("text", g_strdup (text), strlen (text));
  AmSpan span = am_source_line_at (source, offset, 1000);
  g_autofree char *line = g_strndup (source->text + span.start, span.length);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_line_at_samples (void)
{
  expect_text_of_line ("", 0, "");
  expect_text_of_line ("one", 0, "one");
  expect_text_of_line ("one\r\ntwo\r\n", 0, "one");
  expect_text_of_line ("one\r\ntwo\r\n", 3, "one");
  expect_text_of_line ("one\r\ntwo\r\n", 4, "one");
  expect_text_of_line ("one\r\ntwo\r\n", 5, "two");
  expect_text_of_line ("one\r\ntwo\r\n", 10, "");
  expect_text_of_line ("one\ntwo", 7, "two");
  expect_text_of_line ("\n\n", 1, "");
}

/* Bytes that are no UTF-8 may stand anywhere: the span stays within the line. */
static void
test_line_at_bytes (void)
{
  for (guint seed = 1; seed <= 200; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      gsize length = unit_below (random, 60);
      char *bytes = g_malloc0 (length + 1);
      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) (unit_chance (random, 10) ? '\n' : unit_below (random, 256));
      g_autoptr (AmSource) source = am_source_new_take ("bytes", bytes, length);
      for (gsize offset = 0; offset <= length; offset++)
        for (gsize reach = 0; reach < 10; reach++)
          {
            AmSpan span = am_source_line_at (source, offset, reach);
            gsize end = (gsize) span.start + span.length;
            UNIT_EXPECT (span.start + reach >= offset && span.start <= offset
                             && end <= MIN (length, offset + reach),
                         "offset %zu, reach %zu: %u+%u", offset, reach, span.start, span.length);
            UNIT_EXPECT (memchr (bytes + span.start, '\n', span.length) == NULL,
                         "offset %zu, reach %zu: two lines", offset, reach);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/place", test_place);
  g_test_add_func ("/source/place/out-of-order", test_place_out_of_order);
  g_test_add_func ("/source/line-at", test_line_at);
  g_test_add_func ("/source/line-at/samples", test_line_at_samples);
  g_test_add_func ("/source/line-at/bytes", test_line_at_bytes);
  return g_test_run ();
}
