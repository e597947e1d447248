/* What weighs most for and against a claim, and what is said against that; which steps do not
 * stand. */

#include "reason/digest-private.h"

/* Whether the two claims that carry the steps deny each other. */
static gboolean
deny_each_other (const AmRelation *first, const AmRelation *second)
{
  return first->kind == AM_RELATION_REBUT && second->kind == AM_RELATION_REBUT
      && first->to.index == second->from && second->to.index == first->from;
}

/* The premise of the step @node by which it is no better off than its label; AM_NONE where none is
 * to blame. */
static guint32
find_weak_premise (const AmEvaluation *e, guint32 node)
{
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, node);

  for (guint32 i = 0; i < inputs.count; i++)
    if (am_dependencies_is_claim (e->dependencies, inputs.items[i])
        && am_labelling_of (e->labelling, inputs.items[i]) == am_labelling_of (e->labelling, node))
      return inputs.items[i];
  return AM_NONE;
}

static AmReply
find_reply (const AmEvaluation *e, const AmDigestPoint *point)
{
  AmLabel strongest =
      point->answer != AM_NONE ? am_labelling_of (e->labelling, point->answer) : AM_LABEL_OUT;

  if (point->label != AM_LABEL_IN && (int) strongest < -(int) point->label)
    return AM_REPLY_PREMISE;
  if (point->answer == AM_NONE)
    return AM_REPLY_NONE;
  return point->answers == 1
              && deny_each_other (point->relation,
                                  am_dependencies_relation (e->dependencies, point->answer))
           ? AM_REPLY_MUTUAL
           : AM_REPLY_ANSWER;
}

gpointer
am_digest_make_point (AmDigest *d, guint32 relation)
{
  const AmEvaluation *e = d->evaluation;
  AmDigestPoint *point = g_new0 (AmDigestPoint, 1);

  point->node = am_dependencies_relation_node (e->dependencies, relation);
  point->relation = am_map_relation (d->map, relation);
  point->label = am_labelling_of (e->labelling, point->node);
  point->answer =
      am_strongest_answer (am_digest_strongest_search (d), point->node, &point->answers);
  point->reply = find_reply (e, point);
  point->premise = point->reply == AM_REPLY_PREMISE ? find_weak_premise (e, point->node) : AM_NONE;
  return point;
}

const AmDigestPoint *
am_digest_point (AmDigest *digest, guint32 node)
{
  return am_digest_section (digest, AM_SECTION_POINT,
                            node - digest->evaluation->dependencies->n_claims);
}

const AmDigestPoint *
am_digest_strongest (AmDigest *digest, guint32 claim, gboolean helps)
{
  guint32 node = am_strongest_of (am_digest_strongest_search (digest), claim, helps);

  return node != AM_NONE ? am_digest_point (digest, node) : NULL;
}

/* --- steps that are not in --- */

gpointer
am_digest_make_steps (AmDigest *d, G_GNUC_UNUSED guint32 index)
{
  const AmEvaluation *e = d->evaluation;
  AmDigestSteps *steps = g_new (AmDigestSteps, 1);

  *steps = (AmDigestSteps){ g_array_new (FALSE, FALSE, sizeof (AmDigestStep)), 0 };
  for (guint32 i = 0; i < d->map->relations->len; i++)
    {
      guint32 node = am_dependencies_relation_node (e->dependencies, i);
      AmDigestStep step = { node, am_explain_cause (e->labelling, node) };
      if (step.cause != AM_NONE)
        g_array_append_val (steps->lost, step);
      else
        steps->in += am_dependencies_counts (d->map, am_map_relation (d->map, i));
    }
  return steps;
}

void
am_digest_free_steps (gpointer made)
{
  AmDigestSteps *steps = made;

  if (steps != NULL)
    g_array_unref (steps->lost);
  g_free (steps);
}

const AmDigestSteps *
am_digest_steps (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_STEPS, 0);
}
