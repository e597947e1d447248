#include "report/document/blocks.h"

#include "base/guard.h"
#include "base/text.h"

#define INDENT 2

/* The block as one line without controls. Caller owns it. */
static char *
flatten (const AmBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < block->spans->len; i++)
    {
      const AmTextSpan *span = &g_array_index (block->spans, AmTextSpan, i);
      g_string_append (line, span->style == AM_SPAN_REMOVED ? "[-"
                             : span->style == AM_SPAN_ADDED ? "{+"
                                                            : "");
      am_text_append_clean (line, span->text, -1);
      g_string_append (line, span->style == AM_SPAN_REMOVED ? "-]"
                             : span->style == AM_SPAN_ADDED ? "+}"
                                                            : "");
      if (span->style == AM_SPAN_LINK && !g_str_equal (span->text, span->url))
        g_string_append_printf (line, " <%s>", span->url);
    }
  return am_text_fold_space (line->str);
}

static void
underline (GString *out, const char *text, guint width, char with)
{
  guint length = MIN (am_text_width (text, -1), width);

  g_string_append_c (out, '\n');
  for (guint i = 0; i < length; i++)
    g_string_append_c (out, with);
}

static void
append_block (GString *out, const AmBlock *block, guint width)
{
  g_autofree char *text = flatten (block);
  guint indent = 0;

  if (block->kind == AM_BLOCK_ITEM)
    {
      indent = INDENT * (MIN (block->level, AM_DOCUMENT_DEEPEST_ITEM) + 1);
      g_string_append_printf (out, "%*s-%s", (int) indent - INDENT, "", text[0] != '\0' ? " " : "");
    }
  am_text_append_wrapped (out, text, am_guard_width (text, width), indent, indent);
  if (block->kind == AM_BLOCK_HEADING && block->level < 3)
    underline (out, text, width, block->level == 1 ? '=' : '-');
  g_string_append_c (out, '\n');
}

/* The cells from block @first on, as texts. Free with g_ptr_array_unref(). */
static GPtrArray *
flatten_cells (const AmDocument *document, guint first)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < document->blocks->len
                        && g_array_index (document->blocks, AmBlock, i).kind == AM_BLOCK_CELL;
       i++)
    g_ptr_array_add (texts, flatten (&g_array_index (document->blocks, AmBlock, i)));
  return texts;
}

static void
append_blocks (const AmDocument *document, guint width, GString *out)
{
  const AmBlock *before = NULL;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const AmBlock *block = &g_array_index (document->blocks, AmBlock, i);
      gboolean together = before != NULL && block->kind == AM_BLOCK_ITEM
                       && (before->kind == AM_BLOCK_ITEM || before->kind == AM_BLOCK_PARAGRAPH);
      gboolean under_heading =
          before != NULL && before->kind == AM_BLOCK_HEADING && before->level == 3;
      if (before != NULL && !together && !under_heading)
        g_string_append_c (out, '\n');
      before = block;
      if (block->kind != AM_BLOCK_TABLE)
        {
          append_block (out, block, width);
          continue;
        }
      g_autoptr (GPtrArray) texts = flatten_cells (document, i + 1);
      am_document_append_table (out, texts, block->level, width);
      g_string_append_c (out, '\n');
      i += texts->len;
    }
}

void
am_document_write_text (const AmDocument *document, guint width, GString *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_blocks (document, width, text);
  am_guard_lines (text);
  g_string_append_len (out, text->str, (gssize) text->len);
}
