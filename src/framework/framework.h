/* An abstract argumentation framework: arguments, and which attacks which (Dung 1995, "On the
   acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic programming
   and n-person games"). */

#pragma once

#include "base/graph.h"

/* As many arguments as are taken: three variables for each of them fit a solver's numbers, and
   their tables the memory of an ordinary machine. */
#define AM_FRAMEWORK_MOST ((guint32) 1 << 26)

/* Arguments are numbered from 0. */
typedef AmEdge AmAttack;

typedef struct
{
  guint32 n; /* arguments */
  guint32 n_attacks; /* different ones */
  AmLists attacked; /* by each argument, in the order of the list that it was made from */
  AmLists attackers; /* of each, ascending: how many at once, which after
                        am_framework_list_attackers() */
} AmFramework;

/* The framework of @n arguments (at most AM_FRAMEWORK_MOST) with these @count attacks (at most
   G_MAXUINT32), which are between arguments that exist. What is listed twice is one attack. Time
   and memory are linear. Never NULL; free with am_framework_free(). */
AmFramework *am_framework_new (guint32 n, const AmAttack *attacks, gsize count);
/* Lists the attackers, if they are not: whoever needs only how many each has saves a third of the
 * memory. */
void am_framework_list_attackers (AmFramework *framework);

void am_framework_free (AmFramework *framework);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmFramework, am_framework_free)
