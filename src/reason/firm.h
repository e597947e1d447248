/* How firm an outcome is: whether it is the same without what the map's authors added, and with the
   statements alone that cite a source. What an author adds weighs as much as what somebody said;
   so whoever reads an outcome is told where it depends on that. */

#pragma once

#include "reason/evaluation.h"

typedef struct
{
  AmOutcome *without_implicit, *sourced; /* per thesis, by its number in the evaluation */
  guint implicit, cited; /* how many statements the authors added, and how many cite a source */
  guint cited_theses; /* how many of these are theses */
} AmFirm;

/* Labels the map twice more, without some of its statements: the theses always stay. What is left
   out counts as if it were not there: a relation needs all of its premises, and what it leads to.
   Linear. Free with am_firm_free(). */
AmFirm *am_firm_new (const AmEvaluation *evaluation);
void am_firm_free (AmFirm *firm);

/* What to say of the thesis @number after its outcome, as whole sentences; NULL where there is
   nothing to tell. Caller owns it. */
char *am_firm_sentence (const AmFirm *firm, guint number, AmOutcome outcome);
