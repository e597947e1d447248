#include "reason/crux.h"

#include "reason/crux-order.h"
#include "reason/suppose.h"

#include <stdlib.h>

/* Nodes and inputs that may be looked at for all theses together: a few seconds. A map of 3,000
 * claims needs a fifth of it. */
#define MOST_WORK 200000000u
#define MOST_WORK_FOR_PAIRS 60000000u

/* Labels that may be put aside at once, per node: memory. */
#define MOST_LABELS 16u

/* For each node that bears on a thesis and each label: a supposition, of which those are made that
   lead to one of a candidate that is out. */
enum
{
  WANTED = 1, /* shifted by the label and 1 */
  CANDIDATE = 8,
  TRIED = 16, /* it was seen what it changes that the node is out */
};

struct _AmCruxSearch
{
  AmLabelling *l; /* borrowed */
  guint theses;
  AmParts components; /* of nodes */
};

typedef struct
{
  AmLabelling *l;
  const AmDependencies *b;
  guint32 *steps;
  AmCruxes *found;
  guint shares; /* into which the work is divided */
  AmCruxOrder order;
  guint8 *marks; /* per node: WANTED, TRIED */
  gint8 *foreseen; /* per node and label: that of its parent then */
  GArray *visits; /* of Visit: what is supposed, each instead of the one before */
  guint64 work;
} Search;

/* A supposition, and which that build on it come next. */
typedef struct
{
  guint32 node, child;
  gint8 label, next; /* labels */
} Visit;

AmCruxSearch *
am_crux_search_new (AmLabelling *labelling, guint theses)
{
  AmCruxSearch *s = g_new (AmCruxSearch, 1);
  const AmDependencies *b = labelling->dependencies;

  *s = (AmCruxSearch){ labelling, theses, am_graph_components (&b->inputs, b->n_nodes) };
  return s;
}

void
am_crux_search_free (AmCruxSearch *search)
{
  if (search == NULL)
    return;
  am_parts_clear (&search->components);
  g_free (search);
}

/* --- candidates --- */

/* A step whose only premise is used for nothing else is out when the claim is, and the other way
 * round. */
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
  return s->steps[node] != AM_NONE && node != s->found->thesis
      && am_labelling_of (s->l, node) != AM_LABEL_OUT
      && (!is_told_by_claim (s->b, node)
          || am_dependencies_relation (s->b, node)->from == s->found->thesis);
}

static void
list_candidates (const Search *s, GArray *candidates)
{
  for (guint32 i = 0; i < s->order.count; i++)
    if (is_candidate (s, s->order.nodes[i]))
      g_array_append_val (candidates, s->order.nodes[i]);
}

/* --- cruxes --- */

/* Adds the nodes, which are supposed to be out, if that changes it. */
static void
look (Search *s, guint32 first, guint32 second)
{
  AmCrux crux = { { first, second }, s->steps[first], am_verdict (s->l, s->found->thesis) };

  if (crux.after.label != s->found->before.label || crux.after.outcome != s->found->before.outcome)
    g_array_append_val (s->found->cruxes, crux);
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

/* --- all single ones, each supposition on top of another --- */

/* Wants @node to be out, and what that is to build on. */
static void
want (Search *s, guint32 node)
{
  AmLabel label = AM_LABEL_OUT;

  while ((s->marks[node] & WANTED << (label + 1)) == 0)
    {
      guint32 parent = s->order.parents[node];
      s->marks[node] |= (guint8) (WANTED << (label + 1));
      if (parent == AM_NONE)
        return;
      AmLabel then = am_suppose_foresee (s->l, parent, node, label);
      s->foreseen[3 * (gsize) node + (guint) (label + 1)] = (gint8) then;
      if (then == am_labelling_of (s->l, parent))
        return;
      node = parent;
      label = then;
    }
}

static gboolean
is_wanted (const Search *s, guint32 node, int label)
{
  return (s->marks[node] & WANTED << (label + 1)) != 0;
}

/* Whether the supposition builds on none: its node's parent stays as it is. */
static gboolean
builds_on_none (const Search *s, guint32 node, int label)
{
  guint32 parent = s->order.parents[node];
  return parent == AM_NONE
      || s->foreseen[3 * (gsize) node + (guint) (label + 1)] == s->l->labels[parent];
}

static gboolean
is_exhausted (const Search *s)
{
  return s->work > MOST_WORK / 2 / s->shares
      || am_suppose_depth (s->l) > MOST_LABELS * (s->order.count + 100);
}

static void
visit (Search *s, guint32 node, AmLabel label)
{
  Visit visit = { node, s->order.first[node], (gint8) label, AM_LABEL_OUT };

  s->work += s->visits->len == 0 ? am_suppose (s->l, &node, 1, label)
                                 : am_suppose_instead (s->l, node, label);
  if (label == AM_LABEL_OUT && (s->marks[node] & CANDIDATE) != 0)
    {
      s->marks[node] |= TRIED;
      look (s, node, AM_NONE);
    }
  g_array_append_val (s->visits, visit);
}

/* The next supposition that builds on the last one, or back to the one before that. */
static void
advance (Search *s)
{
  Visit *last = &g_array_index (s->visits, Visit, s->visits->len - 1);

  for (; last->child != AM_NONE;
       last->child = s->order.next[last->child], last->next = AM_LABEL_OUT)
    while (last->next <= AM_LABEL_IN)
      {
        int label = last->next++;
        if (is_wanted (s, last->child, label)
            && s->foreseen[3 * (gsize) last->child + (guint) (label + 1)] == last->label)
          {
            visit (s, last->child, (AmLabel) label);
            return;
          }
      }
  am_suppose_back (s->l);
  g_array_set_size (s->visits, s->visits->len - 1);
}

static void
visit_all (Search *s)
{
  for (guint32 i = 0; i < s->order.count && !is_exhausted (s); i++)
    for (int label = AM_LABEL_OUT; label <= AM_LABEL_IN; label++)
      {
        if (!is_wanted (s, s->order.nodes[i], label)
            || !builds_on_none (s, s->order.nodes[i], label))
          continue;
        visit (s, s->order.nodes[i], (AmLabel) label);
        while (s->visits->len > 0 && !is_exhausted (s))
          advance (s);
        if (s->visits->len > 0)
          return;
      }
}

/* Drops what is not nearer than @node. */
static void
drop_from (Search *s, guint32 node)
{
  GArray *cruxes = s->found->cruxes;
  guint kept = 0;

  for (guint i = 0; i < cruxes->len; i++)
    {
      AmCrux crux = g_array_index (cruxes, AmCrux, i);
      if (crux.steps < s->steps[node] || (crux.steps == s->steps[node] && crux.nodes[0] < node))
        g_array_index (cruxes, AmCrux, kept++) = crux;
    }
  g_array_set_size (cruxes, kept);
}

/* Where not all could be tried in the order that is quickest, the others are tried from the nearest
   on, so that those that are left out are the furthest. */
static void
try_singles (Search *s, const GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      s->marks[g_array_index (candidates, guint32, i)] |= CANDIDATE;
      want (s, g_array_index (candidates, guint32, i));
    }
  visit_all (s);
  am_labelling_suppose_nothing (s->l);
  for (guint i = 0; i < candidates->len; i++)
    {
      guint32 node = g_array_index (candidates, guint32, i);
      if ((s->marks[node] & TRIED) != 0)
        continue;
      if (s->work > MOST_WORK / s->shares)
        {
          s->found->cut = TRUE;
          drop_from (s, node);
          return;
        }
      s->work += am_suppose (s->l, &node, 1, AM_LABEL_OUT);
      look (s, node, AM_NONE);
      am_suppose_back (s->l);
    }
}

