/* Who is drawn in which colour, with which initials on the badge. Private to draw/. */

#pragma once

#include "draw/graph/style.h"

typedef struct
{
  char *initials; /* as am_initials_new() has them */
  AmColour colour;
  gboolean asserts; /* something of the map, */
  gboolean used; /* and of what is shown of it */
} AmBadge;

/* A badge per stakeholder. The colours go round those who assert something of the whole map, in
   file order: one has the same in all its pictures. */
typedef struct
{
  AmBadge *badges;
  guint32 count;
} AmPalette;

/* @shown, per claim: what is in the picture; NULL for everything. */
void am_palette_init (AmPalette *palette, const AmMap *map, const gboolean *shown,
                      const AmColours *colours);
void am_palette_clear (AmPalette *palette);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmPalette, am_palette_clear)
