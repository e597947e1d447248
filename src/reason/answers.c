/* The fewest answers after which a claim holds.

   What rebuts the claim and has not fallen must be answered, one answer each; and where the claim has supports and no evidence, the
   same for the premises of one of them, and for what undercuts it: the support for which that is least. Costs are superior functions,
   so a node is finished in the order of its costs (Knuth 1977), also where supports go round in circles. */

#include "reason/outcome.h"

#include <string.h>

/* More than any finite cost. */
#define NEVER G_MAXUINT32

typedef struct
{
  guint32 cost, node;
} Entry;

typedef struct
{
  const AmLabelling *l;
  const AmBearing *b;
  guint32 *costs; /* per node, once it is finished; NEVER before */
  guint32 *sums; /* per node: attackers to be answered, and for a relation what its finished premises cost */
  guint32 *waits; /* per relation: premises that are not finished; per claim: supports */
  guint32 *choices; /* per claim: the support that is chosen, AM_NONE where it needs none */
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
  return s->waits[claim] > 0 ? record->evidence.count == 0 : record->open;
}

static void
prepare (Search *s, guint32 node)
{
  AmIndexList inputs = am_bearing_inputs (s->b, node);

  s->costs[node] = NEVER;
  for (guint32 i = 0; i < inputs.count; i++)
    {
      gboolean helps = am_bearing_helps (s->b, inputs.items[i]);
      s->waits[node] += helps;
      if (!helps && am_labelling_of (s->l, inputs.items[i]) != AM_LABEL_FALLEN)
        s->sums[node]++;
    }
  if (am_labelling_of (s->l, node) == AM_LABEL_STANDING)
    push (s, 0, node);
  else if (am_bearing_is_claim (s->b, node) && !needs_support (s, node))
    push (s, s->sums[node], node);
}

static void
tell (Search *s, guint32 user, guint32 node)
{
  if (s->costs[user] != NEVER || !am_bearing_helps (s->b, node))
    return;
  if (!am_bearing_is_claim (s->b, user))
    {
      s->sums[user] = add (s->sums[user], s->costs[node]);
      if (--s->waits[user] == 0)
        push (s, s->sums[user], user);
    }
  else if (needs_support (s, user) && s->choices[user] == AM_NONE)
    {
      s->choices[user] = node; /* supports are finished in the order of their costs: this one costs least */
      push (s, add (s->sums[user], s->costs[node]), user);
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
      if (s->costs[entry.node] != NEVER)
        continue;
      s->costs[entry.node] = entry.cost;
      AmIndexList uses = am_bearing_uses (s->b, entry.node);
      for (guint32 i = 0; i < uses.count; i++)
        tell (s, uses.items[i], entry.node);
    }
}

/* --- what is to be answered --- */

/* Adds to @steps the attacks on @node that have not fallen, and to @todo what it needs besides. */
static void
collect_from (const Search *s, guint32 node, gboolean *wanted, GArray *todo)
{
  AmIndexList inputs = am_bearing_inputs (s->b, node);
  gboolean is_claim = am_bearing_is_claim (s->b, node);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      gboolean helps = am_bearing_helps (s->b, inputs.items[i]);
      if (!helps && am_labelling_of (s->l, inputs.items[i]) != AM_LABEL_FALLEN)
        wanted[inputs.items[i]] = TRUE;
      else if (helps && (is_claim ? s->choices[node] == inputs.items[i] : TRUE))
        g_array_append_val (todo, inputs.items[i]);
    }
}

/* Marks in @wanted the attacks that are to fall so that @claim stands. */
static void
collect (const Search *s, guint32 claim, gboolean *wanted)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *seen = g_new0 (gboolean, s->b->n_nodes + (gsize) 1);

  g_array_append_val (todo, claim);
  while (todo->len > 0)
    {
      guint32 node = g_array_index (todo, guint32, todo->len - 1);
      g_array_set_size (todo, todo->len - 1);
      if (seen[node] || am_labelling_of (s->l, node) == AM_LABEL_STANDING)
        continue;
      seen[node] = TRUE;
      collect_from (s, node, wanted, todo);
    }
}

