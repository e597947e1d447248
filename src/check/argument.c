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

  if (claim->evidence.count == 0 && !has_incoming (map, resolution, AM_RELATION_SUPPORT))
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

/* Marks what is attacked, and what rests on it. Free with g_free(). */
static gboolean *
mark_two_sided (const AmMap *map)
{
  gboolean *marked = g_new0 (gboolean, (gsize) map->claims->len + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->claims->len; i++)
    if (is_attacked (map, i))
      {
        marked[i] = TRUE;
        g_array_append_val (queue, i);
      }
  for (guint next = 0; next < queue->len; next++)
    mark_what_it_supports (map, g_array_index (queue, guint32, next), marked, queue);
  return marked;
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
  g_autofree gboolean *two_sided = mark_two_sided (map);

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
