#include "reason/explain.h"

#include "model/walk.h"
#include "reason/circle.h"

typedef struct
{
  const AmLabelling *l;
  const AmDependencies *b;
  GArray *points; /* of AmPoint */
  GArray *stack; /* of AmPoint: what is still to be told, the next at the end */
  gboolean *told; /* per node: what is below it has been told */
} Telling;

static void
add (Telling *t, AmPointKind kind, guint depth, guint32 node)
{
  AmPoint point = { kind, depth, node, AM_NONE, FALSE };
  g_array_append_val (t->stack, point);
}

/* What was added last is told first. */
static void
reverse (GArray *stack, guint from)
{
  for (guint to = stack->len; from + 1 < to; from++, to--)
    {
      AmPoint point = g_array_index (stack, AmPoint, from);
      g_array_index (stack, AmPoint, from) = g_array_index (stack, AmPoint, to - 1);
      g_array_index (stack, AmPoint, to - 1) = point;
    }
}

/* The first that was settled, and earlier than @node, among its inputs that have @label and are
 * helpers or not; AM_NONE without any. */
static guint32
find_first (const AmLabelling *l, guint32 node, AmLabel label, gboolean helps)
{
  AmIndexList inputs = am_dependencies_inputs (l->dependencies, node);
  guint32 first = AM_NONE, before = l->rounds[node];

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      if (am_labelling_of (l, input) == label
          && am_dependencies_helps (l->dependencies, input) == helps && l->rounds[input] < before)
        {
          first = input;
          before = l->rounds[input];
        }
    }
  return first;
}

AmWhy
am_explain_first_why (const AmLabelling *labelling, guint32 claim)
{
  AmVerdict verdict = am_verdict (labelling, claim);

  if (verdict.why != AM_WHY_REBUTTED
      || find_first (labelling, claim, AM_LABEL_IN, FALSE) != AM_NONE)
    return verdict.why;
  return am_tally_count (&verdict.reasons) > 0 ? AM_WHY_UNSUPPORTED : AM_WHY_OPEN;
}

guint32
am_explain_cause (const AmLabelling *labelling, guint32 node)
{
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, node);
  AmLabel label = am_labelling_of (labelling, node);
  guint32 cause = AM_NONE;

  for (guint32 i = 0; i < inputs.count && label != AM_LABEL_IN; i++)
    {
      guint32 input = inputs.items[i];
      int value = (am_dependencies_helps (labelling->dependencies, input) ? 1 : -1)
                * (int) am_labelling_of (labelling, input);
      if (value == (int) label
          && (cause == AM_NONE || labelling->rounds[input] < labelling->rounds[cause]))
        cause = input;
    }
  return cause;
}

guint32
am_explain_reply (const AmLabelling *labelling, guint32 claim)
{
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, claim);
  guint32 first = find_first (labelling, claim, AM_LABEL_IN, FALSE);

  for (guint32 i = 0; i < inputs.count && first == AM_NONE; i++)
    if (!am_dependencies_helps (labelling->dependencies, inputs.items[i])
        && am_labelling_of (labelling, inputs.items[i]) == AM_LABEL_IN)
      first = inputs.items[i];
  return first;
}

gboolean
am_explain_has_reply (const AmMap *map, guint32 claim)
{
  return am_walk_is_answered (map, claim);
}

guint
am_explain_rebuttals (const AmLabelling *labelling, guint32 node, guint32 *last)
{
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, node);
  guint count = 0;

  for (guint32 i = 0; i < inputs.count; i++)
    if (!am_dependencies_helps (labelling->dependencies, inputs.items[i]))
      {
        *last = inputs.items[i];
        count++;
      }
  return count;
}

guint
am_explain_replies (const AmLabelling *labelling, guint32 node, guint32 *last)
{
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, node);
  guint count = am_explain_rebuttals (labelling, node, last); /* of a step: what undercuts it */

  for (guint32 i = 0; i < inputs.count; i++)
    if (am_dependencies_is_claim (labelling->dependencies, inputs.items[i]))
      count += am_explain_rebuttals (labelling, inputs.items[i], last);
  return count;
}

