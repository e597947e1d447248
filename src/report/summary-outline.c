/* The argument as an outline: every claim once, under the first thing that it bears on. */

#include "report/summary-private.h"

#include "base/text.h"
#include "model/outline.h"

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

static void
say_entry (AmSummary *s, const AmOutlineEntry *entry)
{
  const AmMap *map = s->map;
  const AmClaim *claim = am_map_claim (map, entry->claim);
  g_autofree char *names = am_phrase_names (map, claim->by);
  g_autofree char *sentence = am_phrase_sentence (claim->text);
  g_autofree char *citations = am_phrase_citations (map, claim->evidence);

  am_document_item (s->document, entry->depth);
  if (entry->relation == AM_NONE)
    {
      am_document_strong (s->document, sentence);
      return;
    }
  am_document_strong (s->document, opening (map, entry));
  am_document_say (s->document, "%s%s: %s%s%s", names != NULL ? ", from " : "", names != NULL ? names : "", sentence,
                   citations, entry->again ? " (Told already.)" : "");
}

void
am_summary_outline (AmSummary *s, gboolean *reached)
{
  g_autoptr (AmOutline) outline = am_outline_new (s->map);
  AmOutlineEntry entry;

  if (s->theses->len == 0)
    return;
  am_document_heading (s->document, 2, "The argument");
  for (guint i = s->theses->len; i-- > 0;)
    am_outline_add_root (outline, g_array_index (s->theses, guint32, i));
  while (am_outline_next (outline, &entry))
    {
      say_entry (s, &entry);
      reached[entry.claim] = TRUE;
    }
}
