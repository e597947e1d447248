#include "draw/sheet.h"

#include "model/walk.h"

#include <string.h>

/* --- which column a card stands in --- */

static gboolean
is_resolved (const AmRelation *relation)
{
  return relation->kind == AM_RELATION_UNDERCUT ? relation->to_relation != AM_NONE : relation->to.index != AM_NONE;
}

/* The first relation that a claim carries; of one that is only ever a linked premise, the first of those. */
static guint32
find_ranking (const AmMap *map, guint32 claim)
{
  AmRange own = am_map_claim (map, claim)->relations;

  for (guint32 i = 0; i < own.count; i++)
    if (is_resolved (am_map_relation (map, own.start + i)))
      return own.start + i;
  AmIndexList linked = am_map_linked (map, claim);
  for (guint32 i = 0; i < linked.count; i++)
    if (is_resolved (am_map_relation (map, linked.items[i])))
      return linked.items[i];
  return AM_NONE;
}

/* A resolution stays in the first column, whatever it answers itself. */
static void
find_theses (AmSheet *sheet)
{
  const AmMap *map = sheet->map;
  g_autoptr (GArray) theses = am_walk_theses (map);

  for (guint i = 0; i < theses->len; i++)
    sheet->is_thesis[g_array_index (theses, guint32, i)] = TRUE;
  for (guint32 i = 0; i < map->claims->len; i++)
    sheet->ranking[i] = sheet->is_thesis[i] && map->resolutions.count > 0 ? AM_NONE : find_ranking (map, i);
}

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

/* Steps of every claim to the focus or the nearest thesis; what bears on none is AM_DRAW_ALL away. Free with g_free(). */
static guint *
measure (const AmSheet *sheet, guint32 focus)
{
  guint32 n = sheet->map->claims->len;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Distance distance = { g_new (guint, (gsize) n + 1), 0, queue };

  for (guint32 i = 0; i < n; i++)
    distance.steps[i] = AM_DRAW_ALL;
  for (guint32 i = 0; i < n; i++)
    if (focus != AM_NONE ? i == focus : sheet->is_thesis[i])
      reach (i, &distance);
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 claim = g_array_index (queue, guint32, i);
      distance.now = distance.steps[claim] + 1;
      visit_below (sheet->map, claim, reach, &distance);
    }
  return distance.steps;
}

/* --- what is chosen --- */

static gboolean
asserts (const AmMap *map, const AmClaim *claim, guint32 stakeholder)
{
  for (guint32 i = 0; i < claim->by.count; i++)
    if (am_map_ref (map, claim->by.start + i)->index == stakeholder)
      return TRUE;
  return FALSE;
}

static gboolean
has_tag (const AmMap *map, const AmClaim *claim, const char *tag)
{
  for (guint32 i = 0; i < claim->tags.count; i++)
    if (g_str_equal (*am_map_string (map, claim->tags.start + i), tag))
      return TRUE;
  return FALSE;
}

static gboolean
matches (const AmMap *map, const AmClaim *claim, const AmDrawChoice *choice)
{
  return (choice->stakeholder == AM_NONE || asserts (map, claim, choice->stakeholder))
         && (choice->tag == NULL || has_tag (map, claim, choice->tag)) && (choice->issue == 0 || claim->issue == choice->issue)
         && (choice->kind == 0 || claim->kind == choice->kind);
}

static gboolean
chooses_all (const AmDrawChoice *choice)
{
  return choice->focus == AM_NONE && choice->depth == AM_DRAW_ALL && choice->stakeholder == AM_NONE && choice->tag == NULL
         && choice->issue == 0 && choice->kind == 0;
}

typedef struct
{
  AmSheet *sheet;
  GArray *queue;
} Filling;

static void
show (guint32 claim, gpointer data)
{
  Filling *filling = data;

  if (claim == AM_NONE || filling->sheet->shown[claim])
    return;
  filling->sheet->shown[claim] = TRUE;
  g_array_append_val (filling->queue, claim);
}

/* What a relation needs so that it can be drawn: what it leads to, whole, and the premises that it is linked with. */
static void
show_what_it_needs (Filling *filling, guint32 index)
{
  const AmMap *map = filling->sheet->map;

  while (index != AM_NONE)
    {
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
    show_what_it_needs (filling, filling->sheet->ranking[g_array_index (filling->queue, guint32, i)]);
}

static void
choose (AmSheet *sheet, const AmDrawChoice *choice)
{
  const AmMap *map = sheet->map;
  g_autofree guint *steps = measure (sheet, choice->focus);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Filling filling = { sheet, queue };

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      gboolean near = steps[i] <= choice->depth && (choice->focus == AM_NONE || steps[i] != AM_DRAW_ALL);
      if ((near && matches (map, am_map_claim (map, i), choice)) || i == choice->focus
          || (sheet->is_thesis[i] && choice->focus == AM_NONE))
        show (i, &filling);
    }
  show_the_way (&filling);
}

/* --- which relations can be drawn --- */

