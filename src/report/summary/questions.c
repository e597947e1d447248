/* What is left to do in a debate: what nobody has answered, what has no evidence, which stock
   issues are spoken to, which questions are open. */

#include "report/summary/parts.h"

#include "base/text.h"
#include "reason/explain.h"

/* --- unanswered --- */

/* " (Against “…”, and the step from “…” to “…”.)" */
static void
write_targets (AmSummary *s, guint32 index)
{
  AmRange relations = am_map_claim (s->map, index)->relations;
  guint count = 0;

  for (guint32 i = 0; i < relations.count; i++)
    {
      g_autofree char *target =
          am_phrase_target (s->map, am_map_relation (s->map, relations.start + i));
      if (target != NULL)
        am_document_add (s->document, "%s%s", count++ == 0 ? " (Against " : ", and ", target);
    }
  if (count > 0)
    am_document_add (s->document, ".)");
}

static void
write_unanswered (AmSummary *s)
{
  const AmDigestClaims *claims = am_digest_list (s->digest, AM_DIGEST_WITHOUT_REPLY);
  guint count = am_summary_begin_list (s, claims, "Rebuttals without a reply");

  for (guint i = 0; i < count; i++)
    {
      am_summary_claim_item (s, claims->items[i]);
      write_targets (s, claims->items[i]);
    }
  am_summary_write_rest (s, claims->count, "argmap list --rebuttals --unanswered");
}

/* --- without evidence --- */

static void
write_argued (AmSummary *s, guint argued, guint count)
{
  if (argued == 0 || count == 0)
    return;
  g_autofree char *number = am_text_count (argued, "value, policy or definition is",
                                           "values, policies and definitions are");
  am_document_paragraph (s->document);
  am_document_add (s->document, "%s not listed: such claims are argued for rather than shown.",
                   number);
}

static void
write_without_evidence (AmSummary *s)
{
  const AmDigestClaims *claims = am_digest_list (s->digest, AM_DIGEST_WITHOUT_EVIDENCE);
  guint count = am_summary_begin_list (s, claims, "Claims without evidence");

  for (guint i = 0; i < count; i++)
    am_summary_claim_item (s, claims->items[i]);
  am_summary_write_rest (s, claims->count, "argmap summary --all");
  am_summary_write_supplied (s, claims->implicit, claims->count);
  write_argued (s, am_digest_list (s->digest, AM_DIGEST_ARGUED)->count, claims->count);
}

/* --- stock issues --- */

/* What those who do not debate would call them. */
static const char *const issue_phrases[] = {
  [AM_ISSUE_UNSAID] = "",
  [AM_ISSUE_HARMS] = "what is wrong, or would be",
  [AM_ISSUE_SIGNIFICANCE] = "how much it matters",
  [AM_ISSUE_INHERENCY] = "what keeps things as they are",
  [AM_ISSUE_SOLVENCY] = "whether the proposal would help",
  [AM_ISSUE_TOPICALITY] = "what the words of the question mean",
  [AM_ISSUE_DISADVANTAGE] = "what the proposal would do harm to",
  [AM_ISSUE_COUNTERPLAN] = "what could be done instead",
  [AM_ISSUE_COST] = "what it would cost",
  [AM_ISSUE_RIGHTS] = "whose rights it touches",
  [AM_ISSUE_FEASIBILITY] = "whether it can be done",
};

static void
write_issue (AmSummary *s, guint issue, const AmIssueCount *count)
{
  am_document_cell (s->document);
  am_document_add (s->document, "%s: %s", am_issue_words[issue], issue_phrases[issue]);
  am_document_cell_number (s->document, count->roles[AM_ROLE_CLAIM]);
  am_document_cell_number (s->document, count->roles[AM_ROLE_REBUTTAL]);
  am_document_cell_number (s->document, count->in);
}

