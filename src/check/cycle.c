/* Circular reasoning, and circular membership. */

#include "base/place.h"
#include "base/text.h"
#include "check/check.h"
#include "model/walk.h"

/* The shortest cycle of a component is looked for from every claim in it, as long as this many
   steps allow; after that the shortest found so far is shown. */
#define MOST_STEPS 10000000

/* One step of a cycle: @claim is a premise of @relation. */
typedef struct
{
  guint32 claim;
  guint32 relation;
} Link;

typedef struct
{
  const AmMap *map;
  AmReport *report;
  guint32 *component; /* per claim: the first that was seen of its component; AM_NONE before that
                         was */
  Link *arrived; /* per claim: by which step the search came to it; relation AM_NONE where it did
                    not */
  GArray *queue; /* of claims */
  GArray *best; /* of Link, the last first */
  guint64 steps;
} CycleSearch;

static void
keep_if_shorter (CycleSearch *s, guint32 start, Link last)
{
  guint length = 1;

  for (guint32 claim = last.claim; claim != start; claim = s->arrived[claim].claim)
    length++;
  if (s->best->len > 0 && length >= s->best->len)
    return;
  g_array_set_size (s->best, 0);
  g_array_append_val (s->best, last);
  for (guint32 claim = last.claim; claim != start; claim = s->arrived[claim].claim)
    g_array_append_val (s->best, s->arrived[claim]);
}

/* Queues what @claim supports; TRUE when that is @start again. */
static gboolean
expand (CycleSearch *s, guint32 start, guint32 claim)
{
  Link link = { claim, AM_NONE };
  guint32 head;
  AmSteps steps;

  am_steps_init (&steps, s->map, claim, AM_WALK_SUPPORT);
  while (am_steps_next (&steps, &link.relation, &head))
    {
      s->steps++;
      if (head == start && claim != start)
        {
          keep_if_shorter (s, start, link);
          return TRUE;
        }
      if (head == start || s->component[head] != s->component[start]
          || s->arrived[head].relation != AM_NONE)
        continue;
      s->arrived[head] = link;
      g_array_append_val (s->queue, head);
    }
  return FALSE;
}

/* Breadth first from @start, back to it. */
static void
search_from (CycleSearch *s, guint32 start)
{
  g_array_set_size (s->queue, 0);
  g_array_append_val (s->queue, start);
  for (guint next = 0; next < s->queue->len; next++)
    if (expand (s, start, g_array_index (s->queue, guint32, next)))
      break;
  for (guint i = 0; i < s->queue->len; i++)
    s->arrived[g_array_index (s->queue, guint32, i)].relation = AM_NONE;
}

/* Where in the cycle the claim stands whose id is the first. */
static guint
first_by_id (const CycleSearch *s)
{
  guint first = 0;

  for (guint i = 1; i < s->best->len; i++)
    if (am_map_compare_claims (s->map, g_array_index (s->best, Link, i).claim,
                               g_array_index (s->best, Link, first).claim)
        < 0)
      first = i;
  return first;
}

#define MOST_NAMED 8

static void
report_cycle (const CycleSearch *s)
{
  const AmMap *map = s->map;
  guint length = s->best->len, first = first_by_id (s);
  g_autoptr (GString) chain = g_string_new (NULL);
  AmFinding *finding = NULL;

  for (guint i = 0; i < MIN (length, MOST_NAMED); i++)
    {
      const Link *link = &g_array_index (s->best, Link, (first + length - i) % length);
      g_string_append_printf (chain, "\"%s\" supports ", am_map_claim (map, link->claim)->id);
    }
  if (length > MOST_NAMED)
    {
      g_autofree char *more = am_text_count (length - MOST_NAMED, "more", "more");
      g_string_append_printf (chain, "… %s … ", more);
    }
  const Link *start = &g_array_index (s->best, Link, first);
  const AmRelation *relation = am_map_relation (map, start->relation);
  const char *id = am_map_claim (map, start->claim)->id;
  g_string_append_printf (chain, "\"%s\"", id);
  finding = am_report_add (s->report, AM_RULE_SUPPORT_CYCLE,
                           am_locate_value (map->source, relation->to.at), id,
                           "circular reasoning: %s", chain->str);
  for (guint i = 1; i < MIN (length, MOST_NAMED); i++)
    {
      const Link *link = &g_array_index (s->best, Link, (first + length - i) % length);
      const AmRelation *next = am_map_relation (map, link->relation);
      am_finding_note (finding, am_locate_value (map->source, next->to.at),
                       "\"%s\" supports \"%s\" here", am_map_claim (map, link->claim)->id,
                       next->to.id);
    }
}

