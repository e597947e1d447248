/* Rules about ids and what they refer to. */

#include "base/place.h"
#include "base/text.h"
#include "check/check.h"
#include "check/suggest.h"

/* --- duplicate-id --- */

static void
report_second (const AmMap *map, AmReport *report, const char *id, AmEntity thing, AmEntity first)
{
  AmSpan where = am_locate_member (map->source, am_map_entity_at (map, thing), "id");
  const char *word = am_map_entity_word (map, thing), *other = am_map_entity_word (map, first);
  AmFinding *finding =
      am_report_add (report, AM_RULE_DUPLICATE_ID, where, id, "%s \"%s\" has the id of %s %s", word,
                     id, g_str_equal (word, other) ? "another" : "a", other);
  am_finding_note (finding, am_report_locate (report, am_map_entity_at (map, first), "id"),
                   "the first to have it is here");
}

/* Of all things that have the id, the one that comes first in the file; a relation only where no
   other has it. */
static AmEntity
find_first (const AmMap *map, const char *id)
{
  static const AmEntityKind kinds[] = { AM_ENTITY_STAKEHOLDER, AM_ENTITY_CLAIM, AM_ENTITY_SOURCE };
  AmEntity first = { AM_ENTITY_NONE, AM_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      AmEntity thing = { kinds[i], am_map_find_kind (map, kinds[i], id) };
      if (thing.index != AM_NONE
          && (first.kind == AM_ENTITY_NONE
              || am_map_entity_at (map, thing) < am_map_entity_at (map, first)))
        first = thing;
    }
  return first.kind != AM_ENTITY_NONE
           ? first
           : (AmEntity){ AM_ENTITY_RELATION, am_map_find_kind (map, AM_ENTITY_RELATION, id) };
}

static void
check_id (const AmMap *map, AmReport *report, AmEntity thing)
{
  const char *id = am_map_entity_id (map, thing);

  if (id == NULL || id[0] == '\0')
    return;
  AmEntity first = find_first (map, id);
  if ((first.kind != thing.kind || first.index != thing.index) && !am_text_is_damaged (id))
    report_second (map, report, id, thing, first);
}

void
am_rule_duplicate_id (const AmMap *map, AmReport *report)
{
  for (AmEntityKind kind = AM_ENTITY_STAKEHOLDER; kind <= AM_ENTITY_RELATION; kind++)
    for (guint32 i = 0, count = am_map_count (map, kind); i < count; i++)
      check_id (map, report, (AmEntity){ kind, i });
}

/* --- unknown-… --- */

typedef struct
{
  AmReport *report;
  AmRule rule;
  AmSuggestions suggestions;
} Search;

/* Who makes a reference, and how the message says so: claim "c1" names "c9" as a linked premise. */
typedef struct
{
  const char *noun; /* "claim" */
  const char *id;
  const char *verb; /* "names" */
  const char *rest; /* " as a linked premise", or "" */
} Referrer;

static char *
describe_reference (const Referrer *by, const AmRef *ref)
{
  if (by->id == NULL)
    return g_strdup_printf ("%s %s \"%s\"%s", by->noun, by->verb, ref->id, by->rest);
  if (by->id[0] == '\0')
    return g_strdup_printf ("this %s %s \"%s\"%s", by->noun, by->verb, ref->id, by->rest);
  return g_strdup_printf ("%s \"%s\" %s \"%s\"%s", by->noun, by->id, by->verb, ref->id, by->rest);
}

static void
report_reference (Search *search, const Referrer *by, const AmRef *ref)
{
  const AmMap *map = search->suggestions.map;
  g_autofree char *sentence = describe_reference (by, ref);
  AmSpan where = am_locate_value (map->source, ref->at);
  AmEntity other = am_map_find (map, ref->id);

  if (other.kind == AM_ENTITY_NONE)
    {
      AmFinding *finding = am_report_add (search->report, search->rule, where, by->id,
                                          "%s, but nothing has that id", sentence);
      am_suggest (&search->suggestions, finding, ref->id, by->id);
      return;
    }
  AmFinding *finding =
      am_report_add (search->report, search->rule, where, by->id, "%s, which is a %s", sentence,
                     am_map_entity_word (map, other));
  am_finding_note (finding, am_report_locate (search->report, am_map_entity_at (map, other), "id"),
                   "\"%s\" is here", ref->id);
}

