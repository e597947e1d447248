#include "reason/evaluation.h"

#include "framework/sat.h"
#include "model/walk.h"

#include <math.h>

struct _AmAsked
{
  AmContestedKind *kinds; /* per claim; NULL until one is wanted */
  gboolean *wanted; /* per claim: it was, and is not decided */
  guint undecided; /* how many of these */
  AmAnswersSearch *search; /* for answers; NULL until some are wanted */
  GArray *answers; /* of Answered */
};

typedef struct
{
  guint32 claim;
  AmAnswers *answers; /* as the array may move */
} Answered;

/* Nodes and inputs that may be looked at for the answers that all theses need: a second or two. */
#define MOST_WORK_FOR_ANSWERS 50000000u

static void
answered_clear (gpointer data)
{
  Answered *answered = data;

  am_answers_clear (answered->answers);
  g_free (answered->answers);
}

AmEvaluation *
am_evaluation_new (const AmMap *map, int strength)
{
  AmEvaluation *e = g_new0 (AmEvaluation, 1);

  e->map = map;
  e->dependencies = am_dependencies_new (map);
  e->labelling = am_labelling_new (e->dependencies);
  e->asked = g_new0 (AmAsked, 1);
  e->asked->answers = g_array_new (FALSE, FALSE, sizeof (Answered));
  g_array_set_clear_func (e->asked->answers, answered_clear);
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
  am_answers_search_free (evaluation->asked->search);
  am_labelling_free (evaluation->labelling);
  am_dependencies_free (evaluation->dependencies);
  g_free (evaluation->asked->kinds);
  g_free (evaluation->asked->wanted);
  g_array_unref (evaluation->asked->answers);
  g_free (evaluation->asked);
  g_array_unref (evaluation->theses);
  g_free (evaluation);
}

AmContestedKind
am_evaluation_kind (const AmEvaluation *evaluation, guint32 claim)
{
  AmAsked *asked = evaluation->asked;

  if (am_labelling_of (evaluation->labelling, claim) != AM_LABEL_CONTESTED)
    return AM_CONTESTED_NONE;
  if (asked->kinds == NULL)
    {
      asked->kinds = am_contested_kinds (evaluation->map, am_contested_usual_bound (evaluation->map));
      asked->wanted = g_new0 (gboolean, evaluation->map->claims->len);
    }
  if (am_contested_is_undecided (asked->kinds[claim]) && !asked->wanted[claim])
    {
      asked->wanted[claim] = TRUE;
      asked->undecided++;
    }
  return asked->kinds[claim];
}

guint
am_evaluation_undecided (const AmEvaluation *evaluation, AmContestedKind *why)
{
  if (why != NULL)
    *why = am_sat_is_available () ? AM_CONTESTED_CUT : AM_CONTESTED_UNASKED;
  return evaluation->asked->undecided;
}

const AmAnswers *
am_evaluation_answers (const AmEvaluation *evaluation, guint32 claim)
{
  GArray *known = evaluation->asked->answers;
  guint theses = CLAMP (evaluation->theses->len, 1, AM_EVALUATION_MOST_SEARCHED);

  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, Answered, i).claim == claim)
      return g_array_index (known, Answered, i).answers;
  if (evaluation->asked->search == NULL)
    evaluation->asked->search = am_answers_search_new (evaluation->labelling);
  Answered answered = { claim, g_new (AmAnswers, 1) };
  *answered.answers = am_answers_needed (evaluation->asked->search, claim, MOST_WORK_FOR_ANSWERS / theses);
  g_array_append_val (known, answered);
  return answered.answers;
}

gboolean
am_evaluation_answers_are_cut (const AmEvaluation *evaluation, guint number)
{
  return number >= AM_EVALUATION_MOST_SEARCHED
         || am_evaluation_answers (evaluation, g_array_index (evaluation->theses, guint32, number))->kind == AM_ANSWERS_CUT;
}

double
am_evaluation_strength (const AmEvaluation *evaluation, guint32 claim)
{
  return evaluation->strengths != NULL ? evaluation->strengths->claims[claim] : (double) NAN;
}
