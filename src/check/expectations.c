/* What the author expects of the evaluation: the map's `expect`, held against the grounded
 * labelling. */

#include "base/place.h"
#include "check/check.h"
#include "model/walk.h"
#include "reason/explain.h"

/* To explain a label costs a walk over the map: where thousands of expectations fail, only the
 * first of them are explained. */
#define MOST_STEPS 4000000

/* Of the reasons that are out, of the steps of a circle. */
#define MOST_NAMED 5

#define N_LISTS 3

typedef struct
{
  const AmMap *map;
  AmReport *report;
  AmRange lists[N_LISTS];
  guint8 *named; /* per claim: the list that names it first, from 1; CONTRADICTED where another does
                    as well */
  guint32 *first; /* per claim that is named: the reference that does so first */
  const AmDependencies *dependencies;
  const AmLabelling *labelling;
  guint64 steps; /* so far */
} Expectations;

#define CONTRADICTED (N_LISTS + 1)

static const AmLabel labels[N_LISTS] = { AM_LABEL_IN, AM_LABEL_UNDECIDED, AM_LABEL_OUT };
static const char *const wanted_phrases[N_LISTS] = { "to be unanswered", "to be disputed",
                                                     "to be answered" };

static const char *
found_phrase (AmLabel label)
{
  return label == AM_LABEL_IN        ? "it is unanswered"
       : label == AM_LABEL_UNDECIDED ? "it is disputed"
                                     : "it is answered";
}

/* --- phrases, by ids --- */

static const char *
id_of (const Expectations *e, guint32 claim)
{
  return am_map_claim (e->map, claim)->id;
}

static AmSpan
id_span (const Expectations *e, guint32 claim)
{
  return am_locate_member (e->map->source, am_map_claim (e->map, claim)->at, "id");
}

static guint32
linked_premise (const Expectations *e, const AmRelation *relation)
{
  return am_map_ref (e->map, relation->with.start)->index;
}

/* "a", or "a" and "b" together: what carries the relation. Caller owns it. */
static char *
describe_premises (const Expectations *e, const AmRelation *relation)
{
  const char *from = id_of (e, relation->from);

  if (relation->with.count == 0)
    return g_strdup_printf ("\"%s\"", from);
  if (relation->with.count == 1)
    return g_strdup_printf ("\"%s\" and \"%s\" together", from,
                            id_of (e, linked_premise (e, relation)));
  return g_strdup_printf ("\"%s\" and %u linked premises together", from, relation->with.count);
}

/* "supports", or for several premises "support". */
static const char *
describe_act (const AmRelation *relation, gboolean several)
{
  static const char *const plurals[] = { [AM_RELATION_SUPPORT] = "support",
                                         [AM_RELATION_REBUT] = "rebut",
                                         [AM_RELATION_UNDERCUT] = "undercut" };
  return several ? plurals[relation->kind] : am_relation_word (relation->kind);
}

/* --- what decides a label --- */

/* A support or rebut that leads to the claim, and is what @singular and @plural say. */
static void
note_relation (const Expectations *e, AmFinding *finding, guint32 node, const char *singular,
               const char *plural)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
  g_autofree char *premises = describe_premises (e, relation);
  gboolean several = relation->with.count > 0;

  am_finding_note (finding, id_span (e, relation->from), "%s %s it and %s", premises,
                   describe_act (relation, several), several ? plural : singular);
}

/* Such a relation that is out, with what put it out. */
static void
note_answered (const Expectations *e, AmFinding *finding, const AmPoint *point)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, point->node);
  const char *from = id_of (e, relation->from), *act = am_relation_word (relation->kind);

  if (!am_dependencies_is_claim (e->dependencies, point->by))
    {
      const AmRelation *undercut = am_dependencies_relation (e->dependencies, point->by);
      g_autofree char *premises = describe_premises (e, undercut);
      am_finding_note (finding, id_span (e, undercut->from), "\"%s\" %s it, but %s %s that step",
                       from, act, premises, describe_act (undercut, undercut->with.count > 0));
    }
  else if (point->by == relation->from)
    am_finding_note (finding, id_span (e, point->by), "\"%s\" %s it, but has been answered", from,
                     act);
  else
    am_finding_note (finding, id_span (e, point->by),
                     "\"%s\" %s it together with \"%s\", which has been answered", from, act,
                     id_of (e, point->by));
}

