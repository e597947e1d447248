/* report/document: what is written as Markdown is read by cmark, and must come out as it went in:
   every character, and no markup but what was asked for. */

#include "report/document/document.h"
#include "base/forms.h"
#include "base/guard.h"

#include "cmark.h"

/* --- a document and what must come out of it --- */

typedef struct
{
  AmDocument *document;
  GPtrArray *expected;
  GString *block; /* the last one, which is not in @expected yet */
} Writing;

static void
begin_writing (Writing *w)
{
  w->document = am_document_new ();
  w->expected = g_ptr_array_new_with_free_func (g_free);
  w->block = g_string_new (NULL);
}

/* The end of the block: white space goes as the document's header says. */
static void
end_block (Writing *w)
{
  if (w->block->len == 0)
    return;
  const char *bar = strchr (w->block->str, '|') + 1;
  g_autofree char *folded = am_text_fold_space (bar);
  g_string_truncate (w->block, (gsize) (bar - w->block->str));
  g_ptr_array_add (w->expected, g_strconcat (w->block->str, folded, NULL));
  g_string_truncate (w->block, 0);
}

static void
begin (Writing *w, const char *kind, guint number)
{
  end_block (w);
  if (g_str_equal (kind, "item"))
    am_document_item (w->document, number);
  else
    am_document_paragraph (w->document);
  if (g_str_equal (kind, "item"))
    g_string_printf (w->block, "item %u|", number);
  else
    g_string_assign (w->block, "paragraph|");
}

static void
write_heading (Writing *w, guint level, const char *text)
{
  end_block (w);
  am_document_heading (w->document, level, text);
  g_string_printf (w->block, "heading %u|", level);
  am_text_append_clean (w->block, text, -1);
}

static void
say (Writing *w, const char *text)
{
  am_document_add (w->document, "%s", text);
  am_text_append_clean (w->block, text, -1);
}

static void
write_strong (Writing *w, const char *text)
{
  am_document_strong (w->document, text);
  g_string_append (w->block, STRONG);
  am_text_append_clean (w->block, text, -1);
  g_string_append (w->block, END_STRONG);
}

static void
write_link (Writing *w, const char *text, const char *url)
{
  gboolean follows = url != NULL && am_value_is_url (url);

  am_document_link (w->document, text, url);
  if (follows)
    g_string_append_printf (w->block, LINK "%s" LINK_TEXT, url);
  am_text_append_clean (w->block, text, -1);
  if (follows)
    g_string_append (w->block, END_LINK);
}

/* Goes on after a failure: the other texts may show what is wrong. What parts references has no
 * width. */
static void
expect_block (const char *written, const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (written, "\u200c", -1);
  g_autofree char *found = g_strjoinv ("", parts);

  if (g_str_equal (found, expected))
    return;
  g_autofree char *found_shown = g_strescape (found, "\"\\"),
                  *expected_shown = g_strescape (expected, "\"\\");
  g_test_message ("text or seed %u: <%s> and not <%s>", unit_seed, found_shown, expected_shown);
  g_test_fail ();
}

static void
expect_document (Writing *w)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  end_block (w);
  am_document_write_markdown (w->document, markdown);
  g_autoptr (GPtrArray) found = read_markdown (markdown);
  for (guint i = 0; i < MIN (found->len, w->expected->len); i++)
    expect_block (g_ptr_array_index (found, i), g_ptr_array_index (w->expected, i));
  if (found->len != w->expected->len)
    {
      g_test_message ("text or seed %u: %u blocks and not %u", unit_seed, found->len,
                      w->expected->len);
      g_test_fail ();
    }
  am_document_free (w->document);
  g_ptr_array_unref (w->expected);
  g_string_free (w->block, TRUE);
}

/* --- texts that Markdown would take for something else --- */

