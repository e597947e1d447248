#include "model/outline.h"

#include "model/walk.h"

struct _AmOutline
{
  const AmMap *map;
  gboolean *told; /* per claim */
  GArray *stack; /* of AmOutlineEntry, the next one last */
  guint64 rest; /* of what is told after all roots: how far it has been gone through, twice */
};

AmOutline *
am_outline_new (const AmMap *map)
{
  AmOutline *outline = g_new0 (AmOutline, 1);

  outline->map = map;
  outline->told = g_new0 (gboolean, (gsize) map->claims->len + 1);
  outline->stack = g_array_new (FALSE, FALSE, sizeof (AmOutlineEntry));
  return outline;
}

void
am_outline_free (AmOutline *outline)
{
  g_free (outline->told);
  g_array_unref (outline->stack);
  g_free (outline);
}

static void
push (AmOutline *o, guint32 relation, guint32 claim, guint depth, gboolean linked)
{
  AmOutlineEntry entry = {
    .relation = relation, .claim = claim, .depth = depth, .linked = linked, .above = AM_NONE
  };
  g_array_append_val (o->stack, entry);
}

void
am_outline_add_root (AmOutline *outline, guint32 claim)
{
  push (outline, AM_NONE, claim, 0, FALSE);
}

static gboolean
is_loose_end (const AmMap *map, guint32 claim)
{
  guint32 relation, head;
  AmSteps steps;

  am_steps_init (&steps, map, claim, AM_WALK_ALL);
  return !am_steps_next (&steps, &relation, &head);
}

gboolean
am_outline_add_rest (AmOutline *outline)
{
  guint32 count = outline->map->claims->len;

  for (; outline->rest < 2 * (guint64) count; outline->rest++)
    {
      guint32 claim = (guint32) (outline->rest % count);
      if (outline->told[claim] || (outline->rest < count && !is_loose_end (outline->map, claim)))
        continue;
      am_outline_add_root (outline, claim);
      return TRUE;
    }
  return FALSE;
}

/* In reading order: what supports the claim, then what denies it. The stack turns that round. */
static gboolean
push_answers (AmOutline *o, guint32 claim, guint depth)
{
  AmIndexList list = am_map_incoming (o->map, claim);

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = list.count; i-- > 0;)
      {
        const AmRelation *relation = am_map_relation (o->map, list.items[i]);
        if ((relation->kind == AM_RELATION_REBUT) == (pass == 0))
          push (o, list.items[i], relation->from, depth, FALSE);
      }
  return list.count > 0;
}

/* Undercuts of the step are told right under it, as it is the step that they deny. */
static gboolean
push_undercutters (AmOutline *o, guint32 relation, guint depth)
{
  AmIndexList list = am_map_undercutters (o->map, relation);

  for (guint32 i = list.count; i-- > 0;)
    push (o, list.items[i], am_map_relation (o->map, list.items[i])->from, depth, FALSE);
  return list.count > 0;
}

/* The other premises of a linked step come first under it. */
static gboolean
push_premises (AmOutline *o, guint32 relation, guint depth)
{
  AmRange with = am_map_relation (o->map, relation)->with;
  guint before = o->stack->len;

  for (guint32 i = with.count; i-- > 0;)
    {
      guint32 premise = am_map_ref (o->map, with.start + i)->index;
      if (premise != AM_NONE)
        push (o, relation, premise, depth, TRUE);
    }
  return o->stack->len > before;
}

gboolean
am_outline_next (AmOutline *o, AmOutlineEntry *entry)
{
  if (o->stack->len == 0)
    return FALSE;
  *entry = g_array_index (o->stack, AmOutlineEntry, o->stack->len - 1);
  g_array_set_size (o->stack, o->stack->len - 1);
  if (entry->relation != AM_NONE)
    entry->above = am_walk_head (o->map, am_map_relation (o->map, entry->relation));
  entry->again = o->told[entry->claim];
  o->told[entry->claim] = TRUE;
  if (!entry->again)
    entry->leads = push_answers (o, entry->claim, entry->depth + 1);
  if (entry->relation == AM_NONE || entry->linked)
    return TRUE;
  entry->leads = push_undercutters (o, entry->relation, entry->depth + 1) || entry->leads;
  entry->leads = push_premises (o, entry->relation, entry->depth + 1) || entry->leads;
  return TRUE;
}

gboolean
am_outline_has_told (const AmOutline *outline, guint32 claim)
{
  return outline->told[claim];
}
