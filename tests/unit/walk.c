/* model/walk: components, strong components and theses, against reachability by Floyd and Warshall.
 */

#include "model/walk.h"
#include "maps.h"

/* --- who leads where, by going through every relation --- */

typedef struct
{
  guint n;
  gboolean *leads; /* n × n */
} Matrix;

static gboolean *
cell (const Matrix *m, guint from, guint to)
{
  return &m->leads[from * m->n + to];
}

static void
matrix_clear (Matrix *m)
{
  g_free (m->leads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

static guint32
head_of (const AmMap *map, const AmRelation *relation)
{
  if (relation->kind != AM_RELATION_UNDERCUT)
    return relation->to.index;
  return relation->to_relation != AM_NONE ? am_map_relation (map, relation->to_relation)->from
                                          : AM_NONE;
}

/* One step: from every premise of a relation to what it leads to. */
static Matrix
single_steps (const AmMap *map, guint kinds)
{
  Matrix m = { map->claims->len,
               g_new0 (gboolean, (gsize) map->claims->len * map->claims->len + 1) };

  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      guint32 head = head_of (map, relation);
      g_assert_cmpuint (am_walk_head (map, relation), ==, head);
      if (head == AM_NONE || (kinds & (1u << relation->kind)) == 0)
        continue;
      *cell (&m, relation->from, head) = TRUE;
      for (guint32 k = 0; k < relation->with.count; k++)
        {
          guint32 premise = am_map_ref (map, relation->with.start + k)->index;
          if (premise != AM_NONE)
            *cell (&m, premise, head) = TRUE;
        }
    }
  return m;
}

/* Any number of steps, none included. */
static void
close_over (Matrix *m)
{
  for (guint i = 0; i < m->n; i++)
    *cell (m, i, i) = TRUE;
  for (guint via = 0; via < m->n; via++)
    for (guint i = 0; i < m->n; i++)
      for (guint k = 0; k < m->n; k++)
        if (*cell (m, i, via) && *cell (m, via, k))
          *cell (m, i, k) = TRUE;
}

/* --- steps --- */

static void
expect_steps (const AmMap *map, guint kinds)
{
  g_auto (Matrix) expected = single_steps (map, kinds);
  g_auto (Matrix) found = { map->claims->len,
                            g_new0 (gboolean, (gsize) map->claims->len * map->claims->len + 1) };

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmSteps steps;
      guint32 relation, head, count = 0;
      am_steps_init (&steps, map, i, (AmWalkKinds) kinds);
      while (am_steps_next (&steps, &relation, &head))
        {
          g_assert_cmpuint (head, ==, head_of (map, am_map_relation (map, relation)));
          *cell (&found, i, head) = TRUE;
          g_assert_cmpuint (count++, <,
                            2 * map->relations->len); /* as carrier and as linked premise */
        }
      g_assert_false (am_steps_next (&steps, &relation, &head));
    }
  g_assert_cmpmem (found.leads, sizeof (gboolean) * found.n * found.n, expected.leads,
                   sizeof (gboolean) * found.n * found.n);
}

/* --- components --- */

static void
expect_components (const TestMap *t, const AmMap *map)
{
  g_auto (AmParts) parts = am_walk_components (map);
  g_auto (Matrix) m = single_steps (map, AM_WALK_ALL);
  guint32 next = 0;

  for (guint i = 0; i < m.n; i++)
    for (guint k = 0; k < m.n; k++)
      *cell (&m, i, k) = *cell (&m, i, k) || *cell (&m, k, i);
  close_over (&m);
  for (guint i = 0; i < m.n; i++)
    {
      for (guint k = 0; k < m.n; k++)
        UNIT_EXPECT ((parts.of[i] == parts.of[k]) == *cell (&m, i, k), "claims %u and %u of %s", i,
                     k, t->json->str);
      UNIT_EXPECT (parts.of[i] <= next, "part %u comes before part %u", parts.of[i], next);
      next = MAX (next, parts.of[i] + 1);
    }
  g_assert_cmpuint (parts.count, ==, next);
}

static void
expect_strong_components (const TestMap *t, const AmMap *map, guint kinds)
{
  g_auto (AmParts) parts = am_walk_strong_components (map, (AmWalkKinds) kinds);
  g_auto (Matrix) m = single_steps (map, kinds);
  guint32 count = 0;

  close_over (&m);
  for (guint i = 0; i < m.n; i++)
    {
      gboolean first = TRUE;
      for (guint k = 0; k < m.n; k++)
        {
          gboolean together = *cell (&m, i, k) && *cell (&m, k, i);
          UNIT_EXPECT ((parts.of[i] == parts.of[k]) == together, "claims %u and %u of %s", i, k,
                       t->json->str);
          UNIT_EXPECT (!*cell (&m, i, k) || together || parts.of[i] > parts.of[k],
                       "claim %u leads to %u in %s", i, k, t->json->str);
          first = first && !(together && k < i);
        }
      UNIT_EXPECT (parts.of[i] < parts.count, "part %u of %u", parts.of[i], parts.count);
      count += first;
    }
  g_assert_cmpuint (parts.count, ==, count);
}

