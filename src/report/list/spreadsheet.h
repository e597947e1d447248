/* What a spreadsheet makes of a cell that it reads from a file of separated values.
   docs/list.md says how cells are written. Private to report/. */

#pragma once

#include <glib.h>

/* Whether a spreadsheet, or the host of a build that reads a log, would take the cell for
   something else than text: a formula, a number or a date, a command. Also where an apostrophe
   begins it, which is our mark for such cells. @cell is UTF-8 without controls. */
gboolean am_spreadsheet_misreads (const char *cell);

/* Whether a formula begins with @c. */
gboolean am_spreadsheet_begins_formula (gunichar c);

/* Whether a spreadsheet that divides lines as in another country would begin a cell after @c. */
gboolean am_spreadsheet_ends_cell (gunichar c);
