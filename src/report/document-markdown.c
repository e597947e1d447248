/* Markdown that GitHub renders, with a backslash only where a character would change the meaning: readers see the source of
   such files as often as the page. */

#include "report/document-private.h"

#include "base/text.h"

#include <string.h>

/* --- escaping --- */

static gboolean
is_gap (char c)
{
  return c == '\0' || g_ascii_isspace (c);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
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

/* :smile: */
static gboolean
begins_emoji (const char *p)
{
  const char *end = p + 1;

  while (g_ascii_isalnum (*end) || *end == '_' || *end == '+' || *end == '-')
    end++;
  return *end == ':' && end > p + 1;
}

static gboolean
occurs_again (const char *text, const char *p)
{
  return strchr (p + 1, *p) != NULL || memchr (text, *p, (gsize) (p - text)) != NULL;
}

/* Whether the character at @p, inside a line, must be escaped. */
static gboolean
has_meaning (const char *text, const char *p)
{
  char before = p > text ? p[-1] : '\0', after = p[1];

  switch (*p)
    {
    case '\\':
      return g_ascii_ispunct (after) || after == '\0';
    case '`':
      return TRUE;
    case '*':
      return !(is_gap (before) && is_gap (after));
    case '_':
      return !(is_word (before) && is_word (after)) && !(is_gap (before) && is_gap (after));
    case '~':
    case '$':
      return occurs_again (text, p);
    case '<':
      return g_ascii_isalpha (after) || after == '/' || after == '!' || after == '?';
    case '&':
      return begins_entity (p);
    case ':':
      return begins_emoji (p);
    case ']':
      return after == '(' || after == '[' || after == ':';
    case '!':
      return after == '[';
    default:
      return FALSE;
    }
}

/* How many bytes at the start of a block would make it something else than text: the last of them is escaped. 0: none. */
static gsize
block_marker (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  gsize hashes = strspn (text, "#");

  if (digits > 0 && digits <= 9 && (text[digits] == '.' || text[digits] == ')') && is_gap (text[digits + 1]))
    return digits + 1;
  if (hashes > 0 && hashes <= 6 && is_gap (text[hashes]))
    return 1;
  if (strchr ("+-*", text[0]) != NULL && text[0] != '\0' && is_gap (text[1]))
    return 1;
  if (text[0] == '>' || text[0] == '|' || (text[0] == '[' && text[1] != '\0' && text[2] == ']'))
    return 1;
  if (strchr ("-_=", text[0]) != NULL && text[0] != '\0' && text[strspn (text, "-_= ")] == '\0')
    return 1;
  return 0;
}

static void
append_escaped (GString *out, const char *raw, gboolean starts_block)
{
  g_autofree char *text = am_text_clean (raw);
  gsize marker = starts_block ? block_marker (text) : 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (marker == (gsize) (p - text) + 1 || has_meaning (text, p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* --- blocks --- */

static void
append_span (GString *out, const AmTextSpan *span, gboolean starts_block)
{
  switch (span->style)
    {
    case AM_SPAN_STRONG:
      g_string_append (out, "**");
      append_escaped (out, span->text, FALSE);
      g_string_append (out, "**");
      break;
    case AM_SPAN_LINK:
      g_string_append_c (out, '[');
      append_escaped (out, span->text, FALSE);
      g_string_append_printf (out, "](<%s>)", span->url);
      break;
    case AM_SPAN_PLAIN:
    default:
      append_escaped (out, span->text, starts_block);
    }
}

static void
append_block (GString *out, const AmBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < block->spans->len; i++)
    append_span (line, &g_array_index (block->spans, AmTextSpan, i), i == 0 && block->kind != AM_BLOCK_HEADING);
  g_autofree char *folded = am_text_fold_space (line->str);
  for (guint i = 0; i < block->level && block->kind == AM_BLOCK_HEADING; i++)
    g_string_append_c (out, '#');
  if (block->kind == AM_BLOCK_HEADING)
    g_string_append_c (out, ' ');
  if (block->kind == AM_BLOCK_ITEM)
    g_string_append_printf (out, "%*s- ", (int) block->level * 2, "");
  g_string_append (out, folded);
  g_string_append_c (out, '\n');
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
      append_block (out, block);
      before = block->kind;
    }
}
