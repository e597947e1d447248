#include "reason/dispute.h"

#include "framework/flatten.h"
#include "framework/open.h"
#include "framework/search.h"

const char *
am_dispute_word (AmDisputeKind kind)
{
  switch (kind)
    {
    case AM_DISPUTE_EITHER:
      return "either";
    case AM_DISPUTE_DEFENSIBLE:
      return "defensible";
    case AM_DISPUTE_INDEFENSIBLE:
      return "indefensible";
    case AM_DISPUTE_DEADLOCKED:
      return "deadlocked";
    case AM_DISPUTE_NONE:
    case AM_DISPUTE_UNASKED:
    case AM_DISPUTE_CUT:
    default:
      return NULL;
    }
}

gboolean
am_dispute_is_undecided (AmDisputeKind kind)
{
  return kind == AM_DISPUTE_UNASKED || kind == AM_DISPUTE_CUT;
}

/* What work costs, as was measured with CaDiCaL: to look at an argument on a walk costs 1, which is
 * some ten nanoseconds. */
#define LEAST_BOUND 150000000u
#define BOUND_OF_A_NODE 500u
#define COST_OF_ENTERING 20u /* for each argument, since its clauses are handed to the solver */
#define LITERALS_AT_A_COST                                                                         \
  4u /* of what the solver learns: for so many, each argument counts once, as it is assigned again \
      */
#define COST_OF_AN_ANSWER 4u /* for each argument */
#define COST_OF_A_CHECK 300u
#define COST_OF_ASKING 1000u
#define SHARE_OF_A_QUESTION 4u /* of what is left, one in so many */

guint64
am_dispute_usual_bound (const AmMap *map)
{
  return LEAST_BOUND + BOUND_OF_A_NODE * ((guint64) map->claims->len + map->relations->len);
}

/* What labellings have shown of an argument. */
enum
{
  SEEN_IN = 1,
  SEEN_OUT = 2,
  SEEN_ALL = 4, /* no labelling shows more */
};

/* One part of the framework, and what of it bears on the claims that are being asked about: they
   and whatever attacks them, directly or not. A complete labelling of that goes on to one of the
   whole, since nothing in it is attacked from outside (directionality: Baroni and Giacomin 2007).
 */
typedef struct
{
  AmFramework *framework;
  guint32 *component; /* of each argument */
  guint8 *seen;
  guint32 *number; /* of each argument in the cone; AM_NONE outside */
  GArray *members; /* of the cone: the arguments that it was chosen for, then what attacks them */
  guint32 *visited; /* of each argument: the number of the walk that came by last */
  guint32 walks;
  AmFramework *cone;
  AmSearch *search; /* in the cone */
  AmSatBudget *budget;
  guint64 bound;
} Part;

static AmDisputeKind
kind_of (guint8 seen)
{
  static const AmDisputeKind kinds[] = {
    [0] = AM_DISPUTE_DEADLOCKED,
    [SEEN_IN] = AM_DISPUTE_DEFENSIBLE,
    [SEEN_OUT] = AM_DISPUTE_INDEFENSIBLE,
    [SEEN_IN | SEEN_OUT] = AM_DISPUTE_EITHER,
  };
  return kinds[seen & (SEEN_IN | SEEN_OUT)];
}

static void
drop_cone (Part *p)
{
  for (guint i = 0; i < p->members->len; i++)
    p->number[g_array_index (p->members, guint32, i)] = AM_NONE;
  g_array_set_size (p->members, 0);
  g_clear_pointer (&p->search, am_search_free);
  g_clear_pointer (&p->cone, am_framework_free);
}

/* The arguments that bear on @claim and itself, unless they are more than @most: then the walk ends
 * there. Caller owns the array. */
static GArray *
find_cone (Part *p, guint32 claim, guint most)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  p->visited[claim] = ++p->walks;
  g_array_append_val (found, claim);
  for (guint i = 0; i < found->len && found->len <= most; i++)
    {
      AmIndexList attackers =
          am_lists_of (&p->framework->attackers, g_array_index (found, guint32, i));
      for (guint32 k = 0; k < attackers.count; k++)
        if (p->visited[attackers.items[k]] != p->walks)
          {
            p->visited[attackers.items[k]] = p->walks;
            g_array_append_val (found, attackers.items[k]);
          }
    }
  return found;
}

/* Spares the solver finding out again what a member of the cone can never be. */
static void
tell_what_is_known (Part *p, guint member)
{
  guint8 seen = p->seen[g_array_index (p->members, guint32, member)];

  if ((seen & SEEN_ALL) == 0)
    return;
  if ((seen & SEEN_IN) == 0)
    am_search_deny (p->search, am_search_in (p->search, member));
  if ((seen & SEEN_OUT) == 0)
    am_search_deny (p->search, am_search_out (p->search, member));
}

