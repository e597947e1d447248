/* Who is drawn in which colour, with which letters on the badge. Private to draw/. */

#pragma once

#include "model/map.h"

typedef struct
{
  const char *fill; /* "#56B4E9" */
  const char *ink; /* of text on it, at a contrast of 4.5:1 or more */
} AmColour;

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

void am_palette_init (AmPalette *palette, const AmMap *map);
void am_palette_clear (AmPalette *palette);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmPalette, am_palette_clear)
