/* Strengths from the formulae of strength.h: at once where nothing goes round in circles, else step
 * by step. */

#include "reason/strength-private.h"

#define STEP 0.1
#define SETTLED 1e-9

/* --- one node --- */

static double
add_up (const AmStrengthSolver *s, guint32 from, guint32 end)
{
  const guint32 *inputs = s->graph->inputs.items;
  double sum = 0;

  for (guint32 i = from; i < end; i++)
    sum += s->now[inputs[i]];
  return sum;
}

/* Π (1 − sᵢ) */
static double
leave (const AmStrengthSolver *s, guint32 from, guint32 end)
{
  const guint32 *inputs = s->graph->inputs.items;
  double left = 1;

  for (guint32 i = from; i < end; i++)
    left *= 1 - s->now[inputs[i]];
  return left;
}

static double
relation_value (const AmStrengthSolver *s, guint32 node)
{
  const AmStrengthGraph *g = s->graph;
  double least = s->now[g->inputs.items[g->inputs.start[node]]];

  for (guint32 i = g->inputs.start[node] + 1; i < g->splits[node]; i++)
    if (s->now[g->inputs.items[i]] < least || isnan (s->now[g->inputs.items[i]]))
      least = s->now[g->inputs.items[i]];
  return g->base[node] * least * leave (s, g->splits[node], g->inputs.start[node + 1]);
}

static double
dfquad (double base, double support, double attack)
{
  return attack >= support ? base - base * (attack - support)
                           : base + (1 - base) * (support - attack);
}

static double
quadratic (double base, double e)
{
  double h = e * e / (1 + e * e);
  return e < 0 ? base - base * h : base + (1 - base) * h;
}

/* e^E may be infinite, which times 0 would be no number. */
static double
euler (double base, double e)
{
  return base <= 0 && !isnan (e) ? 0 : 1 - (1 - base * base) / (1 + base * exp (e));
}

static double
claim_value (const AmStrengthSolver *s, guint32 claim)
{
  const AmStrengthGraph *g = s->graph;
  guint32 start = g->inputs.start[claim], split = g->splits[claim],
          end = g->inputs.start[claim + 1];
  double base = g->base[claim];

  if (s->method == AM_STRENGTH_DFQUAD)
    return dfquad (base, 1 - leave (s, start, split), 1 - leave (s, split, end));
  double e = add_up (s, start, split) - add_up (s, split, end);
  return s->method == AM_STRENGTH_QUADRATIC ? quadratic (base, e) : euler (base, e);
}

double
am_strength_value (const AmStrengthSolver *solver, guint32 node)
{
  if (node < solver->graph->n_claims)
    return claim_value (solver, node);
  return solver->graph->heads[node - solver->graph->n_claims] != AM_NONE
           ? relation_value (solver, node)
           : NAN;
}

/* --- a cyclic part ---

   The strengths of the claims move along ds/dt = f(s) − s, by Runge and Kutta's method of fourth
   order. Relations follow at once from what the claims are at the moment; only in a circle of
   nothing but undercuts they move themselves. Each part starts from τ when all that it depends on
   has its value. Where that settles, it is an equilibrium of the whole map, as each part is one
   given the others; moving all claims at once ends in the same one, unless a part has several. */

typedef struct
{
  AmStrengthSolver *solver;
  const guint32 *followers; /* relations, each after those that undercut it */
  guint32 n_followers;
  const guint32 *movers;
  guint32 n_movers;
  guint64 work; /* of going over it once */
  double *origin, *slope, *total; /* per mover */
} Motion;

static void
follow (const Motion *m)
{
  for (guint32 i = 0; i < m->n_followers; i++)
    m->solver->now[m->followers[i]] = relation_value (m->solver, m->followers[i]);
}

/* f(s) − s. Returns the largest of it. */
static double
find_slopes (const Motion *m)
{
  double most = 0;

  follow (m);
  for (guint32 i = 0; i < m->n_movers; i++)
    {
      m->slope[i] = am_strength_value (m->solver, m->movers[i]) - m->solver->now[m->movers[i]];
      most = fmax (most, fabs (m->slope[i]));
    }
  return most;
}