/* Takes @members. */
static void
enter_cone (Part *p, GArray *members)
{
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));

  drop_cone (p);
  g_array_unref (p->members);
  p->members = members;
  for (guint i = 0; i < members->len; i++)
    p->number[g_array_index (members, guint32, i)] = i;
  for (guint i = 0; i < members->len; i++)
    {
      AmIndexList attackers =
          am_lists_of (&p->framework->attackers, g_array_index (members, guint32, i));
      for (guint32 k = 0; k < attackers.count; k++)
        {
          AmAttack attack = { p->number[attackers.items[k]], i };
          g_array_append_val (attacks, attack);
        }
    }
  p->cone =
      am_framework_new (members->len, (const AmAttack *) (gpointer) attacks->data, attacks->len);
  am_framework_list_attackers (p->cone);
  p->search = am_search_new (p->cone, AM_SEARCH_COMPLETE, p->budget, NULL);
  for (guint i = 0; i < members->len; i++)
    tell_what_is_known (p, i);
  p->budget->used += COST_OF_ENTERING * members->len;
  p->budget->literal = members->len / LITERALS_AT_A_COST + 1;
}

/* To enter a cone costs far more than to ask about it. So a question is put to the one that is
   there as long as @claim is in it and its own is not much smaller. */
static void
choose_cone (Part *p, guint32 claim)
{
  gboolean inside = p->number[claim] != AM_NONE;

  if (inside && p->component[g_array_index (p->members, guint32, 0)] == p->component[claim])
    return;
  guint most = inside ? p->members->len / 8 : G_MAXUINT;
  GArray *members = find_cone (p, claim, most);
  p->budget->used += members->len;
  if (members->len <= most)
    enter_cone (p, members);
  else
    g_array_unref (members);
}

/* A solver costs more than to go through all labellings of so few arguments. */
#define MOST_ENUMERATED 3u

/* The arguments that those of @set attack, by the attackers of each: both are sets of bits. */
static guint
attacked_by (const guint *attackers, guint count, guint set)
{
  guint attacked = 0;

  for (guint i = 0; i < count; i++)
    if ((attackers[i] & set) != 0)
      attacked |= 1u << i;
  return attacked;
}

/* Whether what is in is just what all attackers of are out: a complete labelling. */
static gboolean
is_complete (const guint *attackers, guint count, guint set, guint attacked)
{
  for (guint i = 0; i < count; i++)
    if (((attackers[i] & ~attacked) == 0) != ((set & 1u << i) != 0))
      return FALSE;
  return (set & attacked) == 0;
}

/* Goes through all labellings of what bears on @claim, if that is so little. */
static void
enumerate (Part *p, guint32 claim)
{
  g_autoptr (GArray) members = find_cone (p, claim, MOST_ENUMERATED);
  guint attackers[MOST_ENUMERATED] = { 0 }, count = members->len;

  p->budget->used += count;
  if (count > MOST_ENUMERATED)
    return;
  for (guint i = 0; i < count; i++)
    {
      AmIndexList list =
          am_lists_of (&p->framework->attackers, g_array_index (members, guint32, i));
      for (guint32 k = 0; k < list.count; k++)
        for (guint other = 0; other < count; other++)
          if (g_array_index (members, guint32, other) == list.items[k])
            attackers[i] |= 1u << other;
    }
  for (guint set = 0; set < 1u << count; set++)
    {
      guint attacked = attacked_by (attackers, count, set);
      for (guint i = 0; i < count && is_complete (attackers, count, set, attacked); i++)
        p->seen[g_array_index (members, guint32, i)] |=
            (guint8) ((set & 1u << i) != 0        ? SEEN_IN
                      : (attacked & 1u << i) != 0 ? SEEN_OUT
                                                  : 0);
    }
  for (guint i = 0; i < count; i++)
    p->seen[g_array_index (members, guint32, i)] |= SEEN_ALL;
  p->budget->used += COST_OF_ENTERING * count;
}

/* One answer mostly answers for many arguments. FALSE when there was none within the bound. */
static gboolean
ask (Part *p, gint assumption)
{
  AmSatBudget *budget = p->budget;

  budget->used += COST_OF_ASKING;
  if (budget->used >= p->bound)
    return FALSE;
  budget->most = budget->used + (p->bound - budget->used) / SHARE_OF_A_QUESTION;
  p->search->stopped = FALSE;
  am_sat_assume (p->search->sat, assumption);
  if (!am_search_next (p->search))
    return !p->search->stopped;
  budget->used += COST_OF_AN_ANSWER * p->members->len;
  for (guint i = 0; i < p->members->len; i++)
    if (p->search->labels[i] != AM_ARGUMENT_OPEN)
      p->seen[g_array_index (p->members, guint32, i)] |=
          p->search->labels[i] == AM_ARGUMENT_IN ? SEEN_IN : SEEN_OUT;
  return TRUE;
}

