#include "report/evaluation/sentences.h"

#include "base/text.h"

#include <math.h>

/* --- phrases --- */

char *
am_verdicts_claim (const AmMap *map, guint32 claim)
{
  const AmClaim *record = am_map_claim (map, claim);
  g_autofree char *text = am_phrase_quoted (record->text),
                  *names = am_phrase_names (map, record->by);

  return names != NULL ? g_strdup_printf ("“%s” (%s)", text, names)
                       : g_strdup_printf ("“%s”", text);
}

char *
am_verdicts_premises (const AmMap *map, const AmRelation *relation)
{
  g_autoptr (GPtrArray) premises = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (premises, am_verdicts_claim (map, relation->from));
  for (guint32 i = 0; i < relation->with.count; i++)
    g_ptr_array_add (premises,
                     am_verdicts_claim (map, am_map_ref (map, relation->with.start + i)->index));
  return am_text_list (premises, "and", 0);
}

const char *
am_verdicts_thesis_word (const AmEvaluation *evaluation)
{
  if (evaluation->map->resolutions.count == 0)
    return "The thesis";
  return evaluation->theses->len > 1 ? "The answer" : "The resolution";
}

char *
am_verdicts_number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("none, since it does not converge");
  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.2f", value));
}

void
am_verdicts_write_outcome (AmOutcome outcome, AmDocument *document)
{
  if (outcome == AM_OUTCOME_HOLDS || outcome == AM_OUTCOME_CONTESTED)
    am_document_add (document, "it ");
  am_document_strong (document, am_outcome_phrase (outcome));
}

static const char *
contested_phrase (AmContestedKind kind)
{
  static const char *const phrases[] = {
    [AM_CONTESTED_NONE] = "",
    [AM_CONTESTED_DISPUTED] =
        "is disputed: by one coherent view of the map it stands, by another it falls",
    [AM_CONTESTED_DEFENSIBLE] =
        "is defensible: by some coherent view of the map it stands, and by none it falls",
    [AM_CONTESTED_INDEFENSIBLE] =
        "is indefensible: by some coherent view of the map it falls, and by none it stands",
    [AM_CONTESTED_DEADLOCKED] = "is deadlocked: no coherent view of the map settles it",
    [AM_CONTESTED_UNASKED] = "is contested: it turns on points that turn on one another",
    [AM_CONTESTED_CUT] = "is contested: not told apart further within the bound",
  };
  return phrases[kind];
}

/* What keeps a claim standing that is rebutted. Caller owns it. */
static char *
describe_defended (const AmEvaluation *e, guint32 claim)
{
  AmVerdict verdict = am_verdict (e->labelling, claim);
  guint32 rebuttals = am_tally_count (&verdict.objections);
  gboolean by_evidence =
      am_map_claim (e->map, claim)->evidence.count > 0 && verdict.reasons.standing == 0;
  const char *fallen = am_explain_is_rebutted_in_vain (e->labelling, claim)
                         ? "nothing that rebuts it gets through"
                     : rebuttals == 1 ? "what rebuts it has fallen"
                     : rebuttals == 2 ? "both that rebut it have fallen"
                                      : "all that rebut it have fallen";

  return g_strconcat (by_evidence ? "stands by its own evidence: " : "stands: ", fallen, NULL);
}

char *
am_verdicts_phrase (AmEvaluation *evaluation, guint32 claim, AmWhy why)
{
  switch (why)
    {
    case AM_WHY_UNCHALLENGED:
      return g_strdup ("stands unchallenged, on assertion alone");
    case AM_WHY_SUPPORTED:
      return g_strdup ("stands: a reason for it does, and nothing rebuts it");
    case AM_WHY_EVIDENCE:
      return g_strdup ("stands by its own evidence; nothing rebuts it");
    case AM_WHY_DEFENDED:
      return describe_defended (evaluation, claim);
    case AM_WHY_REBUTTED:
      return g_strdup ("is objected to, unanswered");
    case AM_WHY_UNSUPPORTED:
      return g_strdup ("has lost all its reasons");
    case AM_WHY_OPEN:
      return g_strdup ("is open: nobody asserts it, and no reason is given for it");
    case AM_WHY_CYCLIC:
      return g_strdup (contested_phrase (am_evaluation_kind (evaluation, claim)));
    }
  return g_strdup ("");
}

/* --- the theses --- */

/* What is left of both sides, in sentences. Caller owns it. */
static char *
describe_sides (const AmVerdict *v, const AmClaim *claim)
{
  g_autofree char *tally = am_verdict_tally (v);
  guint32 reasons = am_tally_count (&v->reasons), objections = am_tally_count (&v->objections);
  GString *out = g_string_new (NULL);

  if (tally != NULL)
    g_string_append_printf (out, " %c%s.", g_ascii_toupper (tally[0]), tally + 1);
  if (claim->evidence.count > 0)
    g_string_append (out, " It has evidence of its own.");
  if (reasons == 0 && objections > 0 && claim->evidence.count == 0)
    g_string_append (out, " No reason is given for it.");
  if (reasons > 0 && objections == 0)
    g_string_append (out, " Nothing rebuts it.");
  return g_string_free (out, FALSE);
}

