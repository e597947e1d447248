/* The look of the picture in one place: colours, sizes, words. Private to draw/. */

#pragma once

#define AM_FONT "Helvetica,Arial,sans-serif"
#define AM_INK "#1a1a1a"
#define AM_GREY "#5b6470"
#define AM_PAPER "#fbfcfd"
#define AM_CARD "#ffffff"
#define AM_BORDER "#8a94a0"
#define AM_NOBODY "#dde2e8"
#define AM_THESIS "#e9edf2"

#define AM_SUPPORT "#009e73"
#define AM_REBUT "#d55e00"
#define AM_UNDERCUT "#6a3d9a"

/* Columns of text on a card, and on one for a thesis, whose letters are larger. */
#define AM_CARD_COLUMNS 33
#define AM_THESIS_COLUMNS 26
#define AM_TITLE_COLUMNS 64
#define AM_QUESTION_COLUMNS 96
#define AM_AID_COLUMNS 120
#define AM_NAME_COLUMNS 44
#define AM_ID_COLUMNS 20
