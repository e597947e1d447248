/* Rules about ids and what they refer to. */

#include "base/text.h"
#include "check/check.h"
#include "load/locate.h"

/* --- duplicate-id --- */

static void
report_second (const AmMap *map, AmReport *report, const char *id, AmThing thing, AmThing first)
{
  AmSpan where = am_locate_member (map->source, am_map_thing_at (map, thing), "id");
  AmFinding *finding = am_report_add (report, AM_RULE_DUPLICATE_ID, where, id, "%s \"%s\" has the id of another %s",
                                      am_map_thing_word (map, thing), id, am_map_thing_word (map, first));
  am_finding_note (finding, am_locate_member (map->source, am_map_thing_at (map, first), "id"),
                   "the first to have it is here");
}

/* Of several things with one id, am_map_find() knows the first of a kind, in the order stakeholders, claims, sources. The
   one that comes first in the file is the first for the reader. */
static void
check_id (const AmMap *map, GHashTable *firsts, GArray *clashes, const char *id, AmThing thing)
{
  AmThing first = am_map_find (map, id);

  if (id[0] == '\0' || (first.kind == thing.kind && first.index == thing.index))
    return;
  AmThing *known = g_hash_table_lookup (firsts, id);
  if (known == NULL)
    g_hash_table_insert (firsts, (gpointer) id, g_memdup2 (&first, sizeof first));
  known = g_hash_table_lookup (firsts, id);
  g_array_append_val (clashes, thing);
  if (am_map_thing_at (map, thing) < am_map_thing_at (map, *known))
    {
      g_array_index (clashes, AmThing, clashes->len - 1) = *known;
      *known = thing;
    }
}

static const char *
thing_id (const AmMap *map, AmThing thing)
{
  switch (thing.kind)
    {
    case AM_THING_STAKEHOLDER:
      return am_map_stakeholder (map, thing.index)->id;
    case AM_THING_CLAIM:
      return am_map_claim (map, thing.index)->id;
    case AM_THING_SOURCE:
      return am_map_source (map, thing.index)->id;
    case AM_THING_RELATION:
    case AM_THING_NONE:
    default:
      return am_map_relation (map, thing.index)->id;
    }
}

static void
check_relation_ids (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const char *id = am_map_relation (map, i)->id;
      if (id == NULL || id[0] == '\0')
        continue;
      AmThing thing = { AM_THING_RELATION, i }, other = am_map_find (map, id);
      if (other.kind != AM_THING_RELATION || other.index != i)
        report_second (map, report, id, thing, other);
    }
}

void
am_rule_duplicate_id (const AmMap *map, AmReport *report)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GArray) clashes = g_array_new (FALSE, FALSE, sizeof (AmThing));

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    check_id (map, firsts, clashes, am_map_stakeholder (map, i)->id, (AmThing) { AM_THING_STAKEHOLDER, i });
  for (guint32 i = 0; i < map->claims->len; i++)
    check_id (map, firsts, clashes, am_map_claim (map, i)->id, (AmThing) { AM_THING_CLAIM, i });
  for (guint32 i = 0; i < map->sources->len; i++)
    check_id (map, firsts, clashes, am_map_source (map, i)->id, (AmThing) { AM_THING_SOURCE, i });
  for (guint i = 0; i < clashes->len; i++)
    {
      AmThing thing = g_array_index (clashes, AmThing, i);
      const char *id = thing_id (map, thing);
      report_second (map, report, id, thing, *(AmThing *) g_hash_table_lookup (firsts, id));
    }
  check_relation_ids (map, report);
}

/* --- unknown-… --- */

/* A hint looks at every id of the map; a file with thousands of bad references gets hints for the first of them only. */
#define MOST_COMPARISONS 4000000

typedef struct
{
  const AmMap *map;
  AmReport *report;
  AmRule rule;
  AmThingKind wanted;
  guint64 comparisons;
} Search;

static guint32
count_candidates (const Search *search)
{
  switch (search->wanted)
    {
    case AM_THING_STAKEHOLDER:
      return search->map->stakeholders->len;
    case AM_THING_CLAIM:
      return search->map->claims->len;
    case AM_THING_SOURCE:
      return search->map->sources->len;
    case AM_THING_RELATION:
      return search->map->relations->len;
    case AM_THING_NONE:
    default:
      return 0;
    }
}

