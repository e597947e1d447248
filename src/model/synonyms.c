#include "model/synonyms.h"

#include "base/nearest.h"

#include <string.h>

/* Words that may mean several things that one place could hold are left out: no guess is better
   than a wrong one. A word may stand in several rows, for places that differ. All are in lower
   case, with nothing between their parts. */
static const struct
{
  const char *meant, *words;
} rows[] = {
  /* stances */
  { "for",
    "pro supports support supporting supportive infavour infavor favour favor favours favors "
    "yes agree agrees approve approves positive aye endorses endorse backs inagreement "
    "proponent pros favourable favorable favouring favoring infavourof infavorof agreeing "
    "approval approving backing endorsement endorsing endorsed welcome welcomes welcoming "
    "stronglyagree supporter advocates true plus + thumbsup" },
  { "against",
    "con contra anti oppose opposes opposed opposing opposition no disagree disagrees reject "
    "rejects negative nay objects attacks opponent notinfavour notinfavor cons unfavourable "
    "unfavorable notinfavourof notinfavorof sceptical skeptical sceptic skeptic critical "
    "critic hostile disagreeing stronglydisagree disapproval disapprove disapproves "
    "disapproving rejection rejecting rejected objector objection objecting opposer dissent "
    "dissents dissenting resists condemns notfor false thumbsdown" },
  { "conditional",
    "if depends partly partial partially mixed qualified conditionally withconditions yesbut "
    "provided maybe perhaps itdepends qualifiedsupport conditionallyfor conditionalsupport "
    "forwithconditions mixedfeelings " },
  { "neutral",
    "undecided none abstain abstains unsure impartial unknown noposition noopinion balanced "
    "indifferent neither abstention abstaining abstained ambivalent unclear open "
    "unknownposition nostance nocomment onthefence" },
  { "concedes",
    "concede conceded admit admits accept accepts grants granted acknowledges concession "
    "conceding accepting acceptance granting admitting acknowledge acknowledged" },
  /* kinds of stakeholders */
  { "person",
    "individual human people citizen politician expert activist persons experts lawyer doctor "
    "engineer teacher" },
  { "company",
    "business corporation firm corporate industry enterprise privatesector startup vendor "
    "employer commercial businesses companies corporations firms private privatecompany tech "
    "manufacturer supplier retailer shop farmer platform serviceprovider provider operator "
    "multinational lawfirm consultancy tradeassociation industryassociation "
    "employersassociation employers industrygroup" },
  { "government",
    "govt gov state ministry publicsector council municipality city authority parliament "
    "party politicalparty department publicauthority localgovernment minister court courts "
    "judge judges judiciary judicial supremecourt tribunal legislature legislator legislators "
    "congress senate executive ministries politicians president primeminister mp mps "
    "memberofparliament county region province country nation administration cabinet "
    "municipalities cities councils army military localauthority publicadministration "
    "publicbody stateowned" },
  { "regulator", "watchdog supervisoryauthority agency ombudsman commission regulatory "
                 "dataprotectionauthority regulatoryauthority regulators dpa regulatoryagency "
                 "regulatorybody competitionauthority agencies centralbank" },
  { "law-enforcement",
    "police prosecutor lawenforcementagency policeforce prosecutors prosecution customs "
    "borderforce borderguard fbi europol interpol intelligence intelligenceservice "
    "secretservice investigators sheriff policedepartment" },
  { "civil-society",
    "ngo charity nonprofit notforprofit nongovernmental nongovernmentalorganisation "
    "nongovernmentalorganization association union tradeunion advocacy advocacygroup campaign "
    "campaigners activists community foundation pressuregroup ngos charities church churches "
    "religion religious faith faithgroup faithcommunity religiousgroup religiousorganisation "
    "religiousorganization mosque synagogue temple parish unions tradeunions labourunion "
    "laborunion associations nonprofits movement lobby lobbygroup interestgroup coalition "
    "alliance network society club philanthropy cooperative grassroots thirdsector "
    "voluntarysector ngosector nongovernmentalorganisations nongovernmentalorganizations "
    "activistgroup campaigngroup" },
  { "academia",
    "university academic academics research researcher researchers scientist scientists "
    "science scholar scholars thinktank universities college colleges institute institutes "
    "researchinstitute researchgroup professor professors thinktanks faculty "
    "laboratory scholarly" },
  { "international",
    "un eu igo intergovernmental internationalorganisation internationalorganization "
    "multilateral supranational unitednations europeanunion europeancommission nato wto who "
    "unesco unicef imf worldbank oecd g7 g20 intergovernmentalorganisation "
    "intergovernmentalorganization igos treaty" },
  { "media", "press newspaper journalist journalists broadcaster news journalism newspapers tv "
             "television radio magazine publisher broadcasters mediaoutlet newsoutlet pressagency "
             "newsagency blog blogger reporter reporters editor" },
  { "public",
    "citizens residents voters users consumers population everyone generalpublic thepublic "
    "consumer customer customers resident voter taxpayers workers employees employee families "
    "family parents parent children youth women patients patient students student victims "
    "victim neighbours neighbors neighbourhood household households " },
  { "other", "misc miscellaneous unknown none na notapplicable unspecified various" },
  /* kinds of claims */
  { "fact", "factual empirical evidence observation data finding descriptive facts factualclaim "
            "statementoffact statistic statistics causal causalclaim prediction forecast "
            "empiricalclaim observational example" },
  { "value",
    "normative principle moral ethical belief opinion judgement judgment values evaluative "
    "ethics ought preference valuejudgement valuejudgment goal goals aim ideal" },
  { "policy", "proposal recommendation measure prescriptive action plan resolution demand motion "
              "policies policyclaim call law legislation regulation rule advice" },
  { "definition",
    "define definitional term meaning terminology definitions concept interpretation defines" },
  /* stock issues */
  { "harms", "harm problem ill need damage problems damages ills evil evils injury" },
  { "significance", "importance scale impact magnitude severity seriousness extent" },
  { "inherency", "statusquo cause causes barrier barriers rootcause obstacle obstacles" },
  { "solvency", "solution effectiveness effective solves efficacy works solutions solve solving" },
  { "topicality", "relevance scope ontopic topic topical" },
  { "disadvantage",
    "disadvantages drawback drawbacks sideeffect sideeffects risk risks da downside disadv "
    "disads downsides unintendedconsequences" },
  { "counterplan", "alternative alternatives counterproposal cp counterplans" },
  { "cost", "costs price expense expenses money budget economic economy finance economics "
            "affordability funding financing spending" },
  { "rights", "right liberty privacy freedom legal civilliberties justice humanrights civilrights "
              "equality fairness freedoms liberties" },
  { "feasibility",
    "practicality practical workable workability implementation technical practicable "
    "practicability enforceability enforcement viability" },
  /* members, the longer lists first */
  { "title", "name heading headline subject label titel" },
  { "resolution",
    "thesis theses motion proposition proposal mainclaim centralclaim root conclusion" },
  { "question", "topic issue" },
  { "claims", "arguments statements argument claim statement nodes points assertions premises "
              "proposition propositions theses" },
  { "rebuttals", "counterarguments counterargument objections objection counterclaims replies "
                 "rebuttal attacks cons" },
  { "stakeholders",
    "actors participants speakers parties people stakeholder persons agents players "
    "organisations organizations members" },
  { "sources",
    "references reference bibliography source citations documents literature evidence refs "
    "ref src workscited" },
  { "description", "desc summary abstract about descr describe details intro introduction" },
  { "language", "lang locale" },
  { "license", "licence copyright" },
  { "date", "created updated time published year issued createdat updatedat lastmodified modified "
            "datecreated publicationdate publishedat" },
  { "authors",
    "author by creator creators editors editor writers contributors contributor editedby" },
  { "ignore", "suppress suppressions accepted ignores exceptions suppressed allow allowed" },
  { "expect", "expected expectations assert tests test" },
  { "id", "key identifier slug uid ref ids" },
  { "name", "title label fullname displayname names displaytitle" },
  { "abbreviation", "abbr short acronym initials shortname badge abbrev abbreviated shortform" },
  { "kind", "type category class kinds types sort" },
  { "positions", "stance stances position opinions views view opinion vote votes" },
  { "interests", "goals aims interest wants motives values value objectives" },
  { "member_of",
    "group parent organisation organization partof belongsto groups affiliation affiliations "
    "memberships membership" },
  { "role", "function job profession occupation jobtitle" },
  { "url", "link href uri website homepage web webpage address doi src online weblink permalink" },
  { "text", "statement content claim sentence body title proposition value wording fulltext" },
  { "label", "short heading title name shorttext shortlabel shorttitle" },
  { "by", "author authors speaker stakeholder stakeholders actor actors assertedby saidby who "
          "person holder proponent heldby claimedby authoredby" },
  { "issue", "stockissue topic theme issues" },
  { "supports", "support for pro backs supporting conclusion leadsto" },
  { "rebuts", "attack attacks rebut refute refutes counter counters against contradict contradicts "
              "oppose opposes objectsto denies deny con disputes answers target targets" },
  { "undercuts", "undercut undermines undermine" },
  { "evidence",
    "sources source references reference citations citation proof data src cites cited proofs "
    "evidences" },
  { "confidence", "weight probability certainty credence likelihood strength score confident" },
  { "implicit", "hidden implied unstated unexpressed tacit" },
  { "open", "unanswered todo unresolved" },
  { "tags", "tag keywords keyword labels topics" },
  { "note",
    "comment comments remark remarks notes annotation description desc rationale explanation "
    "descr details detail info abstract summary bio biography about memo" },
  { "author", "authors creator by writer" },
  { "publisher", "journal organisation organization newspaper publication outlet venue" },
  { "file", "path filename filepath document copy local localcopy localfile attachment" },
  { "quote", "quotation excerpt cite citation verbatim quoted passage value extract" },
  { "locator",
    "page pages section location paragraph chapter place where loc pp pageno pagenumber" },
  { "source", "reference cite citation src ref sourceid document" },
  { "stance", "position opinion view side vote value" },
  { "claim", "target statement argument ref on about thesis claimid" },
  { "from", "premise start src source" },
  { "to", "target conclusion end dst dest destination" },
  { "relation", "edge link relations" },
  { "with", "and premises linked together togetherwith alongwith" },
  { "scheme", "argumentscheme pattern type kind rule" },
  { "warrant", "because reason inference why rationale explanation" },
  { "strength", "weight confidence value" },
  { "reason", "because why note comment justification" },
  { "rule", "slug code check finding name" },
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
  { "unanswered", "standing stands in accepted holds undefeated" },
  { "disputed", "contested undecided undec open" },
  { "answered", "fallen falls out defeated rejected rebutted fall" },
};

