/* Random maps as JSON text, and what was written into them, for tests that resolve and walk them in
 * a slow and plain way. */

#pragma once

#include "unit.h"

/* How an undercut names the relation that it attacks. */
typedef struct _TestPair TestPair;
struct _TestPair
{
  const char *relation; /* an id, or NULL: then @from, and @to or @inner */
  const char *from;
  const char *to;
  const TestPair *inner;
};

typedef struct _TestRelation TestRelation;
struct _TestRelation
{
  AmRelationKind kind;
  guint from;
  const char *to; /* of a support or rebuttal */
  GPtrArray *with; /* of const char * */
  const char *id; /* or NULL */
  const TestPair *pair; /* of an undercut */
  const TestRelation *aim; /* what it is to attack, if nothing goes wrong with names */
};

typedef struct
{
  const char *id;
  gboolean rebuttal;
} TestClaim;

/* All arrays are in the order of the file. */
typedef struct
{
  GPtrArray *stakeholders; /* ids */
  GPtrArray *sources; /* ids */
  GPtrArray *resolutions; /* ids */
  GArray *claims; /* of TestClaim */
  GPtrArray *relations; /* of TestRelation */
  GPtrArray *drafts; /* of TestRelation: owns them, in the order of their invention */
  GPtrArray *pairs; /* owns them */
  GStringChunk *strings;
  GString *json;
} TestMap;

typedef struct
{
  guint claims; /* claims and rebuttals, at most */
  guint supports, rebuts, undercuts; /* per claim, at most */
  guint linked; /* per cent of supports that have more premises */
  guint broken; /* per cent of names that are wrong */
  gboolean resolutions;
} TestPlan;

static inline void
test_map_free (TestMap *t)
{
  for (guint i = 0; i < t->drafts->len; i++)
    g_ptr_array_unref (((TestRelation *) g_ptr_array_index (t->drafts, i))->with);
  g_ptr_array_unref (t->stakeholders);
  g_ptr_array_unref (t->sources);
  g_ptr_array_unref (t->resolutions);
  g_array_unref (t->claims);
  g_ptr_array_unref (t->relations);
  g_ptr_array_unref (t->drafts);
  g_ptr_array_unref (t->pairs);
  g_string_chunk_free (t->strings);
  g_string_free (t->json, TRUE);
  g_free (t);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestMap, test_map_free)

static inline const TestClaim *
test_claim (const TestMap *t, guint index)
{
  return &g_array_index (t->claims, TestClaim, index);
}

static inline const TestRelation *
test_relation (const TestMap *t, guint index)
{
  return g_ptr_array_index (t->relations, index);
}

static inline const char *
test_name (TestMap *t, char letter, guint number)
{
  char name[16];
  g_snprintf (name, sizeof name, "%c%u", letter, number);
  return g_string_chunk_insert_const (t->strings, name);
}

/* One of @limit names with one of @letters. (Arguments are worked out in any order, but chance has
 * one.) */
static inline const char *
test_stray_name (TestMap *t, GRand *random, const char *letters, guint limit)
{
  char letter = letters[unit_below (random, (guint) strlen (letters))];
  guint number = unit_below (random, limit);

  return test_name (t, letter, number);
}

/* The id of some claim, or, if that is to go wrong, of nothing, or of something else. */
static inline const char *
test_some_id (TestMap *t, GRand *random, const TestPlan *plan)
{
  if (!unit_chance (random, plan->broken))
    return test_claim (t, unit_below (random, t->claims->len))->id;
  return test_stray_name (t, random, "gsqr", 4);
}

static inline void
test_add_claims (TestMap *t, GRand *random, const TestPlan *plan)
{
  guint count = unit_below (random, plan->claims + 1);
  guint first_part = unit_below (random, count + 1);
  gboolean rebuttals_first = unit_chance (random, 30);

  for (guint i = 0; i < count; i++)
    {
      TestClaim claim = { test_name (t, 'c', i), (i < first_part) == rebuttals_first };
      if (plan->rebuts + plan->undercuts == 0)
        claim.rebuttal = FALSE;
      if (unit_chance (random, plan->broken / 2))
        claim.id = test_stray_name (t, random, "csq", 4);
      g_array_append_val (t->claims, claim);
    }
}

static inline TestRelation *
test_draft (TestMap *t, GRand *random, AmRelationKind kind, guint from, guint percent_named)
{
  TestRelation *relation = g_new0 (TestRelation, 1);

  relation->kind = kind;
  relation->from = from;
  relation->with = g_ptr_array_new ();
  if (unit_chance (random, percent_named))
    relation->id = test_name (t, 'r', t->drafts->len);
  g_ptr_array_add (t->drafts, relation);
  return relation;
}

