/* framework/framework, grounded and semantics: every task and semantics on random frameworks of up
   to 12 arguments, against going through all sets of arguments. */

#include "unit.h"

#include "framework/grounded.h"
#include "framework/sat.h"
#include "framework/semantics.h"

#define MOST_ARGUMENTS 12

/* Solvers take much memory in many pieces, each of which a sanitizer writes down. */
#ifdef UNIT_SANITIZED
#define FRAMEWORKS 150
#else
#define FRAMEWORKS 2000
#endif

/* --- semantics by their definitions, on sets of arguments as bits --- */

typedef struct
{
  guint n;
  guint attackers[MOST_ARGUMENTS], attacked[MOST_ARGUMENTS];
  guint attacked_by[1 << MOST_ARGUMENTS]; /* what some argument of each set attacks */
} Table;

static guint
attacked_by (const Table *t, guint set)
{
  return t->attacked_by[set];
}

static void
fill_table (Table *t)
{
  for (guint set = 1; set < 1u << t->n; set++)
    {
      guint x = (guint) g_bit_nth_lsf (set, -1);
      t->attacked_by[set] = t->attacked_by[set & (set - 1)] | t->attacked[x];
    }
}

/* All that @set defends. */
static guint
defended_by (const Table *t, guint set)
{
  guint attacked = attacked_by (t, set), defended = 0;

  for (guint x = 0; x < t->n; x++)
    if ((t->attackers[x] & ~attacked) == 0)
      defended |= 1u << x;
  return defended;
}

static gboolean
is_free (const Table *t, guint set)
{
  return (attacked_by (t, set) & set) == 0;
}

static gboolean
is_admissible (const Table *t, guint set)
{
  return is_free (t, set) && (set & ~defended_by (t, set)) == 0;
}

static gboolean
is_complete (const Table *t, guint set)
{
  return is_free (t, set) && set == defended_by (t, set);
}

static guint
grounded_of (const Table *t)
{
  guint set = 0;

  while (defended_by (t, set) != set)
    set = defended_by (t, set);
  return set;
}

/* Those of @sets of which none is a part of another one, by what @measure makes of them. */
static GArray *
largest_of (const Table *t, const GArray *sets, guint (*measure) (const Table *t, guint set))
{
  GArray *largest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sets->len; i++)
    {
      guint set = g_array_index (sets, guint, i), own = measure (t, set);
      gboolean surpassed = FALSE;
      for (guint k = 0; k < sets->len; k++)
        {
          guint other = measure (t, g_array_index (sets, guint, k));
          surpassed = surpassed || (other != own && (own & ~other) == 0);
        }
      if (!surpassed)
        g_array_append_val (largest, set);
    }
  return largest;
}

static guint
set_itself (G_GNUC_UNUSED const Table *t, guint set)
{
  return set;
}

static guint
range_of (const Table *t, guint set)
{
  return set | attacked_by (t, set);
}

static GArray *
sets_that (const Table *t, gboolean (*are) (const Table *t, guint set))
{
  GArray *sets = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint set = 0; set < 1u << t->n; set++)
    if (are (t, set))
      g_array_append_val (sets, set);
  return sets;
}

static gboolean
is_stable (const Table *t, guint set)
{
  return is_free (t, set) && range_of (t, set) == (1u << t->n) - 1;
}

static guint
ideal_of (const Table *t, const GArray *preferred)
{
  guint common = (1u << t->n) - 1, ideal = 0;

  for (guint i = 0; i < preferred->len; i++)
    common &= g_array_index (preferred, guint, i);
  for (guint set = 0; set < 1u << t->n; set++)
    if ((set & ~common) == 0 && is_admissible (t, set) && (ideal & ~set) == 0)
      ideal = set;
  return ideal;
}

static GArray *
only (guint set)
{
  GArray *sets = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (sets, set);
  return sets;
}

static GArray *
extensions_of (const Table *t, AmSemantics semantics)
{
  g_autoptr (GArray) complete = sets_that (t, is_complete);
  g_autoptr (GArray) preferred = largest_of (t, complete, set_itself);

  switch (semantics)
    {
    case AM_SEMANTICS_GROUNDED:
      return only (grounded_of (t));
    case AM_SEMANTICS_COMPLETE:
      return g_steal_pointer (&complete);
    case AM_SEMANTICS_PREFERRED:
      return g_steal_pointer (&preferred);
    case AM_SEMANTICS_STABLE:
      return sets_that (t, is_stable);
    case AM_SEMANTICS_SEMI_STABLE:
      return largest_of (t, complete, range_of);
    case AM_SEMANTICS_IDEAL:
    default:
      return only (ideal_of (t, preferred));
    }
}

