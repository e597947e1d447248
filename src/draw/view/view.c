#include "draw/view/view.h"

#include "draw/view/reach.h"
#include "model/walk.h"

/* --- what bears on a claim, in one step --- */

typedef void (*ClaimVisitor) (guint32 claim, gpointer data);

static void
visit_tails (const AmMap *map, guint32 index, ClaimVisitor visit, gpointer data)
{
  const AmRelation *relation = am_map_relation (map, index);

  visit (relation->from, data);
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      guint32 premise = am_map_ref (map, relation->with.start + i)->index;
      if (premise != AM_NONE)
        visit (premise, data);
    }
}

/* What supports or denies the claim, and what undercuts the relations that it carries. */
static void
visit_below (const AmMap *map, guint32 claim, ClaimVisitor visit, gpointer data)
{
  AmIndexList incoming = am_map_incoming (map, claim);
  AmRange own = am_map_claim (map, claim)->relations;

  for (guint32 i = 0; i < incoming.count; i++)
    visit_tails (map, incoming.items[i], visit, data);
  for (guint32 i = 0; i < own.count; i++)
    {
      AmIndexList undercutters = am_map_undercutters (map, own.start + i);
      for (guint32 k = 0; k < undercutters.count; k++)
        visit_tails (map, undercutters.items[k], visit, data);
    }
}

static void
visit_above (const AmMap *map, guint32 claim, ClaimVisitor visit, gpointer data)
{
  AmSteps steps;
  guint32 relation, head;

  am_steps_init (&steps, map, claim, AM_WALK_ALL);
  while (am_steps_next (&steps, &relation, &head))
    visit (head, data);
}

/* --- how many steps away --- */

static gboolean
is_in_part (const AmColumns *columns, const AmViewChoice *choice, guint32 claim)
{
  if (choice->leftovers)
    return !columns->is_thesis[columns->part[claim]];
  return choice->part == AM_NONE || columns->part[claim] == choice->part;
}

typedef struct
{
  guint *steps; /* per claim; AM_DRAW_ALL while it was not reached */
  guint now;
  GArray *queue;
} Distance;

static void
reach (guint32 claim, gpointer data)
{
  Distance *distance = data;

  if (distance->steps[claim] != AM_DRAW_ALL)
    return;
  distance->steps[claim] = distance->now;
  g_array_append_val (distance->queue, claim);
}

/* A thesis; of leftovers, which have none, what stands at the end of its part. */
static gboolean
is_goal (const AmColumns *columns, const AmViewChoice *choice, guint32 claim)
{
  return (choice->leftovers ? columns->part[claim] == claim : columns->is_thesis[claim])
      && is_in_part (columns, choice, claim);
}

/* Steps of every claim to the focus or the nearest thesis; what bears on none is AM_DRAW_ALL away.
 * Free with g_free(). */
static guint *
measure (const AmMap *map, const AmColumns *columns, const AmViewChoice *choice)
{
  guint32 n = map->claims->len, focus = choice->choice.focus;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Distance distance = { g_new (guint, (gsize) n + 1), 0, queue };

  for (guint32 i = 0; i < n; i++)
    distance.steps[i] = AM_DRAW_ALL;
  for (guint32 i = 0; i < n; i++)
    if (focus != AM_NONE ? i == focus : is_goal (columns, choice, i))
      reach (i, &distance);
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 claim = g_array_index (queue, guint32, i);
      distance.now = distance.steps[claim] + 1;
      visit_below (map, claim, reach, &distance);
    }
  return distance.steps;
}

/* --- what is chosen --- */

gboolean
am_view_chooses_all (const AmDrawChoice *choice)
{
  return choice->focus == AM_NONE && choice->depth == AM_DRAW_ALL
      && am_filter_takes_all (&choice->filter);
}

typedef struct
{
  AmView *view;
  guint32 part; /* what belongs elsewhere is not shown; AM_NONE for nothing */
  GArray *queue;
  gboolean *followed; /* per relation: what it needs has been shown */
} Filling;

static void
show (guint32 claim, gpointer data)
{
  Filling *filling = data;

  if (claim == AM_NONE || filling->view->shown[claim]
      || (filling->part != AM_NONE && filling->view->columns->part[claim] != filling->part))
    return;
  filling->view->shown[claim] = TRUE;
  g_array_append_val (filling->queue, claim);
}

/* What a relation needs so that it can be drawn: what it leads to, whole, and the premises that it
 * is linked with. */
static void
show_what_it_needs (Filling *filling, guint32 index)
{
  const AmMap *map = filling->view->scene->map;

  while (index != AM_NONE && !filling->followed[index]) /* undercuts can go round in circles */
    {
      filling->followed[index] = TRUE;
      visit_tails (map, index, show, filling);
      show (am_map_relation (map, index)->to.index, filling);
      index = am_map_relation (map, index)->to_relation;
    }
}

