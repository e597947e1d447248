/* model/resolve: from ids to indices, against a resolution that looks everything up by going
 * through the whole map. */

#include "maps.h"

/* --- by going through everything --- */

/* The first claim of that id, whatever else has it. */
static guint32
find_claim (const TestMap *t, const char *id)
{
  for (guint i = 0; i < t->claims->len; i++)
    if (g_str_equal (test_claim (t, i)->id, id))
      return i;
  return AM_NONE;
}

static guint32
find_relation (const TestMap *t, const char *id)
{
  for (guint i = 0; i < t->relations->len; i++)
    if (g_strcmp0 (test_relation (t, i)->id, id) == 0)
      return i;
  return AM_NONE;
}

typedef struct
{
  guint32 first;
  guint32 count;
} Matches;

static void
add_match (Matches *matches, guint32 relation)
{
  if (matches->count++ == 0)
    matches->first = relation;
}

/* What the pair names, as far as undercuts are resolved in @attacked: of several the first in the
 * file. */
static Matches
match_pair (const TestMap *t, const guint32 *attacked, const TestPair *pair)
{
  Matches matches = { AM_NONE, 0 };

  if (pair->relation != NULL)
    {
      guint32 relation = find_relation (t, pair->relation);
      if (relation != AM_NONE)
        add_match (&matches, relation);
      return matches;
    }
  guint32 from = find_claim (t, pair->from), to = AM_NONE;
  if (pair->inner != NULL)
    to = match_pair (t, attacked, pair->inner).first;
  else
    to = find_claim (t, pair->to);
  for (guint i = 0; from != AM_NONE && to != AM_NONE && i < t->relations->len; i++)
    {
      const TestRelation *relation = test_relation (t, i);
      gboolean undercut = relation->kind == AM_RELATION_UNDERCUT;
      guint32 end = undercut ? attacked[i] : find_claim (t, relation->to);
      if (undercut == (pair->inner != NULL) && relation->from == from && end == to)
        add_match (&matches, i);
    }
  return matches;
}

/* Resolves undercuts until no more can be. */
static guint32 *
resolve_undercuts (const TestMap *t)
{
  guint32 *attacked = g_new (guint32, t->relations->len + 1);
  gboolean changed = TRUE;

  for (guint i = 0; i < t->relations->len; i++)
    attacked[i] = AM_NONE;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < t->relations->len; i++)
        if (test_relation (t, i)->kind == AM_RELATION_UNDERCUT && attacked[i] == AM_NONE)
          {
            attacked[i] = match_pair (t, attacked, test_relation (t, i)->pair).first;
            changed = changed || attacked[i] != AM_NONE;
          }
    }
  return attacked;
}

/* Where a pair within a pair names several undercuts, which of them is taken is nobody's business:
 * the checker refuses it. */
static gboolean
is_ambiguous (const TestMap *t, const guint32 *attacked)
{
  for (guint i = 0; i < t->relations->len; i++)
    for (const TestPair *pair = test_relation (t, i)->pair; pair != NULL; pair = pair->inner)
      if (pair->inner != NULL && match_pair (t, attacked, pair).count > 1)
        return TRUE;
  return FALSE;
}

/* --- expectations --- */

static void
expect_ref (const TestMap *t, const AmRef *ref, const char *id)
{
  g_assert_cmpstr (ref->id, ==, id);
  UNIT_EXPECT (ref->index == find_claim (t, id), "\"%s\" is claim %u and not %u in %s", id,
               ref->index, find_claim (t, id), t->json->str);
}

static void
expect_pair (const TestMap *t, const AmMap *map, const guint32 *attacked, const TestPair *expected,
             guint32 index)
{
  const AmPair *pair = am_map_pair (map, index);
  guint32 matches = match_pair (t, attacked, expected).count;

  UNIT_EXPECT (pair->matches == matches, "%u matches and not %u in %s", pair->matches, matches,
               t->json->str);
  g_assert_cmpstr (pair->relation.id, ==, expected->relation);
  if (expected->relation != NULL)
    {
      g_assert_cmpuint (pair->relation.index, ==, find_relation (t, expected->relation));
      return;
    }
  expect_ref (t, &pair->from, expected->from);
  g_assert_cmpint (pair->to_pair != AM_NONE, ==, expected->inner != NULL);
  if (expected->inner != NULL)
    expect_pair (t, map, attacked, expected->inner, pair->to_pair);
  else
    expect_ref (t, &pair->to, expected->to);
}