static inline void
test_add_premises (TestMap *t, GRand *random, const TestPlan *plan, TestRelation *relation)
{
  for (guint i = 1 + unit_below (random, 2); i > 0; i--)
    {
      const char *id = test_some_id (t, random, plan);
      if (!g_ptr_array_find (relation->with, id, NULL))
        g_ptr_array_add (relation->with, (gpointer) id);
    }
}

static inline void
test_add_targets (TestMap *t, GRand *random, const TestPlan *plan, guint from, AmRelationKind kind,
                  guint most)
{
  for (guint i = unit_below (random, most + 1); i > 0; i--)
    {
      TestRelation *relation = test_draft (t, random, kind, from, 30);
      relation->to = test_some_id (t, random, plan);
      if (unit_chance (random, plan->linked))
        test_add_premises (t, random, plan, relation);
    }
}

#define TEST_DEEPEST_PAIR 20

/* A name for the relation: its id, where it has one and chance wants it, else where it leads from
 * and to. */
static inline const TestPair *
test_pair_for (TestMap *t, GRand *random, const TestPlan *plan, const TestRelation *relation,
               guint depth)
{
  TestPair *pair = g_new0 (TestPair, 1);
  g_ptr_array_add (t->pairs, pair);

  if (depth == TEST_DEEPEST_PAIR || (relation->id != NULL && unit_chance (random, 50)))
    pair->relation = relation->id != NULL ? relation->id : "nothing";
  else
    {
      pair->from = unit_chance (random, plan->broken) ? test_some_id (t, random, plan)
                                                      : test_claim (t, relation->from)->id;
      if (relation->kind == AM_RELATION_UNDERCUT)
        pair->inner = test_pair_for (t, random, plan, relation->aim, depth + 1);
      else
        pair->to = relation->to;
    }
  if (pair->relation != NULL && unit_chance (random, plan->broken))
    pair->relation = test_stray_name (t, random, "rcg", 10);
  return pair;
}

static inline void
test_add_undercut (TestMap *t, GRand *random, const TestPlan *plan, guint from)
{
  if (t->drafts->len == 0)
    return;
  const TestRelation *aim = g_ptr_array_index (t->drafts, unit_below (random, t->drafts->len));
  TestRelation *relation = test_draft (t, random, AM_RELATION_UNDERCUT, from, 20);
  relation->aim = aim;
  relation->pair = test_pair_for (t, random, plan, aim, 0);
  if (unit_chance (random, plan->linked))
    test_add_premises (t, random, plan, relation);
}

/* Undercuts are invented in an order that has nothing to do with that of the file. */
static inline void
test_add_relations (TestMap *t, GRand *random, const TestPlan *plan)
{
  guint count = t->claims->len;

  for (guint i = 0; i < count; i++)
    {
      test_add_targets (t, random, plan, i, AM_RELATION_SUPPORT, plan->supports);
      if (test_claim (t, i)->rebuttal)
        test_add_targets (t, random, plan, i, AM_RELATION_REBUT, plan->rebuts);
    }
  for (guint i = count > 0 ? unit_below (random, count * plan->undercuts + 1) : 0; i > 0; i--)
    {
      guint from = unit_below (random, count);
      if (test_claim (t, from)->rebuttal)
        test_add_undercut (t, random, plan, from);
    }
}

/* --- writing --- */

static inline void
test_write_ids (GString *json, const GPtrArray *ids)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s\"%s\"", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (ids, i));
  g_string_append_c (json, ']');
}

static inline void
test_write_pair (GString *json, const TestPair *pair)
{
  if (pair->relation != NULL)
    g_string_append_printf (json, "\"relation\": \"%s\"", pair->relation);
  else if (pair->inner == NULL)
    g_string_append_printf (json, "\"from\": \"%s\", \"to\": \"%s\"", pair->from, pair->to);
  else
    {
      g_string_append_printf (json, "\"from\": \"%s\", \"to\": {", pair->from);
      test_write_pair (json, pair->inner);
      g_string_append_c (json, '}');
    }
}

static inline void
test_write_relation (GString *json, const TestRelation *relation)
{
  gboolean plain =
      relation->kind != AM_RELATION_UNDERCUT && relation->id == NULL && relation->with->len == 0;

  if (plain)
    {
      g_string_append_printf (json, "\"%s\"", relation->to);
      return;
    }
  g_string_append_c (json, '{');
  if (relation->kind == AM_RELATION_UNDERCUT)
    test_write_pair (json, relation->pair);
  else
    g_string_append_printf (json, "\"claim\": \"%s\"", relation->to);
  if (relation->with->len > 0)
    {
      g_string_append (json, ", \"with\": ");
      test_write_ids (json, relation->with);
    }
  if (relation->id != NULL)
    g_string_append_printf (json, ", \"id\": \"%s\"", relation->id);
  g_string_append_c (json, '}');
}

