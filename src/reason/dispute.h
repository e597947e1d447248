/* What kind of undecided a disputed claim is: what would decide it. */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

typedef enum
{
  AM_DISPUTE_NONE, /* the claim is not undecided */
  AM_DISPUTE_EITHER, /* by one coherent view of the map it is in, by another it is out */
  AM_DISPUTE_DEFENSIBLE, /* by some it is in, and by none it is out */
  AM_DISPUTE_INDEFENSIBLE, /* by some it is out, and by none it is in */
  AM_DISPUTE_DEADLOCKED, /* no coherent view settles it */
  AM_DISPUTE_UNASKED, /* it is undecided, and no SAT solver is built in to tell how */
  AM_DISPUTE_CUT, /* it is undecided, and the search ended at its bound before it could tell how
                   */
} AmDisputeKind;

/* "either" and so on; NULL for AM_DISPUTE_NONE, _UNASKED and _CUT. Static. */
const char *am_dispute_word (AmDisputeKind kind);

/* Whether @kind leaves it open what would decide the claim. */
gboolean am_dispute_is_undecided (AmDisputeKind kind);

/* The usual bound on the work of am_dispute_kinds() for @map: a few seconds, and longer only as
   the map is larger. The unit is an argument that is looked at; what the solver does is counted in
   the same unit, by its conflicts and steps and never by a clock, so that the same map and the same
   version of the solver give the same answer everywhere. */
guint64 am_dispute_usual_bound (const AmMap *map);

/* The kind of every claim of @map, by its index; caller owns the array. A coherent view is a
   complete labelling; the grounded one leaves exactly the undecided claims open. At most two
   questions to a solver for each of these, of what bears on it; no question where none is
   undecided, as in every map without cycles. What has not been decided when @bound is reached is
   AM_DISPUTE_CUT. Parts of the map that do not bear on one another are looked at from the
   smallest to the largest, and no question may use more than a quarter of what is left: so one hard
   question does not hide the answers to easy ones. */
AmDisputeKind *am_dispute_kinds (const AmMap *map, guint64 bound);

G_END_DECLS