/* What only looks like a word of the format, and means something else. */
static const char otherwise[] = "advantage advantages benefit benefits";

#define LONGEST 40 /* letters of a word in the table */
#define PARTING "-_ ./"

/* Writes @length bytes of @word without case and what parts its words. FALSE for what is too long,
 * or not of ASCII: nothing means that. */
static gboolean
fold (const char *word, gsize length, char folded[LONGEST + 1])
{
  gsize count = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (strchr (PARTING, word[i]) != NULL)
        continue;
      if (!g_ascii_isprint (word[i]) || count == LONGEST)
        return FALSE;
      folded[count++] = g_ascii_tolower (word[i]);
    }
  folded[count] = '\0';
  return count > 0;
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

/* Whether @folded is in a row for @meant. */
static gboolean
is_listed (const char *folded, const char *meant)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].meant, meant) && holds_word (rows[i].words, folded))
      return TRUE;
  return FALSE;
}

gboolean
am_synonym_is (const char *word, const char *meant)
{
  char folded[LONGEST + 1], other[LONGEST + 1];

  if (!fold (word, strlen (word), folded) || !fold (meant, strlen (meant), other))
    return FALSE;
  return g_str_equal (folded, other) || is_listed (folded, meant);
}

const char *
am_synonym_find (const char *word, const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (am_synonym_is (word, *choices))
      return *choices;
  return NULL;
}

