/* What the parts of a diff are written with. Private to report/diff/. */

#pragma once

#include "report/diff/diff.h"

typedef struct
{
  const AmComparison *comparison;
  const AmDifference *difference;
  const AmMap *old_map, *new_map;
  AmDocument *document;
  gboolean all; /* no list is cut */
} AmDiffContext;

/* Whether another entry goes on a list of which @count were wanted before; counts it. */
gboolean am_diff_takes (const AmDiffContext *changes, guint *count);

/* "And 312 more; --all lists them all.", where the list was cut. */
void am_diff_write_rest (const AmDiffContext *changes, guint count);

/* Whether it stands for a map that is not there: without a title and claims. */
gboolean am_diff_is_nothing (const AmMap *map);
