/* Summaries as JSON. docs/summary.md describes the shape; a change that readers would notice raises AM_SUMMARY_JSON_VERSION. Written
   as it goes: a tree of a large map would be many times its size. */

#include "report/summary-private.h"

#include "reason/strongest.h"
#include "report/json-text.h"
#include "report/json.h"

typedef struct
{
  AmSummary s;
  GString *out;
} Writing;

/* --- pieces --- */

/* Begins a member of an object that is not empty. */
static void
begin (Writing *w, const char *name)
{
  g_string_append_printf (w->out, ", \"%s\": ", name);
}

/* Begins a member on a line of its own. */
static void
begin_line (Writing *w, const char *name)
{
  g_string_append_printf (w->out, ",\n    \"%s\": ", name);
}

static void
write_text (Writing *w, const char *text)
{
  am_json_append_text (w->out, text);
}

static void
write_claim_id (Writing *w, guint32 claim)
{
  write_text (w, claim != AM_NONE ? am_map_claim (w->s.map, claim)->id : NULL);
}

static void
write_by (Writing *w, AmRange by)
{
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < by.count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_text (w, am_map_ref (w->s.map, by.start + i)->id);
    }
  g_string_append_c (w->out, ']');
}

static void
write_tally (Writing *w, const AmTally *tally)
{
  g_string_append_printf (w->out, "{\"standing\": %u, \"contested\": %u, \"fallen\": %u}", tally->standing, tally->contested,
                          tally->fallen);
}

static void
write_strings (Writing *w, AmRange strings)
{
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < strings.count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_text (w, *am_map_string (w->s.map, strings.start + i));
    }
  g_string_append_c (w->out, ']');
}

/* { "a": "for", "b": "against" } */
static void
write_stances (Writing *w, guint32 claim)
{
  guint32 count;
  const AmStand *on = am_stands_on (w->s.stands, claim, &count);

  g_string_append_c (w->out, '{');
  for (guint32 i = 0; i < count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_text (w, am_map_stakeholder (w->s.map, on[i].stakeholder)->id);
      g_string_append (w->out, ": ");
      write_text (w, am_stance_words[on[i].stance]);
    }
  g_string_append_c (w->out, '}');
}

static void
write_target (Writing *w, const AmRelation *relation)
{
  cJSON *target = am_json_target (w->s.map, relation);
  char *text = cJSON_PrintUnformatted (target);

  g_string_append (w->out, text);
  cJSON_free (text);
  cJSON_Delete (target);
}

/* A relation by the claim that carries it, with the strongest answer to it; null for AM_NONE. */
static void
write_point (Writing *w, guint32 node, gboolean with_answer)
{
  const AmEvaluation *e = w->s.evaluation;

  if (node == AM_NONE)
    {
      g_string_append (w->out, "null");
      return;
    }
  const AmRelation *relation = am_bearing_relation (e->bearing, node);
  g_string_append (w->out, "{\"from\": ");
  write_claim_id (w, relation->from);
  begin (w, "to");
  write_target (w, relation);
  begin (w, "type");
  write_text (w, am_relation_word (relation->kind));
  begin (w, "label");
  write_text (w, am_label_word (am_labelling_of (e->labelling, node)));
  if (with_answer)
    {
      begin (w, "answer");
      write_point (w, am_strongest_answer (e, node, NULL), FALSE);
    }
  g_string_append_c (w->out, '}');
}

/* --- lists --- */

typedef struct
{
  Writing *w;
  guint count;
} Items;

static Items
begin_items (Writing *w, const char *name)
{
  begin_line (w, name);
  g_string_append_c (w->out, '[');
  return (Items) { w, 0 };
}

static void
next_item (Items *items)
{
  g_string_append (items->w->out, items->count++ > 0 ? ",\n      " : "\n      ");
}

static void
end_items (const Items *items)
{
  g_string_append (items->w->out, items->count > 0 ? "\n    ]" : "]");
}

/* Ids of the claims that @wanted lets through, on one line. */
static void
write_ids (Writing *w, const char *name, gboolean (*wanted) (const AmSummary *s, guint32 claim))
{
  guint count = 0;

  begin_line (w, name);
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    if (wanted (&w->s, i))
      {
        g_string_append (w->out, count++ > 0 ? ", " : "");
        write_claim_id (w, i);
      }
  g_string_append_c (w->out, ']');
}

/* --- the parts --- */

static void
write_counts (Writing *w)
{
  const AmMap *map = w->s.map;
  guint rebuttals = 0;

  for (guint32 i = 0; i < map->claims->len; i++)
    rebuttals += am_map_claim (map, i)->role == AM_ROLE_REBUTTAL;
  begin_line (w, "counts");
  g_string_append_printf (w->out, "{\"claims\": %u, \"rebuttals\": %u, \"stakeholders\": %u, \"sources\": %u}",
                          map->claims->len - rebuttals, rebuttals, map->stakeholders->len, map->sources->len);
}

