/* Evaluations as JSON. docs/evaluation.md describes the shape; a change that readers would notice
 * raises AM_VERDICTS_JSON_VERSION. */

#include "report/evaluation/evaluation.h"

#include "report/json/pieces.h"

static void
write_relation (AmJson *json, const AmEvaluation *e, guint32 index)
{
  const AmRelation *relation = am_map_relation (e->map, index);

  am_json_object (json, NULL);
  am_json_claim (json, "from", e->map, relation->from);
  am_json_target (json, "to", e->map, relation);
  if (relation->id != NULL)
    am_json_text (json, "id", relation->id);
  am_json_text (json, "type", am_relation_word (relation->kind));
  am_json_text (json, "label",
                am_label_word (am_labelling_of (
                    e->labelling, am_dependencies_relation_node (e->dependencies, index))));
  am_json_end (json);
}

static void
write_claim (AmJson *json, AmEvaluation *e, guint32 claim)
{
  AmVerdict verdict = am_verdict (e->labelling, claim);

  am_json_object (json, NULL);
  am_json_claim (json, "id", e->map, claim);
  am_json_text (json, "label", am_label_word (verdict.label));
  am_json_text (json, "outcome", am_outcome_word (verdict.outcome));
  am_json_text (json, "dispute", am_dispute_word (am_evaluation_kind (e, claim)));
  am_json_text (json, "reason", am_why_word (verdict.why));
  am_json_number (json, "strength", am_evaluation_strength (e, claim));
  am_json_end (json);
}

/* A step as the relation that it is. */
static void
write_answer (AmJson *json, const AmEvaluation *e, guint32 node)
{
  if (am_dependencies_is_claim (e->dependencies, node))
    {
      am_json_claim (json, NULL, e->map, node);
      return;
    }
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
  am_json_object (json, NULL);
  am_json_claim (json, "from", e->map, relation->from);
  am_json_target (json, "to", e->map, relation);
  if (relation->id != NULL)
    am_json_text (json, "id", relation->id);
  am_json_end (json);
}

/* null where no answer would do, or none was found within the bound. */
static void
write_answers (AmJson *json, const AmEvaluation *e, const AmAnswers *answers)
{
  if (answers == NULL || answers->kind == AM_ANSWERS_REASON || answers->kind == AM_ANSWERS_CUT)
    {
      am_json_null (json, "answers_needed");
      return;
    }
  am_json_array (json, "answers_needed");
  for (guint i = 0; i < answers->nodes->len; i++)
    write_answer (json, e, g_array_index (answers->nodes, guint32, i));
  am_json_end (json);
}

static void
write_thesis (AmJson *json, AmDigest *digest, guint number)
{
  const AmEvaluation *e = digest->evaluation;
  const AmAnswers *answers = am_digest_answers (digest, number);
  guint32 thesis = g_array_index (e->theses, guint32, number);
  const AmVerdict *verdict = am_digest_verdict (digest, number);

  am_json_object (json, NULL);
  am_json_claim (json, "id", e->map, thesis);
  am_json_text (json, "label", am_label_word (verdict->label));
  am_json_text (json, "outcome", am_outcome_word (verdict->outcome));
  am_json_firm (json, am_digest_firm (digest), number);
  am_json_tally (json, "reasons", &verdict->reasons);
  am_json_tally (json, "objections", &verdict->objections);
  write_answers (json, e, answers);
  am_json_flag (json, "answers_cut", answers == NULL || answers->kind == AM_ANSWERS_CUT);
  am_json_number (json, "strength", am_evaluation_strength (e, thesis));
  am_json_end (json);
}

static void
write_method (AmJson *json, const AmStrengths *strengths)
{
  if (strengths == NULL)
    {
      am_json_null (json, "strengths");
      return;
    }
  am_json_object (json, "strengths");
  am_json_text (json, "method", am_strength_words[strengths->method]);
  am_json_flag (json, "counts_only", strengths->counts_only);
  am_json_flag (json, "converged", strengths->converged);
  am_json_end (json);
}

/* After the claims, of which each has been asked about. */
static void
write_undecided (AmJson *json, const AmEvaluation *e)
{
  AmDisputeKind why;
  guint count = am_evaluation_undecided (e, &why);

  if (count == 0)
    {
      am_json_null (json, "undecided");
      return;
    }
  am_json_object (json, "undecided");
  am_json_count (json, "claims", count);
  am_json_text (json, "reason", why == AM_DISPUTE_CUT ? "bound" : "no-solver");
  am_json_end (json);
}

void
am_verdicts_write_json (AmDigest *digest, const char *name, AmJson *json)
{
  AmEvaluation *evaluation = digest->evaluation;
  const AmMap *map = evaluation->map;

  am_json_object (json, NULL);
  am_json_text (json, "map", name);
  write_method (json, evaluation->strengths);
  am_json_array (json, "theses");
  for (guint i = 0; i < evaluation->theses->len; i++)
    write_thesis (json, digest, i);
  am_json_end (json);
  am_json_array (json, "claims");
  for (guint32 i = 0; i < map->claims->len; i++)
    write_claim (json, evaluation, i);
  am_json_end (json);
  write_undecided (json, evaluation);
  am_json_array (json, "relations");
  for (guint32 i = 0; i < map->relations->len; i++)
    if (am_dependencies_counts (map, am_map_relation (map, i)))
      write_relation (json, evaluation, i);
  am_json_end (json);
  am_json_end (json);
}
