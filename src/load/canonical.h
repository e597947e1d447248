/* The canonical layout of a map: bytes → bytes. What it says stays as it is, to the spelling of
   every text and number; only white space and the order of members change. */

#pragma once

#include "base/report.h"

/* What is in braces or brackets stands on one line where that, as it is displayed, has no more
 * columns than this. */
#define AM_CANONICAL_WIDTH 100

/* The map in @source laid out canonically, or NULL where that cannot be done without losing
   something: then @report, which is empty before and not sorted after, says what is wrong with the
   notation, or that this is no map. A byte order mark alone is no reason, and is left out. What
   else is wrong with the map does not matter and is not looked for. The caller owns the result. */
GString *am_canonical (AmSource *source, AmReport *report);

/* Whether @canonical is what @source holds already. */
gboolean am_canonical_is (const AmSource *source, const GString *canonical);

/* Why @source is not @canonical, as a sentence without a full stop that says first what no
   difference of lines shows: a byte order mark, line ends, a last line without one. Caller owns it;
   NULL where @canonical is what @source holds. */
char *am_canonical_explain (const AmSource *source, const GString *canonical);

/* Whether lines of @source end with a carriage return. */
gboolean am_canonical_has_returns (const AmSource *source);