static void
write_needed (Writing *w, guint32 thesis)
{
  const AmEvaluation *e = w->s.evaluation;
  g_auto (AmAnswers) answers = am_answers_needed (e->labelling, thesis);

  begin (w, "answers_needed");
  if (answers.kind == AM_ANSWERS_REASON)
    {
      g_string_append (w->out, "null");
      return;
    }
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < answers.nodes->len; i++)
    {
      guint32 node = g_array_index (answers.nodes, guint32, i);
      g_string_append (w->out, i > 0 ? ", " : "");
      if (am_bearing_is_claim (e->bearing, node))
        write_claim_id (w, node);
      else
        write_point (w, node, FALSE);
    }
  g_string_append_c (w->out, ']');
}

/* Each is a list of one point or of two that would have to fall together; null where they would take long to find. */
static void
write_turns (Writing *w, guint number)
{
  const AmEvaluation *e = w->s.evaluation;

  begin (w, "turns_on");
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
          if (am_bearing_is_claim (e->bearing, crux->nodes[k]))
            write_claim_id (w, crux->nodes[k]);
          else
            write_point (w, crux->nodes[k], FALSE);
        }
      g_string_append (w->out, "], \"outcome\": ");
      write_text (w, am_outcome_word (crux->after.outcome));
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
}

static void
write_thesis (Writing *w, guint number)
{
  const AmEvaluation *e = w->s.evaluation;
  guint32 thesis = g_array_index (e->theses, guint32, number);
  const AmClaim *claim = am_map_claim (w->s.map, thesis);
  AmVerdict verdict = am_verdict (e->labelling, thesis);

  g_string_append (w->out, "{\"id\": ");
  write_text (w, claim->id);
  begin (w, "text");
  write_text (w, claim->text);
  begin (w, "by");
  write_by (w, claim->by);
  begin (w, "stances");
  write_stances (w, thesis);
  begin (w, "label");
  write_text (w, am_label_word (verdict.label));
  begin (w, "outcome");
  write_text (w, am_outcome_word (verdict.outcome));
  begin (w, "reasons");
  write_tally (w, &verdict.reasons);
  begin (w, "objections");
  write_tally (w, &verdict.objections);
  begin (w, "strongest_reason");
  write_point (w, am_strongest (e, thesis, TRUE), TRUE);
  begin (w, "strongest_objection");
  write_point (w, am_strongest (e, thesis, FALSE), TRUE);
  write_needed (w, thesis);
  write_turns (w, number);
  g_string_append_c (w->out, '}');
}

static void
write_positions (Writing *w, const AmStakeholder *who)
{
  guint count = 0;

  begin (w, "positions");
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (w->s.map, who->positions.start + i);
      g_string_append (w->out, count++ > 0 ? ", {\"claim\": " : "{\"claim\": ");
      write_text (w, position->claim.id);
      begin (w, "stance");
      write_text (w, position->stance != AM_STANCE_UNSAID ? am_stance_words[position->stance] : NULL);
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
}

static void
write_statements (Writing *w, const GArray *claims)
{
  begin (w, "statements");
  g_string_append_c (w->out, '[');
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_claim_id (w, g_array_index (claims, guint32, i));
    }
  g_string_append_c (w->out, ']');
}

static void
write_stakeholder (Writing *w, guint32 index)
{
  const AmStakeholder *who = am_map_stakeholder (w->s.map, index);
  g_autoptr (GArray) attacks = am_points_attacks (w->s.evaluation, w->s.claims[index]);

  g_string_append (w->out, "{\"id\": ");
  write_text (w, who->id);
  begin (w, "name");
  write_text (w, who->name);
  begin (w, "kind");
  write_text (w, who->kind != AM_STAKEHOLDER_UNSAID ? am_stakeholder_kind_words[who->kind] : NULL);
  begin (w, "role");
  write_text (w, who->role);
  begin (w, "member_of");
  write_text (w, who->member_of.id);
  begin (w, "interests");
  write_strings (w, who->interests);
  write_positions (w, who);
  write_statements (w, w->s.claims[index]);
  begin (w, "objections");
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < attacks->len; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      write_point (w, g_array_index (attacks, guint32, i), TRUE);
    }
  g_string_append (w->out, "]}");
}

static void
write_claim (Writing *w, guint32 index)
{
  const AmClaim *claim = am_map_claim (w->s.map, index);

  g_string_append (w->out, "{\"id\": ");
  write_text (w, claim->id);
  begin (w, "role");
  write_text (w, am_role_word (claim->role));
  begin (w, "text");
  write_text (w, claim->text);
  begin (w, "by");
  write_by (w, claim->by);
  begin (w, "label");
  write_text (w, am_label_word (am_labelling_of (w->s.evaluation->labelling, index)));
  g_string_append_c (w->out, '}');
}

