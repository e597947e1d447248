/* What a reference that leads nowhere was meant to be. Private to check/. */

#pragma once

#include "base/report.h"
#include "model/map.h"

/* A hint looks at every id of the map; a file with thousands of bad references gets hints for the
 * first of them only, and says so. */
typedef struct
{
  const AmMap *map;
  AmReport *report; /* counts the comparisons, for all that is guessed about the file */
  AmEntityKind wanted;
} AmSuggestions;

/* Counts so many comparisons. FALSE when those that the policy of the report allows are used up. */
gboolean am_suggest_afford (AmReport *report, guint64 comparisons);

/* Says in the help of @finding which thing of the wanted kind was meant by @written, where that can
   be guessed. Nothing can refer to @subject, which is what holds the reference; it may be NULL. */
void am_suggest (AmSuggestions *suggestions, AmFinding *finding, const char *written,
                 const char *subject);

/* The id of any kind that is nearest to @written, which nothing has; NULL when none is near. */
const char *am_suggest_any_id (const AmMap *map, AmReport *report, const char *written);
