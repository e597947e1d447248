/* The closed vocabularies of the format. Each list is written once, here, and expanded into an enumeration and a table
   of the written words. Value 0 always means that the member was left out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AM_STAKEHOLDER_KINDS(WORD)                                                                                     \
  WORD (AM_STAKEHOLDER_PERSON, "person")                                                                               \
  WORD (AM_STAKEHOLDER_COMPANY, "company")                                                                             \
  WORD (AM_STAKEHOLDER_GOVERNMENT, "government")                                                                       \
  WORD (AM_STAKEHOLDER_REGULATOR, "regulator")                                                                         \
  WORD (AM_STAKEHOLDER_LAW_ENFORCEMENT, "law-enforcement")                                                             \
  WORD (AM_STAKEHOLDER_CIVIL_SOCIETY, "civil-society")                                                                 \
  WORD (AM_STAKEHOLDER_ACADEMIA, "academia")                                                                           \
  WORD (AM_STAKEHOLDER_INTERNATIONAL, "international")                                                                 \
  WORD (AM_STAKEHOLDER_MEDIA, "media")                                                                                 \
  WORD (AM_STAKEHOLDER_PUBLIC, "public")                                                                               \
  WORD (AM_STAKEHOLDER_OTHER, "other")

#define AM_STANCES(WORD)                                                                                               \
  WORD (AM_STANCE_FOR, "for")                                                                                          \
  WORD (AM_STANCE_AGAINST, "against")                                                                                  \
  WORD (AM_STANCE_CONDITIONAL, "conditional")                                                                          \
  WORD (AM_STANCE_NEUTRAL, "neutral")                                                                                  \
  WORD (AM_STANCE_CONCEDES, "concedes")

#define AM_CLAIM_KINDS(WORD)                                                                                           \
  WORD (AM_CLAIM_FACT, "fact")                                                                                         \
  WORD (AM_CLAIM_VALUE, "value")                                                                                       \
  WORD (AM_CLAIM_POLICY, "policy")                                                                                     \
  WORD (AM_CLAIM_DEFINITION, "definition")

#define AM_ISSUES(WORD)                                                                                                \
  WORD (AM_ISSUE_HARMS, "harms")                                                                                       \
  WORD (AM_ISSUE_SIGNIFICANCE, "significance")                                                                         \
  WORD (AM_ISSUE_INHERENCY, "inherency")                                                                               \
  WORD (AM_ISSUE_SOLVENCY, "solvency")                                                                                 \
  WORD (AM_ISSUE_TOPICALITY, "topicality")                                                                             \
  WORD (AM_ISSUE_DISADVANTAGE, "disadvantage")                                                                         \
  WORD (AM_ISSUE_COUNTERPLAN, "counterplan")                                                                           \
  WORD (AM_ISSUE_COST, "cost")                                                                                         \
  WORD (AM_ISSUE_RIGHTS, "rights")                                                                                     \
  WORD (AM_ISSUE_FEASIBILITY, "feasibility")

#define AM_WORD_AS_ENUM(ID, written) ID,

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

#define AM_N_ISSUES (AM_ISSUE_FEASIBILITY + 1)

/* Whether a case for a policy has to speak to the issue: to what is wrong, why it does not mend itself, and whether the policy would mend
   it. */
gboolean am_issue_is_needed (AmIssue issue);

/* NULL-terminated; the word of value v is at v, and an empty string at 0. */
extern const char *const am_stakeholder_kind_words[];
extern const char *const am_stance_words[];
extern const char *const am_claim_kind_words[];
extern const char *const am_issue_words[];

G_END_DECLS