static void
write_stands (Writing *w, gboolean disagree)
{
  Items items = begin_items (w, disagree ? "disagreements" : "agreements");

  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    {
      if (!am_points_is_shared (w->s.stands, i, disagree))
        continue;
      next_item (&items);
      g_string_append (w->out, "{\"claim\": ");
      write_claim_id (w, i);
      begin (w, "stances");
      write_stances (w, i);
      g_string_append_c (w->out, '}');
    }
  end_items (&items);
}

static void
write_questions (Writing *w)
{
  g_autoptr (GArray) questions = am_points_questions (w->s.evaluation, w->s.cruxes);
  Items items = begin_items (w, "questions");

  for (guint i = 0; i < questions->len; i++)
    {
      const AmQuestion *question = &g_array_index (questions, AmQuestion, i);
      next_item (&items);
      g_string_append (w->out, "{\"kind\": ");
      write_text (w, am_question_word (question->kind));
      begin (w, "claim");
      write_claim_id (w, question->claim);
      begin (w, "other");
      write_claim_id (w, question->other);
      g_string_append_c (w->out, '}');
    }
  end_items (&items);
}

static void
write_issues (Writing *w)
{
  AmIssueCount counts[AM_N_ISSUES];
  guint count = 0, missing = 0;
  gboolean any = am_points_count_issues (w->s.evaluation, counts);

  begin_line (w, "issues");
  g_string_append_c (w->out, '{');
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (counts[i].claims + counts[i].rebuttals > 0)
      g_string_append_printf (w->out, "%s\"%s\": {\"claims\": %u, \"rebuttals\": %u, \"standing\": %u}", count++ > 0 ? ", " : "",
                              am_issue_words[i], counts[i].claims, counts[i].rebuttals, counts[i].standing);
  g_string_append_c (w->out, '}');
  begin_line (w, "missing_issues");
  g_string_append_c (w->out, '[');
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (any && am_points_misses_issue (w->s.map, counts, (AmIssue) i))
      g_string_append_printf (w->out, "%s\"%s\"", missing++ > 0 ? ", " : "", am_issue_words[i]);
  g_string_append_c (w->out, ']');
}

static void
write_sources (Writing *w)
{
  g_autofree guint *cited = am_points_count_citations (w->s.map);
  Items items = begin_items (w, "sources");

  for (guint32 i = 0; i < w->s.map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (w->s.map, i);
      next_item (&items);
      g_string_append (w->out, "{\"id\": ");
      write_text (w, source->id);
      begin (w, "title");
      write_text (w, source->title);
      begin (w, "url");
      write_text (w, source->url);
      begin (w, "cited");
      g_string_append_printf (w->out, "%u}", cited[i]);
    }
  end_items (&items);
}

/* --- a map --- */

static void
write_head (Writing *w, const char *name)
{
  const AmMap *map = w->s.map;

  g_string_append (w->out, "{\n    \"map\": ");
  write_text (w, name);
  begin_line (w, "title");
  write_text (w, map->title);
  begin_line (w, "question");
  write_text (w, map->question);
}

static void
write_theses (Writing *w)
{
  Items items = begin_items (w, "theses");

  for (guint i = 0; i < w->s.theses->len; i++)
    {
      next_item (&items);
      write_thesis (w, i);
    }
  end_items (&items);
}

static void
write_stakeholders (Writing *w, guint32 only)
{
  Items items = begin_items (w, "stakeholders");

  for (guint32 i = 0; i < w->s.map->stakeholders->len; i++)
    if (only == AM_NONE || only == i)
      {
        next_item (&items);
        write_stakeholder (w, i);
      }
  end_items (&items);
}

static void
write_claims (Writing *w)
{
  Items items = begin_items (w, "claims");

  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    {
      next_item (&items);
      write_claim (w, i);
    }
  end_items (&items);
}

static void
write_everything (Writing *w)
{
  begin_line (w, "description");
  write_text (w, w->s.map->description);
  begin_line (w, "language");
  write_text (w, w->s.map->language);
  write_counts (w);
  write_theses (w);
  write_stakeholders (w, AM_NONE);
  write_claims (w);
  write_stands (w, TRUE);
  write_stands (w, FALSE);
  write_ids (w, "undisputed", am_points_is_undisputed);
  write_ids (w, "unanswered", am_points_is_unanswered);
  write_ids (w, "without_evidence", am_points_lacks_evidence);
  write_questions (w);
  write_issues (w);
  write_sources (w);
}

void
am_summary_write_json (AmEvaluation *evaluation, const AmSummaryStyle *style, guint32 stakeholder, const char *name, GString *out)
{
  Writing w = { .out = out };

  am_summary_init (&w.s, evaluation, style, NULL);
  write_head (&w, name);
  if (stakeholder != AM_NONE)
    {
      write_stakeholders (&w, stakeholder);
      write_claims (&w);
    }
  else if (style->brief)
    {
      write_counts (&w);
      write_theses (&w);
    }
  else
    write_everything (&w);
  g_string_append (out, "\n  }");
  am_summary_clear (&w.s);
}