static gboolean
is_whole (const AmSheet *sheet, guint32 index)
{
  const AmMap *map = sheet->map;
  const AmRelation *relation = am_map_relation (map, index);

  if (!sheet->shown[relation->from] || (relation->to.index != AM_NONE && !sheet->shown[relation->to.index]))
    return FALSE;
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      guint32 premise = am_map_ref (map, relation->with.start + i)->index;
      if (premise != AM_NONE && !sheet->shown[premise])
        return FALSE;
    }
  return TRUE;
}

/* An undercut needs the relation that it attacks. Those are found from the ends, which are no undercuts. */
static void
find_drawn (AmSheet *sheet)
{
  const AmMap *map = sheet->map;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->relations->len; i++)
    if (am_map_relation (map, i)->to_relation == AM_NONE && is_whole (sheet, i))
      {
        sheet->drawn[i] = TRUE;
        g_array_append_val (queue, i);
      }
  for (guint i = 0; i < queue->len; i++)
    {
      AmIndexList undercutters = am_map_undercutters (map, g_array_index (queue, guint32, i));
      for (guint32 k = 0; k < undercutters.count; k++)
        if (!sheet->drawn[undercutters.items[k]] && is_whole (sheet, undercutters.items[k]))
          {
            sheet->drawn[undercutters.items[k]] = TRUE;
            g_array_append_val (queue, undercutters.items[k]);
          }
    }
}

/* A relation between two cards that are there is not left out for want of a premise. */
static void
complete_links (AmSheet *sheet)
{
  const AmMap *map = sheet->map;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Filling filling = { sheet, queue };
  guint before;

  do
    {
      before = queue->len;
      for (guint32 i = 0; i < map->relations->len; i++)
        {
          const AmRelation *relation = am_map_relation (map, i);
          guint32 head = am_walk_head (map, relation);
          if (relation->with.count > 0 && sheet->shown[relation->from] && head != AM_NONE && sheet->shown[head])
            visit_tails (map, i, show, &filling);
        }
      show_the_way (&filling);
    }
  while (queue->len > before);
}

/* --- what is cut off --- */

/* Counting from every card alone is quadratic; beyond so many steps only what is next to a card is counted. */
#define MOST_STEPS 20000000

typedef struct
{
  const AmSheet *sheet;
  guint32 *stamps; /* per claim: for which card it was counted last */
  guint32 stamp;
  GArray *queue;
  guint64 steps;
} Count;

static void
count_hidden (guint32 claim, gpointer data)
{
  Count *count = data;

  count->steps++;
  if (count->sheet->shown[claim] || count->stamps[claim] == count->stamp)
    return;
  count->stamps[claim] = count->stamp;
  g_array_append_val (count->queue, claim);
}

static guint32
count_from (Count *count, guint32 claim, void (*walk) (const AmMap *map, guint32 claim, ClaimVisitor visit, gpointer data))
{
  count->stamp++;
  g_array_set_size (count->queue, 0);
  walk (count->sheet->map, claim, count_hidden, count);
  for (guint i = 0; i < count->queue->len && count->steps < MOST_STEPS; i++)
    walk (count->sheet->map, g_array_index (count->queue, guint32, i), count_hidden, count);
  return count->queue->len;
}

static void
count_cut_off (AmSheet *sheet)
{
  guint32 n = sheet->map->claims->len;
  g_autofree guint32 *stamps = g_new0 (guint32, (gsize) n + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Count count = { sheet, stamps, 0, queue, 0 };

  for (guint32 i = 0; i < n; i++)
    sheet->n_shown += sheet->shown[i];
  for (guint32 i = 0; i < n && sheet->n_shown < n; i++)
    if (sheet->shown[i])
      {
        sheet->below[i] = count_from (&count, i, visit_below);
        sheet->above[i] = count_from (&count, i, visit_above);
      }
}

void
am_sheet_init (AmSheet *sheet, const AmMap *map, const AmDrawChoice *choice)
{
  gsize n = (gsize) map->claims->len + 1, m = (gsize) map->relations->len + 1;

  *sheet = (AmSheet) { .map = map, .is_thesis = g_new0 (gboolean, n), .ranking = g_new (guint32, n), .shown = g_new0 (gboolean, n),
                       .drawn = g_new0 (gboolean, m), .below = g_new0 (guint32, n), .above = g_new0 (guint32, n) };
  find_theses (sheet);
  if (chooses_all (choice))
    for (guint32 i = 0; i < map->claims->len; i++)
      sheet->shown[i] = TRUE;
  else
    {
      choose (sheet, choice);
      complete_links (sheet);
    }
  find_drawn (sheet);
  count_cut_off (sheet);
}

void
am_sheet_clear (AmSheet *sheet)
{
  g_clear_pointer (&sheet->is_thesis, g_free);
  g_clear_pointer (&sheet->ranking, g_free);
  g_clear_pointer (&sheet->shown, g_free);
  g_clear_pointer (&sheet->drawn, g_free);
  g_clear_pointer (&sheet->below, g_free);
  g_clear_pointer (&sheet->above, g_free);
}
