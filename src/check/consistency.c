/* Rules about whether stakeholders contradict themselves. */

#include "base/hash.h"
#include "base/place.h"
#include "check/check.h"

/* --- rebuts-own-claim, inconsistent-position --- */

static gboolean
all_assert (const AmMap *map, const AmClaim *rebuttal, const AmClaim *target)
{
  for (guint32 i = 0; i < rebuttal->by.count; i++)
    {
      guint32 who = am_map_ref (map, rebuttal->by.start + i)->index;
      if (who == AM_NONE || !am_map_asserts (map, target, who))
        return FALSE;
    }
  return rebuttal->by.count > 0;
}

void
am_rule_rebuts_own_claim (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (map, i);
      if (relation->kind != AM_RELATION_REBUT || relation->to.index == AM_NONE
          || relation->to.index == relation->from)
        continue;
      const AmClaim *rebuttal = am_map_claim (map, relation->from),
                    *target = am_map_claim (map, relation->to.index);
      if (!all_assert (map, rebuttal, target))
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_REBUTS_OWN_CLAIM, am_locate_value (map->source, relation->to.at),
          rebuttal->id, "whoever asserts rebuttal \"%s\" also asserts \"%s\", which it rebuts",
          rebuttal->id, target->id);
      am_finding_note (finding, am_report_locate (report, target->at, "by"),
                       "\"%s\" is asserted here", target->id);
      am_finding_help (finding, AM_SPAN_NONE,
                       "a concession is a position with the stance \"concedes\"");
    }
}

static void
report_two_sides (const AmMap *map, AmReport *report, const AmStakeholder *who,
                  const AmPosition *first, const AmPosition *second)
{
  AmFinding *finding = am_report_add (
      report, AM_RULE_INCONSISTENT_POSITION, am_locate_value (map->source, second->claim.at),
      who->id, "stakeholder \"%s\" is both for and against \"%s\"", who->id, second->claim.id);
  am_finding_note (finding, am_locate_value (map->source, first->claim.at),
                   "the other position is here");
  am_finding_help (finding, AM_SPAN_NONE,
                   "\"conditional\" says that it depends, \"concedes\" that a point is granted");
}

static gboolean
rebuts (const AmMap *map, guint32 from, guint32 claim)
{
  AmRange own = am_map_claim (map, from)->relations;

  for (guint32 i = 0; i < own.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, own.start + i);
      if (relation->kind == AM_RELATION_REBUT && relation->to.index == claim)
        return TRUE;
    }
  return FALSE;
}

/* How many relations the claims have. */
static guint64
count_relations (const AmMap *map, AmIndexList claims)
{
  guint64 count = 0;

  for (guint32 i = 0; i < claims.count; i++)
    count += am_map_claim (map, claims.items[i])->relations.count;
  return count;
}

/* The first rebuttal of @claim that @stakeholder asserts, or AM_NONE: found from the end from which
 * there is less to look at. */
static guint32
find_own_rebuttal (const AmMap *map, guint32 claim, guint32 stakeholder)
{
  AmIndexList incoming = am_map_incoming (map, claim),
              asserted = am_map_asserted (map, stakeholder);

  if (asserted.count < incoming.count && count_relations (map, asserted) < incoming.count)
    {
      for (guint32 i = 0; i < asserted.count; i++)
        if (rebuts (map, asserted.items[i], claim))
          return asserted.items[i];
      return AM_NONE;
    }
  for (guint32 i = 0; i < incoming.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, incoming.items[i]);
      if (relation->kind == AM_RELATION_REBUT
          && am_map_asserts (map, am_map_claim (map, relation->from), stakeholder))
        return relation->from;
    }
  return AM_NONE;
}

static void
check_own_rebuttals (const AmMap *map, AmReport *report, guint32 index, const AmPosition *position)
{
  const AmStakeholder *who = am_map_stakeholder (map, index);
  guint32 found = find_own_rebuttal (map, position->claim.index, index);

  if (found == AM_NONE)
    return;
  const AmClaim *rebuttal = am_map_claim (map, found);
  AmFinding *finding = am_report_add (
      report, AM_RULE_INCONSISTENT_POSITION, am_locate_value (map->source, position->claim.at),
      who->id, "stakeholder \"%s\" is for \"%s\", but asserts \"%s\", which rebuts it", who->id,
      position->claim.id, rebuttal->id);
  am_finding_note (finding, am_locate_member (map->source, rebuttal->at, "id"), "\"%s\" is here",
                   rebuttal->id);
}

