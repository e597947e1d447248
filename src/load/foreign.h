/* Files of other formats that people give in place of a map: what they are, and what to do. One
   list for what is JSON and what is not. Private to load/. */

#pragma once

#include "load/parse.h"

typedef struct
{
  const char *what; /* "a PDF" */
  const char *help; /* what to do; NULL: nothing beyond how a map begins */
} ForeignFormat;

/* The bytes with which a file may begin that say nothing about it: blanks, and those of a byte
   order mark. */
#define AM_FOREIGN_BLANKS "\xEF\xBB\xBF \t\r\n"

/* What @text, which is not JSON, is by its beginning; NULL when it is not known, or rather meant to
   be JSON. Static data. */
const ForeignFormat *am_foreign_text (const char *text, gsize length);

/* What a document with these @members (of am_parse_members()) is, which has no "argmap"; NULL when
   it is not known. Static data. */
const ForeignFormat *am_foreign_json (const GArray *members);
