/* In short: who is on which side, what weighs most there, what it comes to, and on what that turns.
 */

#include "report/summary/parts.h"

#include "base/text.h"

/* So many of one side are named. */
#define MOST_NAMED 6

/* Of what the outcome turns on, so many points, and of rival answers one each; argmap crux tells
 * the rest. */
#define MOST_TURNS 2

/* --- the sides --- */

/* "NAME and seven members". Caller owns it. */
static char *
name_leader (const AmSummary *s, const AmDigestLeader *leader)
{
  g_autofree char *number = am_phrase_number (leader->members);

  g_autofree char *name = am_phrase_mention (s->map, leader->who);
  if (leader->members == 0)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s and %s %s", name, number,
                          leader->members == 1 ? "member" : "members");
}

static void
write_wishes (AmSummary *s, guint32 who)
{
  AmRange interests = am_map_stakeholder (s->map, who)->interests;

  for (guint32 i = 0; i < interests.count; i++)
    am_document_add (s->document, "%s%s%s", i == 0 ? ". Aims: " : "; ",
                     *am_map_string (s->map, interests.start + i),
                     i + 1 == interests.count ? "." : "");
}

/* One an item, with what each wants. */
static void
write_side_in_full (AmSummary *s, const GArray *leaders, const char *words)
{
  guint count = leaders->len, shown = count > MOST_NAMED + 1 ? MOST_NAMED : count;

  if (count == 0)
    return;
  am_document_paragraph (s->document);
  am_document_strong (s->document, words);
  am_document_add (s->document, ":");
  for (guint i = 0; i < shown; i++)
    {
      const AmDigestLeader *leader = &g_array_index (leaders, AmDigestLeader, i);
      g_autofree char *name = name_leader (s, leader);
      am_document_item (s->document, 0);
      am_document_add (s->document, "%s", name);
      write_wishes (s, leader->who);
    }
  if (count == shown)
    return;
  g_autofree char *others = am_phrase_count (count - shown, "other", "others");
  am_document_item (s->document, 0);
  am_document_add (s->document, "%s.", others);
}

/* " For it: A and two members, B and C." */
static void
write_side_in_line (AmSummary *s, const GArray *leaders, const char *words)
{
  guint count = leaders->len, shown = count > MOST_NAMED + 1 ? MOST_NAMED : count;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < shown; i++)
    g_ptr_array_add (names, name_leader (s, &g_array_index (leaders, AmDigestLeader, i)));
  g_autofree char *list = am_text_list (names, "and", count - shown);
  if (count > 0)
    am_document_add (s->document, " %s: %s.", words, list);
}

static void
write_sides (AmSummary *s, guint number, gboolean in_full)
{
  static const struct
  {
    AmStance stance;
    const char *words;
    gboolean in_line; /* always */
  } sides[] = {
    { AM_STANCE_FOR, "For it", FALSE },
    { AM_STANCE_AGAINST, "Against it", FALSE },
    { AM_STANCE_CONDITIONAL, "For it, on conditions", TRUE },
    { AM_STANCE_CONCEDES, "Conceding it", TRUE },
    { AM_STANCE_NEUTRAL, "Neutral", TRUE },
  };
  gboolean begun = !in_full;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const GArray *leaders = am_digest_sides (s->digest, number)->leaders[sides[i].stance];
      if (in_full && !sides[i].in_line)
        {
          write_side_in_full (s, leaders, sides[i].words);
          continue;
        }
      if (!begun && leaders->len > 0)
        am_document_paragraph (s->document);
      begun = begun || leaders->len > 0;
      write_side_in_line (s, leaders, sides[i].words);
    }
}

/* --- what weighs most --- */

static const char *
describe_label (AmLabel label)
{
  return label == AM_LABEL_IN        ? "is unanswered"
       : label == AM_LABEL_UNDECIDED ? "is disputed"
                                     : "has been answered";
}

/* " It rests on “…” (…). Every reason given for it has been answered." */
static void
write_weak_premise (AmSummary *s, const AmDigestPoint *point)
{
  g_autofree char *claim = am_verdicts_claim (s->map, point->premise);
  g_autofree char *sentence =
      am_status_sentence (s->evaluation, point->premise,
                          am_verdict (s->evaluation->labelling, point->premise).why, TRUE);

  if (point->relation->with.count == 0)
    am_document_add (s->document, " %s", sentence);
  else
    am_document_add (s->document, " It rests on %s. %s", claim, sentence);
}

static void
write_answer (AmSummary *s, const AmDigestPoint *point)
{
  const AmEvaluation *e = s->evaluation;
  g_autofree char *premises =
      am_verdicts_premises (s->map, am_dependencies_relation (e->dependencies, point->answer));

  am_document_add (s->document, " %s, %s, %s.",
                   point->answers == 1 ? "The only reply" : "The strongest reply", premises,
                   describe_label (am_labelling_of (e->labelling, point->answer)));
}

