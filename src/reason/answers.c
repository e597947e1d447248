/* The fewest answers after which a claim holds.

   What rebuts the claim and is not out must be answered, one answer each; and where the claim
   has supports and no evidence, the same for the premises of one of them, and for what undercuts
   it: the support for which that is least. Costs are superior functions, so a node is finished in
   the order of its costs (Knuth 1977), also where supports go round in circles. */

#include "reason/outcome.h"

#include <string.h>

/* More than any finite cost. */
#define NEVER G_MAXUINT32

typedef struct
{
  guint32 cost, node;
} Entry;

/* What each node costs by one labelling: it does not depend on which claim is asked about. */
typedef struct
{
  guint32 *costs; /* per node, once it is finished; NEVER before */
  guint32 *choices; /* per claim: the support that is chosen, AM_NONE where it needs none */
} Costs;

struct _AmAnswersSearch
{
  AmLabelling *l; /* borrowed */
  Costs costs; /* without a supposition */
  gboolean *wanted, *seen; /* per node: FALSE between two claims */
};

typedef struct
{
  const AmLabelling *l;
  const AmDependencies *b;
  Costs c;
  guint32 *sums; /* per node: attackers to be answered, and for a relation what its finished
                    premises cost */
  guint32 *waits; /* per relation: premises that are not finished; per claim: supports */
  GArray *heap; /* of Entry, the least first */
} Search;

/* --- a heap --- */

static gboolean
is_less (const Entry *a, const Entry *b)
{
  return a->cost != b->cost ? a->cost < b->cost : a->node < b->node;
}

static void
swap (Entry *a, Entry *b)
{
  Entry c = *a;
  *a = *b;
  *b = c;
}

static void
push (Search *s, guint32 cost, guint32 node)
{
  Entry entry = { cost, node };
  guint at = s->heap->len;

  g_array_append_val (s->heap, entry);
  Entry *e = (Entry *) (gpointer) s->heap->data;
  for (; at > 0 && is_less (&e[at], &e[(at - 1) / 2]); at = (at - 1) / 2)
    swap (&e[at], &e[(at - 1) / 2]);
}

static Entry
pop (Search *s)
{
  Entry *e = (Entry *) (gpointer) s->heap->data, least = e[0];
  guint count = s->heap->len - 1, at = 0;

  e[0] = e[count];
  for (;;)
    {
      guint child = 2 * at + 1;
      if (child + 1 < count && is_less (&e[child + 1], &e[child]))
        child++;
      if (child >= count || !is_less (&e[child], &e[at]))
        break;
      swap (&e[child], &e[at]);
      at = child;
    }
  g_array_set_size (s->heap, count);
  return least;
}

/* --- costs --- */

static guint32
add (guint32 a, guint32 b)
{
  return a < NEVER - b ? a + b : NEVER - 1;
}

static gboolean
needs_support (const Search *s, guint32 claim)
{
  const AmClaim *record = am_map_claim (s->b->map, claim);
  return s->waits[claim] > 0 ? !am_claim_is_evidenced (record) : record->open;
}

static void
prepare (Search *s, guint32 node)
{
  AmIndexList inputs = am_dependencies_inputs (s->b, node);

  s->c.costs[node] = NEVER;
  for (guint32 i = 0; i < inputs.count; i++)
    {
      gboolean helps = am_dependencies_helps (s->b, inputs.items[i]);
      s->waits[node] += helps;
      if (!helps && am_labelling_of (s->l, inputs.items[i]) != AM_LABEL_OUT)
        s->sums[node]++;
    }
  if (am_labelling_of (s->l, node) == AM_LABEL_IN)
    push (s, 0, node);
  else if (am_dependencies_is_claim (s->b, node) && !needs_support (s, node))
    push (s, s->sums[node], node);
}

static void
tell (Search *s, guint32 user, guint32 node)
{
  if (s->c.costs[user] != NEVER || !am_dependencies_helps (s->b, node))
    return;
  if (!am_dependencies_is_claim (s->b, user))
    {
      s->sums[user] = add (s->sums[user], s->c.costs[node]);
      if (--s->waits[user] == 0)
        push (s, s->sums[user], user);
    }
  else if (needs_support (s, user) && s->c.choices[user] == AM_NONE)
    {
      s->c.choices[user] =
          node; /* supports are finished in the order of their costs: this one costs least */
      push (s, add (s->sums[user], s->c.costs[node]), user);
    }
}

