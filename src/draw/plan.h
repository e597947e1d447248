/* How many pictures a map takes, and what each shows. Private to draw/. */

#pragma once

#include "draw/sheet.h"

/* Fills @sheet with what picture @number shows. The caller clears it; the plan must outlive it. */
void am_plan_sheet (const AmDrawPlan *plan, guint number, AmSheet *sheet);

