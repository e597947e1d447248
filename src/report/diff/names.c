#include "report/diff/parts.h"

#include "base/text.h"

char *
am_diff_name_claim (const AmMap *map, guint32 claim)
{
  g_autofree char *text = am_verdicts_claim (map, claim);
  return g_strdup_printf ("%s: %s", am_map_claim (map, claim)->id, text);
}

static char *
quote (const char *text)
{
  g_autofree char *quoted = am_phrase_quoted (text);
  return g_strdup_printf ("“%s”", quoted);
}

char *
am_diff_name (const AmMap *map, AmEntityKind kind, guint32 index)
{
  if (kind == AM_ENTITY_CLAIM)
    return quote (am_map_claim (map, index)->text);
  if (kind == AM_ENTITY_STAKEHOLDER)
    {
      const AmStakeholder *who = am_map_stakeholder (map, index);
      return am_text_fold_space (am_text_is_unseen (who->name) ? who->id : who->name);
    }
  const AmSourceRecord *source = am_map_source (map, index);
  if (source->title != NULL && !am_text_is_unseen (source->title))
    return quote (source->title);
  return g_strdup (source->url != NULL ? source->url : source->id);
}

char *
am_diff_name_ref (const AmMap *map, AmEntityKind kind, const AmRef *ref)
{
  if (ref->index == AM_NONE)
    return g_strdup (ref->id != NULL ? ref->id : "");
  return am_diff_name (map, kind, ref->index);
}

char *
am_diff_name_evidence (const AmMap *map, const AmEvidence *evidence)
{
  g_autofree char *source = am_diff_name_ref (map, AM_ENTITY_SOURCE, &evidence->source);
  g_autofree char *words = evidence->quote != NULL ? quote (evidence->quote) : NULL;
  g_autoptr (GString) out = g_string_new (source);

  if (evidence->locator != NULL && !am_text_is_unseen (evidence->locator))
    g_string_append_printf (out, ", %s", evidence->locator);
  if (words != NULL)
    g_string_append_printf (out, ": %s", words);
  if (evidence->note != NULL && !am_text_is_unseen (evidence->note))
    g_string_append_printf (out, " (%s)", evidence->note);
  return g_strdup (out->str);
}

char *
am_diff_name_target (const AmMap *map, const AmRelation *relation)
{
  if (relation->kind != AM_RELATION_UNDERCUT)
    return am_diff_name_ref (map, AM_ENTITY_CLAIM, &relation->to);
  char *step = am_phrase_target (map, relation);
  return step != NULL ? step : g_strdup ("a step that is not in the map");
}

char *
am_diff_name_relation (const AmMap *map, guint32 index)
{
  const AmRelation *relation = am_map_relation (map, index);
  g_autoptr (GPtrArray) premises = g_ptr_array_new_with_free_func (g_free);
  static const char *const plural[] = { "support", "rebut", "undercut" };
  gboolean several = relation->with.count > 0;

  g_ptr_array_add (premises, am_diff_name (map, AM_ENTITY_CLAIM, relation->from));
  for (guint32 i = 0; i < relation->with.count; i++)
    g_ptr_array_add (premises, am_diff_name_ref (map, AM_ENTITY_CLAIM,
                                                 am_map_ref (map, relation->with.start + i)));
  g_autofree char *names = am_text_list (premises, "and", 0),
                  *target = am_diff_name_target (map, relation);
  return g_strdup_printf ("%s %s%s %s", names, several ? "together " : "",
                          several ? plural[relation->kind] : am_relation_word (relation->kind),
                          target);
}