gboolean
am_explain_in_vain (const AmLabelling *labelling, guint32 claim, gboolean helps, guint32 *count)
{
  const AmDependencies *b = labelling->dependencies;
  AmIndexList inputs = am_dependencies_inputs (b, claim);
  gboolean in_vain = FALSE;

  *count = 0;
  for (guint32 i = 0; i < inputs.count; i++)
    if (am_dependencies_helps (b, inputs.items[i]) == helps)
      {
        in_vain = in_vain
               || am_labelling_of (labelling, am_dependencies_relation (b, inputs.items[i])->from)
                      == AM_LABEL_IN;
        (*count)++;
      }
  return in_vain;
}

/* The attack on @node, or on one of its premises, that was settled last; AM_NONE without any. */
static guint32
find_last_attack (const AmLabelling *l, guint32 node)
{
  AmIndexList inputs = am_dependencies_inputs (l->dependencies, node);
  guint32 last = AM_NONE;

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      if (am_dependencies_helps (l->dependencies, input)
          && am_dependencies_is_claim (l->dependencies, input))
        input = find_last_attack (l, input);
      else if (am_dependencies_helps (l->dependencies, input))
        input = AM_NONE;
      if (input != AM_NONE && (last == AM_NONE || l->rounds[input] > l->rounds[last]))
        last = input;
    }
  return last;
}

/* What is in was settled after what it has lost to, and what is out after what put it out: each
 * step leads to an earlier round, so the way ends. */
guint32
am_explain_last_word (const AmLabelling *labelling, guint32 node)
{
  const AmDependencies *b = labelling->dependencies;

  while (am_labelling_of (labelling, node) != AM_LABEL_UNDECIDED)
    {
      guint32 next = am_labelling_of (labelling, node) == AM_LABEL_IN
                       ? find_last_attack (labelling, node)
                       : am_explain_cause (labelling, node);
      if (next == AM_NONE || labelling->rounds[next] >= labelling->rounds[node])
        return am_dependencies_is_claim (b, node) ? node : am_dependencies_relation (b, node)->from;
      node = next;
    }
  return AM_NONE;
}

static int
compare_numbers (const void *a, const void *b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;
  return (first > second) - (first < second);
}

/* The claims that @claim rebuts, ascending. Of guint32. */
static GArray *
list_rebutted (const AmMap *map, guint32 claim)
{
  AmRange carried = am_map_claim (map, claim)->relations;
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < carried.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, carried.start + i);
      if (relation->kind == AM_RELATION_REBUT && am_dependencies_counts (map, relation))
        g_array_append_val (claims, relation->to.index);
    }
  g_array_sort (claims, compare_numbers);
  return claims;
}

guint32
am_explain_opponent (const AmLabelling *labelling, guint32 claim)
{
  const AmDependencies *b = labelling->dependencies;
  AmIndexList inputs = am_dependencies_inputs (b, claim);
  g_autoptr (GArray) rebutted = list_rebutted (b->map, claim);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      const AmRelation *attack = am_dependencies_relation (b, inputs.items[i]);
      if (attack->kind == AM_RELATION_REBUT
          && am_labelling_of (labelling, inputs.items[i]) == AM_LABEL_UNDECIDED
          && g_array_binary_search (rebutted, &attack->from, compare_numbers, NULL))
        return attack->from;
    }
  return AM_NONE;
}

static void
add_all (Telling *t, guint32 node, gboolean helps, guint depth)
{
  AmIndexList inputs = am_dependencies_inputs (t->b, node);

  for (guint32 i = 0; i < inputs.count; i++)
    if (am_dependencies_helps (t->b, inputs.items[i]) == helps)
      add (t, am_dependencies_is_claim (t->b, inputs.items[i]) ? AM_POINT_CLAIM : AM_POINT_RELATION,
           depth, inputs.items[i]);
}

/* Whether what is told of @node is told together with the step before it. */
static gboolean
is_told_with (const AmDependencies *b, guint32 step, guint32 node)
{
  return am_dependencies_is_claim (b, node) && !am_dependencies_is_claim (b, step)
      && am_dependencies_relation (b, step)->with.count == 0;
}

