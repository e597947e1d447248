#include "reason/label.h"

#include <string.h>

typedef struct
{
  guint32 node;
  guint32 round;
  gint8 label;
} Saved;

/* What is put aside for a supposition. */
typedef struct _AmTrial
{
  gboolean *supposed; /* per node: it counts as fallen */
  gboolean *waiting; /* per node: it is in the queue */
  GArray *saved; /* Saved: what was before */
  GArray *queue; /* of guint32 */
} Trial;

const char *
am_label_word (AmLabel label)
{
  return label == AM_LABEL_STANDING ? "standing" : label == AM_LABEL_CONTESTED ? "contested" : "fallen";
}

/* --- from nothing --- */

/* Counters of what is not known yet. */
typedef struct
{
  AmLabelling *l;
  guint32 *waits; /* per node: of a relation, the inputs without which it cannot stand; of a claim, rebuts that have not fallen */
  guint32 *supports; /* per claim: those that have not fallen */
  gboolean *kept; /* per claim: a support stands, or it needs none */
  guint32 *queue; /* nodes that are settled, in that order */
  guint32 queued;
} Making;

static void
settle (Making *m, guint32 node, AmLabel label, guint32 round)
{
  if (m->l->labels[node] != AM_LABEL_CONTESTED)
    return;
  m->l->labels[node] = (gint8) label;
  m->l->rounds[node] = round;
  m->queue[m->queued++] = node;
}

/* A claim stands once nothing that rebuts it can stand any more, if it is kept up. */
static void
settle_claim (Making *m, guint32 claim, guint32 round)
{
  if (m->waits[claim] == 0 && m->kept[claim])
    settle (m, claim, AM_LABEL_STANDING, round);
}