/* What a case for a policy cannot do without. */
static void
write_missing_issues (AmSummary *s, const AmDigestCounts *counts)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  if (counts->missing == 0)
    return;
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (counts->issues[i].missing)
      g_ptr_array_add (missing, g_strdup_printf ("%s (%s)", am_issue_words[i], issue_phrases[i]));
  g_autofree char *list = am_text_list (missing, "or", 0);
  am_document_paragraph (s->document);
  am_document_add (s->document,
                   "Nothing in the map speaks to %s, which a case for a policy has to answer.",
                   list);
}

static void
write_issues (AmSummary *s)
{
  const AmDigestCounts *counts = am_digest_counts (s->digest);

  if (!counts->any_issue)
    return;
  am_document_heading (s->document, 2, "Stock issues");
  am_document_table (s->document, 4);
  am_document_cell_text (s->document, "");
  am_document_cell_text (s->document, "Claims");
  am_document_cell_text (s->document, "Rebuttals");
  am_document_cell_text (s->document, "Unanswered");
  for (guint i = 1; i < AM_N_ISSUES; i++)
    if (counts->issues[i].roles[AM_ROLE_CLAIM] + counts->issues[i].roles[AM_ROLE_REBUTTAL] > 0)
      write_issue (s, i, &counts->issues[i]);
  write_missing_issues (s, counts);
}

/* --- open questions --- */

/* Where the map has replies none of them is unanswered, or nobody would be asked for one. */
static void
write_question_of_reply (AmSummary *s, guint32 index, const char *claim)
{
  am_document_add (s->document,
                   am_explain_has_reply (s->map, index)
                       ? "What other reply is there to %s? Until one is unanswered,"
                       : "What is the reply to %s? Without one,",
                   claim);
}

static void
write_question (AmSummary *s, const AmQuestion *question)
{
  g_autofree char *claim = am_verdicts_claim (s->map, question->claim);
  g_autofree char *other =
      question->other != AM_NONE ? am_verdicts_claim (s->map, question->other) : NULL;
  g_autofree char *text = question->other != AM_NONE
                            ? am_phrase_quoted (am_map_claim (s->map, question->other)->text)
                            : NULL;
  AmDocument *d = s->document;

  am_document_item (d, 0);
  switch (question->kind)
    {
    case AM_QUESTION_WEIGHS:
      am_document_add (d, "Which weighs more: %s, or %s? Both are unanswered.", claim, other);
      break;
    case AM_QUESTION_ANSWER:
      write_question_of_reply (s, question->claim, claim);
      if (s->theses->len > 1)
        am_document_add (d, " the objections to “%s” remain.", text);
      else
        am_document_add (d, " the objections to the resolution remain.");
      break;
    case AM_QUESTION_EITHER:
      am_document_add (d,
                       "Is it %s, or %s? They deny each other, and nothing else in the map decides "
                       "between them.",
                       claim, other);
      break;
    case AM_QUESTION_DISPUTED:
      am_document_add (d, "What decides %s? It depends on points in dispute.", claim);
      break;
    case AM_QUESTION_SHOWN:
      am_document_add (
          d, "What evidence is there for %s? It would decide the outcome, and cites no source.",
          claim);
      break;
    case AM_QUESTION_REASON:
    default:
      am_document_add (d, "What reason is there for %s? It is marked as open, and none is given.",
                       claim);
      break;
    }
}

void
am_summary_questions (AmSummary *s)
{
  const GArray *questions = am_digest_questions (s->digest);
  guint count = 0;

  if (questions->len > 0)
    am_document_heading (s->document, 2, "Open questions");
  for (guint i = 0; i < questions->len; i++)
    if (am_summary_takes (s, &count))
      write_question (s, &g_array_index (questions, AmQuestion, i));
  am_summary_write_rest (s, count, "argmap summary --all");
}

void
am_summary_open (AmSummary *s)
{
  write_unanswered (s);
  write_without_evidence (s);
  write_issues (s);
}
