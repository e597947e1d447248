#include "reason/suppose-private.h"

AmLabel
am_inputs_derive (const AmDependencies *dependencies, const AmCounts *counts, guint32 node)
{
  if (counts->failed > 0)
    return AM_LABEL_OUT;
  if (!am_dependencies_is_claim (dependencies, node)
      && am_dependencies_inputs (dependencies, node).count == 0)
    return AM_LABEL_UNDECIDED; /* a relation that does not count */
  if (!counts->kept && counts->in == 0 && counts->out == counts->supports)
    return AM_LABEL_OUT;
  return counts->met == am_inputs_demands (dependencies, counts, node)
              && (counts->kept || counts->in > 0)
           ? AM_LABEL_IN
           : AM_LABEL_UNDECIDED;
}

/* Looks for an input that was settled before @node and gives it its label, and makes it the
 * witness; else leaves what there was. */
static gboolean
find_witness (AmLabelling *l, guint32 node)
{
  AmSuppositions *s = l->suppositions;
  AmIndexList inputs = am_dependencies_inputs (l->dependencies, node);
  int wanted = l->labels[node];

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      s->work++;
      if (am_inputs_value (l, input) != wanted || l->rounds[input] >= l->rounds[node]
          || am_inputs_support (l->dependencies, node, input) != (wanted == AM_LABEL_IN))
        continue;
      s->counts[node].witness = input;
      return TRUE;
    }
  return FALSE;
}

gboolean
am_inputs_have_witness (AmLabelling *labelling, guint32 node)
{
  guint32 witness = labelling->suppositions->counts[node].witness;
  int wanted = labelling->labels[node];

  return (witness != AM_NONE && am_inputs_value (labelling, witness) == wanted
          && labelling->rounds[witness] < labelling->rounds[node]
          && am_inputs_support (labelling->dependencies, node, witness) == (wanted == AM_LABEL_IN))
      || find_witness (labelling, node);
}

void
am_inputs_count_late (AmLabelling *labelling, guint32 node, guint32 *demands, guint32 *supports)
{
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, node);

  *demands = *supports = 0;
  for (guint32 i = 0; i < inputs.count; i++)
    if (labelling->labels[inputs.items[i]] != AM_LABEL_UNDECIDED
        && labelling->rounds[inputs.items[i]] >= labelling->rounds[node])
      ++*(am_inputs_support (labelling->dependencies, node, inputs.items[i]) ? supports : demands);
  labelling->suppositions->work += inputs.count;
}

gboolean
am_inputs_give (AmLabelling *labelling, guint32 node)
{
  AmCounts *c = &labelling->suppositions->counts[node];
  gboolean all_fell = c->witness == AM_NONE;
  guint32 demands, supports;

  if (labelling->labels[node] == AM_LABEL_IN)
    return c->met == am_inputs_demands (labelling->dependencies, c, node)
        && (c->kept || am_inputs_have_witness (labelling, node));
  if (c->failed > 0 && am_inputs_have_witness (labelling, node))
    return TRUE;
  if (c->kept || c->out != c->supports)
    return FALSE;
  if (all_fell)
    return TRUE;
  am_inputs_count_late (labelling, node, &demands, &supports);
  if (supports == 0)
    {
      am_suppose_put_aside (labelling, node);
      c->witness = AM_NONE;
    }
  return supports == 0;
}

void
am_inputs_begin (AmLabelling *labelling, guint32 node)
{
  AmCounts *c = &labelling->suppositions->counts[node];
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, node);
  gboolean is_claim = am_dependencies_is_claim (labelling->dependencies, node);

  for (guint32 i = 0; i < inputs.count; i++)
    {
      gboolean support = am_inputs_support (labelling->dependencies, node, inputs.items[i]);
      c->supports += support;
      am_inputs_add (c, support, am_inputs_value (labelling, inputs.items[i]), 1);
    }
  c->kept = !is_claim || am_labelling_keeps (labelling->dependencies, node, c->supports);
  c->witness = AM_NONE;
  if (labelling->labels[node] == AM_LABEL_OUT ? c->failed > 0
                                              : labelling->labels[node] == AM_LABEL_IN && !c->kept)
    find_witness (labelling, node);
}

/* --- for verdicts --- */

static void
count (AmTally *side, AmLabel label)
{
  switch (label)
    {
    case AM_LABEL_IN:
      side->in++;
      break;
    case AM_LABEL_UNDECIDED:
      side->undecided++;
      break;
    case AM_LABEL_OUT:
      side->out++;
      break;
    }
}

void
am_suppose_count (const AmLabelling *labelling, guint32 claim, AmTally *reasons,
                  AmTally *objections)
{
  AmIndexList inputs = am_dependencies_inputs (labelling->dependencies, claim);

  *reasons = *objections = (AmTally){ 0 };
  if (labelling->suppositions != NULL)
    {
      const AmCounts *c = &labelling->suppositions->counts[claim];
      guint32 demands = inputs.count - c->supports;
      *reasons = (AmTally){ c->in, c->supports - c->in - c->out, c->out };
      *objections = (AmTally){ c->failed, demands - c->met - c->failed, c->met };
      return;
    }
  for (guint32 i = 0; i < inputs.count; i++)
    {
      gboolean helps = am_dependencies_helps (labelling->dependencies, inputs.items[i]);
      count (helps ? reasons : objections, am_labelling_of (labelling, inputs.items[i]));
    }
}
