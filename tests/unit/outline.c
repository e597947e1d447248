/* model/outline: on random maps every claim that can be reached from the roots is told once in
   full, and no line comes from nowhere. */

#include "model/outline.h"
#include "maps.h"
#include "model/walk.h"

/* --- what can be told, by going on until nothing is added --- */

typedef struct
{
  const AmMap *map;
  gboolean *told; /* per claim */
  gboolean *stepped; /* per relation: the step itself is told */
} Reach;

static gboolean
reach (gboolean *place)
{
  gboolean is_new = !*place;
  *place = TRUE;
  return is_new;
}

/* A relation is told under the claim that it leads to, or under the step that it undercuts; with it
 * what it takes. */
static gboolean
spread (const Reach *r, guint32 index)
{
  const AmRelation *relation = am_map_relation (r->map, index);
  gboolean undercut = relation->kind == AM_RELATION_UNDERCUT, more = FALSE;

  if (undercut ? relation->to_relation == AM_NONE || !r->stepped[relation->to_relation]
               : relation->to.index == AM_NONE || !r->told[relation->to.index])
    return FALSE;
  more = reach (&r->stepped[index]);
  more = reach (&r->told[relation->from]) || more;
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      guint32 premise = am_map_ref (r->map, relation->with.start + i)->index;
      if (premise != AM_NONE)
        more = reach (&r->told[premise]) || more;
    }
  return more;
}

static void
spread_all (const Reach *r)
{
  for (gboolean more = TRUE; more;)
    {
      more = FALSE;
      for (guint32 i = 0; i < r->map->relations->len; i++)
        more = spread (r, i) || more;
    }
}

/* --- the outline --- */

static void
check_entry (const AmMap *map, const AmOutlineEntry *entry)
{
  if (entry->relation == AM_NONE)
    {
      g_assert_cmpuint (entry->depth, ==, 0);
      return;
    }
  const AmRelation *relation = am_map_relation (map, entry->relation);
  gboolean found = !entry->linked && relation->from == entry->claim;
  for (guint32 i = 0; entry->linked && i < relation->with.count; i++)
    found = found || am_map_ref (map, relation->with.start + i)->index == entry->claim;
  UNIT_EXPECT (found, "claim %u does not belong to relation %u", entry->claim, entry->relation);
}

/* Returns how many lines there are. */
static guint
tell (const AmMap *map, AmOutline *outline, guint *full)
{
  AmOutlineEntry entry, before = { .relation = AM_NONE };
  guint lines = 0;

  for (; am_outline_next (outline, &entry); lines++)
    {
      check_entry (map, &entry);
      if (lines > 0)
        UNIT_EXPECT (before.leads ? entry.depth == before.depth + 1 : entry.depth <= before.depth,
                     "depth %u after depth %u", entry.depth, before.depth);
      full[entry.claim] += !entry.again;
      before = entry;
    }
  g_assert_false (before.leads);
  return lines;
}

static void
check_outline (const AmMap *map)
{
  g_autoptr (GArray) theses = am_walk_theses (map);
  g_autoptr (AmOutline) outline = am_outline_new (map);
  g_autofree gboolean *told = g_new0 (gboolean, (gsize) map->claims->len + 1);
  g_autofree gboolean *stepped = g_new0 (gboolean, (gsize) map->relations->len + 1);
  g_autofree guint *full = g_new0 (guint, (gsize) map->claims->len + 1);
  Reach r = { map, told, stepped };
  guint most = theses->len;

  for (guint i = 0; i < theses->len; i++)
    {
      told[g_array_index (theses, guint32, i)] = TRUE;
      am_outline_add_root (outline, g_array_index (theses, guint32, i));
    }
  spread_all (&r);
  for (guint32 i = 0; i < map->relations->len; i++)
    most += stepped[i] ? 1 + am_map_relation (map, i)->with.count : 0;
  guint lines = tell (map, outline, full);
  UNIT_EXPECT (lines <= most, "%u lines, and %u are enough", lines, most);
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      UNIT_EXPECT (full[i] == (told[i] ? 1 : 0), "claim %u is told %u times in full", i, full[i]);
      g_assert_true (am_outline_has_told (outline, i) == told[i]);
    }
}

static void
test_random (gconstpointer data)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) written = test_map_new (random, data);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      check_outline (test_map_load (written, &loaded));
    }
}

static void
test_empty (void)
{
  static const char json[] = "{\"argmap\":1,\"title\":\"t\",\"claims\":[]}";
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmOutline) outline = am_outline_new (unit_load (json, strlen (json), &loaded));
  AmOutlineEntry entry;

  g_assert_false (am_outline_next (outline, &entry));
}

int
main (int argc, char **argv)
{
  static const TestPlan sparse = {
    .claims = 12, .supports = 1, .rebuts = 1, .undercuts = 1, .linked = 20, .resolutions = TRUE
  };
  static const TestPlan dense = {
    .claims = 8, .supports = 3, .rebuts = 3, .undercuts = 2, .linked = 50, .broken = 10
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/outline/random/sparse", &sparse, test_random);
  g_test_add_data_func ("/outline/random/dense", &dense, test_random);
  g_test_add_func ("/outline/empty", test_empty);
  return g_test_run ();
}