/* --- random frameworks --- */

static AmFramework *
random_framework (GRand *random, Table *t)
{
  guint percent = 3 + unit_below (random, 30), parts = 1 + unit_below (random, 3);
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));

  *t = (Table){ .n = unit_below (random, MOST_ARGUMENTS + 1) };
  for (guint32 x = 0; x < t->n; x++)
    for (guint32 y = 0; y < t->n; y++)
      if (x % parts == y % parts && unit_chance (random, percent))
        {
          AmAttack attack = { x, y };
          t->attacked[x] |= 1u << y;
          t->attackers[y] |= 1u << x;
          for (guint i = 1 + unit_below (random, 2); i > 0; i--)
            g_array_insert_val (attacks, unit_below (random, attacks->len + 1), attack);
        }
  fill_table (t);
  return am_framework_new (t->n, (const AmAttack *) (gpointer) attacks->data, attacks->len);
}

static char *
describe (const Table *t)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%u arguments:", t->n);
  for (guint x = 0; x < t->n; x++)
    for (guint y = 0; y < t->n; y++)
      if ((t->attacked[x] >> y & 1) != 0)
        g_string_append_printf (out, " %u>%u", x, y);
  return g_string_free (out, FALSE);
}

static guint
set_of (const guint32 *members, guint32 count)
{
  guint set = 0;

  for (guint32 i = 0; i < count; i++)
    {
      UNIT_EXPECT (i == 0 || members[i - 1] < members[i], "%u comes before %u", members[i - 1],
                   members[i]);
      set |= 1u << members[i];
    }
  return set;
}

static gboolean
contains (const GArray *sets, guint set)
{
  for (guint i = 0; i < sets->len; i++)
    if (g_array_index (sets, guint, i) == set)
      return TRUE;
  return FALSE;
}

/* --- neighbours --- */

static void
expect_neighbours (const AmLists *neighbours, const guint *expected, guint n, const char *shown)
{
  for (guint32 x = 0; x < n; x++)
    {
      guint32 found = 0;
      AmIndexList list = am_lists_of (neighbours, x);
      for (guint32 i = 0; i < list.count; i++)
        {
          UNIT_EXPECT ((found >> list.items[i] & 1) == 0, "%u has %u twice: %s", x, list.items[i],
                       shown);
          found |= 1u << list.items[i];
        }
      UNIT_EXPECT (found == expected[x], "%u has neighbours %x and not %x: %s", x, found,
                   expected[x], shown);
    }
}

static void
test_neighbours (void)
{
  for (guint seed = 1; seed <= 500; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Table t;
      g_autoptr (AmFramework) framework = random_framework (random, &t);
      g_autofree char *shown = describe (&t);
      g_assert_cmpuint (framework->n, ==, t.n);
      am_framework_list_attackers (framework);
      am_framework_list_attackers (framework); /* nothing, the second time */
      g_assert_cmpuint (framework->n_attacks, ==, framework->attacked.start[t.n]);
      expect_neighbours (&framework->attacked, t.attacked, t.n, shown);
      expect_neighbours (&framework->attackers, t.attackers, t.n, shown);
    }
}

/* Arguments that attack each other by way of others, found by going on from each, are one
 * component; it comes after all that attack it. */
static void
test_components (void)
{
  for (guint seed = 1; seed <= 500; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Table t;
      g_autoptr (AmFramework) framework = random_framework (random, &t);
      g_autofree char *shown = describe (&t);
      guint reached[MOST_ARGUMENTS];
      for (guint x = 0; x < t.n; x++)
        reached[x] = t.attacked[x] | 1u << x;
      for (guint middle = 0; middle < t.n; middle++)
        for (guint x = 0; x < t.n; x++)
          reached[x] |= (reached[x] >> middle & 1) != 0 ? reached[middle] : 0;
      am_framework_list_attackers (framework);
      g_auto (AmParts) parts = am_graph_components (&framework->attackers, framework->n);
      for (guint x = 0; x < t.n; x++)
        for (guint y = 0; y < t.n; y++)
          {
            gboolean there = (reached[x] >> y & 1) != 0, back = (reached[y] >> x & 1) != 0;
            UNIT_EXPECT ((parts.of[x] == parts.of[y]) == (there && back), "%u and %u: %s", x, y,
                         shown);
            UNIT_EXPECT (!there || parts.of[x] <= parts.of[y], "%u attacks %u: %s", x, y, shown);
          }
    }
}

