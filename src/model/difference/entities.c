/* Which stakeholder, claim or source of the old map is which of the new one. */

#include "model/difference/difference-private.h"

#include "base/normal.h"
#include "base/text.h"

#include <string.h>

typedef struct
{
  const AmDifference *d;
  AmMatch *match;
  AmEntityKind kind;
  guint32 counts[2]; /* by is_new */
  const char **ids[2];
  const char **texts[2]; /* as am_normal_text() leaves them */
  const char **others[2]; /* addresses of sources; else NULL */
  GPtrArray *kept; /* those of the texts that are none of the maps' */
} Matcher;

/* --- what tells a thing --- */

static void
describe (const AmMap *map, AmEntityKind kind, guint32 i, const char **id, const char **text,
          const char **other)
{
  if (kind == AM_ENTITY_STAKEHOLDER)
    {
      *id = am_map_stakeholder (map, i)->id;
      *text = am_map_stakeholder (map, i)->name;
    }
  else if (kind == AM_ENTITY_CLAIM)
    {
      *id = am_map_claim (map, i)->id;
      *text = am_map_claim (map, i)->text;
    }
  else
    {
      const AmSourceRecord *source = am_map_source (map, i);
      *id = source->id;
      *text = source->title != NULL ? source->title : "";
      *other = source->url != NULL ? source->url : "";
    }
}

static const char *
keep (GPtrArray *kept, char *text)
{
  g_ptr_array_add (kept, text);
  return text;
}

static void
matcher_init (Matcher *m, AmDifference *d, AmEntityKind kind)
{
  *m = (Matcher){ .d = d,
                  .match = &d->matches[kind],
                  .kind = kind,
                  .kept = g_ptr_array_new_with_free_func (g_free) };
  for (guint side = 0; side < 2; side++)
    {
      const AmMap *map = side == 1 ? d->new_map : d->old_map;
      guint32 count = m->counts[side] = am_map_count (map, kind);
      m->ids[side] = g_new0 (const char *, (gsize) count + 1);
      m->texts[side] = g_new0 (const char *, (gsize) count + 1);
      m->others[side] = g_new0 (const char *, (gsize) count + 1);
      for (guint32 i = 0; i < count; i++)
        {
          describe (map, kind, i, &m->ids[side][i], &m->texts[side][i], &m->others[side][i]);
          if (!am_normal_is_plain (m->texts[side][i]))
            m->texts[side][i] = keep (m->kept, am_normal_text (m->texts[side][i], -1));
        }
    }
}

static void
matcher_clear (Matcher *m)
{
  g_ptr_array_unref (m->kept);
  for (guint side = 0; side < 2; side++)
    {
      g_free (m->ids[side]);
      g_free (m->texts[side]);
      g_free (m->others[side]);
    }
}

/* --- by equal texts --- */

/* Things of which @strings say something, and that are not matched yet. */
static GArray *
list_unmatched (const Matcher *m, guint side, const char **strings)
{
  const guint32 *others = side == 1 ? m->match->to_old : m->match->to_new;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < m->counts[side]; i++)
    if (others[i] == AM_NONE && !am_text_is_unseen (strings[i]))
      g_array_append_val (items, i);
  return items;
}

static gint
compare_text (const AmSide *a, const AmSide *b, gpointer data)
{
  const Matcher *m = data;
  return am_normal_compare_forms (m->texts[a->is_new][a->index], m->texts[b->is_new][b->index]);
}

static gint
compare_other (const AmSide *a, const AmSide *b, gpointer data)
{
  const Matcher *m = data;
  return am_difference_compare_exactly (m->others[a->is_new][a->index],
                                        m->others[b->is_new][b->index]);
}

static AmRole
role_of (const Matcher *m, const AmSide *side)
{
  return am_map_claim (side->is_new ? m->d->new_map : m->d->old_map, side->index)->role;
}