/* FALSE when nothing would do. */
static gboolean
find_attacks (const AmLabelling *l, guint32 claim, gboolean *wanted)
{
  gsize n = l->bearing->n_nodes + (gsize) 1;
  g_autofree guint32 *costs = g_new (guint32, n), *sums = g_new0 (guint32, n), *waits = g_new0 (guint32, n);
  g_autofree guint32 *choices = g_new (guint32, n);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  Search s = { l, l->bearing, costs, sums, waits, choices, heap };

  memset (choices, 0xFF, n * sizeof *choices); /* AM_NONE */
  search (&s);
  if (costs[claim] == NEVER)
    return FALSE;
  collect (&s, claim, wanted);
  return TRUE;
}

/* --- what to say of it --- */

static void
list_nodes (const AmBearing *b, const gboolean *wanted, AmAnswersKind kind, GArray *nodes)
{
  g_autofree gboolean *listed = g_new0 (gboolean, b->n_nodes + (gsize) 1);

  for (guint32 node = b->n_claims; node < b->n_nodes; node++)
    if (wanted[node])
      listed[kind == AM_ANSWERS_CLAIMS ? am_bearing_relation (b, node)->from : node] = TRUE;
  g_array_set_size (nodes, 0);
  for (guint32 node = 0; node < b->n_nodes; node++)
    if (listed[node])
      g_array_append_val (nodes, node);
}

/* Whether @claim stands once all of @nodes have fallen. */
static gboolean
would_do (AmLabelling *l, const GArray *nodes, guint32 claim, guint64 *work)
{
  *work += am_labelling_suppose (l, (const guint32 *) (gconstpointer) nodes->data, nodes->len);
  return am_labelling_of (l, claim) == AM_LABEL_STANDING;
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

/* An answer has raised what rebuts something else, or has cost a reason: take steps, and what comes up on the way. */
static AmAnswersKind
find_steps (AmLabelling *l, guint32 claim, gboolean *wanted, GArray *nodes, guint64 *work, guint64 most)
{
  list_nodes (l->bearing, wanted, AM_ANSWERS_STEPS, nodes);
  while (!would_do (l, nodes, claim, work))
    {
      if (*work >= most)
        {
          g_array_set_size (nodes, 0);
          return AM_ANSWERS_CUT;
        }
      if (!find_attacks (l, claim, wanted))
        g_assert_not_reached ();
      *work += 2 * (guint64) l->bearing->n_nodes;
      list_nodes (l->bearing, wanted, AM_ANSWERS_STEPS, nodes);
    }
  return AM_ANSWERS_STEPS;
}

void
am_answers_clear (AmAnswers *answers)
{
  g_clear_pointer (&answers->nodes, g_array_unref);
}

AmAnswers
am_answers_needed (AmLabelling *labelling, guint32 claim, guint64 most)
{
  const AmBearing *b = labelling->bearing;
  AmAnswers answers = { AM_ANSWERS_NONE, g_array_new (FALSE, FALSE, sizeof (guint32)) };
  g_autofree gboolean *wanted = g_new0 (gboolean, b->n_nodes + (gsize) 1);
  guint64 work = 0;

  am_labelling_suppose_nothing (labelling);
  if (am_labelling_of (labelling, claim) == AM_LABEL_STANDING)
    return answers;
  if (!find_attacks (labelling, claim, wanted))
    {
      answers.kind = AM_ANSWERS_REASON;
      return answers;
    }
  answers.kind = AM_ANSWERS_CLAIMS;
  list_nodes (b, wanted, answers.kind, answers.nodes);
  if (!would_do (labelling, answers.nodes, claim, &work))
    answers.kind = find_steps (labelling, claim, wanted, answers.nodes, &work, most);
  drop_superfluous (labelling, answers.nodes, claim, &work, most);
  am_labelling_suppose_nothing (labelling);
  return answers;
}