void
am_summary_write_reply (AmSummary *s, const AmDigestPoint *point)
{
  switch (point->reply)
    {
    case AM_REPLY_NONE:
      am_document_add (s->document, " There is no reply to it.");
      break;
    case AM_REPLY_PREMISE:
      write_weak_premise (s, point);
      break;
    case AM_REPLY_MUTUAL:
      am_document_add (
          s->document,
          " The two deny each other, and nothing else in the map decides between them.");
      break;
    case AM_REPLY_ANSWER:
      write_answer (s, point);
      break;
    }
}

static void
write_strongest (AmSummary *s, guint number, gboolean helps, guint depth)
{
  const AmVerdict *verdict = am_digest_verdict (s->digest, number);
  const AmTally *tally = helps ? &verdict->reasons : &verdict->objections;
  const AmDigestPoint *point =
      am_digest_strongest (s->digest, g_array_index (s->theses, guint32, number), helps);

  if (point == NULL)
    return;
  g_autofree char *premises = am_verdicts_premises (s->map, point->relation);
  gboolean only = am_tally_count (tally) == 1;
  am_document_item (s->document, depth);
  am_document_strong (s->document, helps
                                       ? only ? "The reason for it" : "The strongest reason for it"
                                   : only ? "The objection to it"
                                          : "The strongest objection to it");
  am_document_add (s->document, ": %s. It %s.", premises, describe_label (point->label));
  am_summary_write_reply (s, point);
}

/* --- the outcome --- */

static void
write_turns (AmSummary *s, guint number)
{
  const AmCruxes *found = am_digest_turns (s->digest, number);

  if (found == NULL)
    am_document_add (s->document, " For what would decide it, see argmap crux.");
  else
    am_verdicts_write_turns (s->evaluation, found, s->theses->len > 1 ? 1 : MOST_TURNS,
                             s->document);
}

/* The resolution, or a thesis where there is but one. */
static void
write_single (AmSummary *s)
{
  guint32 thesis = g_array_index (s->theses, guint32, 0);
  const AmClaim *claim = am_map_claim (s->map, thesis);
  g_autofree char *sentence = am_phrase_sentence (claim->text),
                  *names = am_phrase_names (s->map, claim->by);
  g_autofree char *citations =
      s->style->brief ? g_strdup ("")
                      : am_phrase_citations (s->map, claim->evidence); /* of a list of sources */

  am_document_paragraph (s->document);
  am_document_add (s->document,
                   s->map->resolutions.count > 0 ? "The resolution: " : "What it comes down to: ");
  am_document_strong (s->document, sentence);
  am_document_add (s->document, "%s", citations);
  if (names != NULL)
    am_document_add (s->document, " It is put forward by %s.", names);
  write_sides (s, 0, TRUE);
  if (am_dependencies_inputs (s->evaluation->dependencies, thesis).count > 0)
    {
      am_document_paragraph (s->document);
      am_document_add (s->document, "What weighs most:");
    }
  write_strongest (s, 0, TRUE, 0);
  write_strongest (s, 0, FALSE, 0);
  am_verdicts_write_theses (s->digest, AM_VERDICTS_IN_CONTEXT, s->document);
  am_document_paragraph (s->document);
  write_turns (s, 0);
}

/* One of several. */
static void
write_rival (AmSummary *s, guint number)
{
  const AmVerdict *verdict = am_digest_verdict (s->digest, number);
  const AmClaim *claim = am_map_claim (s->map, g_array_index (s->theses, guint32, number));
  g_autofree char *sentence = am_phrase_sentence (claim->text), *tally = am_verdict_tally (verdict);
  g_autofree char *citations =
      s->style->brief ? g_strdup ("")
                      : am_phrase_citations (s->map, claim->evidence); /* of a list of sources */

  am_document_item (s->document, 0);
  am_document_strong (s->document, sentence);
  am_document_add (s->document, "%s", citations);
  write_sides (s, number, FALSE);
  write_strongest (s, number, TRUE, 1);
  write_strongest (s, number, FALSE, 1);
  am_document_item (s->document, 1);
  am_verdicts_write_outcome (verdict, s->document);
  if (tally != NULL)
    am_document_add (s->document, " %s", tally);
  write_turns (s, number);
}

static void
write_rivals (AmSummary *s)
{
  guint count = 0;

  am_document_paragraph (s->document);
  am_document_add (s->document, s->map->resolutions.count > 0 ? "The answers that are put forward:"
                                                              : "What it comes down to:");
  for (guint i = 0; i < s->theses->len; i++)
    if (am_summary_takes (s, &count))
      write_rival (s, i);
  am_summary_write_rest (s, count, "argmap evaluate");
}

void
am_summary_in_short (AmSummary *s)
{
  if (s->theses->len == 0)
    {
      if (s->style->brief)
        am_verdicts_write_theses (s->digest, AM_VERDICTS_ALONE, s->document);
      return;
    }
  am_document_heading (s->document, 2, "In short");
  if (s->theses->len == 1)
    write_single (s);
  else
    write_rivals (s);
  am_document_paragraph (s->document);
  am_document_add (s->document, AM_CAVEAT);
  if (s->style->brief)
    am_summary_write_supplied (s, am_digest_list (s->digest, AM_DIGEST_IMPLICIT)->count,
                               s->map->claims->len);
}