/* --- theses --- */

static gboolean
takes_part (const AmMap *map, guint32 claim)
{
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      if (relation->from == claim
          || (relation->kind != AM_RELATION_UNDERCUT && relation->to.index == claim))
        return TRUE;
      for (guint32 k = 0; k < relation->with.count; k++)
        if (am_map_ref (map, relation->with.start + k)->index == claim)
          return TRUE;
    }
  return FALSE;
}

/* All that it leads to leads back to it. */
static gboolean
is_last (const Matrix *reachable, guint claim)
{
  for (guint i = 0; i < reachable->n; i++)
    if (*cell (reachable, claim, i) && !*cell (reachable, i, claim))
      return FALSE;
  return TRUE;
}

static void
expect_theses (const TestMap *t, const AmMap *map)
{
  g_autoptr (GArray) theses = am_walk_theses (map);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (Matrix) reachable = single_steps (map, AM_WALK_ALL);

  close_over (&reachable);
  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 claim = am_map_ref (map, map->resolutions.start + i)->index;
      if (claim != AM_NONE)
        g_array_append_val (expected, claim);
    }
  for (guint32 i = 0; map->resolutions.count == 0 && i < map->claims->len; i++)
    if (takes_part (map, i) && is_last (&reachable, i))
      g_array_append_val (expected, i);
  UNIT_EXPECT (
      theses->len == expected->len
          && (theses->len == 0
              || memcmp (theses->data, expected->data, theses->len * sizeof (guint32)) == 0),
      "%u theses and not %u in %s", theses->len, expected->len, t->json->str);
}

/* --- all of it --- */

static void
test_random (gconstpointer plan)
{
  for (guint seed = 1; seed <= 160; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) t = test_map_new (random, plan);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = test_map_load (t, &loaded);
      for (guint kinds = 0; kinds <= AM_WALK_ALL; kinds++)
        {
          expect_steps (map, kinds);
          expect_strong_components (t, map, kinds);
        }
      expect_components (t, map);
      expect_theses (t, map);
    }
}

static const TestPlan sparse = {
  .claims = 10, .supports = 1, .rebuts = 1, .undercuts = 1, .linked = 30
};
static const TestPlan dense = { .claims = 10,
                                .supports = 2,
                                .rebuts = 2,
                                .undercuts = 1,
                                .linked = 20,
                                .broken = 5,
                                .resolutions = TRUE };

/* --- long ones: nothing may recurse --- */

/* Every claim supports the next; with @ring the last supports the first. */
static GString *
write_chain (guint length, gboolean ring)
{
  GString *json = g_string_new ("{\"argmap\":1,\"title\":\"t\",\"claims\":[");

  for (guint i = 0; i < length; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"c%u\",\"text\":\"t\"", i > 0 ? "," : "", i);
      if (i + 1 < length || ring)
        g_string_append_printf (json, ",\"supports\":[\"c%u\"]", (i + 1) % length);
      g_string_append_c (json, '}');
    }
  return g_string_append (json, "]}");
}

static void
test_long (guint length, gboolean ring)
{
  GString *json = write_chain (length, ring);
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json->str, json->len, &loaded);
  g_string_free (json, TRUE);

  g_auto (AmParts) components = am_walk_components (map);
  g_auto (AmParts) strong = am_walk_strong_components (map, AM_WALK_ALL);
  g_autoptr (GArray) theses = am_walk_theses (map);
  g_assert_cmpuint (components.count, ==, 1);
  g_assert_cmpuint (strong.count, ==, ring ? 1 : length);
  g_assert_cmpuint (theses->len, ==, ring ? length : 1);
  g_assert_cmpuint (g_array_index (theses, guint32, theses->len - 1), ==, length - 1);
}

static void
test_chain (void)
{
  test_long (200000, FALSE);
}

static void
test_ring (void)
{
  test_long (50000, TRUE);
}

static void
test_empty (void)
{
  static const char json[] = "{\"argmap\":1,\"title\":\"t\",\"claims\":[]}";
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json, strlen (json), &loaded);
  g_auto (AmParts) components = am_walk_components (map);
  g_auto (AmParts) strong = am_walk_strong_components (map, AM_WALK_ALL);
  g_autoptr (GArray) theses = am_walk_theses (map);

  g_assert_cmpuint (components.count, ==, 0);
  g_assert_cmpuint (strong.count, ==, 0);
  g_assert_cmpuint (theses->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/walk/random/sparse", &sparse, test_random);
  g_test_add_data_func ("/walk/random/dense", &dense, test_random);
  g_test_add_func ("/walk/chain", test_chain);
  g_test_add_func ("/walk/ring", test_ring);
  g_test_add_func ("/walk/empty", test_empty);
  return g_test_run ();
}
