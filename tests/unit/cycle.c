/* check/cycle: circular support, against all distances between the claims of small maps. */

#include "check/check.h"
#include "maps.h"

#define FAR 1000

typedef struct
{
  guint n;
  guint *steps; /* n × n: least number of supports from one claim to another, over other claims;
                   FAR: none */
} Distances;

static guint *
distance (const Distances *d, guint from, guint to)
{
  return &d->steps[from * d->n + to];
}

static void
distances_clear (Distances *d)
{
  g_free (d->steps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Distances, distances_clear)

/* A claim that supports itself is another rule's. */
static gboolean
supports (const AmMap *map, guint32 from, guint32 to)
{
  gboolean found = FALSE;

  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      if (relation->kind != AM_RELATION_SUPPORT || relation->to.index != to)
        continue;
      found = found || relation->from == from;
      for (guint32 k = 0; k < relation->with.count; k++)
        found = found || am_map_ref (map, relation->with.start + k)->index == from;
    }
  return found && from != to;
}

static Distances
measure (const AmMap *map)
{
  Distances d = { map->claims->len,
                  g_new (guint, (gsize) map->claims->len * map->claims->len + 1) };

  for (guint i = 0; i < d.n; i++)
    for (guint k = 0; k < d.n; k++)
      *distance (&d, i, k) = supports (map, i, k) ? 1 : FAR;
  for (guint via = 0; via < d.n; via++)
    for (guint i = 0; i < d.n; i++)
      for (guint k = 0; k < d.n; k++)
        *distance (&d, i, k) =
            MIN (*distance (&d, i, k), *distance (&d, i, via) + *distance (&d, via, k));
  return d;
}

/* Claims that reach each other. */
static gboolean
together (const Distances *d, guint a, guint b)
{
  return a == b || (*distance (d, a, b) < FAR && *distance (d, b, a) < FAR);
}

/* The length of the shortest cycle of the component of @claim; FAR when it has none. */
static guint
shortest_cycle (const Distances *d, guint claim)
{
  guint shortest = FAR;

  for (guint i = 0; i < d->n; i++)
    if (together (d, claim, i))
      shortest = MIN (shortest, *distance (d, i, i));
  return shortest;
}

static gboolean
is_first_of_its_component (const Distances *d, guint claim)
{
  for (guint i = 0; i < claim; i++)
    if (together (d, i, claim))
      return FALSE;
  return TRUE;
}

static guint
count_circular_components (const Distances *d)
{
  guint count = 0;

  for (guint i = 0; i < d->n; i++)
    count += is_first_of_its_component (d, i) && shortest_cycle (d, i) < FAR;
  return count;
}

/* The ids in a message: circular reasoning: "a" supports "b" supports "a". */
static GStrv
named (const char *message)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (message, "\"", -1);

  for (guint i = 1; i < g_strv_length (parts); i += 2)
    g_strv_builder_add (names, parts[i]);
  return g_strv_builder_end (names);
}

static void
expect_cycle (const TestMap *t, const AmMap *map, const Distances *d, const AmFinding *finding,
              gboolean *reported)
{
  g_auto (GStrv) names = named (finding->message);
  guint length = g_strv_length (names) - 1;
  guint32 first = am_map_find_kind (map, AM_ENTITY_CLAIM, names[0]);

  UNIT_EXPECT (length >= 2 && g_str_equal (names[0], names[length]), "\"%s\" is no cycle",
               finding->message);
  UNIT_EXPECT (length == shortest_cycle (d, first), "\"%s\" is not the shortest cycle of %s",
               finding->message, t->json->str);
  UNIT_EXPECT (!reported[first], "\"%s\" is of a component that has been reported",
               finding->message);
  for (guint i = 0; i < length; i++)
    {
      guint32 from = am_map_find_kind (map, AM_ENTITY_CLAIM, names[i]),
              to = am_map_find_kind (map, AM_ENTITY_CLAIM, names[i + 1]);
      UNIT_EXPECT (supports (map, from, to), "\"%s\" does not support \"%s\" in %s", names[i],
                   names[i + 1], t->json->str);
      for (guint k = 0; k < i; k++)
        UNIT_EXPECT (!g_str_equal (names[i], names[k]), "\"%s\" comes twice in \"%s\"", names[i],
                     finding->message);
    }
  g_assert_cmpstr (finding->subject, ==, names[0]);
  g_autofree char *target = g_strdup_printf ("\"%s\"", names[1]);
  UNIT_EXPECT (g_str_has_prefix (map->source->text + finding->where.start, target),
               "%s is not where \"%s\" points", target, finding->message);
  g_assert_cmpuint (finding->notes->len, ==, length - 1);
  for (guint i = 0; i < d->n; i++)
    reported[i] = reported[i] || together (d, first, i);
}

