#include "reason/crux.h"

#include <stdlib.h>

/* Nodes and inputs that may be looked at for all theses together: a few seconds. A map of 3,000 claims needs a fifth of it. */
#define MOST_WORK 200000000u
#define MOST_WORK_FOR_PAIRS 60000000u

typedef struct
{
  AmLabelling *l;
  const AmDependencies *b;
  guint32 *steps;
  AmCruxes *found;
  guint shares; /* into which the work is divided */
} Search;

/* A step whose only premise is used for nothing else falls when the claim does, and the other way round. */
static gboolean
is_told_by_claim (const AmDependencies *b, guint32 node)
{
  if (am_dependencies_is_claim (b, node))
    return FALSE;
  const AmRelation *relation = am_dependencies_relation (b, node);
  return relation->with.count == 0 && am_dependencies_uses (b, relation->from).count == 1;
}

static gboolean
is_candidate (const Search *s, guint32 node)
{
  return s->steps[node] != AM_NONE && node != s->found->thesis && am_labelling_of (s->l, node) != AM_LABEL_FALLEN
         && (!is_told_by_claim (s->b, node) || am_dependencies_relation (s->b, node)->from == s->found->thesis);
}

/* Whether it turns on the nodes; they are added then. */
static guint32
try (Search *s, const guint32 *nodes, guint count)
{
  guint32 work = am_labelling_suppose (s->l, nodes, count);
  AmCrux crux = { { nodes[0], count > 1 ? nodes[1] : AM_NONE }, s->steps[nodes[0]], am_verdict (s->l, s->found->thesis) };

  if (crux.after.label != s->found->before.label || crux.after.outcome != s->found->before.outcome)
    g_array_append_val (s->found->cruxes, crux);
  return work + am_dependencies_inputs (s->b, s->found->thesis).count; /* the verdict counts them */
}

/* A number for what the thesis would be, not 0. */
static gint8
way_of_turning (const AmCrux *crux)
{
  return (gint8) (3 * (int) crux->after.outcome + (int) crux->after.label + 2);
}

static guint
effect (const AmCruxes *found, const AmCrux *crux)
{
  return (guint) abs ((int) crux->after.label - (int) found->before.label);
}

static int
compare_cruxes (gconstpointer a, gconstpointer b, gpointer data)
{
  const AmCrux *x = a, *y = b;
  guint further = effect (data, x), less = effect (data, y);

  if (further != less)
    return further > less ? -1 : 1;
  if (x->steps != y->steps)
    return x->steps < y->steps ? -1 : 1;
  if (x->nodes[0] != y->nodes[0])
    return x->nodes[0] < y->nodes[0] ? -1 : 1;
  return (x->nodes[1] > y->nodes[1]) - (x->nodes[1] < y->nodes[1]);
}

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *steps = data, *x = a, *y = b;

  if (steps[*x] != steps[*y])
    return steps[*x] < steps[*y] ? -1 : 1;
  return (*x > *y) - (*x < *y);
}

static void
try_singles (Search *s, const GArray *candidates)
{
  guint64 work = 0;

  for (guint i = 0; i < candidates->len && !s->found->cut; i++)
    {
      s->found->cut = work > MOST_WORK / s->shares;
      work += try (s, &g_array_index (candidates, guint32, i), 1);
    }
}

/* Leaves out steps whose premise turns it in the same way: whoever asks on what it turns wants to hear of the claim. */
static void
drop_told_steps (Search *s)
{
  g_autofree gint8 *told = g_new0 (gint8, s->b->n_claims + (gsize) 1);
  GArray *cruxes = s->found->cruxes;
  guint kept = 0;

  for (guint i = 0; i < cruxes->len; i++)
    {
      const AmCrux *crux = &g_array_index (cruxes, AmCrux, i);
      if (am_dependencies_is_claim (s->b, crux->nodes[0]))
        told[crux->nodes[0]] = way_of_turning (crux);
    }
  for (guint i = 0; i < cruxes->len; i++)
    {
      AmCrux crux = g_array_index (cruxes, AmCrux, i);
      gboolean step = !am_dependencies_is_claim (s->b, crux.nodes[0]);
      if (!step || told[am_dependencies_relation (s->b, crux.nodes[0])->from] != way_of_turning (&crux))
        g_array_index (cruxes, AmCrux, kept++) = crux;
    }
  g_array_set_size (cruxes, kept);
}

static void
try_pairs (Search *s, const GArray *candidates)
{
  guint count = MIN (candidates->len, AM_CRUX_CANDIDATES);
  guint64 work = 0;

  s->found->pairs = TRUE;
  s->found->cut = s->found->cut || candidates->len > count;
  for (guint i = 0; i < count; i++)
    for (guint k = i + 1; k < count; k++)
      {
        guint32 pair[2] = { g_array_index (candidates, guint32, i), g_array_index (candidates, guint32, k) };
        if (work > MOST_WORK_FOR_PAIRS / s->shares)
          {
            s->found->cut = TRUE;
            return;
          }
        work += try (s, pair, 2);
      }
}

AmCruxes
am_crux_find (AmLabelling *labelling, guint32 thesis, guint theses)
{
  const AmDependencies *b = labelling->dependencies;
  g_autofree guint32 *steps = g_new (guint32, b->n_nodes + (gsize) 1);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  AmCruxes found = { .thesis = thesis, .cruxes = g_array_new (FALSE, FALSE, sizeof (AmCrux)) };
  Search s = { labelling, b, steps, &found, theses > 1 ? 2 * theses : 1 }; /* several may take half as much together */

  found.ways = g_new (guint32, b->n_nodes + (gsize) 1);
  am_labelling_suppose_nothing (labelling);
  found.before = am_verdict (labelling, thesis);
  am_dependencies_ways (b, thesis, steps, found.ways);
  for (guint32 node = 0; node < b->n_nodes; node++)
    if (is_candidate (&s, node))
      g_array_append_val (candidates, node);
  found.candidates = candidates->len;
  g_array_sort_with_data (candidates, compare_candidates, steps);
  try_singles (&s, candidates);
  drop_told_steps (&s);
  if (found.cruxes->len == 0 && candidates->len > 1)
    try_pairs (&s, candidates);
  am_labelling_suppose_nothing (labelling);
  g_array_sort_with_data (found.cruxes, compare_cruxes, &found);
  return found;
}

void
am_cruxes_clear (AmCruxes *cruxes)
{
  g_clear_pointer (&cruxes->cruxes, g_array_unref);
  g_clear_pointer (&cruxes->ways, g_free);
}
