/* reason/strength: the examples of the literature, and random maps against formulae written down
 * once more. */

#include "reason/strength.h"
#include "debates.h"

static double
claim_strength (const AmMap *map, const AmStrengths *s, const char *id)
{
  return s->claims[am_map_find_kind (map, AM_ENTITY_CLAIM, id)];
}

static double
contribution (const AmMap *map, AmStrengths *s, const char *of, const char *to)
{
  return am_strength_contribution (s, am_map_find_kind (map, AM_ENTITY_CLAIM, of),
                                   am_map_find_kind (map, AM_ENTITY_CLAIM, to));
}

static gboolean
same (double a, double b)
{
  return isnan (a) ? isnan (b) : !(a < b) && !(a > b);
}

/* --- by hand --- */

#define MAP(claims, rebuttals)                                                                     \
  "{\"argmap\": 1, \"title\": \"t\", \"claims\": [" claims "], \"rebuttals\": [" rebuttals "]}"
#define CLAIM(id, confidence, more)                                                                \
  "{\"id\": \"" id "\", \"text\": \"T\", \"confidence\": " #confidence more "}"
#define BARE(id, more) "{\"id\": \"" id "\", \"text\": \"T\"" more "}"
#define SUPPORTS(...) ", \"supports\": [" __VA_ARGS__ "]"
#define REBUTS(...) ", \"rebuts\": [" __VA_ARGS__ "]"
#define UNDERCUTS(...) ", \"undercuts\": [" __VA_ARGS__ "]"

static const AmMap *
load (const char *json, AmLoaded *loaded)
{
  return unit_load (json, strlen (json), loaded);
}

typedef struct
{
  const char *json;
  AmStrengthMethod asked;
  AmStrengthMethod used;
  struct
  {
    const char *id;
    double value, tolerance;
  } expected[4];
} Example;

#define E_DEMOCRACY                                                                                \
  MAP (CLAIM ("A1", 0.5, ) "," CLAIM ("A2", 0.5, ) "," CLAIM (                                     \
           "P1", 0.7,                                                                              \
           SUPPORTS ("\"A1\"")) "," CLAIM ("P2", 0.5,                                              \
                                           SUPPORTS ("\"A1\"")) "," CLAIM ("P3", 0.9,              \
                                                                           SUPPORTS ("\"A2\"")),   \
       CLAIM ("C1", 0.2, REBUTS ("\"A2\"")) "," CLAIM ("C2", 0.2, REBUTS ("\"P2\"")) "," CLAIM (   \
           "C3", 0.6, REBUTS ("\"P2\"")) "," CLAIM ("C4", 0.5, REBUTS ("\"P2\"")))

#define SELF_ATTACK MAP (, BARE ("z", REBUTS ("\"z\"")))