/* Only what is not known yet is asked. */
static AmDisputeKind
ask_about (Part *p, guint32 claim)
{
  if ((p->seen[claim] & SEEN_ALL) != 0 || kind_of (p->seen[claim]) == AM_DISPUTE_EITHER)
    return kind_of (p->seen[claim]);
  if (p->budget->used >= p->bound)
    return AM_DISPUTE_CUT;
  choose_cone (p, claim);
  if ((p->seen[claim] & SEEN_IN) == 0 && !ask (p, am_search_in (p->search, p->number[claim])))
    return AM_DISPUTE_CUT;
  if ((p->seen[claim] & SEEN_OUT) == 0 && !ask (p, am_search_out (p->search, p->number[claim])))
    return AM_DISPUTE_CUT;
  p->seen[claim] |= SEEN_ALL;
  return kind_of (p->seen[claim]);
}

static gint
compare_claims (gconstpointer a, gconstpointer b, gpointer components)
{
  const guint32 *component = components, *x = a, *y = b;

  if (component[*x] != component[*y])
    return component[*x] > component[*y] ? -1 : 1;
  return (*x > *y) - (*x < *y);
}

/* Claims on which most bears come first: the answers about them tell of much else. */
static void
look_at_part (const AmOpen *open, guint32 part, guint32 claims, AmDisputeKind *kinds,
              AmSatBudget *budget, guint64 bound)
{
  const guint32 *members = am_lists_of (&open->members, part).items;
  g_autoptr (AmFramework) framework = am_open_part (open, part);
  gsize room = (gsize) framework->n + 1;
  g_auto (AmParts) components = am_graph_components (&framework->attackers, framework->n);
  g_autofree guint32 *number = g_new (guint32, room);
  g_autofree guint8 *seen = g_new0 (guint8, room);
  g_autofree guint32 *visited = g_new0 (guint32, room);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint32));
  Part p = { framework,
             components.of,
             seen,
             number,
             g_array_new (FALSE, FALSE, sizeof (guint32)),
             visited,
             0,
             NULL,
             NULL,
             budget,
             bound };

  for (guint32 i = 0; i < framework->n; i++)
    number[i] = AM_NONE;
  for (guint32 i = 0; i < framework->n && members[i] < claims; i++) /* claims come first */
    g_array_append_val (asked, i);
  g_array_sort_with_data (asked, compare_claims, components.of);
  for (guint i = 0; i < asked->len; i++)
    if ((seen[g_array_index (asked, guint32, i)] & SEEN_ALL) == 0 && budget->used < bound)
      enumerate (&p, g_array_index (asked, guint32, i));
  for (guint i = 0; i < asked->len; i++)
    {
      guint32 claim = g_array_index (asked, guint32, i);
      kinds[members[claim]] = ask_about (&p, claim);
    }
  for (guint i = 0; i < asked->len;
       i++) /* later answers may have shown what was not found at first */
    if (kind_of (seen[i]) == AM_DISPUTE_EITHER)
      kinds[members[i]] = AM_DISPUTE_EITHER;
  drop_cone (&p);
  g_array_unref (p.members);
}

static gint
compare_parts (gconstpointer a, gconstpointer b, gpointer starts)
{
  const guint32 *start = starts, *x = a, *y = b;
  guint32 first = start[*x + 1] - start[*x], second = start[*y + 1] - start[*y];

  if (first != second)
    return first < second ? -1 : 1;
  return (*x > *y) - (*x < *y);
}

/* The parts of the framework, the smallest first. Caller owns the array. */
static guint32 *
sort_parts (const AmOpen *open)
{
  guint32 *parts = g_new (guint32, (gsize) open->count + 1);

  for (guint32 part = 0; part < open->count; part++)
    parts[part] = part;
  g_qsort_with_data (parts, (gint) open->count, sizeof *parts, compare_parts, open->members.start);
  return parts;
}

static void
leave_unasked (const AmOpen *open, guint32 claims, AmDisputeKind *kinds)
{
  for (guint32 i = 0; i < claims; i++)
    kinds[i] = open->labels[i] == AM_ARGUMENT_OPEN ? AM_DISPUTE_UNASKED : AM_DISPUTE_NONE;
}

AmDisputeKind *
am_dispute_kinds (const AmMap *map, guint64 bound)
{
  AmDisputeKind *kinds = g_new0 (AmDisputeKind, (gsize) map->claims->len + 1);
  g_autoptr (AmFlat) flat = am_flat_small_new (map);
  g_autoptr (AmOpen) open = am_open_new (flat->framework, TRUE);
  g_autofree guint32 *parts = sort_parts (open);
  AmSatBudget budget = { .check = COST_OF_A_CHECK };

  if (!am_sat_is_available ())
    leave_unasked (open, map->claims->len, kinds);
  for (guint32 i = 0; i < open->count && am_sat_is_available (); i++)
    look_at_part (open, parts[i], map->claims->len, kinds, &budget, bound);
  return kinds;
}
