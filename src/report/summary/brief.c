/* In short: who is on which side, what weighs most there, what it comes to, and on what that turns. */

#include "report/summary/parts.h"

#include "base/text.h"

/* So many of one side are named. */
#define MOST_NAMED 6

/* Of what the outcome turns on, so many points, and of rival answers one each; argmap crux tells the rest. */
#define MOST_TURNS 2

/* --- the sides --- */

/* Who of one side stands for others of it. */
typedef struct
{
  GArray *leaders; /* of guint32 */
  guint *members; /* per stakeholder: how many of that side belong to it */
} Side;

static void
side_clear (Side *side)
{
  g_array_unref (side->leaders);
  g_free (side->members);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

/* Memberships are followed so far. */
#define MOST_STEPS 64

/* The last of those that @who belongs to, directly or not, that are on the side as well; @who where none is, and where they belong to one
   another in a circle. */
static guint32
find_leader (const AmMap *map, guint32 who, const gboolean *on_side)
{
  guint32 leader = who, next = am_map_stakeholder (map, who)->member_of.index;

  for (guint steps = 0; next != AM_NONE && steps < MOST_STEPS; steps++)
    {
      if (next == who)
        return who;
      if (on_side[next])
        leader = next;
      next = am_map_stakeholder (map, next)->member_of.index;
    }
  return next == AM_NONE ? leader : who;
}

static void
find_side (const AmSummary *s, guint32 thesis, AmStance stance, Side *side)
{
  g_autofree gboolean *on_side = g_new0 (gboolean, (gsize) s->map->stakeholders->len + 1);
  guint32 count;
  const AmStanceEntry *on = am_stances_on (am_digest_stances (s->digest), thesis, &count);

  side->leaders = g_array_new (FALSE, FALSE, sizeof (guint32));
  side->members = g_new0 (guint, (gsize) s->map->stakeholders->len + 1);
  for (guint32 i = 0; i < count; i++)
    on_side[on[i].stakeholder] = on[i].stance == stance;
  for (guint32 i = 0; i < count; i++)
    {
      if (on[i].stance != stance)
        continue;
      guint32 leader = find_leader (s->map, on[i].stakeholder, on_side);
      if (leader == on[i].stakeholder)
        g_array_append_val (side->leaders, leader);
      else
        side->members[leader]++;
    }
}

/* "NAME and seven members". Caller owns it. */
static char *
name_leader (const AmSummary *s, const Side *side, guint32 who)
{
  guint members = side->members[who];
  g_autofree char *number = am_phrase_number (members);

  return g_strdup_printf ("%s%s%s%s", am_phrase_name (s->map, who), members > 0 ? " and " : "", members > 0 ? number : "",
                          members == 0 ? "" : members == 1 ? " member" : " members");
}

static void
write_wishes (AmSummary *s, guint32 who)
{
  AmRange interests = am_map_stakeholder (s->map, who)->interests;

  for (guint32 i = 0; i < interests.count; i++)
    am_document_add (s->document, "%s%s%s", i == 0 ? ". Aims: " : "; ", *am_map_string (s->map, interests.start + i),
                     i + 1 == interests.count ? "." : "");
}

/* One an item, with what each wants. */
static void
write_side_in_full (AmSummary *s, const Side *side, const char *words)
{
  guint count = side->leaders->len, shown = count > MOST_NAMED + 1 ? MOST_NAMED : count;

  if (count == 0)
    return;
  am_document_paragraph (s->document);
  am_document_strong (s->document, words);
  am_document_add (s->document, ":");
  for (guint i = 0; i < shown; i++)
    {
      guint32 who = g_array_index (side->leaders, guint32, i);
      g_autofree char *name = name_leader (s, side, who);
      am_document_item (s->document, 0);
      am_document_add (s->document, "%s", name);
      write_wishes (s, who);
    }
  if (count == shown)
    return;
  g_autofree char *others = am_phrase_count (count - shown, "other", "others");
  am_document_item (s->document, 0);
  am_document_add (s->document, "%s.", others);
}

/* " For it: A and two members, B and C." */
static void
write_side_in_line (AmSummary *s, const Side *side, const char *words)
{
  guint count = side->leaders->len, shown = count > MOST_NAMED + 1 ? MOST_NAMED : count;

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *name = name_leader (s, side, g_array_index (side->leaders, guint32, i));
      if (i == 0)
        am_document_add (s->document, " %s: ", words);
      else
        am_document_add (s->document, "%s", i + 1 < count ? ", " : " and ");
      am_document_add (s->document, "%s", name);
    }
  if (shown < count)
    {
      g_autofree char *others = am_text_count (count - shown, "other", NULL);
      am_document_add (s->document, " and %s", others);
    }
  if (count > 0)
    am_document_add (s->document, ".");
}

static void
write_sides (AmSummary *s, guint32 thesis, gboolean in_full)
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
      g_auto (Side) side = { 0 };
      find_side (s, thesis, sides[i].stance, &side);
      if (in_full && !sides[i].in_line)
        {
          write_side_in_full (s, &side, sides[i].words);
          continue;
        }
      if (!begun && side.leaders->len > 0)
        am_document_paragraph (s->document);
      begun = begun || side.leaders->len > 0;
      write_side_in_line (s, &side, sides[i].words);
    }
}

/* --- what weighs most --- */

static const char *
label_verb (AmLabel label)
{
  return label == AM_LABEL_STANDING ? "stands" : label == AM_LABEL_CONTESTED ? "is contested" : "has fallen";
}

