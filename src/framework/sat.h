/* A solver for propositional satisfiability, of whatever library that has IPASIR, the re-entrant
   incremental interface of the SAT competitions (Balyo, Biere, Iser and Sinz 2016, "SAT Race
   2015"). Where none is built in, sat-absent.c takes its place. */

#pragma once

#include <glib.h>

typedef struct _AmSat AmSat;

typedef enum
{
  AM_SAT_ERROR_ABSENT, /* none is built in */
  AM_SAT_ERROR_BUDGET, /* it was stopped before it had an answer */
} AmSatError;

#define AM_SAT_ERROR (am_sat_error_quark ())
GQuark am_sat_error_quark (void);

gboolean am_sat_is_available (void);

/* "SAT solver cadical-sc2021", by what it calls itself, or that there is none. Static. */
const char *am_sat_library_version (void);

/* A solver without clauses. NULL with @error set (AM_SAT_ERROR) where none is built in. Free with
   am_sat_free(). Some libraries print on standard output when they feel like it, or when their
   environment variables say so: the command keeps it for answers. */
AmSat *am_sat_new (GError **error);
void am_sat_free (AmSat *sat);

#define AM_SAT_MOST_LITERALS 24

/* A bound on the work of solvers, in a unit of its owner's choice. It never depends on the clock:
   the same clauses and the same version of the library use up the same on every machine. Several
   solvers may share one, one after the other. */
typedef struct
{
  guint64 used;
  guint64 most; /* a solver stops soon after this much has been used; G_MAXUINT64: never */
  guint64 conflict; /* what a conflict uses, that is a clause that the solver learns */
  guint64 literal; /* what each literal of that clause uses as well, up to AM_SAT_MOST_LITERALS: a
                      long one took more to find */
  guint64 check; /* what each check uses by which the library asks whether to stop: CaDiCaL after
                    about ten steps */
} AmSatBudget;

/* @budget is borrowed, and may be changed between questions. */
void am_sat_set_budget (AmSat *sat, AmSatBudget *budget);

/* Adds a literal to the clause that is being written; 0 ends it. Variables are numbered from 1; a
 * negative number denies. */
void am_sat_add (AmSat *sat, gint literal);

/* Lets a literal hold in the next am_sat_solve() only. */
void am_sat_assume (AmSat *sat, gint literal);

typedef enum
{
  AM_SAT_NO,
  AM_SAT_YES,
  AM_SAT_STOPPED, /* the budget is used up: nobody knows */
} AmSatAnswer;

/* Whether everything can hold at once. After AM_SAT_STOPPED more may be asked. */
AmSatAnswer am_sat_solve (AmSat *sat);

/* Whether the variable is true in what the last am_sat_solve() found, if it was AM_SAT_YES. */
gboolean am_sat_is_true (const AmSat *sat, gint variable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmSat, am_sat_free)
