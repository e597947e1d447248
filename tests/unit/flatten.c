/* framework/flatten and reason/dispute: on random small maps, against all labellings of their
 * claims and relations. */

#include "maps.h"

#include "framework/flatten.h"
#include "framework/grounded.h"
#include "framework/sat.h"
#include "reason/dispute.h"
#include "reason/label.h"

#define MOST_ARGUMENTS 14 /* of a framework whose sets are gone through */
#define MAPS UNIT_ROUNDS (6000)
#define MOST_VALUES 10 /* claims and relations of a map whose labellings are */

/* --- labellings of a map, by their equations: 1 in, 0 undecided, −1 out --- */

typedef struct
{
  const AmMap *map;
  guint n; /* claims, then relations */
  gint values[MOST_VALUES];
} View;

static gboolean
is_whole (const AmMap *map, guint32 index)
{
  const AmRelation *relation = am_map_relation (map, index);

  for (guint32 i = 0; i < relation->with.count; i++)
    if (am_map_ref (map, relation->with.start + i)->index == AM_NONE)
      return FALSE;
  return relation->kind == AM_RELATION_UNDERCUT ? relation->to_relation != AM_NONE
                                                : relation->to.index != AM_NONE;
}

static gint
value_of_relation (const View *view, guint32 index)
{
  return view->values[view->map->claims->len + index];
}

/* min( v(s) for each premise, −v(u) for each undercut ) */
static gint
right_for_relation (const View *view, guint32 index)
{
  const AmRelation *relation = am_map_relation (view->map, index);
  gint value = view->values[relation->from];

  for (guint32 i = 0; i < relation->with.count; i++)
    value = MIN (value, view->values[am_map_ref (view->map, relation->with.start + i)->index]);
  for (guint32 i = 0; i < view->map->relations->len; i++)
    {
      const AmRelation *other = am_map_relation (view->map, i);
      if (other->kind == AM_RELATION_UNDERCUT && other->to_relation == index
          && is_whole (view->map, i))
        value = MIN (value, -value_of_relation (view, i));
    }
  return value;
}

/* min( −v(a) for each rebuttal, N ) */
static gint
right_for_claim (const View *view, guint32 index)
{
  const AmClaim *claim = am_map_claim (view->map, index);
  gint best = -1, worst = 1;
  guint supports = 0;

  for (guint32 i = 0; i < view->map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (view->map, i);
      if (relation->kind == AM_RELATION_UNDERCUT || relation->to.index != index
          || !is_whole (view->map, i))
        continue;
      if (relation->kind == AM_RELATION_REBUT)
        worst = MIN (worst, -value_of_relation (view, i));
      else
        {
          supports++;
          best = MAX (best, value_of_relation (view, i));
        }
    }
  gint need = supports == 0                        ? (claim->open ? -1 : 1)
            : unit_is_evidenced (view->map, index) ? 1
                                                   : best;
  return MIN (worst, need);
}

/* What the others say that the value should be. Relations that lead nowhere are left at 0. */
static gint
right_value (const View *view, guint i)
{
  guint32 claims = view->map->claims->len;

  if (i < claims)
    return right_for_claim (view, i);
  return is_whole (view->map, i - claims) ? right_for_relation (view, i - claims) : 0;
}

static gboolean
is_labelling (const View *view)
{
  for (guint i = 0; i < view->n; i++)
    if (view->values[i] != right_value (view, i))
      return FALSE;
  return TRUE;
}

/* The next of all 3^n; FALSE after the last. */
static gboolean
next_view (View *view)
{
  for (guint i = 0; i < view->n; i++)
    {
      if (++view->values[i] <= 1)
        return TRUE;
      view->values[i] = -1;
    }
  return FALSE;
}

static GArray *
labellings_of (const AmMap *map)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (View));
  View view = { map, map->claims->len + map->relations->len, { 0 } };

  for (guint i = 0; i < view.n; i++)
    view.values[i] = -1;
  do
    {
      if (is_labelling (&view))
        g_array_append_val (found, view);
    }
  while (next_view (&view));
  return found;
}

