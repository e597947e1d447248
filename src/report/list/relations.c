/* What a statement leads to and rests on, as lists of ids. */

#include "report/list/rows.h"

static const char *
or_nothing (const char *id)
{
  return id != NULL ? id : "";
}

/* "from>to"; what attacks an undercut has that in brackets: "c>(b>a)". */
static char *
spell_pair (const AmMap *map, guint32 index)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const AmPair *pair = am_map_pair (map, index);
  guint depth = 0;

  for (; pair->relation.id == NULL && pair->to.id == NULL && pair->to_pair != AM_NONE; depth++)
    {
      g_string_append_printf (out, "%s>(", or_nothing (pair->from.id));
      pair = am_map_pair (map, pair->to_pair);
    }
  if (pair->relation.id != NULL)
    g_string_append (out, pair->relation.id);
  else
    g_string_append_printf (out, "%s>%s", or_nothing (pair->from.id), or_nothing (pair->to.id));
  for (; depth > 0; depth--)
    g_string_append_c (out, ')');
  return g_strdup (out->str);
}

void
am_list_add_relations (GPtrArray *words, const AmMap *map, const AmClaim *claim,
                       AmRelationKind kind)
{
  for (guint32 i = 0; i < claim->relations.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, claim->relations.start + i);
      if (relation->kind != kind)
        continue;
      if (kind != AM_RELATION_UNDERCUT)
        g_ptr_array_add (words, g_strdup (or_nothing (relation->to.id)));
      else if (relation->to_pair != AM_NONE)
        g_ptr_array_add (words, spell_pair (map, relation->to_pair));
    }
}

void
am_list_add_sources (GPtrArray *words, const AmMap *map, guint32 index, guint32 *seen)
{
  AmRange evidence = am_map_claim (map, index)->evidence;

  for (guint32 i = 0; i < evidence.count; i++)
    {
      AmRef source = am_map_evidence (map, evidence.start + i)->source;
      if (source.id == NULL || (source.index != AM_NONE && seen[source.index] == index + 1))
        continue;
      if (source.index != AM_NONE)
        seen[source.index] = index + 1;
      g_ptr_array_add (words, g_strdup (source.id));
    }
}