/* --- grounded --- */

/* By the definition of min–max numbers: of what defeats it the lowest, of what had to be defeated
 * the highest. */
static guint32
number_of (const Table *t, guint x, const gint8 *labels, const guint32 *rounds)
{
  guint32 lowest = G_MAXUINT32, highest = 0;

  for (guint y = 0; y < t->n; y++)
    if ((t->attackers[x] >> y & 1) != 0)
      {
        highest = MAX (highest, rounds[y]);
        if (labels[y] == AM_ARGUMENT_IN)
          lowest = MIN (lowest, rounds[y]);
      }
  return labels[x] == AM_ARGUMENT_IN ? highest + 1 : labels[x] == AM_ARGUMENT_OUT ? lowest + 1 : 0;
}

static void
test_grounded (void)
{
  for (guint seed = 1; seed <= 2 * FRAMEWORKS; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Table t;
      g_autoptr (AmFramework) framework = random_framework (random, &t);
      g_autofree char *shown = describe (&t);
      g_autofree guint32 *rounds = NULL;
      g_autofree gint8 *labels = am_grounded (framework, &rounds);
      g_autofree gint8 *again = am_grounded (framework, NULL);
      guint in = grounded_of (&t), out = attacked_by (&t, in);
      g_assert_cmpmem (labels, t.n, again, t.n);
      for (guint x = 0; x < t.n; x++)
        {
          gint expected = (in >> x & 1) != 0  ? AM_ARGUMENT_IN
                        : (out >> x & 1) != 0 ? AM_ARGUMENT_OUT
                                              : AM_ARGUMENT_OPEN;
          UNIT_EXPECT (labels[x] == expected, "%u is %d and not %d: %s", x, labels[x], expected,
                       shown);
          UNIT_EXPECT (rounds[x] == number_of (&t, x, labels, rounds), "%u has the number %u: %s",
                       x, rounds[x], shown);
        }
    }
}

/* --- every task --- */

/* Whether a solver is needed: never for what the grounded labelling settles. */
static gboolean
is_hard (const Table *t, AmTask task, AmSemantics semantics)
{
  guint in = grounded_of (t);

  if (semantics == AM_SEMANTICS_GROUNDED || range_of (t, in) == (1u << t->n) - 1)
    return FALSE;
  return semantics != AM_SEMANTICS_COMPLETE || task == AM_TASK_ALL || task == AM_TASK_CREDULOUS;
}

static void
expect_answer (const Table *t, const AmFramework *framework, AmTask task, AmSemantics semantics,
               guint x, const GArray *expected, const char *shown)
{
  g_autoptr (GArray) extension = NULL;
  g_autoptr (GError) error = NULL;
  gboolean yes = FALSE, some = FALSE, all = TRUE;
  const char *problem = am_problem_names[task * AM_N_SEMANTICS + semantics];

  if (!am_semantics_ask (framework, task, semantics, x, NULL, &yes, &extension, &error))
    {
      g_assert_error (error, AM_SAT_ERROR, AM_SAT_ERROR_ABSENT);
      UNIT_EXPECT (!am_sat_is_available () && is_hard (t, task, semantics),
                   "%s of %u is not answered: %s", problem, x, shown);
      return;
    }
  for (guint i = 0; i < expected->len; i++)
    {
      gboolean in = (g_array_index (expected, guint, i) >> x & 1) != 0;
      some = some || in;
      all = all && in;
    }
  gboolean right = task == AM_TASK_CREDULOUS ? some
                 : task == AM_TASK_SKEPTICAL ? all
                                             : expected->len > 0;
  UNIT_EXPECT (yes == right, "%s of %u is %d: %s", problem, x, yes, shown);
  UNIT_EXPECT ((extension != NULL) == (task == AM_TASK_SKEPTICAL ? !yes : yes),
               "%s of %u has something to show: %s", problem, x, shown);
  if (extension == NULL)
    return;
  guint set = set_of ((const guint32 *) (gpointer) extension->data, extension->len);
  UNIT_EXPECT (contains (expected, set), "%s of %u shows %x, which is none: %s", problem, x, set,
               shown);
  UNIT_EXPECT (task == AM_TASK_SOME || (set >> x & 1) == (task == AM_TASK_CREDULOUS),
               "%s of %u shows %x: %s", problem, x, set, shown);
}

