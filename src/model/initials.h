/* The letters that a name is shortened to where its author chose none. Private to model/. */

#pragma once

#include <glib.h>

/* The initials of a name of several words, the first letters of one word: "Women's Aid" is WA, "The Guardian" GUAR. Articles and the like
   count for nothing, those of @language ("fr", "de-AT"; may be NULL) included. What follows an apostrophe is no word of its own, unless
   what is before it is an article: "Ligue de l'enseignement" is LE. "?" where @name has no letter. Caller owns it. */
char *am_initials_new (const char *name, const char *language);
