/* The argument as an outline: every claim once, under the first thing that it bears on. */

#include "report/summary/parts.h"

#include "base/text.h"

static const char *
opening (const AmMap *map, const AmOutlineEntry *entry)
{
  const AmRelation *relation = am_map_relation (map, entry->relation);

  if (entry->linked)
    return "Together with this";
  if (relation->kind == AM_RELATION_SUPPORT)
    return "For this";
  if (relation->kind == AM_RELATION_UNDERCUT)
    return "Against this step";
  gboolean answer = am_map_claim (map, relation->to.index)->role == AM_ROLE_REBUTTAL;
  return answer ? "In answer" : "Against this";
}

/* Deeper down all is indented alike, so what is meant is named. */
static void
write_about (AmSummary *s, const AmOutlineEntry *entry)
{
  const AmRelation *relation = am_map_relation (s->map, entry->relation);
  g_autofree char *target = am_phrase_target (s->map, relation);
  g_autofree char *supported =
      target == NULL ? am_phrase_quoted (am_map_claim (s->map, relation->to.index)->text) : NULL;

  if (entry->linked)
    return;
  if (target != NULL)
    am_document_add (s->document, " (against %s)", target);
  else
    am_document_add (s->document, " (for “%s”)", supported);
}

static void
write_entry (AmSummary *s, const AmOutlineEntry *entry)
{
  const AmMap *map = s->map;
  const AmClaim *claim = am_map_claim (map, entry->claim);
  g_autofree char *names = am_phrase_names (map, claim->by);
  g_autofree char *sentence =
      entry->again ? am_phrase_sentence (claim->text) : am_phrase_whole (claim->text);
  g_autofree char *citations = entry->again ? am_phrase_citations (map, claim->evidence)
                                            : am_phrase_evidence (map, claim->evidence);

  am_document_item (s->document, entry->depth);
  if (entry->relation == AM_NONE)
    {
      am_document_strong (s->document, sentence);
      am_document_add (s->document, "%s", citations);
      return;
    }
  am_document_strong (s->document, opening (map, entry));
  if (entry->depth > AM_DOCUMENT_DEEPEST_ITEM)
    write_about (s, entry);
  am_document_add (s->document, "%s%s: %s%s%s", names != NULL ? ", from " : "",
                   names != NULL ? names : "", sentence, citations,
                   entry->again ? " (Told already.)" : "");
}

static void
write_hidden (AmSummary *s, guint hidden)
{
  if (hidden == 0)
    return;
  g_autofree char *number = am_text_count (hidden, "more statement bears", "more statements bear");
  am_document_add (s->document, " (%s on this.)", number);
}

void
am_summary_outline (AmSummary *s)
{
  const GArray *lines = am_digest_argument (s->digest)->lines;

  if (lines->len > 0)
    am_document_heading (s->document, 2, "The argument");
  for (guint i = 0; i < lines->len; i++)
    {
      const AmDigestLine *line = &g_array_index (lines, AmDigestLine, i);
      write_entry (s, &line->entry);
      write_hidden (s, line->hidden);
    }
}
