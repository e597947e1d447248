/* Markdown that GitHub and GitLab render, with a backslash only where a character would change the
   meaning: readers see the source of such files as often as the page. What they make references of
   afterwards is parted by BREAK. */

#include "report/document/blocks.h"

#include "base/guard.h"
#include "base/text.h"
#include "report/document/autolinks.h"

#include <string.h>

#define BREAK                                                                                      \
  "&zwnj;" /* without width on the page, and to be seen in the source; the texts of maps seldom    \
              hold it */

/* --- a block as one text, with marks for where spans begin and end: clean text holds no controls
 * --- */

#define STRONG '\001'
#define END_STRONG '\002'
#define LINK '\003'
#define END_LINK '\004'
#define STRUCK '\005'
#define END_STRUCK '\006'

static gboolean
is_mark (gunichar c)
{
  return c > 0 && c < 7;
}

static const struct
{
  char begin, end;
} marks[] = {
  [AM_SPAN_PLAIN] = { '\0', '\0' },         [AM_SPAN_STRONG] = { STRONG, END_STRONG },
  [AM_SPAN_LINK] = { LINK, END_LINK },      [AM_SPAN_REMOVED] = { STRUCK, END_STRUCK },
  [AM_SPAN_ADDED] = { STRONG, END_STRONG },
};

static char *
put_together (const AmBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->spans->len; i++)
    {
      const AmTextSpan *span = &g_array_index (block->spans, AmTextSpan, i);
      if (span->style != AM_SPAN_PLAIN)
        g_string_append_c (text, marks[span->style].begin);
      am_text_append_clean (text, span->text, -1);
      if (span->style != AM_SPAN_PLAIN)
        g_string_append_c (text, marks[span->style].end);
    }
  return am_text_fold_space (text->str);
}

/* --- escaping --- */

static gboolean
is_gap (gunichar c)
{
  return c == '\0' || g_unichar_isspace (c);
}

/* &name; or &#number; */
static gboolean
begins_entity (const char *p)
{
  const char *end = p + 1;

  while (g_ascii_isalnum (*end) || (*end == '#' && end == p + 1))
    end++;
  return *end == ';' && end > p + 1;
}

static gboolean
occurs_again (const char *text, const char *p)
{
  return strchr (p + 1, *p) != NULL || memchr (text, *p, (gsize) (p - text)) != NULL;
}

static gboolean
ends_heading (const char *text, const char *p)
{
  return (p == text || p[-1] == ' ') && p[strspn (p, "#")] == '\0';
}

/* Whether the character at @p, inside a line, must be escaped. */
static gboolean
has_meaning (const char *text, const char *p, gboolean in_link, AmBlockKind kind)
{
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0,
           after = g_utf8_get_char (p + 1);

  switch (*p)
    {
    case '\\':
      return after == '\0' || is_mark (after) || (after < 0x80 && g_ascii_ispunct ((char) after));
    case '`':
      return TRUE;
    case '*':
      return !(is_gap (before) && is_gap (after));
    case '_':
      return !(g_unichar_isalnum (before) && g_unichar_isalnum (after))
          && !(is_gap (before) && is_gap (after));
    case '~':
      return occurs_again (text, p) || strchr (text, STRUCK) != NULL;
    case '$':
      return occurs_again (text, p);
    case '<':
      return (after < 0x80 && g_ascii_isalpha ((char) after)) || after == '/' || after == '!'
          || after == '?' || is_mark (after);
    case '&':
      return begins_entity (p);
    case '[':
      return in_link || after == '^' || am_guard_opens_command (text, p);
    case ']':
      return in_link || after == '(' || after == '[' || after == ':';
    case '!':
      return after == '[' || after == LINK;
    case '#':
      return kind == AM_BLOCK_HEADING && ends_heading (text, p);
    case '|':
      return kind == AM_BLOCK_CELL;
    default:
      return FALSE;
    }
}

/* How many bytes at the start of a block would make it something else than text: the last of them
 * is escaped. 0: none. */
static gsize
block_marker (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  gsize hashes = strspn (text, "#");

  if (digits > 0 && digits <= 9 && (text[digits] == '.' || text[digits] == ')')
      && (text[digits + 1] == ' ' || text[digits + 1] == '\0'))
    return digits + 1;
  if (hashes > 0 && hashes <= 6 && (text[hashes] == ' ' || text[hashes] == '\0'))
    return 1;
  if (text[0] != '\0' && strchr ("+-*", text[0]) != NULL && (text[1] == ' ' || text[1] == '\0'))
    return 1;
  if (text[0] == ':' && (text[1] == '\0' || text[1] == ' ')) /* a definition */
    return 1;
  if (am_guard_find_command (text) != NULL) /* or a directive such as ::include */
    return (gsize) (am_guard_find_command (text) - text) + 1;
  if (text[0] == '/'
      && g_ascii_isalpha (text[1])) /* /close and other commands that a comment may give */
    return 1;
  if (text[0] == '>' || text[0] == '|'
      || (text[0] == '[' && text[1] != '\0' && strchr (" xX", text[1]) != NULL && text[2] == ']'))
    return 1;
  if (text[0] != '\0' && strchr ("-_=", text[0]) != NULL && text[strspn (text, "-_= ")] == '\0')
    return 1;
  return 0;
}