/* From all undecided, again and again, until nothing changes. */
static View
least_labelling (const AmMap *map)
{
  View view = { map, map->claims->len + map->relations->len, { 0 } };

  for (View before = view;; before = view)
    {
      for (guint i = 0; i < view.n; i++)
        view.values[i] = right_value (&before, i);
      if (memcmp (view.values, before.values, sizeof view.values) == 0)
        return view;
    }
}

/* --- labellings of the framework --- */

static guint
attacked_by (const AmFramework *framework, guint set)
{
  guint attacked = 0;

  for (guint32 x = 0; x < framework->n; x++)
    {
      AmIndexList list = am_lists_of (&framework->attacked, x);
      for (guint32 i = 0; i < list.count && (set >> x & 1) != 0; i++)
        attacked |= 1u << list.items[i];
    }
  return attacked;
}

static gboolean
is_complete (const AmFramework *framework, guint set)
{
  guint attacked = attacked_by (framework, set);

  for (guint32 x = 0; x < framework->n; x++)
    {
      AmIndexList list = am_lists_of (&framework->attackers, x);
      gboolean defended = TRUE;
      for (guint32 i = 0; i < list.count; i++)
        defended = defended && (attacked >> list.items[i] & 1) != 0;
      if (defended != ((set >> x & 1) != 0))
        return FALSE;
    }
  return (attacked & set) == 0;
}

static gint
label_in (guint set, guint attacked, guint32 x)
{
  return (set >> x & 1) != 0 ? 1 : (attacked >> x & 1) != 0 ? -1 : 0;
}

/* What a complete set of arguments says of the map. */
static View
view_of_set (const AmMap *map, const AmFlat *flat, guint set)
{
  View view = { map, map->claims->len + map->relations->len, { 0 } };
  guint attacked = attacked_by (flat->framework, set);

  for (guint32 i = 0; i < map->claims->len; i++)
    view.values[i] = label_in (set, attacked, i);
  for (guint32 i = 0; i < map->relations->len; i++)
    if (flat->relations[i] != AM_NONE)
      view.values[map->claims->len + i] = label_in (set, attacked, flat->relations[i]);
  return view;
}

static gboolean
holds_view (const GArray *views, const View *view)
{
  for (guint i = 0; i < views->len; i++)
    if (memcmp (g_array_index (views, View, i).values, view->values, sizeof view->values) == 0)
      return TRUE;
  return FALSE;
}

static void
expect_same_labellings (const AmMap *map, const AmFlat *flat, const GArray *labellings,
                        const char *json)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (View));

  for (guint set = 0; set < 1u << flat->framework->n; set++)
    {
      if (!is_complete (flat->framework, set))
        continue;
      View view = view_of_set (map, flat, set);
      UNIT_EXPECT (!holds_view (found, &view),
                   "two labellings of the framework are one of the map %s", json);
      UNIT_EXPECT (holds_view (labellings, &view),
                   "a labelling of the framework is none of the map %s", json);
      g_array_append_val (found, view);
    }
  UNIT_EXPECT (found->len == labellings->len, "%u labellings and not %u of the map %s", found->len,
               labellings->len, json);
}

static void
expect_grounded (const AmMap *map, const AmFlat *flat, const View *least, const char *json)
{
  g_autofree gint8 *labels = am_grounded (flat->framework, NULL);

  for (guint32 i = 0; i < map->claims->len; i++)
    UNIT_EXPECT (labels[i] == least->values[i], "claim %u is %d and not %d: %s", i, labels[i],
                 least->values[i], json);
  for (guint32 i = 0; i < map->relations->len; i++)
    UNIT_EXPECT (flat->relations[i] == AM_NONE
                     || labels[flat->relations[i]] == value_of_relation (least, i),
                 "relation %u is not %d: %s", i, value_of_relation (least, i), json);
}

