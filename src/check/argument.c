/* Rules about how sound the argument is: what a debate coach would ask. */

#include "base/place.h"
#include "check/check.h"
#include "model/walk.h"

static AmSpan
id_span (const AmMap *map, const AmClaim *claim)
{
  return am_locate_member (map->source, claim->at, "id");
}

static gboolean
has_incoming (const AmMap *map, guint32 claim, AmRelationKind kind)
{
  AmIndexList incoming = am_map_incoming (map, claim);

  for (guint32 i = 0; i < incoming.count; i++)
    if (am_map_relation (map, incoming.items[i])->kind == kind)
      return TRUE;
  return FALSE;
}

/* --- fact-without-evidence, unattributed-claim, unanswered-rebuttal --- */

void
am_rule_fact_without_evidence (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (claim->kind != AM_CLAIM_FACT || claim->evidence.count > 0 || claim->implicit
          || claim->open || claim->partial || has_incoming (map, i, AM_RELATION_SUPPORT))
        continue;
      AmFinding *finding =
          am_report_add (report, AM_RULE_FACT_WITHOUT_EVIDENCE, id_span (map, claim), claim->id,
                         "%s \"%s\" is a fact with neither evidence nor support",
                         am_role_word (claim->role), claim->id);
      am_finding_help (
          finding, AM_SPAN_NONE,
          "cite a source under \"evidence\", or mark it \"implicit\" if you supplied it");
    }
}

void
am_rule_unattributed_claim (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (claim->by.count == 0 && !claim->implicit && !claim->open && !claim->partial)
        am_report_add (report, AM_RULE_UNATTRIBUTED_CLAIM, id_span (map, claim), claim->id,
                       "nobody is named who asserts %s \"%s\"", am_role_word (claim->role),
                       claim->id);
    }
}

void
am_rule_unanswered_rebuttal (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (claim->role == AM_ROLE_REBUTTAL && !am_walk_is_answered (map, i))
        am_report_add (report, AM_RULE_UNANSWERED_REBUTTAL, id_span (map, claim), claim->id,
                       "nothing answers rebuttal \"%s\"", claim->id);
    }
}

/* --- policy-without-value --- */

static void
mark_what_it_supports (const AmMap *map, guint32 claim, gboolean *marked, GArray *queue)
{
  guint32 relation, head;
  AmSteps steps;

  am_steps_init (&steps, map, claim, AM_WALK_SUPPORT);
  while (am_steps_next (&steps, &relation, &head))
    if (!marked[head])
      {
        marked[head] = TRUE;
        g_array_append_val (queue, head);
      }
}

typedef gboolean (*ClaimTest) (const AmMap *map, guint32 claim);

/* Marks the claims that pass @test, and what rests on them. Free with g_free(). */
static gboolean *
mark_with_what_rests_on (const AmMap *map, ClaimTest test)
{
  gboolean *marked = g_new0 (gboolean, (gsize) map->claims->len + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->claims->len; i++)
    if (test (map, i))
      {
        marked[i] = TRUE;
        g_array_append_val (queue, i);
      }
  for (guint next = 0; next < queue->len; next++)
    mark_what_it_supports (map, g_array_index (queue, guint32, next), marked, queue);
  return marked;
}

/* Marks every claim that has one of @kinds (bits 1 << kind) somewhere beneath it. Free with
 * g_free(). */
static gboolean *
mark_what_rests_on (const AmMap *map, guint kinds)
{
  gboolean *marked = g_new0 (gboolean, (gsize) map->claims->len + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->claims->len; i++)
    if ((kinds & (1u << am_map_claim (map, i)->kind)) != 0)
      mark_what_it_supports (map, i, marked, queue);
  for (guint next = 0; next < queue->len; next++)
    mark_what_it_supports (map, g_array_index (queue, guint32, next), marked, queue);
  return marked;
}