/* The points right below the claim: what settled it. */
static void
note_points (const Expectations *e, AmFinding *finding, const GArray *points)
{
  guint named = 0;

  for (guint i = 1; i < points->len; i++)
    {
      const AmPoint *point = &g_array_index (points, AmPoint, i);
      if (point->depth != 1)
        continue;
      if (named++ == MOST_NAMED)
        {
          am_finding_note (finding, AM_SPAN_NONE, "and so on");
          return;
        }
      if (am_labelling_of (e->labelling, point->node) == AM_LABEL_IN)
        note_relation (e, finding, point->node, "is unanswered", "are unanswered");
      else
        note_answered (e, finding, point);
    }
}

static void
note_answered_reasons (AmFinding *finding, guint32 count)
{
  if (count == 1)
    am_finding_note (finding, AM_SPAN_NONE, "the only reason for it has been answered");
  else if (count == 2)
    am_finding_note (finding, AM_SPAN_NONE, "both reasons for it have been answered");
  else
    am_finding_note (finding, AM_SPAN_NONE, "all %u reasons for it have been answered", count);
}

static void
note_answered_rebuttals (AmFinding *finding, guint32 count)
{
  if (count == 1)
    am_finding_note (finding, AM_SPAN_NONE, "the only reply to it has been answered");
  else if (count == 2)
    am_finding_note (finding, AM_SPAN_NONE, "both replies to it have been answered");
  else
    am_finding_note (finding, AM_SPAN_NONE, "all %u replies to it have been answered", count);
}

static void
note_why (const Expectations *e, AmFinding *finding, guint32 claim)
{
  AmVerdict verdict = am_verdict (e->labelling, claim);
  const AmClaim *record = am_map_claim (e->map, claim);

  switch (am_explain_first_why (e->labelling, claim))
    {
    case AM_WHY_UNCHALLENGED:
      am_finding_note (finding, id_span (e, claim), "no reply to it in this map");
      break;
    case AM_WHY_EVIDENCE:
    case AM_WHY_SUPPORTED:
      am_finding_note (finding, AM_SPAN_NONE, "no reply to it in this map");
      break;
    case AM_WHY_DEFENDED:
      note_answered_rebuttals (finding, am_tally_count (&verdict.objections));
      break;
    case AM_WHY_UNSUPPORTED:
      note_answered_reasons (finding, am_tally_count (&verdict.reasons));
      break;
    case AM_WHY_OPEN:
      am_finding_note (finding, am_locate_member (e->map->source, record->at, "open"),
                       "it is open, and no reason is given for it");
      break;
    case AM_WHY_REBUTTED: /* the points say it, or the circle does */
    case AM_WHY_CYCLIC:
      break;
    }
  if (verdict.label == AM_LABEL_IN && verdict.reasons.in == 0 && am_claim_is_evidenced (record))
    am_finding_note (finding, am_locate_member (e->map->source, record->at, "evidence"),
                     "it has evidence");
}

/* --- circles --- */

/* A relation of a circle and what it leads to: rebuts "b". @before: what it depends on there, a
 * premise or an undercut. */