/* Tells @node what became of its input. */
static void
hear (Making *m, guint32 node, guint32 input, guint32 round)
{
  const AmDependencies *b = m->l->dependencies;
  gboolean stands = m->l->labels[input] == AM_LABEL_STANDING, helps = am_dependencies_helps (b, input);
  gboolean is_claim = am_dependencies_is_claim (b, node);

  if (is_claim && helps) /* a support: one is enough */
    {
      m->supports[node]--;
      m->kept[node] = m->kept[node] || stands;
      if (m->supports[node] == 0 && !m->kept[node])
        settle (m, node, AM_LABEL_FALLEN, round);
    }
  else if (stands != helps)
    settle (m, node, AM_LABEL_FALLEN, round);
  else
    m->waits[node]--;
  if (is_claim)
    settle_claim (m, node, round);
  else if (m->waits[node] == 0)
    settle (m, node, AM_LABEL_STANDING, round);
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

/* Whether it stands without a support that does. */
static gboolean
is_kept (const AmDependencies *b, guint32 claim, guint32 supports)
{
  const AmClaim *record = am_map_claim (b->map, claim);
  return supports == 0 ? !record->open : record->evidence.count > 0;
}

static void
begin (Making *m, guint32 node)
{
  const AmDependencies *b = m->l->dependencies;

  m->waits[node] = am_dependencies_inputs (b, node).count;
  if (!am_dependencies_is_claim (b, node))
    return; /* one that does not count has no inputs, and stays contested: it bears on nothing */
  m->supports[node] = count_supports (b, node);
  m->waits[node] -= m->supports[node];
  m->kept[node] = is_kept (b, node, m->supports[node]);
  if (m->supports[node] == 0 && !m->kept[node])
    settle (m, node, AM_LABEL_FALLEN, 1);
  else
    settle_claim (m, node, 1);
}

static void
label_all (AmLabelling *l)
{
  gsize n = l->dependencies->n_nodes + (gsize) 1, n_claims = l->dependencies->n_claims + (gsize) 1;
  g_autofree guint32 *waits = g_new0 (guint32, n), *supports = g_new0 (guint32, n_claims), *queue = g_new (guint32, n);
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
  Trial *t = l->trial = g_new0 (Trial, 1);
  gsize n = dependencies->n_nodes + (gsize) 1;

  l->dependencies = dependencies;
  l->labels = g_new0 (gint8, n);
  l->rounds = g_new0 (guint32, n);
  t->supposed = g_new0 (gboolean, n);
  t->waiting = g_new0 (gboolean, n);
  t->saved = g_array_new (FALSE, FALSE, sizeof (Saved));
  t->queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  label_all (l);
  return l;
}

void
am_labelling_free (AmLabelling *labelling)
{
  if (labelling == NULL)
    return;
  g_free (labelling->trial->supposed);
  g_free (labelling->trial->waiting);
  g_array_unref (labelling->trial->saved);
  g_array_unref (labelling->trial->queue);
  g_free (labelling->trial);
  g_free (labelling->labels);
  g_free (labelling->rounds);
  g_free (labelling);
}

/* --- suppositions --- */

/* What the inputs make of a claim or relation, those that were not settled before round @before counted as contested. */
static AmLabel
derive (const AmLabelling *l, guint32 node, guint32 before)
{
  AmIndexList inputs = am_dependencies_inputs (l->dependencies, node);
  gboolean is_claim = am_dependencies_is_claim (l->dependencies, node);
  int least = AM_LABEL_STANDING, best = AM_LABEL_FALLEN;
  guint32 supports = 0;

  for (guint32 i = 0; i < inputs.count; i++)
    {
      guint32 input = inputs.items[i];
      int value = l->rounds[input] < before ? l->labels[input] : AM_LABEL_CONTESTED;
      gboolean helps = am_dependencies_helps (l->dependencies, input);
      if (is_claim && helps)
        {
          supports++;
          best = MAX (best, value);
        }
      else
        least = MIN (least, helps ? value : -value);
    }
  if (!is_claim)
    return inputs.count > 0 ? (AmLabel) least : AM_LABEL_CONTESTED;
  return (AmLabel) MIN (least, is_kept (l->dependencies, node, supports) ? AM_LABEL_STANDING : best);
}

static void
relabel (AmLabelling *l, guint32 node, AmLabel label, guint32 round)
{
  Saved saved = { node, l->rounds[node], l->labels[node] };

  g_array_append_val (l->trial->saved, saved);
  l->labels[node] = (gint8) label;
  l->rounds[node] = round;
}

static void
enqueue (Trial *t, guint32 node)
{
  if (t->waiting[node])
    return;
  t->waiting[node] = TRUE;
  g_array_append_val (t->queue, node);
}

static void
enqueue_uses (AmLabelling *l, guint32 node)
{
  AmIndexList uses = am_dependencies_uses (l->dependencies, node);

  for (guint32 i = 0; i < uses.count; i++)
    enqueue (l->trial, uses.items[i]);
}

/* Takes back the labels that need what was taken back: which nothing that was settled earlier gives any more. Returns how many inputs were
   looked at. */
static guint32
take_back (AmLabelling *l)
{
  Trial *t = l->trial;
  guint32 work = 0;

  for (guint at = 0; at < t->queue->len; at++)
    {
      guint32 node = g_array_index (t->queue, guint32, at);
      work += am_dependencies_inputs (l->dependencies, node).count + 1;
      t->waiting[node] = FALSE;
      if (t->supposed[node] || l->labels[node] == AM_LABEL_CONTESTED || derive (l, node, l->rounds[node]) == (AmLabel) l->labels[node])
        continue;
      relabel (l, node, AM_LABEL_CONTESTED, 0);
      enqueue_uses (l, node);
    }
  return work;
}

/* What was taken back may be labelled otherwise, and so may what uses a node that fell. */
static void
enqueue_changed (AmLabelling *l, const guint32 *fallen, guint32 count)
{
  Trial *t = l->trial;
  guint taken = t->saved->len;

  g_array_set_size (t->queue, 0);
  for (guint32 i = 0; i < count; i++)
    {
      relabel (l, fallen[i], AM_LABEL_FALLEN, G_MAXUINT32 - 1);
      enqueue_uses (l, fallen[i]);
    }
  for (guint i = count; i < taken; i++)
    enqueue (t, g_array_index (t->saved, Saved, i).node);
}

/* Labels what is in the queue, and what follows. Returns how many inputs were looked at. */
static guint32
label_again (AmLabelling *l)
{
  Trial *t = l->trial;
  guint32 work = 0;

  for (guint at = 0; at < t->queue->len; at++)
    {
      guint32 node = g_array_index (t->queue, guint32, at);
      t->waiting[node] = FALSE;
      work += am_dependencies_inputs (l->dependencies, node).count + 1;
      if (l->labels[node] != AM_LABEL_CONTESTED)
        continue;
      AmLabel label = derive (l, node, G_MAXUINT32);
      if (label == AM_LABEL_CONTESTED)
        continue;
      relabel (l, node, label, G_MAXUINT32 - 1);
      enqueue_uses (l, node);
    }
  return work;
}

void
am_labelling_suppose_nothing (AmLabelling *labelling)
{
  Trial *t = labelling->trial;

  for (guint i = t->saved->len; i-- > 0;)
    {
      const Saved *saved = &g_array_index (t->saved, Saved, i);
      labelling->labels[saved->node] = saved->label;
      labelling->rounds[saved->node] = saved->round;
      t->supposed[saved->node] = FALSE;
    }
  g_array_set_size (t->saved, 0);
}

/* What a node that did not stand before it fell was good for is nothing; what one that stood was good for is taken back, then all is
   labelled that can be, so that it is the least fixpoint again. */
guint32
am_labelling_suppose (AmLabelling *labelling, const guint32 *nodes, guint32 count)
{
  Trial *t = labelling->trial;
  guint32 work = 0;

  am_labelling_suppose_nothing (labelling);
  g_array_set_size (t->queue, 0);
  for (guint32 i = 0; i < count; i++)
    {
      t->supposed[nodes[i]] = TRUE;
      relabel (labelling, nodes[i], AM_LABEL_CONTESTED, 0);
      enqueue_uses (labelling, nodes[i]);
    }
  work += take_back (labelling);
  enqueue_changed (labelling, nodes, count);
  return work + label_again (labelling);
}
