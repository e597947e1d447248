/* Rules about how relations fit together. */

#include "base/hash.h"
#include "base/normal.h"
#include "base/place.h"
#include "check/check.h"

static AmSpan
relation_span (const AmMap *map, const AmRelation *relation)
{
  return am_locate_value (map->source,
                          relation->kind == AM_RELATION_UNDERCUT ? relation->at : relation->to.at);
}

static const AmClaim *
carrier (const AmMap *map, const AmRelation *relation)
{
  return am_map_claim (map, relation->from);
}

void
am_rule_rebuttal_without_target (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      gboolean attacks = claim->role == AM_ROLE_CLAIM || claim->partial;
      for (guint32 k = 0; k < claim->relations.count && !attacks; k++)
        attacks = am_map_relation (map, claim->relations.start + k)->kind != AM_RELATION_SUPPORT;
      if (attacks)
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_REBUTTAL_WITHOUT_TARGET, am_locate_value (map->source, claim->at),
          claim->id, "rebuttal \"%s\" has neither \"rebuts\" nor \"undercuts\"", claim->id);
      am_finding_help (finding, AM_SPAN_NONE, "say what it answers, or move it to \"claims\"");
    }
}

/* --- self-reference --- */

static void
check_premises (const AmMap *map, AmReport *report, const AmRelation *relation)
{
  const AmClaim *claim = carrier (map, relation);

  for (guint32 i = 0; i < relation->with.count; i++)
    {
      const AmRef *premise = am_map_ref (map, relation->with.start + i);
      if (premise->index == AM_NONE)
        continue;
      AmSpan where = am_locate_value (map->source, premise->at);
      if (premise->index == relation->to.index && relation->kind != AM_RELATION_UNDERCUT)
        am_report_add (report, AM_RULE_SELF_REFERENCE, where, claim->id,
                       "\"%s\" is a premise of a relation to itself", premise->id);
      else if (premise->index == relation->from)
        am_report_add (
            report, AM_RULE_SELF_REFERENCE, where, claim->id,
            "%s \"%s\" is its own linked premise; the claim that carries a relation is one already",
            am_role_word (claim->role), claim->id);
    }
}

void
am_rule_self_reference (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      const AmClaim *claim = carrier (map, relation);
      if (relation->kind == AM_RELATION_UNDERCUT && relation->to_relation == i)
        am_report_add (report, AM_RULE_SELF_REFERENCE, relation_span (map, relation), claim->id,
                       "an undercut of %s \"%s\" attacks itself", am_role_word (claim->role),
                       claim->id);
      else if (relation->kind != AM_RELATION_UNDERCUT && relation->to.index == relation->from)
        am_report_add (report, AM_RULE_SELF_REFERENCE, relation_span (map, relation), claim->id,
                       "%s \"%s\" %s itself", am_role_word (claim->role), claim->id,
                       am_relation_word (relation->kind));
      check_premises (map, report, relation);
    }
}

/* --- duplicate-relation, supports-and-rebuts --- */

/* Calls @check for every pair of relations, with the second after the first, that one claim carries
   to one target. Lists of incoming relations keep those of one carrier together, so neighbours are
   enough: @first is the first of its kind. */
typedef void (*PairCheck) (const AmMap *map, AmReport *report, const AmRelation *first,
                           const AmRelation *second);

static void
check_list (const AmMap *map, AmReport *report, AmIndexList list, PairCheck check)
{
  guint32 first[3] = { AM_NONE, AM_NONE, AM_NONE }; /* of each kind, of the present carrier */
  guint32 from = AM_NONE;

  for (guint32 i = 0; i < list.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, list.items[i]);
      if (relation->from != from)
        {
          from = relation->from;
          first[0] = first[1] = first[2] = AM_NONE;
        }
      for (guint kind = 0; kind < G_N_ELEMENTS (first); kind++)
        if (first[kind] != AM_NONE)
          check (map, report, am_map_relation (map, first[kind]), relation);
      if (first[relation->kind] == AM_NONE)
        first[relation->kind] = list.items[i];
    }
}

static void
check_pairs (const AmMap *map, AmReport *report, PairCheck check)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    check_list (map, report, am_map_incoming (map, i), check);
  for (guint32 i = 0; i < map->relations->len; i++)
    check_list (map, report, am_map_undercutters (map, i), check);
}

static void
check_duplicate (const AmMap *map, AmReport *report, const AmRelation *first,
                 const AmRelation *second)
{
  if (first->kind != second->kind || (first->id != NULL && second->id != NULL))
    return;
  const AmClaim *claim = carrier (map, second);
  g_autofree char *target = second->kind == AM_RELATION_UNDERCUT
                              ? g_strdup ("the same relation")
                              : g_strdup_printf ("\"%s\"", second->to.id);
  AmFinding *finding =
      am_report_add (report, AM_RULE_DUPLICATE_RELATION, relation_span (map, second), claim->id,
                     "%s \"%s\" %s %s twice", am_role_word (claim->role), claim->id,
                     am_relation_word (second->kind), target);
  am_finding_note (finding, relation_span (map, first), "the first time is here");
  if (second->kind != AM_RELATION_UNDERCUT && (first->with.count > 0 || second->with.count > 0))
    am_finding_help (finding, AM_SPAN_NONE, "if both are meant, give each an \"id\"");
}

void
am_rule_duplicate_relation (const AmMap *map, AmReport *report)
{
  check_pairs (map, report, check_duplicate);
}