static void
search (Search *s)
{
  for (guint32 node = 0; node < s->b->n_nodes; node++)
    prepare (s, node);
  while (s->heap->len > 0)
    {
      Entry entry = pop (s);
      if (s->c.costs[entry.node] != NEVER)
        continue;
      s->c.costs[entry.node] = entry.cost;
      AmIndexList uses = am_dependencies_uses (s->b, entry.node);
      for (guint32 i = 0; i < uses.count; i++)
        tell (s, uses.items[i], entry.node);
    }
}

static void
costs_clear (Costs *costs)
{
  g_clear_pointer (&costs->costs, g_free);
  g_clear_pointer (&costs->choices, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Costs, costs_clear)

/* By the labelling as it is, with or without a supposition. Clear the result. */
static Costs
find_costs (const AmLabelling *l)
{
  gsize n = l->dependencies->n_nodes + (gsize) 1;
  g_autofree guint32 *sums = g_new0 (guint32, n), *waits = g_new0 (guint32, n);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  Costs costs = { g_new (guint32, n), g_new (guint32, n) };
  Search s = { l, l->dependencies, costs, sums, waits, heap };

  memset (costs.choices, 0xFF, n * sizeof *costs.choices); /* AM_NONE */
  search (&s);
  return costs;
}

AmAnswersSearch *
am_answers_search_new (AmLabelling *labelling)
{
  AmAnswersSearch *s = g_new0 (AmAnswersSearch, 1);
  gsize n = labelling->dependencies->n_nodes + (gsize) 1;

  am_labelling_suppose_nothing (labelling);
  *s = (AmAnswersSearch){ labelling, find_costs (labelling), g_new0 (gboolean, n),
                          g_new0 (gboolean, n) };
  return s;
}

void
am_answers_search_free (AmAnswersSearch *search)
{
  if (search == NULL)
    return;
  costs_clear (&search->costs);
  g_free (search->wanted);
  g_free (search->seen);
  g_free (search);
}

/* --- what is to be answered --- */

/* Adds to @attacks those on @node that are not out, and to @todo what it needs besides. */
static void
collect_from (const AmAnswersSearch *s, const Costs *costs, guint32 node, GArray *attacks,
              GArray *todo)
{
  const AmDependencies *b = s->l->dependencies;
  AmIndexList inputs = am_dependencies_inputs (b, node);
  gboolean is_claim = am_dependencies_is_claim (b, node);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      gboolean helps = am_dependencies_helps (b, input);
      if (!helps && am_labelling_of (s->l, input) != AM_LABEL_OUT && !s->wanted[input])
        {
          s->wanted[input] = TRUE;
          g_array_append_val (attacks, input);
        }
      else if (helps && (is_claim ? costs->choices[node] == input : TRUE))
        g_array_append_val (todo, input);
    }
}

/* Adds to @attacks those that are to be out so that @claim is in. FALSE when nothing would do. */
static gboolean
collect (const AmAnswersSearch *s, const Costs *costs, guint32 claim, GArray *attacks)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     seen = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (costs->costs[claim] == NEVER)
    return FALSE;
  g_array_append_val (todo, claim);
  while (todo->len > 0)
    {
      guint32 node = g_array_index (todo, guint32, todo->len - 1);
      g_array_set_size (todo, todo->len - 1);
      if (s->seen[node] || am_labelling_of (s->l, node) == AM_LABEL_IN)
        continue;
      s->seen[node] = TRUE;
      g_array_append_val (seen, node);
      collect_from (s, costs, node, attacks, todo);
    }
  for (guint i = 0; i < seen->len; i++)
    s->seen[g_array_index (seen, guint32, i)] = FALSE;
  return TRUE;
}

/* --- what to say of it --- */

