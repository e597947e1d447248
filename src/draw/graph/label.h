/* HTML-like labels: the cards, and the head of the picture with its key. Private to draw/. */

#pragma once

#include "draw/graph/palette.h"
#include "draw/view/view.h"

/* What of the map is in the picture, and so is explained in the key. */
typedef struct
{
  gboolean support, rebut, undercut, linked, implicit, contested, fallen, more, see, marks[AM_N_MARKS];
} AmFeatures;

/* What is special about a card. */
typedef enum
{
  AM_CARD_PLAIN,
  AM_CARD_FOCUS, /* it was asked for */
  AM_CARD_THESIS, /* it is what the debate is about */
} AmCardRank;

/* What stands on a claim's card: its label, or its text where that shows nothing. Never shows nothing itself. */
const char *am_label_text (const AmClaim *claim);

/* What evaluation says of the claim, for whoever cannot see it: "standing", "contested" or "fallen", or the outcome of a thesis. NULL
   without an evaluation. Static. */
const char *am_label_status (const AmStyle *style, guint32 claim, gboolean thesis);

/* Whether the claim's card shows @label: what a thesis comes to is said in words. */
gboolean am_label_shows (const AmStyle *style, guint32 claim, gboolean thesis, AmLabel label);

/* "a", or "a · b"; NULL where there is neither. Caller owns it. */
char *am_label_join (const char *first, const char *second);

/* What became of the claim: "added", "changed: text, kind". Caller owns it; NULL where nothing did, or nothing is compared. */
char *am_label_change (const AmStyle *style, guint32 claim);

/* Appends the label of a claim's card. */
void am_label_card (GString *out, const AmStyle *style, const AmMap *map, const AmPalette *palette, guint32 claim, AmCardRank rank);

/* The source that the evidence mark of a claim's card leads to: the first with an address. NULL when there is none. */
const AmSourceRecord *am_label_link (const AmMap *map, guint32 claim);

/* Its name in the label where svg.c puts the address in: versions of Graphviz do not agree on how to escape one in an SVG. */
#define AM_LINK_NAME "source-of-%u"

/* Appends the label of a card for something that is named, but is not there. */
void am_label_missing (GString *out, const AmStyle *style, const char *what);

/* The title of a map, or that there is none to be seen. */
const char *am_label_title (const AmMap *map);

/* The language of its texts; NULL where none is given that is one. */
const char *am_label_language (const AmMap *map);

/* What the picture is, in words. Caller owns it. */
char *am_label_description (const AmView *view);

/* Between a name in the key and what its bearer says of the resolution: a no-break space first. */
#define AM_STANCE_MARK "\302\240· "

/* Appends title, question, reading aid and key. */
void am_label_head (GString *out, const AmStyle *style, const AmView *view, const AmPalette *palette, const AmFeatures *features);
