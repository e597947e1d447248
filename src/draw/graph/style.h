/* The style of a picture in one place: colours, sizes, words. Private to draw/. */

#pragma once

#include "draw/draw.h"

typedef struct
{
  const char *fill; /* "#56B4E9" */
  const char *ink; /* of text on it, at a contrast of 4.5:1 or more */
} AmColour;

#define AM_N_BADGE_COLOURS 5

/* In the light theme no two that mean something else are equal: a style sheet finds them by their
 * value (svg.c). */
typedef struct
{
  const char *paper, *card, *thesis; /* what lies behind text */
  const char *ink, *grey; /* text */
  const char *border, *faint; /* lines round cards; what has no relation to draw */
  const char *strokes[3]; /* by AmRelationKind */
  AmColour nobody;
  AmColour badges[AM_N_BADGE_COLOURS];
  AmColour marks[AM_N_MARKS]; /* of what was added, removed, changed; the same in the light and the
                                 dark theme, as badges are */
} AmColours;

typedef enum
{
  AM_LINKS_NONE,
  AM_LINKS_NAMED, /* labels hold names, for which addresses are put in later */
  AM_LINKS_PLAIN, /* labels hold addresses */
} AmLinks;

/* What the parts of a picture need to know of its style. */
typedef struct
{
  const AmDrawOptions *options;
  const AmColours *colours;
  guint card_columns, thesis_columns; /* of text */
  guint card_width, thesis_width; /* in points, at the least */
  AmLinks links; /* what the picture has of them */
} AmStyle;

void am_style_init (AmStyle *style, const AmDrawOptions *options, AmDrawFormat format);

/* "+", "−", "~". Static. */
const char *am_style_sign (AmMark mark);

/* The colours of a theme. Static. */
const AmColours *am_style_colours (AmDrawTheme theme);

/* A bare Helvetica is a wider face on Debian. */
#define AM_FONT "Helvetica,Arial,sans-serif"

/* The text of claims and of theses, and round it; badges and what stands above it. */
#define AM_TEXT_POINTS 11
#define AM_THESIS_POINTS 13
#define AM_TEXT_PADDING 5
#define AM_SMALL_POINTS 9
#define AM_BAND_POINTS                                                                             \
  10 /* of what became of a card: not as small as a badge, which is centred in an SVG */

/* Columns of text of what is not a card. */
#define AM_TITLE_COLUMNS 64
#define AM_QUESTION_COLUMNS 96
#define AM_AID_COLUMNS 120
#define AM_NAME_COLUMNS 44
#define AM_ID_COLUMNS 20
#define AM_SHORT_ID_COLUMNS 14 /* beside a stock issue */

/* Lines of text on a card; the rest can be pointed at. Graphviz gives up, and the program with it,
   on what is higher than 65,535 points. */
#define AM_MOST_LINES 400
