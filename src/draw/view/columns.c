#include "draw/view/columns.h"

#include "model/walk.h"

static gboolean
is_resolved (const AmRelation *relation)
{
  return relation->kind == AM_RELATION_UNDERCUT ? relation->to_relation != AM_NONE
                                                : relation->to.index != AM_NONE;
}

/* The first relation that a claim carries; of one that is only ever a linked premise, the first of
 * those. */
static guint32
find_ranking (const AmMap *map, guint32 claim)
{
  AmRange own = am_map_claim (map, claim)->relations;

  for (guint32 i = 0; i < own.count; i++)
    if (is_resolved (am_map_relation (map, own.start + i)))
      return own.start + i;
  AmIndexList linked = am_map_linked (map, claim);
  for (guint32 i = 0; i < linked.count; i++)
    if (is_resolved (am_map_relation (map, linked.items[i])))
      return linked.items[i];
  return AM_NONE;
}

/* A resolution stays in the first column, whatever it answers itself. */
static void
find_rankings (AmColumns *columns, const AmMap *map)
{
  g_autoptr (GArray) theses = am_walk_theses (map);

  for (guint i = 0; i < theses->len; i++)
    columns->is_thesis[g_array_index (theses, guint32, i)] = TRUE;
  for (guint32 i = 0; i < map->claims->len; i++)
    columns->ranking[i] =
        columns->is_thesis[i] && map->resolutions.count > 0 ? AM_NONE : find_ranking (map, i);
}

/* What the ranking of a claim leads to, AM_NONE at the end. */
static guint32
next_up (const AmColumns *columns, const AmMap *map, guint32 claim)
{
  guint32 ranking = columns->ranking[claim];
  return ranking != AM_NONE ? am_walk_head (map, am_map_relation (map, ranking)) : AM_NONE;
}

/* Goes up from each claim until there is no way on, or a claim whose part is known, or the way
   meets itself: then that is the end. What was passed is gone over once more and given its part. */
static void
find_parts (AmColumns *columns, const AmMap *map)
{
  guint32 n = map->claims->len;
  g_autofree guint32 *visited = g_new0 (guint32, (gsize) n + 1); /* by which walk */

  for (guint32 i = 0; i < n; i++)
    columns->part[i] = AM_NONE;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 end = i, last = AM_NONE, next;
      while (columns->part[end] == AM_NONE && visited[end] != i + 1)
        {
          visited[end] = i + 1;
          next = next_up (columns, map, end);
          if (next == AM_NONE)
            break;
          last = end;
          end = next;
        }
      if (columns->part[end] == AM_NONE && next_up (columns, map, end) != AM_NONE)
        columns->closes[last] = TRUE;
      guint32 part = columns->part[end] != AM_NONE ? columns->part[end] : end;
      for (guint32 claim = i; columns->part[claim] == AM_NONE; claim = next)
        {
          columns->part[claim] = part;
          next = next_up (columns, map, claim);
          if (next == AM_NONE)
            break;
        }
    }
}

void
am_columns_init (AmColumns *columns, const AmMap *map)
{
  gsize n = (gsize) map->claims->len + 1;

  *columns = (AmColumns){ g_new0 (gboolean, n), g_new (guint32, n), g_new0 (gboolean, n),
                          g_new (guint32, n) };
  find_rankings (columns, map);
  find_parts (columns, map);
}

void
am_columns_clear (AmColumns *columns)
{
  g_clear_pointer (&columns->is_thesis, g_free);
  g_clear_pointer (&columns->ranking, g_free);
  g_clear_pointer (&columns->closes, g_free);
  g_clear_pointer (&columns->part, g_free);
}
