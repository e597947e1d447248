/* Two maps compared, for argmap diff and its mode for git. */

#pragma once

#include "command/exit.h"
#include "model/map.h"

/* In the order of the words. */
typedef enum
{
  AM_DIFF_TEXT,
  AM_DIFF_MARKDOWN,
  AM_DIFF_JSON,
  AM_DIFF_SVG,
} AmDiffFormat;

/* What the command line says. */
typedef struct
{
  gint format; /* AmDiffFormat, once it has been chosen */
  char *output, *id_prefix;
  gboolean all, force;
  gboolean git; /* called by git, which says what went wrong; not on the command line */
} AmDiffOptions;

/* Writes @head and what changed to where the options say; the status is diff's: 0 the same, 1
   different, 2 trouble. */
AmExit am_diff_compare (const AmMap *old_map, const AmMap *new_map, const char *head,
                        const AmDiffOptions *options);

/* Writes to where the options say. Called by git, nobody is told when whoever reads has gone: the
   pager was left. */
AmExit am_diff_write (const AmDiffOptions *options, const GString *out);
