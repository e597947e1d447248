/* HTML-like labels: the cards, and the head of the picture with its key. Private to draw/. */

#pragma once

#include "draw/palette.h"

/* What of the map is in the picture, and so is explained in the key. */
typedef struct
{
  gboolean support, rebut, undercut, linked, implicit, more, see;
} AmFeatures;

/* Appends the label of a claim's card. @thesis: it is what the debate is about. */
void am_label_card (GString *out, const AmLook *look, const AmMap *map, const AmPalette *palette, guint32 claim, gboolean thesis);

/* Appends the label of a card for something that is named, but is not there. */
void am_label_missing (GString *out, const AmLook *look, const char *what);

/* What the picture is, in words. Caller owns it. */
char *am_label_description (const AmSheet *sheet);

/* Appends title, question, reading aid and key. */
void am_label_head (GString *out, const AmLook *look, const AmSheet *sheet, const AmPalette *palette, const AmFeatures *features);
