#include "model/vocabulary.h"

#define AM_WORD_AS_TEXT(ID, written, meaning) written,
#define AM_WORD_AS_MEANING(ID, written, meaning) meaning,

const char *const am_stakeholder_kind_words[] = { "", AM_STAKEHOLDER_KINDS (AM_WORD_AS_TEXT) NULL };
const char *const am_stance_words[] = { "", AM_STANCES (AM_WORD_AS_TEXT) NULL };
const char *const am_claim_kind_words[] = { "", AM_CLAIM_KINDS (AM_WORD_AS_TEXT) NULL };
const char *const am_issue_words[] = { "", AM_ISSUES (AM_WORD_AS_TEXT) NULL };

const char *const am_stakeholder_kind_meanings[] = { "", AM_STAKEHOLDER_KINDS (AM_WORD_AS_MEANING)
                                                             NULL };
const char *const am_stance_meanings[] = { "", AM_STANCES (AM_WORD_AS_MEANING) NULL };
const char *const am_claim_kind_meanings[] = { "", AM_CLAIM_KINDS (AM_WORD_AS_MEANING) NULL };
const char *const am_issue_meanings[] = { "", AM_ISSUES (AM_WORD_AS_MEANING) NULL };

gboolean
am_issue_is_needed (AmIssue issue)
{
  return issue == AM_ISSUE_HARMS || issue == AM_ISSUE_INHERENCY || issue == AM_ISSUE_SOLVENCY;
}
