#include "reason/label.h"

#include <string.h>

typedef struct
{
  guint32 node;
  guint32 round;
  gint8 label;
} Saved;

/* The labelling of a set of nodes; the others are settled or not, and stay so. */
typedef struct _AmTrial
{
  guint32 *waits; /* per node: of a relation, the inputs without which it cannot stand; of a claim, rebuts that have not fallen */
  guint32 *supports; /* per claim: those that have not fallen */
  gboolean *kept; /* per claim: a support stands, or it needs none */
  guint32 *queue; /* nodes that are settled, in that order */
  guint32 queued;
  guint32 *stamps; /* per node: the trial in which it is labelled again */
  guint32 stamp;
  gboolean *supposed; /* per node: it counts as fallen */
  GArray *saved; /* Saved: what was before the supposition */
  GArray *cone; /* of guint32: nodes that are labelled again */
} Trial;

const char *
am_label_word (AmLabel label)
{
  return label == AM_LABEL_STANDING ? "standing" : label == AM_LABEL_CONTESTED ? "contested" : "fallen";
}

/* --- one step --- */

static void
settle (AmLabelling *l, guint32 node, AmLabel label, guint32 round)
{
  if (l->labels[node] != AM_LABEL_CONTESTED)
    return;
  l->labels[node] = (gint8) label;
  l->rounds[node] = round;
  l->trial->queue[l->trial->queued++] = node;
}

/* A claim stands once nothing that rebuts it can stand any more, if it is kept up. */
static void
settle_claim (AmLabelling *l, guint32 claim, guint32 round)
{
  if (l->trial->waits[claim] == 0 && l->trial->kept[claim])
    settle (l, claim, AM_LABEL_STANDING, round);
}

/* Tells @node what became of its input. */
static void
hear (AmLabelling *l, guint32 node, guint32 input, guint32 round)
{
  Trial *t = l->trial;
  gboolean stands = l->labels[input] == AM_LABEL_STANDING, helps = am_bearing_helps (l->bearing, input);
  gboolean is_claim = am_bearing_is_claim (l->bearing, node);

  if (is_claim && helps) /* a support: one is enough */
    {
      t->supports[node]--;
      t->kept[node] = t->kept[node] || stands;
      if (t->supports[node] == 0 && !t->kept[node])
        settle (l, node, AM_LABEL_FALLEN, round);
    }
  else if (stands != helps)
    settle (l, node, AM_LABEL_FALLEN, round);
  else
    t->waits[node]--;
  if (is_claim)
    settle_claim (l, node, round);
  else if (t->waits[node] == 0)
    settle (l, node, AM_LABEL_STANDING, round);
}

/* --- a set of nodes --- */

/* As if nothing were known of its inputs. */
static void
forget (AmLabelling *l, guint32 node)
{
  Trial *t = l->trial;
  AmIndexList inputs = am_bearing_inputs (l->bearing, node);

  l->labels[node] = AM_LABEL_CONTESTED;
  l->rounds[node] = 0;
  t->waits[node] = inputs.count;
  if (!am_bearing_is_claim (l->bearing, node))
    return;
  t->supports[node] = 0;
  for (guint32 i = 0; i < inputs.count; i++)
    t->supports[node] += am_bearing_helps (l->bearing, inputs.items[i]);
  t->waits[node] -= t->supports[node];
  const AmClaim *claim = am_map_claim (l->bearing->map, node);
  t->kept[node] = t->supports[node] == 0 ? !claim->open : claim->evidence.count > 0;
}

/* What is settled from the start. A relation that does not count stays contested: it bears on nothing. */
static void
begin (AmLabelling *l, guint32 node)
{
  Trial *t = l->trial;

  if (t->supposed[node])
    settle (l, node, AM_LABEL_FALLEN, 1);
  else if (!am_bearing_is_claim (l->bearing, node))
    return;
  else if (t->supports[node] == 0 && !t->kept[node])
    settle (l, node, AM_LABEL_FALLEN, 1);
  else
    settle_claim (l, node, 1);
}