static void
append_step (const Expectations *e, GString *out, const AmRelation *relation, guint32 before)
{
  const char *from = id_of (e, relation->from);

  if (am_dependencies_is_claim (e->dependencies, before) && before != relation->from)
    g_string_append_printf (out, "helps \"%s\" %s ", from, describe_act (relation, TRUE));
  else
    g_string_append_printf (out, "%s ", am_relation_word (relation->kind));
  if (relation->kind != AM_RELATION_UNDERCUT)
    {
      g_string_append_printf (out, "\"%s\"", relation->to.id);
      return;
    }
  const AmRelation *attacked = am_map_relation (e->map, relation->to_relation);
  if (attacked->kind == AM_RELATION_UNDERCUT)
    g_string_append_printf (out, "the undercut by \"%s\"", id_of (e, attacked->from));
  else
    g_string_append_printf (out, "the step from \"%s\" to \"%s\"", id_of (e, attacked->from),
                            attacked->to.id);
}

/* The step that an undercut attacks, and the claim that it leads to, come with the undercut. */
static gboolean
is_told_before (const Expectations *e, guint32 node, guint32 before)
{
  return !am_dependencies_is_claim (e->dependencies, before)
      && am_dependencies_relation (e->dependencies, node)->kind != AM_RELATION_UNDERCUT;
}

/* "a" rebuts "b", which rebuts "a". @circle: nodes, each of which depends on the next, and the last
   on the first, a claim. Caller owns it. */
static char *
describe_circle (const Expectations *e, const guint32 *circle, guint length)
{
  const char *first = id_of (e, circle[0]);
  g_autoptr (GString) out = g_string_new (NULL);
  guint named = 0;

  g_string_append_printf (out, "\"%s\" ", first);
  for (guint i = length - 1; i > 0; i--) /* from what something depends on to what depends on it */
    {
      guint32 node = circle[i], before = circle[(i + 1) % length];
      if (am_dependencies_is_claim (e->dependencies, node) || is_told_before (e, node, before))
        continue;
      if (named == MOST_NAMED)
        {
          g_string_append_printf (out, ", and so on, back to \"%s\"", first);
          break;
        }
      g_string_append (out, named++ > 0 ? ", which " : "");
      append_step (e, out, am_dependencies_relation (e->dependencies, node), before);
    }
  return g_strdup (out->str);
}

/* The points of what is disputed go to a circle and round it; the last says what it comes back to.
   That is a claim: on a relation nothing depends but what it leads to, so no circle is entered
   there. */
static void
note_circle (const Expectations *e, AmFinding *finding, const GArray *points)
{
  g_autofree guint32 *way = g_new (guint32, points->len);
  guint32 back = g_array_index (points, AmPoint, points->len - 1).by;
  guint start = 0;

  for (guint i = 0; i < points->len; i++)
    way[i] = g_array_index (points, AmPoint, i).node;
  while (way[start] != back)
    start++;
  g_autofree char *circle = describe_circle (e, way + start, points->len - start);
  if (start > 0)
    note_relation (e, finding, way[1], "is disputed", "are disputed");
  am_finding_note (
      finding,
      id_span (e, start > 0 ? back : am_dependencies_relation (e->dependencies, way[1])->from),
      "it depends on a circle: %s", circle);
}

/* --- the rule --- */

static void
explain (Expectations *e, AmFinding *finding, guint32 claim)
{
  if (finding == NULL || e->steps > MOST_STEPS)
    return;
  g_autoptr (GArray) points = am_explain (e->labelling, claim);
  e->steps += (guint64) e->dependencies->n_nodes
            + e->dependencies->inputs.start[e->dependencies->n_nodes] + points->len;
  if (am_labelling_of (e->labelling, claim) == AM_LABEL_UNDECIDED)
    {
      note_circle (e, finding, points);
      return;
    }
  note_why (e, finding, claim);
  note_points (e, finding, points);
}