static void
expect_relation (const TestMap *t, const AmMap *map, const guint32 *attacked, guint32 index,
                 gboolean ambiguous)
{
  const TestRelation *expected = test_relation (t, index);
  const AmRelation *relation = am_map_relation (map, index);

  g_assert_cmpint (relation->kind, ==, expected->kind);
  g_assert_cmpuint (relation->from, ==, expected->from);
  g_assert_cmpstr (relation->id, ==, expected->id);
  g_assert_cmpuint (relation->with.count, ==, expected->with->len);
  for (guint i = 0; i < expected->with->len; i++)
    expect_ref (t, am_map_ref (map, relation->with.start + i),
                g_ptr_array_index (expected->with, i));
  if (expected->kind != AM_RELATION_UNDERCUT)
    {
      expect_ref (t, &relation->to, expected->to);
      g_assert_cmpuint (relation->to_pair, ==, AM_NONE);
      g_assert_cmpuint (relation->to_relation, ==, AM_NONE);
    }
  else if (!ambiguous)
    {
      UNIT_EXPECT (relation->to_relation == attacked[index],
                   "undercut %u attacks %u and not %u in %s", index, relation->to_relation,
                   attacked[index], t->json->str);
      expect_pair (t, map, attacked, expected->pair, relation->to_pair);
    }
}

/* Whether relation @index stands in a list of @target. */
typedef gboolean (*Membership) (const AmMap *map, guint32 index, guint32 target);

static gboolean
leads_to (const AmMap *map, guint32 index, guint32 claim)
{
  const AmRelation *relation = am_map_relation (map, index);
  return relation->kind != AM_RELATION_UNDERCUT && relation->to.index == claim;
}

static gboolean
links (const AmMap *map, guint32 index, guint32 claim)
{
  AmRange with = am_map_relation (map, index)->with;
  gboolean found = FALSE;

  for (guint32 i = 0; i < with.count; i++)
    found = found || am_map_ref (map, with.start + i)->index == claim;
  return found;
}

static gboolean
undercuts (const AmMap *map, guint32 index, guint32 relation)
{
  return am_map_relation (map, index)->to_relation == relation;
}

static void
expect_list (const TestMap *t, const AmMap *map, AmIndexList list, guint32 target,
             Membership belongs)
{
  guint32 next = 0;

  for (guint32 i = 0; i < map->relations->len; i++)
    if (belongs (map, i, target))
      {
        UNIT_EXPECT (next < list.count && list.items[next] == i,
                     "relation %u is not in the list of %u in %s", i, target, t->json->str);
        next++;
      }
  g_assert_cmpuint (next, ==, list.count);
}

static void
expect_lists (const TestMap *t, const AmMap *map)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      expect_list (t, map, am_map_incoming (map, i), i, leads_to);
      expect_list (t, map, am_map_linked (map, i), i, links);
    }
  for (guint32 i = 0; i < map->relations->len; i++)
    expect_list (t, map, am_map_undercutters (map, i), i, undercuts);
}

/* TRUE when no pair was ambiguous. */
static gboolean
expect_resolution (const TestMap *t)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = test_map_load (t, &loaded);
  g_autofree guint32 *attacked = resolve_undercuts (t);
  gboolean ambiguous = is_ambiguous (t, attacked);

  g_assert_cmpuint (map->claims->len, ==, t->claims->len);
  g_assert_cmpuint (map->relations->len, ==, t->relations->len);
  for (guint32 i = 0; i < t->claims->len; i++)
    {
      g_assert_cmpstr (am_map_claim (map, i)->id, ==, test_claim (t, i)->id);
      g_assert_cmpint (am_map_claim (map, i)->role == AM_ROLE_REBUTTAL, ==,
                       test_claim (t, i)->rebuttal);
    }
  g_assert_cmpuint (map->resolutions.count, ==, t->resolutions->len);
  for (guint32 i = 0; i < t->resolutions->len; i++)
    expect_ref (t, am_map_ref (map, map->resolutions.start + i),
                g_ptr_array_index (t->resolutions, i));
  for (guint32 i = 0; i < t->relations->len; i++)
    expect_relation (t, map, attacked, i, ambiguous);
  expect_lists (t, map);
  return !ambiguous;
}

static void
test_random (gconstpointer plan)
{
  guint clear = 0;

  for (guint seed = 1; seed <= 400; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) t = test_map_new (random, plan);
      clear += expect_resolution (t);
    }
  g_assert_cmpuint (clear, >, 170);
}

static const TestPlan sound = {
  .claims = 12, .supports = 2, .rebuts = 1, .undercuts = 2, .linked = 20, .resolutions = TRUE
};
static const TestPlan broken = { .claims = 12,
                                 .supports = 2,
                                 .rebuts = 1,
                                 .undercuts = 2,
                                 .linked = 20,
                                 .broken = 12,
                                 .resolutions = TRUE };
