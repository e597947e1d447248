/* Why a claim has its label, in sentences that name who says what. */

#include "report/evaluation/sentences.h"

typedef struct
{
  AmEvaluation *e;
  const GArray *points;
  AmDocument *document;
} Telling;

static const AmPoint *
point_at (const Telling *t, guint index)
{
  return &g_array_index (t->points, AmPoint, index);
}

/* "supports it", "undercuts this step"; @it is what the relation leads to. Caller owns it. */
static char *
describe_attack (const AmRelation *relation, const char *it)
{
  gboolean several = relation->with.count > 0;

  switch (relation->kind)
    {
    case AM_RELATION_SUPPORT:
      return g_strdup_printf ("%s %s", several ? "together support" : "supports", it);
    case AM_RELATION_REBUT:
      return g_strdup_printf ("%s %s", several ? "together rebut" : "rebuts", it);
    case AM_RELATION_UNDERCUT:
      return g_strdup (several ? "together undercut this step" : "undercuts this step");
    }
  return g_strdup ("");
}

static void
write_again (const Telling *t, const AmPoint *point)
{
  if (point->again)
    am_document_add (t->document, " (Explained above.)");
}

static char *
describe_status (const Telling *t, guint32 claim)
{
  return am_status_sentence (t->e, claim, am_explain_first_why (t->e->labelling, claim), FALSE);
}

/* Of a thesis that has been answered the outcome says more than its label. */
static void
write_claim (const Telling *t, const AmPoint *point)
{
  AmVerdict verdict = am_verdict (t->e->labelling, point->node);
  g_autofree char *claim = am_verdicts_claim (t->e->map, point->node),
                  *sentence = t->e->is_thesis[point->node] && point->depth == 0
                                   && verdict.why == AM_WHY_REBUTTED
                                ? g_strdup (am_verdict_sentence (&verdict))
                                : describe_status (t, point->node);

  am_document_add (t->document, "%s. %s", claim, sentence);
  write_again (t, point);
}

/* The step, with why it is in or out. */
static void
write_relation (const Telling *t, const AmPoint *point)
{
  const AmRelation *relation = am_dependencies_relation (t->e->dependencies, point->node);
  g_autofree char *premises = am_verdicts_premises (t->e->map, relation),
                  *attack = describe_attack (relation, "it");
  gboolean in = am_labelling_of (t->e->labelling, point->node) == AM_LABEL_IN,
           undercut = !in && !am_dependencies_is_claim (t->e->dependencies, point->by);

  am_document_add (t->document, "%s %s. ", premises, attack);
  if (undercut)
    am_document_add (t->document, "That step has been answered.");
  else if (relation->with.count > 0)
    am_document_add (t->document,
                     in ? "All of them are unanswered." : "Not all of them are unanswered.");
  else
    {
      g_autofree char *sentence = describe_status (t, in ? relation->from : point->by);
      am_document_add (t->document, "%s", sentence);
    }
  write_again (t, point);
}

/* A claim on the way is told with the step that it makes. */
static gboolean
is_told_with_step (const Telling *t, guint index)
{
  const AmPoint *point = point_at (t, index);

  return index > 0 && am_dependencies_is_claim (t->e->dependencies, point->node)
      && !am_dependencies_is_claim (t->e->dependencies, point_at (t, index - 1)->node)
      && am_dependencies_relation (t->e->dependencies, point_at (t, index - 1)->node)->with.count
             == 0;
}

/* What a turn leads to is what was told above the first, but before each other one. */
static void
write_turn (const Telling *t, guint index)
{
  guint32 node = point_at (t, index)->node;
  gboolean first = index == 0 || point_at (t, index - 1)->kind != AM_POINT_TURN;

  if (am_dependencies_is_claim (t->e->dependencies, node))
    {
      g_autofree char *claim = am_verdicts_claim (t->e->map, node);
      am_document_add (t->document, "%s is disputed itself.", claim);
      return;
    }
  const AmRelation *relation = am_dependencies_relation (t->e->dependencies, node);
  g_autofree char *premises = am_verdicts_premises (t->e->map, relation),
                  *attack = describe_attack (relation, first ? "it" : "that");
  am_document_add (t->document, "%s %s. %s", premises, attack,
                   relation->with.count > 0 ? "Not all of them are settled."
                                            : "It is disputed itself.");
}

/* So it comes round. */
static void
write_back (const Telling *t, const AmPoint *last)
{
  gboolean is_claim = am_dependencies_is_claim (t->e->dependencies, last->by);
  guint32 claim =
      is_claim ? last->by : am_dependencies_relation (t->e->dependencies, last->by)->from;
  g_autofree char *text = am_verdicts_claim (t->e->map, claim);

  if (is_claim && !am_dependencies_is_claim (t->e->dependencies, last->node)
      && am_dependencies_relation (t->e->dependencies, last->node)->from == claim)
    {
      am_document_add (t->document, " So it goes round in a circle.");
      return;
    }
  am_document_item (t->document, last->depth - 1);
  am_document_add (t->document, "That in turn depends on %s: so it goes round in a circle.", text);
}

static void
write_point (const Telling *t, guint index)
{
  const AmPoint *point = point_at (t, index);
  gboolean told = point->kind == AM_POINT_TURN && is_told_with_step (t, index);

  if (point->depth == 0)
    am_document_paragraph (t->document);
  else if (!told)
    am_document_item (t->document, point->depth - 1);
  if (point->kind == AM_POINT_CLAIM)
    write_claim (t, point);
  else if (point->kind == AM_POINT_RELATION)
    write_relation (t, point);
  else if (!told)
    write_turn (t, index);
  if (point->kind == AM_POINT_TURN && point->by != AM_NONE)
    write_back (t, point);
}

/* Whose the last word is, where there is a reply. */
static void
write_last_word (const Telling *t, guint32 claim)
{
  guint32 last = am_explain_last_word (t->e->labelling, claim);

  if (last == AM_NONE || last == claim)
    return;
  g_autofree char *names = am_phrase_names (t->e->map, am_map_claim (t->e->map, last)->by);
  if (names == NULL)
    return;
  am_document_paragraph (t->document);
  am_document_add (t->document, "The last word on this in the map is with %s.", names);
}

void
am_verdicts_explain (AmEvaluation *evaluation, guint32 claim, AmDocument *document)
{
  g_autoptr (GArray) points = am_explain (evaluation->labelling, claim);
  Telling telling = { evaluation, points, document };

  for (guint i = 0; i < points->len; i++)
    write_point (&telling, i);
  write_last_word (&telling, claim);
}

void
am_verdicts_defend (const AmEvaluation *evaluation, guint32 claim, AmDocument *document)
{
  g_autoptr (GArray) set = am_defence (evaluation->labelling, claim);
  g_autofree char *text = am_verdicts_claim (evaluation->map, claim);

  am_document_paragraph (document);
  if (set == NULL)
    {
      am_document_add (document, "%s is %s in this map, so no defence of it can be listed.", text,
                       am_label_word (am_labelling_of (evaluation->labelling, claim)));
      return;
    }
  if (set->len == 1)
    {
      am_document_add (document, "%s is unanswered without the help of other statements.", text);
      return;
    }
  g_autofree char *number =
      am_phrase_count (set->len - 1, "other statement keeps", "other statements keep");
  am_document_add (document, "%s %s unanswered:", number, text);
  for (guint i = 1; i < set->len; i++)
    {
      g_autofree char *member =
          am_verdicts_claim (evaluation->map, g_array_index (set, guint32, i));
      am_document_item (document, 0);
      am_document_add (document, "%s", member);
    }
}
