/* Summaries as JSON. docs/summary.md describes the shape; a change that readers would notice raises AM_SUMMARY_JSON_VERSION. Written
   as it goes: a tree of a large map would be many times its size. */

#include "report/summary/json.h"

/* --- lists --- */

typedef struct
{
  AmWriting *w;
  guint count;
} Items;

static Items
begin_items (AmWriting *w, const char *name)
{
  am_writing_begin_line (w, name);
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
write_ids (AmWriting *w, const char *name, gboolean (*wanted) (const AmSummary *s, guint32 claim))
{
  guint count = 0;

  am_writing_begin_line (w, name);
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    if (wanted (&w->s, i))
      {
        g_string_append (w->out, count++ > 0 ? ", " : "");
        am_writing_claim_id (w, i);
      }
  g_string_append_c (w->out, ']');
}

/* --- the parts --- */

static void
write_counts (AmWriting *w)
{
  const AmMap *map = w->s.map;
  guint rebuttals = 0;

  for (guint32 i = 0; i < map->claims->len; i++)
    rebuttals += am_map_claim (map, i)->role == AM_ROLE_REBUTTAL;
  am_writing_begin_line (w, "counts");
  g_string_append_printf (w->out, "{\"claims\": %u, \"rebuttals\": %u, \"stakeholders\": %u, \"sources\": %u}",
                          map->claims->len - rebuttals, rebuttals, map->stakeholders->len, map->sources->len);
}

static void
write_strings (AmWriting *w, AmRange strings)
{
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < strings.count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      am_writing_text (w, *am_map_string (w->s.map, strings.start + i));
    }
  g_string_append_c (w->out, ']');
}

static void
write_positions (AmWriting *w, const AmStakeholder *who)
{
  guint count = 0;

  am_writing_begin (w, "positions");
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (w->s.map, who->positions.start + i);
      g_string_append (w->out, count++ > 0 ? ", {\"claim\": " : "{\"claim\": ");
      am_writing_text (w, position->claim.id);
      am_writing_begin (w, "stance");
      am_writing_text (w, position->stance != AM_STANCE_UNSAID ? am_stance_words[position->stance] : NULL);
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
}

static void
write_statements (AmWriting *w, AmIndexList claims)
{
  am_writing_begin (w, "statements");
  g_string_append_c (w->out, '[');
  for (guint32 i = 0; i < claims.count; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      am_writing_claim_id (w, claims.items[i]);
    }
  g_string_append_c (w->out, ']');
}

static void
write_stakeholder (AmWriting *w, guint32 index)
{
  const AmStakeholder *who = am_map_stakeholder (w->s.map, index);
  g_autoptr (GArray) held = am_points_held (w->s.map, w->s.stances, index);
  g_autoptr (GArray) attacks = am_points_attacks (w->s.evaluation, am_index_list (held));

  g_string_append (w->out, "{\"id\": ");
  am_writing_text (w, who->id);
  am_writing_begin (w, "name");
  am_writing_text (w, who->name);
  am_writing_begin (w, "kind");
  am_writing_text (w, who->kind != AM_STAKEHOLDER_UNSAID ? am_stakeholder_kind_words[who->kind] : NULL);
  am_writing_begin (w, "role");
  am_writing_text (w, who->role);
  am_writing_begin (w, "member_of");
  am_writing_text (w, who->member_of.id);
  am_writing_begin (w, "interests");
  write_strings (w, who->interests);
  write_positions (w, who);
  write_statements (w, am_map_asserted (w->s.map, index));
  am_writing_begin (w, "objections");
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < attacks->len; i++)
    {
      g_string_append (w->out, i > 0 ? ", " : "");
      am_writing_point (w, g_array_index (attacks, guint32, i), TRUE);
    }
  g_string_append (w->out, "]}");
}

static void
write_claim (AmWriting *w, guint32 index)
{
  const AmClaim *claim = am_map_claim (w->s.map, index);

  g_string_append (w->out, "{\"id\": ");
  am_writing_text (w, claim->id);
  am_writing_begin (w, "role");
  am_writing_text (w, am_role_word (claim->role));
  am_writing_begin (w, "text");
  am_writing_text (w, claim->text);
  am_writing_begin (w, "by");
  am_writing_by (w, claim->by);
  am_writing_begin (w, "label");
  am_writing_text (w, am_label_word (am_labelling_of (w->s.evaluation->labelling, index)));
  g_string_append_c (w->out, '}');
}