static const TestPlan nested = { .claims = 25, .supports = 1, .undercuts = 2 };

/* --- by hand --- */

static const AmMap *
load_rebuttals (const char *rebuttals, AmLoaded *loaded)
{
  g_autofree char *json = g_strdup_printf (
      "{\"argmap\": 1, \"title\": \"t\", \"stakeholders\": [{\"id\": \"s\", \"name\": \"S\"}],"
      " \"sources\": [{\"id\": \"q\", \"title\": \"Q\"}, {\"id\": \"b\", \"title\": \"second of "
      "that id\"}],"
      " \"claims\": [{\"id\": \"a\", \"text\": \"A\"}, {\"id\": \"b\", \"text\": \"B\", "
      "\"supports\": [\"a\"]}],"
      " \"rebuttals\": [%s]}",
      rebuttals);
  return unit_load (json, strlen (json), loaded);
}

static guint32
attacked_by (const AmMap *map, guint32 claim)
{
  return am_map_relation (map, am_map_claim (map, claim)->relations.start)->to_relation;
}

/* Two undercuts with one name: the pair that uses the name fits both. */
static void
test_ambiguous (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load_rebuttals ("{\"id\": \"z\", \"text\": \"Z\", \"undercuts\": [{\"from\": "
                                     "\"y\", \"to\": {\"from\": \"b\", \"to\": \"a\"}}]},"
                                     "{\"id\": \"y\", \"text\": \"Y\", \"undercuts\": [{\"from\": "
                                     "\"b\", \"to\": \"a\", \"id\": \"one\"},"
                                     " {\"from\": \"b\", \"to\": \"a\", \"id\": \"two\"}]}",
                                     &loaded);
  const AmRelation *outer = am_map_relation (map, am_map_claim (map, 2)->relations.start);

  g_assert_cmpuint (am_map_pair (map, outer->to_pair)->matches, ==, 2);
  g_assert_cmpuint (am_map_pair (map, am_map_pair (map, outer->to_pair)->to_pair)->matches, ==, 1);
  g_assert_cmpuint (outer->to_relation, !=, AM_NONE);
  g_assert_true (outer->to_relation == am_map_find_kind (map, AM_ENTITY_RELATION, "one")
                 || outer->to_relation == am_map_find_kind (map, AM_ENTITY_RELATION, "two"));
}

/* Undercuts that hang on each other, and on nothing else. */
static void
test_circles (void)
{
  g_auto (AmLoaded) itself = { NULL, NULL, NULL }, each_other = { NULL, NULL, NULL },
                    nothing = { NULL, NULL, NULL };
  const AmMap *map = load_rebuttals (
      "{\"id\": \"z\", \"text\": \"Z\", \"undercuts\": [{\"relation\": \"u\", \"id\": \"u\"}]}",
      &itself);
  g_assert_cmpuint (attacked_by (map, 2), ==, am_map_claim (map, 2)->relations.start);

  map = load_rebuttals (
      "{\"id\": \"z\", \"text\": \"Z\", \"undercuts\": [{\"relation\": \"v\", \"id\": \"u\"}]},"
      "{\"id\": \"y\", \"text\": \"Y\", \"undercuts\": [{\"relation\": \"u\", \"id\": \"v\"}]}",
      &each_other);
  g_assert_cmpuint (attacked_by (map, 2), ==, am_map_claim (map, 3)->relations.start);
  g_assert_cmpuint (attacked_by (map, 3), ==, am_map_claim (map, 2)->relations.start);

  map = load_rebuttals (
      "{\"id\": \"z\", \"text\": \"Z\","
      " \"undercuts\": [{\"from\": \"z\", \"to\": {\"relation\": \"u\"}, \"id\": \"u\"}]}",
      &nothing);
  g_assert_cmpuint (attacked_by (map, 2), ==, AM_NONE);
  const AmRelation *relation = am_map_relation (map, am_map_claim (map, 2)->relations.start);
  g_assert_cmpuint (am_map_pair (map, relation->to_pair)->matches, ==, 0);
}

#define DEEPEST 58

static void
append_nested (GString *json, guint depth)
{
  for (guint i = depth; i > 0; i--)
    g_string_append_printf (json, "{\"from\": \"u%u\", \"to\": ", i - 1);
  g_string_append (json, "{\"from\": \"b\", \"to\": \"a\"}");
  for (guint i = depth; i > 0; i--)
    g_string_append_c (json, '}');
}

