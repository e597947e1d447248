/* Searches for complete labellings of a framework with a SAT solver. */

#pragma once

#include "framework/grounded.h"
#include "framework/sat.h"

typedef enum
{
  AM_SEARCH_COMPLETE,
  AM_SEARCH_STABLE, /* nothing is left open */
} AmSearchKind;

typedef struct
{
  const AmFramework *framework; /* borrowed */
  AmSat *sat;
  gint8 *labels; /* AmArgumentLabel: what was found last */
  gboolean stopped; /* the budget was used up, so that the last answers were none: nothing further
                       is asked */
} AmSearch;

/* Variables of the solver, for each argument x: it is in; it is out; it is one of them (for which
   only the clause that this implies "in or out" is there: it may be assumed, and put into clauses
   that want more of it). */
static inline gint
am_search_in (G_GNUC_UNUSED const AmSearch *search, guint32 x)
{
  return (gint) (2 * x + 1);
}

static inline gint
am_search_out (G_GNUC_UNUSED const AmSearch *search, guint32 x)
{
  return (gint) (2 * x + 2);
}

static inline gint
am_search_settled (const AmSearch *search, guint32 x)
{
  return (gint) (2 * search->framework->n + x + 1);
}

/* @framework and @budget, which may be NULL, are borrowed. NULL with @error set (AM_SAT_ERROR)
 * where no solver is built in. Free with am_search_free(). */
AmSearch *am_search_new (const AmFramework *framework, AmSearchKind kind, AmSatBudget *budget,
                         GError **error);
void am_search_free (AmSearch *search);

/* Adds that @variable is false. */
void am_search_deny (AmSearch *search, gint variable);

/* Whether there is a labelling by all clauses that were added, and by what has been assumed since
   the last call; it is then in labels, which otherwise stay as they are. FALSE as well when the
   search is, or was, stopped. */
gboolean am_search_next (AmSearch *search);

/* The same, and the labels stay as they are. */
gboolean am_search_is_possible (AmSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmSearch, am_search_free)
