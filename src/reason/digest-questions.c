/* Which questions a map leaves open. */

#include "model/walk.h"
#include "reason/digest-private.h"

const char *
am_question_word (AmQuestionKind kind)
{
  static const char *const words[] = {
    [AM_QUESTION_WEIGHS] = "weighs", [AM_QUESTION_ANSWER] = "answer",
    [AM_QUESTION_EITHER] = "either", [AM_QUESTION_DISPUTED] = "disputed",
    [AM_QUESTION_SHOWN] = "shown",   [AM_QUESTION_REASON] = "reason",
  };
  return words[kind];
}

typedef struct
{
  const AmEvaluation *e;
  GArray *questions;
  guint8 *asked; /* per claim: the kinds of question about it, as bits */
} Asking;

static void
ask (Asking *a, AmQuestionKind kind, guint32 claim, guint32 other)
{
  AmQuestion question = { kind, claim, other };

  if ((a->asked[claim] & (1 << kind)) != 0)
    return;
  a->asked[claim] |= (guint8) (1 << kind);
  g_array_append_val (a->questions, question);
}

static void
ask_what_weighs_more (Asking *a, AmDigest *d, guint number)
{
  guint32 thesis = am_digest_thesis_at (d, number);
  const AmDigestPoint *reason = am_digest_strongest (d, thesis, TRUE),
                      *objection = am_digest_strongest (d, thesis, FALSE);

  if (am_digest_verdict (d, number)->outcome == AM_OUTCOME_BOTH && reason != NULL
      && reason->label == AM_LABEL_IN)
    ask (a, AM_QUESTION_WEIGHS, reason->relation->from, objection->relation->from);
}

/* But not what one of the next questions asks already. */
static void
ask_for_answers (Asking *a, guint32 thesis, const AmAnswers *answers, const gboolean *paired)
{
  for (guint i = 0; i < answers->nodes->len; i++)
    {
      guint32 node = g_array_index (answers->nodes, guint32, i);
      guint32 claim = am_dependencies_is_claim (a->e->dependencies, node)
                        ? node
                        : am_dependencies_relation (a->e->dependencies, node)->from;
      if (!paired[claim])
        ask (a, AM_QUESTION_ANSWER, claim, thesis);
    }
}

/* Of what the outcome turns on, what should be shown and is not. */
static void
ask_for_evidence (Asking *a, const AmCruxes *cruxes)
{
  for (guint i = 0; i < cruxes->cruxes->len && !cruxes->pairs; i++)
    {
      guint32 node = g_array_index (cruxes->cruxes, AmCrux, i).nodes[0];
      if (am_dependencies_is_claim (a->e->dependencies, node)
          && am_digest_should_have_evidence (am_map_claim (a->e->map, node))
          && am_verdict (a->e->labelling, node).reasons.in == 0)
        ask (a, AM_QUESTION_SHOWN, node, cruxes->thesis);
    }
}

static gboolean
is_undecided (const AmEvaluation *e, guint32 claim)
{
  return am_labelling_of (e->labelling, claim) == AM_LABEL_UNDECIDED;
}

/* Whether one undecided claim denies the other. */
static gboolean
denies (const AmEvaluation *e, guint32 claim, guint32 other)
{
  AmIndexList incoming = am_map_incoming (e->map, other);

  for (guint32 i = 0; i < incoming.count; i++)
    {
      const AmRelation *relation = am_map_relation (e->map, incoming.items[i]);
      if (relation->kind == AM_RELATION_REBUT && relation->from == claim)
        return TRUE;
    }
  return FALSE;
}

/* More claims that deny one are not tried for whether it denies them as well. */
#define MOST_RIVALS 100

/* Adds to @pairs, of AmQuestion, the claims of higher index that @claim and they deny each other.
 * Notes both in @paired. */
static void
find_rivals (const AmEvaluation *e, guint32 claim, gboolean *paired, GArray *pairs)
{
  AmIndexList incoming = am_map_incoming (e->map, claim);

  for (guint32 i = 0; i < MIN (incoming.count, MOST_RIVALS); i++)
    {
      const AmRelation *relation = am_map_relation (e->map, incoming.items[i]);
      if (relation->kind != AM_RELATION_REBUT || !is_undecided (e, relation->from)
          || relation->from == claim || !denies (e, claim, relation->from))
        continue;
      AmQuestion pair = { AM_QUESTION_EITHER, claim, relation->from };
      paired[claim] = paired[relation->from] = TRUE;
      if (relation->from > claim)
        g_array_append_val (pairs, pair);
    }
}

/* What is undecided only because something else is, is no question of its own: those that go round
 * in circles are. */
static void
ask_what_is_disputed (Asking *a, const gboolean *paired)
{
  g_auto (AmParts) parts = am_walk_strong_components (a->e->map, AM_WALK_ALL);
  g_autofree guint32 *sizes = g_new0 (guint32, (gsize) parts.count + 1);
  guint32 n = a->e->map->claims->len;

  for (guint32 i = 0; i < n; i++)
    sizes[parts.of[i]]++;
  for (guint32 i = 0; i < n; i++)
    if (is_undecided (a->e, i) && !paired[i] && sizes[parts.of[i]] > 1)
      ask (a, AM_QUESTION_DISPUTED, i, AM_NONE);
}

gpointer
am_digest_make_questions (AmDigest *digest, G_GNUC_UNUSED guint32 index)
{
  const AmEvaluation *evaluation = digest->evaluation;
  const AmMap *map = digest->map;
  g_autofree guint8 *asked = g_new0 (guint8, (gsize) map->claims->len + 1);
  g_autofree gboolean *paired = g_new0 (gboolean, (gsize) map->claims->len + 1);
  g_autoptr (GArray) pairs = g_array_sized_new (FALSE, FALSE, sizeof (AmQuestion), 1);
  Asking a = { evaluation, g_array_new (FALSE, FALSE, sizeof (AmQuestion)), asked };

  for (guint32 i = 0; i < map->claims->len; i++)
    if (is_undecided (evaluation, i))
      find_rivals (evaluation, i, paired, pairs);
  guint theses = MIN (evaluation->theses->len, AM_DIGEST_MOST_SEARCHED);
  for (guint i = 0; i < theses; i++)
    ask_what_weighs_more (&a, digest, i);
  for (guint i = 0; i < theses; i++)
    ask_for_answers (&a, am_digest_thesis_at (digest, i), am_digest_answers (digest, i), paired);
  g_array_append_vals (a.questions, pairs->data, pairs->len);
  ask_what_is_disputed (&a, paired);
  for (guint i = 0; i < evaluation->theses->len && am_digest_turns (digest, i) != NULL; i++)
    ask_for_evidence (&a, am_digest_turns (digest, i));
  for (guint32 i = 0; i < map->claims->len; i++)
    if (am_verdict (evaluation->labelling, i).why == AM_WHY_OPEN)
      ask (&a, AM_QUESTION_REASON, i, AM_NONE);
  return a.questions;
}

const GArray *
am_digest_questions (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_QUESTIONS, 0);
}
