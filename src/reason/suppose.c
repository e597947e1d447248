#include "reason/suppose-private.h"

static gboolean
is_among (const AmSuppositions *s, guint32 node)
{
  return s->among == NULL || s->among[node] != AM_NONE;
}

/* --- labels --- */

void
am_suppose_put_aside (AmLabelling *labelling, guint32 node)
{
  AmSaved saved = { node, labelling->rounds[node], labelling->suppositions->counts[node].witness,
                    labelling->labels[node] };

  g_array_append_val (labelling->suppositions->saved, saved);
}

static void
set_label (AmLabelling *l, guint32 node, AmLabel label, guint32 round)
{
  AmSuppositions *s = l->suppositions;
  AmIndexList uses = am_dependencies_uses (l->dependencies, node);
  gboolean helps = am_dependencies_helps (l->dependencies, node);
  int before = am_inputs_value (l, node);

  l->labels[node] = (gint8) label;
  l->rounds[node] = round;
  int after = am_inputs_value (l, node);
  if (before == after)
    return;
  s->work += uses.count;
  for (guint32 i = 0; i < uses.count; i++)
    {
      guint32 user = uses.items[i];
      if (!is_among (s, user))
        continue;
      AmCounts *c = &s->counts[user];
      gboolean support = helps && am_dependencies_is_claim (l->dependencies, user);
      am_inputs_add (c, support, before, -1u);
      am_inputs_add (c, support, after, 1);
      if (l->labels[user] == AM_LABEL_UNDECIDED && after == (support ? 1 : -1))
        c->witness = node;
    }
}

static void
relabel (AmLabelling *l, guint32 node, AmLabel label, guint32 round)
{
  am_suppose_put_aside (l, node);
  set_label (l, node, label, round);
}

static void
enqueue (AmSuppositions *s, guint32 node)
{
  if (s->waiting[node] || !is_among (s, node))
    return;
  s->waiting[node] = TRUE;
  g_array_append_val (s->queue, node);
}

static void
enqueue_uses (AmLabelling *l, guint32 node)
{
  AmIndexList uses = am_dependencies_uses (l->dependencies, node);

  l->suppositions->work += uses.count;
  for (guint32 i = 0; i < uses.count; i++)
    enqueue (l->suppositions, uses.items[i]);
}

static void
take_back (AmLabelling *l, guint32 node)
{
  relabel (l, node, AM_LABEL_UNDECIDED, 0);
  enqueue_uses (l, node);
}

/* Takes back the labels that nothing gives any more which was settled earlier. */
static void
take_back_all (AmLabelling *l)
{
  AmSuppositions *s = l->suppositions;

  for (guint at = 0; at < s->queue->len; at++)
    {
      guint32 node = g_array_index (s->queue, guint32, at);
      s->waiting[node] = FALSE;
      s->work++;
      if (!s->supposed[node] && l->labels[node] != AM_LABEL_UNDECIDED && !am_inputs_give (l, node))
        take_back (l, node);
    }
  g_array_set_size (s->queue, 0);
}

/* Labels what is in the queue, and what follows. */
static void
label_again (AmLabelling *l)
{
  AmSuppositions *s = l->suppositions;

  for (guint at = 0; at < s->queue->len; at++)
    {
      guint32 node = g_array_index (s->queue, guint32, at);
      s->waiting[node] = FALSE;
      s->work++;
      if (s->supposed[node] || l->labels[node] != AM_LABEL_UNDECIDED)
        continue;
      AmCounts *c = &s->counts[node];
      AmLabel label = am_inputs_derive (l->dependencies, c, node);
      if (label == AM_LABEL_UNDECIDED)
        continue;
      relabel (l, node, label, s->next++);
      if (label == AM_LABEL_OUT ? c->failed > 0 : !c->kept)
        am_inputs_have_witness (l, node);
      else
        c->witness = AM_NONE;
      enqueue_uses (l, node);
    }
  g_array_set_size (s->queue, 0);
}

/* Once @level has changed its nodes and put into the queue what is to be looked at: makes all else
 * the least fixpoint. */
static void
settle (AmLabelling *l, const AmLevel *level)
{
  AmSuppositions *s = l->suppositions;
  guint taken;

  take_back_all (l);
  taken = s->saved->len;
  for (guint i = level->saved; i < taken; i++)
    {
      guint32 node = g_array_index (s->saved, AmSaved, i).node;
      if (i < level->saved + level->count)
        enqueue_uses (l, node);
      else
        enqueue (s, node);
    }
  if (level->replaced != AM_NONE)
    enqueue (s, level->replaced);
  label_again (l);
}

/* --- suppositions --- */

static void
prepare (AmLabelling *l)
{
  gsize n = l->dependencies->n_nodes + (gsize) 1;

  if (l->suppositions != NULL)
    return;
  AmSuppositions *s = l->suppositions = g_new0 (AmSuppositions, 1);
  s->counts = g_new0 (AmCounts, n);
  s->supposed = g_new0 (guint8, n);
  s->waiting = g_new0 (guint8, n);
  s->saved = g_array_new (FALSE, FALSE, sizeof (AmSaved));
  s->levels = g_array_new (FALSE, FALSE, sizeof (AmLevel));
  s->queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->first = s->next = 2 * l->dependencies->n_nodes
                     + 3; /* a round for each level, above all those of the labelling */
  for (guint32 node = 0; node < l->dependencies->n_nodes; node++)
    am_inputs_begin (l, node);
}

void
am_suppose_free (AmSuppositions *suppositions)
{
  if (suppositions == NULL)
    return;
  g_free (suppositions->counts);
  g_free (suppositions->supposed);
  g_free (suppositions->waiting);
  g_array_unref (suppositions->saved);
  g_array_unref (suppositions->levels);
  g_array_unref (suppositions->queue);
  g_free (suppositions);
}

