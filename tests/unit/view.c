/* draw/view: what a picture shows of random maps, against plain reachability. */

#include "draw/view/view.h"
#include "maps.h"
#include "model/walk.h"

/* --- who bears on whom, by going through every relation --- */

typedef struct
{
  guint32 n;
  guint *steps; /* n × n: steps from a claim up to another; G_MAXUINT16 for none */
} Distances;

static guint *
cell (const Distances *d, guint32 from, guint32 to)
{
  return &d->steps[(gsize) from * d->n + to];
}

static void
distances_clear (Distances *d)
{
  g_free (d->steps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Distances, distances_clear)

static void
set_step (const Distances *d, const AmMap *map, guint32 from, const AmRelation *relation)
{
  guint32 head = am_walk_head (map, relation);
  if (from != AM_NONE && head != AM_NONE && head != from)
    *cell (d, from, head) = 1;
}

/* Floyd and Warshall. @forbidden, or NULL: the claims that may not be passed on the way. */
static Distances
measure_all (const AmMap *map, const gboolean *forbidden)
{
  Distances d = { map->claims->len,
                  g_new (guint, (gsize) map->claims->len * map->claims->len + 1) };

  for (guint32 i = 0; i < d.n * d.n; i++)
    d.steps[i] = i % (d.n + 1) == 0 ? 0 : G_MAXUINT16;
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      set_step (&d, map, relation->from, relation);
      for (guint32 k = 0; k < relation->with.count; k++)
        set_step (&d, map, am_map_ref (map, relation->with.start + k)->index, relation);
    }
  for (guint32 k = 0; k < d.n; k++)
    if (forbidden == NULL || !forbidden[k])
      for (guint32 i = 0; i < d.n; i++)
        for (guint32 j = 0; j < d.n; j++)
          *cell (&d, i, j) = MIN (*cell (&d, i, j), *cell (&d, i, k) + *cell (&d, k, j));
  return d;
}

static guint
steps_to_goal (const Distances *d, const AmView *view, guint32 claim, guint32 focus)
{
  guint least = G_MAXUINT16;

  for (guint32 i = 0; i < d->n; i++)
    if (focus != AM_NONE ? i == focus : view->columns->is_thesis[i])
      least = MIN (least, *cell (d, claim, i));
  return least;
}

/* --- what must hold of every view --- */

static void
check_relations (const AmView *view)
{
  const AmMap *map = view->scene->map;

  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      gboolean whole = view->shown[relation->from]
                    && (relation->to.index == AM_NONE || view->shown[relation->to.index])
                    && (relation->to_relation == AM_NONE || view->drawn[relation->to_relation]);
      for (guint32 k = 0; k < relation->with.count; k++)
        {
          guint32 premise = am_map_ref (map, relation->with.start + k)->index;
          whole = whole && (premise == AM_NONE || view->shown[premise]);
        }
      UNIT_EXPECT (view->drawn[i] == whole, "relation %u is %sdrawn", i,
                   view->drawn[i] ? "" : "not ");
    }
}

/* The way from a card to its thesis, or to where it goes round. */
static void
check_ways (const AmView *view)
{
  for (guint32 i = 0; i < view->scene->map->claims->len; i++)
    UNIT_EXPECT (!view->shown[i] || view->columns->ranking[i] == AM_NONE
                     || view->drawn[view->columns->ranking[i]],
                 "claim %u is shown without its way", i);
}

static void
check_counts (const AmView *view)
{
  const AmMap *map = view->scene->map;
  g_auto (Distances) hidden = measure_all (map, view->shown);

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      guint below = 0, above = 0;
      for (guint32 k = 0; k < map->claims->len && view->shown[i]; k++)
        {
          below += !view->shown[k] && *cell (&hidden, k, i) < G_MAXUINT16;
          above += !view->shown[k] && *cell (&hidden, i, k) < G_MAXUINT16;
        }
      UNIT_EXPECT (view->below[i] == below && view->above[i] == above,
                   "claim %u: +%u and +%u, not +%u and +%u", i, view->below[i], view->above[i],
                   below, above);
    }
}

