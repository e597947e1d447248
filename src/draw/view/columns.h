/* Where each claim of a map stands: in which column, under which thesis. Private to draw/. */

#pragma once

#include "model/map.h"

typedef struct
{
  gboolean *is_thesis; /* per claim: a resolution or, where there is none, what the debate comes
                          down to */
  guint32 *ranking; /* per claim: the relation that gives its card a column, or AM_NONE */
  gboolean *closes; /* per claim: its ranking closes a circle of rankings, so that it cannot give
                       the card a column */
  guint32 *part; /* per claim: the claim in the end that it bears on, by rankings alone: mostly a
                    thesis */
} AmColumns;

void am_columns_init (AmColumns *columns, const AmMap *map);
void am_columns_clear (AmColumns *columns);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmColumns, am_columns_clear)
