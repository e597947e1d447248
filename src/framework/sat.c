#include "framework/sat.h"

/* IPASIR, as its standard declares it. CaDiCaL's own header (ccadical.h) names these functions
 * differently. */
extern const char *ipasir_signature (void);
extern void *ipasir_init (void);
extern void ipasir_release (void *solver);
extern void ipasir_add (void *solver, gint32 literal);
extern void ipasir_assume (void *solver, gint32 literal);
extern int ipasir_solve (void *solver);
extern gint32 ipasir_val (void *solver, gint32 literal);
extern void ipasir_set_terminate (void *solver, void *data, int (*terminate) (void *data));
extern void ipasir_set_learn (void *solver, void *data, int longest,
                              void (*learn) (void *data, gint32 *clause));

/* CaDiCaL prints a comment when clauses contradict each other at once. IPASIR has no word for
   silence; its own interface, whose solver is the same, has. Another library lacks it. */
extern void ccadical_set_option (void *solver, const char *name, int value) __attribute__ ((weak));

#define SATISFIABLE 10
#define UNSATISFIABLE 20

struct _AmSat
{
  void *solver;
  AmSatBudget *budget; /* NULL for none */
  guint64 learned; /* clauses */
};

G_DEFINE_QUARK (am_sat_error, am_sat_error)

gboolean
am_sat_is_available (void)
{
  return TRUE;
}

const char *
am_sat_library_version (void)
{
  static char version[64];

  g_snprintf (version, sizeof version, "SAT solver %s", ipasir_signature ());
  return version;
}

AmSat *
am_sat_new (G_GNUC_UNUSED GError **error)
{
  AmSat *sat = g_new0 (AmSat, 1);

  sat->solver = ipasir_init ();
  if (ccadical_set_option != NULL)
    ccadical_set_option (sat->solver, "quiet", 1);
  return sat;
}

void
am_sat_free (AmSat *sat)
{
  if (sat == NULL)
    return;
  ipasir_release (sat->solver);
  g_free (sat);
}

static void
count_conflict (void *data, gint32 *clause)
{
  AmSat *sat = data;
  guint64 literals = 0;

  while (literals < AM_SAT_MOST_LITERALS && clause[literals] != 0)
    literals++;
  sat->learned++;
  sat->budget->used += sat->budget->conflict + literals * sat->budget->literal;
}

/* Once a solver has learned much it also simplifies, and then there is more work between two
 * checks. */
static int
count_check (void *data)
{
  const AmSat *sat = data;
  AmSatBudget *budget = sat->budget;

  budget->used += budget->check + MIN (budget->literal / 4, sat->learned);
  return budget->used >= budget->most;
}

void
am_sat_set_budget (AmSat *sat, AmSatBudget *budget)
{
  sat->budget = budget;
  ipasir_set_learn (sat->solver, sat, G_MAXINT32, count_conflict);
  ipasir_set_terminate (sat->solver, sat, count_check);
}

void
am_sat_add (AmSat *sat, gint literal)
{
  ipasir_add (sat->solver, literal);
}

void
am_sat_assume (AmSat *sat, gint literal)
{
  ipasir_assume (sat->solver, literal);
}

AmSatAnswer
am_sat_solve (AmSat *sat)
{
  int status = ipasir_solve (sat->solver);

  g_assert (status == SATISFIABLE || status == UNSATISFIABLE || sat->budget != NULL);
  return status == SATISFIABLE ? AM_SAT_YES : status == UNSATISFIABLE ? AM_SAT_NO : AM_SAT_STOPPED;
}

gboolean
am_sat_is_true (const AmSat *sat, gint variable)
{
  return ipasir_val (sat->solver, variable) == variable; /* 0: either will do */
}
