/* The closed vocabularies of the format. Each list is written once, here, and expanded into an
   enumeration and tables of the written words and of what they mean. Value 0 always means that the
   member was left out. */

#pragma once

#include <glib.h>

#define AM_STAKEHOLDER_KINDS(WORD)                                                                 \
  WORD (AM_STAKEHOLDER_PERSON, "person", "one individual")                                         \
  WORD (AM_STAKEHOLDER_COMPANY, "company", "a business")                                           \
  WORD (AM_STAKEHOLDER_GOVERNMENT, "government",                                                   \
        "a ministry, a council, a parliament, an administration")                                  \
  WORD (AM_STAKEHOLDER_REGULATOR, "regulator", "an authority that supervises a field")             \
  WORD (AM_STAKEHOLDER_LAW_ENFORCEMENT, "law-enforcement", "police, prosecution")                  \
  WORD (AM_STAKEHOLDER_CIVIL_SOCIETY, "civil-society",                                             \
        "associations, charities, unions, churches, campaigns")                                    \
  WORD (AM_STAKEHOLDER_ACADEMIA, "academia", "researchers and their institutions")                 \
  WORD (AM_STAKEHOLDER_INTERNATIONAL, "international", "bodies of several states")                 \
  WORD (AM_STAKEHOLDER_MEDIA, "media", "newspapers, broadcasters")                                 \
  WORD (AM_STAKEHOLDER_PUBLIC, "public", "a part of the public: residents, parents, users")        \
  WORD (AM_STAKEHOLDER_OTHER, "other", "anyone else")

#define AM_STANCES(WORD)                                                                           \
  WORD (AM_STANCE_FOR, "for", "The stakeholder wants the claim accepted")                          \
  WORD (AM_STANCE_AGAINST, "against", "The stakeholder wants it rejected")                         \
  WORD (AM_STANCE_CONDITIONAL, "conditional",                                                      \
        "The stakeholder accepts it if something else is granted")                                 \
  WORD (AM_STANCE_NEUTRAL, "neutral", "The stakeholder has considered it and takes no side")       \
  WORD (AM_STANCE_CONCEDES, "concedes",                                                            \
        "The stakeholder grants it although it speaks against their case")

#define AM_CLAIM_KINDS(WORD)                                                                       \
  WORD (AM_CLAIM_FACT, "fact", "The claim says what is, was or will be the case")                  \
  WORD (AM_CLAIM_VALUE, "value", "The claim says what matters, or matters more")                   \
  WORD (AM_CLAIM_POLICY, "policy", "The claim says what should be done")                           \
  WORD (AM_CLAIM_DEFINITION, "definition", "The claim says what a word means in this debate")

#define AM_ISSUES(WORD)                                                                            \
  WORD (AM_ISSUE_HARMS, "harms", "What is bad about the present state?")                           \
  WORD (AM_ISSUE_SIGNIFICANCE, "significance", "How much of it is there; does it matter enough?")  \
  WORD (AM_ISSUE_INHERENCY, "inherency",                                                           \
        "Why does it not go away by itself; what keeps it in place?")                              \
  WORD (AM_ISSUE_SOLVENCY, "solvency", "Would the proposal put it right?")                         \
  WORD (AM_ISSUE_TOPICALITY, "topicality",                                                         \
        "Does this belong to the question; what do its words mean?")                               \
  WORD (AM_ISSUE_DISADVANTAGE, "disadvantage", "What would the proposal make worse?")              \
  WORD (AM_ISSUE_COUNTERPLAN, "counterplan", "Is there another way that does as well or better?")  \
  WORD (AM_ISSUE_COST, "cost", "What does it cost, and who pays?")                                 \
  WORD (AM_ISSUE_RIGHTS, "rights", "Whose rights or liberties does it touch?")                     \
  WORD (AM_ISSUE_FEASIBILITY, "feasibility", "Can it be done: technically, legally, politically?")

#define AM_WORD_AS_ENUM(ID, written, meaning) ID,

typedef enum
{
  AM_STAKEHOLDER_UNSAID,
  AM_STAKEHOLDER_KINDS (AM_WORD_AS_ENUM)
} AmStakeholderKind;

typedef enum
{
  AM_STANCE_UNSAID,
  AM_STANCES (AM_WORD_AS_ENUM)
} AmStance;

typedef enum
{
  AM_CLAIM_UNSAID,
  AM_CLAIM_KINDS (AM_WORD_AS_ENUM)
} AmClaimKind;

typedef enum
{
  AM_ISSUE_UNSAID,
  AM_ISSUES (AM_WORD_AS_ENUM)
} AmIssue;

#undef AM_WORD_AS_ENUM

#define AM_N_STANCES (AM_STANCE_CONCEDES + 1)
#define AM_N_CLAIM_KINDS (AM_CLAIM_DEFINITION + 1)
#define AM_N_ISSUES (AM_ISSUE_FEASIBILITY + 1)

/* Whether a case for a policy has to speak to the issue: to what is wrong, why it does not mend
   itself, and whether the policy would mend it. */
gboolean am_issue_is_needed (AmIssue issue);

/* NULL-terminated; the word of value v is at v, and an empty string at 0. */
extern const char *const am_stakeholder_kind_words[];
extern const char *const am_stance_words[];
extern const char *const am_claim_kind_words[];
extern const char *const am_issue_words[];

/* What each word says, as the schema does; the beginning of its line in docs/format.md. */
extern const char *const am_stakeholder_kind_meanings[];
extern const char *const am_stance_meanings[];
extern const char *const am_claim_kind_meanings[];
extern const char *const am_issue_meanings[];
