#include "reason/label.h"

#include "reason/suppose.h"

const char *
am_label_word (AmLabel label)
{
  return label == AM_LABEL_IN        ? "unanswered"
       : label == AM_LABEL_UNDECIDED ? "disputed"
                                     : "answered";
}

/* --- from nothing --- */

/* Counters of what is not known yet. */
typedef struct
{
  AmLabelling *l;
  guint32 *waits; /* per node: of a relation, the inputs without which it cannot be in; of a claim,
                     rebuts that are not out */
  guint32 *supports; /* per claim: those that are not out */
  gboolean *kept; /* per claim: a support is in, or it needs none */
  guint32 *queue; /* nodes that are settled, in that order */
  guint32 queued;
} Making;

static void
settle (Making *m, guint32 node, AmLabel label, guint32 round)
{
  if (m->l->labels[node] != AM_LABEL_UNDECIDED)
    return;
  m->l->labels[node] = (gint8) label;
  m->l->rounds[node] = round;
  m->queue[m->queued++] = node;
}

/* A claim is in once nothing that rebuts it can be in any more, if it is kept up. */
static void
settle_claim (Making *m, guint32 claim, guint32 round)
{
  if (m->waits[claim] == 0 && m->kept[claim])
    settle (m, claim, AM_LABEL_IN, round);
}

/* Tells @node what became of its input. */
static void
hear (Making *m, guint32 node, guint32 input, guint32 round)
{
  const AmDependencies *b = m->l->dependencies;
  gboolean in = m->l->labels[input] == AM_LABEL_IN, helps = am_dependencies_helps (b, input);
  gboolean is_claim = am_dependencies_is_claim (b, node);

  if (is_claim && helps) /* a support: one is enough */
    {
      m->supports[node]--;
      m->kept[node] = m->kept[node] || in;
      if (m->supports[node] == 0 && !m->kept[node])
        settle (m, node, AM_LABEL_OUT, round);
    }
  else if (in != helps)
    settle (m, node, AM_LABEL_OUT, round);
  else
    m->waits[node]--;
  if (is_claim)
    settle_claim (m, node, round);
  else if (m->waits[node] == 0)
    settle (m, node, AM_LABEL_IN, round);
}

static guint32
count_supports (const AmDependencies *b, guint32 claim)
{
  AmIndexList inputs = am_dependencies_inputs (b, claim);
  guint32 count = 0;

  for (guint32 i = 0; i < inputs.count; i++)
    count += am_dependencies_helps (b, inputs.items[i]);
  return count;
}

gboolean
am_labelling_keeps (const AmDependencies *dependencies, guint32 claim, guint32 supports)
{
  const AmClaim *record = am_map_claim (dependencies->map, claim);
  return supports == 0 ? !record->open : am_claim_is_evidenced (record);
}

static void
begin (Making *m, guint32 node)
{
  const AmDependencies *b = m->l->dependencies;

  m->waits[node] = am_dependencies_inputs (b, node).count;
  if (!am_dependencies_is_claim (b, node))
    return; /* one that does not count has no inputs, and stays undecided: it bears on nothing */
  m->supports[node] = count_supports (b, node);
  m->waits[node] -= m->supports[node];
  m->kept[node] = am_labelling_keeps (b, node, m->supports[node]);
  if (m->supports[node] == 0 && !m->kept[node])
    settle (m, node, AM_LABEL_OUT, 1);
  else
    settle_claim (m, node, 1);
}

static void
label_all (AmLabelling *l)
{
  gsize n = l->dependencies->n_nodes + (gsize) 1, n_claims = l->dependencies->n_claims + (gsize) 1;
  g_autofree guint32 *waits = g_new0 (guint32, n), *supports = g_new0 (guint32, n_claims),
                     *queue = g_new (guint32, n);
  g_autofree gboolean *kept = g_new0 (gboolean, n_claims);
  Making making = { l, waits, supports, kept, queue, 0 };

  for (guint32 node = 0; node < l->dependencies->n_nodes; node++)
    begin (&making, node);
  for (guint32 at = 0; at < making.queued; at++)
    {
      guint32 node = queue[at];
      AmIndexList uses = am_dependencies_uses (l->dependencies, node);
      for (guint32 i = 0; i < uses.count; i++)
        hear (&making, uses.items[i], node, l->rounds[node] + 1);
    }
}

AmLabelling *
am_labelling_new (const AmDependencies *dependencies)
{
  AmLabelling *l = g_new0 (AmLabelling, 1);
  gsize n = dependencies->n_nodes + (gsize) 1;

  l->dependencies = dependencies;
  l->labels = g_new0 (gint8, n);
  l->rounds = g_new0 (guint32, n);
  label_all (l);
  return l;
}

void
am_labelling_free (AmLabelling *labelling)
{
  if (labelling == NULL)
    return;
  am_suppose_free (labelling->suppositions);
  g_free (labelling->labels);
  g_free (labelling->rounds);
  g_free (labelling);
}
