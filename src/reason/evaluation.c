#include "reason/evaluation.h"

#include "model/walk.h"

#include <math.h>

/* Most maps leave nothing contested, and then there is nothing to flatten. */
static AmContestedKind *
find_kinds (const AmMap *map, const AmLabelling *labelling)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    if (am_labelling_of (labelling, i) == AM_LABEL_CONTESTED)
      return am_contested_kinds (map);
  return g_new0 (AmContestedKind, (gsize) map->claims->len + 1);
}

AmEvaluation *
am_evaluation_new (const AmMap *map, int strength)
{
  AmEvaluation *e = g_new0 (AmEvaluation, 1);

  e->map = map;
  e->bearing = am_bearing_new (map);
  e->labelling = am_labelling_new (e->bearing);
  e->kinds = find_kinds (map, e->labelling);
  e->theses = am_walk_theses (map);
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
  am_bearing_free (evaluation->bearing);
  g_free (evaluation->kinds);
  g_array_unref (evaluation->theses);
  g_free (evaluation);
}

double
am_evaluation_strength (const AmEvaluation *evaluation, guint32 claim)
{
  return evaluation->strengths != NULL ? evaluation->strengths->claims[claim] : (double) NAN;
}
