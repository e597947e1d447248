/* What kind of contested a contested claim is: what would decide it. Floor 3: check, draw, report and command may include it. */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

typedef enum
{
  AM_CONTESTED_NONE, /* the claim is not contested */
  AM_CONTESTED_DISPUTED, /* by one coherent view of the map it stands, by another it falls */
  AM_CONTESTED_DEFENSIBLE, /* by some it stands, and by none it falls */
  AM_CONTESTED_INDEFENSIBLE, /* by some it falls, and by none it stands */
  AM_CONTESTED_DEADLOCKED, /* no coherent view settles it */
  AM_CONTESTED_UNKNOWN, /* it is contested, and no SAT solver is built in to tell how, or it would take too long */
} AmContestedKind;

/* "disputed" and so on; NULL for AM_CONTESTED_NONE and AM_CONTESTED_UNKNOWN. Static. */
const char *am_contested_word (AmContestedKind kind);

/* The kind of every claim of @map, by its index; caller owns the array. A coherent view is a complete labelling; the grounded one leaves
   exactly the contested claims open. At most two questions to a solver for each of these, of what bears on it; no question where none is
   contested, as in every map without cycles. The work is bounded: what is left then is unknown. */
AmContestedKind *am_contested_kinds (const AmMap *map);

G_END_DECLS