static const Example examples[] = {
  { E_DEMOCRACY,
    AM_STRENGTH_AUTO,
    AM_STRENGTH_DFQUAD,
    { { "A1", .862, 1e-12 }, { "A2", .85, 1e-12 }, { "P2", .08, 1e-12 } } },
  { E_DEMOCRACY,
    AM_STRENGTH_QUADRATIC,
    AM_STRENGTH_QUADRATIC,
    { { "A1", .719852, 1e-6 }, { "A2", .664430, 1e-6 }, { "P2", .185874, 1e-6 } } },
  { E_DEMOCRACY,
    AM_STRENGTH_EULER,
    AM_STRENGTH_EULER,
    { { "A1", .689380, 1e-6 }, { "A2", .626285, 1e-6 }, { "P2", .339943, 1e-6 } } },
  /* Kampik et al. 2024, example 3.1 */
  { MAP (BARE ("a", ) "," BARE ("c", SUPPORTS ("\"b\"")), BARE ("b", REBUTS ("\"a\""))),
    AM_STRENGTH_DFQUAD,
    AM_STRENGTH_DFQUAD,
    { { "a", .125, 1e-12 }, { "b", .75, 1e-12 }, { "c", .5, 1e-12 } } },
  /* s = .5 − .5 s; 2 s + s² ⋅ 2 s = 1; s = 1 − .75 / (1 + .5 e^−s) */
  { SELF_ATTACK, AM_STRENGTH_DFQUAD, AM_STRENGTH_DFQUAD, { { "z", 1. / 3, 1e-8 } } },
  { SELF_ATTACK, AM_STRENGTH_AUTO, AM_STRENGTH_QUADRATIC, { { "z", .423853799, 1e-8 } } },
  { SELF_ATTACK, AM_STRENGTH_EULER, AM_STRENGTH_EULER, { { "z", .433574903, 1e-8 } } },
  /* a τ of 0 and of 1 can be moved, but by Euler-based strengths it cannot */
  { MAP (CLAIM ("0", 0, ) "," CLAIM ("1", 1, ) "," CLAIM ("s", 1, SUPPORTS ("\"0\"")),
         CLAIM ("r", 1, REBUTS ("\"1\""))),
    AM_STRENGTH_AUTO,
    AM_STRENGTH_DFQUAD,
    { { "0", 1, 0 }, { "1", 0, 0 } } },
  { MAP (CLAIM ("0", 0, ) "," CLAIM ("1", 1, ) "," CLAIM ("s", 1, SUPPORTS ("\"0\"")),
         CLAIM ("r", 1, REBUTS ("\"1\""))),
    AM_STRENGTH_QUADRATIC,
    AM_STRENGTH_QUADRATIC,
    { { "0", .5, 0 }, { "1", .5, 0 } } },
  { MAP (CLAIM ("0", 0, ) "," CLAIM ("1", 1, ) "," CLAIM ("s", 1, SUPPORTS ("\"0\"")),
         CLAIM ("r", 1, REBUTS ("\"1\""))),
    AM_STRENGTH_EULER,
    AM_STRENGTH_EULER,
    { { "0", 0, 0 }, { "1", 1, 0 } } },
  /* the least of two premises, a step of half strength, undercut, and the undercut undercut:
     .5 × .4 × (1 − .6 × (1 − .5)) = .14; a = .5 + .5 × .14 */
  { MAP (BARE ("a", ) "," CLAIM ("p", 0.8,
                                 SUPPORTS ("{\"claim\": \"a\", \"with\": [\"q\"], \"strength\": "
                                           "0.5, \"id\": \"r\"}")) "," CLAIM ("q", 0.4, ),
         CLAIM ("u", 0.6, UNDERCUTS ("{\"relation\": \"r\", \"id\": \"ru\"}")) "," CLAIM (
             "v", 0.5, UNDERCUTS ("{\"relation\": \"ru\"}"))),
    AM_STRENGTH_AUTO,
    AM_STRENGTH_DFQUAD,
    { { "a", .57, 1e-12 } } },
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const Example *e = &examples[i];
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = load (e->json, &loaded);
      g_autoptr (AmStrengths) s = am_strengths_new (map, e->asked);

      unit_seed = i;
      g_assert_cmpint (s->method, ==, e->used);
      g_assert_true (s->converged);
      for (guint k = 0; k < G_N_ELEMENTS (e->expected) && e->expected[k].id != NULL; k++)
        {
          double strength = claim_strength (map, s, e->expected[k].id);
          UNIT_EXPECT (fabs (strength - e->expected[k].value) <= e->expected[k].tolerance,
                       "%s is %.9f and not %.9f", e->expected[k].id, strength,
                       e->expected[k].value);
        }
    }
}

