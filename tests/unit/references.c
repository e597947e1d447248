/* report/document: of what a map says, hosts of Markdown make no link, mention or reference, and no
   markup. What cmark-gfm makes of it with every extension is taken apart, and each text in it is
   held against what GitHub and GitLab look for in finished pages. */

#include "cmark.h"

#include "report/document/document.h"

/* --- what hosts look for --- */

static const char *const host_patterns[] = {
  "(?<![\\w`])@[A-Za-z0-9_.]", /* @name, @group/team */
  "\\w@[A-Za-z0-9-]+\\.[A-Za-z]", /* mail */
  "[A-Za-z][A-Za-z0-9.+-]*://", /* addresses */
  "(?i)\\bwww\\.",
  "\\b(mailto|xmpp):[A-Za-z0-9]",
  "[#!$%&~][0-9]", /* issues, merge requests, snippets, milestones, epics, labels */
  "[%~][A-Za-z\"]",
  "(?i)\\bG[HL]-[0-9]",
  "\\b[A-Z][A-Z0-9_]+-[0-9]", /* keys of trackers */
  "(?i)\\bGHSA-[a-z0-9]",
  "[\\w.-]@[0-9a-f]{7}",
  "\\b[0-9a-fA-F]{7,40}\\b", /* commits */
  ":[A-Za-z0-9_+-]+:", /* emoji */
  "^\\[[ xX~]\\]\\s", /* tasks, at the start of an item */
  "\\[\\[", /* pages of wikis */
  "\\[TOC\\]",
  "[{\\[][+-].*[+-][}\\]]", /* words that changed */
  "[\\[*][a-z_]+:[0-9\"]", /* [issue:1], *iteration:1 */
  "[\\w.-]+/[\\w./-]+>", /* projects */
};

/* The first that is found in @text, or NULL. */
static const char *
find_pattern (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (host_patterns); i++)
    if (g_regex_match_simple (host_patterns[i], text, (GRegexCompileFlags) 0, (GRegexMatchFlags) 0))
      return host_patterns[i];
  return NULL;
}

/* --- a page, taken apart --- */

typedef struct
{
  GPtrArray *texts; /* between two tags, outside of links */
  GString *all; /* every text, links included */
  guint links, odd; /* @odd: elements that no document of ours has */
  char *odd_one; /* the last of them */
} Page;

static void
page_clear (Page *page)
{
  g_ptr_array_unref (page->texts);
  g_string_free (page->all, TRUE);
  g_free (page->odd_one);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static void
take_text (Page *page, const char *start, const char *end)
{
  g_autoptr (GString) text = g_string_new_len (start, end - start);
  static const char *const entities[][2] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&amp;", "&" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text->str, entities[i][0], -1);
      g_autofree char *joined = g_strjoinv (entities[i][1], parts);
      g_string_assign (text, joined);
    }
  g_string_append (page->all, text->str);
  if (page->links % 2 == 0)
    g_ptr_array_add (page->texts, g_strdup (text->str));
}

static void
take_tag (Page *page, const char *start, const char *end)
{
  static const char *const known[] = { "h1",    "h2",    "h3",    "p",  "ul", "li", "strong", "del",
                                       "table", "thead", "tbody", "tr", "th", "td", NULL };
  g_autofree char *tag = g_strndup (start, (gsize) (end - start));
  const char *name = tag[0] == '/' ? tag + 1 : tag;

  if (g_str_has_prefix (tag, "a href=\"https://argmap.example/\"") || g_str_equal (tag, "/a"))
    page->links++; /* odd between a link and its end */
  else if (!g_strv_contains (known, name))
    {
      page->odd++;
      g_free (page->odd_one);
      page->odd_one = g_strdup (tag);
    }
}

static void
take_apart (const char *html, Page *page)
{
  *page = (Page){ g_ptr_array_new_with_free_func (g_free), g_string_new (NULL), 0, 0, NULL };
  for (const char *p = html; *p != '\0';)
    {
      const char *end = p + strcspn (p, *p == '<' ? ">" : "<");
      if (*p == '<')
        take_tag (page, p + 1, end);
      else
        take_text (page, p, end);
      p = *p == '<' && *end != '\0' ? end + 1 : end;
    }
}

