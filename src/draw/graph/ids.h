/* Ids of what is in the picture, for style sheets, links and scripts: claim-ID and
   relation-FROM-TO-TARGET. Stable as long as the ids of the map are, unique in the picture, and
   safe in XML. Private to draw/. */

#pragma once

#include "model/map.h"

/* Callers own the strings. An id that cannot be used (only in maps with errors) is replaced by the
   number of its record, after an upper-case word that no id can hold. */
char *am_ids_claim (const AmMap *map, guint32 claim);
char *am_ids_relation (const AmMap *map, guint32 relation);

/* What the node of the graph that Graphviz knows as @name stands for, in words: claim "jams". NULL
   when it stands for nothing in the map. Caller owns it. */
char *am_ids_explain (const AmMap *map, const char *name);