void
am_rule_policy_without_value (const AmMap *map, AmReport *report)
{
  g_autofree gboolean *on_facts = mark_what_rests_on (map, 1u << AM_CLAIM_FACT);
  g_autofree gboolean *on_others /* values, and what may be one */
      = mark_what_rests_on (map, 1u << AM_CLAIM_VALUE | 1u << AM_CLAIM_DEFINITION
                                     | 1u << AM_CLAIM_UNSAID);

  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (claim->kind != AM_CLAIM_POLICY || on_others[i] || !on_facts[i])
        continue;
      AmFinding *finding =
          am_report_add (report, AM_RULE_POLICY_WITHOUT_VALUE, id_span (map, claim), claim->id,
                         "policy \"%s\" rests on facts alone", claim->id);
      am_finding_help (finding, AM_SPAN_NONE,
                       "add the value that makes these facts a reason to act");
    }
}

/* --- rebuts-fact-with-policy, rebuts-sourced-fact --- */

static gboolean
is_evaluative (const AmClaim *claim)
{
  return claim->kind == AM_CLAIM_POLICY || claim->kind == AM_CLAIM_VALUE;
}

/* Whether all premises of the relation are policies or values: a fact that is linked to them may
 * deny a fact. */
static gboolean
has_only_evaluative_premises (const AmMap *map, const AmRelation *relation)
{
  if (!is_evaluative (am_map_claim (map, relation->from)))
    return FALSE;
  for (guint32 i = 0; i < relation->with.count; i++)
    if (!is_evaluative (am_map_claim (map, am_map_ref (map, relation->with.start + i)->index)))
      return FALSE;
  return TRUE;
}

static gboolean
has_marked_premise (const AmMap *map, const AmRelation *relation, const gboolean *marked)
{
  if (marked[relation->from])
    return TRUE;
  for (guint32 i = 0; i < relation->with.count; i++)
    if (marked[am_map_ref (map, relation->with.start + i)->index])
      return TRUE;
  return FALSE;
}

static gboolean
is_broken (const AmMap *map, const AmRelation *relation)
{
  for (guint32 i = 0; i < relation->with.count; i++)
    if (am_map_ref (map, relation->with.start + i)->index == AM_NONE)
      return TRUE;
  return am_map_claim (map, relation->from)->partial;
}

/* Of the relations that lead to the fact, the next from *@next on that rebuts it and could be read;
 * NULL at the end. */
static const AmRelation *
next_rebuttal (const AmMap *map, guint32 fact, guint32 *next)
{
  AmIndexList incoming = am_map_incoming (map, fact);

  while (*next < incoming.count)
    {
      const AmRelation *relation = am_map_relation (map, incoming.items[(*next)++]);
      if (relation->kind == AM_RELATION_REBUT && relation->from != fact
          && !is_broken (map, relation))
        return relation;
    }
  return NULL;
}

/* A step from the claim, one to another claim where there is one; AM_NONE without any. */
static guint32
find_step (const AmMap *map, guint32 claim)
{
  guint32 found = AM_NONE, relation, head;
  AmSteps steps;

  am_steps_init (&steps, map, claim, AM_WALK_ALL);
  while (am_steps_next (&steps, &relation, &head))
    if (am_map_relation (map, relation)->kind != AM_RELATION_UNDERCUT)
      return relation;
    else if (found == AM_NONE)
      found = relation;
  return found;
}

/* How an undercut names the step. NULL for the step of an undercut without an id; free with
 * g_free(). */
static char *
name_step (const AmMap *map, const AmRelation *step)
{
  if (step->id != NULL)
    return g_strdup_printf ("{ \"relation\": \"%s\" }", step->id);
  if (step->kind == AM_RELATION_UNDERCUT)
    return NULL;
  return g_strdup_printf ("{ \"from\": \"%s\", \"to\": \"%s\" }",
                          am_map_claim (map, step->from)->id, step->to.id);
}

