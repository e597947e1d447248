#include "reason/outcome.h"

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
    [AM_OUTCOME_NO_OBJECTIONS] = "no-objections", [AM_OUTCOME_BOTH] = "both",
    [AM_OUTCOME_OBJECTIONS] = "objections",       [AM_OUTCOME_NEITHER] = "neither",
    [AM_OUTCOME_DISPUTED] = "disputed",           [AM_OUTCOME_UNARGUED] = "unargued",
  };
  return words[outcome];
}

const char *
am_verdict_sentence (const AmVerdict *verdict)
{
  gboolean objections = am_tally_count (&verdict->objections) > 0,
           reasons = am_tally_count (&verdict->reasons) > 0;

  switch (verdict->outcome)
    {
    case AM_OUTCOME_NO_OBJECTIONS:
      return objections ? "Every objection in this map has been answered."
                        : "This map has no objection to it.";
    case AM_OUTCOME_BOTH:
      return "Reasons and objections both remain.";
    case AM_OUTCOME_OBJECTIONS:
      return "Only objections remain.";
    case AM_OUTCOME_NEITHER:
      return !reasons    ? "Every objection has been answered, but no reason is given for it."
           : !objections ? "Every reason has been answered, and there is no objection."
                         : "Every reason and every objection has been answered.";
    case AM_OUTCOME_DISPUTED:
      return "The outcome hangs on points in dispute.";
    case AM_OUTCOME_UNARGUED:
      return "Nothing has been said for or against it.";
    }
  return "";
}

const char *
am_outcome_clause (AmOutcome outcome)
{
  static const char *const clauses[] = {
    [AM_OUTCOME_NO_OBJECTIONS] = "no objection remains",
    [AM_OUTCOME_BOTH] = "reasons and objections both remain",
    [AM_OUTCOME_OBJECTIONS] = "only objections remain",
    [AM_OUTCOME_NEITHER] = "neither reasons nor objections remain",
    [AM_OUTCOME_DISPUTED] = "the outcome hangs on points in dispute",
    [AM_OUTCOME_UNARGUED] = "nothing is said for or against it",
  };
  return clauses[outcome];
}

const char *
am_outcome_conditional (AmOutcome outcome)
{
  static const char *const sentences[] = {
    [AM_OUTCOME_NO_OBJECTIONS] = "no objection would remain",
    [AM_OUTCOME_BOTH] = "reasons and objections would both remain",
    [AM_OUTCOME_OBJECTIONS] = "only objections would remain",
    [AM_OUTCOME_NEITHER] = "neither reasons nor objections would remain",
    [AM_OUTCOME_DISPUTED] = "the outcome would hang on points in dispute",
    [AM_OUTCOME_UNARGUED] = "nothing would be left for or against it",
  };
  return sentences[outcome];
}

guint32
am_tally_count (const AmTally *tally)
{
  return tally->in + tally->undecided + tally->out;
}

/* The highest of them; −1 for none. */
static AmLabel
best (const AmTally *tally)
{
  return tally->in > 0 ? AM_LABEL_IN : tally->undecided > 0 ? AM_LABEL_UNDECIDED : AM_LABEL_OUT;
}

static AmOutcome
find_outcome (const AmVerdict *v, const AmClaim *claim)
{
  gboolean kept =
      am_claim_is_evidenced (claim) && (am_tally_count (&v->reasons) > 0 || !claim->open);
  AmLabel reason = kept ? AM_LABEL_IN : best (&v->reasons), objection = best (&v->objections);

  if (am_tally_count (&v->reasons) == 0 && !am_claim_is_evidenced (claim)
      && am_tally_count (&v->objections) == 0)
    return AM_OUTCOME_UNARGUED;
  if (reason == AM_LABEL_UNDECIDED || objection == AM_LABEL_UNDECIDED)
    return AM_OUTCOME_DISPUTED;
  if (reason == AM_LABEL_IN)
    return objection == AM_LABEL_IN ? AM_OUTCOME_BOTH : AM_OUTCOME_NO_OBJECTIONS;
  return objection == AM_LABEL_IN ? AM_OUTCOME_OBJECTIONS : AM_OUTCOME_NEITHER;
}

static AmWhy
find_why (const AmVerdict *v, const AmClaim *claim)
{
  if (v->label == AM_LABEL_UNDECIDED)
    return AM_WHY_CYCLIC;
  if (v->label == AM_LABEL_OUT && v->objections.in > 0)
    return AM_WHY_REBUTTED;
  if (v->label == AM_LABEL_OUT)
    return am_tally_count (&v->reasons) > 0 ? AM_WHY_UNSUPPORTED : AM_WHY_OPEN;
  if (am_tally_count (&v->objections) > 0)
    return AM_WHY_DEFENDED;
  if (v->reasons.in > 0)
    return AM_WHY_SUPPORTED;
  return am_claim_is_evidenced (claim) ? AM_WHY_EVIDENCE : AM_WHY_UNCHALLENGED;
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

static void
append_tally (GString *out, const char *name, const AmTally *tally)
{
  if (am_tally_count (tally) == 0)
    g_string_append_printf (out, "%s: none.", name);
  else
    g_string_append_printf (out, "%s: %u unanswered, %u disputed, %u answered.", name, tally->in,
                            tally->undecided, tally->out);
}

char *
am_verdict_tally (const AmVerdict *verdict)
{
  GString *out = g_string_new (NULL);

  if (am_tally_count (&verdict->reasons) + am_tally_count (&verdict->objections) == 0)
    return NULL;
  append_tally (out, "Reasons", &verdict->reasons);
  append_tally (out, " Objections", &verdict->objections);
  return g_string_free (out, FALSE);
}

static void
append_short (GString *out, const AmTally *tally, const char *one, const char *many)
{
  guint32 count = am_tally_count (tally);

  if (count == 0)
    g_string_append_printf (out, "no %s", many);
  else if (tally->in == 0)
    g_string_append_printf (out, "none of %u %s", count, count == 1 ? one : many);
  else
    g_string_append_printf (out, "%u of %u %s", tally->in, count, count == 1 ? one : many);
  if (tally->undecided > 0)
    g_string_append_printf (out, " (%u disputed)", tally->undecided);
}

char *
am_verdict_short_tally (const AmVerdict *verdict)
{
  if (am_tally_count (&verdict->reasons) + am_tally_count (&verdict->objections) == 0)
    return NULL;
  GString *out = g_string_new ("Unanswered: ");
  append_short (out, &verdict->reasons, "reason", "reasons");
  g_string_append (out, ", ");
  append_short (out, &verdict->objections, "objection", "objections");
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}
