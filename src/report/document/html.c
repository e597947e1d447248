/* A document as the inside of a page: headings, paragraphs and lists. */

#include "report/document/blocks.h"

typedef struct
{
  GString *out;
  void (*escape) (GString *out, const char *text);
  guint lists; /* that are open */
} Writing;

static void
write_spans (const Writing *w, const AmBlock *block)
{
  static const char *const tags[] = { [AM_SPAN_PLAIN] = NULL,
                                      [AM_SPAN_STRONG] = "strong",
                                      [AM_SPAN_LINK] = NULL,
                                      [AM_SPAN_REMOVED] = "del",
                                      [AM_SPAN_ADDED] = "ins" };

  for (guint i = 0; i < block->spans->len; i++)
    {
      const AmTextSpan *span = &g_array_index (block->spans, AmTextSpan, i);
      if (tags[span->style] != NULL)
        g_string_append_printf (w->out, "<%s>", tags[span->style]);
      w->escape (w->out, span->text);
      if (tags[span->style] != NULL)
        g_string_append_printf (w->out, "</%s>", tags[span->style]);
    }
}

/* Leaves @count lists open. The last item of each is open as well: a deeper list goes into it. */
static void
close_lists (Writing *w, guint count)
{
  for (; w->lists > count; w->lists--)
    g_string_append (w->out, "</li>\n</ul>\n");
}

static void
write_block (Writing *w, const AmBlock *block, guint level)
{
  guint depth = block->kind == AM_BLOCK_ITEM ? MIN (block->level, w->lists) + 1 : 0;

  if (depth > 0 && depth <= w->lists)
    {
      close_lists (w, depth);
      g_string_append (w->out, "</li>\n");
    }
  else if (depth > 0)
    {
      g_string_append (w->out, "<ul>\n");
      w->lists++;
    }
  else
    close_lists (w, 0);
  if (depth > 0)
    g_string_append (w->out, "<li dir=\"auto\">");
  else if (block->kind == AM_BLOCK_HEADING)
    g_string_append_printf (w->out, "<h%u>", MIN (block->level + level, 6));
  else
    g_string_append (w->out, "<p dir=\"auto\">");
  write_spans (w, block);
  if (block->kind == AM_BLOCK_HEADING)
    g_string_append_printf (w->out, "</h%u>\n", MIN (block->level + level, 6));
  else if (depth == 0)
    g_string_append (w->out, "</p>\n");
}

void
am_document_write_html (const AmDocument *document, guint level,
                        void (*escape) (GString *out, const char *text), GString *out)
{
  Writing w = { out, escape, 0 };

  for (guint i = 0; i < document->blocks->len; i++)
    write_block (&w, &g_array_index (document->blocks, AmBlock, i), level);
  close_lists (&w, 0);
}
