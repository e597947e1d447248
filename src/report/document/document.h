/* A text with headings, paragraphs, nested lists and tables, built once and written as plain text
 * or as Markdown. */

#pragma once

#include "base/edits.h"

typedef struct _AmDocument AmDocument;

AmDocument *am_document_new (void);
void am_document_free (AmDocument *document);

gboolean am_document_is_empty (const AmDocument *document);

/* A heading of @level 1 to 3. All texts are copied, valid UTF-8, and may hold any white space: it
 * is folded. */
void am_document_heading (AmDocument *document, guint level, const char *text);

/* Items deeper than this are written at this depth: they would have no room, and a chain of many
 * claims would be all indent. */
#define AM_DOCUMENT_DEEPEST_ITEM 9

/* Begin a block; the functions below fill it. A list item of @depth 0 is outermost. */
void am_document_paragraph (AmDocument *document);
void am_document_item (AmDocument *document, guint depth);

/* A table of @columns, two at least; its cells follow row by row, the heads first. The first column
 * says what a row is about. */
void am_document_table (AmDocument *document, guint columns);
void am_document_cell (AmDocument *document);
/* A cell that holds this alone; of the number 0, nothing. */
void am_document_cell_text (AmDocument *document, const char *text);
void am_document_cell_number (AmDocument *document, guint number);

/* Adds text to the block that was begun last, which is no table. */
void am_document_add (AmDocument *document, const char *format, ...) G_GNUC_PRINTF (2, 3);
void am_document_strong (AmDocument *document, const char *text);
/* What was removed from a text, or added: [-old-] and {+new+} in text, struck and strong in
   Markdown. What stands beside it is to be parted from it by a space. */
void am_document_edit (AmDocument *document, AmEditKind kind, const char *text);
/* A link where @url is one that may be followed (am_value_is_url()), else text alone. */
void am_document_link (AmDocument *document, const char *text, const char *url);

/* Appends the document, wrapped to @width columns. */
void am_document_write_text (const AmDocument *document, guint width, GString *out);

/* Appends the document as Markdown (CommonMark with GitHub's extensions), one line per block. */
void am_document_write_markdown (const AmDocument *document, GString *out);

/* Appends the document as elements of HTML, without links. A heading of the first level becomes one
   of @level more. Tables are no part of it. @escape appends a text of the document escaped, with
   all that is unsafe in a page left out. */
void am_document_write_html (const AmDocument *document, guint level,
                             void (*escape) (GString *out, const char *text), GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmDocument, am_document_free)
