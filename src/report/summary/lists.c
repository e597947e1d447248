/* The points of lists in summaries, for prose and JSON alike. */

#include "report/summary/parts.h"

#include "base/hash.h"

/* --- who says what, and what is said against it --- */

static void
add_attacks (const AmEvaluation *e, guint32 node, GArray *attacks)
{
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, node);

  for (guint32 i = 0; i < inputs.count; i++)
    if (!am_dependencies_helps (e->dependencies, inputs.items[i]))
      g_array_append_val (attacks, inputs.items[i]);
}

GArray *
am_points_attacks (const AmEvaluation *e, AmIndexList claims)
{
  GArray *attacks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < claims.count; i++)
    {
      guint32 claim = claims.items[i];
      AmRange relations = am_map_claim (e->map, claim)->relations;
      add_attacks (e, claim, attacks);
      for (guint32 k = 0; k < relations.count; k++)
        add_attacks (e, am_dependencies_relation_node (e->dependencies, relations.start + k), attacks);
    }
  return attacks;
}

GArray *
am_points_held (const AmMap *map, const AmStances *stances, guint32 stakeholder)
{
  const AmStakeholder *who = am_map_stakeholder (map, stakeholder);
  AmIndexList asserted = am_map_asserted (map, stakeholder);
  GArray *held = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
  g_autoptr (GHashTable) told = g_hash_table_new (am_hash_pointer, g_direct_equal); /* looked up only */

  for (guint32 i = 0; i < who->positions.count; i++)
    {
      guint32 claim = am_map_position (map, who->positions.start + i)->claim.index;
      AmStance stance = claim != AM_NONE ? am_stances_find (stances, claim, stakeholder) : AM_STANCE_UNSAID;
      if ((stance == AM_STANCE_FOR || stance == AM_STANCE_CONDITIONAL) && !am_map_asserts (map, am_map_claim (map, claim), stakeholder)
          && g_hash_table_add (told, GUINT_TO_POINTER (claim + 1)))
        g_array_append_val (held, claim);
    }
  g_array_append_vals (held, asserted.items, asserted.count);
  return held;
}
