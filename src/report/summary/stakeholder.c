/* The brief of one stakeholder: what it wants, where it stands, what it says, what is said against that, and what it has not answered. */

#include "report/summary/parts.h"

#include "base/text.h"

/* --- what is said against what they say --- */

static void
write_attacks (AmSummary *s, guint32 who, const GArray *attacks, AmLabel label, const char *heading)
{
  const AmEvaluation *e = s->evaluation;
  g_autofree char *command = g_strdup_printf ("argmap summary --stakeholder %s --all", am_map_stakeholder (s->map, who)->id);
  guint count = 0;

  for (guint i = 0; i < attacks->len; i++)
    {
      guint32 node = g_array_index (attacks, guint32, i);
      const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
      if (am_labelling_of (e->labelling, node) != label)
        continue;
      if (count == 0)
        am_document_heading (s->document, 2, heading);
      if (!am_summary_takes (s, &count))
        continue;
      g_autofree char *premises = am_verdicts_premises (s->map, relation), *target = am_phrase_target (s->map, relation);
      am_document_item (s->document, 0);
      am_document_add (s->document, "%s, against %s.", premises, target != NULL ? target : "it");
      am_summary_write_reply (s, am_digest_point (s->digest, node));
    }
  am_summary_write_rest (s, count, command);
}

/* --- who agrees --- */

#define MOST_OTHERS 20

/* On how many claims the two say the same, and on how many the opposite. */
static void
compare_stands (const AmStances *stances, guint32 claim, guint32 who, guint *agree, guint *disagree)
{
  guint32 count;
  const AmStanceEntry *on = am_stances_on (stances, claim, &count);
  AmStance own = am_stances_find (stances, claim, who);
  gboolean accepts = am_stance_accepts (own), rejects = own == AM_STANCE_AGAINST;

  for (guint32 i = 0; i < count; i++)
    {
      gboolean theirs = am_stance_accepts (on[i].stance), against = on[i].stance == AM_STANCE_AGAINST;
      if (on[i].stakeholder == who)
        continue;
      agree[on[i].stakeholder] += (accepts && theirs) || (rejects && against);
      disagree[on[i].stakeholder] += (accepts && against) || (rejects && theirs);
    }
}

static void
write_others (AmSummary *s, guint32 who)
{
  guint32 n = s->map->stakeholders->len;
  g_autofree guint *agree = g_new0 (guint, (gsize) n + 1), *disagree = g_new0 (guint, (gsize) n + 1);
  guint count = 0;

  for (guint32 i = 0; i < s->map->claims->len; i++)
    if (am_stances_find (am_digest_stances (s->digest), i, who) != AM_STANCE_UNSAID)
      compare_stands (am_digest_stances (s->digest), i, who, agree, disagree);
  for (guint32 i = 0; i < n; i++)
    {
      if (agree[i] + disagree[i] == 0 || ++count > MOST_OTHERS)
        continue;
      if (count == 1)
        {
          am_document_heading (s->document, 2, "Who agrees, and who does not");
          am_document_paragraph (s->document);
          am_document_add (s->document, "On how many points others say the same as they do, and on how many the opposite:");
          am_document_table (s->document, 3);
          am_document_cell_text (s->document, "");
          am_document_cell_text (s->document, "Agree");
          am_document_cell_text (s->document, "Disagree");
        }
      am_document_cell_text (s->document, am_phrase_name (s->map, i));
      am_document_cell_number (s->document, agree[i]);
      am_document_cell_number (s->document, disagree[i]);
    }
  if (count > MOST_OTHERS)
    {
      g_autofree char *others = am_phrase_count (count - MOST_OTHERS, "other has", "others have");
      am_document_paragraph (s->document);
      am_document_add (s->document, "%s a say on the same points.", others);
    }
}

/* --- all of it --- */

void
am_summary_stakeholder (AmDigest *digest, const AmSummaryStyle *style, guint32 stakeholder, AmDocument *document)
{
  const AmMap *map = digest->map;
  const AmStakeholder *who = am_map_stakeholder (map, stakeholder);
  AmSummary s = am_summary_of (digest, style, document);
  g_autoptr (GArray) held = am_points_held (map, am_digest_stances (digest), stakeholder);
  g_autoptr (GArray) attacks = am_points_attacks (s.evaluation, am_index_list (held));
  AmIndexList asserted = am_map_asserted (map, stakeholder);
  am_document_heading (document, 1, am_phrase_name (map, stakeholder));
  am_document_paragraph (document);
  am_document_add (document, "In the debate “%s”", map->title);
  am_document_add (document, map->question != NULL ? ": %s" : ".%s", map->question != NULL ? map->question : "");
  am_summary_describe (&s, stakeholder);
  if (who->positions.count > 0)
    am_document_heading (document, 2, "Where they stand");
  am_summary_positions (&s, stakeholder);
  if (asserted.count > 0)
    {
      am_document_heading (document, 2, "What they say");
      am_summary_assertions (&s, stakeholder);
      am_summary_write_supplied (&s, &asserted);
    }
  else if (who->positions.count == 0)
    am_summary_paragraph (&s, "The map has no position of theirs and no statement.");
  write_attacks (&s, stakeholder, attacks, AM_LABEL_STANDING, "What they have not answered");
  write_attacks (&s, stakeholder, attacks, AM_LABEL_CONTESTED, "What is said against them, and contested");
  write_attacks (&s, stakeholder, attacks, AM_LABEL_FALLEN, "What is said against them, and does not stand");
  write_others (&s, stakeholder);
}
