#include "reason/comparison.h"

#include "model/walk.h"

static void
add_thesis (AmComparison *c, guint32 old_claim, guint32 new_claim)
{
  AmThesisChange thesis = { .old_claim = old_claim, .new_claim = new_claim };

  if (old_claim != AM_NONE)
    thesis.before = am_verdict (c->old_evaluation->labelling, old_claim);
  if (new_claim != AM_NONE)
    thesis.after = am_verdict (c->new_evaluation->labelling, new_claim);
  if (old_claim == AM_NONE || new_claim == AM_NONE || thesis.before.outcome != thesis.after.outcome)
    c->outcome_changed = TRUE;
  g_array_append_val (c->theses, thesis);
}

static void
compare_theses (AmComparison *c)
{
  const AmMatch *claims = &c->difference->matches[AM_ENTITY_CLAIM];

  for (guint i = 0; i < c->new_evaluation->theses->len; i++)
    {
      guint32 claim = g_array_index (c->new_evaluation->theses, guint32, i),
              before = claims->to_old[claim];
      add_thesis (c, before != AM_NONE && c->old_evaluation->is_thesis[before] ? before : AM_NONE,
                  claim);
    }
  for (guint i = 0; i < c->old_evaluation->theses->len; i++)
    {
      guint32 claim = g_array_index (c->old_evaluation->theses, guint32, i),
              after = claims->to_new[claim];
      if (after == AM_NONE || !c->new_evaluation->is_thesis[after])
        add_thesis (c, claim, AM_NONE);
    }
}

static void
compare_claim (AmComparison *c, guint32 before, guint32 after)
{
  AmLabel label = am_labelling_of (c->old_evaluation->labelling, before);

  if (label != am_labelling_of (c->new_evaluation->labelling, after))
    {
      AmStatusChange status = { before, after, label,
                                am_verdict (c->new_evaluation->labelling, after) };
      g_array_append_val (c->statuses, status);
    }
  if (am_map_claim (c->difference->old_map, before)->role != AM_ROLE_REBUTTAL
      || am_map_claim (c->difference->new_map, after)->role != AM_ROLE_REBUTTAL)
    return;
  gboolean was = am_walk_is_answered (c->difference->old_map, before),
           is = am_walk_is_answered (c->difference->new_map, after);
  if (is && !was)
    g_array_append_val (c->answered, after);
  if (was && !is)
    g_array_append_val (c->unanswered, after);
}

AmComparison *
am_comparison_new (const AmDifference *difference, AmEvaluation *old_evaluation,
                   AmEvaluation *new_evaluation)
{
  AmComparison *c = g_new0 (AmComparison, 1);
  const AmMatch *claims = &difference->matches[AM_ENTITY_CLAIM];

  c->difference = difference;
  c->old_evaluation = old_evaluation;
  c->new_evaluation = new_evaluation;
  c->theses = g_array_new (FALSE, FALSE, sizeof (AmThesisChange));
  c->statuses = g_array_new (FALSE, FALSE, sizeof (AmStatusChange));
  c->answered = g_array_new (FALSE, FALSE, sizeof (guint32));
  c->unanswered = g_array_new (FALSE, FALSE, sizeof (guint32));
  compare_theses (c);
  for (guint32 i = 0; i < difference->new_map->claims->len; i++)
    if (claims->to_old[i] != AM_NONE)
      compare_claim (c, claims->to_old[i], i);
  return c;
}

void
am_comparison_free (AmComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_array_unref (comparison->theses);
  g_array_unref (comparison->statuses);
  g_array_unref (comparison->answered);
  g_array_unref (comparison->unanswered);
  g_free (comparison);
}

gboolean
am_comparison_is_same (const AmComparison *comparison)
{
  return comparison->difference->changes->len == 0;
}

/* Who concedes a claim grants it. */
static int
side_of (AmStance stance)
{
  return stance == AM_STANCE_AGAINST                             ? -1
       : stance == AM_STANCE_FOR || stance == AM_STANCE_CONCEDES ? 1
                                                                 : 0;
}

gboolean
am_stance_is_flipped (AmStance before, AmStance after)
{
  return side_of (before) * side_of (after) < 0;
}
