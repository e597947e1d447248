/* The initials by which stakeholders are told apart where a name has no room: on badges and over
 * the columns of tables. */

#pragma once

#include "model/map.h"

/* Per stakeholder its abbreviation or, where it has none, what is made of its name; unique in the
   map, and at most 10 columns wide before a number is added to make it so. Free with g_strfreev().
 */
char **am_initials_new (const AmMap *map);

/* The initials of a name of several words, the first letters of one word: "Women's Aid" is WA, "The
   Guardian" GUAR. Articles and the like count for nothing, those of @language ("fr", "de-AT"; may
   be NULL) included. What follows an apostrophe is no word of its own, unless what is before it is
   an article: "Ligue de l'enseignement" is LE. "?" where @name has no letter. Caller owns it. */
char *am_initials_of_name (const char *name, const char *language);
