/* What am_map_resolve() makes: who is called what, and what leads where. Private to model/. */

#pragma once

#include "model/map.h"

typedef struct _AmIndex
{
  GHashTable *ids[AM_ENTITY_RELATION + 1]; /* per kind of thing: id → index of the first that has
                                              it, plus one */
  AmLists incoming; /* per claim: supports and rebuts */
  AmLists linked; /* per claim: relations that have it among their `with` */
  AmLists undercutters; /* per relation */
  AmLists asserted; /* per stakeholder: the claims that name it in their `by`, in the order of the
                       file */
} AmIndex;

/* Makes the indexes of a map that was put together from what is resolved already. */
void am_map_list (AmMap *map);