static void
suggest_undercut (const AmMap *map, AmFinding *finding, const AmClaim *fact, guint32 index)
{
  const AmRelation *step = am_map_relation (map, index);
  g_autofree char *entry = name_step (map, step);

  if (step->kind == AM_RELATION_UNDERCUT)
    am_finding_help (finding, am_locate_value (map->source, step->at),
                     "did you mean \"undercuts\"? %s grants \"%s\" and denies that it counts",
                     entry != NULL ? entry : "an undercut of this undercut", fact->id);
  else
    am_finding_help (finding, am_locate_value (map->source, step->to.at),
                     "did you mean \"undercuts\"? %s grants \"%s\" and denies that it speaks %s "
                     "\"%s\"",
                     entry, fact->id, step->kind == AM_RELATION_SUPPORT ? "for" : "against",
                     step->to.id);
}

static void
check_fact_against_policies (const AmMap *map, AmReport *report, guint32 index)
{
  const AmClaim *fact = am_map_claim (map, index);
  const AmRelation *relation;
  guint32 next = 0, step = AM_NONE;
  gboolean sought = FALSE;

  while ((relation = next_rebuttal (map, index, &next)) != NULL)
    {
      if (!has_only_evaluative_premises (map, relation))
        continue;
      if (!sought)
        step = find_step (map, index);
      sought = TRUE;
      const AmClaim *rebuttal = am_map_claim (map, relation->from);
      AmFinding *finding = am_report_add (
          report, AM_RULE_REBUTS_FACT_WITH_POLICY, am_locate_value (map->source, relation->to.at),
          rebuttal->id, "rebuttal \"%s\" is a %s and cannot make the fact \"%s\" untrue",
          rebuttal->id, am_claim_kind_words[rebuttal->kind], fact->id);
      if (step != AM_NONE)
        suggest_undercut (map, finding, fact, step);
      else
        am_finding_help (finding, AM_SPAN_NONE,
                         "rebut \"%s\" with a fact, or let \"%s\" rebut a policy or value",
                         fact->id, rebuttal->id);
    }
}

void
am_rule_rebuts_fact_with_policy (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    if (am_map_claim (map, i)->kind == AM_CLAIM_FACT)
      check_fact_against_policies (map, report, i);
}

static gboolean
has_evidence (const AmMap *map, guint32 claim)
{
  return am_map_claim (map, claim)->evidence.count > 0;
}

static void
check_sourced_fact (const AmMap *map, AmReport *report, guint32 index, const gboolean *sourced)
{
  const AmClaim *fact = am_map_claim (map, index);
  const AmRelation *relation;
  guint32 next = 0;

  while ((relation = next_rebuttal (map, index, &next)) != NULL)
    {
      const AmClaim *rebuttal = am_map_claim (map, relation->from);
      if (rebuttal->open || has_marked_premise (map, relation, sourced)
          || has_only_evaluative_premises (map, relation)) /* that is rebuts-fact-with-policy */
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_REBUTS_SOURCED_FACT, am_locate_value (map->source, relation->to.at),
          rebuttal->id,
          "rebuttal \"%s\" cites no source, but rebuts the fact \"%s\", which cites one",
          rebuttal->id, fact->id);
      am_finding_note (finding, am_report_locate (report, fact->at, "evidence"),
                       "the evidence of \"%s\" is here", fact->id);
      am_finding_help (finding, AM_SPAN_NONE,
                       "add \"evidence\" to \"%s\" or to a claim that supports it; "
                       "if it grants the fact, write \"undercuts\" instead",
                       rebuttal->id);
    }
}

void
am_rule_rebuts_sourced_fact (const AmMap *map, AmReport *report)
{
  if (map->partial) /* the source may be in what could not be read */
    return;
  g_autofree gboolean *sourced = mark_with_what_rests_on (map, has_evidence);
  for (guint32 i = 0; i < map->claims->len; i++)
    if (am_map_claim (map, i)->kind == AM_CLAIM_FACT && has_evidence (map, i))
      check_sourced_fact (map, report, i, sourced);
}

