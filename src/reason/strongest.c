#include "reason/strongest.h"

#include "reason/outcome.h"

#include <math.h>

typedef struct
{
  AmLabel label;
  double contribution;
  guint32 evidence, reasons;
} Weight;

static void
add_premise (const AmEvaluation *e, guint32 premise, Weight *weight)
{
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, premise);

  weight->evidence += am_map_claim (e->map, premise)->evidence.count;
  for (guint32 i = 0; i < inputs.count; i++)
    {
      if (!am_dependencies_helps (e->dependencies, inputs.items[i]) || am_labelling_of (e->labelling, inputs.items[i]) != AM_LABEL_STANDING)
        continue;
      weight->evidence += am_map_claim (e->map, am_dependencies_relation (e->dependencies, inputs.items[i])->from)->evidence.count;
      weight->reasons++;
    }
}

static Weight
weigh (const AmEvaluation *e, guint32 node)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
  double contribution = e->strengths != NULL ? e->strengths->relations[node - e->dependencies->n_claims] : 0;
  Weight weight = { am_labelling_of (e->labelling, node), isnan (contribution) ? 0 : contribution, 0, 0 };

  add_premise (e, relation->from, &weight);
  for (guint32 i = 0; i < relation->with.count; i++)
    add_premise (e, am_map_ref (e->map, relation->with.start + i)->index, &weight);
  return weight;
}

static gboolean
is_heavier (const Weight *a, const Weight *b)
{
  if (a->label != b->label)
    return a->label > b->label;
  if (fabs (a->contribution - b->contribution) > AM_STRENGTH_TIE)
    return a->contribution > b->contribution;
  if (a->evidence != b->evidence)
    return a->evidence > b->evidence;
  return a->reasons > b->reasons;
}

typedef struct
{
  guint32 node; /* AM_NONE as long as there is none */
  Weight weight;
  guint count; /* of those that were weighed */
} Heaviest;

static void
look_among (const AmEvaluation *e, guint32 node, gboolean helps, Heaviest *heaviest)
{
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, node);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      if (am_dependencies_is_claim (e->dependencies, inputs.items[i]) || am_dependencies_helps (e->dependencies, inputs.items[i]) != helps)
        continue;
      Weight weight = weigh (e, inputs.items[i]);
      heaviest->count++;
      if (heaviest->node != AM_NONE && !is_heavier (&weight, &heaviest->weight))
        continue;
      heaviest->node = inputs.items[i];
      heaviest->weight = weight;
    }
}

guint32
am_strongest (const AmEvaluation *evaluation, guint32 node, gboolean helps)
{
  Heaviest heaviest = { .node = AM_NONE };

  look_among (evaluation, node, helps, &heaviest);
  return heaviest.node;
}

guint32
am_strongest_answer (const AmEvaluation *evaluation, guint32 node, guint *count)
{
  AmIndexList inputs = am_dependencies_inputs (evaluation->dependencies, node);
  Heaviest heaviest = { .node = AM_NONE };

  look_among (evaluation, node, FALSE, &heaviest);
  for (guint32 i = 0; i < inputs.count; i++)
    if (am_dependencies_is_claim (evaluation->dependencies, inputs.items[i]))
      look_among (evaluation, inputs.items[i], FALSE, &heaviest);
  if (count != NULL)
    *count = heaviest.count;
  return heaviest.node;
}