static guint
expect_cycles (const TestMap *t)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = test_map_load (t, &loaded);
  g_autoptr (AmReport) report = am_report_new (loaded.source, NULL);
  g_auto (Distances) d = measure (map);
  g_autofree gboolean *reported = g_new0 (gboolean, d.n + 1);
  guint expected = count_circular_components (&d);

  am_rule_support_cycle (map, report);
  UNIT_EXPECT (report->findings->len == expected, "%u findings and not %u in %s",
               report->findings->len, expected, t->json->str);
  for (guint i = 0; i < report->findings->len; i++)
    expect_cycle (t, map, &d, am_report_finding (report, i), reported);
  return expected;
}

static void
test_random (gconstpointer plan)
{
  guint circles = 0;

  for (guint seed = 1; seed <= 700; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) t = test_map_new (random, plan);
      circles += expect_cycles (t);
    }
  g_assert_cmpuint (circles, >, 40);
}

static const TestPlan sparse = { .claims = 8, .supports = 1 };
static const TestPlan linked = { .claims = 8, .supports = 1, .linked = 60 };
static const TestPlan mixed = {
  .claims = 7, .supports = 2, .rebuts = 1, .undercuts = 1, .linked = 20, .broken = 4
};

/* --- by hand --- */

/* A ring of claims, each of which supports the next. */
static AmReport *
check_ring (guint length, AmLoaded *loaded)
{
  g_autoptr (GString) json = g_string_new ("{\"argmap\":1,\"title\":\"t\",\"claims\":[");

  for (guint i = 0; i < length; i++)
    g_string_append_printf (json, "%s{\"id\":\"c%u\",\"text\":\"t\",\"supports\":[\"c%u\"]}",
                            i > 0 ? "," : "", i, (i + 1) % length);
  g_string_append (json, "]}");
  const AmMap *map = unit_load (json->str, json->len, loaded);
  AmReport *report = am_report_new (loaded->source, NULL);
  am_rule_support_cycle (map, report);
  return report;
}

static void
expect_ring (guint length, const char *message)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmReport) report = check_ring (length, &loaded);

  g_assert_cmpuint (report->findings->len, ==, message != NULL ? 1 : 0);
  if (message != NULL)
    g_assert_cmpstr (am_report_finding (report, 0)->message, ==, message);
}

static void
test_rings (void)
{
  expect_ring (1, NULL);
  expect_ring (2, "circular reasoning: \"c0\" supports \"c1\" supports \"c0\"");
  expect_ring (3, "circular reasoning: \"c0\" supports \"c1\" supports \"c2\" supports \"c0\"");
  expect_ring (8, "circular reasoning: \"c0\" supports \"c1\" supports \"c2\" supports \"c3\" "
                  "supports \"c4\" supports \"c5\""
                  " supports \"c6\" supports \"c7\" supports \"c0\"");
  expect_ring (12, "circular reasoning: \"c0\" supports \"c1\" supports \"c2\" supports \"c3\" "
                   "supports \"c4\" supports \"c5\""
                   " supports \"c6\" supports \"c7\" supports … 4 more … \"c0\"");
}

/* Long enough to show a search that is quadratic, or one that recurses. */
static void
test_long_ring (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmReport) report = check_ring (50000, &loaded);

  g_assert_cmpuint (report->findings->len, ==, 1);
  g_assert_nonnull (strstr (am_report_finding (report, 0)->message, "992 more"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cycle/random/sparse", &sparse, test_random);
  g_test_add_data_func ("/cycle/random/linked", &linked, test_random);
  g_test_add_data_func ("/cycle/random/mixed", &mixed, test_random);
  g_test_add_func ("/cycle/rings", test_rings);
  g_test_add_func ("/cycle/long-ring", test_long_ring);
  return g_test_run ();
}
