#include "report/document/blocks.h"

#include "base/forms.h"
#include "base/text.h"

static void
clear_span (gpointer data)
{
  AmTextSpan *span = data;
  g_free (span->text);
  g_free (span->url);
}

static void
clear_block (gpointer data)
{
  AmBlock *block = data;
  g_array_unref (block->spans);
}

AmDocument *
am_document_new (void)
{
  AmDocument *document = g_new0 (AmDocument, 1);
  document->blocks = g_array_new (FALSE, FALSE, sizeof (AmBlock));
  g_array_set_clear_func (document->blocks, clear_block);
  return document;
}

void
am_document_free (AmDocument *document)
{
  if (document == NULL)
    return;
  g_array_unref (document->blocks);
  g_free (document);
}

gboolean
am_document_is_empty (const AmDocument *document)
{
  return document->blocks->len == 0;
}

static void
begin_block (AmDocument *document, AmBlockKind kind, guint level)
{
  AmBlock block = { kind, level, g_array_new (FALSE, FALSE, sizeof (AmTextSpan)) };
  g_array_set_clear_func (block.spans, clear_span);
  g_array_append_val (document->blocks, block);
}

static void
add_span (AmDocument *document, AmSpanStyle style, const char *text, const char *url)
{
  AmTextSpan span = { style, g_strdup (text), g_strdup (url) };

  g_assert (document->blocks->len > 0);
  g_array_append_val (g_array_index (document->blocks, AmBlock, document->blocks->len - 1).spans,
                      span);
}

void
am_document_heading (AmDocument *document, guint level, const char *text)
{
  begin_block (document, AM_BLOCK_HEADING, level);
  add_span (document, AM_SPAN_PLAIN, text, NULL);
}

void
am_document_paragraph (AmDocument *document)
{
  begin_block (document, AM_BLOCK_PARAGRAPH, 0);
}

void
am_document_item (AmDocument *document, guint depth)
{
  begin_block (document, AM_BLOCK_ITEM, depth);
}

void
am_document_table (AmDocument *document, guint columns)
{
  g_assert (columns > 1);
  begin_block (document, AM_BLOCK_TABLE, columns);
}

void
am_document_cell (AmDocument *document)
{
  begin_block (document, AM_BLOCK_CELL, 0);
}

void
am_document_cell_text (AmDocument *document, const char *text)
{
  am_document_cell (document);
  am_document_add (document, "%s", text);
}

void
am_document_cell_number (AmDocument *document, guint number)
{
  g_autofree char *digits = number > 0 ? am_text_number (number) : g_strdup ("");
  am_document_cell_text (document, digits);
}

void
am_document_add (AmDocument *document, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_span (document, AM_SPAN_PLAIN, text, NULL);
}

void
am_document_strong (AmDocument *document, const char *text)
{
  add_span (document, AM_SPAN_STRONG, text, NULL);
}

void
am_document_edit (AmDocument *document, AmEditKind kind, const char *text)
{
  add_span (document,
            kind == AM_EDIT_SAME      ? AM_SPAN_PLAIN
            : kind == AM_EDIT_REMOVED ? AM_SPAN_REMOVED
                                      : AM_SPAN_ADDED,
            text, NULL);
}

void
am_document_link (AmDocument *document, const char *text, const char *url)
{
  if (url != NULL && am_value_is_url (url))
    add_span (document, AM_SPAN_LINK, text, url);
  else
    add_span (document, AM_SPAN_PLAIN, text, NULL);
}