/* Labels the nodes of the cone. */
static void
label_cone (AmLabelling *l)
{
  Trial *t = l->trial;

  t->queued = 0;
  for (guint i = 0; i < t->cone->len; i++)
    forget (l, g_array_index (t->cone, guint32, i));
  for (guint i = 0; i < t->cone->len; i++)
    begin (l, g_array_index (t->cone, guint32, i));
  for (guint i = 0; i < t->cone->len; i++)
    {
      guint32 node = g_array_index (t->cone, guint32, i);
      AmIndexList inputs = am_bearing_inputs (l->bearing, node);
      for (guint32 k = 0; k < inputs.count; k++)
        if (t->stamps[inputs.items[k]] != t->stamp && l->labels[inputs.items[k]] != AM_LABEL_CONTESTED)
          hear (l, node, inputs.items[k], 1);
    }
  for (guint32 at = 0; at < t->queued; at++)
    {
      guint32 node = t->queue[at];
      AmIndexList uses = am_bearing_uses (l->bearing, node);
      for (guint32 i = 0; i < uses.count; i++)
        hear (l, uses.items[i], node, l->rounds[node] + 1);
    }
}

static void
add_to_cone (AmLabelling *l, guint32 node)
{
  Trial *t = l->trial;

  if (t->stamps[node] == t->stamp)
    return;
  t->stamps[node] = t->stamp;
  g_array_append_val (t->cone, node);
}

static void
begin_cone (Trial *t)
{
  t->stamp++;
  g_array_set_size (t->cone, 0);
}

/* --- all of it --- */

AmLabelling *
am_labelling_new (const AmBearing *bearing)
{
  AmLabelling *l = g_new0 (AmLabelling, 1);
  Trial *t = l->trial = g_new0 (Trial, 1);
  gsize n = bearing->n_nodes + (gsize) 1;

  l->bearing = bearing;
  l->labels = g_new0 (gint8, n);
  l->rounds = g_new0 (guint32, n);
  t->waits = g_new0 (guint32, n);
  t->supports = g_new0 (guint32, bearing->n_claims + (gsize) 1);
  t->kept = g_new0 (gboolean, bearing->n_claims + (gsize) 1);
  t->queue = g_new (guint32, n);
  t->stamps = g_new0 (guint32, n);
  t->supposed = g_new0 (gboolean, n);
  t->saved = g_array_new (FALSE, FALSE, sizeof (Saved));
  t->cone = g_array_new (FALSE, FALSE, sizeof (guint32));
  begin_cone (t);
  for (guint32 node = 0; node < bearing->n_nodes; node++)
    add_to_cone (l, node);
  label_cone (l);
  return l;
}

void
am_labelling_free (AmLabelling *labelling)
{
  if (labelling == NULL)
    return;
  Trial *t = labelling->trial;
  g_free (t->waits);
  g_free (t->supports);
  g_free (t->kept);
  g_free (t->queue);
  g_free (t->stamps);
  g_free (t->supposed);
  g_array_unref (t->saved);
  g_array_unref (t->cone);
  g_free (t);
  g_free (labelling->labels);
  g_free (labelling->rounds);
  g_free (labelling);
}

/* --- suppositions --- */

void
am_labelling_suppose_nothing (AmLabelling *labelling)
{
  Trial *t = labelling->trial;

  for (guint i = 0; i < t->saved->len; i++)
    {
      const Saved *saved = &g_array_index (t->saved, Saved, i);
      labelling->labels[saved->node] = saved->label;
      labelling->rounds[saved->node] = saved->round;
      t->supposed[saved->node] = FALSE;
    }
  g_array_set_size (t->saved, 0);
}

guint32
am_labelling_suppose (AmLabelling *labelling, const guint32 *nodes, guint32 count)
{
  Trial *t = labelling->trial;

  am_labelling_suppose_nothing (labelling);
  begin_cone (t);
  for (guint32 i = 0; i < count; i++)
    {
      add_to_cone (labelling, nodes[i]);
      t->supposed[nodes[i]] = TRUE;
    }
  for (guint i = 0; i < t->cone->len; i++)
    {
      AmIndexList uses = am_bearing_uses (labelling->bearing, g_array_index (t->cone, guint32, i));
      for (guint32 k = 0; k < uses.count; k++)
        add_to_cone (labelling, uses.items[k]);
    }
  for (guint i = 0; i < t->cone->len; i++)
    {
      guint32 node = g_array_index (t->cone, guint32, i);
      Saved saved = { node, labelling->rounds[node], labelling->labels[node] };
      g_array_append_val (t->saved, saved);
    }
  label_cone (labelling);
  return t->cone->len;
}
