/* What of a map one picture shows: all of it, what was chosen, or the part that belongs to one thesis. Private to draw/. */

#pragma once

#include "draw/draw.h"

typedef struct
{
  const AmMap *map;
  gboolean *is_thesis; /* per claim: a resolution or, where there is none, what the debate comes down to */
  guint32 *ranking; /* per claim: the relation that gives its card a column, AM_NONE when none does */
  gboolean *shown; /* per claim */
  gboolean *drawn; /* per relation */
  guint32 *below; /* per claim that is shown: how many that are not bear on it, directly or through each other; */
  guint32 *above; /* and how many it bears on that are not */
  guint32 n_shown;
} AmSheet;

/* What @choice, of @map, lets through. Clear with am_sheet_clear(). */
void am_sheet_init (AmSheet *sheet, const AmMap *map, const AmDrawChoice *choice);
void am_sheet_clear (AmSheet *sheet);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmSheet, am_sheet_clear)
