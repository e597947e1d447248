/* What there is to say of a debate. All that summaries, tables and pages tell of a map is found
   here, once, and only written there: each section when somebody first asks for it, after which it
   does not change. */

#pragma once

#include "model/outline.h"
#include "model/stances.h"
#include "reason/firm.h"
#include "reason/strongest.h"

G_BEGIN_DECLS

/* What is found when it is first asked for. */
typedef enum
{
  AM_SECTION_STANCES,
  AM_SECTION_LIST, /* one of each AmDigestList, as the next one */
  AM_SECTION_TABLE,
  AM_SECTION_COUNTS,
  AM_SECTION_CITATIONS,
  AM_SECTION_POINT, /* one of each relation */
  AM_SECTION_STEPS,
  AM_SECTION_FIRM,
  AM_SECTION_VERDICT, /* one of each thesis, as the next four */
  AM_SECTION_FACTS,
  AM_SECTION_SIDES,
  AM_SECTION_ANSWERS,
  AM_SECTION_CRUXES,
  AM_SECTION_QUESTIONS,
  AM_SECTION_ARGUMENT,
  AM_SECTION_STAKEHOLDER, /* one of each, as the next one */
  AM_SECTION_OTHERS,
  AM_N_SECTIONS
} AmDigestSection;

typedef struct
{
  const AmMap *map; /* borrowed, as the evaluation is */
  AmEvaluation *evaluation;
  gboolean large; /* the map has too many claims for all of it to be told, and it need not */
  GPtrArray *sections[AM_N_SECTIONS]; /* private, as the next three */
  AmStrongest *strongest;
  AmAnswersSearch *answers_search;
  AmCruxSearch *crux_search;
  void (*watch) (AmDigestSection section, guint32 index,
                 gpointer data); /* for tests: told what is being found; NULL for nobody */
  gpointer watch_data;
} AmDigest;

/* Beyond so many claims and rebuttals a summary is no longer one: the argument is told to some
   depth only, and what takes long to find is left to the commands that find it. */
#define AM_DIGEST_MOST_STATEMENTS 3000

/* With @all a large map is told as a small one. @evaluation must outlive it. Free with
 * am_digest_free(). */
AmDigest *am_digest_new (AmEvaluation *evaluation, gboolean all);
void am_digest_free (AmDigest *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmDigest, am_digest_free)

/* All that is returned below belongs to the digest. */

const AmStances *am_digest_stances (AmDigest *digest);

/* --- lists of claims and rebuttals --- */

typedef enum
{
  AM_DIGEST_DISAGREEMENTS, /* somebody accepts it, on conditions or not, and somebody is against it
                            */
  AM_DIGEST_AGREEMENTS, /* more than one accepts it without conditions, and nobody is against it */
  AM_DIGEST_UNDISPUTED, /* no thesis, no rebuttal and not open; nothing rebuts it, and nobody is
                           against it */
  AM_DIGEST_WITHOUT_REPLY, /* a rebuttal that nothing answers, well or badly */
  AM_DIGEST_WITHOUT_EVIDENCE, /* no thesis; it could have evidence, and has none */
  AM_DIGEST_ARGUED, /* no thesis; it has no evidence, and is argued for rather than shown: a value,
                       a policy or a definition */
  AM_DIGEST_BESIDE, /* bears on no thesis */
  AM_DIGEST_OPEN,
  AM_DIGEST_IMPLICIT,
  AM_DIGEST_UNANSWERED, /* no thesis, as these three: of theses the outcome is told */
  AM_DIGEST_DISPUTED,
  AM_DIGEST_ANSWERED,
  AM_N_DIGEST_LISTS
} AmDigestList;

typedef struct
{
  guint32 *items; /* in file order */
  guint32 count;
  guint32 implicit; /* how many of them the authors of the map supplied */
} AmDigestClaims;

gboolean am_digest_is_listed (AmDigest *digest, AmDigestList list, guint32 claim);
const AmDigestClaims *am_digest_list (AmDigest *digest, AmDigestList list);

