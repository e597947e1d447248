#include "model/difference/difference-private.h"

void
am_match_add (AmMatch *match, guint32 old_index, guint32 new_index)
{
  match->to_new[old_index] = new_index;
  match->to_old[new_index] = old_index;
}

typedef struct
{
  AmSideCompare compare;
  gpointer data;
} Order;

static gint
compare_sides (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  return order->compare (a, b, order->data);
}

static GArray *
sort_unmatched (const GArray *items, const guint32 *others, gboolean is_new, const Order *order)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (AmSide));

  for (guint i = 0; i < items->len; i++)
    {
      AmSide side = { g_array_index (items, guint32, i), is_new };
      if (others[side.index] == AM_NONE)
        g_array_append_val (sides, side);
    }
  g_array_sort_with_data (sides, compare_sides, (gpointer) order);
  return sides;
}

void
am_match_equal (AmMatch *match, const GArray *old_items, const GArray *new_items,
                AmSideCompare compare, gpointer data)
{
  const Order order = { compare, data };
  g_autoptr (GArray) old_sides = sort_unmatched (old_items, match->to_new, FALSE, &order);
  g_autoptr (GArray) new_sides = sort_unmatched (new_items, match->to_old, TRUE, &order);

  for (guint i = 0, k = 0; i < old_sides->len && k < new_sides->len;)
    {
      const AmSide *before = &g_array_index (old_sides, AmSide, i),
                   *after = &g_array_index (new_sides, AmSide, k);
      gint difference = compare (before, after, data);
      if (difference == 0)
        am_match_add (match, before->index, after->index);
      i += difference <= 0;
      k += difference >= 0;
    }
}
