/* What became of a point, in sentences: a reason or an objection, and the replies to it. */

#include "report/summary/parts.h"

#include "base/text.h"
#include "reason/explain.h"

/* "“…” (…)", the quotation cut to so many words. Caller owns it. */
char *
am_summary_quote (const AmSummary *s, guint32 claim)
{
  const AmClaim *record = am_map_claim (s->map, claim);

  if (s->terse == NULL)
    return am_verdicts_claim (s->map, claim);
  g_autofree char *text = am_text_first_words (record->text, s->terse->quoted),
                  *quoted = am_phrase_quoted (text), *names = am_summary_names (s, record->by);
  return names != NULL ? g_strdup_printf ("“%s” (%s)", quoted, names)
                       : g_strdup_printf ("“%s”", quoted);
}

/* All premises of a relation. Caller owns it. */
char *
am_summary_quote_premises (const AmSummary *s, const AmRelation *relation)
{
  g_autoptr (GPtrArray) premises = g_ptr_array_new_with_free_func (g_free);
  guint32 shown =
      s->terse != NULL ? MIN (relation->with.count, s->terse->linked) : relation->with.count;

  g_ptr_array_add (premises, am_summary_quote (s, relation->from));
  for (guint32 i = 0; i < shown; i++)
    g_ptr_array_add (premises,
                     am_summary_quote (s, am_map_ref (s->map, relation->with.start + i)->index));
  return am_text_list (premises, "and", relation->with.count - shown);
}

/* --- unanswered --- */

static void
write_unanswered (AmSummary *s, const AmDigestPoint *point)
{
  if (point->answers == 0)
    {
      am_document_add (s->document, " There is no reply to it.");
      return;
    }
  if (point->answers > 1 || (s->terse != NULL && s->terse->replies == 0))
    {
      g_autofree char *number = am_phrase_number (point->answers);
      am_document_add (s->document,
                       point->answers == 1   ? " The only reply to it has been answered."
                       : point->answers == 2 ? " Both replies to it have been answered."
                                             : " All %s replies to it have been answered.",
                       number);
      return;
    }
  g_autofree char *reply = am_summary_quote_premises (
      s, am_dependencies_relation (s->evaluation->dependencies, point->answer));
  am_document_add (s->document, " The only reply, %s, has been answered.", reply);
}

/* --- answered --- */

/* The step does not count although nobody disputes what it is made of. */
static void
write_undercut (AmSummary *s, const AmDigestPoint *point, guint32 undercut)
{
  const AmDependencies *b = s->evaluation->dependencies;
  guint32 last = AM_NONE;
  gboolean disputed =
      am_explain_rebuttals (s->evaluation->labelling, point->relation->from, &last) > 0;
  g_autofree char *reply = am_summary_quote_premises (s, am_dependencies_relation (b, undercut));

  am_document_add (s->document,
                   disputed ? " It is unanswered, but does not count here: %s."
                            : " Nobody disputes it, but it does not count here: %s.",
                   reply);
}

static void
write_lost (AmSummary *s, const AmDigestPoint *point)
{
  const AmLabelling *l = s->evaluation->labelling;
  guint32 cause = am_explain_cause (l, point->node);

  if (cause == AM_NONE)
    return;
  if (!am_dependencies_is_claim (s->evaluation->dependencies, cause))
    {
      write_undercut (s, point, cause);
      return;
    }
  guint32 reply = am_explain_reply (l, cause);
  if (cause != point->relation->from)
    {
      g_autofree char *premise = am_summary_quote (s, cause);
      am_document_add (s->document, " It rests on %s as well.", premise);
    }
  if (reply == AM_NONE)
    {
      g_autofree char *sentence =
          am_status_sentence (s->evaluation, cause, am_explain_first_why (l, cause), FALSE);
      am_document_add (s->document, " %s", sentence);
    }
  else
    {
      g_autofree char *text = am_summary_quote_premises (
          s, am_dependencies_relation (s->evaluation->dependencies, reply));
      am_document_add (s->document, " It has been answered: %s.", text);
    }
}

/* --- disputed --- */

static void
write_disputed (AmSummary *s, const AmDigestPoint *point)
{
  guint32 opponent = am_explain_opponent (s->evaluation->labelling, point->relation->from);

  if (opponent == AM_NONE || point->relation->with.count > 0)
    {
      am_document_add (s->document, " It is disputed: it depends on points in dispute.");
      return;
    }
  g_autofree char *other = am_summary_quote (s, opponent);
  am_document_add (
      s->document,
      " It is disputed: it and %s deny each other, and nothing else in the map decides "
      "between them.",
      other);
}

/* Whose the last word is, where it took a reply to have it. */
static void
write_last_word (AmSummary *s, const AmDigestPoint *point)
{
  guint32 claim = am_explain_last_word (s->evaluation->labelling, point->node);

  if (claim == AM_NONE || claim == point->relation->from)
    return;
  g_autofree char *names = am_summary_names (s, am_map_claim (s->map, claim)->by);
  if (names != NULL)
    am_document_add (s->document, " The last word on this in the map is with %s.", names);
}

void
am_summary_write_reply (AmSummary *s, const AmDigestPoint *point)
{
  switch (point->label)
    {
    case AM_LABEL_IN:
      write_unanswered (s, point);
      break;
    case AM_LABEL_UNDECIDED:
      write_disputed (s, point);
      break;
    case AM_LABEL_OUT:
      write_lost (s, point);
      break;
    }
  if (s->terse == NULL || s->terse->last_word)
    write_last_word (s, point);
}
