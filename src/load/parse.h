/* From scanned text to cJSON's trees, a piece at a time: a large map is never a tree as a whole,
   which would be several times its text. Private to load/. */

#pragma once

#include "load/arena.h"
#include "load/scan.h"

#include <cjson/cJSON.h>

typedef struct
{
  const char *text; /* what am_scan() has accepted */
  gsize length;
  const AmScanEntry *entries;
  Arena *arena; /* of the piece that was parsed last */
} Parser;

/* A member of the document. */
typedef struct
{
  const char *name;
  guint32 first; /* the number of its value, and that of the value after all that is in it */
  guint32 end;
} Member;

/* @source and @scan, which am_scan() has filled, must outlive the parser. Clear it with
 * am_parser_clear(). */
void am_parser_init (Parser *parser, const AmSource *source, const AmScan *scan);
void am_parser_clear (Parser *parser);

/* The tree of value number @entry, until the parser is used again. Never NULL. Every thread may
 * have its parser. */
const cJSON *am_parse_value (Parser *parser, guint32 entry);

/* The members of the document: of Member, none when it is no object. Their names live in @names.
 * The caller owns the array. */
GArray *am_parse_members (Parser *parser, const AmScan *scan, Arena *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, am_parser_clear)