typedef struct
{
  GArray *sets;
  gsize stop; /* after so many; 0: never */
} Found;

static gboolean
note_extension (const guint32 *members, guint32 count, gpointer data)
{
  Found *found = data;
  guint set = set_of (members, count);

  UNIT_EXPECT (!contains (found->sets, set), "%x comes twice", set);
  g_array_append_val (found->sets, set);
  return found->sets->len != found->stop;
}

static void
expect_all (const Table *t, const AmFramework *framework, AmSemantics semantics, gsize limit,
            gsize stop, const GArray *expected, const char *shown)
{
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  Found found = { sets, stop };
  guint64 total = 0;
  const char *problem = am_problem_names[AM_TASK_ALL * AM_N_SEMANTICS + semantics];
  AmAllResult result =
      am_semantics_all (framework, semantics, limit, NULL, note_extension, &found, &total, &error);
  gsize wanted = limit > 0 ? MIN (limit, expected->len) : expected->len;

  if (result == AM_ALL_FAILED)
    {
      g_assert_error (error, AM_SAT_ERROR, AM_SAT_ERROR_ABSENT);
      UNIT_EXPECT (!am_sat_is_available () && is_hard (t, AM_TASK_ALL, semantics) && sets->len == 0,
                   "%s is not answered: %s", problem, shown);
      return;
    }
  gboolean stopped = stop > 0 && stop <= wanted;
  UNIT_EXPECT (sets->len == (stopped ? stop : wanted), "%s has %u and not %u, with limit %u: %s",
               problem, sets->len, expected->len, (guint) limit, shown);
  for (guint i = 0; i < sets->len; i++)
    UNIT_EXPECT (contains (expected, g_array_index (sets, guint, i)), "%s has %x: %s", problem,
                 g_array_index (sets, guint, i), shown);
  UNIT_EXPECT (result
                   == (stopped                  ? AM_ALL_STOPPED
                       : wanted < expected->len ? AM_ALL_CUT
                                                : AM_ALL_COMPLETE),
               "%s ends with %d: %s", problem, result, shown);
  UNIT_EXPECT (total == expected->len || (total == G_MAXUINT64 && result != AM_ALL_COMPLETE),
               "%s counts %u: %s", problem, (guint) total, shown);
}

static void
expect_semantics (GRand *random, const Table *t, const AmFramework *framework,
                  AmSemantics semantics)
{
  g_autoptr (GArray) expected = extensions_of (t, semantics);
  g_autofree char *shown = describe (t);

  for (guint x = 0; x < t->n; x++)
    {
      expect_answer (t, framework, AM_TASK_CREDULOUS, semantics, x, expected, shown);
      expect_answer (t, framework, AM_TASK_SKEPTICAL, semantics, x, expected, shown);
    }
  expect_answer (t, framework, AM_TASK_SOME, semantics, 0, expected, shown);
  expect_all (t, framework, semantics, 0, 0, expected, shown);
  expect_all (t, framework, semantics, 1 + unit_below (random, 4), unit_below (random, 3), expected,
              shown);
}

static void
test_tasks (gconstpointer semantics)
{
  for (guint seed = 1; seed <= FRAMEWORKS; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Table t;
      g_autoptr (AmFramework) framework = random_framework (random, &t);
      expect_semantics (random, &t, framework, (AmSemantics) GPOINTER_TO_UINT (semantics));
    }
}

/* --- long chains: nothing may recurse --- */

#define CHAIN 10000

/* A chain, which ends in a cycle if it is to: of an even or an odd number of arguments. */
static AmFramework *
chain (guint32 cycle)
{
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));

  for (guint32 i = 0; i + 1 < CHAIN; i++)
    {
      AmAttack attack = { CHAIN - 1 - i, CHAIN - 2 - i };
      g_array_append_val (attacks, attack);
    }
  if (cycle > 0)
    {
      AmAttack back = { CHAIN - cycle, CHAIN - 1 };
      g_array_append_val (attacks, back);
    }
  return am_framework_new (CHAIN, (const AmAttack *) (gpointer) attacks->data, attacks->len);
}