static char *
run_cmark_gfm (const char *markdown)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *html = NULL;
  int fd = g_file_open_tmp ("argmap-references-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, markdown, -1, &error);
  g_assert_no_error (error);
  const char *arguments[] = { "cmark-gfm", "--unsafe",      "-e", "footnotes", "-e", "autolink",
                              "-e",        "strikethrough", "-e", "table",     "-e", "tasklist",
                              "-e",        "tagfilter",     path, NULL };
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &html, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_unlink (path);
  return html;
}

/* --- texts --- */

/* What a host would make something of, each by a pattern or by the grammar. */
static const char *const references[] = {
  "@octocat",
  "@octo-org/team",
  "Ask @octocat, please",
  "(@octocat)",
  "a@b.example",
  "Write to mallory@evil.example.",
  "https://evil.example/x",
  "http://evil.example",
  "ftp://evil.example/f",
  "see:https://evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "ssh://evil.example",
  "www.evil.example",
  "(www.evil.example)",
  "WWW.evil.example",
  "xmpp:a@b.example",
  "mailto:a@b.example",
  "#1",
  "a #12",
  "(#1)",
  "octo/repo#12",
  "octocat#1",
  "octo/repo@1234567",
  "GH-1",
  "gh-12",
  "GL-3",
  "ABC-123",
  "A_B-1",
  "CVE-2021-44228",
  "GHSA-2wrh-6pvc-2jm9",
  "1234567",
  "abcdef1",
  "see a5c3785ed8d6a35868bc169f07e40e889087fd2e",
  "10000000",
  "1234567...abcdef1",
  "550e8400-e29b-41d4-a716-446655440000",
  "ABCDEF12",
  "!1",
  "group/project!1",
  "$1",
  "%1",
  "%\"v 1\"",
  "%v1",
  "&1",
  "~1",
  "~bug",
  "~\"a label\"",
  "^alert#1",
  "[issue:1]",
  "[vulnerability:1]",
  "*iteration:1",
  "group/project>",
  ":smile:",
  "a:+1:b",
  ":100:",
  "[ ] a",
  "[x] a",
  "[X] a",
  "[~] a",
  "[[page]]",
  "[[_TOC_]]",
  "[TOC]",
  "{+ a +}",
  "[- a -]",
  "{- a -}",
  "[+ a +]",
  "\\@octocat",
  "&#64;octocat",
  "\\#1",
  "*@octocat*",
  "_#1_",
  "@octocat#1",
};

/* What the grammar alone makes something of. */
static const char *const markup[] = {
  "a [^1] b",
  "[^1]: a",
  "<!-- a -->",
  "<b>a</b>",
  "<https://evil.example/>",
  "<a@b.example>",
  "<script>a</script>",
  "~~a~~",
  "~a~",
  "a | b",
  "| a | b |",
  "|-|-|",
  "[a](https://evil.example)",
  "![a](b)",
  "[a]: https://evil.example",
  "`a`",
  "**a**",
  "__a__",
  "$a$",
  "# a",
  "> a",
  "- a",
  "1. a",
  "---",
  "===",
  "```",
  ">>>",
  ": a",
  "::include{file=a}",
  "/close",
  "&lt;b&gt;",
  "a  \\",
  "<details>",
  "&commat;octocat",
  "==a==",
  "a^2^",
  "--- a",
  "!!! a",
  "%%a%%",
  "> [!NOTE]",
  "<a href=\"x\">",
  "&copy;",
  "a]( b",
  "\\*a\\*",
};

#define ADDRESS "https://argmap.example/"