/* Each undercuts the one before, named in full, the last first in the file. */
static void
test_deep (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = DEEPEST; i-- > 0;)
    {
      g_string_append_printf (json, "{\"id\": \"u%u\", \"text\": \"U\", \"undercuts\": [", i);
      append_nested (json, i);
      g_string_append (json, i > 0 ? "]}," : "]}");
    }
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load_rebuttals (json->str, &loaded);
  g_assert_cmpuint (attacked_by (map, 2 + DEEPEST - 1), ==, am_map_claim (map, 1)->relations.start);
  for (guint32 i = 2; i < 2 + DEEPEST - 1; i++)
    g_assert_cmpuint (attacked_by (map, i), ==, am_map_claim (map, i + 1)->relations.start);
}

/* Many wait for the same name, which the last in the file gives. */
static void
test_many_wait (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (json,
                            "{\"id\": \"w%u\", \"text\": \"W\", \"undercuts\":"
                            " [{\"from\": \"y\", \"to\": {\"from\": \"x\", \"to\": {\"from\": "
                            "\"b\", \"to\": \"a\"}}}]},",
                            i);
  g_string_append (
      json, "{\"id\": \"y\", \"text\": \"Y\", \"undercuts\":"
            " [{\"from\": \"x\", \"to\": {\"from\": \"b\", \"to\": \"a\"}}]},"
            "{\"id\": \"x\", \"text\": \"X\", \"undercuts\": [{\"from\": \"b\", \"to\": \"a\"}]}");
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load_rebuttals (json->str, &loaded);
  guint32 attacked = am_map_claim (map, map->claims->len - 2)->relations.start;
  for (guint32 i = 2; i < map->claims->len - 2; i++)
    g_assert_cmpuint (attacked_by (map, i), ==, attacked);
  g_assert_cmpuint (am_map_undercutters (map, attacked).count, ==, 6000);
}

static void
expect_thing (const AmMap *map, const char *id, AmEntityKind kind, guint32 index, const char *word)
{
  AmEntity thing = am_map_find (map, id);
  g_assert_cmpint (thing.kind, ==, kind);
  g_assert_cmpuint (thing.index, ==, index);
  g_assert_cmpstr (am_map_entity_word (map, thing), ==, word);
  if (kind == AM_ENTITY_NONE)
    g_assert_cmpuint (am_map_entity_at (map, thing), ==, map->at);
  else
    g_assert_nonnull (strchr ("{\"", map->source->text[am_map_entity_at (map, thing)]));
}

static void
test_find (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load_rebuttals (
      "{\"id\": \"z\", \"text\": \"Z\", \"rebuts\": [{\"claim\": \"a\", \"id\": \"r\"},"
      " {\"claim\": \"b\", \"id\": \"s\"}, {\"claim\": \"b\", \"id\": \"r\"}]}",
      &loaded);

  expect_thing (map, "s", AM_ENTITY_STAKEHOLDER, 0, "stakeholder"); /* and not the relation */
  expect_thing (map, "a", AM_ENTITY_CLAIM, 0, "claim");
  expect_thing (map, "b", AM_ENTITY_CLAIM, 1, "claim"); /* and not the second source */
  expect_thing (map, "z", AM_ENTITY_CLAIM, 2, "rebuttal");
  expect_thing (map, "q", AM_ENTITY_SOURCE, 0, "source");
  expect_thing (map, "r", AM_ENTITY_RELATION, 1, "relation"); /* the first of that id */
  expect_thing (map, "x", AM_ENTITY_NONE, AM_NONE, "nothing");
  expect_thing (map, "", AM_ENTITY_NONE, AM_NONE, "nothing");
  g_assert_cmpuint (am_map_find_kind (map, AM_ENTITY_RELATION, "s"), ==, 2);
  g_assert_cmpuint (am_map_find_kind (map, AM_ENTITY_RELATION, "a"), ==, AM_NONE);
  g_assert_cmpuint (am_map_find_kind (map, AM_ENTITY_SOURCE, "b"), ==, 1);
  g_assert_cmpuint (am_map_find_kind (map, AM_ENTITY_CLAIM, "s"), ==, AM_NONE);
}

