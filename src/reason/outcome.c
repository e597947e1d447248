#include "reason/outcome.h"

#include "base/text.h"
#include "reason/suppose.h"

const char *
am_why_word (AmWhy why)
{
  static const char *const words[] = {
    [AM_WHY_UNCHALLENGED] = "unchallenged",
    [AM_WHY_SUPPORTED] = "supported",
    [AM_WHY_EVIDENCE] = "evidence",
    [AM_WHY_DEFENDED] = "defended",
    [AM_WHY_REBUTTED] = "rebutted",
    [AM_WHY_UNSUPPORTED] = "unsupported",
    [AM_WHY_OPEN] = "open",
    [AM_WHY_CYCLIC] = "cyclic",
  };
  return words[why];
}

const char *
am_outcome_word (AmOutcome outcome)
{
  static const char *const words[] = {
    [AM_OUTCOME_HOLDS] = "holds",           [AM_OUTCOME_BOTH_SIDES] = "both-sides",
    [AM_OUTCOME_OBJECTIONS] = "objections", [AM_OUTCOME_NEITHER] = "neither",
    [AM_OUTCOME_CONTESTED] = "contested",   [AM_OUTCOME_UNCHALLENGED] = "unchallenged",
  };
  return words[outcome];
}

const char *
am_outcome_phrase (AmOutcome outcome)
{
  static const char *const phrases[] = {
    [AM_OUTCOME_HOLDS] = "holds",
    [AM_OUTCOME_BOTH_SIDES] = "both sides have unanswered points",
    [AM_OUTCOME_OBJECTIONS] = "only objections stand",
    [AM_OUTCOME_NEITHER] = "no reason and no objection is left standing",
    [AM_OUTCOME_CONTESTED] = "turns on contested points",
    [AM_OUTCOME_UNCHALLENGED] = "nothing is said for or against it",
  };
  return phrases[outcome];
}

guint32
am_tally_count (const AmTally *tally)
{
  return tally->standing + tally->contested + tally->fallen;
}

/* The highest of them; −1 for none. */
static AmLabel
best (const AmTally *tally)
{
  return tally->standing > 0  ? AM_LABEL_STANDING
       : tally->contested > 0 ? AM_LABEL_CONTESTED
                              : AM_LABEL_FALLEN;
}

static AmOutcome
find_outcome (const AmVerdict *v, const AmClaim *claim)
{
  gboolean kept = claim->evidence.count > 0 && (am_tally_count (&v->reasons) > 0 || !claim->open);
  AmLabel reason = kept ? AM_LABEL_STANDING : best (&v->reasons), objection = best (&v->objections);

  if (am_tally_count (&v->reasons) == 0 && claim->evidence.count == 0
      && am_tally_count (&v->objections) == 0)
    return AM_OUTCOME_UNCHALLENGED;
  if (reason == AM_LABEL_CONTESTED || objection == AM_LABEL_CONTESTED)
    return AM_OUTCOME_CONTESTED;
  if (reason == AM_LABEL_STANDING)
    return objection == AM_LABEL_STANDING ? AM_OUTCOME_BOTH_SIDES : AM_OUTCOME_HOLDS;
  return objection == AM_LABEL_STANDING ? AM_OUTCOME_OBJECTIONS : AM_OUTCOME_NEITHER;
}

static AmWhy
find_why (const AmVerdict *v, const AmClaim *claim)
{
  if (v->label == AM_LABEL_CONTESTED)
    return AM_WHY_CYCLIC;
  if (v->label == AM_LABEL_FALLEN && v->objections.standing > 0)
    return AM_WHY_REBUTTED;
  if (v->label == AM_LABEL_FALLEN)
    return am_tally_count (&v->reasons) > 0 ? AM_WHY_UNSUPPORTED : AM_WHY_OPEN;
  if (am_tally_count (&v->objections) > 0)
    return AM_WHY_DEFENDED;
  if (v->reasons.standing > 0)
    return AM_WHY_SUPPORTED;
  return claim->evidence.count > 0 ? AM_WHY_EVIDENCE : AM_WHY_UNCHALLENGED;
}

AmVerdict
am_verdict (const AmLabelling *labelling, guint32 claim)
{
  const AmClaim *record = am_map_claim (labelling->dependencies->map, claim);
  AmVerdict v = { .label = am_labelling_of (labelling, claim) };

  am_suppose_count (labelling, claim, &v.reasons, &v.objections);
  v.outcome = find_outcome (&v, record);
  v.why = find_why (&v, record);
  return v;
}

/* "3 of 10 reasons", "both reasons", "the one reason". Caller owns it. */
static char *
describe_standing (const AmTally *tally, const char *singular)
{
  guint32 count = am_tally_count (tally);
  g_autofree char *standing = am_text_number (tally->standing),
                  *all = am_text_count (count, singular, NULL);

  if (count == 1)
    return g_strdup_printf ("the one %s", singular);
  if (count == tally->standing)
    return count == 2 ? g_strdup_printf ("both %ss", singular) : g_strdup_printf ("all %s", all);
  return g_strdup_printf ("%s of %s", standing, all);
}

/* Where none stands: @many "4 reasons", or @one "the one reason". Caller owns it. */
static char *
describe_none (const AmTally *tally, const char *one, const char *many, const char *singular)
{
  g_autofree char *all = am_text_count (am_tally_count (tally), singular, NULL);

  return am_tally_count (tally) == 1 ? g_strdup_printf ("%sthe one %s", one, singular)
                                     : g_strdup_printf ("%s%s", many, all);
}

/* Of one side alone. */
static char *
describe_side (const AmTally *tally, const char *singular)
{
  g_autofree char *standing = describe_standing (tally, singular),
                  *none = describe_none (tally, "", "none of the ", singular);

  if (tally->standing == 0)
    return g_strdup_printf ("%s %s", none,
                            am_tally_count (tally) == 1 ? "does not stand" : "stand");
  return g_strdup_printf ("%s %s", standing, tally->standing == 1 ? "stands" : "stand");
}

/* Of a side of which something stands, and one of which nothing does. */
static char *
describe_contrast (const AmTally *standing, const char *singular, const AmTally *fallen,
                   const char *other)
{
  g_autofree char *first = describe_side (standing, singular),
                  *second = describe_none (fallen, "not ", "none of the ", other);

  return g_strdup_printf ("%s, but %s", first, second);
}

char *
am_verdict_tally (const AmVerdict *verdict)
{
  const AmTally *reasons = &verdict->reasons, *objections = &verdict->objections;

  if (am_tally_count (reasons) + am_tally_count (objections) == 0)
    return NULL;
  if (am_tally_count (objections) == 0)
    return describe_side (reasons, "reason");
  if (am_tally_count (reasons) == 0)
    return describe_side (objections, "objection");
  if (reasons->standing > 0 && objections->standing == 0)
    return describe_contrast (reasons, "reason", objections, "objection");
  if (reasons->standing == 0 && objections->standing > 0)
    return describe_contrast (objections, "objection", reasons, "reason");
  gboolean none = reasons->standing == 0;
  g_autofree char *first = none ? describe_none (reasons, "", "any of the ", "reason")
                                : describe_standing (reasons, "reason");
  g_autofree char *second = none ? describe_none (objections, "", "any of the ", "objection")
                                 : describe_standing (objections, "objection");
  return none ? g_strdup_printf ("neither %s nor %s stands", first, second)
              : g_strdup_printf ("%s and %s stand", first, second);
}
