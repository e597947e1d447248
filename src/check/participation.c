/* Rules about things that take no part in the debate. */

#include "base/place.h"
#include "base/text.h"
#include "check/check.h"
#include "model/walk.h"

static void
mark (gboolean *marked, guint32 index)
{
  if (index != AM_NONE)
    marked[index] = TRUE;
}

static gboolean
is_isolated (const AmMap *map, guint32 i)
{
  return am_map_claim (map, i)->relations.count == 0 && am_map_incoming (map, i).count == 0
      && am_map_linked (map, i).count == 0;
}

/* A second thing with an id, or one without any, cannot be referred to: duplicate-id and
 * missing-field say so. */
static gboolean
can_be_named (const AmMap *map, AmEntityKind kind, const char *id, guint32 index)
{
  return id[0] != '\0' && am_map_find_kind (map, kind, id) == index;
}

/* Free with g_free(). */
static gboolean *
mark_resolutions (const AmMap *map)
{
  gboolean *marked = g_new0 (gboolean, (gsize) map->claims->len + 1);

  for (guint32 i = 0; i < map->resolutions.count; i++)
    mark (marked, am_map_ref (map, map->resolutions.start + i)->index);
  return marked;
}

void
am_rule_isolated_claim (const AmMap *map, AmReport *report)
{
  if (map->partial || am_walk_any_broken_relation (map))
    return;
  g_autofree gboolean *resolutions = mark_resolutions (map);
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (claim->role == AM_ROLE_REBUTTAL || !is_isolated (map, i)
          || !can_be_named (map, AM_ENTITY_CLAIM, claim->id, i))
        continue; /* such a rebuttal is rebuttal-without-target */
      AmFinding *finding = am_report_add (
          report, AM_RULE_ISOLATED_CLAIM, am_locate_member (map->source, claim->at, "id"),
          claim->id, "claim \"%s\" has no relation to any other", claim->id);
      am_finding_help (finding, AM_SPAN_NONE,
                       resolutions[i] ? "say what \"supports\" or \"rebuts\" it"
                                      : "say what it \"supports\", or take it out");
    }
}

/* --- off-topic --- */

/* What a rule must know of each connected component. */
typedef struct
{
  guint32 first; /* the claim that stands for it */
  guint32 others;
  gboolean excused; /* holds a resolution, or a broken reference that may be the missing link */
} Part;

static gboolean
has_broken_relation (const AmMap *map, const AmClaim *claim)
{
  for (guint32 i = 0; i < claim->relations.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, claim->relations.start + i);
      if (am_walk_head (map, relation) == AM_NONE)
        return TRUE;
      for (guint32 k = 0; k < relation->with.count; k++)
        if (am_map_ref (map, relation->with.start + k)->index == AM_NONE)
          return TRUE;
    }
  return FALSE;
}

/* Whether @claim rather than @other stands for its part: what leads nowhere else does, then what
   has the first id. Places do not count, since an accepted finding names the claim. */
static gboolean
comes_before (const AmMap *map, guint32 claim, guint32 other)
{
  gboolean leads = am_map_claim (map, claim)->relations.count > 0,
           other_leads = am_map_claim (map, other)->relations.count > 0;

  return leads != other_leads ? other_leads : am_map_compare_claims (map, claim, other) < 0;
}

static void
describe_parts (const AmMap *map, const AmParts *components, Part *parts)
{
  for (guint32 i = map->claims->len; i-- > 0;)
    {
      const AmClaim *claim = am_map_claim (map, i);
      Part *part = &parts[components->of[i]];
      if (part->others == 0 || comes_before (map, i, part->first))
        part->first = i;
      part->others++;
      part->excused = part->excused || has_broken_relation (map, claim)
                   || (claim->role == AM_ROLE_REBUTTAL && claim->relations.count == 0);
    }
  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 resolution = am_map_ref (map, map->resolutions.start + i)->index;
      if (resolution != AM_NONE)
        parts[components->of[resolution]].excused = TRUE;
    }
}

static gboolean
any_resolution (const AmMap *map)
{
  for (guint32 i = 0; i < map->resolutions.count; i++)
    if (am_map_ref (map, map->resolutions.start + i)->index != AM_NONE)
      return TRUE;
  return FALSE;
}

void
am_rule_off_topic (const AmMap *map, AmReport *report)
{
  if (map->partial || !any_resolution (map))
    return;
  g_auto (AmParts) components = am_walk_components (map);
  g_autofree Part *parts = g_new0 (Part, (gsize) components.count + 1);

  describe_parts (map, &components, parts);
  for (guint32 p = 0; p < components.count; p++)
    {
      if (parts[p].excused || is_isolated (map, parts[p].first))
        continue;
      const AmClaim *claim = am_map_claim (map, parts[p].first);
      g_autofree char *others = am_text_count (parts[p].others - 1, "other", NULL);
      g_autofree char *with = parts[p].others == 1
                                ? g_strdup ("")
                                : g_strdup_printf (", with %s that it is connected to,", others);
      am_report_add (report, AM_RULE_OFF_TOPIC, am_locate_member (map->source, claim->at, "id"),
                     claim->id, "%s \"%s\"%s does not bear on the resolution",
                     am_role_word (claim->role), claim->id, with);
    }
}

/* --- unused-stakeholder, unused-source --- */

void
am_rule_unused_stakeholder (const AmMap *map, AmReport *report)
{
  g_autofree gboolean *used = g_new0 (gboolean, (gsize) map->stakeholders->len + 1);

  if (map->partial)
    return;
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmRange by = am_map_claim (map, i)->by;
      if (by.count > 0 && am_walk_any_broken_ref (am_map_ref (map, by.start), by.count))
        return;
      for (guint32 k = 0; k < by.count; k++)
        mark (used, am_map_ref (map, by.start + k)->index);
    }
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
      if (am_walk_any_broken_ref (&stakeholder->member_of, 1))
        return;
      if (stakeholder->positions.count > 0 || stakeholder->role != NULL)
        used[i] = TRUE;
      if (stakeholder->member_of.id != NULL && stakeholder->member_of.index != i)
        mark (used, stakeholder->member_of.index);
    }
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const char *id = am_map_stakeholder (map, i)->id;
      AmSpan where = am_locate_member (map->source, am_map_stakeholder (map, i)->at, "id");
      if (used[i] || !can_be_named (map, AM_ENTITY_STAKEHOLDER, id, i))
        continue;
      AmFinding *finding =
          am_report_add (report, AM_RULE_UNUSED_STAKEHOLDER, where, id,
                         "stakeholder \"%s\" asserts nothing and takes no position", id);
      am_finding_help (finding, AM_SPAN_NONE,
                       "name it in a claim's \"by\", give it \"positions\" or a \"role\"");
    }
}

void
am_rule_unused_source (const AmMap *map, AmReport *report)
{
  g_autofree gboolean *used = g_new0 (gboolean, (gsize) map->sources->len + 1);

  if (map->partial)
    return;
  for (guint32 i = 0; i < map->evidence->len; i++)
    {
      if (am_walk_any_broken_ref (&am_map_evidence (map, i)->source, 1))
        return;
      mark (used, am_map_evidence (map, i)->source.index);
    }
  for (guint32 i = 0; i < map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (map, i);
      if (!used[i] && can_be_named (map, AM_ENTITY_SOURCE, source->id, i))
        am_report_add (report, AM_RULE_UNUSED_SOURCE,
                       am_locate_member (map->source, source->at, "id"), source->id,
                       "source \"%s\" is cited by no evidence", source->id);
    }
}
