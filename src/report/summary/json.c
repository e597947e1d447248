/* Summaries as JSON. docs/summary.md describes the shape; a change that readers would notice raises
 * AM_SUMMARY_JSON_VERSION. */

#include "report/summary/json.h"

/* --- the parts --- */

static void
write_ids (AmWriting *w, const char *name, const guint32 *claims, guint32 count)
{
  am_json_array (w->json, name);
  for (guint32 i = 0; i < count; i++)
    am_json_claim (w->json, NULL, w->s.map, claims[i]);
  am_json_end (w->json);
}

static void
write_list (AmWriting *w, const char *name, AmDigestList list)
{
  const AmDigestClaims *claims = am_digest_list (w->s.digest, list);
  write_ids (w, name, claims->items, claims->count);
}

static void
write_counts (AmWriting *w)
{
  const AmDigestCounts *counts = am_digest_counts (w->s.digest);

  am_json_object (w->json, "counts");
  am_json_count (w->json, "claims", counts->roles[AM_ROLE_CLAIM]);
  am_json_count (w->json, "rebuttals", counts->roles[AM_ROLE_REBUTTAL]);
  am_json_count (w->json, "stakeholders", w->s.map->stakeholders->len);
  am_json_count (w->json, "sources", w->s.map->sources->len);
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
      am_json_text (w->json, "stance",
                    position->stance != AM_STANCE_UNSAID ? am_stance_words[position->stance]
                                                         : NULL);
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

static void
write_stakeholder (AmWriting *w, guint32 index)
{
  const AmStakeholder *who = am_map_stakeholder (w->s.map, index);
  AmIndexList asserted = am_map_asserted (w->s.map, index);
  const GArray *objections = am_digest_stakeholder (w->s.digest, index)->objections;

  am_json_object (w->json, NULL);
  am_json_text (w->json, "id", who->id);
  am_json_text (w->json, "name", who->name);
  am_json_text (w->json, "kind",
                who->kind != AM_STAKEHOLDER_UNSAID ? am_stakeholder_kind_words[who->kind] : NULL);
  am_json_text (w->json, "role", who->role);
  am_json_text (w->json, "member_of", who->member_of.id);
  am_json_array (w->json, "interests");
  for (guint32 i = 0; i < who->interests.count; i++)
    am_json_text (w->json, NULL, *am_map_string (w->s.map, who->interests.start + i));
  am_json_end (w->json);
  write_positions (w, who);
  write_ids (w, "statements", asserted.items, asserted.count);
  am_json_array (w->json, "objections");
  for (guint i = 0; i < objections->len; i++)
    am_writing_point (w, NULL,
                      am_digest_point (w->s.digest, g_array_index (objections, guint32, i)));
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
  am_json_text (w->json, "label",
                am_label_word (am_labelling_of (w->s.evaluation->labelling, index)));
  am_json_end (w->json);
}

static void
write_stances (AmWriting *w, const char *name, AmDigestList list)
{
  const AmDigestClaims *claims = am_digest_list (w->s.digest, list);

  am_json_array (w->json, name);
  for (guint32 i = 0; i < claims->count; i++)
    {
      am_json_object (w->json, NULL);
      am_json_claim (w->json, "claim", w->s.map, claims->items[i]);
      am_writing_stances (w, claims->items[i]);
      am_json_end (w->json);
    }
  am_json_end (w->json);
}

static void
write_questions (AmWriting *w)
{
  const GArray *questions = am_digest_questions (w->s.digest);

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
  const AmIssueCount *issues = am_digest_counts (w->s.digest)->issues;

  am_json_object (w->json, "issues");
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (issues[i].roles[AM_ROLE_CLAIM] + issues[i].roles[AM_ROLE_REBUTTAL] > 0)
      {
        am_json_object (w->json, am_issue_words[i]);
        am_json_count (w->json, "claims", issues[i].roles[AM_ROLE_CLAIM]);
        am_json_count (w->json, "rebuttals", issues[i].roles[AM_ROLE_REBUTTAL]);
        am_json_count (w->json, "unanswered", issues[i].in);
        am_json_end (w->json);
      }
  am_json_end (w->json);
  am_json_array (w->json, "missing_issues");
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (issues[i].missing)
      am_json_text (w->json, NULL, am_issue_words[i]);
  am_json_end (w->json);
}

static void
write_sources (AmWriting *w)
{
  const guint32 *cited = am_digest_citations (w->s.digest);

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
  write_stances (w, "disagreements", AM_DIGEST_DISAGREEMENTS);
  write_stances (w, "agreements", AM_DIGEST_AGREEMENTS);
  write_list (w, "undisputed", AM_DIGEST_UNDISPUTED);
  write_list (w, "without_reply", AM_DIGEST_WITHOUT_REPLY);
  write_list (w, "without_evidence", AM_DIGEST_WITHOUT_EVIDENCE);
  write_questions (w);
  write_issues (w);
  write_sources (w);
}

void
am_summary_write_json (AmDigest *digest, const AmSummaryStyle *style, guint32 stakeholder,
                       const char *name, AmJson *json)
{
  AmWriting w = { .s = am_summary_of (digest, style, NULL), .json = json };

  am_json_object (json, NULL);
  am_json_text (json, "map", name);
  am_json_text (json, "title", digest->map->title);
  am_json_text (json, "question", digest->map->question);
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
}
