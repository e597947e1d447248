#include "report/document/json.h"

#include "base/json.h"

void
am_json_add_text (cJSON *object, const char *name, const char *text)
{
  if (text != NULL)
    cJSON_AddStringToObject (object, name, text);
  else
    cJSON_AddNullToObject (object, name);
}

cJSON *
am_json_tally (const AmTally *tally)
{
  cJSON *object = cJSON_CreateObject ();
  cJSON_AddNumberToObject (object, "standing", tally->standing);
  cJSON_AddNumberToObject (object, "contested", tally->contested);
  cJSON_AddNumberToObject (object, "fallen", tally->fallen);
  return object;
}

/* Pairs in pairs; deeper ones are named by their ids, without which the format itself nests no deeper than this can be printed. */
#define DEEPEST_PAIR 8

/* Undercuts that go round in circles, which have ids, end there as well. */
cJSON *
am_json_target (const AmMap *map, const AmRelation *relation)
{
  cJSON *root = NULL, *pair = NULL;

  for (guint depth = 0;; depth++, relation = am_map_relation (map, relation->to_relation))
    {
      gboolean undercut = relation->kind == AM_RELATION_UNDERCUT, lost = undercut && relation->to_relation == AM_NONE;
      cJSON *item = lost ? cJSON_CreateNull () : undercut ? cJSON_CreateObject () : cJSON_CreateString (relation->to.id);
      if (pair != NULL)
        cJSON_AddItemToObject (pair, "to", item);
      root = root != NULL ? root : item;
      if (!undercut || lost)
        return root;
      const AmRelation *attacked = am_map_relation (map, relation->to_relation);
      if (depth >= DEEPEST_PAIR && attacked->id != NULL)
        {
          cJSON_AddStringToObject (item, "relation", attacked->id);
          return root;
        }
      cJSON_AddStringToObject (item, "from", am_map_claim (map, attacked->from)->id);
      pair = item;
    }
}

void
am_json_write (cJSON *object, GString *out)
{
  char *text = cJSON_Print (object);

  am_json_append_printed (out, text);
  cJSON_free (text);
  cJSON_Delete (object);
}