static void
check_positions (const AmMap *map, AmReport *report, guint32 index)
{
  const AmStakeholder *who = am_map_stakeholder (map, index);
  g_autoptr (GHashTable) sides =
      g_hash_table_new (am_hash_pointer, g_direct_equal); /* claim plus one → its first position */

  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (map, who->positions.start + i);
      gpointer key = GSIZE_TO_POINTER ((gsize) position->claim.index + 1);
      if (position->claim.index == AM_NONE
          || (position->stance != AM_STANCE_FOR && position->stance != AM_STANCE_AGAINST))
        continue;
      const AmPosition *other = g_hash_table_lookup (sides, key);
      if (other == NULL)
        g_hash_table_insert (sides, key, (gpointer) position);
      else if (other->stance != position->stance)
        report_two_sides (map, report, who, other, position);
      gboolean own = am_map_asserts (map, am_map_claim (map, position->claim.index),
                                     index); /* that is rebuts-own-claim */
      if (position->stance == AM_STANCE_FOR && other == NULL && !own)
        check_own_rebuttals (map, report, index, position);
    }
}

void
am_rule_inconsistent_position (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    if (am_map_stakeholder (map, i)->positions.count > 0)
      check_positions (map, report, i);
}

/* --- for-rivals --- */

/* How many further positions a finding names. */
#define MOST_NAMED 8

/* Marks each resolution with 1, and other claims with 0. Free with g_free(). */
static guint32 *
mark_resolutions (const AmMap *map)
{
  guint32 *marks = g_new0 (guint32, (gsize) map->claims->len + 1);

  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 resolution = am_map_ref (map, map->resolutions.start + i)->index;
      if (resolution != AM_NONE)
        marks[resolution] = 1;
    }
  return marks;
}

static AmFinding *
report_rivals (const AmMap *map, AmReport *report, const AmStakeholder *who,
               const AmPosition *first, const AmPosition *second)
{
  AmFinding *finding = am_report_add (
      report, AM_RULE_FOR_RIVALS, am_locate_value (map->source, second->claim.at), who->id,
      "stakeholder \"%s\" is for \"%s\" and for \"%s\", which are rival resolutions", who->id,
      first->claim.id, second->claim.id);

  am_finding_note (finding, am_locate_value (map->source, first->claim.at),
                   "the position for \"%s\" is here", first->claim.id);
  am_finding_help (finding, AM_SPAN_NONE,
                   "write \"conditional\" for a second choice; if both can be adopted together, "
                   "accept this under \"ignore\"");
  return finding;
}

/* Of several positions on one claim the first counts. @marks are those of mark_resolutions(); what
 * @index takes a position on is marked with @index + 2. */
static void
check_rivals (const AmMap *map, AmReport *report, guint32 index, guint32 *marks)
{
  const AmStakeholder *who = am_map_stakeholder (map, index);
  const AmPosition *first = NULL;
  AmFinding *finding = NULL;
  guint count = 0;

  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (map, who->positions.start + i);
      guint32 claim = position->claim.index;
      if (claim == AM_NONE || marks[claim] == 0 || marks[claim] == index + 2)
        continue;
      marks[claim] = index + 2;
      if (position->stance != AM_STANCE_FOR)
        continue;
      count++;
      if (count == 1)
        first = position;
      else if (count == 2)
        finding = report_rivals (map, report, who, first, position);
      else if (count <= MOST_NAMED + 2)
        am_finding_note (finding, am_locate_value (map->source, position->claim.at),
                         "the position for \"%s\" is here", position->claim.id);
    }
  if (count > MOST_NAMED + 2)
    am_finding_note (finding, AM_SPAN_NONE, "and so on: %u rival resolutions in all", count);
}

void
am_rule_for_rivals (const AmMap *map, AmReport *report)
{
  if (map->resolutions.count < 2)
    return;
  g_autofree guint32 *marks = mark_resolutions (map);
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    check_rivals (map, report, i, marks);
}
