/* Who is drawn in which colour, with which letters on the badge. Private to draw/. */

#pragma once

#include "draw/style.h"

typedef struct
{
  char *letters; /* at most 5 characters, unique in the map */
  AmColour colour;
  gboolean used; /* asserts something, and so appears in the picture */
} AmBadge;

/* A badge per stakeholder. The colours go round those who assert something, in file order. */
typedef struct
{
  AmBadge *badges;
  guint32 count;
} AmPalette;

void am_palette_init (AmPalette *palette, const AmMap *map, const AmColours *colours);
void am_palette_clear (AmPalette *palette);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmPalette, am_palette_clear)
