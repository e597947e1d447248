/* How many pictures a map takes, and what each shows. Private to draw/. */

#pragma once

#include "draw/sheet.h"

/* Fills @sheet with what picture @number shows. The caller clears it; the plan must outlive it. */
void am_plan_sheet (const AmDrawPlan *plan, guint number, AmSheet *sheet);

/* The same, of no more than @depth steps; and how many steps there are. */
void am_plan_sheet_to_depth (const AmDrawPlan *plan, guint number, guint depth, AmSheet *sheet);
guint am_plan_depth (const AmDrawPlan *plan, guint number);

