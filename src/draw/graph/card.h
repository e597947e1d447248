/* Cards as HTML-like labels, and what stands on them. Private to draw/ and page/. */

#pragma once

#include "draw/graph/palette.h"
#include "draw/view/view.h"

/* What is special about a card. */
typedef enum
{
  AM_CARD_PLAIN,
  AM_CARD_FOCUS, /* it was asked for */
  AM_CARD_THESIS, /* it is what the debate is about */
} AmCardRank;

/* What stands on a claim's card: its label, or its text where that shows nothing. Never shows
 * nothing itself. */
const char *am_card_text (const AmClaim *claim);

/* What evaluation says of the claim, for whoever cannot see it: "unanswered",
   "disputed" or "answered", or the outcome of a thesis. NULL without an evaluation. Static. */
const char *am_card_status (const AmScene *scene, guint32 claim, gboolean thesis);

/* Whether the claim's card shows @label: what a thesis comes to is said in words. */
gboolean am_card_shows (const AmScene *scene, guint32 claim, gboolean thesis, AmLabel label);

/* "a", or "a · b"; NULL where there is neither. Caller owns it. */
char *am_card_join (const char *first, const char *second);

/* What became of the claim: "added", "changed: text, kind". Caller owns it; NULL where nothing did,
 * or nothing is compared. */
char *am_card_change (const AmScene *scene, guint32 claim);

/* Appends the label of a claim's card. */
void am_card_append (GString *out, const AmStyle *style, const AmScene *scene,
                     const AmPalette *palette, guint32 claim, AmCardRank rank);

/* The source that the evidence mark of a claim's card leads to: the first with an address. NULL
 * when there is none. */
const AmSourceRecord *am_card_link (const AmMap *map, guint32 claim);

/* Its name in the label where svg.c puts the address in: versions of Graphviz do not agree on how
 * to escape one in an SVG. */
#define AM_LINK_NAME "source-of-%u"

/* Appends the label of a card for something that is named, but is not there. */
void am_card_append_missing (GString *out, const AmStyle *style, const char *what);