/* --- what is near --- */

static const char *
find_near (const char *word, const char *const *choices)
{
  AmNearest nearest;

  am_nearest_init (&nearest, word);
  for (guint i = 0; choices[i] != NULL; i++)
    am_nearest_offer (&nearest, choices[i], i);
  return nearest.best;
}

/* Words that turn round what stands beside them, or say nothing alone. */
static const char unclear[] = "not non no never against anti public other international";

/* What some of the words of a phrase mean, where none of them means another of @choices: "Church of
 * England". */
static const char *
find_in_phrase (const char *phrase, const char *const *choices)
{
  const char *meant = NULL;
  char folded[LONGEST + 1];

  for (const char *p = phrase + strspn (phrase, PARTING); *p != '\0'; p += strspn (p, PARTING))
    {
      gsize length = strcspn (p, PARTING);
      if (!fold (p, length, folded) || holds_word (unclear, folded))
        return NULL;
      const char *one = am_synonym_find (folded, choices);
      if (one != NULL && meant != NULL && one != meant)
        return NULL;
      meant = one != NULL ? one : meant;
      p += length;
    }
  return meant;
}

#define SHORTEST_SLIP 5 /* letters: shorter words are too near to one another */

/* What the listed word means that is one slip away, where all such words mean the same. */
static const char *
find_misspelt (const char *word, const char *const *choices)
{
  const char *meant = NULL;
  char folded[LONGEST + 1];

  if (!fold (word, strlen (word), folded) || strlen (folded) < SHORTEST_SLIP)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *choice = choices;
      while (*choice != NULL && !g_str_equal (*choice, rows[i].meant))
        choice++;
      if (*choice == NULL)
        continue;
      g_auto (GStrv) words = g_strsplit (rows[i].words, " ", -1);
      AmNearest nearest;
      am_nearest_init (&nearest, folded);
      for (guint k = 0; words[k] != NULL; k++)
        if (strlen (words[k]) >= SHORTEST_SLIP)
          am_nearest_offer (&nearest, words[k], k);
      if (nearest.best == NULL || nearest.distance > 1)
        continue;
      if (meant != NULL && meant != *choice)
        return NULL;
      meant = *choice;
    }
  return meant;
}

const char *
am_synonym_guess (const char *word, const char *const *choices)
{
  const char *meant = am_synonym_find (word, choices);
  char folded[LONGEST + 1];

  if (meant != NULL || (fold (word, strlen (word), folded) && holds_word (otherwise, folded)))
    return meant;
  meant = find_near (word, choices);
  if (meant == NULL)
    meant = find_in_phrase (word, choices);
  return meant != NULL ? meant : find_misspelt (word, choices);
}

const char *
am_synonym_guess_name (const char *name, const char *const *names)
{
  const char *meant = am_synonym_find (name, names);

  if (meant == NULL)
    meant = find_near (name, names);
  return meant != NULL ? meant : find_misspelt (name, names);
}