/* A supports ten B, each of which supports ten C, each of which attacks A. */
static void
test_potyka (void)
{
  g_autoptr (GString) json = g_string_new (
      "{\"argmap\": 1, \"title\": \"t\", \"claims\": [" CLAIM ("a", 1, SUPPORTS ("\"b0\"")));

  g_string_truncate (json, json->len - strlen ("]}"));
  for (guint b = 1; b < 10; b++)
    g_string_append_printf (json, ", \"b%u\"", b);
  g_string_append (json, "]}");
  for (guint b = 0; b < 10; b++)
    {
      g_string_append_printf (
          json, ", {\"id\": \"b%u\", \"text\": \"B\", \"confidence\": 0, \"supports\": [\"c0\"", b);
      for (guint c = 1; c < 10; c++)
        g_string_append_printf (json, ", \"c%u\"", c);
      g_string_append (json, "]}");
    }
  g_string_append (json, "], \"rebuttals\": [" CLAIM ("c0", 0, REBUTS ("\"a\"")));
  for (guint c = 1; c < 10; c++)
    g_string_append_printf (
        json, ", {\"id\": \"c%u\", \"text\": \"C\", \"confidence\": 0, \"rebuts\": [\"a\"]}", c);
  g_string_append (json, "]}");

  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (json->str, &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);
  g_assert_cmpint (s->method, ==, AM_STRENGTH_QUADRATIC);
  g_assert_true (s->converged && s->cyclic && !s->counts_only);
  g_assert_cmpfloat_with_epsilon (claim_strength (map, s, "a"), .224088, 1e-6);
  g_assert_cmpfloat_with_epsilon (claim_strength (map, s, "b7"), .047814, 1e-6);
  g_assert_cmpfloat_with_epsilon (claim_strength (map, s, "c3"), .186079, 1e-6);
}

static void
test_methods (void)
{
  static const struct
  {
    const char *json;
    AmStrengthMethod method; /* of auto */
    gboolean has_strengths, cyclic;
  } cases[] = {
    { MAP (BARE ("a", ), ), AM_STRENGTH_QUADRATIC, FALSE, FALSE },
    { MAP (CLAIM ("a", 0.5, ), ), AM_STRENGTH_DFQUAD, TRUE, FALSE },
    { MAP (BARE ("a", ) "," BARE ("b", SUPPORTS ("{\"claim\": \"a\", \"strength\": 0}")), ),
      AM_STRENGTH_DFQUAD, TRUE, FALSE },
    { MAP (CLAIM ("a", 0.5, SUPPORTS ("\"b\"")) "," BARE ("b", SUPPORTS ("\"a\"")), ),
      AM_STRENGTH_QUADRATIC, TRUE, TRUE },
    { MAP (BARE ("a", ), CLAIM ("z", 1, UNDERCUTS ("{\"relation\": \"u\", \"id\": \"u\"}"))),
      AM_STRENGTH_QUADRATIC, TRUE, TRUE },
    /* a circle that is none: it does not resolve */
    { MAP (CLAIM ("a", 0.5, SUPPORTS ("{\"claim\": \"b\", \"with\": [\"no\"]}")) "," BARE (
               "b", SUPPORTS ("\"a\"")), ),
      AM_STRENGTH_DFQUAD, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = load (cases[i].json, &loaded);
      g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);
      g_autoptr (AmStrengths) dfquad = am_strengths_new (map, AM_STRENGTH_DFQUAD);
      g_assert_cmpint (s->method, ==, cases[i].method);
      g_assert_cmpint (dfquad->method, ==, AM_STRENGTH_DFQUAD);
      g_assert_cmpint (am_map_has_strengths (map), ==, cases[i].has_strengths);
      g_assert_cmpint (s->counts_only, ==, !cases[i].has_strengths);
      g_assert_cmpint (s->cyclic, ==, cases[i].cyclic);
      g_assert_null (am_strengths_new (map, AM_STRENGTH_NONE));
    }
  g_assert_cmpstr (am_strength_words[AM_STRENGTH_EULER], ==, "euler");
  g_assert_cmpstr (am_strength_names[AM_STRENGTH_QUADRATIC], ==, "quadratic energy");
  g_assert_null (am_strength_words[AM_STRENGTH_NONE + 1]);
}

static void
test_empty (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmStrengths) s = am_strengths_new (load (MAP (, ), &loaded), AM_STRENGTH_AUTO);

  g_assert_true (s->converged && s->counts_only && !s->cyclic);
}

