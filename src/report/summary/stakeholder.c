/* The brief of one stakeholder: what it wants, where it stands, what it says, what is said against
 * that, and what it has not answered. */

#include "report/summary/parts.h"

#include "base/text.h"

/* --- what is said against what they say --- */

static void
write_attacks (AmSummary *s, guint32 who, const GArray *attacks, AmLabel label, const char *heading)
{
  const AmEvaluation *e = s->evaluation;
  g_autofree char *command = g_strdup_printf ("argmap summary --stakeholder %s --all",
                                              am_map_stakeholder (s->map, who)->id);
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
      g_autofree char *premises = am_verdicts_premises (s->map, relation),
                      *target = am_phrase_target (s->map, relation);
      am_document_item (s->document, 0);
      am_document_add (s->document, "%s, against %s.", premises, target != NULL ? target : "it");
      am_summary_write_reply (s, am_digest_point (s->digest, node));
    }
  am_summary_write_rest (s, count, command);
}

/* --- who agrees --- */

#define MOST_OTHERS 20

static void
write_other (AmSummary *s, const AmDigestOther *other)
{
  am_document_cell_text (s->document, am_phrase_name (s->map, other->who));
  am_document_cell_number (s->document, other->agree);
  am_document_cell_number (s->document, other->disagree);
}

static void
write_others (AmSummary *s, guint32 who)
{
  const GArray *others = am_digest_others (s->digest, who);

  if (others->len == 0)
    return;
  am_document_heading (s->document, 2, "Who agrees, and who does not");
  am_document_paragraph (s->document);
  am_document_add (
      s->document,
      "On how many points others say the same as they do, and on how many the opposite:");
  am_document_table (s->document, 3);
  am_document_cell_text (s->document, "");
  am_document_cell_text (s->document, "Agree");
  am_document_cell_text (s->document, "Disagree");
  for (guint i = 0; i < MIN (others->len, MOST_OTHERS); i++)
    write_other (s, &g_array_index (others, AmDigestOther, i));
  if (others->len <= MOST_OTHERS)
    return;
  g_autofree char *rest = am_phrase_count (others->len - MOST_OTHERS, "other has", "others have");
  am_document_paragraph (s->document);
  am_document_add (s->document, "%s a say on the same points.", rest);
}

/* --- all of it --- */

void
am_summary_stakeholder (AmDigest *digest, const AmSummaryStyle *style, guint32 stakeholder,
                        AmDocument *document)
{
  const AmMap *map = digest->map;
  const AmStakeholder *who = am_map_stakeholder (map, stakeholder);
  AmSummary s = am_summary_of (digest, style, document);
  const AmDigestStakeholder *found = am_digest_stakeholder (digest, stakeholder);
  guint32 asserted = am_map_asserted (map, stakeholder).count;
  am_document_heading (document, 1, am_phrase_name (map, stakeholder));
  am_document_paragraph (document);
  am_document_add (document, "In the debate “%s”", map->title);
  am_document_add (document, map->question != NULL ? ": %s" : ".%s",
                   map->question != NULL ? map->question : "");
  am_summary_describe (&s, stakeholder);
  if (who->positions.count > 0)
    am_document_heading (document, 2, "Positions");
  am_summary_positions (&s, stakeholder);
  if (asserted > 0)
    {
      am_document_heading (document, 2, "What they say");
      am_summary_assertions (&s, stakeholder);
      am_summary_write_supplied (&s, found->implicit, asserted);
    }
  else if (who->positions.count == 0)
    am_summary_paragraph (&s, "The map has no position of theirs and no statement.");
  write_attacks (&s, stakeholder, found->objections, AM_LABEL_IN, "What they have not answered");
  write_attacks (&s, stakeholder, found->objections, AM_LABEL_UNDECIDED,
                 "Objections to them in dispute");
  write_attacks (&s, stakeholder, found->objections, AM_LABEL_OUT,
                 "Objections to them that have been answered");
  write_others (&s, stakeholder);
  am_verdicts_write_caveat (document);
}
