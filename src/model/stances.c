#include "model/stances.h"

#include <stdlib.h>

/* What the stances of one claim after the other are found with. */
typedef struct
{
  const AmMap *map;
  GArray *all;
  guint32 *last; /* per stakeholder: the claim of its last stand, from 1 */
  AmLists positions; /* on each claim, in file order */
  guint32 *holders; /* whose each position is */
} Search;

static void
list_positions (Search *s)
{
  const AmMap *map = s->map;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AmEdge));

  for (guint32 who = 0; who < map->stakeholders->len; who++)
    {
      AmRange range = am_map_stakeholder (map, who)->positions;
      for (guint32 i = range.start; i < range.start + range.count; i++)
        {
          AmEdge edge = { am_map_position (map, i)->claim.index, i };
          s->holders[i] = who;
          if (edge.from != AM_NONE)
            g_array_append_val (edges, edge);
        }
    }
  s->positions =
      am_lists_new (map->claims->len, (const AmEdge *) (gpointer) edges->data, edges->len);
}

/* Unless there is a stand of @who on @claim already. */
static void
add (Search *s, guint32 claim, guint32 who, AmStance stance)
{
  AmStanceEntry stand = { claim, who, stance };

  if (who == AM_NONE || stance == AM_STANCE_UNSAID || s->last[who] == claim + 1)
    return;
  s->last[who] = claim + 1;
  g_array_append_val (s->all, stand);
}

static void
add_asserters (Search *s, guint32 claim, AmRange by, AmStance stance)
{
  for (guint32 i = 0; i < by.count; i++)
    add (s, claim, am_map_ref (s->map, by.start + i)->index, stance);
}

static int
compare_stakeholders (gconstpointer a, gconstpointer b)
{
  const AmStanceEntry *first = a, *second = b;
  return first->stakeholder < second->stakeholder ? -1 : first->stakeholder > second->stakeholder;
}

static void
find_stands (Search *s, guint32 claim)
{
  guint before = s->all->len;
  AmIndexList incoming = am_map_incoming (s->map, claim),
              positions = am_lists_of (&s->positions, claim);

  for (guint32 i = 0; i < positions.count; i++)
    add (s, claim, s->holders[positions.items[i]],
         am_map_position (s->map, positions.items[i])->stance);
  add_asserters (s, claim, am_map_claim (s->map, claim)->by, AM_STANCE_FOR);
  for (guint32 i = 0; i < incoming.count; i++)
    {
      const AmRelation *relation = am_map_relation (s->map, incoming.items[i]);
      if (relation->kind == AM_RELATION_REBUT)
        add_asserters (s, claim, am_map_claim (s->map, relation->from)->by, AM_STANCE_AGAINST);
    }
  if (s->all->len - before > 1)
    qsort (&g_array_index (s->all, AmStanceEntry, before), s->all->len - before,
           sizeof (AmStanceEntry), compare_stakeholders);
}

AmStances *
am_stances_new (const AmMap *map)
{
  AmStances *stances = g_new0 (AmStances, 1);
  guint32 n = map->claims->len;
  g_autofree guint32 *last = g_new0 (guint32, (gsize) map->stakeholders->len + 1);
  g_autofree guint32 *holders = g_new0 (guint32, (gsize) map->positions->len + 1);
  Search search = {
    map, g_array_new (FALSE, FALSE, sizeof (AmStanceEntry)), last, { NULL, NULL }, holders
  };

  list_positions (&search);
  stances->all = search.all;
  stances->starts = g_new0 (guint32, (gsize) n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      find_stands (&search, i);
      stances->starts[i + 1] = search.all->len;
    }
  am_lists_clear (&search.positions);
  return stances;
}

void
am_stances_free (AmStances *stances)
{
  if (stances == NULL)
    return;
  g_array_unref (stances->all);
  g_free (stances->starts);
  g_free (stances);
}

const AmStanceEntry *
am_stances_on (const AmStances *stances, guint32 claim, guint32 *count)
{
  *count = stances->starts[claim + 1] - stances->starts[claim];
  return *count > 0 ? &g_array_index (stances->all, AmStanceEntry, stances->starts[claim]) : NULL;
}

AmStance
am_stances_find (const AmStances *stances, guint32 claim, guint32 stakeholder)
{
  guint32 count;
  const AmStanceEntry *on = am_stances_on (stances, claim, &count);
  AmStanceEntry wanted = { claim, stakeholder, AM_STANCE_UNSAID };
  const AmStanceEntry *found =
      count > 0 ? bsearch (&wanted, on, count, sizeof wanted, compare_stakeholders) : NULL;

  return found != NULL ? found->stance : AM_STANCE_UNSAID;
}

gboolean
am_stance_accepts (AmStance stance)
{
  return stance == AM_STANCE_FOR || stance == AM_STANCE_CONCEDES;
}