/* The map is labelled without a framework; both ways say the same. (A claim that is open and has
   evidence is an error of the map, and what becomes of it is not promised.) */
static void
expect_labelling (const AmMap *map, const View *least, const char *json)
{
  g_autoptr (AmDependencies) dependencies = am_dependencies_new (map);
  g_autoptr (AmLabelling) labelling = am_labelling_new (dependencies);

  for (guint32 i = 0; i < map->claims->len; i++)
    if (am_map_claim (map, i)->open && am_map_claim (map, i)->evidence.count > 0)
      return;
  for (guint32 i = 0; i < map->claims->len; i++)
    UNIT_EXPECT ((gint) am_labelling_of (labelling, i) == least->values[i],
                 "claim %u is labelled %d: %s", i, (gint) am_labelling_of (labelling, i), json);
}

static AmDisputeKind
kind_by (const GArray *labellings, const View *least, guint32 claim)
{
  gboolean stands = FALSE, falls = FALSE;

  if (least->values[claim] != 0)
    return AM_DISPUTE_NONE;
  for (guint i = 0; i < labellings->len; i++)
    {
      gint value = g_array_index (labellings, View, i).values[claim];
      stands = stands || value == 1;
      falls = falls || value == -1;
    }
  if (!am_sat_is_available ())
    return AM_DISPUTE_UNASKED;
  return stands && falls ? AM_DISPUTE_EITHER
       : stands          ? AM_DISPUTE_DEFENSIBLE
       : falls           ? AM_DISPUTE_INDEFENSIBLE
                         : AM_DISPUTE_DEADLOCKED;
}

/* --- names --- */

static void
expect_names (const AmFlat *flat, const char *json)
{
  g_autoptr (GPtrArray) names = am_flat_names (flat);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (names->len, ==, flat->arguments->len);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      UNIT_EXPECT (g_ascii_islower (name[0])
                       && strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_")
                              == strlen (name),
                   "an argument is called %s: %s", name, json);
      UNIT_EXPECT (g_hash_table_add (seen, (gpointer) name), "two arguments are called %s: %s",
                   name, json);
    }
}

/* --- random maps --- */

static void
open_some (GRand *random, AmMap *map)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      am_map_claim (map, i)->open = unit_chance (random, 25);
      am_map_claim (map, i)->evidence.count = unit_chance (random, 15);
      am_map_claim (map, i)->kind = (AmClaimKind) unit_below (random, AM_N_CLAIM_KINDS);
    }
}

/* Whatever the bound, a kind is right or is not told. Returns how many were not. */
static guint
expect_bounded (const AmMap *map, const AmDisputeKind *right, guint64 bound, const char *json)
{
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, bound);
  guint cut = 0;

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      UNIT_EXPECT (kinds[i] == right[i]
                       || (kinds[i] == AM_DISPUTE_CUT && right[i] != AM_DISPUTE_NONE),
                   "claim %u is of kind %d and not %d within %" G_GUINT64_FORMAT ": %s", i,
                   kinds[i], right[i], bound, json);
      cut += kinds[i] == AM_DISPUTE_CUT;
    }
  return cut;
}

static guint cut_short; /* claims of random maps within small bounds */

static guint counted[AM_DISPUTE_CUT + 1], looked_at, fewer;

