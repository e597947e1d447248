/* What the writers of documents see. Private to report/document/. */

#pragma once

#include "report/document/document.h"

typedef enum
{
  AM_BLOCK_HEADING,
  AM_BLOCK_PARAGRAPH,
  AM_BLOCK_ITEM,
  AM_BLOCK_TABLE, /* its cells follow */
  AM_BLOCK_CELL,
} AmBlockKind;

typedef enum
{
  AM_SPAN_PLAIN,
  AM_SPAN_STRONG,
  AM_SPAN_LINK,
  AM_SPAN_REMOVED,
  AM_SPAN_ADDED,
} AmSpanStyle;

typedef struct
{
  AmSpanStyle style;
  char *text;
  char *url; /* of a link */
} AmTextSpan;

typedef struct
{
  AmBlockKind kind;
  guint level; /* of a heading from 1, of an item from 0; of a table how many columns it has */
  GArray *spans; /* of AmTextSpan */
} AmBlock;

struct _AmDocument
{
  GArray *blocks; /* of AmBlock */
};

/* table.c: appends a table in plain text, without a newline at the end. @texts are its cells, each
 * on one line and clean. */
void am_document_append_table (GString *out, GPtrArray *texts, guint columns, guint width);
