#include "model/synonyms.h"

#include <string.h>

/* Words that may mean several things that one place could hold are left out: no guess is better
   than a wrong one. A word may stand in several rows, for places that differ. All are in lower
   case, with nothing between their parts. */
static const struct
{
  const char *meant, *words;
} rows[] = {
  /* stances */
  { "for", "pro supports support supporting supportive infavour infavor favour favor favours "
           "favors yes agree agrees approve approves "
           "positive aye endorses endorse backs inagreement proponent" },
  { "against", "con contra anti oppose opposes opposed opposing opposition no disagree disagrees "
               "reject rejects negative nay objects "
               "attacks opponent notinfavour notinfavor" },
  { "conditional", "if depends partly partial partially mixed qualified conditionally "
                   "withconditions yesbut provided" },
  { "neutral", "undecided none abstain abstains unsure impartial unknown noposition noopinion "
               "balanced indifferent" },
  { "concedes",
    "concede conceded admit admits accept accepts grants granted acknowledges concession" },
  /* kinds of stakeholders */
  { "person", "individual human people citizen politician expert activist" },
  { "company", "business corporation firm corporate industry enterprise privatesector startup "
               "vendor employer commercial" },
  { "government", "govt gov state ministry publicsector council municipality city authority "
                  "parliament party politicalparty department "
                  "publicauthority localgovernment minister" },
  { "regulator", "watchdog supervisoryauthority agency ombudsman commission regulatory "
                 "dataprotectionauthority regulatoryauthority" },
  { "law-enforcement", "police prosecutor lawenforcementagency" },
  { "civil-society", "ngo charity nonprofit notforprofit nongovernmental "
                     "nongovernmentalorganisation nongovernmentalorganization association "
                     "union tradeunion advocacy advocacygroup campaign campaigners activists "
                     "community foundation pressuregroup ngos" },
  { "academia", "university academic academics research researcher researchers scientist "
                "scientists science scholar scholars "
                "thinktank" },
  { "international", "un eu igo intergovernmental internationalorganisation "
                     "internationalorganization multilateral supranational" },
  { "media", "press newspaper journalist journalists broadcaster news journalism" },
  { "public",
    "citizens residents voters users consumers population everyone generalpublic thepublic" },
  { "other", "misc miscellaneous unknown none" },
  /* kinds of claims */
  { "fact", "factual empirical evidence observation data finding descriptive facts" },
  { "value",
    "normative principle moral ethical belief opinion judgement judgment values evaluative" },
  { "policy",
    "proposal recommendation measure prescriptive action plan resolution demand motion policies" },
  { "definition", "define definitional term meaning terminology definitions" },
  /* stock issues */
  { "harms", "harm problem ill need damage" },
  { "significance", "importance scale impact magnitude" },
  { "inherency", "statusquo cause causes barrier barriers" },
  { "solvency", "solution effectiveness effective solves efficacy works" },
  { "topicality", "relevance scope ontopic" },
  { "disadvantage",
    "disadvantages drawback drawbacks sideeffect sideeffects risk risks da downside" },
  { "counterplan", "alternative alternatives counterproposal cp" },
  { "cost", "costs price expense expenses money budget economic economy finance" },
  { "rights", "right liberty privacy freedom legal civilliberties justice" },
  { "feasibility",
    "practicality practical workable workability implementation technical practicable" },
  /* members, the longer lists first */
  { "title", "name heading headline subject label" },
  { "resolution",
    "thesis theses motion proposition proposal mainclaim centralclaim root conclusion" },
  { "question", "topic issue" },
  { "claims", "arguments statements argument claim statement nodes points assertions premises" },
  { "rebuttals", "counterarguments counterargument objections objection counterclaims replies "
                 "rebuttal attacks cons" },
  { "stakeholders",
    "actors participants speakers parties people stakeholder persons agents players" },
  { "sources", "references reference bibliography source citations documents literature evidence" },
  { "description", "desc summary abstract about" },
  { "language", "lang locale" },
  { "license", "licence copyright" },
  { "date", "created updated time published year issued" },
  { "authors", "author by creator creators editors editor" },
  { "ignore", "suppress suppressions accepted ignores exceptions" },
  { "expect", "expected expectations assert" },
  { "id", "key identifier slug uid ref" },
  { "name", "title label fullname displayname" },
  { "abbreviation", "abbr short acronym initials shortname badge" },
  { "kind", "type category class" },
  { "positions", "stance stances position opinions views" },
  { "interests", "goals aims interest wants motives" },
  { "member_of", "group parent organisation organization partof belongsto" },
  { "role", "function job" },
  { "url", "link href uri website homepage web webpage address doi" },
  { "text", "statement content claim sentence body title proposition" },
  { "label", "short heading title name" },
  { "by",
    "author authors speaker stakeholder stakeholders actor actors assertedby saidby who person" },
  { "issue", "stockissue topic" },
  { "supports", "support for pro backs supporting" },
  { "rebuts", "attack attacks rebut refute refutes counter counters against contradict contradicts "
              "oppose opposes objectsto denies deny con "
              "disputes answers target" },
  { "undercuts", "undercut undermines undermine" },
  { "evidence", "sources source references reference citations citation proof data" },
  { "confidence", "weight probability certainty credence likelihood strength score" },
  { "tags", "tag keywords keyword labels" },
  { "note",
    "comment comments remark remarks notes annotation description desc rationale explanation" },
  { "author", "authors creator by writer" },
  { "publisher", "journal organisation organization newspaper" },
  { "file", "path filename filepath document" },
  { "quote", "quotation excerpt cite citation verbatim" },
  { "locator", "page pages section location paragraph chapter" },
  { "source", "reference cite citation" },
  { "stance", "position opinion view side vote" },
  { "claim", "target statement argument on about" },
  { "from", "premise start" },
  { "to", "target conclusion end" },
  { "relation", "edge link" },
  { "with", "and premises linked together" },
  { "scheme", "argumentscheme pattern" },
  { "warrant", "because reason inference" },
  { "strength", "weight confidence" },
  { "reason", "because why note comment justification" },
  { "rule", "slug code check" },
  { "at", "id claim where on" },
  /* levels of findings, and formats */
  { "error", "err errors fail fatal" },
  { "warning", "warn warnings" },
  { "info", "information note notice hint infos" },
  { "off", "none disable disabled ignore never false no" },
  { "markdown", "md" },
  { "html", "htm web page" },
  { "text", "txt plain plaintext" },
  { "table", "txt text" },
  /* verdicts */
  { "standing", "stands in accepted holds unanswered" },
  { "contested", "undecided disputed undec open" },
  { "fallen", "falls out defeated rejected rebutted answered" },
};

#define LONGEST 40 /* letters of a word in the table */

/* Writes @word without case and what parts its words. FALSE for what is too long, or not of ASCII:
   nothing means that. */
static gboolean
fold (const char *word, char folded[LONGEST + 1])
{
  gsize length = 0;

  for (; *word != '\0'; word++)
    {
      if (strchr ("-_ ./", *word) != NULL)
        continue;
      if (!g_ascii_isprint (*word) || length == LONGEST)
        return FALSE;
      folded[length++] = g_ascii_tolower (*word);
    }
  folded[length] = '\0';
  return length > 0;
}

static gboolean
holds_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

gboolean
am_synonym_is (const char *word, const char *meant)
{
  char folded[LONGEST + 1], other[LONGEST + 1];

  if (!fold (word, folded) || !fold (meant, other))
    return FALSE;
  if (g_str_equal (folded, other))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].meant, meant) && holds_word (rows[i].words, folded))
      return TRUE;
  return FALSE;
}

const char *
am_synonym_find (const char *word, const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (am_synonym_is (word, *choices))
      return *choices;
  return NULL;
}
