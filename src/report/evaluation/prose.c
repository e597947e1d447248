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
  return evaluation->theses->len > 1 ? "The option" : "The resolution";
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
am_verdicts_write_outcome (const AmVerdict *verdict, AmDocument *document)
{
  am_document_strong (document, am_verdict_sentence (verdict));
}

/* --- the theses --- */

void
am_verdicts_write_firm (AmDigest *digest, guint number, AmDocument *document)
{
  g_autofree char *sentence = am_firm_sentence (am_digest_firm (digest), number,
                                                am_digest_verdict (digest, number)->outcome);

  if (sentence != NULL)
    am_document_add (document, " %s", sentence);
}

/* Adds " Reasons: …. Objections: …." */
static void
write_tally (const AmVerdict *v, AmDocument *document)
{
  g_autofree char *tally = am_verdict_tally (v);

  if (tally != NULL)
    am_document_add (document, " %s", tally);
}

/* Adds what the sources of a claim do for it: where it states no fact, they show where it was
 * said. */
static void
write_evidence (const AmMap *map, const AmClaim *claim, AmDocument *document)
{
  g_autofree char *titles = am_phrase_titles (map, claim->evidence);

  if (titles != NULL)
    am_document_add (document, am_claim_is_evidenced (claim) ? " It cites %s." : " Stated in %s.",
                     titles);
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

/* Whoever carries it is for it: the list is theirs to answer. */
static void
write_answers (const AmEvaluation *e, const AmAnswers *answers, guint depth, AmDocument *document)
{
  am_document_add (document, answers->kind == AM_ANSWERS_STEPS
                                 ? " To carry it, its supporters still have to answer these steps:"
                                 : " To carry it, its supporters still have to answer:");
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

  if (answers == NULL || answers->kind == AM_ANSWERS_NONE)
    return;
  if (answers->kind == AM_ANSWERS_CUT)
    am_document_add (document,
                     " What its supporters still have to answer was not found within the bound on "
                     "the search.");
  else if (answers->kind == AM_ANSWERS_REASON)
    am_document_add (document, "%s",
                     verdict->objections.in + verdict->objections.undecided > 0
                         ? " To carry it, its supporters need a reason for it, and have to answer "
                           "the objections."
                         : " To carry it, its supporters need a reason for it.");
  else
    write_answers (digest->evaluation, answers, depth, document);
}

void
am_verdicts_write_caveat (AmDocument *document)
{
  am_document_paragraph (document);
  am_document_add (document, AM_CAVEAT);
}

static void
write_thesis (AmDigest *digest, guint number, AmVerdictsPlace place, AmDocument *document)
{
  const AmEvaluation *e = digest->evaluation;
  guint32 thesis = g_array_index (e->theses, guint32, number);
  const AmVerdict *verdict = am_digest_verdict (digest, number);
  g_autofree char *claim = am_verdicts_claim (e->map, thesis);
  gboolean several = e->theses->len > 1;

  if (several)
    am_document_item (document, 0);
  else
    am_document_paragraph (document);
  if (several || place == AM_VERDICTS_ALONE)
    am_document_add (document, "%s %s: ", am_verdicts_thesis_word (e), claim);
  am_verdicts_write_outcome (verdict, document);
  am_verdicts_write_firm (digest, number, document);
  write_tally (verdict, document);
  write_evidence (e->map, am_map_claim (e->map, thesis), document);
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
  return label == AM_LABEL_IN        ? "Unanswered"
       : label == AM_LABEL_UNDECIDED ? "Disputed"
                                     : "Answered";
}

static void
write_claim (AmEvaluation *e, guint32 claim, AmDocument *document)
{
  AmVerdict verdict = am_verdict (e->labelling, claim);
  g_autofree char *text = am_verdicts_claim (e->map, claim),
                  *sentence = am_status_sentence (e, claim, verdict.why, TRUE);

  am_document_item (document, 0);
  am_document_add (document, "%s: %s. %s", am_map_claim (e->map, claim)->id, text, sentence);
  if (e->strengths != NULL)
    {
      g_autofree char *number = am_verdicts_number (am_evaluation_strength (e, claim));
      am_document_add (document, " Strength: %s.", number);
    }
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

/* "answered by b.", "answered, since b has been answered." */
static void
write_fault (const AmEvaluation *e, AmLabel label, guint32 cause, AmDocument *document)
{
  gboolean out = label == AM_LABEL_OUT,
           by_claim = am_dependencies_is_claim (e->dependencies, cause);
  const char *id =
      am_map_claim (e->map,
                    by_claim ? cause : am_dependencies_relation (e->dependencies, cause)->from)
          ->id;

  if (!by_claim)
    am_document_add (document,
                     out ? "answered by %s." : "disputed, since the reply by %s is disputed.", id);
  else
    am_document_add (
        document, out ? "answered, since %s has been answered." : "disputed, since %s is disputed.",
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
  write_fault (e, am_labelling_of (e->labelling, step->node), step->cause, document);
}

static void
write_steps (AmDigest *digest, AmDocument *document)
{
  const AmDigestSteps *steps = am_digest_steps (digest);

  if (steps->lost->len == 0)
    return;
  am_document_heading (document, 2, "Steps that are answered or disputed");
  for (guint i = 0; i < steps->lost->len; i++)
    write_step (digest->evaluation, &g_array_index (steps->lost, AmDigestStep, i), document);
  if (steps->in == 0)
    return;
  g_autofree char *number = steps->in == 1
                              ? g_strdup ("other step is unanswered")
                              : am_text_count (steps->in, "", "other steps are unanswered");
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
  am_document_heading (document, 2, "Outcome");
  am_verdicts_write_options (digest, document);
  am_verdicts_write_theses (digest, AM_VERDICTS_ALONE, document);
  am_verdicts_write_caveat (document);
  write_method (evaluation, document);
  write_claims (evaluation, AM_LABEL_IN, document);
  write_claims (evaluation, AM_LABEL_UNDECIDED, document);
  write_claims (evaluation, AM_LABEL_OUT, document);
  write_steps (digest, document);
}
