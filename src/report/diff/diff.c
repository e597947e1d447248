#include "report/diff/parts.h"

#include "base/text.h"

/* --- how much of it --- */

typedef struct
{
  guint claims, rebuttals, relations, stakeholders, sources;
} Counts;

static void
count (Counts *counts, const AmMap *map, AmEntityKind kind, guint32 index)
{
  counts->claims += kind == AM_ENTITY_CLAIM && am_map_claim (map, index)->role == AM_ROLE_CLAIM;
  counts->rebuttals +=
      kind == AM_ENTITY_CLAIM && am_map_claim (map, index)->role == AM_ROLE_REBUTTAL;
  counts->relations += kind == AM_ENTITY_RELATION;
  counts->stakeholders += kind == AM_ENTITY_STAKEHOLDER;
  counts->sources += kind == AM_ENTITY_SOURCE;
}

static void
add_count (GPtrArray *parts, guint n, const char *noun)
{
  if (n > 0)
    g_ptr_array_add (parts, am_text_count (n, noun, NULL));
}

/* " Added: 2 claims, 1 rebuttal and 1 source." */
static void
write_counts (AmDocument *document, const char *word, const Counts *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, counts->claims, "claim");
  add_count (parts, counts->rebuttals, "rebuttal");
  add_count (parts, counts->relations, "relation");
  add_count (parts, counts->stakeholders, "stakeholder");
  add_count (parts, counts->sources, "source");
  g_autofree char *list = am_text_list (parts, "and", 0);
  if (parts->len > 0)
    am_document_add (document, "%s%s. ", word, list);
}

/* Whether more changed than the map as a whole, which comes first. */
static gboolean
has_entities (const AmDifference *d)
{
  return d->changes->len > 0
      && g_array_index (d->changes, AmChange, d->changes->len - 1).kind != AM_ENTITY_NONE;
}

static void
write_all_counts (const AmDiffContext *c)
{
  Counts added = { 0 }, removed = { 0 }, changed = { 0 };

  for (guint i = 0; i < c->difference->changes->len; i++)
    {
      const AmChange *change = &g_array_index (c->difference->changes, AmChange, i);
      Counts *counts = change->old_index == AM_NONE ? &added
                     : change->new_index == AM_NONE ? &removed
                                                    : &changed;
      count (counts, counts == &removed ? c->old_map : c->new_map, change->kind,
             counts == &removed ? change->old_index : change->new_index);
    }
  if (!has_entities (c->difference))
    return;
  am_document_paragraph (c->document);
  write_counts (c->document, "Added: ", &added);
  write_counts (c->document, "Removed: ", &removed);
  write_counts (c->document, "Changed: ", &changed);
}

/* --- all --- */

static void
write_title (const AmDiffContext *c)
{
  gboolean gone = am_diff_is_nothing (c->new_map);
  const char *title = gone ? c->old_map->title : c->new_map->title;
  g_autofree char *heading = g_strconcat (gone                              ? "No map any more: "
                                          : am_diff_is_nothing (c->old_map) ? "A new map: "
                                                                            : "What changed: ",
                                          title, NULL);

  am_document_heading (c->document, 2, am_text_is_unseen (title) ? "What changed" : heading);
}

void
am_diff_report (const AmComparison *comparison, gboolean all, AmDocument *document)
{
  const AmDifference *d = comparison->difference;
  const AmDiffContext changes = { comparison, d, d->old_map, d->new_map, document, all };

  if (am_comparison_is_same (comparison))
    {
      am_document_paragraph (document);
      am_document_add (document, "The two maps say the same.");
      return;
    }
  write_title (&changes);
  am_diff_write_outcome (&changes);
  write_all_counts (&changes);
  am_verdicts_write_caveat (document);
  am_diff_write_debate (&changes);
  am_diff_write_entities (&changes);
}