/* Nothing can refer to @subject, which is what holds the reference. */
static void
suggest (Search *search, AmFinding *finding, const char *id, const char *subject)
{
  guint32 candidates = count_candidates (search);
  AmNearest nearest;

  if ((search->comparisons += candidates) > MOST_COMPARISONS)
    return;
  am_nearest_init (&nearest, id);
  for (guint32 i = 0; i < candidates; i++)
    {
      const char *candidate = thing_id (search->map, (AmThing) { search->wanted, i });
      if (candidate != NULL && candidate[0] != '\0' && g_strcmp0 (candidate, subject) != 0)
        am_nearest_offer (&nearest, candidate, i);
    }
  if (nearest.best == NULL)
    return;
  guint32 at = am_map_thing_at (search->map, (AmThing) { search->wanted, nearest.tag });
  am_finding_help (finding, am_locate_member (search->map->source, at, "id"), "did you mean \"%s\"?", nearest.best);
}

/* Reports @ref if it leads nowhere; @sentence is the first half of the message. */
static void
check_ref (Search *search, const char *subject, const AmRef *ref, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
check_ref (Search *search, const char *subject, const AmRef *ref, const char *format, ...)
{
  if (ref->id == NULL || ref->index != AM_NONE)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  AmSpan where = am_locate_value (search->map->source, ref->at);
  AmThing other = am_map_find (search->map, ref->id);
  if (other.kind == AM_THING_NONE)
    {
      AmFinding *finding
          = am_report_add (search->report, search->rule, where, subject, "%s, but nothing has that id", sentence);
      suggest (search, finding, ref->id, subject);
      return;
    }
  AmFinding *finding = am_report_add (search->report, search->rule, where, subject, "%s, which is a %s", sentence,
                                      am_map_thing_word (search->map, other));
  am_finding_note (finding, am_locate_member (search->map->source, am_map_thing_at (search->map, other), "id"),
                   "\"%s\" is here", ref->id);
}

static void
check_expected (Search *search, AmRange range, const char *status)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmRef *ref = am_map_ref (search->map, range.start + i);
      check_ref (search, NULL, ref, "\"expect\" names \"%s\" as %s", ref->id, status);
    }
}

static void
check_relation_refs (Search *search, const AmRelation *relation)
{
  const AmMap *map = search->map;
  const AmClaim *claim = am_map_claim (map, relation->from);
  const char *role = am_role_word (claim->role);

  check_ref (search, claim->id, &relation->to, "%s \"%s\" %s \"%s\"", role, claim->id, am_relation_word (relation->kind),
             relation->to.id);
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      const AmRef *ref = am_map_ref (map, relation->with.start + i);
      check_ref (search, claim->id, ref, "%s \"%s\" names \"%s\" as a linked premise", role, claim->id, ref->id);
    }
  for (guint32 p = relation->to_pair; p != AM_NONE; p = am_map_pair (map, p)->to_pair)
    {
      const AmPair *pair = am_map_pair (map, p);
      check_ref (search, claim->id, &pair->from, "%s \"%s\" undercuts a relation from \"%s\"", role, claim->id,
                 pair->from.id);
      check_ref (search, claim->id, &pair->to, "%s \"%s\" undercuts a relation to \"%s\"", role, claim->id, pair->to.id);
    }
}

void
am_rule_unknown_claim (const AmMap *map, AmReport *report)
{
  Search search = { map, report, AM_RULE_UNKNOWN_CLAIM, AM_THING_CLAIM, 0 };

  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      const AmRef *ref = am_map_ref (map, map->resolutions.start + i);
      check_ref (&search, NULL, ref, "the resolution is \"%s\"", ref->id);
    }
  check_expected (&search, map->expect_standing, "standing");
  check_expected (&search, map->expect_contested, "contested");
  check_expected (&search, map->expect_fallen, "fallen");
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
      for (guint32 k = 0; k < stakeholder->positions.count; k++)
        {
          const AmRef *ref = &am_map_position (map, stakeholder->positions.start + k)->claim;
          check_ref (&search, stakeholder->id, ref, "stakeholder \"%s\" takes a position on \"%s\"", stakeholder->id,
                     ref->id);
        }
    }
  for (guint32 i = 0; i < map->relations->len; i++)
    check_relation_refs (&search, am_map_relation (map, i));
}

void
am_rule_unknown_stakeholder (const AmMap *map, AmReport *report)
{
  Search search = { map, report, AM_RULE_UNKNOWN_STAKEHOLDER, AM_THING_STAKEHOLDER, 0 };

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
      check_ref (&search, stakeholder->id, &stakeholder->member_of, "stakeholder \"%s\" is a member of \"%s\"",
                 stakeholder->id, stakeholder->member_of.id);
    }
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      for (guint32 k = 0; k < claim->by.count; k++)
        {
          const AmRef *ref = am_map_ref (map, claim->by.start + k);
          check_ref (&search, claim->id, ref, "%s \"%s\" is asserted by \"%s\"", am_role_word (claim->role), claim->id,
                     ref->id);
        }
    }
}