static gint
compare_members (gconstpointer a, gconstpointer b, gpointer map)
{
  return am_map_compare_claims (map, *(const guint32 *) a, *(const guint32 *) b);
}

/* By their ids, so that of several that are equally short the same is found wherever claims stand.
   A component of one claim has no cycle but a self-reference. */
static void
search_component (guint32 *members, guint32 count, gpointer data)
{
  CycleSearch *s = data;

  if (count == 1)
    return;
  for (guint32 i = 0; i < count; i++)
    s->component[members[i]] = members[0];
  g_array_set_size (s->best, 0);
  s->steps = 0;
  g_qsort_with_data (members, (gint) count, sizeof *members, compare_members, (gpointer) s->map);
  for (guint32 i = 0; i < count && s->steps < MOST_STEPS; i++)
    search_from (s, members[i]);
  if (s->best->len > 0)
    report_cycle (s);
}

void
am_rule_support_cycle (const AmMap *map, AmReport *report)
{
  guint32 n = map->claims->len;
  g_auto (AmLists) heads = am_walk_heads (map, AM_WALK_SUPPORT);
  g_autofree guint32 *component = g_new (guint32, (gsize) n + 1),
                     *seen = g_new0 (guint32, (gsize) n + 1);
  g_autofree Link *arrived = g_new (Link, (gsize) n + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     best = g_array_new (FALSE, FALSE, sizeof (Link));
  CycleSearch search = { map, report, component, arrived, queue, best, 0 };

  for (guint32 i = 0; i < n; i++)
    component[i] = arrived[i].relation = AM_NONE;
  am_graph_visit_components (&heads, NULL, n, seen, search_component, &search);
}

/* --- membership-cycle: everybody is a member of one other at most, so walking upwards is enough
 * --- */

static void
report_membership (const AmMap *map, AmReport *report, guint32 start)
{
  const AmStakeholder *who = am_map_stakeholder (map, start);
  AmFinding *finding = am_report_add (
      report, AM_RULE_MEMBERSHIP_CYCLE, am_locate_value (map->source, who->member_of.at), who->id,
      who->member_of.index == start ? "stakeholder \"%s\" is a member of itself"
                                    : "stakeholder \"%s\" is a member of itself through others",
      who->id);
  guint named = 0;

  for (guint32 i = who->member_of.index; i != start && named < MOST_NAMED;
       i = am_map_stakeholder (map, i)->member_of.index)
    {
      const AmStakeholder *next = am_map_stakeholder (map, i);
      am_finding_note (finding, am_locate_value (map->source, next->member_of.at),
                       "\"%s\" is a member of \"%s\" here", next->id, next->member_of.id);
      named++;
      if (named == MOST_NAMED && next->member_of.index != start)
        am_finding_note (finding, AM_SPAN_NONE, "and so on");
    }
}

/* Of those in the circle that @start is in, the one whose id is the first. */
static guint32
first_member (const AmMap *map, guint32 start)
{
  guint32 first = start;

  for (guint32 i = am_map_stakeholder (map, start)->member_of.index; i != start;
       i = am_map_stakeholder (map, i)->member_of.index)
    if (am_map_compare_stakeholders (map, i, first) < 0)
      first = i;
  return first;
}

void
am_rule_membership_cycle (const AmMap *map, AmReport *report)
{
  guint32 n = map->stakeholders->len;
  g_autofree guint32 *visit =
      g_new0 (guint32, (gsize) n + 1); /* the walk that came by first, from 1 */

  for (guint32 i = 0; i < n; i++)
    {
      guint32 at = i;
      while (at != AM_NONE && visit[at] == 0)
        {
          visit[at] = i + 1;
          at = am_map_stakeholder (map, at)->member_of.id != NULL
                 ? am_map_stakeholder (map, at)->member_of.index
                 : AM_NONE;
        }
      if (at != AM_NONE && visit[at] == i + 1)
        report_membership (map, report, first_member (map, at));
    }
}
