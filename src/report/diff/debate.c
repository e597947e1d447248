/* What the changes do to the debate: the outcome, what changed its status, what has a reply, who
 * says what of it. */

#include "report/diff/parts.h"

/* --- the outcome --- */

/* "Only objections remain. Reasons: …" Caller owns it. */
static char *
describe_verdict (const AmVerdict *verdict)
{
  g_autofree char *tally = am_verdict_tally (verdict);

  return g_strconcat (am_verdict_sentence (verdict), tally != NULL ? " " : "", tally, NULL);
}

static void
write_before_and_now (const AmDiffContext *c, const AmThesisChange *thesis, guint depth)
{
  if (thesis->old_claim != AM_NONE)
    {
      g_autofree char *before = describe_verdict (&thesis->before);
      am_document_item (c->document, depth);
      am_document_strong (c->document, "Before:");
      am_document_add (c->document, " %s", before);
    }
  if (thesis->new_claim != AM_NONE)
    {
      g_autofree char *after = describe_verdict (&thesis->after);
      am_document_item (c->document, depth);
      am_document_strong (c->document, "Now:");
      am_document_add (c->document, " %s", after);
    }
}

static char *
thesis_text (const AmDiffContext *c, const AmThesisChange *thesis)
{
  return thesis->new_claim != AM_NONE ? am_verdicts_claim (c->new_map, thesis->new_claim)
                                      : am_verdicts_claim (c->old_map, thesis->old_claim);
}

static gboolean
is_same_tally (const AmTally *a, const AmTally *b)
{
  return a->in == b->in && am_tally_count (a) == am_tally_count (b);
}

static gboolean
says_the_same (const AmThesisChange *thesis)
{
  g_assert (thesis != NULL);
  return thesis->old_claim != AM_NONE && thesis->new_claim != AM_NONE
      && thesis->before.outcome == thesis->after.outcome
      && is_same_tally (&thesis->before.reasons, &thesis->after.reasons)
      && is_same_tally (&thesis->before.objections, &thesis->after.objections);
}

/* The only thesis, the same before and after; or the only one where there was no map before, or is
 * none now. */
static void
write_one (const AmDiffContext *c, const AmThesisChange *thesis)
{
  const AmEvaluation *evaluation =
      thesis->new_claim != AM_NONE ? c->comparison->new_evaluation : c->comparison->old_evaluation;
  g_autofree char *text = thesis_text (c, thesis), *now = describe_verdict (&thesis->after);

  am_document_add (c->document, " %s, %s:", am_verdicts_thesis_word (evaluation), text);
  if (says_the_same (thesis))
    am_document_add (c->document, " %s", now);
  else
    write_before_and_now (c, thesis, 0);
}

static void
write_several (const AmDiffContext *c)
{
  for (guint i = 0; i < c->comparison->theses->len; i++)
    {
      const AmThesisChange *thesis = &g_array_index (c->comparison->theses, AmThesisChange, i);
      if (says_the_same (thesis))
        continue;
      g_autofree char *text = thesis_text (c, thesis);
      am_document_item (c->document, 0);
      am_document_add (c->document, "%s%s",
                       thesis->old_claim == AM_NONE   ? "Now in question: "
                       : thesis->new_claim == AM_NONE ? "No longer in question: "
                                                      : "",
                       text);
      write_before_and_now (c, thesis, 1);
    }
}

static const char *
describe_outcome (const AmDiffContext *c)
{
  if (am_diff_is_nothing (c->old_map))
    return "There was no map before.";
  if (am_diff_is_nothing (c->new_map))
    return "There is no map any more.";
  if (c->comparison->theses->len == 0)
    return "There is no outcome to compare: no resolution is named, and no claim bears on another.";
  return c->comparison->outcome_changed ? "The outcome changed." : "The outcome is the same.";
}

void
am_diff_write_outcome (const AmDiffContext *changes)
{
  const GArray *theses = changes->comparison->theses;
  const AmThesisChange *first = theses->len > 0 ? &g_array_index (theses, AmThesisChange, 0) : NULL;
  gboolean both = first != NULL && first->old_claim != AM_NONE && first->new_claim != AM_NONE;

  am_document_paragraph (changes->document);
  am_document_strong (changes->document, describe_outcome (changes));
  if (theses->len == 1 && first != NULL
      && (both || am_diff_is_nothing (changes->old_map) || am_diff_is_nothing (changes->new_map)))
    write_one (changes, first);
  else
    write_several (changes);
}

/* --- statuses --- */

static char *
capitalised (const char *word)
{
  char *text = g_strdup (word);
  text[0] = g_ascii_toupper (text[0]);
  return text;
}

static void
write_statuses (const AmDiffContext *c)
{
  const GArray *statuses = c->comparison->statuses;
  guint count = 0;

  if (statuses->len > 0)
    am_document_heading (c->document, 3, "Changed statuses");
  for (guint i = 0; i < statuses->len; i++)
    {
      const AmStatusChange *status = &g_array_index (statuses, AmStatusChange, i);
      if (!am_diff_takes (c, &count))
        continue;
      g_autofree char *from = capitalised (am_label_word (status->before)),
                      *claim = am_diff_name_claim (c->new_map, status->new_claim);
      g_autofree char *lead =
          g_strdup_printf ("%s → %s:", from, am_label_word (status->after.label));
      g_autofree char *sentence = am_status_sentence (c->comparison->new_evaluation,
                                                      status->new_claim, status->after.why, TRUE);
      am_document_item (c->document, 0);
      am_document_strong (c->document, lead);
      am_document_add (c->document, " %s. %s", claim, sentence);
    }
  am_diff_write_rest (c, count);
}