static void
test_chain (void)
{
  for (guint semantics = 0; semantics < AM_N_SEMANTICS; semantics++)
    {
      g_autoptr (AmFramework) framework = chain (0);
      g_autoptr (GArray) extension = NULL;
      gboolean yes;
      g_assert_true (am_semantics_ask (framework, AM_TASK_SKEPTICAL, (AmSemantics) semantics, 1,
                                       NULL, &yes, &extension, NULL));
      g_assert_true (yes);
      g_assert_true (am_semantics_ask (framework, AM_TASK_SOME, (AmSemantics) semantics, 0, NULL,
                                       &yes, &extension, NULL));
      g_assert_cmpuint (extension->len, ==, CHAIN / 2);
    }
}

static gboolean
count_extension (G_GNUC_UNUSED const guint32 *members, G_GNUC_UNUSED guint32 count, gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

static void
test_open_chain (gconstpointer cycle)
{
  static const guint even[] = { 1, 3, 2, 2, 2, 1 }, odd[] = { 1, 1, 1, 0, 1, 1 };
  guint32 length = GPOINTER_TO_UINT (cycle);
  g_autoptr (AmFramework) framework = chain (length);

  if (!am_sat_is_available ())
    {
      g_test_skip ("built without a SAT solver");
      return;
    }
  for (guint semantics = 0; semantics < AM_N_SEMANTICS; semantics++)
    {
      guint found = 0;
      am_semantics_all (framework, (AmSemantics) semantics, 0, NULL, count_extension, &found, NULL,
                        NULL);
      g_assert_cmpuint (found, ==, (length % 2 == 0 ? even : odd)[semantics]);
    }
}

/* Whatever the budget, an answer is right or is not given. */
static void
test_budget (void)
{
  guint given = 0, kept = 0;

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));
      for (guint i = 0; i < 1000; i++)
        {
          AmAttack attack = { unit_below (random, 100), unit_below (random, 100) };
          if (attack.from != attack.to)
            g_array_append_val (attacks, attack);
        }
      g_autoptr (AmFramework) framework =
          am_framework_new (100, (const AmAttack *) (gpointer) attacks->data, attacks->len);
      for (guint semantics = AM_SEMANTICS_PREFERRED; semantics <= AM_SEMANTICS_IDEAL; semantics++)
        for (guint64 most = 1; most <= 1000; most *= 10)
          {
            g_autoptr (GArray) right = NULL, found = NULL;
            g_autoptr (GError) error = NULL;
            gboolean wanted = FALSE, yes = FALSE;
            AmSatBudget budget = { .most = most, .conflict = 1 };
            g_assert_true (am_semantics_ask (framework, AM_TASK_CREDULOUS, semantics, seed, NULL,
                                             &wanted, &right, NULL));
            if (am_semantics_ask (framework, AM_TASK_CREDULOUS, semantics, seed, &budget, &yes,
                                  &found, &error))
              {
                g_assert_cmpint (yes, ==, wanted);
                given++;
              }
            else
              {
                g_assert_error (error, AM_SAT_ERROR, AM_SAT_ERROR_BUDGET);
                g_assert_null (found);
                kept++;
              }
          }
    }
  g_test_message ("%u answers within the budget, %u questions without one", given, kept);
  g_assert_cmpuint (given, >, 15);
  g_assert_cmpuint (kept, >, 15);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "grounded", "complete",    "preferred",
                                       "stable",   "semi-stable", "ideal" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/neighbours", test_neighbours);
  g_test_add_func ("/framework/components", test_components);
  g_test_add_func ("/grounded/random", test_grounded);
  if (am_sat_is_available ())
    g_test_add_func ("/semantics/budget", test_budget);
  for (guint i = 0; i < AM_N_SEMANTICS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/semantics/%s", names[i]);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tasks);
    }
  g_test_add_func ("/semantics/chain", test_chain);
  g_test_add_data_func ("/semantics/chain-into-even-cycle", GUINT_TO_POINTER (2), test_open_chain);
  g_test_add_data_func ("/semantics/chain-into-odd-cycle", GUINT_TO_POINTER (3), test_open_chain);
  g_test_add_data_func ("/semantics/long-even-cycle", GUINT_TO_POINTER (CHAIN), test_open_chain);
  return g_test_run ();
}