static void
append_url (GString *out, const char *url)
{
  for (; *url != '\0'; url++)
    if (*url == '&')
      g_string_append (out, "&amp;");
    else
      g_string_append_c (out, *url);
}

/* The link from span @next on. */
static const AmTextSpan *
find_link (const AmBlock *block, guint *next)
{
  while (g_array_index (block->spans, AmTextSpan, *next).style != AM_SPAN_LINK)
    (*next)++;
  return &g_array_index (block->spans, AmTextSpan, *next);
}

static gboolean
is_no_break (gunichar c)
{
  return c > 0x7F && g_unichar_isspace (c);
}

/* What a block is written with. */
typedef struct
{
  GString *out;
  const AmBlock *block;
  const char *text;
  gsize marker; /* see block_marker() */
  gboolean in_link;
  gboolean is_address; /* the text of a link is its address: hosts leave links alone, and people
                          copy it */
  guint link; /* the span to look for the next link from */
  AmReferences references;
} Writing;

static void
append_mark (Writing *w, gunichar mark)
{
  if (mark == STRONG || mark == END_STRONG)
    g_string_append (w->out, "**");
  else if (mark == STRUCK || mark == END_STRUCK)
    g_string_append (w->out, "~~");
  else
    {
      const AmTextSpan *link = find_link (w->block, &w->link);
      w->in_link = mark == LINK;
      w->is_address = w->in_link && g_str_equal (link->text, link->url);
      g_string_append (w->out, w->in_link ? "[" : "](<");
      if (w->in_link)
        return;
      append_url (w->out, link->url);
      g_string_append (w->out, ">)");
      w->link++;
    }
}

static void
append_character (Writing *w, const char *p, gunichar c)
{
  if (w->marker == (gsize) (p - w->text) + 1
      || has_meaning (w->text, p, w->in_link, w->block->kind))
    g_string_append_c (w->out, '\\');
  g_string_append_unichar (w->out, c);
  if (!w->is_address && am_references_break_after (&w->references, w->text, p))
    g_string_append (w->out, BREAK);
}

/* A no-break space beside the mark of a span would keep Markdown from seeing the mark. */
static gboolean
hides_mark (const char *text, const char *p, gunichar c)
{
  gunichar after = g_utf8_get_char (g_utf8_next_char (p));

  return is_no_break (c)
      && ((p > text && (p[-1] == STRONG || p[-1] == STRUCK)) || after == END_STRONG
          || after == END_STRUCK);
}

static void
append_escaped (GString *out, const AmBlock *block, const char *text)
{
  gboolean inside = block->kind == AM_BLOCK_HEADING || block->kind == AM_BLOCK_CELL;
  Writing w = {
    .out = out, .block = block, .text = text, .marker = inside ? 0 : block_marker (text)
  };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_mark (c))
        append_mark (&w, c);
      else if (hides_mark (text, p, c))
        g_string_append_printf (out, "&#%u;", c);
      else
        append_character (&w, p, c);
    }
}

/* --- blocks --- */

static void
append_block (GString *out, const AmBlock *block)
{
  g_autofree char *text = put_together (block);

  for (guint i = 0; i < block->level && block->kind == AM_BLOCK_HEADING; i++)
    g_string_append_c (out, '#');
  if (block->kind == AM_BLOCK_HEADING)
    g_string_append_c (out, ' ');
  if (block->kind == AM_BLOCK_ITEM)
    g_string_append_printf (out, "%*s- ", (int) MIN (block->level, AM_DOCUMENT_DEEPEST_ITEM) * 2,
                            "");
  append_escaped (out, block, text);
  g_string_append_c (out, '\n');
}

/* | head | head |, a line of dashes, | cell | cell | … Returns how many cells there were. */
static guint
append_table (GString *out, const AmDocument *document, guint table)
{
  guint columns = g_array_index (document->blocks, AmBlock, table).level, count = 0;

  g_assert (columns > 0);
  for (guint i = table + 1; i < document->blocks->len; i++, count++)
    {
      const AmBlock *cell = &g_array_index (document->blocks, AmBlock, i);
      if (cell->kind != AM_BLOCK_CELL)
        break;
      if (count == columns)
        for (guint k = 0; k < columns; k++)
          g_string_append (out, k + 1 < columns ? "| --- " : "| --- |\n");
      g_autofree char *text = put_together (cell);
      g_string_append (out, text[0] != '\0' ? "| " : "|");
      append_escaped (out, cell, text);
      g_string_append (out, (count + 1) % columns == 0 ? " |\n" : " ");
    }
  return count;
}

void
am_document_write_markdown (const AmDocument *document, GString *out)
{
  AmBlockKind before = AM_BLOCK_HEADING;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const AmBlock *block = &g_array_index (document->blocks, AmBlock, i);
      if (i > 0 && !(block->kind == AM_BLOCK_ITEM && before == AM_BLOCK_ITEM))
        g_string_append_c (out, '\n');
      before = block->kind;
      if (block->kind == AM_BLOCK_TABLE)
        i += append_table (out, document, i);
      else
        append_block (out, block);
    }
}