/* --- answers --- */

static void
write_answer (const AmDiffContext *c, const AmMap *map, guint32 relation, gboolean past)
{
  const AmRelation *answer = am_map_relation (map, relation);
  g_autofree char *claim = am_verdicts_claim (map, answer->from);

  am_document_item (c->document, 1);
  am_document_add (c->document, "%s %s%s", past ? "was replied to by" : "replied to by", claim,
                   answer->kind == AM_RELATION_UNDERCUT ? ", which denies that it follows" : "");
}

/* All that answers the rebuttal. */
static void
write_answers_to (const AmDiffContext *c, const AmMap *map, guint32 rebuttal, gboolean past)
{
  AmIndexList incoming = am_map_incoming (map, rebuttal);
  AmRange relations = am_map_claim (map, rebuttal)->relations;

  for (guint32 i = 0; i < incoming.count; i++)
    if (am_map_relation (map, incoming.items[i])->kind == AM_RELATION_REBUT)
      write_answer (c, map, incoming.items[i], past);
  for (guint32 i = 0; i < relations.count; i++)
    {
      AmIndexList undercutters = am_map_undercutters (map, relations.start + i);
      for (guint32 k = 0; k < undercutters.count; k++)
        write_answer (c, map, undercutters.items[k], past);
    }
}

static void
write_rebuttals (const AmDiffContext *c, const GArray *rebuttals, gboolean answered)
{
  guint count = 0;

  if (rebuttals->len > 0)
    am_document_heading (c->document, 3,
                         answered ? "Rebuttals that now have a reply"
                                  : "Rebuttals that no longer have a reply");
  for (guint i = 0; i < rebuttals->len; i++)
    {
      guint32 rebuttal = g_array_index (rebuttals, guint32, i);
      if (!am_diff_takes (c, &count))
        continue;
      g_autofree char *claim = am_diff_name_claim (c->new_map, rebuttal);
      am_document_item (c->document, 0);
      am_document_add (c->document, "%s", claim);
      if (answered)
        write_answers_to (c, c->new_map, rebuttal, FALSE);
      else
        write_answers_to (c, c->old_map, c->difference->matches[AM_ENTITY_CLAIM].to_old[rebuttal],
                          TRUE);
    }
  am_diff_write_rest (c, count);
}

/* --- positions --- */

/* "is for it", "supports it, on conditions". */
static const char *
describe_stance (AmStance stance)
{
  static const char *const phrases[] = {
    [AM_STANCE_UNSAID] = "takes a position", [AM_STANCE_FOR] = "is for it",
    [AM_STANCE_AGAINST] = "is against it",   [AM_STANCE_CONDITIONAL] = "is for it, on conditions",
    [AM_STANCE_NEUTRAL] = "is neutral",      [AM_STANCE_CONCEDES] = "concedes it",
  };
  return phrases[stance];
}

static const char *
describe_evidence (const AmPosition *before, const AmPosition *after)
{
  if (before->evidence.count == 0)
    return "now with evidence";
  return after->evidence.count == 0 ? "without the evidence that was given" : "with other evidence";
}

/* What became of a position that both maps have. */
static void
write_other_stance (const AmDiffContext *c, const AmPosition *before, const AmPosition *after)
{
  if (before->stance == after->stance)
    am_document_add (c->document, "%s as before, %s.", describe_stance (after->stance),
                     describe_evidence (before, after));
  else
    am_document_add (c->document, "%s%s now; before: %s.",
                     am_stance_is_flipped (before->stance, after->stance) ? "changed sides: " : "",
                     describe_stance (after->stance), describe_stance (before->stance));
}

static void
write_stance (const AmDiffContext *c, const AmStanceChange *stance)
{
  const AmPosition *before =
      stance->old_position != AM_NONE ? am_map_position (c->old_map, stance->old_position) : NULL;
  const AmPosition *after =
      stance->new_position != AM_NONE ? am_map_position (c->new_map, stance->new_position) : NULL;
  const AmMap *map = after != NULL ? c->new_map : c->old_map;
  const AmPosition *there = after != NULL ? after : before;

  g_assert (there != NULL);
  g_autofree char *name = am_diff_name (c->new_map, AM_ENTITY_STAKEHOLDER, stance->new_stakeholder);
  g_autofree char *claim = am_diff_name_ref (map, AM_ENTITY_CLAIM, &there->claim);
  am_document_item (c->document, 0);
  am_document_strong (c->document, name);
  am_document_add (c->document, ", on %s: ", claim);
  if (before != NULL && after != NULL)
    write_other_stance (c, before, after);
  else if (after != NULL)
    am_document_add (c->document, "%s; no position before.", describe_stance (there->stance));
  else
    am_document_add (c->document, "no position any more; before: %s.",
                     describe_stance (there->stance));
}

void
am_diff_write_debate (const AmDiffContext *changes)
{
  const GArray *stances = changes->difference->stances;
  guint count = 0;

  write_statuses (changes);
  write_rebuttals (changes, changes->comparison->answered, TRUE);
  write_rebuttals (changes, changes->comparison->unanswered, FALSE);
  if (stances->len > 0)
    am_document_heading (changes->document, 3, "Positions");
  for (guint i = 0; i < stances->len; i++)
    if (am_diff_takes (changes, &count))
      write_stance (changes, &g_array_index (stances, AmStanceChange, i));
  am_diff_write_rest (changes, count);
}
