#include "draw/graph/ids.h"

#include "base/forms.h"

#include <string.h>

/* Nested undercuts have nested names; beyond this depth the number of the relation must do. */
#define DEEPEST_NAME 4

/* The id of a claim if it is one, and its own. */
static char *
claim_part (const AmMap *map, guint32 claim)
{
  const char *id = am_map_claim (map, claim)->id;

  if (am_value_is_id (id) && am_map_find_kind (map, AM_ENTITY_CLAIM, id) == claim)
    return g_strdup (id);
  return g_strdup_printf ("NUMBER-%u", claim + 1);
}

char *
am_ids_claim (const AmMap *map, guint32 claim)
{
  g_autofree char *part = claim_part (map, claim);
  return g_strconcat ("claim-", part, NULL);
}

/* How many relations of the same carrier have the same target. */
static guint
count_twins (const AmMap *map, const AmRelation *relation)
{
  AmIndexList siblings = { NULL, 0 };

  if (relation->to_relation != AM_NONE)
    siblings = am_map_undercutters (map, relation->to_relation);
  else if (relation->kind != AM_RELATION_UNDERCUT && relation->to.index != AM_NONE)
    siblings = am_map_incoming (map, relation->to.index);
  return am_map_count_from (map, siblings, relation->from);
}

/* -AS-id, where the carrier and the target alone do not tell a relation from its twins. */
static void
append_own_name (const AmMap *map, guint32 index, GString *out)
{
  const AmRelation *relation = am_map_relation (map, index);

  if (count_twins (map, relation) <= 1)
    return;
  if (relation->id != NULL && am_value_is_id (relation->id)
      && am_map_find_kind (map, AM_ENTITY_RELATION, relation->id) == index)
    g_string_append_printf (out, "-AS-%s", relation->id);
  else
    g_string_append_printf (out, "-AS-NUMBER-%u", index + 1);
}

/* relation-carrier-TO-target, where the target of an undercut is a relation and so has a -TO- of
 * its own. */
char *
am_ids_relation (const AmMap *map, guint32 index)
{
  GString *out = g_string_new ("relation-");
  g_autoptr (GString) own = g_string_new (NULL); /* the innermost relation's name comes first */

  for (guint depth = 0; index != AM_NONE; depth++)
    {
      const AmRelation *relation = am_map_relation (map, index);
      g_autofree char *from = claim_part (map, relation->from);
      g_autoptr (GString) name = g_string_new (NULL);
      if (depth == DEEPEST_NAME)
        {
          g_string_append_printf (out, "RELATION-%u", index + 1);
          break;
        }
      g_string_append_printf (out, "%s-TO-", from);
      append_own_name (map, index, name);
      g_string_prepend (own, name->str);
      if (relation->kind != AM_RELATION_UNDERCUT && relation->to.index != AM_NONE)
        {
          g_autofree char *to = claim_part (map, relation->to.index);
          g_string_append (out, to);
        }
      else if (relation->to_relation == AM_NONE)
        g_string_append_printf (out, "NOTHING-%u", index + 1);
      index = relation->to_relation;
    }
  g_string_append (out, own->str);
  return g_string_free (out, FALSE);
}

/* --- back from the names of nodes --- */

/* How a relation is told of: by what it says from where to where, where it has no id. */
static char *
explain_relation (const AmMap *map, guint32 index)
{
  const AmRelation *relation = am_map_relation (map, index);
  const char *from = am_map_claim (map, relation->from)->id;

  if (relation->id != NULL)
    return g_strdup_printf ("relation \"%s\"", relation->id);
  if (relation->to.id != NULL)
    return g_strdup_printf ("what \"%s\" says to \"%s\"", from, relation->to.id);
  return g_strdup_printf ("an undercut by \"%s\"", from);
}

char *
am_ids_explain (const AmMap *map, const char *name)
{
  guint64 index;

  if (name[0] == '\0' || !g_ascii_string_to_unsigned (name + 1, 10, 0, AM_NONE - 1, &index, NULL))
    return NULL;
  if (name[0] == 'c' && index < map->claims->len)
    return g_strdup_printf ("claim \"%s\"", am_map_claim (map, (guint32) index)->id);
  if (strchr ("ujmd", name[0]) != NULL && index < map->relations->len)
    return explain_relation (map, (guint32) index);
  if (name[0] == 'p' && index < map->refs->len)
    return g_strdup_printf ("\"%s\"", am_map_ref (map, (guint32) index)->id);
  if (name[0] == 'r' && index < map->resolutions.count)
    return g_strdup_printf ("\"%s\"",
                            am_map_ref (map, map->resolutions.start + (guint32) index)->id);
  return NULL;
}
