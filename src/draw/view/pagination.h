/* How many pictures a map takes, and what each shows. Private to draw/. */

#pragma once

#include "draw/view/view.h"

/* Fills @view with what picture @number shows. The caller clears it; the plan must outlive it. */
void am_pagination_view (const AmDrawPlan *plan, guint number, AmView *view);

/* How many steps there are in picture @number. */
guint am_plan_depth (const AmDrawPlan *plan, guint number);

/* What is to be asked for so that only @depth steps of picture @number are drawn, in @choice. Returns the claim to focus on, "" where
   none is needed, NULL where there is no such way. */
const char *am_plan_find_way (const AmDrawPlan *plan, guint number, guint depth, AmDrawChoice *choice);

/* The plan of another choice from the same map. Free with am_draw_plan_free(). */
AmDrawPlan *am_plan_again (const AmDrawPlan *plan, const AmDrawChoice *choice);