/* Leaves out steps whose premise turns it in the same way: whoever asks on what it turns wants to
 * hear of the claim. */
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
      if (!step
          || told[am_dependencies_relation (s->b, crux.nodes[0])->from] != way_of_turning (&crux))
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
    {
      guint32 first = g_array_index (candidates, guint32, i);
      work += am_suppose (s->l, &first, 1, AM_LABEL_OUT);
      for (guint k = i + 1; k < count; k++)
        {
          guint32 second = g_array_index (candidates, guint32, k);
          if (work > MOST_WORK_FOR_PAIRS / s->shares)
            {
              s->found->cut = TRUE;
              return;
            }
          work += am_suppose (s->l, &second, 1, AM_LABEL_OUT);
          look (s, first, second);
          am_suppose_back (s->l);
        }
      am_suppose_back (s->l);
    }
}

static void
search (Search *s)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint32));

  list_candidates (s, candidates);
  s->found->candidates = candidates->len;
  am_suppose_among (s->l, s->steps);
  try_singles (s, candidates);
  drop_told_steps (s);
  if (s->found->cruxes->len == 0 && candidates->len > 1)
    try_pairs (s, candidates);
  am_labelling_suppose_nothing (s->l);
  am_suppose_among (s->l, NULL);
}

AmCruxes
am_crux_find (AmCruxSearch *shared, guint32 thesis)
{
  AmLabelling *l = shared->l;
  gsize n = l->dependencies->n_nodes + (gsize) 1;
  g_autofree guint32 *steps = g_new (guint32, n);
  g_autofree guint8 *marks = g_new0 (guint8, n);
  g_autofree gint8 *foreseen = g_new0 (gint8, 3 * n);
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  AmCruxes found = { .thesis = thesis,
                     .cruxes = g_array_new (FALSE, FALSE, sizeof (AmCrux)),
                     .ways = g_new (guint32, n) };

  am_labelling_suppose_nothing (l);
  found.before = am_verdict (l, thesis);
  am_dependencies_ways (l->dependencies, thesis, steps, found.ways);
  g_auto (AmCruxOrder) order =
      am_crux_order (l->dependencies, shared->components.of, thesis, steps);
  guint shares =
      shared->theses > 1 ? 2 * shared->theses : 1; /* several may take half as much together */
  Search s = { l, l->dependencies, steps, &found, shares, order, marks, foreseen, visits, 0 };
  search (&s);
  g_array_sort_with_data (found.cruxes, compare_cruxes, &found);
  return found;
}

void
am_cruxes_clear (AmCruxes *cruxes)
{
  g_clear_pointer (&cruxes->cruxes, g_array_unref);
  g_clear_pointer (&cruxes->ways, g_free);
}
