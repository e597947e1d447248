/* check/quotation-search: many quotations in one pass, against a search one by one. */

#include "base/normal.h"
#include "unit.h"

#include "check/quotation-search.h"

/* The first place at or after @from, by trying all. */
static const char *
find_plainly (const char *text, const char *from, const QuotationPart *part)
{
  gsize length = strlen (part->text);

  for (const char *p = from; strlen (p) >= length; p++)
    if (strncmp (p, part->text, length) == 0
        && (part->cut_before || !am_quotation_is_in_word (text, p))
        && (part->cut_after || !am_quotation_is_in_word (text, p + length)))
      return p;
  return NULL;
}

static void
compare (const char *text, const QuotationSearch *search, const char *quote)
{
  const char *from = text;
  guint found = 0;

  for (; found < search->parts->len; found++)
    {
      const QuotationPart *part = &g_array_index (search->parts, QuotationPart, found);
      const char *at = find_plainly (text, from, part);
      if (at == NULL)
        break;
      from = at + strlen (part->text);
    }
  UNIT_EXPECT (search->found == found && search->from == (gsize) (from - text),
               "%u parts up to %" G_GSIZE_FORMAT
               " of “%s” are found in “%s”, and not %u up to %" G_GSIZE_FORMAT,
               search->found, search->from, quote, text, found, (gsize) (from - text));
}

static void
append_words (GRand *random, GString *out, guint most)
{
  static const char *const pieces[] = { "a",   "b", "ab", "ba", "a",  " ", " ", "can't",
                                        "1,5", "1", ",",  "é",  "漢", ".", "'" };

  for (guint i = 1 + unit_below (random, most); i > 0; i--)
    g_string_append (out, pieces[unit_below (random, G_N_ELEMENTS (pieces))]);
}

#define MOST_QUOTES 12

static void
test_random (void)
{
  static const char *const gaps[] = { "...", " ... ", "... ", " [...] " };
  g_autoptr (GRand) random = unit_random (5);

  for (guint round = 0; round < UNIT_ROUNDS (4000); round++)
    {
      g_autoptr (GString) raw = g_string_new (NULL);
      g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);
      QuotationSearch searches[MOST_QUOTES];
      guint count = 1 + unit_below (random, MOST_QUOTES);

      append_words (random, raw, 60);
      g_autofree char *text = am_normal_quotation (raw->str, -1);
      for (guint i = 0; i < count; i++)
        {
          GString *quote = g_string_new (NULL);
          append_words (random, quote, 4);
          for (guint parts = unit_below (random, 4); parts > 0; parts--)
            {
              g_string_append (quote, gaps[unit_below (random, G_N_ELEMENTS (gaps))]);
              append_words (random, quote, 3);
            }
          searches[i].parts = am_quotation_parts (quote->str, NULL);
          g_ptr_array_add (quotes, g_string_free (quote, FALSE));
        }
      g_assert_true (am_quotation_search (text, searches, count));
      for (guint i = 0; i < count; i++)
        {
          compare (text, &searches[i], g_ptr_array_index (quotes, i));
          g_array_unref ((GArray *) searches[i].parts);
        }
    }
}

/* One by one they would take hours. */
static void
test_many (void)
{
  enum
  {
    COUNT = 50000
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree QuotationSearch *searches = g_new (QuotationSearch, COUNT);

  for (guint i = 0; i < COUNT; i++)
    g_string_append_printf (text, "It is said %u times. ", i);
  for (guint i = 0; i < COUNT; i++)
    {
      g_autofree char *quote =
          g_strdup_printf (i % 2 == 0 ? "said %u times" : "said %u time", COUNT - i - 1);
      searches[i].parts = am_quotation_parts (quote, NULL);
    }
  g_assert_true (am_quotation_search (text->str, searches, COUNT));
  for (guint i = 0; i < COUNT; i++)
    {
      g_assert_cmpuint (searches[i].found, ==, i % 2 == 0);
      g_array_unref ((GArray *) searches[i].parts);
    }
}

/* Quotations that all end wherever one does, and begin within a word each time. */
static void
test_held_in_one_another (void)
{
  enum
  {
    COUNT = 2000
  };
  g_autoptr (GString) text = g_string_new (NULL), quote = g_string_new ("b");
  g_autofree QuotationSearch *searches = g_new (QuotationSearch, COUNT);

  for (guint i = 0; i < 2000000; i++)
    g_string_append (text, "ab ");
  for (guint i = 0; i < COUNT; i++)
    {
      searches[i].parts = am_quotation_parts (quote->str, NULL);
      g_string_append (quote, " ab");
    }
  g_assert_false (am_quotation_search (text->str, searches, COUNT));
  for (guint i = 0; i < COUNT; i++)
    g_array_unref ((GArray *) searches[i].parts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotation/random", test_random);
  g_test_add_func ("/quotation/many", test_many);
  g_test_add_func ("/quotation/held-in-one-another", test_held_in_one_another);
  return g_test_run ();
}