static void
expect_map (const AmMap *map, const char *json)
{
  g_autoptr (AmFlat) flat = am_flat_new (map);

  am_framework_list_attackers (flat->framework);
  expect_names (flat, json);
  if (flat->framework->n > MOST_ARGUMENTS || map->claims->len + map->relations->len > MOST_VALUES)
    return;
  g_autoptr (GArray) labellings = labellings_of (map);
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, G_MAXUINT64);
  View least = least_labelling (map);

  g_autoptr (AmFlat) small = am_flat_small_new (map);
  am_framework_list_attackers (small->framework);
  g_assert_cmpuint (small->framework->n, <=, flat->framework->n);
  fewer += small->framework->n < flat->framework->n;
  expect_same_labellings (map, flat, labellings, json);
  expect_same_labellings (map, small, labellings, json);
  expect_grounded (map, flat, &least, json);
  expect_grounded (map, small, &least, json);
  expect_labelling (map, &least, json);
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmDisputeKind expected = kind_by (labellings, &least, i);
      UNIT_EXPECT (kinds[i] == expected, "claim %u is of kind %d and not %d: %s", i, kinds[i],
                   expected, json);
      counted[expected]++;
    }
  for (guint64 bound = 0; bound <= 20000; bound = 3 * bound + 500)
    cut_short += expect_bounded (map, kinds, bound, json);
  looked_at++;
}

static void
test_random (void)
{
  static const TestPlan plans[] = {
    { .claims = 4, .supports = 1, .rebuts = 2, .undercuts = 1, .linked = 20, .broken = 0 },
    { .claims = 5, .supports = 1, .rebuts = 1, .undercuts = 1, .linked = 10, .broken = 10 },
  };

  for (guint seed = 1; seed <= MAPS; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) t = test_map_new (random, &plans[seed % 2]);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      test_map_load (t, &loaded);
      open_some (random, loaded.map);
      expect_map (loaded.map, t->json->str);
    }
  g_test_message ("%u maps; claims: %u settled, %u disputed, %u defensible, %u indefensible, %u "
                  "deadlocked, %u unknown; %u cut short",
                  looked_at, counted[0], counted[1], counted[2], counted[3], counted[4], counted[5],
                  cut_short);
  g_assert_cmpuint (looked_at, >, MAPS / 2);
  g_assert_cmpuint (fewer, >, MAPS / 4);
  for (guint kind = AM_DISPUTE_NONE; kind < AM_DISPUTE_UNASKED && am_sat_is_available (); kind++)
    g_assert_cmpuint (counted[kind], >, 10); /* else nothing is tested */
  g_assert_true (cut_short > 100 || !am_sat_is_available ());
}

/* --- a map of each kind --- */

static AmDisputeKind
kind_in (const char *json)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json, strlen (json), &loaded);
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, G_MAXUINT64);

  guint32 claim = am_map_find_kind (map, AM_ENTITY_CLAIM, "x");

  g_assert_cmpuint (claim, !=, AM_NONE);
  return kinds[claim];
}

#define MAP(rebuttals) "{\"argmap\":1,\"title\":\"t\",\"rebuttals\":[" rebuttals "]}"
#define REBUTTAL(id, targets) "{\"id\":\"" id "\",\"text\":\"T.\",\"rebuts\":[" targets "]}"

static void
test_kinds (void)
{
  static const struct
  {
    const char *json;
    AmDisputeKind kind;
  } cases[] = {
    { MAP (REBUTTAL ("x", "\"a\"") "," REBUTTAL ("a", "\"x\"")), AM_DISPUTE_EITHER },
    { MAP (REBUTTAL ("x", "\"a\"") "," REBUTTAL ("a", "\"x\",\"a\"")), AM_DISPUTE_DEFENSIBLE },
    { MAP (REBUTTAL ("x", "\"a\",\"x\"") "," REBUTTAL ("a", "\"x\"")), AM_DISPUTE_INDEFENSIBLE },
    { MAP (REBUTTAL ("x", "\"a\"") "," REBUTTAL ("a", "\"b\"") "," REBUTTAL ("b", "\"x\"")),
      AM_DISPUTE_DEADLOCKED },
    { MAP (REBUTTAL ("x", "\"a\"") "," REBUTTAL ("a", "\"b\"") "," REBUTTAL ("b", "")),
      AM_DISPUTE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AmDisputeKind found = kind_in (cases[i].json);
      gboolean unknown = cases[i].kind != AM_DISPUTE_NONE && !am_sat_is_available ();
      g_assert_cmpint (found, ==, unknown ? AM_DISPUTE_UNASKED : cases[i].kind);
    }
  g_assert_null (am_dispute_word (AM_DISPUTE_NONE));
  g_assert_null (am_dispute_word (AM_DISPUTE_UNASKED));
  g_assert_null (am_dispute_word (AM_DISPUTE_CUT));
  g_assert_cmpstr (am_dispute_word (AM_DISPUTE_EITHER), ==, "either");
  g_assert_cmpstr (am_dispute_word (AM_DISPUTE_DEADLOCKED), ==, "deadlocked");
}

/* --- the empty map, and long ones --- */

static void
test_empty (void)
{
  static const char json[] = "{\"argmap\":1,\"title\":\"t\",\"claims\":[]}";
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmMap *map = unit_load (json, strlen (json), &loaded);
  g_autoptr (AmFlat) flat = am_flat_new (map);
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, G_MAXUINT64);

  g_assert_cmpuint (flat->framework->n, ==, 0);
  g_assert_nonnull (kinds);
}

