/* Summaries as JSON. docs/summary.md describes the shape; a change that readers would notice raises AM_SUMMARY_JSON_VERSION. */

#include "report/summary/json.h"

/* --- the parts --- */

/* Ids of the claims that @wanted lets through. */
static void
write_ids (AmWriting *w, const char *name, gboolean (*wanted) (const AmSummary *s, guint32 claim))
{
  am_json_array (w->json, name);
  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    if (wanted (&w->s, i))
      am_json_claim (w->json, NULL, w->s.map, i);
  am_json_end (w->json);
}

static void
write_counts (AmWriting *w)
{
  const AmMap *map = w->s.map;
  guint rebuttals = 0;

  for (guint32 i = 0; i < map->claims->len; i++)
    rebuttals += am_map_claim (map, i)->role == AM_ROLE_REBUTTAL;
  am_json_object (w->json, "counts");
  am_json_count (w->json, "claims", map->claims->len - rebuttals);
  am_json_count (w->json, "rebuttals", rebuttals);
  am_json_count (w->json, "stakeholders", map->stakeholders->len);
  am_json_count (w->json, "sources", map->sources->len);
  am_json_end (w->json);
}

static void
write_positions (AmWriting *w, const AmStakeholder *who)
{
  am_json_array (w->json, "positions");
  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (w->s.map, who->positions.start + i);
      am_json_object (w->json, NULL);
      am_json_text (w->json, "claim", position->claim.id);
      am_json_text (w->json, "stance", position->stance != AM_STANCE_UNSAID ? am_stance_words[position->stance] : NULL);
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

static void
write_stakeholder (AmWriting *w, guint32 index)
{
  const AmStakeholder *who = am_map_stakeholder (w->s.map, index);
  AmIndexList claims = am_map_asserted (w->s.map, index);
  g_autoptr (GArray) held = am_points_held (w->s.map, w->s.stances, index);
  g_autoptr (GArray) attacks = am_points_attacks (w->s.evaluation, am_index_list (held));

  am_json_object (w->json, NULL);
  am_json_text (w->json, "id", who->id);
  am_json_text (w->json, "name", who->name);
  am_json_text (w->json, "kind", who->kind != AM_STAKEHOLDER_UNSAID ? am_stakeholder_kind_words[who->kind] : NULL);
  am_json_text (w->json, "role", who->role);
  am_json_text (w->json, "member_of", who->member_of.id);
  am_json_array (w->json, "interests");
  for (guint32 i = 0; i < who->interests.count; i++)
    am_json_text (w->json, NULL, *am_map_string (w->s.map, who->interests.start + i));
  am_json_end (w->json);
  write_positions (w, who);
  am_json_array (w->json, "statements");
  for (guint32 i = 0; i < claims.count; i++)
    am_json_claim (w->json, NULL, w->s.map, claims.items[i]);
  am_json_end (w->json);
  am_json_array (w->json, "objections");
  for (guint i = 0; i < attacks->len; i++)
    am_writing_point (w, NULL, g_array_index (attacks, guint32, i), TRUE);
  am_json_end (w->json);
  am_json_end (w->json);
}

static void
write_claim (AmWriting *w, guint32 index)
{
  const AmClaim *claim = am_map_claim (w->s.map, index);

  am_json_object (w->json, NULL);
  am_json_text (w->json, "id", claim->id);
  am_json_text (w->json, "role", am_role_word (claim->role));
  am_json_text (w->json, "text", claim->text);
  am_writing_by (w, claim->by);
  am_json_text (w->json, "label", am_label_word (am_labelling_of (w->s.evaluation->labelling, index)));
  am_json_end (w->json);
}

static void
write_stances (AmWriting *w, gboolean disagree)
{
  am_json_array (w->json, disagree ? "disagreements" : "agreements");
  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    {
      if (!am_points_is_shared (w->s.stances, i, disagree))
        continue;
      am_json_object (w->json, NULL);
      am_json_claim (w->json, "claim", w->s.map, i);
      am_writing_stances (w, i);
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

static void
write_questions (AmWriting *w)
{
  g_autoptr (GArray) questions = am_points_questions (w->s.evaluation, w->s.cruxes);

  am_json_array (w->json, "questions");
  for (guint i = 0; i < questions->len; i++)
    {
      const AmQuestion *question = &g_array_index (questions, AmQuestion, i);
      am_json_object (w->json, NULL);
      am_json_text (w->json, "kind", am_question_word (question->kind));
      am_json_claim (w->json, "claim", w->s.map, question->claim);
      am_json_claim (w->json, "other", w->s.map, question->other);
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

static void
write_issues (AmWriting *w)
{
  AmIssueCount counts[AM_N_ISSUES];
  gboolean any = am_points_count_issues (w->s.evaluation, counts);

  am_json_object (w->json, "issues");
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (counts[i].claims + counts[i].rebuttals > 0)
      {
        am_json_object (w->json, am_issue_words[i]);
        am_json_count (w->json, "claims", counts[i].claims);
        am_json_count (w->json, "rebuttals", counts[i].rebuttals);
        am_json_count (w->json, "standing", counts[i].standing);
        am_json_end (w->json);
      }
  am_json_end (w->json);
  am_json_array (w->json, "missing_issues");
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (any && am_points_misses_issue (w->s.map, counts, (AmIssue) i))
      am_json_text (w->json, NULL, am_issue_words[i]);
  am_json_end (w->json);
}

static void
write_sources (AmWriting *w)
{
  g_autofree guint *cited = am_points_count_citations (w->s.map);

  am_json_array (w->json, "sources");
  for (guint32 i = 0; i < w->s.map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (w->s.map, i);
      am_json_object (w->json, NULL);
      am_json_text (w->json, "id", source->id);
      am_json_text (w->json, "title", source->title);
      am_json_text (w->json, "url", source->url);
      am_json_count (w->json, "cited", cited[i]);
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

/* --- a map --- */

static void
write_theses (AmWriting *w)
{
  am_json_array (w->json, "theses");
  for (guint i = 0; i < w->s.theses->len; i++)
    am_writing_thesis (w, i);
  am_json_end (w->json);
}

static void
write_stakeholders (AmWriting *w, guint32 only)
{
  am_json_array (w->json, "stakeholders");
  for (guint32 i = 0; i < w->s.map->stakeholders->len; i++)
    if (only == AM_NONE || only == i)
      write_stakeholder (w, i);
  am_json_end (w->json);
}

static void
write_claims (AmWriting *w)
{
  am_json_array (w->json, "claims");
  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    write_claim (w, i);
  am_json_end (w->json);
}

static void
write_everything (AmWriting *w)
{
  am_json_text (w->json, "description", w->s.map->description);
  am_json_text (w->json, "language", w->s.map->language);
  write_counts (w);
  write_theses (w);
  write_stakeholders (w, AM_NONE);
  write_claims (w);
  write_stances (w, TRUE);
  write_stances (w, FALSE);
  write_ids (w, "undisputed", am_points_is_undisputed);
  write_ids (w, "unanswered", am_points_is_unanswered);
  write_ids (w, "without_evidence", am_points_lacks_evidence);
  write_questions (w);
  write_issues (w);
  write_sources (w);
}

void
am_summary_write_json (AmEvaluation *evaluation, const AmSummaryStyle *style, guint32 stakeholder, const char *name, AmJson *json)
{
  AmWriting w = { .json = json };

  am_summary_init (&w.s, evaluation, style, NULL);
  am_json_object (json, NULL);
  am_json_text (json, "map", name);
  am_json_text (json, "title", evaluation->map->title);
  am_json_text (json, "question", evaluation->map->question);
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
  am_json_end (json);
  am_summary_clear (&w.s);
}