static inline void
test_write_relations (TestMap *t, guint from, AmRelationKind kind)
{
  static const char *const members[] = { "supports", "rebuts", "undercuts" };
  gboolean begun = FALSE;

  for (guint i = 0; i < t->drafts->len; i++)
    {
      TestRelation *relation = g_ptr_array_index (t->drafts, i);
      if (relation->from != from || relation->kind != kind)
        continue;
      g_string_append (t->json, begun ? ", " : "");
      if (!begun)
        g_string_append_printf (t->json, ", \"%s\": [", members[kind]);
      begun = TRUE;
      test_write_relation (t->json, relation);
      g_ptr_array_add (t->relations, relation);
    }
  if (begun)
    g_string_append_c (t->json, ']');
}

static inline void
test_write_claims (TestMap *t, GRand *random, gboolean rebuttals)
{
  gboolean begun = FALSE;

  g_string_append_printf (t->json, ",\n \"%s\": [", rebuttals ? "rebuttals" : "claims");
  for (guint i = 0; i < t->claims->len; i++)
    {
      if (test_claim (t, i)->rebuttal != rebuttals)
        continue;
      g_string_append_printf (t->json, "%s\n  {\"id\": \"%s\", \"text\": \"Text %u.\"",
                              begun ? "," : "", test_claim (t, i)->id, i);
      begun = TRUE;
      guint first = unit_below (random, 3);
      for (guint k = 0; k < 3; k++)
        test_write_relations (t, i, (AmRelationKind) ((first + k) % 3));
      g_string_append_c (t->json, '}');
    }
  g_string_append_c (t->json, ']');
}

static inline void
test_write_things (TestMap *t, const char *member, const char *name, const GPtrArray *ids)
{
  g_string_append_printf (t->json, ",\n \"%s\": [", member);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (t->json, "%s{\"id\": \"%s\", \"%s\": \"Name\"}", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (ids, i), name);
  g_string_append_c (t->json, ']');
}

static inline void
test_write (TestMap *t, GRand *random)
{
  gboolean rebuttals_first = t->claims->len > 0 && test_claim (t, 0)->rebuttal;

  g_string_append (t->json, "{\"argmap\": 1, \"title\": \"Random\"");
  if (t->resolutions->len > 0)
    {
      g_string_append (t->json, ", \"resolution\": ");
      test_write_ids (t->json, t->resolutions);
    }
  test_write_claims (t, random, rebuttals_first);
  test_write_claims (t, random, !rebuttals_first);
  test_write_things (t, "stakeholders", "name", t->stakeholders);
  test_write_things (t, "sources", "title", t->sources);
  g_string_append (t->json, "}\n");
}

/* Free with test_map_free(). */
static inline TestMap *
test_map_new (GRand *random, const TestPlan *plan)
{
  TestMap *t = g_new0 (TestMap, 1);

  t->stakeholders = g_ptr_array_new ();
  t->sources = g_ptr_array_new ();
  t->resolutions = g_ptr_array_new ();
  t->claims = g_array_new (FALSE, FALSE, sizeof (TestClaim));
  t->relations = g_ptr_array_new ();
  t->drafts = g_ptr_array_new_with_free_func (g_free);
  t->pairs = g_ptr_array_new_with_free_func (g_free);
  t->strings = g_string_chunk_new (1024);
  t->json = g_string_new (NULL);
  for (guint i = unit_below (random, 3); i > 0; i--)
    g_ptr_array_add (t->stakeholders, (gpointer) test_name (t, 's', i));
  for (guint i = unit_below (random, 3); i > 0; i--)
    g_ptr_array_add (t->sources, (gpointer) test_name (t, 'q', i));
  test_add_claims (t, random, plan);
  test_add_relations (t, random, plan);
  for (guint i = plan->resolutions && t->claims->len > 0 ? unit_below (random, 4) : 0; i > 0; i--)
    g_ptr_array_add (t->resolutions, (gpointer) test_some_id (t, random, plan));
  test_write (t, random);
  return t;
}

static inline const AmMap *
test_map_load (const TestMap *t, AmLoaded *loaded)
{
  return unit_load (t->json->str, t->json->len, loaded);
}
