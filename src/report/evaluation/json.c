/* Evaluations as JSON. docs/evaluation.md describes the shape; a change that readers would notice raises VERSION. */

#include "report/evaluation/sentences.h"

#include "report/document/json.h"

#include <math.h>

#define VERSION 1

static void
add_strength (cJSON *object, const AmEvaluation *e, guint32 claim)
{
  double strength = am_evaluation_strength (e, claim);

  if (isnan (strength))
    cJSON_AddNullToObject (object, "strength");
  else
    cJSON_AddNumberToObject (object, "strength", strength);
}

static cJSON *
relation_object (const AmEvaluation *e, guint32 index)
{
  const AmRelation *relation = am_map_relation (e->map, index);
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddStringToObject (object, "from", am_map_claim (e->map, relation->from)->id);
  cJSON_AddItemToObject (object, "to", am_json_target (e->map, relation));
  if (relation->id != NULL)
    cJSON_AddStringToObject (object, "id", relation->id);
  cJSON_AddStringToObject (object, "type", am_relation_word (relation->kind));
  cJSON_AddStringToObject (object, "label", am_label_word (am_labelling_of (e->labelling, am_dependencies_relation_node (e->dependencies, index))));
  return object;
}

static cJSON *
claim_object (const AmEvaluation *e, guint32 claim)
{
  AmVerdict verdict = am_verdict (e->labelling, claim);
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddStringToObject (object, "id", am_map_claim (e->map, claim)->id);
  cJSON_AddStringToObject (object, "label", am_label_word (verdict.label));
  cJSON_AddStringToObject (object, "outcome", am_outcome_word (verdict.outcome));
  am_json_add_text (object, "contested", am_contested_word (am_evaluation_kind (e, claim)));
  cJSON_AddStringToObject (object, "reason", am_why_word (verdict.why));
  add_strength (object, e, claim);
  return object;
}

/* null where no answer would do, or none was found within the bound; a step as the relation that it is. */
static cJSON *
answers_item (const AmEvaluation *e, guint32 thesis)
{
  const AmAnswers *answers = am_evaluation_answers (e, thesis);

  if (answers->kind == AM_ANSWERS_REASON || answers->kind == AM_ANSWERS_CUT)
    return cJSON_CreateNull ();
  cJSON *list = cJSON_CreateArray ();
  for (guint i = 0; i < answers->nodes->len; i++)
    {
      guint32 node = g_array_index (answers->nodes, guint32, i);
      cJSON *item;
      if (am_dependencies_is_claim (e->dependencies, node))
        item = cJSON_CreateString (am_map_claim (e->map, node)->id);
      else
        {
          const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
          item = cJSON_CreateObject ();
          cJSON_AddStringToObject (item, "from", am_map_claim (e->map, relation->from)->id);
          cJSON_AddItemToObject (item, "to", am_json_target (e->map, relation));
          if (relation->id != NULL)
            cJSON_AddStringToObject (item, "id", relation->id);
        }
      cJSON_AddItemToArray (list, item);
    }
  return list;
}

static cJSON *
thesis_object (const AmEvaluation *e, guint number)
{
  guint32 thesis = g_array_index (e->theses, guint32, number);
  AmVerdict verdict = am_verdict (e->labelling, thesis);
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddStringToObject (object, "id", am_map_claim (e->map, thesis)->id);
  cJSON_AddStringToObject (object, "label", am_label_word (verdict.label));
  cJSON_AddStringToObject (object, "outcome", am_outcome_word (verdict.outcome));
  cJSON_AddItemToObject (object, "reasons", am_json_tally (&verdict.reasons));
  cJSON_AddItemToObject (object, "objections", am_json_tally (&verdict.objections));
  cJSON_AddItemToObject (object, "answers_needed", number < AM_EVALUATION_MOST_SEARCHED ? answers_item (e, thesis) : cJSON_CreateNull ());
  cJSON_AddBoolToObject (object, "answers_cut", am_evaluation_answers_are_cut (e, number));
  add_strength (object, e, thesis);
  return object;
}

static void
add_method (cJSON *object, const AmEvaluation *e)
{
  if (e->strengths == NULL)
    {
      cJSON_AddNullToObject (object, "strengths");
      return;
    }
  cJSON *method = cJSON_AddObjectToObject (object, "strengths");
  cJSON_AddStringToObject (method, "method", am_strength_words[e->strengths->method]);
  cJSON_AddBoolToObject (method, "counts_only", e->strengths->counts_only);
  cJSON_AddBoolToObject (method, "converged", e->strengths->converged);
}

/* After the claims, of which each has been asked about. */
static void
add_undecided (cJSON *object, const AmEvaluation *e)
{
  AmContestedKind why;
  guint count = am_evaluation_undecided (e, &why);

  if (count == 0)
    {
      cJSON_AddNullToObject (object, "undecided");
      return;
    }
  cJSON *undecided = cJSON_AddObjectToObject (object, "undecided");
  cJSON_AddNumberToObject (undecided, "claims", count);
  cJSON_AddStringToObject (undecided, "reason", why == AM_CONTESTED_CUT ? "bound" : "no-solver");
}

void
am_verdicts_write_json (const AmEvaluation *evaluation, const char *name, GString *out)
{
  cJSON *object = cJSON_CreateObject ();
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  cJSON_AddNumberToObject (object, "version", VERSION);
  cJSON_AddStringToObject (object, "map", valid);
  add_method (object, evaluation);
  cJSON *theses = cJSON_AddArrayToObject (object, "theses");
  for (guint i = 0; i < evaluation->theses->len; i++)
    cJSON_AddItemToArray (theses, thesis_object (evaluation, i));
  cJSON *claims = cJSON_AddArrayToObject (object, "claims");
  for (guint32 i = 0; i < evaluation->map->claims->len; i++)
    cJSON_AddItemToArray (claims, claim_object (evaluation, i));
  add_undecided (object, evaluation);
  cJSON *relations = cJSON_AddArrayToObject (object, "relations");
  for (guint32 i = 0; i < evaluation->map->relations->len; i++)
    if (am_dependencies_counts (evaluation->map, am_map_relation (evaluation->map, i)))
      cJSON_AddItemToArray (relations, relation_object (evaluation, i));
  am_json_write (object, out);
}