static void
compare (Expectations *e, const AmRef *ref, guint list)
{
  AmLabel label = am_labelling_of (e->labelling, ref->index);

  if (label == labels[list])
    return;
  AmFinding *finding = am_report_add (
      e->report, AM_RULE_EXPECTATION_FAILED, am_locate_value (e->map->source, ref->at), ref->id,
      "expected \"%s\" %s, but %s", ref->id, wanted_phrases[list], found_phrase (label));
  explain (e, finding, ref->index);
  am_finding_help (finding, AM_SPAN_NONE,
                   "\"argmap why\" tells more; if this is meant, move the id to \"%s\"",
                   am_label_word (label));
}

/* Takes down which list names which claim. No claim has two labels: whatever comes out, one of two
 * lists is wrong. */
static void
take_ref (Expectations *e, guint list, guint32 index)
{
  const AmRef *ref = am_map_ref (e->map, index);
  guint8 *named = &e->named[ref->index];

  if (*named == 0)
    {
      *named = (guint8) (list + 1);
      e->first[ref->index] = index;
    }
  if (*named == list + 1 || *named == CONTRADICTED)
    return;
  const AmRef *first = am_map_ref (e->map, e->first[ref->index]);
  AmFinding *finding = am_report_add (
      e->report, AM_RULE_EXPECTATION_FAILED, am_locate_value (e->map->source, ref->at), ref->id,
      "expected \"%s\" both %s and %s", ref->id, wanted_phrases[*named - 1], wanted_phrases[list]);
  am_finding_note (finding, am_locate_value (e->map->source, first->at), "the first time is here");
  *named = CONTRADICTED;
}

static void
take_lists (Expectations *e)
{
  for (guint list = 0; list < N_LISTS; list++)
    for (guint32 i = e->lists[list].start; i < e->lists[list].start + e->lists[list].count; i++)
      if (am_map_ref (e->map, i)->index != AM_NONE)
        take_ref (e, list, i);
}

static void
compare_lists (Expectations *e)
{
  for (guint list = 0; list < N_LISTS; list++)
    for (guint32 i = e->lists[list].start; i < e->lists[list].start + e->lists[list].count; i++)
      {
        const AmRef *ref = am_map_ref (e->map, i);
        if (ref->index != AM_NONE && e->named[ref->index] == list + 1 && e->first[ref->index] == i)
          compare (e, ref, list);
      }
}

/* TRUE where labels may be wrong because of what other rules find: a relation leads nowhere, an id
   is there twice, a part could not be read. */
static gboolean
is_in_doubt (const AmMap *map)
{
  if (map->partial || am_walk_any_broken_relation (map))
    return TRUE;
  for (guint32 i = 0; i < map->claims->len; i++)
    if (am_map_find_kind (map, AM_ENTITY_CLAIM, am_map_claim (map, i)->id) != i)
      return TRUE;
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const char *id = am_map_relation (map, i)->id;
      if (id != NULL && am_map_find_kind (map, AM_ENTITY_RELATION, id) != i)
        return TRUE;
    }
  return FALSE;
}

void
am_rule_expectation_failed (const AmMap *map, AmReport *report)
{
  Expectations e = { .map = map, .report = report };

  e.lists[0] = map->expect_unanswered;
  e.lists[1] = map->expect_disputed;
  e.lists[2] = map->expect_answered;
  if (e.lists[0].count + e.lists[1].count + e.lists[2].count == 0
      || report->policy.levels[AM_RULE_EXPECTATION_FAILED] == AM_LEVEL_OFF)
    return; /* it would evaluate the map for nothing */
  g_autofree guint8 *named = g_new0 (guint8, (gsize) map->claims->len + 1);
  g_autofree guint32 *first = g_new (guint32, (gsize) map->claims->len + 1);
  e.named = named;
  e.first = first;
  take_lists (&e);
  if (is_in_doubt (map))
    return;
  g_autoptr (AmDependencies) dependencies = am_dependencies_new (map);
  g_autoptr (AmLabelling) labelling = am_labelling_new (dependencies);
  e.dependencies = dependencies;
  e.labelling = labelling;
  compare_lists (&e);
}