static const char *const hard_texts[] = {
  "*",
  "**",
  "***",
  "* * *",
  "*a*",
  "a*b*c",
  "**a**",
  "a * b * c",
  "*a",
  "a*",
  "* a",
  "2*3*4",
  "_",
  "__",
  "_a_",
  "a_b_c",
  "_ _ _",
  "__init__",
  "snake_case_name",
  "_a",
  "a_",
  "“_a_”",
  "—_a_—",
  "(_a_)",
  "é_a_é",
  "…_a_!",
  "\u00a0_a_\u00a0",
  "¿_a_?",
  "_“a”_",
  "漢_a_字",
  "a__b__c",
  "_é_",
  "x _“a”_ y",
  "#",
  "##",
  "# a",
  "###### a",
  "####### a",
  "a #",
  "a ##",
  "a \\#",
  "C#",
  "C #",
  "# #",
  "#a",
  "a#",
  "#1",
  "1.",
  "1. a",
  "1) a",
  "12. a",
  "123456789. a",
  "1234567890. a",
  "1.a",
  "1",
  "0. a",
  "3.14",
  "-",
  "- a",
  "+ a",
  "+",
  "--",
  "---",
  "- - -",
  "----------",
  "-a",
  "=",
  "===",
  "= =",
  "==a",
  "-= -",
  ">",
  "> a",
  ">a",
  "a > b",
  "a < b",
  "<",
  "<b>",
  "</b>",
  "<b",
  "<!-- a -->",
  "<?php ?>",
  "<![CDATA[a]]>",
  "<a@b.c>",
  "<https://example.org/>",
  "<script>alert(1)</script>",
  "a<b>c",
  "< b >",
  "<3",
  "<é>",
  "&amp;",
  "&",
  "&lt;b&gt;",
  "&#65;",
  "&#x41;",
  "&copy",
  "&copy;",
  "AT&T;",
  "a & b",
  "&;",
  "&#;",
  "&nbsp;",
  "[",
  "]",
  "[a]",
  "[a](b)",
  "[a][b]",
  "[a]: b",
  "[a] (b)",
  "![a](b)",
  "!",
  "! [a]",
  "[^1]",
  "[^1]: a",
  "[ ] a",
  "[x] a",
  "[]",
  "[]()",
  "[a](<b>)",
  "[a]",
  "a](b",
  "[[a]]",
  "![",
  "!\\[a](b)",
  "`",
  "``",
  "`a`",
  "``a``",
  "a`b",
  "```",
  "``` a",
  "~~~",
  "~~a~~",
  "~a~",
  "a ~ b",
  "~",
  "$a$",
  "$5 and $6",
  "$$a$$",
  "a $ b",
  "|",
  "| a | b |",
  "a | b",
  "|-|-|",
  "\\",
  "\\\\",
  "\\a",
  "a\\",
  "\\*",
  "\\*a\\*",
  "\\_",
  "a \\ b",
  "C:\\dir\\*",
  "\\#",
  "\\`",
  "\\[",
  "\\<b>",
  "\\&amp;",
  "a\\\\",
  "a \\",
  ":smile:",
  "10:30:45",
  "a:b",
  "::",
  "https://example.org/a_b_c",
  "www.example.org",
  "a@example.org",
  "http://a*b*c",
  "\"a\"",
  "'a'",
  "(c)",
  "--- a",
  "...",
  "a...b",
  "a--b",
  "Setext\n===",
  "Setext\n---",
  "a\n\nb",
  "    code",
  "\tcode",
  "a  \nb",
  "a\\\nb",
  "- [ ] a",
  "1. - a",
  "- 1. a",
  "> - a",
  "# - a",
  ": a",
  "!!! a",
  "%%a%%",
  "^a^",
  "==a==",
  "{a}",
  "@a",
  "/a/",
  ";",
  ",",
  "\u00a0a",
  "a\u00a0",
  "\u2003a\u2003",
  "\u3000a",
  "a\u200b",
  "\u200ba",
  "\ufeffa",
  "«a»",
  "“a”",
  "‘a’",
  "漢字",
  "*漢字*",
  "漢*字*",
  "שלום *a*",
  "👩\u200d👧",
  "e\u0301*a*",
  "\u202ea",
  "a\vb",
  "\033[1m",
  "\x7f",
};

static void
test_hard_texts (void)
{
  if (!has_cmark ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hard_texts); i++)
    {
      const char *text = hard_texts[i];
      Writing w;
      begin_writing (&w);
      unit_seed = i;
      for (guint level = 1; level <= 3; level++)
        write_heading (&w, level, text);
      begin (&w, "paragraph", 0);
      say (&w, text);
      begin (&w, "paragraph", 0);
      say (&w, "Before ");
      say (&w, text);
      begin (&w, "item", 0);
      say (&w, text);
      begin (&w, "item", 1);
      say (&w, text);
      begin (&w, "item", 0);
      say (&w, text);
      say (&w, " after");
      begin (&w, "paragraph", 0);
      say (&w, text);
      expect_document (&w);
    }
}

static void
test_hard_strong (void)
{
  if (!has_cmark ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hard_texts); i++)
    {
      g_autofree char *text = am_text_fold_space (hard_texts[i]);
      Writing w;
      begin_writing (&w);
      unit_seed = i;
      begin (&w, "paragraph", 0);
      write_strong (&w, text);
      begin (&w, "item", 0);
      write_strong (&w, text);
      say (&w, " It is put forward by ");
      say (&w, text);
      begin (&w, "item", 1);
      write_strong (&w, "For this");
      say (&w, ", from ");
      say (&w, text);
      say (&w, ": ");
      say (&w, text);
      expect_document (&w);
    }
}

