#include "reason/contested.h"

#include "reason/flatten.h"
#include "reason/open.h"
#include "reason/search.h"

const char *
am_contested_word (AmContestedKind kind)
{
  switch (kind)
    {
    case AM_CONTESTED_DISPUTED:
      return "disputed";
    case AM_CONTESTED_DEFENSIBLE:
      return "defensible";
    case AM_CONTESTED_INDEFENSIBLE:
      return "indefensible";
    case AM_CONTESTED_DEADLOCKED:
      return "deadlocked";
    case AM_CONTESTED_NONE:
    case AM_CONTESTED_UNKNOWN:
    default:
      return NULL;
    }
}

/* Arguments that are looked at in the answers of the solver, all together: some seconds. */
#define MOST_WORK 20000000u
#define COST_OF_ENTERING 20u /* for each argument, since its clauses are handed to the solver */

/* What labellings have shown of an argument. */
enum
{
  SEEN_IN = 1,
  SEEN_OUT = 2,
};

/* One part of the framework, and what of it bears on the claims that are being asked about: they and whatever attacks them, directly or not.
   A complete labelling of that goes on to one of the whole, since nothing in it is attacked from outside (directionality: Baroni and
   Giacomin 2007). */
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
  guint64 *work;
} Part;

static AmContestedKind
kind_of (guint8 seen)
{
  static const AmContestedKind kinds[] = {
    [0] = AM_CONTESTED_DEADLOCKED,
    [SEEN_IN] = AM_CONTESTED_DEFENSIBLE,
    [SEEN_OUT] = AM_CONTESTED_INDEFENSIBLE,
    [SEEN_IN | SEEN_OUT] = AM_CONTESTED_DISPUTED,
  };
  return kinds[seen];
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

/* The arguments that bear on @claim and itself, unless they are more than @most: then the walk ends there. Caller owns the array. */
static GArray *
find_cone (Part *p, guint32 claim, guint most)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  p->visited[claim] = ++p->walks;
  g_array_append_val (found, claim);
  for (guint i = 0; i < found->len && found->len <= most; i++)
    {
      guint32 count;
      const guint32 *attackers = am_neighbours (&p->framework->attackers, g_array_index (found, guint32, i), &count);
      for (guint32 k = 0; k < count; k++)
        if (p->visited[attackers[k]] != p->walks)
          {
            p->visited[attackers[k]] = p->walks;
            g_array_append_val (found, attackers[k]);
          }
    }
  return found;
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
      guint32 count;
      const guint32 *attackers = am_neighbours (&p->framework->attackers, g_array_index (members, guint32, i), &count);
      for (guint32 k = 0; k < count; k++)
        {
          AmAttack attack = { p->number[attackers[k]], i };
          g_array_append_val (attacks, attack);
        }
    }
  p->cone = am_framework_new (members->len, (const AmAttack *) (gpointer) attacks->data, attacks->len);
  am_framework_list_attackers (p->cone);
  p->search = am_search_new (p->cone, AM_SEARCH_COMPLETE, NULL);
  *p->work += COST_OF_ENTERING * members->len;
}

/* To enter a cone costs far more than to ask about it. So a question is put to the one that is there as long as @claim is in it and its own
   is not much smaller. */
static void
choose_cone (Part *p, guint32 claim)
{
  gboolean inside = p->number[claim] != AM_NONE;

  if (inside && p->component[g_array_index (p->members, guint32, 0)] == p->component[claim])
    return;
  guint most = inside ? p->members->len / 8 : G_MAXUINT;
  GArray *members = find_cone (p, claim, most);
  if (members->len <= most)
    enter_cone (p, members);
  else
    g_array_unref (members);
}

/* One answer mostly answers for many arguments. */
static void
ask (Part *p, gint assumption)
{
  am_sat_assume (p->search->sat, assumption);
  *p->work += 100;
  if (!am_search_next (p->search))
    return;
  *p->work += p->members->len;
  for (guint i = 0; i < p->members->len; i++)
    if (p->search->labels[i] != AM_ARGUMENT_OPEN)
      p->seen[g_array_index (p->members, guint32, i)] |= p->search->labels[i] == AM_ARGUMENT_IN ? SEEN_IN : SEEN_OUT;
}

/* Only what is not known yet is asked. */
static AmContestedKind
ask_about (Part *p, guint32 claim)
{
  if (p->seen[claim] == (SEEN_IN | SEEN_OUT))
    return AM_CONTESTED_DISPUTED;
  if (*p->work > MOST_WORK)
    return AM_CONTESTED_UNKNOWN;
  choose_cone (p, claim);
  if (p->search == NULL)
    return AM_CONTESTED_UNKNOWN;
  if ((p->seen[claim] & SEEN_IN) == 0)
    ask (p, am_search_in (p->search, p->number[claim]));
  if ((p->seen[claim] & SEEN_OUT) == 0)
    ask (p, am_search_out (p->search, p->number[claim]));
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
look_at_part (const AmOpen *open, guint32 part, guint32 claims, AmContestedKind *kinds, guint64 *work)
{
  const guint32 *members = open->members + open->start[part];
  g_autoptr (AmFramework) framework = am_open_part (open, part);
  gsize room = (gsize) framework->n + 1;
  g_autofree guint32 *component = g_new (guint32, room), *number = g_new (guint32, room);
  g_autofree guint8 *seen = g_new0 (guint8, room);
  g_autofree guint32 *visited = g_new0 (guint32, room);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint32));
  Part p = { framework, component, seen, number, g_array_new (FALSE, FALSE, sizeof (guint32)), visited, 0, NULL, NULL, work };

  am_framework_components (framework, component);
  for (guint32 i = 0; i < framework->n; i++)
    number[i] = AM_NONE;
  for (guint32 i = 0; i < framework->n && members[i] < claims; i++) /* claims come first */
    g_array_append_val (asked, i);
  g_array_sort_with_data (asked, compare_claims, component);
  for (guint i = 0; i < asked->len; i++)
    {
      guint32 claim = g_array_index (asked, guint32, i);
      kinds[members[claim]] = ask_about (&p, claim);
    }
  drop_cone (&p);
  g_array_unref (p.members);
}

AmContestedKind *
am_contested_kinds (const AmMap *map)
{
  AmContestedKind *kinds = g_new0 (AmContestedKind, (gsize) map->claims->len + 1);
  g_autoptr (AmFlat) flat = am_flat_new (map);
  g_autoptr (AmOpen) open = am_open_new (flat->framework, TRUE);
  guint64 work = 0;

  for (guint32 part = 0; part < open->count; part++)
    look_at_part (open, part, map->claims->len, kinds, &work);
  return kinds;
}