/* After find_slopes() at the place where the step begins. */
static void
make_step (const Motion *m)
{
  static const double reach[] = { STEP / 2, STEP / 2, STEP }, weights[] = { 2, 2, 1 };

  for (guint32 i = 0; i < m->n_movers; i++)
    {
      m->origin[i] = m->solver->now[m->movers[i]];
      m->total[i] = m->slope[i];
    }
  for (guint stage = 0; stage < G_N_ELEMENTS (reach); stage++)
    {
      for (guint32 i = 0; i < m->n_movers; i++)
        m->solver->now[m->movers[i]] = m->origin[i] + reach[stage] * m->slope[i];
      find_slopes (m);
      for (guint32 i = 0; i < m->n_movers; i++)
        m->total[i] += weights[stage] * m->slope[i];
    }
  for (guint32 i = 0; i < m->n_movers; i++)
    m->solver->now[m->movers[i]] = m->origin[i] + STEP / 6 * m->total[i];
}

static gboolean
afford (AmStrengthSolver *solver, guint64 work)
{
  if (solver->work < work)
    {
      solver->work = 0;
      return FALSE;
    }
  solver->work -= work;
  return TRUE;
}

static gboolean
settle (const Motion *m)
{
  for (guint32 step = 0; afford (m->solver, 4 * m->work); step++)
    {
      if (find_slopes (m) < SETTLED)
        return TRUE;
      if (step == m->solver->most_steps)
        return FALSE;
      make_step (m);
    }
  return FALSE;
}

/* A claim starts from τ, a relation from what it would contribute if nothing of the part undercut
   it. FALSE when an input is NAN. */
static gboolean
start (const Motion *m)
{
  AmStrengthSolver *s = m->solver;
  const guint32 *starts = s->graph->inputs.start;
  gboolean known = TRUE;

  for (guint32 i = 0; i < m->n_followers; i++)
    s->now[m->followers[i]] = 0;
  for (guint32 i = 0; i < m->n_movers; i++)
    s->now[m->movers[i]] = m->movers[i] < s->graph->n_claims ? s->graph->base[m->movers[i]] : 0;
  for (guint32 k = 0; k < m->n_followers + m->n_movers; k++)
    {
      guint32 node = k < m->n_followers ? m->followers[k] : m->movers[k - m->n_followers];
      for (guint32 i = starts[node]; i < starts[node + 1]; i++)
        known = known && !isnan (s->now[s->graph->inputs.items[i]]);
    }
  for (guint32 i = 0; i < m->n_movers && m->movers[0] >= s->graph->n_claims; i++)
    m->slope[i] = relation_value (s, m->movers[i]);
  for (guint32 i = 0; i < m->n_movers && m->movers[0] >= s->graph->n_claims; i++)
    s->now[m->movers[i]] = m->slope[i];
  return known;
}

/* A step may end outside of what a strength can be, by less than what counts as settled. */
static void
finish (const Motion *m)
{
  for (guint32 i = 0; i < m->n_movers; i++)
    m->solver->now[m->movers[i]] = CLAMP (m->solver->now[m->movers[i]], 0, 1);
  follow (m);
}

static void
forget (AmStrengthSolver *solver, const guint32 *members, guint32 count)
{
  for (guint32 i = 0; i < count; i++)
    solver->now[members[i]] = NAN;
}

static gboolean
solve_cyclic (AmStrengthSolver *solver, const guint32 *members, AmStrengthPart part, guint64 work)
{
  guint32 relations = 0;

  while (relations < part.count && members[relations] >= solver->graph->n_claims)
    relations++;
  guint32 followers = relations < part.count ? relations : 0, movers = part.count - followers;
  g_autofree double *origin = g_new (double, movers), *slope = g_new (double, movers),
                    *total = g_new (double, movers);
  Motion m = {
    solver, members, followers, members + followers, movers, work, origin, slope, total
  };

  gboolean settled = start (&m) && settle (&m);
  if (settled)
    finish (&m);
  else
    forget (solver, members, part.count);
  return settled;
}

gboolean
am_strength_solve (AmStrengthSolver *solver, const AmStrengthOrder *order, AmStrengthPart part)
{
  const guint32 *members = am_strength_members (order, part);

  if (part.cyclic)
    return solve_cyclic (solver, members, part,
                         am_strength_count_inputs (solver->graph, order, part));
  solver->now[members[0]] = am_strength_value (solver, members[0]);
  return TRUE;
}