static void
test_hard_links (void)
{
  if (!has_cmark ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hard_texts); i++)
    {
      g_autofree char *text = am_text_fold_space (hard_texts[i]);
      Writing w;
      begin_writing (&w);
      unit_seed = i;
      begin (&w, "item", 0);
      say (&w, "[1] ");
      write_link (&w, text, "https://example.org/a_b*c*(d)?e=1&f=2#g");
      say (&w, ", ");
      say (&w, text);
      begin (&w, "item", 0);
      say (&w, "[2] ");
      write_link (&w, text, NULL);
      begin (&w, "item", 0);
      say (&w, "[3] ");
      write_link (&w, text, "javascript:alert(1)");
      expect_document (&w);
    }
}

static void
test_addresses (void)
{
  static const char *const urls[] = {
    "https://example.org/",
    "https://example.org/?a=1&copy=2",
    "https://example.org/?a=1&copy;=2",
    "https://example.org/?&amp;",
    "https://example.org/a(b",
    "https://example.org/a)b",
    "https://example.org/*a*_b_",
    "https://example.org/%20%5B",
    "mailto:a@example.org",
    "https://example.org/!$&'()*+,;=:@~",
    "https://example.org/#&#65;",
  };

  if (!has_cmark ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      Writing w;
      begin_writing (&w);
      unit_seed = i;
      begin (&w, "item", 0);
      write_link (&w, "Title", urls[i]);
      begin (&w, "item", 0);
      write_link (&w, urls[i], urls[i]);
      expect_document (&w);
    }
}

/* Spans that touch each other without a space. */
static void
test_neighbours (void)
{
  if (!has_cmark ())
    return;
  Writing w;
  begin_writing (&w);
  begin (&w, "paragraph", 0);
  say (&w, "Look!");
  write_link (&w, "here", "https://example.org/");
  begin (&w, "paragraph", 0);
  say (&w, "[a]");
  say (&w, "(b)");
  begin (&w, "paragraph", 0);
  say (&w, "a *");
  say (&w, "b* c");
  begin (&w, "paragraph", 0);
  say (&w, "&amp");
  say (&w, ";");
  begin (&w, "paragraph", 0);
  say (&w, "<");
  say (&w, "b>");
  begin (&w, "paragraph", 0);
  say (&w, "1");
  say (&w, ". a");
  begin (&w, "paragraph", 0);
  say (&w, " ");
  say (&w, "- a");
  begin (&w, "paragraph", 0);
  say (&w, "");
  say (&w, "# a");
  expect_document (&w);
}

/* What GitHub knows beyond CommonMark is escaped too; what means nothing is left as it is. */
static void
test_source (void)
{
  static const struct
  {
    const char *text, *markdown;
  } samples[] = {
    { "~~a~~", "\\~\\~&zwnj;a\\~\\~\n" },
    { "a ~ b", "a ~ b\n" },
    { "$a$", "\\$a\\$\n" },
    { "$5", "$&zwnj;5\n" },
    { ":smile: a", ":&zwnj;smile: a\n" },
    { "@a and a@b.example", "@&zwnj;a and a@&zwnj;b.example\n" },
    { "#1 of https://a.example", "#&zwnj;1 of https:&zwnj;//a.example\n" },
    { "1,000,000 and 999999", "1,000,000 and 999999\n" },
    { "1000000", "100000&zwnj;0\n" },
    { "::error::a", "\\::&zwnj;error::a\n" },
    { "a ::error::a", "a ::&zwnj;error::a\n" },
    { "/close", "\\/close\n" },
    { "| a | b |", "\\| a | b |\n" },
    { "[x] a", "\\[&zwnj;x] a\n" },
    { "a [x] b", "a [x] b\n" },
    { "[1] a", "[1] a\n" },
    { "snake_case", "snake_case\n" },
    { "é_é", "é_é\n" },
    { "3 * 4", "3 * 4\n" },
    { "C# and AT&T", "C# and AT&T\n" },
    { "a < b > c", "a < b > c\n" },
    { "1.5 and 2) or [a]", "1.5 and 2) or [a]\n" },
    { "a - b + c = d", "a - b + c = d\n" },
    { "Why? (So!) \"x\"; 'y': 10:30, a/b\\c", "Why? (So!) \"x\"; 'y': 10:30, a/b\\c\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (AmDocument) document = am_document_new ();
      g_autoptr (GString) out = g_string_new (NULL);
      am_document_paragraph (document);
      am_document_add (document, "%s", samples[i].text);
      am_document_write_markdown (document, out);
      g_assert_cmpstr (out->str, ==, samples[i].markdown);
    }
}

/* --- random texts --- */

static char *
random_text (GRand *random)
{
  static const char marks[] = "*_#`~[]()<>!&;\\|-+=.:$^\"'0123456789ab \n";
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1 + unit_below (random, 12); i > 0; i--)
    if (unit_chance (random, 70))
      g_string_append_c (text, marks[unit_below (random, sizeof marks - 1)]);
    else
      unit_random_text (random, text, 2);
  g_autofree char *folded = am_text_fold_space (text->str);
  return folded[0] != '\0' ? g_strdup (text->str) : g_strdup ("blank");
}