/* Undercuts that undercut themselves, and each other: x = a (1 − x). */
static void
test_knots (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (
      MAP (
          BARE ("a", ),
          CLAIM ("z", 0.5, UNDERCUTS ("{\"relation\": \"u\", \"id\": \"u\"}")) "," CLAIM (
              "y", 1,
              UNDERCUTS (
                  "{\"relation\": \"w\", \"id\": \"v\", \"strength\": 0.5}")) "," CLAIM ("x", 1,
                                                                                         UNDERCUTS (
                                                                                             "{\"re"
                                                                                             "latio"
                                                                                             "n\": "
                                                                                             "\"v\""
                                                                                             ", "
                                                                                             "\"id"
                                                                                             "\": "
                                                                                             "\"w\""
                                                                                             "}"))),
      &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);

  g_assert_true (s->converged);
  g_assert_cmpfloat_with_epsilon (s->relations[0], 1. / 3, 1e-8);
  g_assert_cmpfloat_with_epsilon (s->relations[1], 0, 1e-8); /* v = (1 − w) / 2, w = 1 − v */
  g_assert_cmpfloat_with_epsilon (s->relations[2], 1, 1e-8);
}

/* a and b rebut each other and have several equilibria. What is said against a is answered, so that
   neither is better off: that it would push a down if nobody answered leaves no trace. */
static void
test_tie (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map =
      load (MAP (, CLAIM ("a", 1, REBUTS ("\"b\"")) "," CLAIM ("b", 1, REBUTS ("\"a\"")) "," CLAIM (
                       "x", 1, REBUTS ("\"a\"")) "," CLAIM ("y", 1, REBUTS ("\"x\""))),
            &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_DFQUAD);

  g_assert_cmpfloat_with_epsilon (claim_strength (map, s, "a"), .5, AM_STRENGTH_TIE);
  g_assert_true (same (claim_strength (map, s, "a"), claim_strength (map, s, "b")));
  g_assert_true (same (contribution (map, s, "x", "a"), 0));
}

/* What does not resolve is passed over; what undercuts that bears on nothing. */
static void
test_broken (void)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (
      MAP (BARE ("a", ) "," CLAIM ("b", 1,
                                   SUPPORTS ("{\"claim\": \"a\", \"with\": [\"no\"], \"id\": "
                                             "\"r\"}")) "," CLAIM ("c", 1, SUPPORTS ("\"no\"")),
           CLAIM ("z", 1, UNDERCUTS ("{\"relation\": \"r\"}, {\"relation\": \"nothing\"}"))),
      &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);

  g_assert_true (s->converged);
  g_assert_true (same (claim_strength (map, s, "a"), .5));
  g_assert_true (isnan (s->relations[0]) && isnan (s->relations[1]) && same (s->relations[2], 1)
                 && isnan (s->relations[3]));
  g_assert_true (same (contribution (map, s, "b", "a"), 0));
  g_assert_true (same (contribution (map, s, "z", "a"), 0));
}

/* --- maps that are large, or that do not settle --- */

static void
append_claim (GString *json, guint number, double confidence, const char *member, guint target)
{
  g_string_append_printf (json, "{\"id\": \"c%u\", \"text\": \"T\", \"confidence\": %u.%u", number,
                          (guint) confidence, (guint) (confidence * 10) % 10);
  if (target != number)
    g_string_append_printf (json, ", \"%s\": [\"c%u\"]", member, target);
  g_string_append_c (json, '}');
}

/* Each rebuts the one before, and the first the last if it is to be a circle. */
static GString *
write_chain (guint length, gboolean circle)
{
  GString *json = g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"rebuttals\": [");

  for (guint i = 0; i < length; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_claim (json, i, .5, "rebuts", i > 0 ? i - 1 : circle ? length - 1 : 0);
    }
  g_string_append (json, "]}");
  return json;
}

#define DEEP 10000