/* Nothing floats: the way from each claim to its thesis is shown too. */
static void
show_the_way (Filling *filling)
{
  for (guint i = 0; i < filling->queue->len; i++)
    show_what_it_needs (
        filling, filling->view->columns->ranking[g_array_index (filling->queue, guint32, i)]);
}

static gboolean
lets_through (const AmMap *map, const AmColumns *columns, const AmViewChoice *choice,
              const guint *steps, guint32 claim)
{
  gboolean near = steps[claim] <= choice->choice.depth
               && (choice->choice.focus == AM_NONE || steps[claim] != AM_DRAW_ALL);
  return near && is_in_part (columns, choice, claim)
      && am_filter_takes (&choice->choice.filter, map, claim);
}

gboolean
am_view_chooses_any (const AmMap *map, const AmColumns *columns, const AmViewChoice *choice)
{
  g_autofree guint *steps = measure (map, columns, choice);

  for (guint32 i = 0; i < map->claims->len; i++)
    if (lets_through (map, columns, choice, steps, i))
      return TRUE;
  return FALSE;
}

static void
choose (AmView *view, const AmViewChoice *choice)
{
  const AmMap *map = view->scene->map;
  g_autofree guint *steps = measure (map, view->columns, choice);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *followed = g_new0 (gboolean, (gsize) map->relations->len + 1);
  Filling filling = { view, choice->part, queue, followed };
  guint32 focus = choice->choice.focus;

  for (guint32 i = 0; i < map->claims->len; i++)
    if (lets_through (map, view->columns, choice, steps, i) || i == focus
        || (focus == AM_NONE && is_goal (view->columns, choice, i)))
      show (i, &filling);
  show_the_way (&filling);
}

/* --- which relations can be drawn --- */

/* Whether a claim, AM_NONE or shown, can be drawn together with @other. */
static gboolean
is_at_hand (const AmView *view, guint32 claim, guint32 other)
{
  return claim == AM_NONE
      || (view->shown[claim]
          && (!view->apart || view->columns->part[claim] == view->columns->part[other]));
}

static gboolean
is_whole (const AmView *view, guint32 index)
{
  const AmMap *map = view->scene->map;
  const AmRelation *relation = am_map_relation (map, index);
  guint32 from = relation->from;

  if (!view->shown[from] || !is_at_hand (view, am_walk_head (map, relation), from))
    return FALSE;
  for (guint32 i = 0; i < relation->with.count; i++)
    if (!is_at_hand (view, am_map_ref (map, relation->with.start + i)->index, from))
      return FALSE;
  return TRUE;
}

/* Whether a premise of the relation, or what it leads to, is of another part than its carrier. */
static gboolean
crosses_parts (const AmView *view, const AmRelation *relation)
{
  const AmMap *map = view->scene->map;
  const guint32 *part = view->columns->part;
  guint32 own = part[relation->from], head = am_walk_head (map, relation);

  if (head != AM_NONE && part[head] != own)
    return TRUE;
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      guint32 premise = am_map_ref (map, relation->with.start + i)->index;
      if (premise != AM_NONE && part[premise] != own)
        return TRUE;
    }
  return FALSE;
}

/* Those that do, and what undercuts them, however deep. */
static void
find_crossing (AmView *view)
{
  const AmMap *map = view->scene->map;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->relations->len; i++)
    if (crosses_parts (view, am_map_relation (map, i)))
      {
        view->crossing[i] = TRUE;
        g_array_append_val (queue, i);
      }
  for (guint next = 0; next < queue->len; next++)
    {
      AmIndexList undercutters = am_map_undercutters (map, g_array_index (queue, guint32, next));
      for (guint32 k = 0; k < undercutters.count; k++)
        if (!view->crossing[undercutters.items[k]])
          {
            view->crossing[undercutters.items[k]] = TRUE;
            g_array_append_val (queue, undercutters.items[k]);
          }
    }
}

gboolean
am_view_leads_elsewhere (const AmView *view, guint32 index)
{
  const AmRelation *relation = am_map_relation (view->scene->map, index);
  guint32 head = am_walk_head (view->scene->map, relation);

  return !view->drawn[index] && head != AM_NONE
      && (view->shown[head] || view->shown[relation->from]) && view->crossing[index];
}

/* An undercut needs the relation that it attacks. Those are found from the ends, which are no
 * undercuts. */
static void
find_drawn (AmView *view)
{
  const AmMap *map = view->scene->map;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->relations->len; i++)
    if (am_map_relation (map, i)->to_relation == AM_NONE && is_whole (view, i))
      {
        view->drawn[i] = TRUE;
        g_array_append_val (queue, i);
      }
  for (guint i = 0; i < queue->len; i++)
    {
      AmIndexList undercutters = am_map_undercutters (map, g_array_index (queue, guint32, i));
      for (guint32 k = 0; k < undercutters.count; k++)
        if (!view->drawn[undercutters.items[k]] && is_whole (view, undercutters.items[k]))
          {
            view->drawn[undercutters.items[k]] = TRUE;
            g_array_append_val (queue, undercutters.items[k]);
          }
    }
}