#define CHAIN 10000

/* Each rebuts the one before; in a ring, the first rebuts the last. */
static void
test_long (gconstpointer ring)
{
  g_autoptr (GString) json = g_string_new ("{\"argmap\":1,\"title\":\"t\",\"rebuttals\":[");
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  for (guint i = 0; i < CHAIN; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"c%u\",\"text\":\"T.\"", i > 0 ? "," : "", i);
      if (i > 0 || ring != NULL)
        g_string_append_printf (json, ",\"rebuts\":[\"c%u\"]", (i + CHAIN - 1) % CHAIN);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
  const AmMap *map = unit_load (json->str, json->len, &loaded);
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, G_MAXUINT64);
  AmDisputeKind expected = ring == NULL           ? AM_DISPUTE_NONE
                         : am_sat_is_available () ? AM_DISPUTE_EITHER
                                                  : AM_DISPUTE_UNASKED;
  for (guint i = 0; i < CHAIN; i++)
    g_assert_cmpint (kinds[i], ==, expected);
}

/* Circles of three, each of which rebuts the thesis: within the usual bound all are told, the
 * thesis by what is known of them. */
static void
test_triples (void)
{
  g_autoptr (GString) json = g_string_new (
      "{\"argmap\":1,\"title\":\"t\",\"claims\":[{\"id\":\"t\",\"text\":\"T.\"}],\"rebuttals\":[");
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  for (guint i = 0; i < CHAIN / 3 * 3; i++)
    g_string_append_printf (json, "%s{\"id\":\"c%u\",\"text\":\"T.\",\"rebuts\":[\"t\",\"c%u\"]}",
                            i > 0 ? "," : "", i, i / 3 * 3 + (i + 1) % 3);
  g_string_append (json, "]}");
  const AmMap *map = unit_load (json->str, json->len, &loaded);
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, am_dispute_usual_bound (map));
  for (guint i = 0; i < map->claims->len; i++)
    g_assert_cmpint (kinds[i], ==,
                     am_sat_is_available () ? AM_DISPUTE_DEADLOCKED : AM_DISPUTE_UNASKED);
}

/* --- maps that are hard on purpose --- */

#define VARIABLES 14
#define CLAUSES                                                                                    \
  60 /* about as many formulae of three literals a clause can be satisfied as cannot */
#define FORMULAE 20

typedef struct
{
  guint variable[3];
  gboolean negated[3];
} Clause;

static Clause *
random_formula (GRand *random)
{
  Clause *formula = g_new (Clause, CLAUSES);

  for (guint i = 0; i < CLAUSES; i++)
    for (guint k = 0; k < 3; k++)
      {
        formula[i].variable[k] = unit_below (random, VARIABLES);
        formula[i].negated[k] = unit_chance (random, 50);
      }
  return formula;
}