static gint
compare_nodes (gconstpointer a, gconstpointer b)
{
  const guint32 *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

/* The attacks, or the claims that they come from, each once. */
static void
list_nodes (const AmDependencies *b, const GArray *attacks, AmAnswersKind kind, GArray *nodes)
{
  guint kept = 0;

  g_array_set_size (nodes, 0);
  for (guint i = 0; i < attacks->len; i++)
    {
      guint32 node = g_array_index (attacks, guint32, i);
      if (kind == AM_ANSWERS_CLAIMS)
        node = am_dependencies_relation (b, node)->from;
      g_array_append_val (nodes, node);
    }
  g_array_sort (nodes, compare_nodes);
  for (guint i = 0; i < nodes->len; i++)
    if (i == 0 || g_array_index (nodes, guint32, i) != g_array_index (nodes, guint32, i - 1))
      g_array_index (nodes, guint32, kept++) = g_array_index (nodes, guint32, i);
  g_array_set_size (nodes, kept);
}

/* Whether @claim is in once all of @nodes are out. */
static gboolean
would_do (AmLabelling *l, const GArray *nodes, guint32 claim, guint64 *work)
{
  *work += am_labelling_suppose (l, (const guint32 *) (gconstpointer) nodes->data, nodes->len);
  return am_labelling_of (l, claim) == AM_LABEL_IN;
}

/* More are not tried one by one. */
#define MOST_TRIED 200

/* What one answer brings about may make another superfluous. */
static void
drop_superfluous (AmLabelling *l, GArray *nodes, guint32 claim, guint64 *work, guint64 most)
{
  for (guint i = nodes->len; nodes->len <= MOST_TRIED && nodes->len > 1 && *work < most && i-- > 0;)
    {
      guint32 node = g_array_index (nodes, guint32, i);
      g_array_remove_index (nodes, i);
      if (!would_do (l, nodes, claim, work))
        g_array_insert_val (nodes, i, node);
    }
}

/* An answer has raised what rebuts something else, or has cost a reason: take steps, and what comes
 * up on the way. */
static AmAnswersKind
find_steps (const AmAnswersSearch *s, guint32 claim, GArray *attacks, GArray *nodes, guint64 *work,
            guint64 most)
{
  list_nodes (s->l->dependencies, attacks, AM_ANSWERS_STEPS, nodes);
  while (!would_do (s->l, nodes, claim, work))
    {
      if (*work >= most)
        {
          g_array_set_size (nodes, 0);
          return AM_ANSWERS_CUT;
        }
      g_auto (Costs) costs = find_costs (s->l);
      if (!collect (s, &costs, claim, attacks))
        g_assert_not_reached ();
      *work += 2 * (guint64) s->l->dependencies->n_nodes;
      list_nodes (s->l->dependencies, attacks, AM_ANSWERS_STEPS, nodes);
    }
  return AM_ANSWERS_STEPS;
}

void
am_answers_clear (AmAnswers *answers)
{
  g_clear_pointer (&answers->nodes, g_array_unref);
}

AmAnswers
am_answers_needed (AmAnswersSearch *search, guint32 claim, guint64 most)
{
  AmLabelling *l = search->l;
  AmAnswers answers = { AM_ANSWERS_NONE, g_array_new (FALSE, FALSE, sizeof (guint32)) };
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 work = 0;

  am_labelling_suppose_nothing (l);
  if (am_labelling_of (l, claim) == AM_LABEL_IN)
    return answers;
  if (!collect (search, &search->costs, claim, attacks))
    {
      answers.kind = AM_ANSWERS_REASON;
      return answers;
    }
  answers.kind = AM_ANSWERS_CLAIMS;
  list_nodes (l->dependencies, attacks, answers.kind, answers.nodes);
  if (!would_do (l, answers.nodes, claim, &work))
    answers.kind = find_steps (search, claim, attacks, answers.nodes, &work, most);
  drop_superfluous (l, answers.nodes, claim, &work, most);
  am_labelling_suppose_nothing (l);
  for (guint i = 0; i < attacks->len; i++)
    search->wanted[g_array_index (attacks, guint32, i)] = FALSE;
  return answers;
}