static void
write_stands (AmWriting *w, gboolean disagree)
{
  Items items = begin_items (w, disagree ? "disagreements" : "agreements");

  for (guint32 i = 0; i < w->s.map->claims->len; i++)
    {
      if (!am_points_is_shared (w->s.stances, i, disagree))
        continue;
      next_item (&items);
      g_string_append (w->out, "{\"claim\": ");
      am_writing_claim_id (w, i);
      am_writing_begin (w, "stances");
      am_writing_stances (w, i);
      g_string_append_c (w->out, '}');
    }
  end_items (&items);
}

static void
write_questions (AmWriting *w)
{
  g_autoptr (GArray) questions = am_points_questions (w->s.evaluation, w->s.cruxes);
  Items items = begin_items (w, "questions");

  for (guint i = 0; i < questions->len; i++)
    {
      const AmQuestion *question = &g_array_index (questions, AmQuestion, i);
      next_item (&items);
      g_string_append (w->out, "{\"kind\": ");
      am_writing_text (w, am_question_word (question->kind));
      am_writing_begin (w, "claim");
      am_writing_claim_id (w, question->claim);
      am_writing_begin (w, "other");
      am_writing_claim_id (w, question->other);
      g_string_append_c (w->out, '}');
    }
  end_items (&items);
}

static void
write_issues (AmWriting *w)
{
  AmIssueCount counts[AM_N_ISSUES];
  guint count = 0, missing = 0;
  gboolean any = am_points_count_issues (w->s.evaluation, counts);

  am_writing_begin_line (w, "issues");
  g_string_append_c (w->out, '{');
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (counts[i].claims + counts[i].rebuttals > 0)
      g_string_append_printf (w->out, "%s\"%s\": {\"claims\": %u, \"rebuttals\": %u, \"standing\": %u}", count++ > 0 ? ", " : "",
                              am_issue_words[i], counts[i].claims, counts[i].rebuttals, counts[i].standing);
  g_string_append_c (w->out, '}');
  am_writing_begin_line (w, "missing_issues");
  g_string_append_c (w->out, '[');
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (any && am_points_misses_issue (w->s.map, counts, (AmIssue) i))
      g_string_append_printf (w->out, "%s\"%s\"", missing++ > 0 ? ", " : "", am_issue_words[i]);
  g_string_append_c (w->out, ']');
}

static void
write_sources (AmWriting *w)
{
  g_autofree guint *cited = am_points_count_citations (w->s.map);
  Items items = begin_items (w, "sources");

  for (guint32 i = 0; i < w->s.map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (w->s.map, i);
      next_item (&items);
      g_string_append (w->out, "{\"id\": ");
      am_writing_text (w, source->id);
      am_writing_begin (w, "title");
      am_writing_text (w, source->title);
      am_writing_begin (w, "url");
      am_writing_text (w, source->url);
      am_writing_begin (w, "cited");
      g_string_append_printf (w->out, "%u}", cited[i]);
    }
  end_items (&items);
}

/* --- a map --- */

static void
write_head (AmWriting *w, const char *name)
{
  const AmMap *map = w->s.map;

  g_string_append (w->out, "{\n    \"map\": ");
  am_writing_text (w, name);
  am_writing_begin_line (w, "title");
  am_writing_text (w, map->title);
  am_writing_begin_line (w, "question");
  am_writing_text (w, map->question);
}

static void
write_theses (AmWriting *w)
{
  Items items = begin_items (w, "theses");

  for (guint i = 0; i < w->s.theses->len; i++)
    {
      next_item (&items);
      am_writing_thesis (w, i);
    }
  end_items (&items);
}

static void
write_stakeholders (AmWriting *w, guint32 only)
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
write_claims (AmWriting *w)
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
write_everything (AmWriting *w)
{
  am_writing_begin_line (w, "description");
  am_writing_text (w, w->s.map->description);
  am_writing_begin_line (w, "language");
  am_writing_text (w, w->s.map->language);
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
  AmWriting w = { .out = out };

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
