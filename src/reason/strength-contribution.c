/* What a claim contributes: strengths once more without it. */

#include "reason/strength-private.h"

/* What it costs to come to a part and leave it, in inputs. */
#define PART_WORK 8

/* How many parts that are not due are passed over at the cost of an input. */
#define IDLE_PARTS 512

static AmStrengthProbe *
probe_new (const AmStrengthState *state)
{
  AmStrengthProbe *probe = g_new0 (AmStrengthProbe, 1);
  gsize n = state->graph->n_nodes;

  probe->solver = state->solver;
  probe->solver.work = AM_STRENGTH_MOST_WORK;
  probe->solver.now = g_new (double, n + 1);
  memcpy (probe->solver.now, state->solver.now, n * sizeof (double));
  probe->gone = g_new0 (gboolean, n + 1);
  probe->due = g_new0 (guint64, state->graph->order.parts->len / 64 + 1);
  probe->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  am_strength_order_init (&probe->rest);
  return probe;
}

void
am_strength_probe_free (AmStrengthProbe *probe)
{
  g_free (probe->solver.now);
  g_free (probe->gone);
  g_free (probe->due);
  g_array_unref (probe->touched);
  am_strength_order_clear (&probe->rest);
  g_free (probe);
}

/* --- which parts are to be computed again --- */

/* One removal. */
typedef struct
{
  AmStrengthProbe *probe;
  AmStrengthGraph *graph;
  const double *before; /* per node: with the claim */
  guint32 last; /* the part of the claim that is asked for: what comes after it does not matter */
} Removal;

static void
mark_due (const Removal *r, guint32 node)
{
  guint32 part = r->graph->part_of[node];
  if (part <= r->last)
    r->probe->due[part / 64] |= (guint64) 1 << part % 64;
}

/* The first part that is due, from @from on, or AM_NONE. */
static guint32
next_due (const Removal *r, guint32 from)
{
  guint32 word = from / 64;
  guint64 bits = r->probe->due[word] & G_MAXUINT64 << from % 64;

  while (bits == 0 && word < r->last / 64)
    bits = r->probe->due[++word];
  return bits == 0 ? AM_NONE : word * 64 + (guint32) __builtin_ctzll (bits);
}

/* --- taking out --- */

/* A node that is gone is 0: a relation that contributes nothing leaves sums and products as they
 * would be without it. */
static void
take_out (const Removal *r, guint32 node)
{
  r->probe->gone[node] = TRUE;
  r->probe->solver.now[node] = 0;
  g_array_append_val (r->probe->touched, node);
}

static void
take_out_claim (const Removal *r, guint32 claim)
{
  const AmStrengthGraph *g = r->graph;

  take_out (r, claim);
  for (guint32 i = g->uses.start[claim]; i < g->uses.start[claim + 1]; i++)
    {
      take_out (r, g->uses.items[i]);
      mark_due (r, g->heads[g->uses.items[i] - g->n_claims]);
    }
}

static void
put_back (const Removal *r)
{
  for (guint i = 0; i < r->probe->touched->len; i++)
    {
      guint32 node = g_array_index (r->probe->touched, guint32, i);
      r->probe->gone[node] = FALSE;
      r->probe->solver.now[node] = r->before[node];
    }
  g_array_set_size (r->probe->touched, 0);
}

/* --- computing again --- */

static gboolean
is_whole (const Removal *r, AmStrengthPart part)
{
  const guint32 *members = am_strength_members (&r->graph->order, part);

  for (guint32 i = 0; i < part.count; i++)
    if (r->probe->gone[members[i]])
      return FALSE;
  return TRUE;
}

/* A circle of which something is gone may be no circle any more. */
static void
solve_again (const Removal *r, AmStrengthPart part)
{
  AmStrengthOrder *rest = &r->probe->rest;

  if (is_whole (r, part))
    {
      am_strength_solve (&r->probe->solver, &r->graph->order, part);
      return;
    }
  am_strength_order_rest (r->graph, part, r->probe->gone, rest);
  for (guint i = 0; i < rest->parts->len; i++)
    am_strength_solve (&r->probe->solver, rest, am_strength_part (rest, i));
}

static gboolean
has_changed (const Removal *r, guint32 node)
{
  double now = r->probe->solver.now[node], before = r->before[node];
  return isnan (now) || isnan (before) ? isnan (now) != isnan (before)
                                       : now < before || now > before;
}

/* A relation that depends on nothing but @claim, as most do, is computed at once: its part would
 * cost more than it. */
static void
pass_on (const Removal *r, guint32 claim)
{
  const AmStrengthGraph *g = r->graph;

  for (guint32 i = g->uses.start[claim]; i < g->uses.start[claim + 1]; i++)
    {
      guint32 node = g->uses.items[i];
      if (am_lists_of (&g->inputs, node).count > 1)
        {
          mark_due (r, node);
          continue;
        }
      r->probe->solver.now[node] = am_strength_value (&r->probe->solver, node);
      g_array_append_val (r->probe->touched, node);
      mark_due (r, g->heads[node - g->n_claims]);
    }
}

static void
spread (const Removal *r, AmStrengthPart part)
{
  const guint32 *members = am_strength_members (&r->graph->order, part);

  for (guint32 i = 0; i < part.count; i++)
    if (has_changed (r, members[i]))
      {
        if (members[i] < r->graph->n_claims)
          pass_on (r, members[i]);
        else
          mark_due (r, r->graph->heads[members[i] - r->graph->n_claims]);
      }
}

/* FALSE when there has been too much work. */
static gboolean
compute_again (const Removal *r, AmStrengthPart part)
{
  AmStrengthSolver *solver = &r->probe->solver;
  guint64 work = PART_WORK * (guint64) part.count
               + am_strength_count_inputs (r->graph, &r->graph->order, part);

  g_array_append_vals (r->probe->touched, am_strength_members (&r->graph->order, part), part.count);
  solver->work -= MIN (solver->work, work);
  if (solver->work == 0)
    return FALSE;
  solve_again (r, part);
  spread (r, part);
  return solver->work > 0;
}

/* Computes what is due, from part @first on. */
static gboolean
run (const Removal *r, guint32 first)
{
  AmStrengthSolver *solver = &r->probe->solver;
  guint64 idle = r->last > first ? (r->last - first) / IDLE_PARTS : 0;
  gboolean done = solver->work > idle;

  solver->work -= MIN (solver->work, idle);
  for (guint32 i = next_due (r, first); i != AM_NONE; i = next_due (r, i))
    {
      done = done && compute_again (r, am_strength_part (&r->graph->order, i));
      r->probe->due[i / 64] &=
          ~((guint64) 1 << i % 64); /* not before: a circle makes itself due again */
    }
  return done;
}

double
am_strength_contribution (AmStrengths *strengths, guint32 of, guint32 to)
{
  AmStrengthState *state = strengths->state;

  if (of == to || isnan (strengths->claims[to]))
    return NAN;
  if (state->probe == NULL)
    state->probe = probe_new (state);
  Removal r = { state->probe, state->graph, state->solver.now, state->graph->part_of[to] };
  take_out_claim (&r, of);
  double without = run (&r, r.graph->part_of[of]) ? r.probe->solver.now[to] : NAN;
  put_back (&r);
  return strengths->claims[to] - without;
}