/* --- columns --- */

/* Where the rankings of @claim and of what comes after it lead in @steps; AM_NONE where they end
 * before. */
static guint32
follow_rankings (const AmColumns *columns, const AmMap *map, guint32 claim, guint32 steps)
{
  for (; claim != AM_NONE && steps > 0; steps--)
    claim = columns->ranking[claim] != AM_NONE
              ? am_walk_head (map, am_map_relation (map, columns->ranking[claim]))
              : AM_NONE;
  return claim;
}

/* Of each circle of rankings one claim closes it, and nobody else does: without what closes them
 * all rankings end. */
static guint
check_circles (const AmMap *map, const AmColumns *columns)
{
  guint32 n = map->claims->len;
  guint circles = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 length = 1;
      guint closing = columns->closes[i];
      while (length <= n && follow_rankings (columns, map, i, length) != i)
        {
          guint32 passed = follow_rankings (columns, map, i, length++);
          closing += passed != AM_NONE && columns->closes[passed];
        }
      if (length > n)
        UNIT_EXPECT (!columns->closes[i], "claim %u is in no circle, and closes one", i);
      else
        UNIT_EXPECT (closing == 1, "the circle of claim %u is closed %u times", i, closing);
      circles += length <= n;
    }
  return circles;
}

static guint
check_choice (const AmMap *map, const AmDrawChoice *choice)
{
  g_auto (AmColumns) columns = { 0 };
  g_auto (AmView) view = { 0 };
  g_auto (Distances) d = measure_all (map, NULL);
  AmViewChoice whole = { .choice = *choice, .part = AM_NONE };

  am_columns_init (&columns, map);
  AmScene scene = { .map = map };
  am_view_init (&view, &scene, &columns, &whole);
  check_relations (&view);
  check_ways (&view);
  check_counts (&view);
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      guint steps = steps_to_goal (&d, &view, i, choice->focus);
      gboolean chosen = choice->focus == AM_NONE && choice->depth == AM_DRAW_ALL
                          ? TRUE
                          : steps < G_MAXUINT16 && steps <= choice->depth;
      UNIT_EXPECT (!chosen || view.shown[i], "claim %u is chosen, and not shown", i);
    }
  return map->claims->len - view.n_shown;
}

static void
test_random (gconstpointer data)
{
  const TestPlan *pagination = data;
  guint left_out = 0, circles = 0;

  for (guint seed = 1; seed <= 400; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) t = test_map_new (random, pagination);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = test_map_load (t, &loaded);
      AmDrawChoice choice = AM_DRAW_EVERYTHING;

      g_auto (AmColumns) columns = { 0 };
      am_columns_init (&columns, map);
      circles += check_circles (map, &columns);
      UNIT_EXPECT (check_choice (map, &choice) == 0, "something of everything is left out");
      choice.depth = unit_below (random, 4);
      left_out += check_choice (map, &choice);
      choice.focus = map->claims->len > 0 ? unit_below (random, map->claims->len) : AM_NONE;
      left_out += check_choice (map, &choice);
      choice.depth = AM_DRAW_ALL;
      left_out += check_choice (map, &choice);
    }
  g_assert_cmpuint (left_out, >, 400); /* it was no test of nothing */
  g_assert_cmpuint (circles, >, 10);
}

static const TestPlan sparse = {
  .claims = 12, .supports = 1, .rebuts = 1, .undercuts = 1, .linked = 30, .resolutions = TRUE
};
static const TestPlan dense = {
  .claims = 14, .supports = 3, .rebuts = 2, .undercuts = 2, .linked = 30, .resolutions = TRUE
};
static const TestPlan broken = {
  .claims = 10, .supports = 2, .rebuts = 1, .undercuts = 1, .linked = 30, .broken = 20
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/view/random/sparse", &sparse, test_random);
  g_test_add_data_func ("/view/random/dense", &dense, test_random);
  g_test_add_data_func ("/view/random/broken", &broken, test_random);
  return g_test_run ();
}
