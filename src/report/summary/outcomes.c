/* The outcome: what is left of both sides, what decides it, and who has
 * what to answer. */

#include "report/summary/parts.h"

#include "report/evaluation/sentences.h"

/* Of the points that decide the outcome, so many; argmap crux tells the rest. */
#define MOST_CRUXES 5

/* --- what is left of both sides --- */

static void
write_side (AmSummary *s, guint number, gboolean helps, AmLabel label, const char *words)
{
  g_autoptr (GArray) nodes = am_digest_remains (s->digest, number, helps, label);

  for (guint i = 0; i < nodes->len; i++)
    {
      const AmRelation *relation =
          am_dependencies_relation (s->evaluation->dependencies, g_array_index (nodes, guint32, i));
      g_autofree char *premises = am_verdicts_premises (s->map, relation);
      am_document_item (s->document, 0);
      am_document_strong (s->document, words);
      am_document_add (s->document, " %s.", premises);
    }
}

static void
write_sides (AmSummary *s, guint number)
{
  const AmVerdict *verdict = am_digest_verdict (s->digest, number);

  if (verdict->reasons.in + verdict->objections.in + verdict->reasons.undecided
          + verdict->objections.undecided
      == 0)
    return;
  g_autofree char *claim =
      am_phrase_quoted (am_map_claim (s->map, g_array_index (s->theses, guint32, number))->text);
  am_document_paragraph (s->document);
  if (s->theses->len > 1)
    am_document_add (s->document, "What is left of both sides of “%s”:", claim);
  else
    am_document_add (s->document, "What is left of both sides:");
  write_side (s, number, TRUE, AM_LABEL_IN, "Unanswered, for it:");
  write_side (s, number, FALSE, AM_LABEL_IN, "Unanswered, against it:");
  write_side (s, number, TRUE, AM_LABEL_UNDECIDED, "Disputed, for it:");
  write_side (s, number, FALSE, AM_LABEL_UNDECIDED, "Disputed, against it:");
}

/* --- who has what to answer --- */

static void
write_attack (AmSummary *s, const AmEvaluation *e, guint32 node)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
  g_autofree char *premises = am_verdicts_premises (s->map, relation),
                  *target = am_phrase_target (s->map, relation);

  am_document_item (s->document, 1);
  am_document_add (s->document, "%s, against %s.", premises, target != NULL ? target : "it");
}

/* What stands against what @who says, and against the steps that are made from it. */
static gboolean
write_stakeholder (AmSummary *s, const AmEvaluation *e, guint32 who, gboolean begun)
{
  const AmDigestStakeholder *found = am_digest_stakeholder (s->digest, who);
  guint count = 0;

  for (guint i = found->n_to_positions; i < found->objections->len; i++)
    {
      guint32 node = g_array_index (found->objections, guint32, i);
      if (am_labelling_of (e->labelling, node) != AM_LABEL_IN)
        continue;
      if (count == 0 && !begun)
        am_document_heading (s->document, 3, "Who has something to answer");
      if (count == 0)
        {
          am_document_item (s->document, 0);
          am_document_strong (s->document, am_phrase_name (s->map, who));
        }
      if (am_summary_takes (s, &count))
        write_attack (s, e, node);
    }
  g_autofree char *command = g_strconcat ("argmap summary --stakeholder ",
                                          am_map_stakeholder (s->map, who)->id, " --all", NULL);
  am_summary_write_rest (s, count, command);
  return begun || count > 0;
}

void
am_summary_outcomes (AmSummary *summary)
{
  AmEvaluation *evaluation = summary->evaluation;
  gboolean begun = FALSE;

  am_document_heading (summary->document, 2, "Outcome");
  am_verdicts_write_theses (summary->digest, AM_VERDICTS_IN_CONTEXT, summary->document);
  for (guint i = 0; i < evaluation->theses->len; i++)
    write_sides (summary, i);
  if (evaluation->theses->len > 0)
    {
      am_document_heading (summary->document, 3, "What decides the outcome");
      am_verdicts_write_crux (summary->digest, MOST_CRUXES, AM_VERDICTS_IN_CONTEXT,
                              summary->document);
    }
  for (guint32 i = 0; i < summary->map->stakeholders->len; i++)
    begun = write_stakeholder (summary, evaluation, i, begun);
}