/* A claim, or the step that it makes. */
static void
write_answer (const AmEvaluation *e, guint32 node, AmDocument *document)
{
  gboolean is_claim = am_dependencies_is_claim (e->dependencies, node);
  const AmRelation *relation = is_claim ? NULL : am_dependencies_relation (e->dependencies, node);
  g_autofree char *claim = am_verdicts_claim (e->map, is_claim ? node : relation->from);
  g_autofree char *step = is_claim ? NULL : am_phrase_target (e->map, relation);

  if (is_claim)
    am_document_add (document, "%s", claim);
  else
    am_document_add (document, "the step from %s against %s", claim, step != NULL ? step : "it");
}

static void
write_answers (const AmEvaluation *e, const AmAnswers *answers, gboolean argued, guint depth,
               AmDocument *document)
{
  gboolean steps = answers->kind == AM_ANSWERS_STEPS;
  g_autofree char *count = am_phrase_number (answers->nodes->len);
  const char *verb = argued ? "hold" : "stand"; /* on assertion alone */

  if (answers->nodes->len == 1)
    am_document_add (document, " It would %s once this %s answered:", verb,
                     steps ? "step is" : "is");
  else
    am_document_add (document, " It would %s once these %s %sare answered:", verb, count,
                     steps ? "steps " : "");
  for (guint i = 0; i < answers->nodes->len; i++)
    {
      am_document_item (document, depth);
      write_answer (e, g_array_index (answers->nodes, guint32, i), document);
    }
}

static void
write_needed (AmDigest *digest, guint number, guint depth, AmDocument *document)
{
  const AmVerdict *verdict = am_digest_verdict (digest, number);
  const AmAnswers *answers = am_digest_answers (digest, number);
  const AmClaim *claim =
      am_map_claim (digest->map, g_array_index (digest->evaluation->theses, guint32, number));

  if (answers == NULL || answers->kind == AM_ANSWERS_NONE)
    return;
  if (answers->kind == AM_ANSWERS_CUT)
    am_document_add (
        document, " What would have to be answered was not found within the bound on the search.");
  else if (answers->kind == AM_ANSWERS_REASON)
    am_document_add (document, " It would hold only if a reason for it were given that stands%s.",
                     verdict->objections.standing + verdict->objections.contested > 0
                         ? ", and what rebuts it were answered"
                         : "");
  else
    write_answers (digest->evaluation, answers,
                   am_tally_count (&verdict->reasons) > 0 || claim->evidence.count > 0, depth,
                   document);
}

void
am_verdicts_write_outcome_first (AmOutcome outcome, AmDocument *document)
{
  gboolean it = outcome == AM_OUTCOME_HOLDS || outcome == AM_OUTCOME_CONTESTED;
  g_autofree char *text = g_strconcat (it ? "it " : "", am_outcome_phrase (outcome), NULL);

  text[0] = g_ascii_toupper (text[0]);
  am_document_strong (document, text);
}

static void
write_thesis (AmDigest *digest, guint number, AmVerdictsPlace place, AmDocument *document)
{
  const AmEvaluation *e = digest->evaluation;
  guint32 thesis = g_array_index (e->theses, guint32, number);
  const AmVerdict *verdict = am_digest_verdict (digest, number);
  g_autofree char *claim = am_verdicts_claim (e->map, thesis),
                  *sides = describe_sides (verdict, am_map_claim (e->map, thesis));
  gboolean several = e->theses->len > 1;

  if (several)
    am_document_item (document, 0);
  else
    am_document_paragraph (document);
  if (several || place == AM_VERDICTS_ALONE)
    {
      am_document_add (document, "%s %s: ", am_verdicts_thesis_word (e), claim);
      am_verdicts_write_outcome (verdict->outcome, document);
    }
  else
    am_verdicts_write_outcome_first (verdict->outcome, document);
  am_document_add (document, ".%s", sides);
  if (e->strengths != NULL)
    {
      g_autofree char *strength = am_verdicts_number (am_evaluation_strength (e, thesis));
      am_document_add (document, " Strength: %s.", strength);
    }
  write_needed (digest, number, several ? 1 : 0, document);
}

void
am_verdicts_write_theses (AmDigest *digest, AmVerdictsPlace place, AmDocument *document)
{
  if (digest->evaluation->theses->len == 0)
    {
      am_document_paragraph (document);
      am_document_add (
          document,
          "There is nothing to weigh: no claim bears on another, and no resolution is named.");
    }
  for (guint i = 0; i < digest->evaluation->theses->len; i++)
    write_thesis (digest, i, place, document);
}

/* --- all claims and steps --- */

static const char *
heading (AmLabel label)
{
  return label == AM_LABEL_STANDING  ? "What stands"
       : label == AM_LABEL_CONTESTED ? "What is contested"
                                     : "What has fallen";
}