static void
check_ref (Search *search, const Referrer *by, const AmRef *ref)
{
  if (ref->id != NULL && ref->index == AM_NONE && !am_text_is_damaged (ref->id))
    report_reference (search, by, ref);
}

static void
check_range (Search *search, const Referrer *by, AmRange range)
{
  for (guint32 i = 0; i < range.count; i++)
    check_ref (search, by, am_map_ref (search->suggestions.map, range.start + i));
}

static void
check_relation_refs (Search *search, const AmRelation *relation)
{
  const AmClaim *claim = am_map_claim (search->suggestions.map, relation->from);
  const char *role = am_role_word (claim->role);

  check_ref (search, &(Referrer){ role, claim->id, am_relation_word (relation->kind), "" },
             &relation->to);
  check_range (search, &(Referrer){ role, claim->id, "names", " as a linked premise" },
               relation->with);
  for (guint32 p = relation->to_pair; p != AM_NONE;
       p = am_map_pair (search->suggestions.map, p)->to_pair)
    {
      const AmPair *pair = am_map_pair (search->suggestions.map, p);
      check_ref (search, &(Referrer){ role, claim->id, "undercuts a relation from", "" },
                 &pair->from);
      check_ref (search, &(Referrer){ role, claim->id, "undercuts a relation to", "" }, &pair->to);
    }
}

void
am_rule_unknown_claim (const AmMap *map, AmReport *report)
{
  Search search = { report, AM_RULE_UNKNOWN_CLAIM, { map, report, AM_ENTITY_CLAIM } };

  check_range (&search, &(Referrer){ "the resolution", NULL, "is", "" }, map->resolutions);
  check_range (&search, &(Referrer){ "\"expect\"", NULL, "names", " as unanswered" },
               map->expect_unanswered);
  check_range (&search, &(Referrer){ "\"expect\"", NULL, "names", " as disputed" },
               map->expect_disputed);
  check_range (&search, &(Referrer){ "\"expect\"", NULL, "names", " as answered" },
               map->expect_answered);
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (map, i);
      for (guint32 k = 0; k < who->positions.count; k++)
        check_ref (&search, &(Referrer){ "stakeholder", who->id, "takes a position on", "" },
                   &am_map_position (map, who->positions.start + k)->claim);
    }
  for (guint32 i = 0; i < map->relations->len; i++)
    check_relation_refs (&search, am_map_relation (map, i));
}

void
am_rule_unknown_stakeholder (const AmMap *map, AmReport *report)
{
  Search search = { report, AM_RULE_UNKNOWN_STAKEHOLDER, { map, report, AM_ENTITY_STAKEHOLDER } };

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (map, i);
      check_ref (&search, &(Referrer){ "stakeholder", who->id, "is a member of", "" },
                 &who->member_of);
    }
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      check_range (&search,
                   &(Referrer){ am_role_word (claim->role), claim->id, "is asserted by", "" },
                   claim->by);
    }
}

static void
check_evidence (Search *search, AmRange range, const Referrer *by)
{
  for (guint32 i = 0; i < range.count; i++)
    check_ref (search, by, &am_map_evidence (search->suggestions.map, range.start + i)->source);
}

void
am_rule_unknown_source (const AmMap *map, AmReport *report)
{
  Search search = { report, AM_RULE_UNKNOWN_SOURCE, { map, report, AM_ENTITY_SOURCE } };

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      check_evidence (&search, claim->evidence,
                      &(Referrer){ am_role_word (claim->role), claim->id, "cites", "" });
    }
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (map, i);
      for (guint32 k = 0; k < who->positions.count; k++)
        check_evidence (&search, am_map_position (map, who->positions.start + k)->evidence,
                        &(Referrer){ "stakeholder", who->id, "cites", "" });
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
  const AmMap *map = search->suggestions.map;

  if (pair->to_pair != AM_NONE)
    return;
  if (!am_suggest_afford (search->report,
                          (guint64) am_map_claim (map, pair->to.index)->relations.count
                              + am_map_claim (map, pair->from.index)->relations.count
                              + am_map_linked (map, pair->from.index).count))
    return;
  if (has_relation (map, pair->to.index, pair->from.index))
    {
      am_finding_help (finding, AM_SPAN_NONE, "it leads the other way, from \"%s\" to \"%s\"",
                       pair->to.id, pair->from.id);
      return;
    }
  AmIndexList linked = am_map_linked (map, pair->from.index);
  for (guint32 i = 0; i < linked.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, linked.items[i]);
      if (relation->to.index != pair->to.index || relation->to.index == AM_NONE)
        continue;
      am_finding_help (finding, am_locate_value (map->source, relation->at),
                       "\"%s\" is a linked premise there: the relation is named by the claim that "
                       "carries it, \"%s\"",
                       pair->from.id, am_map_claim (map, relation->from)->id);
      return;
    }
  AmRange own = am_map_claim (map, pair->from.index)->relations;
  for (guint32 i = 0; i < own.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, own.start + i);
      if (relation->to.index == AM_NONE)
        continue;
      am_finding_help (finding, am_locate_value (map->source, relation->at), "\"%s\" %s \"%s\"",
                       pair->from.id, am_relation_word (relation->kind), relation->to.id);
      return;
    }
}