/* A relation between two cards that are there is not left out for want of a premise. */
static void
complete_links (AmView *view, const AmViewChoice *choice)
{
  const AmMap *map = view->scene->map;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *followed = g_new0 (gboolean, (gsize) map->relations->len + 1);
  Filling filling = { view, choice->part, queue, followed };
  guint before;

  do
    {
      before = queue->len;
      for (guint32 i = 0; i < map->relations->len; i++)
        {
          const AmRelation *relation = am_map_relation (map, i);
          guint32 head = am_walk_head (map, relation);
          if (relation->with.count > 0 && view->shown[relation->from] && head != AM_NONE
              && view->shown[head])
            visit_tails (map, i, show, &filling);
        }
      show_the_way (&filling);
    }
  while (queue->len > before);
}

/* --- what is cut off --- */

/* Counting from every card alone is quadratic; beyond so many steps only what is next to a card is
 * counted. */
#define MOST_STEPS 20000000

typedef struct
{
  const AmView *view;
  guint32 *stamps; /* per claim: for which card it was counted last */
  guint32 stamp;
  gboolean by_part;
  guint32 part; /* that is counted; AM_NONE for all */
  GArray *queue;
  guint64 steps;
} Count;

static void
count_hidden (guint32 claim, gpointer data)
{
  Count *count = data;

  count->steps++;
  if (count->view->shown[claim] || count->stamps[claim] == count->stamp
      || (count->part != AM_NONE && count->view->columns->part[claim] != count->part))
    return;
  count->stamps[claim] = count->stamp;
  g_array_append_val (count->queue, claim);
}

static guint32
count_from (Count *count, guint32 claim,
            void (*walk) (const AmMap *map, guint32 claim, ClaimVisitor visit, gpointer data))
{
  count->stamp++;
  count->part = count->by_part ? count->view->columns->part[claim] : AM_NONE;
  g_array_set_size (count->queue, 0);
  walk (count->view->scene->map, claim, count_hidden, count);
  for (guint i = 0; i < count->queue->len && count->steps < MOST_STEPS; i++)
    walk (count->view->scene->map, g_array_index (count->queue, guint32, i), count_hidden, count);
  return count->queue->len;
}

static void
count_cut_off (AmView *view, gboolean by_part)
{
  guint32 n = view->scene->map->claims->len;
  g_autofree guint32 *stamps = g_new0 (guint32, (gsize) n + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Count count = { view, stamps, 0, by_part, AM_NONE, queue, 0 };

  for (guint32 i = 0; i < n; i++)
    view->n_shown += view->shown[i];
  for (guint32 i = 0; i < n && view->n_shown < n; i++)
    if (view->shown[i])
      {
        view->below[i] = count_from (&count, i, visit_below);
        view->above[i] = count_from (&count, i, visit_above);
      }
}

void
am_view_init (AmView *view, const AmScene *scene, const AmColumns *columns,
              const AmViewChoice *choice)
{
  const AmMap *map = scene->map;
  gsize n = (gsize) map->claims->len + 1, m = (gsize) map->relations->len + 1;

  *view = (AmView){ .scene = scene,
                    .columns = columns,
                    .focus = choice->choice.focus,
                    .apart = choice->apart,
                    .pictured = choice->pictured,
                    .shown = g_new0 (gboolean, n),
                    .drawn = g_new0 (gboolean, m),
                    .crossing = g_new0 (gboolean, m),
                    .below = g_new0 (guint32, n),
                    .above = g_new0 (guint32, n) };
  if (choice->part == AM_NONE && !choice->leftovers && am_view_chooses_all (&choice->choice))
    for (guint32 i = 0; i < map->claims->len; i++)
      view->shown[i] = TRUE;
  else
    {
      choose (view, choice);
      complete_links (view, choice);
    }
  find_drawn (view);
  if (view->apart)
    find_crossing (view);
  count_cut_off (view, choice->apart || choice->by_part);
  am_reach_bound (view);
}

void
am_view_clear (AmView *view)
{
  g_clear_pointer (&view->shown, g_free);
  g_clear_pointer (&view->drawn, g_free);
  g_clear_pointer (&view->crossing, g_free);
  g_clear_pointer (&view->below, g_free);
  g_clear_pointer (&view->above, g_free);
}

GArray *
am_view_count_steps (const AmMap *map, const AmColumns *columns, const AmViewChoice *choice)
{
  g_autofree guint *steps = measure (map, columns, choice);
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      if (steps[i] == AM_DRAW_ALL || !is_in_part (columns, choice, i))
        continue;
      if (steps[i] >= counts->len)
        g_array_set_size (counts, steps[i] + 1);
      g_array_index (counts, guint, steps[i])++;
    }
  return counts;
}