/* " It rests on “…” (…), which has lost all its reasons." */
static void
write_weak_premise (AmSummary *s, const AmDigestPoint *point)
{
  g_autofree char *claim = am_verdicts_claim (s->map, point->premise);
  g_autofree char *phrase = am_verdicts_phrase (s->evaluation, point->premise, am_verdict (s->evaluation->labelling, point->premise).why);

  if (point->relation->with.count == 0)
    am_document_add (s->document, " It %s.", phrase);
  else
    am_document_add (s->document, " It rests on %s, which %s.", claim, phrase);
}

static void
write_answer (AmSummary *s, const AmDigestPoint *point)
{
  const AmEvaluation *e = s->evaluation;
  g_autofree char *premises = am_verdicts_premises (s->map, am_dependencies_relation (e->dependencies, point->answer));

  am_document_add (s->document, " %s, %s, %s.", point->answers == 1 ? "The answer" : "The strongest answer", premises,
                   label_verb (am_labelling_of (e->labelling, point->answer)));
}

void
am_summary_write_reply (AmSummary *s, const AmDigestPoint *point)
{
  switch (point->reply)
    {
    case AM_REPLY_NONE:
      am_document_add (s->document, " Nobody has answered it.");
      break;
    case AM_REPLY_PREMISE:
      write_weak_premise (s, point);
      break;
    case AM_REPLY_MUTUAL:
      am_document_add (s->document, " The two deny each other, and nothing settles it.");
      break;
    case AM_REPLY_ANSWER:
      write_answer (s, point);
      break;
    }
}

static void
write_strongest (AmSummary *s, guint32 thesis, gboolean helps, guint depth)
{
  AmVerdict verdict = am_verdict (s->evaluation->labelling, thesis);
  const AmTally *tally = helps ? &verdict.reasons : &verdict.objections;
  const AmDigestPoint *point = am_digest_strongest (s->digest, thesis, helps);

  if (point == NULL)
    return;
  g_autofree char *premises = am_verdicts_premises (s->map, point->relation);
  gboolean only = am_tally_count (tally) == 1;
  am_document_item (s->document, depth);
  am_document_strong (s->document, helps ? only ? "The reason for it" : "The strongest reason for it"
                                         : only ? "The objection to it" : "The strongest objection to it");
  am_document_add (s->document, ": %s. It %s.", premises, label_verb (point->label));
  am_summary_write_reply (s, point);
}

/* --- the outcome --- */

static void
write_turns (AmSummary *s, guint number)
{
  const AmCruxes *found = am_digest_turns (s->digest, number);

  if (found == NULL)
    am_document_add (s->document, " On what it turns, argmap crux tells.");
  else
    am_verdicts_write_turns (s->evaluation, found, s->theses->len > 1 ? 1 : MOST_TURNS, s->document);
}

/* The resolution, or a thesis where there is but one. */
static void
write_single (AmSummary *s)
{
  guint32 thesis = g_array_index (s->theses, guint32, 0);
  const AmClaim *claim = am_map_claim (s->map, thesis);
  g_autofree char *sentence = am_phrase_sentence (claim->text), *names = am_phrase_names (s->map, claim->by);
  g_autofree char *citations = s->style->brief ? g_strdup ("") : am_phrase_citations (s->map, claim->evidence); /* of a list of sources */

  am_document_paragraph (s->document);
  am_document_add (s->document, s->map->resolutions.count > 0 ? "The resolution: " : "What it comes down to: ");
  am_document_strong (s->document, sentence);
  am_document_add (s->document, "%s", citations);
  if (names != NULL)
    am_document_add (s->document, " It is put forward by %s.", names);
  write_sides (s, thesis, TRUE);
  if (am_dependencies_inputs (s->evaluation->dependencies, thesis).count > 0)
    {
      am_document_paragraph (s->document);
      am_document_add (s->document, "What weighs most:");
    }
  write_strongest (s, thesis, TRUE, 0);
  write_strongest (s, thesis, FALSE, 0);
  am_verdicts_write_theses (s->digest, AM_VERDICTS_IN_CONTEXT, s->document);
  am_document_paragraph (s->document);
  write_turns (s, 0);
}

/* One of several. */
static void
write_rival (AmSummary *s, guint number)
{
  guint32 thesis = g_array_index (s->theses, guint32, number);
  AmVerdict verdict = am_verdict (s->evaluation->labelling, thesis);
  const AmClaim *claim = am_map_claim (s->map, thesis);
  g_autofree char *sentence = am_phrase_sentence (claim->text), *tally = am_verdict_tally (&verdict);
  g_autofree char *citations = s->style->brief ? g_strdup ("") : am_phrase_citations (s->map, claim->evidence); /* of a list of sources */

  am_document_item (s->document, 0);
  am_document_strong (s->document, sentence);
  am_document_add (s->document, "%s", citations);
  write_sides (s, thesis, FALSE);
  write_strongest (s, thesis, TRUE, 1);
  write_strongest (s, thesis, FALSE, 1);
  am_document_item (s->document, 1);
  am_verdicts_write_outcome_first (verdict.outcome, s->document);
  am_document_add (s->document, "%s%s.", tally != NULL ? ": " : "", tally != NULL ? tally : "");
  write_turns (s, number);
}

static void
write_rivals (AmSummary *s)
{
  guint count = 0;

  am_document_paragraph (s->document);
  am_document_add (s->document, s->map->resolutions.count > 0 ? "The answers that are put forward:" : "What it comes down to:");
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
  am_document_add (s->document, "Here a point stands when all that is said against it is answered, has fallen when something is not, and is contested when "
                                "that cannot be settled. It follows from the map alone and does not say what is true.");
  if (s->style->brief)
    am_summary_write_supplied (s, NULL);
}