static void
test_deep (void)
{
  g_autoptr (GString) json = write_chain (DEEP, FALSE);
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (json->str, &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);
  double expected = .5;

  g_assert_cmpint (s->method, ==, AM_STRENGTH_DFQUAD);
  for (guint i = DEEP; i-- > 0; expected = .5 - .5 * expected)
    g_assert_cmpfloat_with_epsilon (s->claims[i], expected, 1e-12);
  g_assert_cmpfloat_with_epsilon (am_strength_contribution (s, 2, 0), .25 * s->claims[2], 1e-12);
  g_assert_cmpfloat_with_epsilon (am_strength_contribution (s, DEEP - 1, 0), 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (am_strength_contribution (s, DEEP - 1, DEEP - 2), -.25, 1e-12);
}

static void
test_long_circle (void)
{
  g_autoptr (GString) json = write_chain (DEEP, TRUE);
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (json->str, &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_DFQUAD);

  g_assert_true (s->cyclic && s->converged);
  for (guint i = 0; i < DEEP; i++)
    g_assert_cmpfloat_with_epsilon (s->claims[i], 1. / 3, 1e-8);
  /* Without the second, the last is the end of a chain. */
  g_assert_cmpfloat_with_epsilon (am_strength_contribution (s, 1, 0), 1. / 3 - .5, 1e-8);
}

/* e^1000 is no number any more. */
static void
test_many (void)
{
  g_autoptr (GString) json = g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"claims\": [");
  g_string_append (json, CLAIM ("z", 0, ) "," CLAIM ("h", 0.5, ));
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (
        json,
        ", {\"id\": \"c%u\", \"text\": \"T\", \"confidence\": 1, \"supports\": [\"z\", \"h\"]}", i);
  g_string_append (json, "]}");

  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (json->str, &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_EULER);
  g_assert_true (same (claim_strength (map, s, "z"), 0));
  g_assert_true (same (claim_strength (map, s, "h"), 1));
}

/* Five groups of four in a circle, everybody against everybody in the next: strengths go up and
   down for ever. Claim 20 supports one of them, 21 is rebutted by one; 22 and 23 have nothing to do
   with it; 24 is supported by 27 together with one of them; 25 and 26 are a circle that one of them
   leads into, and would not move otherwise. */
static void
test_no_end (void)
{
  g_autoptr (GString) json = g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"claims\": [");
  g_string_append (
      json,
      CLAIM ("c24", 0.5, ) "," CLAIM ("c27", 0.5, SUPPORTS ("{\"claim\": \"c24\", \"with\": [\"c5\"]}")) "," CLAIM (
          "c25", 0, SUPPORTS ("\"c26\"")) "," CLAIM ("c26", 0, SUPPORTS ("\"c25\"")) ",");
  append_claim (json, 20, .5, "supports", 3);
  g_string_append_c (json, ',');
  append_claim (json, 21, .5, "supports", 21);
  g_string_append_c (json, ',');
  append_claim (json, 22, .5, "supports", 23);
  g_string_append_c (json, ',');
  append_claim (json, 23, .5, "supports", 23);
  g_string_append (json, "], \"rebuttals\": [");
  for (guint i = 0; i < 20; i++)
    {
      guint next = (i / 4 + 1) % 5 * 4;
      g_string_append_printf (
          json, "%s{\"id\": \"c%u\", \"text\": \"T\", \"confidence\": %s, \"rebuts\": [%s",
          i > 0 ? "," : "", i, i == 0 ? "0.9" : "1", i == 7 ? "\"c21\", \"c25\", " : "");
      for (guint k = 0; k < 4; k++)
        g_string_append_printf (json, "%s\"c%u\"", k > 0 ? ", " : "", next + k);
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");

  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = load (json->str, &loaded);
  g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);
  g_assert_true (s->cyclic && !s->converged);
  g_assert_true (isnan (claim_strength (map, s, "c0")) && isnan (claim_strength (map, s, "c13")));
  g_assert_true (isnan (claim_strength (map, s, "c21")) && isnan (claim_strength (map, s, "c24")));
  g_assert_true (isnan (claim_strength (map, s, "c25")) && isnan (claim_strength (map, s, "c26")));
  g_assert_true (same (claim_strength (map, s, "c20"), .5));
  g_assert_true (same (claim_strength (map, s, "c23"), .6));
  g_assert_true (isnan (contribution (map, s, "c20", "c3")));
  g_assert_cmpfloat_with_epsilon (contribution (map, s, "c22", "c23"), .1, 1e-12);
}

