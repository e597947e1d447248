/* The pieces of summaries as JSON: points, and what is said of a thesis. */

#include "report/summary/json.h"

/* --- pieces --- */

void
am_writing_by (AmWriting *w, AmRange by)
{
  am_json_array (w->json, "by");
  for (guint32 i = 0; i < by.count; i++)
    am_json_text (w->json, NULL, am_map_ref (w->s.map, by.start + i)->id);
  am_json_end (w->json);
}

void
am_writing_stances (AmWriting *w, guint32 claim)
{
  guint32 count;
  const AmStanceEntry *on = am_stances_on (am_digest_stances (w->s.digest), claim, &count);

  am_json_object (w->json, "stances");
  for (guint32 i = 0; i < count; i++)
    am_json_text (w->json, am_map_stakeholder (w->s.map, on[i].stakeholder)->id,
                  am_stance_words[on[i].stance]);
  am_json_end (w->json);
}

/* The relation @node by the claim that carries it, of which the object goes on. */
static void
begin_relation (AmWriting *w, const char *name, guint32 node)
{
  const AmEvaluation *e = w->s.evaluation;
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);

  am_json_object (w->json, name);
  am_json_claim (w->json, "from", e->map, relation->from);
  am_json_target (w->json, "to", e->map, relation);
  am_json_text (w->json, "relation", relation->id);
  am_json_text (w->json, "type", am_relation_word (relation->kind));
  am_json_text (w->json, "label", am_label_word (am_labelling_of (e->labelling, node)));
}

/* A claim by its id, a step as the relation that it is; null for AM_NONE. */
static void
write_node (AmWriting *w, const char *name, guint32 node)
{
  if (node == AM_NONE || am_dependencies_is_claim (w->s.evaluation->dependencies, node))
    {
      am_json_claim (w->json, name, w->s.map, node);
      return;
    }
  begin_relation (w, name, node);
  am_json_end (w->json);
}

void
am_writing_point (AmWriting *w, const char *name, const AmDigestPoint *point)
{
  if (point == NULL)
    {
      am_json_null (w->json, name);
      return;
    }
  begin_relation (w, name, point->node);
  write_node (w, "answer", point->answer);
  am_json_end (w->json);
}

/* --- a thesis --- */

static void
write_needed (AmWriting *w, const AmAnswers *answers)
{
  if (answers == NULL || answers->kind == AM_ANSWERS_REASON || answers->kind == AM_ANSWERS_CUT)
    {
      am_json_null (w->json, "answers_needed");
      return;
    }
  am_json_array (w->json, "answers_needed");
  for (guint i = 0; i < answers->nodes->len; i++)
    write_node (w, NULL, g_array_index (answers->nodes, guint32, i));
  am_json_end (w->json);
}

/* Each is a list of one point or of two that would have to be answered together; null where they
 * would take long to find. */
static void
write_turns (AmWriting *w, const AmCruxes *found)
{
  if (found == NULL)
    {
      am_json_null (w->json, "turns_on");
      return;
    }
  am_json_array (w->json, "turns_on");
  for (guint i = 0; i < found->cruxes->len; i++)
    {
      const AmCrux *crux = &g_array_index (found->cruxes, AmCrux, i);
      am_json_object (w->json, NULL);
      am_json_array (w->json, "points");
      for (guint k = 0; k < 2 && crux->nodes[k] != AM_NONE; k++)
        write_node (w, NULL, crux->nodes[k]);
      am_json_end (w->json);
      am_json_text (w->json, "label", am_label_word (crux->after.label));
      am_json_text (w->json, "outcome", am_outcome_word (crux->after.outcome));
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

void
am_writing_thesis (AmWriting *w, guint number)
{
  const AmEvaluation *e = w->s.evaluation;
  guint32 thesis = g_array_index (e->theses, guint32, number);
  const AmClaim *claim = am_map_claim (w->s.map, thesis);
  const AmVerdict *verdict = am_digest_verdict (w->s.digest, number);
  const AmAnswers *answers = am_digest_answers (w->s.digest, number);

  am_json_object (w->json, NULL);
  am_json_text (w->json, "id", claim->id);
  am_json_text (w->json, "text", claim->text);
  am_writing_by (w, claim->by);
  am_writing_stances (w, thesis);
  am_json_text (w->json, "label", am_label_word (verdict->label));
  am_json_text (w->json, "outcome", am_outcome_word (verdict->outcome));
  am_json_firm (w->json, am_digest_firm (w->s.digest), number);
  am_json_tally (w->json, "reasons", &verdict->reasons);
  am_json_tally (w->json, "objections", &verdict->objections);
  am_writing_point (w, "strongest_reason", am_digest_strongest (w->s.digest, thesis, TRUE));
  am_writing_point (w, "strongest_objection", am_digest_strongest (w->s.digest, thesis, FALSE));
  write_needed (w, answers);
  am_json_flag (w->json, "answers_cut", answers == NULL || answers->kind == AM_ANSWERS_CUT);
  write_turns (w, am_digest_turns (w->s.digest, number));
  am_json_end (w->json);
}
