/* What a reference that leads nowhere was meant to be. Private to check/. */

#pragma once

#include "base/report.h"
#include "model/map.h"

G_BEGIN_DECLS

/* A hint looks at every id of the map; a file with thousands of bad references gets hints for the first of them only. */
#define AM_MOST_COMPARISONS 4000000

typedef struct
{
  const AmMap *map;
  AmThingKind wanted;
  guint64 comparisons; /* so far */
} AmSuggestions;

/* Says in the help of @finding which thing of the wanted kind was meant by @written, where that can be guessed. Nothing can
   refer to @subject, which is what holds the reference; it may be NULL. */
void am_suggest (AmSuggestions *suggestions, AmFinding *finding, const char *written, const char *subject);

/* The id of whatever kind that is nearest to @written, which nothing has; NULL when none is near. @comparisons as above. */
const char *am_suggest_any_id (const AmMap *map, const char *written, guint64 *comparisons);

/* The id of a thing; NULL for a relation without one. */
const char *am_suggest_thing_id (const AmMap *map, AmThing thing);

G_END_DECLS