/* A table of claims by stakeholders with a stance on them. */
typedef struct
{
  GArray *claims,
      *stakeholders; /* of guint32: the rows and columns with the most stances, in file order */
  guint n_claims, n_stakeholders; /* how many there were to choose from */
  guint n_on_theses; /* how many more have a stance on theses alone */
  gboolean used[AM_N_STANCES]; /* which stances there are */
} AmDigestTable;

const AmDigestTable *am_digest_table (AmDigest *digest, AmDigestList list);

/* --- counts --- */

/* What speaks to a stock issue. */
typedef struct
{
  guint roles[2]; /* per AmRole */
  guint in; /* of both: so many are unanswered */
  gboolean missing; /* nothing does, though a resolution is a policy, which needs it, and other
                       issues are spoken to */
} AmIssueCount;

typedef struct
{
  guint roles[2]; /* per AmRole */
  guint kinds[AM_N_CLAIM_KINDS];
  AmIssueCount issues[AM_N_ISSUES]; /* the first, AM_ISSUE_UNSAID, of those that speak to none */
  gboolean any_issue; /* is spoken to */
  guint missing; /* issues */
} AmDigestCounts;

const AmDigestCounts *am_digest_counts (AmDigest *digest);

/* How often each source is cited. */
const guint32 *am_digest_citations (AmDigest *digest);

/* --- points: reasons, objections, answers --- */

/* What became of a point. */
typedef enum
{
  AM_REPLY_NONE, /* nobody has answered it */
  AM_REPLY_PREMISE, /* no answer made it undecided or out, but one of its premises */
  AM_REPLY_MUTUAL, /* its only answer and it deny each other */
  AM_REPLY_ANSWER, /* it is answered, well or badly */
} AmReply;

typedef struct
{
  guint32 node; /* as those below */
  const AmRelation *relation; /* the same */
  AmLabel label;
  guint32 answer; /* the strongest (reason/strongest.h); AM_NONE where there is none */
  guint answers; /* how many there are */
  AmReply reply;
  guint32 premise; /* of AM_REPLY_PREMISE the first that is to blame; else AM_NONE */
} AmDigestPoint;

/* The point that relation @node makes, which counts. */
const AmDigestPoint *am_digest_point (AmDigest *digest, guint32 node);

/* The strongest point for @claim (@helps) or against it; NULL where there is none. */
const AmDigestPoint *am_digest_strongest (AmDigest *digest, guint32 claim, gboolean helps);

/* A relation that is not in. */
typedef struct
{
  guint32 node;
  guint32 cause; /* the premise or undercut that made it fall, or leaves it undecided */
} AmDigestStep;

typedef struct
{
  GArray *lost; /* of AmDigestStep, in file order */
  guint in; /* how many relations hold */
} AmDigestSteps;

const AmDigestSteps *am_digest_steps (AmDigest *digest);

/* --- open questions --- */

typedef enum
{
  AM_QUESTION_WEIGHS, /* which of @claim, for, and @other, against, weighs more: both are in */
  AM_QUESTION_ANSWER, /* what answers @claim, so that the thesis @other holds */
  AM_QUESTION_EITHER, /* @claim and @other deny each other, and nothing settles it */
  AM_QUESTION_DISPUTED, /* @claim turns on points that turn on one another */
  AM_QUESTION_SHOWN, /* what shows @claim, on which the outcome turns */
  AM_QUESTION_REASON, /* what speaks for @claim, which is open */
  AM_N_QUESTIONS
} AmQuestionKind;

typedef struct
{
  AmQuestionKind kind;
  guint32 claim, other; /* claims; other AM_NONE where there is none */
} AmQuestion;

/* "weighs", "answer" and so on: as in JSON. Static. */
const char *am_question_word (AmQuestionKind kind);

/* Of AmQuestion: those about theses first; no claim is asked about twice in one way. Ends any
 * supposition. */
