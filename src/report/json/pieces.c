#include "report/json/pieces.h"

void
am_json_envelope (AmJson *json, guint version, GString *out)
{
  *json = (AmJson){ .out = out, .lines = 4, .spaced = TRUE };
  am_json_object (json, NULL);
  am_json_count (json, "version", version);
  am_json_array (json, "maps");
}

void
am_json_finish (AmJson *json)
{
  while (json->depth > 0)
    am_json_end (json);
  g_string_append_c (json->out, '\n');
}

void
am_json_firm (AmJson *json, const AmFirm *firm, guint number)
{
  am_json_object (json, "firm");
  am_json_text (json, "without_implicit", am_outcome_word (firm->without_implicit[number]));
  am_json_text (json, "sourced", am_outcome_word (firm->sourced[number]));
  am_json_end (json);
}

void
am_json_tally (AmJson *json, const char *name, const AmTally *tally)
{
  am_json_object (json, name);
  am_json_count (json, "unanswered", tally->in);
  am_json_count (json, "disputed", tally->undecided);
  am_json_count (json, "answered", tally->out);
  am_json_end (json);
}

void
am_json_claim (AmJson *json, const char *name, const AmMap *map, guint32 claim)
{
  am_json_text (json, name, claim != AM_NONE ? am_map_claim (map, claim)->id : NULL);
}

/* Pairs in pairs; deeper ones are named by their ids, without which the format itself nests no
 * deeper than this can be printed. */
#define DEEPEST_PAIR 8

/* Undercuts that go round in circles, which have ids, end there as well. */
void
am_json_target (AmJson *json, const char *name, const AmMap *map, const AmRelation *relation)
{
  gboolean named = FALSE;
  guint depth = 0;

  while (!named && relation->kind == AM_RELATION_UNDERCUT && relation->to_relation != AM_NONE)
    {
      relation = am_map_relation (map, relation->to_relation);
      named = depth >= DEEPEST_PAIR && relation->id != NULL;
      am_json_object (json, depth++ > 0 ? "to" : name);
      am_json_text (json, named ? "relation" : "from",
                    named ? relation->id : am_map_claim (map, relation->from)->id);
    }
  if (!named)
    am_json_text (json, depth > 0 ? "to" : name,
                  relation->kind == AM_RELATION_UNDERCUT ? NULL : relation->to.id);
  while (depth-- > 0)
    am_json_end (json);
}
