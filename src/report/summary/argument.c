/* The argument as an outline: every claim once, under the first thing that it bears on. */

#include "report/summary/parts.h"

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

/* Deeper down all is indented alike, so what is meant is named. */
static void
write_about (AmSummary *s, const AmOutlineEntry *entry)
{
  const AmRelation *relation = am_map_relation (s->map, entry->relation);
  g_autofree char *target = am_phrase_target (s->map, relation);
  g_autofree char *supported = target == NULL ? am_phrase_quoted (am_map_claim (s->map, relation->to.index)->text) : NULL;

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
  g_autofree char *sentence = am_phrase_sentence (claim->text);
  g_autofree char *citations = am_phrase_citations (map, claim->evidence);

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
  am_document_add (s->document, "%s%s: %s%s%s", names != NULL ? ", from " : "", names != NULL ? names : "", sentence,
                   citations, entry->again ? " (Told already.)" : "");
}

static AmOutline *
begin_outline (const AmSummary *s)
{
  AmOutline *outline = am_outline_new (s->map);

  for (guint i = s->theses->len; i-- > 0;)
    am_outline_add_root (outline, g_array_index (s->theses, guint32, i));
  return outline;
}

/* How deep the argument is told so that it does not take more than so many lines. */
static guint
find_depth (const AmSummary *s)
{
  g_autoptr (AmOutline) outline = begin_outline (s);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (guint)); /* per depth */
  AmOutlineEntry entry;
  guint depth = 0, sum = 0;

  while (am_outline_next (outline, &entry))
    {
      if (entry.depth >= lines->len)
        g_array_set_size (lines, entry.depth + 1);
      g_array_index (lines, guint, entry.depth)++;
    }
  while (depth < lines->len && (sum += g_array_index (lines, guint, depth)) <= AM_DIGEST_MOST_STATEMENTS)
    depth++;
  return depth > 1 ? depth - 1 : 1;
}

/* Of what bears on the entry that was told last, @hidden are not. */
static void
write_hidden (AmSummary *s, guint hidden)
{
  if (hidden == 0)
    return;
  g_autofree char *number = am_text_count (hidden, "more statement bears", "more statements bear");
  am_document_add (s->document, " (%s on this.)", number);
}

void
am_summary_outline (AmSummary *s, gboolean *reached)
{
  g_autoptr (AmOutline) outline = begin_outline (s);
  guint depth = s->digest->large ? find_depth (s) : G_MAXUINT, told = 0, hidden = 0;
  AmOutlineEntry entry;

  if (s->theses->len == 0)
    return;
  am_document_heading (s->document, 2, "The argument");
  while (am_outline_next (outline, &entry))
    {
      reached[entry.claim] = TRUE;
      if (s->digest->large && (entry.depth > depth || told >= AM_DIGEST_MOST_STATEMENTS))
        {
          hidden += !entry.again;
          continue;
        }
      write_hidden (s, hidden);
      hidden = 0;
      told++;
      write_entry (s, &entry);
    }
  write_hidden (s, hidden);
}
