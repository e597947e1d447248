/* What of a list only one of the maps has. */

#include "model/difference/difference-private.h"

#include "base/normal.h"

static gint
compare_numbers (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

/* Two references lead to the same when they lead to what is in both maps, or to nothing by the same
 * id. */
/* --- entries --- */

static const AmMap *
map_of (const AmDifference *d, const AmSide *side)
{
  return side->is_new ? d->new_map : d->old_map;
}

/* The record of an entry that is an object. */
static gconstpointer
record_of (const AmMember *member, const AmMap *map, guint32 index)
{
  return member->type == AM_MEMBER_EVIDENCE  ? (gconstpointer) am_map_evidence (map, index)
       : member->type == AM_MEMBER_POSITIONS ? (gconstpointer) am_map_position (map, index)
                                             : am_map_ignore (map, index);
}

/* Positions are the same when they are on the same claim; other objects when nothing in them
 * differs. */
static gint
compare_records (const AmDifference *d, const AmMember *list, const AmSide *a, const AmSide *b)
{
  const AmObject *object = am_object (list->holds);
  gconstpointer first = record_of (list, map_of (d, a), a->index),
                second = record_of (list, map_of (d, b), b->index);
  guint n = list->type == AM_MEMBER_POSITIONS ? 1 : object->n_members;
  gint order = 0;

  for (guint i = 0; i < n && order == 0; i++)
    order =
        am_difference_compare_values (d, object->members[i], first, a->is_new, second, b->is_new);
  return order;
}

typedef struct
{
  const AmDifference *d;
  const AmMember *member;
} Entries;

static gint
compare_sides (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entries *entries = data;
  const AmSide *first = a, *second = b;
  const AmMap *first_map = map_of (entries->d, first), *second_map = map_of (entries->d, second);

  if (entries->member->type == AM_MEMBER_TEXTS)
    return am_normal_compare (*am_map_string (first_map, first->index),
                              *am_map_string (second_map, second->index));
  if (entries->member->holds != AM_OBJECT_NONE)
    return compare_records (entries->d, entries->member, first, second);
  return am_difference_compare_refs (entries->d, entries->member->leads_to,
                                     am_map_ref (first_map, first->index), first->is_new,
                                     am_map_ref (second_map, second->index), second->is_new);
}

static gboolean
is_same_in_order (const Entries *entries, AmRange old_range, AmRange new_range)
{
  if (old_range.count != new_range.count)
    return FALSE;
  for (guint32 i = 0; i < old_range.count; i++)
    {
      AmSide before = { old_range.start + i, FALSE }, after = { new_range.start + i, TRUE };
      if (compare_sides (&before, &after, (gpointer) entries) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Entries of both lists, sorted: those of one value together, the old ones first. */
static GArray *
sort_entries (const Entries *entries, AmRange old_range, AmRange new_range)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (AmSide));

  for (guint32 i = 0; i < old_range.count + new_range.count; i++)
    {
      gboolean is_new = i >= old_range.count;
      AmSide side = { is_new ? new_range.start + i - old_range.count : old_range.start + i,
                      is_new };
      g_array_append_val (sides, side);
    }
  g_array_sort_with_data (sides, compare_sides, (gpointer) entries);
  return sides;
}

/* The entries from @start on that are one value: where they end, and how many of them are old. */
static guint
find_group (const Entries *entries, const GArray *sides, guint start, guint *n_old)
{
  guint end = start;

  for (*n_old = 0; end < sides->len
                   && compare_sides (&g_array_index (sides, AmSide, start),
                                     &g_array_index (sides, AmSide, end), (gpointer) entries)
                          == 0;
       end++)
    *n_old += !g_array_index (sides, AmSide, end).is_new;
  return end;
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  return compare_numbers (*(const guint32 *) a, *(const guint32 *) b);
}

static AmRange
add_places (AmDifference *d, GArray *places)
{
  AmRange range = { d->places->len, places->len };

  g_array_sort (places, compare_places);
  g_array_append_vals (d->places, places->data, places->len);
  return range;
}

/* Of each value as many as one map has more than the other. */
void
am_difference_find_entries (AmDifference *d, const AmMember *member, AmRange old_range,
                            AmRange new_range, AmMemberChange *change)
{
  const Entries entries = { d, member };
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     added = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (is_same_in_order (&entries, old_range, new_range))
    return;
  g_autoptr (GArray) sides = sort_entries (&entries, old_range, new_range);
  for (guint start = 0, end, n_old; start < sides->len; start = end)
    {
      end = find_group (&entries, sides, start, &n_old);
      guint common = MIN (n_old, end - start - n_old);
      for (guint i = start + common; i < start + n_old; i++)
        g_array_append_val (removed, g_array_index (sides, AmSide, i).index);
      for (guint i = start + n_old + common; i < end; i++)
        g_array_append_val (added, g_array_index (sides, AmSide, i).index);
    }
  change->removed = add_places (d, removed);
  change->added = add_places (d, added);
}

/* --- positions --- */

static gboolean
is_same_position (AmDifference *d, const AmPosition *a, const AmPosition *b)
{
  const AmObject *object = am_object (AM_OBJECT_POSITION);
  guint kept = d->places->len;
  gboolean same = TRUE;

  for (guint i = 0; i < object->n_members && same; i++)
    {
      const AmMember *member = object->members[i];
      AmMemberChange change = { 0 };
      if (am_member_is_list (member))
        am_difference_find_entries (d, member, am_member_range (member, a),
                                    am_member_range (member, b), &change);
      same = am_member_is_list (member)
               ? change.removed.count + change.added.count == 0
               : am_difference_compare_values (d, member, a, FALSE, b, TRUE) == 0;
    }
  g_array_set_size (d->places, kept);
  return same;
}

/* What a stakeholder says of each claim, the first before with the first after. */
void
am_difference_find_positions (AmDifference *d, const AmMember *member, guint32 old_index,
                              guint32 new_index, AmMemberChange *change)
{
  AmRange old_range = am_map_stakeholder (d->old_map, old_index)->positions;
  AmRange new_range = am_map_stakeholder (d->new_map, new_index)->positions;
  const Entries entries = { d, member };
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     added = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) sides = sort_entries (&entries, old_range, new_range);

  for (guint start = 0, end, n_old; start < sides->len; start = end)
    {
      end = find_group (&entries, sides, start, &n_old);
      guint n_new = end - start - n_old;
      for (guint i = 0; i < MAX (n_old, n_new); i++)
        {
          guint32 before = i < n_old ? g_array_index (sides, AmSide, start + i).index : AM_NONE;
          guint32 after =
              i < n_new ? g_array_index (sides, AmSide, start + n_old + i).index : AM_NONE;
          AmStanceChange stance = { old_index, new_index, before, after };
          if (i < n_old && i < n_new
              && is_same_position (d, am_map_position (d->old_map, before),
                                   am_map_position (d->new_map, after)))
            continue;
          g_array_append_val (d->stances, stance);
          if (i < n_old)
            g_array_append_val (removed, before);
          if (i < n_new)
            g_array_append_val (added, after);
        }
    }
  change->removed = add_places (d, removed);
  change->added = add_places (d, added);
}