/* The text, and what else tells things with one text apart. */
static gint
compare_closely (const AmSide *a, const AmSide *b, gpointer data)
{
  const Matcher *m = data;
  gint order = compare_text (a, b, data);

  if (order != 0)
    return order;
  return m->kind == AM_ENTITY_CLAIM ? (gint) role_of (m, a) - (gint) role_of (m, b)
                                    : compare_other (a, b, data);
}

static void
match_equal (Matcher *m, const char **strings[2], AmSideCompare compare)
{
  g_autoptr (GArray) old_items = list_unmatched (m, 0, strings[0]),
                     new_items = list_unmatched (m, 1, strings[1]);

  if (old_items->len > 0 && new_items->len > 0)
    am_match_equal (m->match, old_items, new_items, compare, m);
}

/* --- by ids --- */

typedef gboolean (*Accept) (const Matcher *m, guint32 before, guint32 after);

static gboolean
accept_same (const Matcher *m, guint32 before, guint32 after)
{
  return am_normal_same_forms (m->texts[0][before], m->texts[1][after]);
}

static gboolean
accept_near (const Matcher *m, guint32 before, guint32 after)
{
  return am_difference_is_near (m->texts[0][before], m->texts[1][after]);
}

static gboolean
accept_any (G_GNUC_UNUSED const Matcher *m, G_GNUC_UNUSED guint32 before,
            G_GNUC_UNUSED guint32 after)
{
  return TRUE;
}

/* Of several things with one id only the first has it. */
static void
match_ids (Matcher *m, Accept accept)
{
  for (guint32 i = 0; i < m->counts[0]; i++)
    {
      if (m->match->to_new[i] != AM_NONE
          || am_map_find_kind (m->d->old_map, m->kind, m->ids[0][i]) != i)
        continue;
      guint32 other = am_map_find_kind (m->d->new_map, m->kind, m->ids[0][i]);
      if (other != AM_NONE && m->match->to_old[other] == AM_NONE && accept (m, i, other))
        am_match_add (m->match, i, other);
    }
}

/* --- what says nothing --- */

static gint
compare_ids (const AmSide *a, const AmSide *b, gpointer data)
{
  const Matcher *m = data;
  return strcmp (m->ids[a->is_new][a->index], m->ids[b->is_new][b->index]);
}

static GArray *
list_wordless (const Matcher *m, guint side)
{
  const guint32 *others = side == 1 ? m->match->to_old : m->match->to_new;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < m->counts[side]; i++)
    if (others[i] == AM_NONE && am_text_is_unseen (m->texts[side][i]))
      g_array_append_val (items, i);
  return items;
}

/* Things without a text whose id others have as well, or that have none, which an invalid map can
 * hold: the first is the first. */
static void
match_wordless (Matcher *m)
{
  g_autoptr (GArray) old_items = list_wordless (m, 0), new_items = list_wordless (m, 1);

  if (old_items->len > 0 && new_items->len > 0)
    am_match_equal (m->match, old_items, new_items, compare_ids, m);
}

/* --- all --- */

static void
match_kind (AmDifference *d, AmEntityKind kind)
{
  Matcher m;

  matcher_init (&m, d, kind);
  match_ids (&m, accept_same);
  match_equal (&m, m.texts, compare_closely);
  if (kind == AM_ENTITY_SOURCE)
    match_equal (&m, m.others, compare_other);
  match_equal (&m, m.texts, compare_text);
  match_ids (&m, accept_near);
  g_autoptr (GArray) old_items = list_unmatched (&m, 0, m.texts[0]),
                     new_items = list_unmatched (&m, 1, m.texts[1]);
  if (old_items->len > 0 && new_items->len > 0)
    am_difference_match_near (m.match, old_items, new_items, m.texts[0], m.texts[1]);
  match_ids (&m, accept_any);
  match_wordless (&m);
  matcher_clear (&m);
}

void
am_difference_match_entities (AmDifference *d)
{
  match_kind (d, AM_ENTITY_STAKEHOLDER);
  match_kind (d, AM_ENTITY_CLAIM);
  match_kind (d, AM_ENTITY_SOURCE);
}