const GArray *am_digest_questions (AmDigest *digest);

/* --- theses, by their number in the evaluation --- */

/* What it comes to. */
const AmVerdict *am_digest_verdict (AmDigest *digest, guint number);

/* How firm the outcomes are. */
const AmFirm *am_digest_firm (AmDigest *digest);

/* The facts that bear on it, itself not among them, and how many of them cite a source. */
typedef struct
{
  guint count, sourced;
} AmDigestFacts;

const AmDigestFacts *am_digest_facts (AmDigest *digest, guint number);

/* Whether @who has a position, or a claim of its own. */
gboolean am_digest_takes_part (AmDigest *digest, guint32 who);

/* What is left of one side: relations, as nodes, that speak for it (@helps) or against it and have
   @label. Of guint32; free with g_array_unref(). */
GArray *am_digest_remains (AmDigest *digest, guint number, gboolean helps, AmLabel label);

/* Who stands for others on a thesis: a stakeholder, and how many with the same stance belong to it.
 */
typedef struct
{
  guint32 who;
  guint members;
} AmDigestLeader;

typedef struct
{
  GArray *leaders[AM_N_STANCES]; /* per stance, of AmDigestLeader, in file order */
} AmDigestSides;

const AmDigestSides *am_digest_sides (AmDigest *digest, guint number);

/* What a thesis turns on, and what would have to be answered, is searched for the first so many of
   them: in a map that is one circle all of its claims are theses, and the search may go through all
   of it for each. All of these share the work that it may take. */
#define AM_DIGEST_MOST_SEARCHED 100

/* Sums up what a thesis turns on up to so many of them, or in a map of so few claims and rebuttals.
 */
#define AM_DIGEST_MOST_THESES 12
#define AM_DIGEST_FEW_STATEMENTS 200

/* What would have to be answered before it holds. NULL where there is no search for it. Ends any
 * supposition. */
const AmAnswers *am_digest_answers (AmDigest *digest, guint number);

/* What it turns on, of the first AM_DIGEST_MOST_SEARCHED. Where am_digest_turns() is NULL it is
   there until another one is asked for, since what is known of each takes as much memory as the map
   has claims. Ends any supposition. */
const AmCruxes *am_digest_cruxes (AmDigest *digest, guint number);

/* The same for a summary, of any thesis: NULL for all of them where the map is large, or has many
 * theses and more than a few claims. */
const AmCruxes *am_digest_turns (AmDigest *digest, guint number);

/* --- the argument as an outline, from the theses outwards --- */

typedef struct
{
  AmOutlineEntry entry;
  guint hidden; /* so many more claims and rebuttals bear on it, and are not told since the map is
                   large */
} AmDigestLine;

typedef struct
{
  GArray *lines; /* of AmDigestLine */
  gboolean *reached; /* per claim: bears on a thesis, or is one */
} AmDigestArgument;

const AmDigestArgument *am_digest_argument (AmDigest *digest);

/* --- stakeholders --- */

typedef struct
{
  GArray *statements; /* of guint32: what it asserts, claims before rebuttals, without theses that
                         it takes a position on */
  guint32 implicit; /* how many of all that it asserts the authors of the map supplied */
  GArray *objections; /* of guint32: relations, as nodes, against the claims that it is for, on
                         conditions or not, and against the steps that are made from them */
  guint n_to_positions; /* the first so many are against claims that it does not assert */
  guint unanswered; /* objections that are in */
} AmDigestStakeholder;

const AmDigestStakeholder *am_digest_stakeholder (AmDigest *digest, guint32 who);

/* On how many claims another one says the same, and on how many the opposite. */
typedef struct
{
  guint32 who;
  guint agree, disagree;
} AmDigestOther;

/* Of AmDigestOther: those with whom @who agrees or disagrees on anything. */
const GArray *am_digest_others (AmDigest *digest, guint32 who);

G_END_DECLS
