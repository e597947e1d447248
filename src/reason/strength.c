#include "reason/strength-private.h"

/* Runge and Kutta's method has settled after some 250 steps on all but contrived maps. */
#define MOST_STEPS 100000

#define AM_STRENGTH_AS_WORD(ID, word, name) word,
#define AM_STRENGTH_AS_NAME(ID, word, name) name,

const char *const am_strength_words[] = { AM_STRENGTH_METHODS (AM_STRENGTH_AS_WORD) NULL };
const char *const am_strength_names[] = { AM_STRENGTH_METHODS (AM_STRENGTH_AS_NAME) NULL };

gboolean
am_map_has_strengths (const AmMap *map)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    if (!isnan (am_map_claim (map, i)->confidence))
      return TRUE;
  for (guint32 i = 0; i < map->relations->len; i++)
    if (!isnan (am_map_relation (map, i)->strength))
      return TRUE;
  return FALSE;
}

/* Inputs of nodes that go round in circles. */
static guint64
count_cyclic_inputs (const AmStrengthGraph *graph)
{
  guint64 count = 0;

  for (guint32 i = 0; i < graph->order.parts->len; i++)
    {
      AmStrengthPart part = am_strength_part (&graph->order, i);
      count += part.cyclic ? am_strength_count_inputs (graph, &graph->order, part) : 0;
    }
  return count;
}

static AmStrengthMethod
choose_method (const AmStrengths *strengths, AmStrengthMethod asked)
{
  if (asked != AM_STRENGTH_AUTO)
    return asked;
  return strengths->cyclic || strengths->counts_only ? AM_STRENGTH_QUADRATIC : AM_STRENGTH_DFQUAD;
}

/* Every part may take as many steps as there is work for in all: which of them settles does not
 * depend on their order. */
static AmStrengthSolver
make_solver (const AmStrengthGraph *graph, AmStrengthMethod method, guint64 cyclic_inputs)
{
  guint64 steps = AM_STRENGTH_MOST_WORK / 4 / MAX (cyclic_inputs, 1);

  return (AmStrengthSolver){ graph, method, (guint32) MIN (steps, MOST_STEPS), G_MAXUINT64,
                             g_new (double, (gsize) graph->n_nodes + 1) };
}

AmStrengths *
am_strengths_new (const AmMap *map, AmStrengthMethod method)
{
  if (method == AM_STRENGTH_NONE)
    return NULL;

  AmStrengths *strengths = g_new0 (AmStrengths, 1);
  AmStrengthState *state = strengths->state = g_new0 (AmStrengthState, 1);
  AmStrengthGraph *graph = state->graph = am_strength_graph_new (map);
  guint64 cyclic_inputs = count_cyclic_inputs (graph);

  strengths->counts_only = !am_map_has_strengths (map);
  strengths->cyclic = cyclic_inputs > 0;
  strengths->method = choose_method (strengths, method);
  strengths->converged = TRUE;
  state->solver = make_solver (graph, strengths->method, cyclic_inputs);
  for (guint32 i = 0; i < graph->order.parts->len; i++)
    if (!am_strength_solve (&state->solver, &graph->order, am_strength_part (&graph->order, i)))
      strengths->converged = FALSE;
  strengths->claims = state->solver.now;
  strengths->relations = state->solver.now + graph->n_claims;
  return strengths;
}

void
am_strengths_free (AmStrengths *strengths)
{
  if (strengths == NULL)
    return;
  g_clear_pointer (&strengths->state->probe, am_strength_probe_free);
  g_free (strengths->state->solver.now);
  am_strength_graph_free (strengths->state->graph);
  g_free (strengths->state);
  g_free (strengths);
}