static void
test_other_refs (void)
{
  static const char json[] =
      "{\"argmap\": 1, \"title\": \"t\", \"resolution\": [\"z\", \"a\", \"s\", \"no\"],"
      " \"expect\": {\"unanswered\": [\"a\"], \"disputed\": [\"q\"], \"answered\": [\"z\"]},"
      " \"stakeholders\": [{\"id\": \"s\", \"name\": \"S\", \"member_of\": \"s2\", \"positions\":"
      "   [{\"claim\": \"a\", \"stance\": \"for\", \"evidence\": [{\"source\": \"q\"}]}, "
      "{\"claim\": \"q\", \"stance\": \"for\"}]},"
      "  {\"id\": \"s2\", \"name\": \"S2\", \"member_of\": \"a\"}],"
      " \"claims\": [{\"id\": \"a\", \"text\": \"A\", \"by\": [\"s2\", \"a\", \"s\"], "
      "\"evidence\": [{\"source\": \"a\"}]}],"
      " \"rebuttals\": [{\"id\": \"z\", \"text\": \"Z\"}], \"sources\": [{\"id\": \"q\", "
      "\"title\": \"Q\"}]}";
  static const guint32 resolutions[] = { 1, 0, AM_NONE, AM_NONE }, by[] = { 1, AM_NONE, 0 };
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json, strlen (json), &loaded);

  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    g_assert_cmpuint (am_map_ref (map, map->resolutions.start + i)->index, ==, resolutions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    g_assert_cmpuint (am_map_ref (map, am_map_claim (map, 0)->by.start + i)->index, ==, by[i]);
  g_assert_cmpuint (am_map_ref (map, map->expect_unanswered.start)->index, ==, 0);
  g_assert_cmpuint (am_map_ref (map, map->expect_disputed.start)->index, ==, AM_NONE);
  g_assert_cmpuint (am_map_ref (map, map->expect_answered.start)->index, ==, 1);
  g_assert_cmpuint (am_map_stakeholder (map, 0)->member_of.index, ==, 1);
  g_assert_cmpuint (am_map_stakeholder (map, 1)->member_of.index, ==, AM_NONE);
  g_assert_cmpuint (am_map_position (map, 0)->claim.index, ==, 0);
  g_assert_cmpuint (am_map_position (map, 1)->claim.index, ==, AM_NONE);
  g_assert_cmpuint (am_map_evidence (map, am_map_position (map, 0)->evidence.start)->source.index,
                    ==, 0);
  g_assert_cmpuint (am_map_evidence (map, am_map_claim (map, 0)->evidence.start)->source.index, ==,
                    AM_NONE);
}

/* The sources of evidence, each once: against going through what came before each. */
static void
test_sources_of (void)
{
  for (guint seed = 0; seed < UNIT_ROUNDS (300); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      guint count = unit_below (random, 40), sources = 1 + unit_below (random, 12), expected = 0;
      g_autoptr (GString) json = g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"claims\": "
                                               "[{\"id\": \"c\", \"text\": \"T\", \"evidence\": [");
      g_auto (AmLoaded) loaded = { 0 };
      for (guint i = 0; i < count; i++)
        g_string_append_printf (json, "%s{\"source\": \"s%u\"}", i > 0 ? ", " : "",
                                unit_below (random, sources + 2));
      g_string_append (json, "]}], \"sources\": [");
      for (guint i = 0; i < sources; i++) /* two that evidence is said to be from are in no map */
        g_string_append_printf (json, "%s{\"id\": \"s%u\", \"title\": \"S\"}", i > 0 ? ", " : "",
                                i);
      g_string_append (json, "]}");
      const AmMap *map = unit_load (json->str, json->len, &loaded);
      AmRange evidence = am_map_claim (map, 0)->evidence;
      g_assert_cmpuint (evidence.count, ==, count);
      g_autoptr (GArray) found = am_map_sources_of (map, evidence);
      for (guint i = 0; i < count; i++)
        {
          guint32 source = am_map_evidence (map, evidence.start + i)->source.index;
          gboolean again = FALSE;
          for (guint k = 0; k < i; k++)
            again = again || am_map_evidence (map, evidence.start + k)->source.index == source;
          if (again)
            continue;
          g_assert_cmpuint (expected, <, found->len);
          g_assert_cmpuint (g_array_index (found, guint32, expected++), ==, source);
        }
      g_assert_cmpuint (found->len, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/resolve/random/sound", &sound, test_random);
  g_test_add_data_func ("/resolve/random/broken", &broken, test_random);
  g_test_add_data_func ("/resolve/random/nested", &nested, test_random);
  g_test_add_func ("/resolve/ambiguous", test_ambiguous);
  g_test_add_func ("/resolve/circles", test_circles);
  g_test_add_func ("/resolve/deep", test_deep);
  g_test_add_func ("/resolve/many-wait", test_many_wait);
  g_test_add_func ("/resolve/find", test_find);
  g_test_add_func ("/resolve/other-refs", test_other_refs);
  g_test_add_func ("/resolve/sources-of", test_sources_of);
  return g_test_run ();
}
