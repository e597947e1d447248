#include "reason/strongest.h"

#include <math.h>

typedef struct
{
  AmLabel label;
  double contribution;
  guint32 evidence, reasons;
} Weight;

/* What a claim brings into the weight of a step that it is a premise of. */
typedef struct
{
  gboolean known;
  guint32 evidence, reasons;
} Premise;

typedef struct
{
  gboolean known;
  guint32 node; /* AM_NONE where there is none */
  guint count; /* of those that were weighed */
  Weight weight;
} Heaviest;

struct _AmStrongest
{
  const AmEvaluation *e;
  Premise *premises; /* per claim, as the next */
  Heaviest *sides[2]; /* what is against it, what is for it */
};

AmStrongest *
am_strongest_new (const AmEvaluation *evaluation)
{
  AmStrongest *s = g_new (AmStrongest, 1);
  gsize n = (gsize) evaluation->map->claims->len + 1;

  *s = (AmStrongest){ evaluation,
                      g_new0 (Premise, n),
                      { g_new0 (Heaviest, n), g_new0 (Heaviest, n) } };
  return s;
}

void
am_strongest_free (AmStrongest *strongest)
{
  if (strongest == NULL)
    return;
  g_free (strongest->premises);
  g_free (strongest->sides[FALSE]);
  g_free (strongest->sides[TRUE]);
  g_free (strongest);
}

static const Premise *
know_premise (AmStrongest *s, guint32 claim)
{
  const AmEvaluation *e = s->e;
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, claim);
  Premise *premise = &s->premises[claim];

  if (premise->known)
    return premise;
  *premise = (Premise){ TRUE, am_map_claim (e->map, claim)->evidence.count, 0 };
  for (guint32 i = 0; i < inputs.count; i++)
    {
      if (!am_dependencies_helps (e->dependencies, inputs.items[i])
          || am_labelling_of (e->labelling, inputs.items[i]) != AM_LABEL_IN)
        continue;
      premise->evidence +=
          am_map_claim (e->map, am_dependencies_relation (e->dependencies, inputs.items[i])->from)
              ->evidence.count;
      premise->reasons++;
    }
  return premise;
}

static Weight
weigh (AmStrongest *s, guint32 node)
{
  const AmEvaluation *e = s->e;
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, node);
  double contribution =
      e->strengths != NULL ? e->strengths->relations[node - e->dependencies->n_claims] : 0;
  Weight weight = { am_labelling_of (e->labelling, node), isnan (contribution) ? 0 : contribution,
                    0, 0 };

  for (guint32 i = 0;
       i < inputs.count && am_dependencies_is_claim (e->dependencies, inputs.items[i]);
       i++) /* premises come first */
    {
      const Premise *premise = know_premise (s, inputs.items[i]);
      weight.evidence += premise->evidence;
      weight.reasons += premise->reasons;
    }
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

static void
compare (Heaviest *heaviest, guint32 node, const Weight *weight, guint count)
{
  heaviest->count += count;
  if (node == AM_NONE || (heaviest->node != AM_NONE && !is_heavier (weight, &heaviest->weight)))
    return;
  heaviest->node = node;
  heaviest->weight = *weight;
}

static void
look_among (AmStrongest *s, guint32 node, gboolean helps, Heaviest *heaviest)
{
  AmIndexList inputs = am_dependencies_inputs (s->e->dependencies, node);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      if (am_dependencies_is_claim (s->e->dependencies, inputs.items[i])
          || am_dependencies_helps (s->e->dependencies, inputs.items[i]) != helps)
        continue;
      Weight weight = weigh (s, inputs.items[i]);
      compare (heaviest, inputs.items[i], &weight, 1);
    }
}

static const Heaviest *
know_side (AmStrongest *s, guint32 claim, gboolean helps)
{
  Heaviest *heaviest = &s->sides[helps][claim];

  if (heaviest->known)
    return heaviest;
  *heaviest = (Heaviest){ .known = TRUE, .node = AM_NONE };
  look_among (s, claim, helps, heaviest);
  return heaviest;
}

guint32
am_strongest_of (AmStrongest *strongest, guint32 claim, gboolean helps)
{
  return know_side (strongest, claim, helps)->node;
}

guint32
am_strongest_answer (AmStrongest *strongest, guint32 node, guint *count)
{
  const AmDependencies *dependencies = strongest->e->dependencies;
  AmIndexList inputs = am_dependencies_inputs (dependencies, node);
  Heaviest heaviest = { .node = AM_NONE };

  look_among (strongest, node, FALSE, &heaviest);
  for (guint32 i = 0; i < inputs.count && am_dependencies_is_claim (dependencies, inputs.items[i]);
       i++)
    {
      const Heaviest *side = know_side (strongest, inputs.items[i], FALSE);
      compare (&heaviest, side->node, &side->weight, side->count);
    }
  *count = heaviest.count;
  return heaviest.node;
}