static void
add_random_block (Writing *w, GRand *random, guint *depth)
{
  g_autofree char *text = random_text (random), *more = random_text (random),
                  *folded = am_text_fold_space (more);
  guint kind = unit_below (random, 6);

  if (kind == 0)
    {
      write_heading (w, 1 + unit_below (random, 3), text);
      *depth = 0;
      return;
    }
  if (kind == 1)
    {
      begin (w, "paragraph", 0);
      *depth = 0;
    }
  else
    {
      guint own = unit_below (random, MIN (*depth, 6) + 1);
      begin (w, "item", own);
      *depth = own + 1;
    }
  if (kind <= 3)
    say (w, text);
  else if (kind == 4)
    {
      write_strong (w, folded);
      say (w, " ");
      say (w, text);
    }
  else
    {
      say (w, "[1] ");
      write_link (w, folded, "https://example.org/");
      say (w, " ");
      say (w, text);
    }
}

static void
test_random (void)
{
  if (!has_cmark ())
    return;
  for (guint seed = 1; seed <= UNIT_ROUNDS (250); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      guint depth = 0;
      Writing w;
      begin_writing (&w);
      for (guint i = 0; i < 12; i++)
        add_random_block (&w, random, &depth);
      expect_document (&w);
    }
}

/* --- plain text --- */

static void
test_text (void)
{
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  am_document_heading (document, 1, "The  title\nof it");
  am_document_paragraph (document);
  am_document_add (document, "A paragraph that is %s than the line is wide.", "longer");
  am_document_heading (document, 2, "Two");
  am_document_item (document, 0);
  am_document_strong (document, "Strong");
  am_document_add (document, " and plain");
  am_document_item (document, 1);
  am_document_link (document, "Title", "https://example.org/");
  am_document_item (document, 1);
  am_document_link (document, "https://example.org/", "https://example.org/");
  am_document_item (document, 1);
  am_document_link (document, "Bad", "javascript:alert(1)");
  am_document_heading (document, 3, "Three");
  am_document_item (document, 0);
  am_document_add (document, "a\033[31mb");
  am_document_write_text (document, 30, out);
  g_assert_cmpstr (out->str, ==,
                   "The title of it\n"
                   "===============\n"
                   "\n"
                   "A paragraph that is longer\n"
                   "than the line is wide.\n"
                   "\n"
                   "Two\n"
                   "---\n"
                   "\n"
                   "- Strong and plain\n"
                   "  - Title\n"
                   "    <https://example.org/>\n"
                   "  - https://example.org/\n"
                   "  - Bad\n"
                   "\n"
                   "Three\n"
                   "- a\ufffd[31mb\n");
}

static void
test_text_random (void)
{
  for (guint seed = 1; seed <= UNIT_ROUNDS (400); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (AmDocument) document = am_document_new ();
      g_autoptr (GString) out = g_string_new (NULL), text = g_string_new (NULL);
      guint width = 44 + unit_below (random, 60);

      unit_random_text (random, text, 60);
      g_string_append (text, unit_chance (random, 50) ? "end" : " ::a ::b ::c ::d ::e ##[f] end");
      for (guint depth = 0; depth < 14; depth++)
        {
          am_document_item (document, depth);
          am_document_add (document, "%s", text->str);
        }
      am_document_write_text (document, width, out);
      g_auto (GStrv) lines = g_strsplit (out->str, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          UNIT_EXPECT (am_text_width (lines[i], -1) <= width, "more than %u columns: \"%s\"", width,
                       lines[i]);
          UNIT_EXPECT (am_guard_find_command (lines[i]) == NULL, "a command in \"%s\"", lines[i]);
          UNIT_EXPECT (!g_str_has_suffix (lines[i], " "), "white space at the end of \"%s\"",
                       lines[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/markdown/hard-texts", test_hard_texts);
  g_test_add_func ("/document/markdown/hard-strong", test_hard_strong);
  g_test_add_func ("/document/markdown/hard-links", test_hard_links);
  g_test_add_func ("/document/markdown/addresses", test_addresses);
  g_test_add_func ("/document/markdown/neighbours", test_neighbours);
  g_test_add_func ("/document/markdown/source", test_source);
  g_test_add_func ("/document/markdown/random", test_random);
  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/text/random", test_text_random);
  return g_test_run ();
}