#define MOST_CHOICES 3

/* Several relations lead from one claim to the other: those that have ids can be named. */
static void
help_to_choose (Search *search, AmFinding *finding, const AmPair *pair)
{
  const AmMap *map = search->suggestions.map;
  AmRange own = am_map_claim (map, pair->from.index)->relations;
  g_autoptr (GString) choices = g_string_new (NULL);
  guint named = 0;

  if (!am_suggest_afford (search->report, own.count))
    return;
  for (guint32 i = 0; i < own.count && pair->to.id != NULL && named < MOST_CHOICES; i++)
    {
      const AmRelation *relation = am_map_relation (map, own.start + i);
      if (relation->to.index == pair->to.index && relation->id != NULL
          && am_map_find_kind (map, AM_ENTITY_RELATION, relation->id) == own.start + i)
        g_string_append_printf (choices, "%s{\"relation\": \"%s\"}", named++ > 0 ? " or " : "",
                                relation->id);
    }
  if (named == MOST_CHOICES && pair->matches > named)
    g_string_append (choices, " …");
  if (named == 0)
    am_finding_help (finding, AM_SPAN_NONE,
                     "give the relation an \"id\" and name it by {\"relation\": id}");
  else if (named == pair->matches || named == MOST_CHOICES)
    am_finding_help (finding, AM_SPAN_NONE, "name the one that is meant by its id: %s",
                     choices->str);
  else
    am_finding_help (finding, AM_SPAN_NONE,
                     "name the one that is meant by its id: %s, or give another an \"id\"",
                     choices->str);
}

static void
check_pair (Search *search, const AmClaim *claim, const AmPair *pair)
{
  const AmMap *map = search->suggestions.map;
  const char *role = am_role_word (claim->role);
  AmSpan where = am_locate_value (map->source, pair->at);
  g_autofree char *target =
      pair->to.id != NULL ? g_strdup_printf ("\"%s\"", pair->to.id) : g_strdup ("that relation");
  gboolean inner_found = pair->to_pair == AM_NONE ? pair->to.index != AM_NONE
                                                  : am_map_pair (map, pair->to_pair)->matches == 1;

  if (pair->relation.id != NULL)
    check_ref (search, &(Referrer){ role, claim->id, "undercuts relation", "" }, &pair->relation);
  else if (pair->from.index == AM_NONE || !inner_found)
    return;
  else if (pair->matches == 0)
    {
      AmFinding *finding =
          am_report_add (search->report, AM_RULE_UNKNOWN_RELATION, where, claim->id,
                         "%s \"%s\" undercuts the relation from \"%s\" to %s, but there is none",
                         role, claim->id, pair->from.id, target);
      explain_missing_pair (search, finding, pair);
    }
  else if (pair->matches > 1)
    {
      AmFinding *finding =
          am_report_add (search->report, AM_RULE_UNKNOWN_RELATION, where, claim->id,
                         "%s \"%s\" undercuts a relation, but %u lead from \"%s\" to %s", role,
                         claim->id, pair->matches, pair->from.id, target);
      help_to_choose (search, finding, pair);
    }
}

void
am_rule_unknown_relation (const AmMap *map, AmReport *report)
{
  Search search = { report, AM_RULE_UNKNOWN_RELATION, { map, report, AM_ENTITY_RELATION } };

  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      for (guint32 p = relation->to_pair; p != AM_NONE; p = am_map_pair (map, p)->to_pair)
        check_pair (&search, am_map_claim (map, relation->from), am_map_pair (map, p));
    }
}