static void
write_claim (AmEvaluation *e, guint32 claim, AmDocument *document)
{
  AmVerdict verdict = am_verdict (e->labelling, claim);
  g_autofree char *text = am_verdicts_claim (e->map, claim),
                  *phrase = am_verdicts_phrase (e, claim, verdict.why);

  am_document_item (document, 0);
  am_document_add (document, "%s: %s %s", am_map_claim (e->map, claim)->id, text, phrase);
  if (e->strengths != NULL)
    {
      g_autofree char *number = am_verdicts_number (am_evaluation_strength (e, claim));
      am_document_add (document, " (strength %s)", number);
    }
  am_document_add (document, ".");
}

static void
write_claims (AmEvaluation *e, AmLabel label, AmDocument *document)
{
  gboolean begun = FALSE;

  for (guint32 i = 0; i < e->map->claims->len; i++)
    {
      if (am_labelling_of (e->labelling, i) != label)
        continue;
      if (!begun)
        am_document_heading (document, 2, heading (label));
      begun = TRUE;
      write_claim (e, i, document);
    }
}

/* "fallen, since its premise has fallen", "undercut by b". A premise is named where another carries
 * the step. */
static void
write_fault (const AmEvaluation *e, const AmRelation *relation, AmLabel label, guint32 cause,
             AmDocument *document)
{
  gboolean fallen = label == AM_LABEL_FALLEN,
           by_claim = am_dependencies_is_claim (e->dependencies, cause);
  const char *id =
      am_map_claim (e->map,
                    by_claim ? cause : am_dependencies_relation (e->dependencies, cause)->from)
          ->id;

  if (!by_claim)
    am_document_add (document,
                     fallen ? "undercut by %s." : "contested, since the undercut by %s is.", id);
  else if (cause == relation->from)
    am_document_add (document, "%s",
                     fallen ? "fallen, since its premise has fallen."
                            : "contested, since its premise is contested.");
  else
    am_document_add (document,
                     fallen ? "fallen, since its premise %s has fallen."
                            : "contested, since its premise %s is contested.",
                     id);
}

static void
write_step (const AmEvaluation *e, const AmDigestStep *step, AmDocument *document)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, step->node);
  g_autofree char *target = am_phrase_target (e->map, relation);
  g_autofree char *supported =
      target == NULL ? am_verdicts_claim (e->map, relation->to.index) : NULL;

  am_document_item (document, 0);
  am_document_add (document, "%s %s %s: ", am_map_claim (e->map, relation->from)->id,
                   am_relation_word (relation->kind), target != NULL ? target : supported);
  write_fault (e, relation, am_labelling_of (e->labelling, step->node), step->cause, document);
}

static void
write_steps (AmDigest *digest, AmDocument *document)
{
  const AmDigestSteps *steps = am_digest_steps (digest);

  if (steps->lost->len == 0)
    return;
  am_document_heading (document, 2, "Steps that do not stand");
  for (guint i = 0; i < steps->lost->len; i++)
    write_step (digest->evaluation, &g_array_index (steps->lost, AmDigestStep, i), document);
  if (steps->standing == 0)
    return;
  g_autofree char *number = steps->standing == 1
                              ? g_strdup ("other step stands")
                              : am_text_count (steps->standing, "", "other steps stand");
  am_document_paragraph (document);
  am_document_add (document, "The %s.", number);
}

static void
write_method (const AmEvaluation *e, AmDocument *document)
{
  if (e->strengths == NULL)
    return;
  const char *name = am_strength_names[e->strengths->method];
  am_document_paragraph (document);
  if (e->strengths->counts_only)
    am_document_add (document,
                     "Strengths run from 0 to 1, by %s. They are counts only: the map gives no "
                     "confidence, so they say no more "
                     "than how many points there are on each side.",
                     name);
  else
    am_document_add (document,
                     "Strengths run from 0 to 1, by %s, from the confidences and strengths that "
                     "the map gives; 0.5 where it "
                     "gives none.",
                     name);
  if (!e->strengths->converged)
    am_document_add (document, " Some do not converge, and have none.");
}

void
am_verdicts_write (AmDigest *digest, AmDocument *document)
{
  AmEvaluation *evaluation = digest->evaluation;

  am_document_heading (document, 1, evaluation->map->title);
  if (evaluation->map->question != NULL && !am_text_is_unseen (evaluation->map->question))
    {
      am_document_paragraph (document);
      am_document_add (document, "%s", evaluation->map->question);
    }
  am_document_heading (document, 2, "Where the debate stands");
  am_verdicts_write_theses (digest, AM_VERDICTS_ALONE, document);
  am_document_paragraph (document);
  am_document_add (document, "This follows from the map alone, with every rebuttal in it counted. "
                             "It does not say what is true.");
  write_method (evaluation, document);
  write_claims (evaluation, AM_LABEL_STANDING, document);
  write_claims (evaluation, AM_LABEL_CONTESTED, document);
  write_claims (evaluation, AM_LABEL_FALLEN, document);
  write_steps (digest, document);
}
