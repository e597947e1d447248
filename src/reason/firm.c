#include "reason/firm.h"

/* The outcome of every thesis by the statements that @left_out does not hold. */
static AmOutcome *
find_outcomes (const AmEvaluation *e, const gboolean *left_out)
{
  g_autoptr (AmDependencies) dependencies = am_dependencies_new_without (e->map, left_out);
  g_autoptr (AmLabelling) labelling = am_labelling_new (dependencies);
  AmOutcome *outcomes = g_new (AmOutcome, (gsize) e->theses->len + 1);

  for (guint i = 0; i < e->theses->len; i++)
    outcomes[i] = am_verdict (labelling, g_array_index (e->theses, guint32, i)).outcome;
  return outcomes;
}

AmFirm *
am_firm_new (const AmEvaluation *evaluation)
{
  AmFirm *firm = g_new0 (AmFirm, 1);
  guint32 n_claims = evaluation->map->claims->len;
  g_autofree gboolean *added = g_new0 (gboolean, (gsize) n_claims + 1),
                      *unsourced = g_new0 (gboolean, (gsize) n_claims + 1);

  for (guint32 i = 0; i < n_claims; i++)
    {
      const AmClaim *claim = am_map_claim (evaluation->map, i);
      firm->implicit += claim->implicit;
      firm->cited += claim->evidence.count > 0;
      firm->cited_theses += claim->evidence.count > 0 && evaluation->is_thesis[i];
      added[i] = claim->implicit && !evaluation->is_thesis[i];
      unsourced[i] = claim->evidence.count == 0 && !evaluation->is_thesis[i];
    }
  firm->without_implicit = find_outcomes (evaluation, added);
  firm->sourced = find_outcomes (evaluation, unsourced);
  return firm;
}

void
am_firm_free (AmFirm *firm)
{
  if (firm == NULL)
    return;
  g_free (firm->without_implicit);
  g_free (firm->sourced);
  g_free (firm);
}

char *
am_firm_sentence (const AmFirm *firm, guint number, AmOutcome outcome)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  const char *without = am_outcome_clause (firm->without_implicit[number]),
             *sourced = am_outcome_clause (firm->sourced[number]);
  gboolean sourced_others = firm->cited > firm->cited_theses;

  if (firm->implicit > 1 && firm->cited > 1 && sourced_others
      && firm->without_implicit[number] != outcome
      && firm->sourced[number] == firm->without_implicit[number])
    return g_strdup_printf (
        "Without the %u statements by the map's authors, and with the %u sourced "
        "ones alone: %s.",
        firm->implicit, firm->cited, sourced);
  if (firm->without_implicit[number] != outcome)
    g_ptr_array_add (
        sentences,
        firm->implicit == 1
            ? g_strdup_printf ("Without the one statement by the map's authors: %s.", without)
            : g_strdup_printf ("Without the %u statements by the map's authors: %s.",
                               firm->implicit, without));
  if (sourced_others && firm->sourced[number] != outcome)
    g_ptr_array_add (
        sentences,
        firm->cited == 1
            ? g_strdup_printf ("With the one sourced statement alone: %s.", sourced)
            : g_strdup_printf ("With the %u sourced statements alone: %s.", firm->cited, sourced));
  if (sentences->len == 0)
    return firm->implicit > 0 ? g_strdup ("The same without what the map's authors added.") : NULL;
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