static void
check_contradiction (const AmMap *map, AmReport *report, const AmRelation *first,
                     const AmRelation *second)
{
  if (first->kind == second->kind || first->kind == AM_RELATION_UNDERCUT)
    return;
  const AmClaim *claim = carrier (map, second);
  AmFinding *finding =
      am_report_add (report, AM_RULE_SUPPORTS_AND_REBUTS, relation_span (map, second), claim->id,
                     "%s \"%s\" both supports and rebuts \"%s\"", am_role_word (claim->role),
                     claim->id, second->to.id);
  am_finding_note (finding, relation_span (map, first), "it %s it here",
                   am_relation_word (first->kind));
}

void
am_rule_supports_and_rebuts (const AmMap *map, AmReport *report)
{
  check_pairs (map, report, check_contradiction);
}

/* --- duplicate-entry --- */

#define FEW_ENTRIES 16

/* @owner: the claim whose list it is, or NULL for a list of the map. */
static void
report_entry (const AmMap *map, AmReport *report, const AmClaim *owner, const char *list,
              const AmRef *first, const AmRef *again)
{
  g_autofree char *who = owner != NULL && owner->id[0] != '\0'
                           ? g_strdup_printf ("%s \"%s\"", am_role_word (owner->role), owner->id)
                           : g_strdup (owner != NULL ? "this claim" : "the map");
  AmFinding *finding = am_report_add (
      report, AM_RULE_DUPLICATE_ENTRY, am_locate_value (map->source, again->at),
      owner != NULL ? owner->id : NULL, "%s names \"%s\" twice in \"%s\"", who, again->id, list);
  am_finding_note (finding, am_locate_value (map->source, first->at), "the first time is here");
}

static void
check_entries (const AmMap *map, AmReport *report, AmRange range, const AmClaim *owner,
               const char *list)
{
  g_autoptr (GHashTable) seen =
      range.count > FEW_ENTRIES ? g_hash_table_new (am_hash_text, g_str_equal) : NULL;

  for (guint32 i = 0; i < range.count; i++)
    {
      const AmRef *ref = am_map_ref (map, range.start + i), *first = NULL;
      for (guint32 k = 0; seen == NULL && k < i && first == NULL; k++)
        if (g_str_equal (am_map_ref (map, range.start + k)->id, ref->id))
          first = am_map_ref (map, range.start + k);
      if (seen != NULL)
        first = g_hash_table_lookup (seen, ref->id);
      if (first != NULL)
        report_entry (map, report, owner, list, first, ref);
      else if (seen != NULL)
        g_hash_table_insert (seen, (gpointer) ref->id, (gpointer) ref);
    }
}

/* What it is compared by: no form holds the end of a line. Caller owns it. */
static char *
form_of_evidence (const AmEvidence *evidence)
{
  const char *texts[] = { evidence->quote, evidence->locator, evidence->note };
  GString *out = g_string_new (evidence->source.id);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *form = texts[i] != NULL ? am_normal_text (texts[i], -1) : NULL;
      g_string_append_printf (out, "\n%s", form != NULL ? form : "");
    }
  return g_string_free (out, FALSE);
}

/* By hand nobody has more evidence or positions than this; to compare all with all of them would
 * take too long. */
#define MOST_COMPARED 100

static void
check_evidence (const AmMap *map, AmReport *report, AmRange range, const char *noun, const char *id)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < MIN (range.count, MOST_COMPARED) && range.count > 1; i++)
    g_ptr_array_add (forms, form_of_evidence (am_map_evidence (map, range.start + i)));
  for (guint32 i = 1; i < forms->len; i++)
    for (guint32 k = 0; k < i; k++)
      {
        const AmEvidence *again = am_map_evidence (map, range.start + i),
                         *first = am_map_evidence (map, range.start + k);
        if (again->source.id == NULL
            || !am_normal_same_forms (g_ptr_array_index (forms, k), g_ptr_array_index (forms, i)))
          continue;
        AmFinding *finding = am_report_add (
            report, AM_RULE_DUPLICATE_ENTRY, am_locate_value (map->source, again->at), id,
            "%s \"%s\" gives the same evidence from \"%s\" twice", noun, id, again->source.id);
        am_finding_note (finding, am_locate_value (map->source, first->at),
                         "the first time is here");
        break;
      }
}

static void
check_positions (const AmMap *map, AmReport *report, const AmStakeholder *who)
{
  AmRange range = who->positions;

  for (guint32 i = 0; i < MIN (range.count, MOST_COMPARED); i++)
    {
      const AmPosition *again = am_map_position (map, range.start + i), *first = NULL;
      check_evidence (map, report, again->evidence, "stakeholder", who->id);
      for (guint32 k = 0; k < i && first == NULL; k++)
        {
          const AmPosition *other = am_map_position (map, range.start + k);
          if (other->stance == again->stance && again->stance != AM_STANCE_UNSAID
              && again->claim.id != NULL && g_strcmp0 (other->claim.id, again->claim.id) == 0)
            first = other;
        }
      if (first == NULL)
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_DUPLICATE_ENTRY, am_locate_value (map->source, again->at), who->id,
          "stakeholder \"%s\" takes the same position on \"%s\" twice", who->id, again->claim.id);
      am_finding_note (finding, am_locate_value (map->source, first->at), "the first time is here");
    }
}

void
am_rule_duplicate_entry (const AmMap *map, AmReport *report)
{
  check_entries (map, report, map->resolutions, NULL, "resolution");
  check_entries (map, report, map->expect_unanswered, NULL, "expect");
  check_entries (map, report, map->expect_disputed, NULL, "expect");
  check_entries (map, report, map->expect_answered, NULL, "expect");
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    check_positions (map, report, am_map_stakeholder (map, i));
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      check_entries (map, report, claim->by, claim, "by");
      check_evidence (map, report, claim->evidence, am_role_word (claim->role), claim->id);
    }
  for (guint32 i = 0; i < map->relations->len; i++)
    check_entries (map, report, am_map_relation (map, i)->with,
                   carrier (map, am_map_relation (map, i)), "with");
}
