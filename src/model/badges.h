/* The letters by which stakeholders are told apart where a name has no room: on badges and over the columns of tables. */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* Per stakeholder its abbreviation or, where it has none, what is made of its name; unique in the map, and at most 10 columns wide before
   a number is added to make it so. Free with g_strfreev(). */
char **am_letters_new (const AmMap *map);

G_END_DECLS