/* --- random maps: the formulae once more --- */

static double
or_else (double value, double otherwise)
{
  return isnan (value) ? otherwise : value;
}

static double
plain_contribution (const Debate *d, const double *s, guint relation)
{
  const DebateRelation *r = &d->relations[relation];
  double value = s[r->from];

  for (guint i = 0; i < r->n_with; i++)
    value = fmin (value, s[r->with[i]]);
  value *= or_else (r->strength, 1);
  for (guint i = relation + 1; i < d->n_relations; i++)
    if (d->relations[i].kind == AM_RELATION_UNDERCUT && d->relations[i].to == relation)
      value *= 1 - plain_contribution (d, s, i);
  return value;
}

static double
plain_strength (const Debate *d, AmStrengthMethod method, const double *s, guint claim)
{
  double base = or_else (d->claims[claim].confidence, .5), sum = 0, left[2] = { 1, 1 };

  for (guint i = 0; i < d->n_relations; i++)
    if (d->relations[i].kind != AM_RELATION_UNDERCUT && d->relations[i].to == claim)
      {
        gboolean rebut = d->relations[i].kind == AM_RELATION_REBUT;
        double value = plain_contribution (d, s, i);
        sum += rebut ? -value : value;
        left[rebut] *= 1 - value;
      }
  if (method == AM_STRENGTH_EULER)
    return 1 - (1 - base * base) / (1 + base * exp (sum));
  double pull =
      method == AM_STRENGTH_DFQUAD ? left[1] - left[0] : sum * fabs (sum) / (1 + sum * sum);
  return base + pull * (pull > 0 ? 1 - base : base);
}

static double
plain_slopes (const Debate *d, AmStrengthMethod method, const double *s, double *slopes)
{
  double most = 0;
  for (guint i = 0; i < d->n_claims; i++)
    {
      slopes[i] = plain_strength (d, method, s, i) - s[i];
      most = fmax (most, fabs (slopes[i]));
    }
  return most;
}

/* Runge and Kutta's method on the whole map. */
static gboolean
plain_settle (const Debate *d, AmStrengthMethod method, double *s, guint steps)
{
  double k[4][DEBATE_CLAIMS], at[DEBATE_CLAIMS];

  for (guint i = 0; i < d->n_claims; i++)
    s[i] = or_else (d->claims[i].confidence, .5);
  while (plain_slopes (d, method, s, k[0]) >= 1e-11)
    {
      if (steps-- == 0)
        return FALSE;
      for (guint stage = 1; stage < 4; stage++)
        {
          for (guint i = 0; i < d->n_claims; i++)
            at[i] = s[i] + (stage == 3 ? .1 : .05) * k[stage - 1][i];
          plain_slopes (d, method, at, k[stage]);
        }
      for (guint i = 0; i < d->n_claims; i++)
        s[i] += .1 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]) / 6;
    }
  return TRUE;
}

static const AmStrengthMethod methods[] = { AM_STRENGTH_DFQUAD, AM_STRENGTH_QUADRATIC,
                                            AM_STRENGTH_EULER };

static const DebatePlan acyclic = { .claims = 14, .relations = 30, .kinds = 3 };
static const DebatePlan cyclic = { .claims = 9, .relations = 16, .kinds = 3, .cyclic = TRUE };
static const DebatePlan sure_attacks = { .claims = 14, .relations = 30, .kinds = 2, .sure = TRUE };

