#include "draw/names.h"

#include "load/values.h"

/* Nested undercuts have nested names; beyond this depth the number of the relation must do. */
#define DEEPEST_NAME 4

/* The id of a claim if it is one, and its own. */
static char *
claim_part (const AmMap *map, guint32 claim)
{
  const char *id = am_map_claim (map, claim)->id;

  if (am_value_is_id (id) && am_map_find_kind (map, AM_THING_CLAIM, id) == claim)
    return g_strdup (id);
  return g_strdup_printf ("NUMBER-%u", claim + 1);
}

char *
am_names_claim (const AmMap *map, guint32 claim)
{
  g_autofree char *part = claim_part (map, claim);
  return g_strconcat ("claim-", part, NULL);
}

/* carrier-TO-target, where the target of an undercut is a relation and so has a -TO- of its own. */
static char *
describe (const AmMap *map, guint32 index)
{
  GString *out = g_string_new (NULL);

  for (guint depth = 0; index != AM_NONE; depth++)
    {
      const AmRelation *relation = am_map_relation (map, index);
      g_autofree char *from = claim_part (map, relation->from);
      if (depth == DEEPEST_NAME)
        {
          g_string_append_printf (out, "RELATION-%u", index + 1);
          break;
        }
      g_string_append_printf (out, "%s-TO-", from);
      if (relation->kind != AM_RELATION_UNDERCUT && relation->to.index != AM_NONE)
        {
          g_autofree char *to = claim_part (map, relation->to.index);
          g_string_append (out, to);
        }
      else if (relation->to_relation == AM_NONE)
        g_string_append (out, "NOTHING");
      index = relation->to_relation;
    }
  return g_string_free (out, FALSE);
}

char *
am_names_relation (const AmMap *map, guint32 index)
{
  const AmRelation *relation = am_map_relation (map, index);
  g_autofree char *path = describe (map, index);
  AmIndexList siblings = { NULL, 0 };
  guint same = 0;

  if (relation->to.index != AM_NONE && relation->kind != AM_RELATION_UNDERCUT)
    siblings = am_map_incoming (map, relation->to.index);
  else if (relation->to_relation != AM_NONE)
    siblings = am_map_undercutters (map, relation->to_relation);
  for (guint32 i = 0; i < siblings.count; i++)
    same += am_map_relation (map, siblings.items[i])->from == relation->from;
  if (same <= 1)
    return g_strconcat ("relation-", path, NULL);
  if (relation->id != NULL && am_value_is_id (relation->id) && am_map_find_kind (map, AM_THING_RELATION, relation->id) == index)
    return g_strdup_printf ("relation-%s-AS-%s", path, relation->id);
  return g_strdup_printf ("relation-%s-AS-NUMBER-%u", path, index + 1);
}
