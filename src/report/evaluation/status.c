/* What a status means for its claim, in whole sentences: of this map, never of the world. */

#include "report/evaluation/sentences.h"

#include "base/text.h"
#include "reason/explain.h"

/* --- disputed --- */

/* How the views of the map that are coherent differ on a claim that depends on others in dispute.
 */
static const char *
describe_views (AmDisputeKind kind)
{
  static const char *const sentences[] = {
    [AM_DISPUTE_NONE] = "",
    [AM_DISPUTE_EITHER] = " Some coherent views of the map accept it, others reject it.",
    [AM_DISPUTE_DEFENSIBLE] = " Some coherent views of the map accept it, and none rejects it.",
    [AM_DISPUTE_INDEFENSIBLE] = " Some coherent views of the map reject it, and none accepts it.",
    [AM_DISPUTE_DEADLOCKED] = " No coherent view of the map settles it.",
    [AM_DISPUTE_UNASKED] = "",
    [AM_DISPUTE_CUT] = " How it could be settled was not found within the bound on the search.",
  };
  return sentences[kind];
}

/* Caller owns it. */
static char *
describe_disputed (AmEvaluation *e, guint32 claim)
{
  guint32 opponent = am_explain_opponent (e->labelling, claim);

  if (opponent == AM_NONE)
    return g_strdup_printf ("Disputed: it depends on points in dispute.%s",
                            describe_views (am_evaluation_kind (e, claim)));
  g_autofree char *other = am_verdicts_claim (e->map, opponent);
  return g_strdup_printf (
      "Disputed: it and %s deny each other, and nothing else in the map decides between them.",
      other);
}

/* --- answered --- */

/* Whether something that replies to the relation @node comes from claims that are in: it has not
 * been answered, but does not count. */
static gboolean
is_in_vain (const AmEvaluation *e, guint32 node)
{
  return am_labelling_of (e->labelling, am_dependencies_relation (e->dependencies, node)->from)
      == AM_LABEL_IN;
}

/* What the map says against the reply that decides. Caller owns it. */
static char *
describe_counter (const AmEvaluation *e, guint32 reply)
{
  guint32 only = AM_NONE;
  guint count = am_explain_replies (e->labelling, reply, &only);

  if (count == 0)
    return g_strdup ("the map has no reply to that");
  if (count > 1)
    return g_strdup_printf (count == 2 ? "both replies to that have been answered"
                                       : "all %u replies to that have been answered",
                            count);
  g_autofree char *premises =
      am_verdicts_premises (e->map, am_dependencies_relation (e->dependencies, only));
  return g_strdup_printf (is_in_vain (e, only) ? "the only reply to that, %s, does not count"
                                               : "the only reply to that, %s, has been answered",
                          premises);
}

static char *
describe_answered (const AmEvaluation *e, guint32 claim, gboolean naming)
{
  guint32 reply = am_explain_reply (e->labelling, claim);

  if (!naming || reply == AM_NONE)
    return g_strdup ("It has been answered.");
  g_autofree char *premises =
      am_verdicts_premises (e->map, am_dependencies_relation (e->dependencies, reply));
  g_autofree char *counter = describe_counter (e, reply);
  return g_strdup_printf ("Answered by %s; %s.", premises, counter);
}

/* All of its reasons are out: since they have been answered, or do not count for it. */
static char *
describe_unsupported (const AmEvaluation *e, guint32 claim)
{
  guint32 count = 0;
  gboolean in_vain = am_explain_in_vain (e->labelling, claim, TRUE, &count);

  if (in_vain)
    return g_strdup (count == 1 ? "The only reason given for it does not count for it."
                                : "No reason given for it counts for it.");
  return g_strdup (count == 1 ? "The only reason given for it has been answered."
                              : "Every reason given for it has been answered.");
}

/* --- unanswered --- */

/* Nothing rebuts it. A reply to one of its steps is none to the claim, and is told apart. */
static char *
describe_unrebutted (const AmEvaluation *e, guint32 claim, const char *more)
{
  return g_strdup_printf (am_explain_has_reply (e->map, claim)
                              ? "No reply to it in this map, only to a step from it%s."
                              : "No reply to it in this map%s.",
                          more);
}

/* "The only reply", "Both direct replies to it" where its steps have replies as well. Caller owns
 * it. */
static char *
name_replies (const AmEvaluation *e, guint32 claim, guint32 count)
{
  const char *direct = "";
  AmRange relations = am_map_claim (e->map, claim)->relations;

  for (guint32 i = 0; i < relations.count; i++)
    if (am_map_undercutters (e->map, relations.start + i).count > 0)
      direct = "direct ";
  if (count == 1)
    return g_strdup_printf ("The only %sreply", direct);
  return count == 2 ? g_strdup_printf ("Both %sreplies", direct)
                    : g_strdup_printf ("All %u %sreplies", count, direct);
}

static char *
describe_defended (const AmEvaluation *e, guint32 claim, gboolean naming)
{
  guint32 count = 0, only = AM_NONE;
  gboolean in_vain = am_explain_in_vain (e->labelling, claim, FALSE, &count);

  am_explain_rebuttals (e->labelling, claim, &only);
  g_autofree char *replies = name_replies (e, claim, count);
  if (count == 1 && naming && only != AM_NONE)
    {
      g_autofree char *premises =
          am_verdicts_premises (e->map, am_dependencies_relation (e->dependencies, only));
      return g_strdup_printf (in_vain ? "%s, %s, does not count against it."
                                      : "%s, %s, has been answered.",
                              replies, premises);
    }
  if (in_vain && count == 1)
    return g_strdup_printf ("%s does not count against it.", replies);
  return g_strdup_printf (count == 1 ? "%s to it has been answered."
                          : in_vain  ? "%s to it have been answered, or do not count against it."
                                     : "%s to it have been answered.",
                          replies);
}

char *
am_status_sentence (AmEvaluation *evaluation, guint32 claim, AmWhy why, gboolean naming)
{
  switch (why)
    {
    case AM_WHY_UNCHALLENGED:
      return describe_unrebutted (evaluation, claim, "");
    case AM_WHY_SUPPORTED:
      return describe_unrebutted (evaluation, claim, "; a reason for it is unanswered");
    case AM_WHY_EVIDENCE:
      return describe_unrebutted (evaluation, claim, "; it cites a source");
    case AM_WHY_DEFENDED:
      return describe_defended (evaluation, claim, naming);
    case AM_WHY_REBUTTED:
      return describe_answered (evaluation, claim, naming);
    case AM_WHY_UNSUPPORTED:
      return describe_unsupported (evaluation, claim);
    case AM_WHY_OPEN:
      return g_strdup ("It is marked as open, and no reason is given for it.");
    case AM_WHY_CYCLIC:
      return describe_disputed (evaluation, claim);
    }
  return g_strdup ("");
}