/* A way to a circle, and round it: each below what depends on it. */
static void
add_circle (Telling *t, guint32 claim, guint depth)
{
  g_autoptr (GArray) circle = am_circle_find (t->l, claim);
  guint32 back = g_array_index (circle, guint32, circle->len - 1);

  for (guint i = 1; i + 1 < circle->len; i++)
    {
      guint32 node = g_array_index (circle, guint32, i);
      if (i > 1 && !is_told_with (t->b, g_array_index (circle, guint32, i - 1), node))
        depth++;
      add (t, AM_POINT_TURN, depth, node);
      if (i + 2 == circle->len)
        g_array_index (t->stack, AmPoint, t->stack->len - 1).by = back;
    }
}

static void
add_below_claim (Telling *t, guint32 claim, guint depth)
{
  AmLabel label = am_labelling_of (t->l, claim);
  guint32 deciding = AM_NONE;

  if (label == AM_LABEL_UNDECIDED)
    add_circle (t, claim, depth);
  else if (label == AM_LABEL_IN)
    deciding = find_first (t->l, claim, AM_LABEL_IN, TRUE);
  else if (am_explain_first_why (t->l, claim) == AM_WHY_REBUTTED)
    deciding = find_first (t->l, claim, AM_LABEL_IN, FALSE);
  else
    add_all (t, claim, TRUE, depth);
  if (deciding != AM_NONE)
    add (t, AM_POINT_RELATION, depth, deciding);
  if (label == AM_LABEL_IN)
    add_all (t, claim, FALSE, depth);
}

static gboolean
is_single (const AmRelation *relation)
{
  return relation->with.count == 0;
}

/* TRUE when what is to be told of the claim was told already. */
static gboolean
write_claim (Telling *t, guint32 claim, guint depth)
{
  guint before = t->stack->len;

  add_below_claim (t, claim, depth);
  gboolean again = t->told[claim] && t->stack->len > before;
  if (again)
    g_array_set_size (t->stack, before);
  t->told[claim] = TRUE;
  return again;
}

static gboolean
write_in (Telling *t, guint32 node, guint depth)
{
  const AmRelation *relation = am_dependencies_relation (t->b, node);
  gboolean again = FALSE;

  if (is_single (relation))
    again = write_claim (t, relation->from, depth);
  else
    add_all (t, node, TRUE, depth);
  add_all (t, node, FALSE, depth);
  return again;
}

static gboolean
write_out (Telling *t, AmPoint *point)
{
  point->by = am_explain_cause (t->l, point->node);
  if (!am_dependencies_is_claim (t->b, point->by))
    add (t, AM_POINT_RELATION, point->depth + 1, point->by);
  else if (is_single (am_dependencies_relation (t->b, point->node)))
    return write_claim (t, point->by, point->depth + 1);
  else
    add (t, AM_POINT_CLAIM, point->depth + 1, point->by);
  return FALSE;
}

static void
tell (Telling *t, AmPoint point)
{
  guint before = t->stack->len;

  if (point.kind == AM_POINT_CLAIM)
    point.again = write_claim (t, point.node, point.depth + 1);
  else if (point.kind == AM_POINT_RELATION && am_labelling_of (t->l, point.node) == AM_LABEL_IN)
    point.again = write_in (t, point.node, point.depth + 1);
  else if (point.kind == AM_POINT_RELATION)
    point.again = write_out (t, &point);
  reverse (t->stack, before);
  g_array_append_val (t->points, point);
}

GArray *
am_explain (const AmLabelling *labelling, guint32 claim)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (AmPoint));
  g_autofree gboolean *told = g_new0 (gboolean, labelling->dependencies->n_nodes + (gsize) 1);
  Telling t = { labelling, labelling->dependencies, g_array_new (FALSE, FALSE, sizeof (AmPoint)),
                stack, told };

  add (&t, AM_POINT_CLAIM, 0, claim);
  while (stack->len > 0)
    {
      AmPoint next = g_array_index (stack, AmPoint, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      tell (&t, next);
    }
  return t.points;
}
