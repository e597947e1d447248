/* Which of several reasons, or objections, weighs most: for whoever is told but one. */

#pragma once

#include "reason/evaluation.h"

G_BEGIN_DECLS

/* What is known of the claims that were weighed: each is looked at once, so all questions together
 * take time that is linear in the map. */
typedef struct _AmStrongest AmStrongest;

/* @evaluation must outlive it. Free with am_strongest_free(). */
AmStrongest *am_strongest_new (const AmEvaluation *evaluation);
void am_strongest_free (AmStrongest *strongest);

/* The relation, as a node, that does most for @claim (@helps) or against it; AM_NONE where there is
   none. What is in comes before what is undecided, and that before what is out; then what
   contributes more to strengths, where the evaluation shows them; then what has more evidence, of
   its own and of the reasons that are in for it; then what has more such reasons; then what comes
   first in the file. */
guint32 am_strongest_of (AmStrongest *strongest, guint32 claim, gboolean helps);

/* The same of all that is said against the relation @node: what undercuts it, and what rebuts one
   of its premises. @count is how much that is. */
guint32 am_strongest_answer (AmStrongest *strongest, guint32 node, guint *count);

G_END_DECLS