/* @text wherever a document may hold one. Appends to @expected what is to be seen. */
static AmDocument *
write_everywhere (const char *text, GString *expected)
{
  AmDocument *document = am_document_new ();

  am_document_heading (document, 1, text);
  am_document_paragraph (document);
  am_document_add (document, "%s", text);
  am_document_item (document, 0);
  am_document_add (document, "%s", text);
  am_document_item (document, 1);
  am_document_strong (document, text);
  am_document_add (document, " %s", text);
  am_document_item (document, 1);
  am_document_link (document, text, ADDRESS);
  am_document_item (document, 1);
  am_document_link (document, text, "javascript:alert(1)");
  am_document_item (document, 1);
  am_document_edit (document, AM_EDIT_REMOVED, text);
  am_document_add (document, " ");
  am_document_edit (document, AM_EDIT_ADDED, text);
  am_document_table (document, 2);
  for (guint i = 0; i < 4; i++)
    am_document_cell_text (document, text);
  for (guint i = 0; i < 13; i++)
    g_string_append (expected, text);
  return document;
}

/* @text without white space and what was put in to part it. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != 0x200C && !g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static void
expect_plain (const char *text)
{
  g_autoptr (GString) markdown = g_string_new (NULL), expected = g_string_new (NULL);
  g_autoptr (AmDocument) document = write_everywhere (text, expected);
  g_auto (Page) page;

  am_document_write_markdown (document, markdown);
  g_autofree char *html = run_cmark_gfm (markdown->str);
  take_apart (html, &page);
  UNIT_EXPECT (page.odd == 0, "%s: became <%s>", text, page.odd_one);
  UNIT_EXPECT (page.links == 2, "%s: %u tags of links", text, page.links);
  for (guint i = 0; i < page.texts->len; i++)
    {
      const char *found = g_ptr_array_index (page.texts, i), *pattern = find_pattern (found);
      UNIT_EXPECT (pattern == NULL, "%s: a host finds %s in <%s>", text, pattern, found);
    }
  g_autofree char *seen = squeeze (page.all->str), *wanted = squeeze (expected->str);
  UNIT_EXPECT (g_str_equal (seen, wanted), "%s: <%s> and not <%s>", text, seen, wanted);
}

static gboolean
has_cmark_gfm (void)
{
  g_autofree char *program = g_find_program_in_path ("cmark-gfm");

  if (program == NULL)
    g_test_skip ("there is no cmark-gfm here");
  return program != NULL;
}

static void
test_references (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    UNIT_EXPECT (find_pattern (references[i]) != NULL,
                 "%s: hosts find nothing, so this tests nothing", references[i]);
  for (guint i = 0; has_cmark_gfm () && i < G_N_ELEMENTS (references); i++)
    expect_plain (references[i]);
}

static void
test_markup (void)
{
  for (guint i = 0; has_cmark_gfm () && i < G_N_ELEMENTS (markup); i++)
    expect_plain (markup[i]);
}

/* Pieces of all of the above, one after the other. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "@",  "#",       "!",   "$",       "%", "&", "~",  "^",      "*",     "[",  "]",
    "{",  "}",       "+",   "-",       ":", "/", "//", ".",      "www",   "GH", "ABC",
    "1",  "1234567", "abc", "def0123", "x", "_", " ",  "mailto", "issue", "<",  ">",
    "\"", "\\",      "`",   "|",       "(", ")", "é",  "=",
  };

  for (guint seed = 1; has_cmark_gfm () && seed <= UNIT_ROUNDS (400); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new ("a");
      for (guint i = unit_below (random, 14); i > 0; i--)
        g_string_append (text, pieces[unit_below (random, G_N_ELEMENTS (pieces))]);
      g_string_append (text, "a");
      expect_plain (text->str);
    }
}

/* An address that is shown as it is can be copied from the page. */
static void
test_address (void)
{
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  am_document_item (document, 0);
  am_document_link (document, "https://example.org/@a#1", "https://example.org/@a#1");
  am_document_write_markdown (document, out);
  g_assert_cmpstr (out->str, ==, "- [https://example.org/@a#1](<https://example.org/@a#1>)\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/hosts", test_references);
  g_test_add_func ("/references/markup", test_markup);
  g_test_add_func ("/references/random", test_random);
  g_test_add_func ("/references/address", test_address);
  return g_test_run ();
}