/* --- rules about the resolution --- */

/* @data is what was found about the whole map. */
typedef void (*ResolutionRule) (const AmMap *map, AmReport *report, guint32 resolution,
                                gconstpointer data);

static void
for_each_resolution (const AmMap *map, AmReport *report, ResolutionRule rule, gconstpointer data)
{
  if (map->partial) /* what is missing may be what could not be read */
    return;
  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 resolution = am_map_ref (map, map->resolutions.start + i)->index;
      if (resolution != AM_NONE && !am_map_claim (map, resolution)->partial)
        rule (map, report, resolution, data);
    }
}

static void
check_support (const AmMap *map, AmReport *report, guint32 resolution,
               G_GNUC_UNUSED gconstpointer data)
{
  const AmClaim *claim = am_map_claim (map, resolution);

  if (!am_claim_is_evidenced (claim) && !has_incoming (map, resolution, AM_RELATION_SUPPORT))
    am_report_add (report, AM_RULE_UNSUPPORTED_RESOLUTION, id_span (map, claim), claim->id,
                   "nothing supports the resolution \"%s\"", claim->id);
}

void
am_rule_unsupported_resolution (const AmMap *map, AmReport *report)
{
  for_each_resolution (map, report, check_support, NULL);
}

/* Whether something rebuts the claim, or undercuts a step to it. */
static gboolean
is_attacked (const AmMap *map, guint32 claim)
{
  AmIndexList incoming = am_map_incoming (map, claim);

  for (guint32 i = 0; i < incoming.count; i++)
    if (am_map_relation (map, incoming.items[i])->kind == AM_RELATION_REBUT
        || am_map_undercutters (map, incoming.items[i]).count > 0)
      return TRUE;
  return FALSE;
}

static void
check_sides (const AmMap *map, AmReport *report, guint32 resolution, gconstpointer data)
{
  const gboolean *two_sided = data;
  const AmClaim *claim = am_map_claim (map, resolution);

  if (two_sided[resolution])
    return;
  AmFinding *finding =
      am_report_add (report, AM_RULE_ONE_SIDED, id_span (map, claim), claim->id,
                     "nothing in the map speaks against the resolution \"%s\"", claim->id);
  am_finding_help (finding, AM_SPAN_NONE,
                   "ask who would object, and enter their best point under \"rebuttals\"");
}

void
am_rule_one_sided (const AmMap *map, AmReport *report)
{
  g_autofree gboolean *two_sided = mark_with_what_rests_on (map, is_attacked);

  for_each_resolution (map, report, check_sides, two_sided);
}

static void
check_stock_issues (const AmMap *map, AmReport *report, guint32 resolution, gconstpointer data)
{
  const char *missing = data;
  const AmClaim *claim = am_map_claim (map, resolution);

  if (claim->kind == AM_CLAIM_POLICY)
    am_report_add (report, AM_RULE_MISSING_STOCK_ISSUE, id_span (map, claim), claim->id,
                   "no claim speaks to a stock issue of the policy \"%s\": %s", claim->id, missing);
}

void
am_rule_missing_stock_issue (const AmMap *map, AmReport *report)
{
  gboolean spoken_to[AM_N_ISSUES] = { FALSE }, any = FALSE;
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint32 i = 0; i < map->claims->len; i++)
    spoken_to[am_map_claim (map, i)->issue] = TRUE;
  for (guint i = 1; i < AM_N_ISSUES; i++)
    {
      any = any || spoken_to[i];
      if (!spoken_to[i] && am_issue_is_needed ((AmIssue) i))
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", am_issue_words[i]);
    }
  if (any && missing->len > 0)
    for_each_resolution (map, report, check_stock_issues, missing->str);
}
