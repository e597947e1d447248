/* Which of several reasons, or objections, weighs most: for whoever is told but one. */

#pragma once

#include "reason/evaluation.h"

G_BEGIN_DECLS

/* The relation, as a node, that does most for @node (@helps: a claim) or against it (a claim or a relation); AM_NONE where there is none.
   What stands comes before what is contested, and that before what has fallen; then what contributes more to strengths, where the evaluation
   shows them; then what has more evidence, of its own and of the standing reasons for it; then what has more such reasons; then what comes first in
   the file. */
guint32 am_strongest (const AmEvaluation *evaluation, guint32 node, gboolean helps);

/* The same of all that is said against the relation @node: what undercuts it, and what rebuts one of its premises. @count, unless NULL, is how
   much that is. */
guint32 am_strongest_answer (const AmEvaluation *evaluation, guint32 node, guint *count);

G_END_DECLS
