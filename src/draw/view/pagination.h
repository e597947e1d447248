/* How many pictures a map takes, and what each shows. Private to draw/. */

#pragma once

#include "draw/view/view.h"

/* Fills @view with what picture @number shows. The caller clears it; the pagination must outlive
 * it. */
void am_pagination_view (const AmPagination *pagination, guint number, AmView *view);

/* How many steps there are in picture @number. */
guint am_pagination_depth (const AmPagination *pagination, guint number);

/* What is to be asked for so that only @depth steps of picture @number are drawn, in @choice.
   Returns the claim to focus on, "" where none is needed, NULL where there is no such way. */
const char *am_pagination_find_way (const AmPagination *pagination, guint number, guint depth,
                                    AmDrawChoice *choice);

/* The pagination of another choice from the same map. Free with am_pagination_free(). */
AmPagination *am_pagination_again (const AmPagination *pagination, const AmDrawChoice *choice);
