#include "reason/evaluation.h"

#include "framework/sat.h"
#include "model/walk.h"

#include <math.h>

struct _AmAsked
{
  AmDisputeKind *kinds; /* per claim; NULL until one is wanted */
  gboolean *wanted; /* per claim: it was, and is not decided */
  guint undecided; /* how many of these */
};

AmEvaluation *
am_evaluation_new (const AmMap *map, int strength)
{
  AmEvaluation *e = g_new0 (AmEvaluation, 1);

  e->map = map;
  e->dependencies = am_dependencies_new (map);
  e->labelling = am_labelling_new (e->dependencies);
  e->asked = g_new0 (AmAsked, 1);
  e->theses = am_walk_theses (map);
  e->is_thesis = g_new0 (gboolean, (gsize) map->claims->len + 1);
  for (guint i = 0; i < e->theses->len; i++)
    e->is_thesis[g_array_index (e->theses, guint32, i)] = TRUE;
  if (strength != AM_STRENGTH_UNASKED)
    e->strengths = am_strengths_new (map, (AmStrengthMethod) strength);
  else if (am_map_has_strengths (map))
    e->strengths = am_strengths_new (map, AM_STRENGTH_AUTO);
  return e;
}

void
am_evaluation_free (AmEvaluation *evaluation)
{
  if (evaluation == NULL)
    return;
  am_strengths_free (evaluation->strengths);
  am_labelling_free (evaluation->labelling);
  am_dependencies_free (evaluation->dependencies);
  g_free (evaluation->asked->kinds);
  g_free (evaluation->asked->wanted);
  g_free (evaluation->asked);
  g_array_unref (evaluation->theses);
  g_free (evaluation->is_thesis);
  g_free (evaluation);
}

AmDisputeKind
am_evaluation_kind (AmEvaluation *evaluation, guint32 claim)
{
  AmAsked *asked = evaluation->asked;

  if (am_labelling_of (evaluation->labelling, claim) != AM_LABEL_UNDECIDED)
    return AM_DISPUTE_NONE;
  if (asked->kinds == NULL)
    {
      asked->kinds = am_dispute_kinds (evaluation->map, am_dispute_usual_bound (evaluation->map));
      asked->wanted = g_new0 (gboolean, evaluation->map->claims->len);
    }
  if (am_dispute_is_undecided (asked->kinds[claim]) && !asked->wanted[claim])
    {
      asked->wanted[claim] = TRUE;
      asked->undecided++;
    }
  return asked->kinds[claim];
}

guint
am_evaluation_undecided (const AmEvaluation *evaluation, AmDisputeKind *why)
{
  if (why != NULL)
    *why = am_sat_is_available () ? AM_DISPUTE_CUT : AM_DISPUTE_UNASKED;
  return evaluation->asked->undecided;
}

double
am_evaluation_strength (const AmEvaluation *evaluation, guint32 claim)
{
  return evaluation->strengths != NULL ? evaluation->strengths->claims[claim] : (double) NAN;
}