/* Going through the claims from the last, each depends on what has been computed. */
static void
test_acyclic (void)
{
  for (guint seed = 1; seed <= 600; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      AmStrengthMethod method = methods[seed % 3];
      guint places[DEBATE_CLAIMS];
      double expected[DEBATE_CLAIMS];
      Debate d;
      debate_init (&d, random, &acyclic);
      debate_shuffle (places, d.n_claims, random);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = debate_load (&d, places, AM_NONE, &loaded);
      g_autoptr (AmStrengths) s = am_strengths_new (map, method);

      g_assert_true (s->converged && !s->cyclic);
      for (guint i = d.n_claims; i-- > 0;)
        {
          expected[i] = plain_strength (&d, method, expected, i);
          UNIT_EXPECT (fabs (claim_strength (map, s, d.claims[i].id) - expected[i]) < 1e-12,
                       "%s is %.15f and not %.15f", d.claims[i].id,
                       claim_strength (map, s, d.claims[i].id), expected[i]);
        }
      for (guint i = 0; i < d.n_relations; i++)
        {
          char id[8];
          g_snprintf (id, sizeof id, "r%u", i);
          guint32 relation = am_map_find_kind (map, AM_ENTITY_RELATION, id);
          double value =
              relation != AM_NONE ? s->relations[relation] : plain_contribution (&d, expected, i);
          UNIT_EXPECT (fabs (value - plain_contribution (&d, expected, i)) < 1e-12,
                       "%s contributes %.15f", id, value);
        }
    }
}

static void
test_cyclic (void)
{
  guint compared = 0;

  for (guint seed = 1; seed <= 900; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      AmStrengthMethod method = methods[seed % 3];
      guint places[DEBATE_CLAIMS];
      double found[DEBATE_CLAIMS], whole[DEBATE_CLAIMS], slopes[DEBATE_CLAIMS];
      Debate d;
      debate_init (&d, random, &cyclic);
      debate_places (places);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = debate_load (&d, places, AM_NONE, &loaded);
      g_autoptr (AmStrengths) s = am_strengths_new (map, method);

      UNIT_EXPECT (s->converged, "it does not converge");
      for (guint i = 0; i < d.n_claims; i++)
        found[i] = claim_strength (map, s, d.claims[i].id);
      double most = plain_slopes (&d, method, found, slopes);
      UNIT_EXPECT (most < 1e-8, "f(s) − s is %g", most);
      if (!s->cyclic)
        continue;
      compared++;
      UNIT_EXPECT (plain_settle (&d, method, whole, 20000), "the whole does not converge");
      for (guint i = 0; i < d.n_claims; i++)
        UNIT_EXPECT (fabs (found[i] - whole[i]) < 1e-8, "%s is %.15f and not %.15f", d.claims[i].id,
                     found[i], whole[i]);
    }
  g_assert_cmpuint (compared, >, 600);
}

/* By the definition: the least fixpoint, from all undecided. */
static void
label (const Debate *d, int *claims, int *relations)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < d->n_relations + d->n_claims; i++)
        {
          guint claim = i - d->n_relations;
          int value = 1, *place = i < d->n_relations ? &relations[i] : &claims[claim];
          for (guint k = 0; i < d->n_relations && k < d->n_claims; k++)
            if (debate_needs (&d->relations[i], k))
              value = MIN (value, claims[k]);
          for (guint k = 0; k < d->n_relations; k++)
            if (d->relations[k].to == (i < d->n_relations ? i : claim)
                && (d->relations[k].kind == AM_RELATION_UNDERCUT) == (i < d->n_relations))
              value = MIN (value, -relations[k]);
          changed = changed || value != *place;
          *place = value;
        }
    }
}

static void
test_labelling (void)
{
  guint fallen = 0;

  for (guint seed = 1; seed <= 600; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      guint places[DEBATE_CLAIMS];
      int claims[DEBATE_CLAIMS] = { 0 }, relations[DEBATE_RELATIONS] = { 0 };
      Debate d;
      debate_init (&d, random, &sure_attacks);
      debate_shuffle (places, d.n_claims, random);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = debate_load (&d, places, AM_NONE, &loaded);
      g_autoptr (AmStrengths) s = am_strengths_new (map, AM_STRENGTH_AUTO);

      label (&d, claims, relations);
      g_assert_cmpint (s->method, ==, AM_STRENGTH_DFQUAD);
      for (guint i = 0; i < d.n_claims; i++)
        {
          double strength = claim_strength (map, s, d.claims[i].id);
          UNIT_EXPECT (claims[i] != 0 && same (strength, claims[i] > 0),
                       "%s is labelled %d, and %.3f strong", d.claims[i].id, claims[i], strength);
          fallen += claims[i] < 0;
        }
    }
  g_assert_cmpuint (fallen, >, 600);
}