static gboolean
satisfies (const Clause *formula, guint values)
{
  for (guint i = 0; i < CLAUSES; i++)
    {
      gboolean holds = FALSE;
      for (guint k = 0; k < 3; k++)
        holds =
            holds || ((values >> formula[i].variable[k]) & 1) != (formula[i].negated[k] ? 1 : 0);
      if (!holds)
        return FALSE;
    }
  return TRUE;
}

/* By its truth table. */
static gboolean
is_satisfiable (const Clause *formula)
{
  for (guint values = 0; values < 1u << VARIABLES; values++)
    if (satisfies (formula, values))
      return TRUE;
  return FALSE;
}

/* A literal rebuts its contrary and the clauses that it satisfies, and each clause the claim "x":
   that stands in some view if the formula can be satisfied. A view that leaves some variables open
   makes it fall, as soon as a clause stands. */
static char *
write_formula (const Clause *formula)
{
  g_autoptr (GString) json = g_string_new ("{\"argmap\":1,\"title\":\"t\",\"rebuttals\":[");

  for (guint literal = 0; literal < 2 * VARIABLES; literal++)
    {
      g_string_append_printf (json, "{\"id\":\"l%u\",\"text\":\"T.\",\"rebuts\":[\"l%u\"", literal,
                              literal ^ 1);
      for (guint i = 0; i < CLAUSES; i++)
        for (guint k = 0, told = 0; k < 3 && told == 0; k++)
          if (2 * formula[i].variable[k] + (formula[i].negated[k] ? 1 : 0) == literal)
            {
              told = 1;
              g_string_append_printf (json, ",\"k%u\"", i);
            }
      g_string_append (json, "]},");
    }
  for (guint i = 0; i < CLAUSES; i++)
    g_string_append_printf (json, "{\"id\":\"k%u\",\"text\":\"T.\",\"rebuts\":[\"x\"]},", i);
  g_string_append (json, "{\"id\":\"x\",\"text\":\"T.\"}]}");
  return g_strdup (json->str);
}

static void
test_bound (void)
{
  guint satisfiable = 0, cut = 0, told = 0;

  for (guint seed = 1; seed <= FORMULAE; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autofree Clause *formula = random_formula (random);
      g_autofree char *json = write_formula (formula);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      const AmMap *map = unit_load (json, strlen (json), &loaded);
      guint32 x = am_map_find_kind (map, AM_ENTITY_CLAIM, "x");
      g_autofree AmDisputeKind *kinds = am_dispute_kinds (map, G_MAXUINT64);
      gboolean stands = is_satisfiable (formula);
      satisfiable += stands;
      g_assert_cmpint (kinds[x], ==, stands ? AM_DISPUTE_EITHER : AM_DISPUTE_INDEFENSIBLE);
      for (guint64 bound = 1000; bound < 10000000; bound *= 2)
        {
          guint left = expect_bounded (map, kinds, bound, json);
          cut += left > 0;
          told += left == 0;
          g_assert_cmpuint (expect_bounded (map, kinds, bound, json), ==,
                            left); /* the same again */
        }
    }
  g_test_message ("%u of %u formulae can be satisfied; %u answers were cut, %u were not",
                  satisfiable, FORMULAE, cut, told);
  g_assert_cmpuint (satisfiable, >, FORMULAE / 5);
  g_assert_cmpuint (satisfiable, <, FORMULAE - FORMULAE / 5);
  g_assert_cmpuint (cut, >, FORMULAE);
  g_assert_cmpuint (told, >, FORMULAE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flatten/random", test_random);
  g_test_add_func ("/dispute/triples", test_triples);
  g_test_add_func ("/flatten/empty", test_empty);
  g_test_add_func ("/dispute/kinds", test_kinds);
  if (am_sat_is_available ())
    g_test_add_func ("/dispute/bound", test_bound);
  g_test_add_data_func ("/dispute/chain", NULL, test_long);
  g_test_add_data_func ("/dispute/ring", GUINT_TO_POINTER (1), test_long);
  return g_test_run ();
}
