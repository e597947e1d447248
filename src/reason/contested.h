/* What kind of contested a contested claim is: what would decide it. */

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
  AM_CONTESTED_UNASKED, /* it is contested, and no SAT solver is built in to tell how */
  AM_CONTESTED_CUT, /* it is contested, and the search ended at its bound before it could tell how
                     */
} AmContestedKind;

/* "disputed" and so on; NULL for AM_CONTESTED_NONE, _UNASKED and _CUT. Static. */
const char *am_contested_word (AmContestedKind kind);

/* Whether @kind leaves it open what would decide the claim. */
gboolean am_contested_is_undecided (AmContestedKind kind);

/* The usual bound on the work of am_contested_kinds() for @map: a few seconds, and longer only as
   the map is larger. The unit is an argument that is looked at; what the solver does is counted in
   the same unit, by its conflicts and steps and never by a clock, so that the same map and the same
   version of the solver give the same answer everywhere. */
guint64 am_contested_usual_bound (const AmMap *map);

/* The kind of every claim of @map, by its index; caller owns the array. A coherent view is a
   complete labelling; the grounded one leaves exactly the contested claims open. At most two
   questions to a solver for each of these, of what bears on it; no question where none is
   contested, as in every map without cycles. What has not been decided when @bound is reached is
   AM_CONTESTED_CUT. Parts of the map that do not bear on one another are looked at from the
   smallest to the largest, and no question may use more than a quarter of what is left: so one hard
   question does not hide the answers to easy ones. */
AmContestedKind *am_contested_kinds (const AmMap *map, guint64 bound);

G_END_DECLS