static void
check_evidence (Search *search, AmRange range, const char *owner, const char *id)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmRef *ref = &am_map_evidence (search->map, range.start + i)->source;
      check_ref (search, id, ref, "%s \"%s\" cites \"%s\"", owner, id, ref->id);
    }
}

void
am_rule_unknown_source (const AmMap *map, AmReport *report)
{
  Search search = { map, report, AM_RULE_UNKNOWN_SOURCE, AM_THING_SOURCE, 0 };

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      check_evidence (&search, claim->evidence, am_role_word (claim->role), claim->id);
    }
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
      for (guint32 k = 0; k < stakeholder->positions.count; k++)
        check_evidence (&search, am_map_position (map, stakeholder->positions.start + k)->evidence, "stakeholder",
                        stakeholder->id);
    }
}

/* --- unknown-relation --- */

static gboolean
has_relation (const AmMap *map, guint32 from, guint32 to)
{
  AmRange range = am_map_claim (map, from)->relations;

  for (guint32 i = 0; i < range.count; i++)
    if (am_map_relation (map, range.start + i)->to.index == to)
      return TRUE;
  return FALSE;
}

static void
explain_missing_pair (Search *search, AmFinding *finding, const AmPair *pair)
{
  const AmMap *map = search->map;

  if (pair->to_pair != AM_NONE)
    return;
  search->comparisons += am_map_claim (map, pair->to.index)->relations.count
                         + am_map_claim (map, pair->from.index)->relations.count
                         + am_map_linked (map, pair->from.index).count;
  if (search->comparisons > MOST_COMPARISONS)
    return;
  if (has_relation (map, pair->to.index, pair->from.index))
    {
      am_finding_help (finding, AM_SPAN_NONE, "it leads the other way, from \"%s\" to \"%s\"", pair->to.id,
                       pair->from.id);
      return;
    }
  AmIndexList linked = am_map_linked (map, pair->from.index);
  for (guint32 i = 0; i < linked.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, linked.items[i]);
      if (relation->to.index != pair->to.index || relation->to.index == AM_NONE)
        continue;
      am_finding_help (finding, am_locate_value (map->source, relation->at),
                       "\"%s\" is a linked premise there: the relation is named by the claim that carries it, \"%s\"",
                       pair->from.id, am_map_claim (map, relation->from)->id);
      return;
    }
  AmRange own = am_map_claim (map, pair->from.index)->relations;
  for (guint32 i = 0; i < own.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, own.start + i);
      if (relation->to.index == AM_NONE)
        continue;
      am_finding_help (finding, am_locate_value (map->source, relation->at), "\"%s\" %s \"%s\"", pair->from.id,
                       am_relation_word (relation->kind), relation->to.id);
      return;
    }
}

static void
check_pair (Search *search, const AmClaim *claim, const AmPair *pair)
{
  const AmMap *map = search->map;
  const char *role = am_role_word (claim->role);
  AmSpan where = am_locate_value (map->source, pair->at);
  gboolean inner_found = pair->to_pair == AM_NONE ? pair->to.index != AM_NONE : am_map_pair (map, pair->to_pair)->matches > 0;

  if (pair->relation.id != NULL)
    check_ref (search, claim->id, &pair->relation, "%s \"%s\" undercuts relation \"%s\"", role, claim->id,
               pair->relation.id);
  else if (pair->from.index == AM_NONE || !inner_found)
    return;
  else if (pair->matches == 0)
    {
      g_autofree char *target = pair->to_pair == AM_NONE ? g_strdup_printf ("\"%s\"", pair->to.id)
                                                         : g_strdup ("that relation");
      AmFinding *finding = am_report_add (search->report, AM_RULE_UNKNOWN_RELATION, where, claim->id,
                                          "%s \"%s\" undercuts the relation from \"%s\" to %s, but there is none", role,
                                          claim->id, pair->from.id, target);
      explain_missing_pair (search, finding, pair);
    }
  else if (pair->matches > 1)
    {
      AmFinding *finding = am_report_add (search->report, AM_RULE_UNKNOWN_RELATION, where, claim->id,
                                          "%s \"%s\" undercuts a relation, but %u lead from \"%s\" to that target", role,
                                          claim->id, pair->matches, pair->from.id);
      am_finding_help (finding, AM_SPAN_NONE, "give the relation an \"id\" and name it by {\"relation\": id}");
    }
}

void
am_rule_unknown_relation (const AmMap *map, AmReport *report)
{
  Search search = { map, report, AM_RULE_UNKNOWN_RELATION, AM_THING_RELATION, 0 };

  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      for (guint32 p = relation->to_pair; p != AM_NONE; p = am_map_pair (map, p)->to_pair)
        check_pair (&search, am_map_claim (map, relation->from), am_map_pair (map, p));
    }
}
