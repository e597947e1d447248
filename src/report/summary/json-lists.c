/* The pieces of summaries as JSON: texts, ids, points, and what is said of a thesis. */

#include "report/summary/json.h"

#include "base/json.h"
#include "reason/strongest.h"
#include "report/document/json.h"

/* --- pieces --- */

void
am_writing_begin (AmWriting *w, const char *name)
{
  g_string_append_printf (w->out, ", \"%s\": ", name);
}

void
am_writing_begin_line (AmWriting *w, const char *name)
{
  g_string_append_printf (w->out, ",\n    \"%s\": ", name);
}

void
am_writing_text (AmWriting *w, const char *text)
{
  am_json_append_text (w->out, text);
}

void
am_writing_claim_id (AmWriting *w, guint32 claim)
{
  am_writing_text (w, claim != AM_NONE ? am_map_claim (w->s.map, claim)->id : NULL);
}

void
am_writing_by (AmWriting *w, AmRange by)
{
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < by.count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      am_writing_text (w, am_map_ref (w->s.map, by.start + i)->id);
    }
  g_string_append_c (w->out, ']');
}

void
am_writing_tally (AmWriting *w, const AmTally *tally)
{
  g_string_append_printf (w->out, "{\"standing\": %u, \"contested\": %u, \"fallen\": %u}", tally->standing, tally->contested,
                          tally->fallen);
}

void
am_writing_stances (AmWriting *w, guint32 claim)
{
  guint32 count;
  const AmStanceEntry *on = am_stances_on (w->s.stances, claim, &count);

  g_string_append_c (w->out, '{');
  for (guint32 i = 0; i < count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      am_writing_text (w, am_map_stakeholder (w->s.map, on[i].stakeholder)->id);
      g_string_append (w->out, ": ");
      am_writing_text (w, am_stance_words[on[i].stance]);
    }
  g_string_append_c (w->out, '}');
}

static void
write_target (AmWriting *w, const AmRelation *relation)
{
  cJSON *target = am_json_target (w->s.map, relation);
  char *text = cJSON_PrintUnformatted (target);

  am_json_append_printed (w->out, text);
  cJSON_free (text);
  cJSON_Delete (target);
}

void
am_writing_point (AmWriting *w, guint32 node, gboolean with_answer)
{
  const AmEvaluation *e = w->s.evaluation;

  if (node == AM_NONE)
    {
      g_string_append (w->out, "null");
      return;
    }
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
  g_string_append (w->out, "{\"from\": ");
  am_writing_claim_id (w, relation->from);
  am_writing_begin (w, "to");
  write_target (w, relation);
  am_writing_begin (w, "relation");
  am_writing_text (w, relation->id);
  am_writing_begin (w, "type");
  am_writing_text (w, am_relation_word (relation->kind));
  am_writing_begin (w, "label");
  am_writing_text (w, am_label_word (am_labelling_of (e->labelling, node)));
  if (with_answer)
    {
      am_writing_begin (w, "answer");
      am_writing_point (w, am_strongest_answer (e, node, NULL), FALSE);
    }
  g_string_append_c (w->out, '}');
}

/* --- a thesis --- */

static void
write_cut (AmWriting *w, guint number)
{
  am_writing_begin (w, "answers_cut");
  g_string_append (w->out, am_evaluation_answers_are_cut (w->s.evaluation, number) ? "true" : "false");
}

static void
write_needed (AmWriting *w, guint number)
{
  const AmEvaluation *e = w->s.evaluation;
  gboolean looked = number < AM_EVALUATION_MOST_SEARCHED;
  const AmAnswers *answers = looked ? am_evaluation_answers (e, g_array_index (e->theses, guint32, number)) : NULL;

  am_writing_begin (w, "answers_needed");
  if (answers == NULL || answers->kind == AM_ANSWERS_REASON || answers->kind == AM_ANSWERS_CUT)
    {
      g_string_append (w->out, "null");
      return;
    }
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < answers->nodes->len; i++)
    {
      guint32 node = g_array_index (answers->nodes, guint32, i);
      g_string_append (w->out, i > 0 ? ", " : "");
      if (am_dependencies_is_claim (e->dependencies, node))
        am_writing_claim_id (w, node);
      else
        am_writing_point (w, node, FALSE);
    }
  g_string_append_c (w->out, ']');
}

/* Each is a list of one point or of two that would have to fall together; null where they would take long to find. */
static void
write_turns (AmWriting *w, guint number)
{
  const AmEvaluation *e = w->s.evaluation;

  am_writing_begin (w, "turns_on");
  if (w->s.cruxes == NULL)
    {
      g_string_append (w->out, "null");
      return;
    }
  const AmCruxes *found = &g_array_index (w->s.cruxes, AmCruxes, number);
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < found->cruxes->len; i++)
    {
      const AmCrux *crux = &g_array_index (found->cruxes, AmCrux, i);
      g_string_append (w->out, i > 0 ? ", {\"points\": [" : "{\"points\": [");
      for (guint k = 0; k < 2 && crux->nodes[k] != AM_NONE; k++)
        {
          g_string_append (w->out, k > 0 ? ", " : "");
          if (am_dependencies_is_claim (e->dependencies, crux->nodes[k]))
            am_writing_claim_id (w, crux->nodes[k]);
          else
            am_writing_point (w, crux->nodes[k], FALSE);
        }
      g_string_append (w->out, "], \"label\": ");
      am_writing_text (w, am_label_word (crux->after.label));
      g_string_append (w->out, ", \"outcome\": ");
      am_writing_text (w, am_outcome_word (crux->after.outcome));
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
}

void
am_writing_thesis (AmWriting *w, guint number)
{
  const AmEvaluation *e = w->s.evaluation;
  guint32 thesis = g_array_index (e->theses, guint32, number);
  const AmClaim *claim = am_map_claim (w->s.map, thesis);
  AmVerdict verdict = am_verdict (e->labelling, thesis);

  g_string_append (w->out, "{\"id\": ");
  am_writing_text (w, claim->id);
  am_writing_begin (w, "text");
  am_writing_text (w, claim->text);
  am_writing_begin (w, "by");
  am_writing_by (w, claim->by);
  am_writing_begin (w, "stances");
  am_writing_stances (w, thesis);
  am_writing_begin (w, "label");
  am_writing_text (w, am_label_word (verdict.label));
  am_writing_begin (w, "outcome");
  am_writing_text (w, am_outcome_word (verdict.outcome));
  am_writing_begin (w, "reasons");
  am_writing_tally (w, &verdict.reasons);
  am_writing_begin (w, "objections");
  am_writing_tally (w, &verdict.objections);
  am_writing_begin (w, "strongest_reason");
  am_writing_point (w, am_strongest (e, thesis, TRUE), TRUE);
  am_writing_begin (w, "strongest_objection");
  am_writing_point (w, am_strongest (e, thesis, FALSE), TRUE);
  write_needed (w, number);
  write_cut (w, number);
  write_turns (w, number);
  g_string_append_c (w->out, '}');
}
