/* The grounded labelling of a framework: what is settled without a choice. */

#pragma once

#include "framework/framework.h"

typedef enum
{
  AM_ARGUMENT_OUT = -1, /* an argument that is in attacks it */
  AM_ARGUMENT_OPEN = 0, /* neither */
  AM_ARGUMENT_IN = 1, /* all its attackers are out */
} AmArgumentLabel;

/* Labels of all arguments (gint8, one of AmArgumentLabel each): caller owns them. In @rounds,
   unless NULL, each argument has its min–max number (Modgil and Caminada 2009, "Proof theories and
   algorithms for abstract argumentation frameworks"; Caminada and Dunne 2019, "Strong admissibility
   revisited"): 1 where nothing attacks; one more than the highest among its attackers where it is
   in, than the lowest among those that are in where it is out; 0 where it is open. Caller owns them
   too. O(n + m). */
gint8 *am_grounded (const AmFramework *framework, guint32 **rounds);