/* What has the label already, and has given others theirs, keeps its round. */
static void
suppose_node (AmLabelling *l, guint32 node, AmLabel label)
{
  AmSuppositions *s = l->suppositions;
  guint32 round = s->first - 1 - s->levels->len;

  g_assert (s->levels->len <= l->dependencies->n_nodes);
  s->supposed[node] = TRUE;
  relabel (l, node, label, (int) label == l->labels[node] ? MIN (round, l->rounds[node]) : round);
  enqueue_uses (l, node);
}

guint64
am_suppose (AmLabelling *labelling, const guint32 *nodes, guint32 count, AmLabel label)
{
  prepare (labelling);
  AmSuppositions *s = labelling->suppositions;
  AmLevel level = { .saved = s->saved->len, .next = s->next, .replaced = AM_NONE };

  s->work = 0;
  for (guint32 i = 0; i < count; i++)
    if (!s->supposed[nodes[i]])
      {
        suppose_node (labelling, nodes[i], label);
        level.count++;
      }
  g_array_append_val (s->levels, level);
  settle (labelling, &level);
  return s->work;
}

/* Whether @node, which was supposed, has its label from its inputs now that @input is supposed,
   which gets a lower round. Else it may have it from what it has given itself. */
static gboolean
keeps_label (AmLabelling *l, const AmLevel *level, guint32 node, guint32 input)
{
  AmCounts *c = &l->suppositions->counts[node];
  gboolean support = am_inputs_support (l->dependencies, node, input);

  c->witness = AM_NONE;
  if (am_inputs_value (l, input) == l->labels[node] && support == (l->labels[node] == AM_LABEL_IN))
    c->witness = input;
  if (l->labels[node] == AM_LABEL_OUT)
    return c->witness != AM_NONE
        || (!c->kept && c->out == c->supports && level->late_supports == 0);
  return c->met == am_inputs_demands (l->dependencies, c, node) && level->late_demands == 0
      && (c->kept || am_inputs_have_witness (l, node));
}

guint64
am_suppose_instead (AmLabelling *labelling, guint32 node, AmLabel label)
{
  AmSuppositions *s = labelling->suppositions;
  AmLevel *last = &g_array_index (s->levels, AmLevel, s->levels->len - 1);
  guint32 replaced = g_array_index (s->saved, AmSaved, last->saved).node;
  AmLevel level = { .saved = s->saved->len, .count = 1, .next = s->next, .replaced = replaced };
  gboolean was_late = labelling->labels[node] != AM_LABEL_UNDECIDED
                   && labelling->rounds[node] >= labelling->rounds[replaced];

  g_assert (last->count == 1 && node != replaced);
  s->work = 0;
  suppose_node (labelling, node, label);
  if (was_late
      || !last->told) /* of one that was late itself the numbers without it are not worth keeping */
    am_inputs_count_late (labelling, replaced, &last->late_demands, &last->late_supports);
  last->told = !was_late;
  s->supposed[replaced] = FALSE;
  if (labelling->labels[replaced] != AM_LABEL_UNDECIDED
      && !keeps_label (labelling, last, replaced, node))
    take_back (labelling, replaced);
  g_array_append_val (s->levels, level);
  settle (labelling, &level);
  return s->work;
}

void
am_suppose_back (AmLabelling *labelling)
{
  AmSuppositions *s = labelling->suppositions;
  AmLevel level = g_array_index (s->levels, AmLevel, s->levels->len - 1);

  for (guint i = s->saved->len; i-- > level.saved;)
    {
      const AmSaved *saved = &g_array_index (s->saved, AmSaved, i);
      set_label (labelling, saved->node, (AmLabel) saved->label, saved->round);
      s->counts[saved->node].witness = saved->witness;
      if (i < level.saved + level.count)
        s->supposed[saved->node] = FALSE;
    }
  if (level.replaced != AM_NONE)
    s->supposed[level.replaced] = TRUE;
  s->next = level.next;
  g_array_set_size (s->saved, level.saved);
  g_array_set_size (s->levels, s->levels->len - 1);
}

AmLabel
am_suppose_foresee (AmLabelling *labelling, guint32 user, guint32 node, AmLabel label)
{
  prepare (labelling);
  AmCounts c = labelling->suppositions->counts[user];
  gboolean support = am_inputs_support (labelling->dependencies, user, node);
  gboolean helps = am_dependencies_helps (labelling->dependencies, node);
  int before = am_inputs_value (labelling, node), after = helps ? (int) label : -(int) label;

  am_inputs_add (&c, support, before, -1u);
  am_inputs_add (&c, support, after, 1);
  return am_inputs_derive (labelling->dependencies, &c, user);
}

void
am_suppose_among (AmLabelling *labelling, const guint32 *steps)
{
  prepare (labelling);
  g_assert (labelling->suppositions->levels->len == 0);
  labelling->suppositions->among = steps;
}

guint
am_suppose_depth (const AmLabelling *labelling)
{
  return labelling->suppositions->saved->len;
}

/* --- counting nodes as out --- */

void
am_labelling_suppose_nothing (AmLabelling *labelling)
{
  while (labelling->suppositions != NULL && labelling->suppositions->levels->len > 0)
    am_suppose_back (labelling);
}

guint64
am_labelling_suppose (AmLabelling *labelling, const guint32 *nodes, guint32 count)
{
  am_labelling_suppose_nothing (labelling);
  return am_suppose (labelling, nodes, count, AM_LABEL_OUT);
}
