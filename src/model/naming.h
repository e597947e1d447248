/* Who or what is meant by a word that somebody typed. */

#pragma once

#include "model/map.h"

typedef struct
{
  guint32 index; /* AM_NONE: nothing is called so */
  guint32 rival; /* another that is called so as well; AM_NONE where there is none */
} AmNamed;

/* The claim or stakeholder (@kind) that is called @word: the one with that id, else those with that
   id in whatever case, and stakeholders whose abbreviation or name counts as the same
   (am_normal_folded()); else the stakeholder whose badge shows it. @word need not be UTF-8. */
AmNamed am_map_named (const AmMap *map, AmEntityKind kind, const char *word);

/* The id of what was rather meant by a @word by which nothing is called: misspelt, or the beginning
   of the name of one stakeholder, or of the label or text of one claim. NULL when that is not
   clear. Borrowed from @map. @distance (or NULL): how far it is from
   @word, to compare what several maps have. */
const char *am_map_suggest_named (const AmMap *map, AmEntityKind kind, const char *word,
                                  guint *distance);