/* The same to the last bit, in whatever order the file has the claims. */
static void
test_order (gconstpointer plan)
{
  for (guint seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      AmStrengthMethod method = methods[seed % 3];
      guint places[DEBATE_CLAIMS], others[DEBATE_CLAIMS];
      Debate d;
      debate_init (&d, random, plan);
      debate_places (places);
      debate_shuffle (others, d.n_claims, random);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL }, shuffled = { NULL, NULL, NULL };
      const AmMap *map = debate_load (&d, places, AM_NONE, &loaded),
                  *other = debate_load (&d, others, AM_NONE, &shuffled);
      g_autoptr (AmStrengths) s = am_strengths_new (map, method),
                              t = am_strengths_new (other, method);

      for (guint i = 0; i < d.n_claims; i++)
        {
          const char *id = d.claims[i].id, *to = d.claims[0].id;
          double a = claim_strength (map, s, id), b = claim_strength (other, t, id);
          UNIT_EXPECT (same (a, b), "%s is %a or %a", id, a, b);
          a = contribution (map, s, id, to);
          b = contribution (other, t, id, to);
          UNIT_EXPECT (same (a, b), "%s contributes %a or %a to %s", id, a, b, to);
        }
    }
}

/* Against a map that really is without the claim. */
static void
test_contribution (gconstpointer plan)
{
  guint moved = 0, circles = 0;

  for (guint seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      AmStrengthMethod method = methods[seed % 3];
      guint places[DEBATE_CLAIMS];
      Debate d;
      debate_init (&d, random, plan);
      debate_shuffle (places, d.n_claims, random);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = debate_load (&d, places, AM_NONE, &loaded);
      g_autoptr (AmStrengths) s = am_strengths_new (map, method);
      for (guint of = 0; of < d.n_claims; of++)
        {
          g_auto (AmLoaded) less = { NULL, NULL, NULL };
          const AmMap *rest = debate_load (&d, places, of, &less);
          g_autoptr (AmStrengths) without = am_strengths_new (rest, method);
          for (guint to = 0; to < d.n_claims; to++)
            {
              const char *id = d.claims[to].id;
              double expected =
                  of == to ? NAN : claim_strength (map, s, id) - claim_strength (rest, without, id);
              double found = contribution (map, s, d.claims[of].id, id);
              UNIT_EXPECT (same (found, expected), "%s contributes %.15f and not %.15f to %s",
                           d.claims[of].id, found, expected, id);
              moved += fabs (found) > 1e-6;
              circles += s->cyclic && !without->cyclic;
            }
        }
    }
  g_assert_cmpuint (moved, >, 1000);
  g_assert_cmpint (circles > 100, ==, plan == &cyclic);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strength/examples", test_examples);
  g_test_add_func ("/strength/potyka", test_potyka);
  g_test_add_func ("/strength/methods", test_methods);
  g_test_add_func ("/strength/empty", test_empty);
  g_test_add_func ("/strength/knots", test_knots);
  g_test_add_func ("/strength/tie", test_tie);
  g_test_add_func ("/strength/broken", test_broken);
  g_test_add_func ("/strength/deep", test_deep);
  g_test_add_func ("/strength/long-circle", test_long_circle);
  g_test_add_func ("/strength/many", test_many);
  g_test_add_func ("/strength/no-end", test_no_end);
  g_test_add_func ("/strength/acyclic", test_acyclic);
  g_test_add_func ("/strength/cyclic", test_cyclic);
  g_test_add_func ("/strength/labelling", test_labelling);
  g_test_add_data_func ("/strength/order/acyclic", &acyclic, test_order);
  g_test_add_data_func ("/strength/order/cyclic", &cyclic, test_order);
  g_test_add_data_func ("/strength/contribution/acyclic", &acyclic, test_contribution);
  g_test_add_data_func ("/strength/contribution/cyclic", &cyclic, test_contribution);
  return g_test_run ();
}
