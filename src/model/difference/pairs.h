/* Pairs of what is the same in both maps. Private to model/difference/. */

#pragma once

#include "model/difference/difference.h"

/* Marks what @old_index and @new_index stand for as the same thing. */
void am_match_add (AmMatch *match, guint32 old_index, guint32 new_index);

/* One thing of one of the maps, in lists that are sorted. */
typedef struct
{
  guint32 index;
  gboolean is_new;
} AmSide;

typedef gint (*AmSideCompare) (const AmSide *a, const AmSide *b, gpointer data);

/* Matches what is not matched yet and equal by @compare, in file order: the first of equals with
   the first. @old_items and @new_items are of guint32, and may hold what is matched. */
void am_match_equal (AmMatch *match, const GArray *old_items, const GArray *new_items,
                     AmSideCompare compare, gpointer data);
