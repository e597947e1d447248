#include "report/summary/parts.h"

#include "base/text.h"

/* --- one stakeholder --- */

static const char *const kind_phrases[] = {
  [AM_STAKEHOLDER_UNSAID] = NULL,
  [AM_STAKEHOLDER_PERSON] = "A person",
  [AM_STAKEHOLDER_COMPANY] = "A company",
  [AM_STAKEHOLDER_GOVERNMENT] = "Government",
  [AM_STAKEHOLDER_REGULATOR] = "A regulator",
  [AM_STAKEHOLDER_LAW_ENFORCEMENT] = "Law enforcement",
  [AM_STAKEHOLDER_CIVIL_SOCIETY] = "Civil society",
  [AM_STAKEHOLDER_ACADEMIA] = "Academia",
  [AM_STAKEHOLDER_INTERNATIONAL] = "An international body",
  [AM_STAKEHOLDER_MEDIA] = "Media",
  [AM_STAKEHOLDER_PUBLIC] = "The public",
  [AM_STAKEHOLDER_OTHER] = NULL,
};

void
am_summary_describe (AmSummary *s, guint32 stakeholder)
{
  const AmStakeholder *who = am_map_stakeholder (s->map, stakeholder);
  g_autoptr (GString) text = g_string_new (NULL);

  if (kind_phrases[who->kind] != NULL)
    g_string_append_printf (text, "%s. ", kind_phrases[who->kind]);
  if (who->role != NULL && !am_text_is_unseen (who->role))
    {
      g_autofree char *role = am_phrase_quoted (who->role);
      g_string_append_printf (text, "Role: %s. ", role);
    }
  if (who->member_of.id != NULL && who->member_of.index != AM_NONE)
    {
      g_autofree char *name = am_phrase_mention (s->map, who->member_of.index);
      g_string_append_printf (text, "Belongs to %s. ", name);
    }
  for (guint32 i = 0; i < who->interests.count; i++)
    g_string_append_printf (text, "%s%s%s", i == 0 ? "Aims: " : "; ",
                            *am_map_string (s->map, who->interests.start + i),
                            i + 1 == who->interests.count ? ". " : "");
  if (text->len == 0)
    return;
  am_document_paragraph (s->document);
  am_document_add (s->document, "%s", text->str);
}

static void
write_position (AmSummary *s, guint32 who, const AmPosition *position)
{
  static const struct
  {
    const char *before, *after;
  } stances[] = {
    [AM_STANCE_UNSAID] = { "Takes a position on", "" },
    [AM_STANCE_FOR] = { "Is for", "" },
    [AM_STANCE_AGAINST] = { "Is against", "" },
    [AM_STANCE_CONDITIONAL] = { "Supports", ", on conditions" },
    [AM_STANCE_NEUTRAL] = { "Is neutral on", "" },
    [AM_STANCE_CONCEDES] = { "Concedes", "" },
  };
  guint32 claim = position->claim.index;

  if (claim == AM_NONE)
    return;
  g_autofree char *text = am_phrase_quoted (am_map_claim (s->map, claim)->text);
  g_autofree char *citations = am_phrase_evidence (s->map, position->evidence);
  am_document_item (s->document, 0);
  am_document_strong (s->document, stances[position->stance].before);
  if (s->evaluation->is_thesis[claim] && s->theses->len == 1
      && position->stance != AM_STANCE_CONCEDES)
    am_document_add (
        s->document, " the resolution%s%s.%s", stances[position->stance].after,
        am_map_asserts (s->map, am_map_claim (s->map, claim), who) ? ", and puts it forward" : "",
        citations);
  else
    am_document_add (s->document, " “%s”%s.%s", text, stances[position->stance].after, citations);
}

static void
write_assertion (AmSummary *s, guint32 index)
{
  const AmClaim *claim = am_map_claim (s->map, index);
  g_autofree char *sentence = am_phrase_sentence (claim->text);
  g_autofree char *citations = am_phrase_citations (s->map, claim->evidence);
  gboolean first = TRUE;

  am_document_item (s->document, 0);
  for (guint32 i = 0; i < claim->relations.count; i++)
    {
      const AmRelation *relation = am_map_relation (s->map, claim->relations.start + i);
      g_autofree char *target = am_phrase_target (s->map, relation);
      gboolean undercuts = relation->kind == AM_RELATION_UNDERCUT;
      if (target == NULL)
        continue;
      if (first)
        am_document_strong (s->document, undercuts ? "Undercuts" : "Rebuts");
      else
        am_document_add (s->document, ", and %s", undercuts ? "undercuts" : "rebuts");
      am_document_add (s->document, " %s", target);
      first = FALSE;
    }
  if (first)
    am_document_strong (s->document, "Asserts");
  am_document_add (s->document, ": %s%s", sentence, citations);
}

void
am_summary_positions (AmSummary *s, guint32 stakeholder)
{
  const AmStakeholder *who = am_map_stakeholder (s->map, stakeholder);

  for (guint32 i = 0; i < who->positions.count; i++)
    write_position (s, stakeholder, am_map_position (s->map, who->positions.start + i));
}

void
am_summary_assertions (AmSummary *s, guint32 stakeholder)
{
  const GArray *statements = am_digest_stakeholder (s->digest, stakeholder)->statements;
  g_autofree char *command =
      g_strconcat ("argmap list --by ", am_map_stakeholder (s->map, stakeholder)->id, NULL);
  guint count = 0;

  for (guint i = 0; i < statements->len; i++)
    if (am_summary_takes (s, &count))
      write_assertion (s, g_array_index (statements, guint32, i));
  am_summary_write_rest (s, count, command);
}

void
am_summary_stakeholders (AmSummary *s)
{
  guint count = 0;

  if (s->map->stakeholders->len > 0)
    am_document_heading (s->document, 2, "Who says what");
  for (guint32 i = 0; i < s->map->stakeholders->len; i++)
    {
      if (!am_summary_takes (s, &count))
        continue;
      am_document_heading (s->document, 3, am_phrase_name (s->map, i));
      am_summary_describe (s, i);
      am_summary_positions (s, i);
      am_summary_assertions (s, i);
    }
  am_summary_write_rest (s, count, "argmap list --stakeholders");
}
