#include "draw/graph/style.h"

static const AmColours themes[] = {
  [AM_DRAW_LIGHT] = {
    .paper = "#fbfcfd", .card = "#ffffff", .thesis = "#e9edf2", .ink = "#1a1a1a",
    .grey = "#5b6470", .border = "#8a94a0", .faint = "#9aa3ad",
    .strokes = { [AM_RELATION_SUPPORT] = "#009e73", [AM_RELATION_REBUT] = "#d55e00",
                 [AM_RELATION_UNDERCUT] = "#6a3d9a" },
    .nobody = { "#dde2e8", "#1a1a1a" },
    /* Okabe and Ito's palette, which people with any colour vision tell apart, less what the
       relations are drawn in. */
    .badges = { { "#56B4E9", "#111111" }, { "#E69F00", "#111111" }, { "#0072B2", "#fffffe" },
                { "#CC79A7", "#111111" }, { "#F0E442", "#111111" } },
    .marks = { [AM_MARK_ADDED] = { "#a6d8ff", "#111110" },
               [AM_MARK_REMOVED] = { "#f7b9b2", "#111110" },
               [AM_MARK_CHANGED] = { "#f6e08a", "#111110" } },
  },
  [AM_DRAW_DARK] = {
    .paper = "#14171b", .card = "#20252b", .thesis = "#2c343d", .ink = "#eceff2",
    .grey = "#a9b3be", .border = "#5d6873", .faint = "#77828e",
    .strokes = { [AM_RELATION_SUPPORT] = "#2cc397", [AM_RELATION_REBUT] = "#ff8b3d",
                 [AM_RELATION_UNDERCUT] = "#bd9bea" },
    .nobody = { "#3b444e", "#eceff1" },
    .badges = { { "#56B4E9", "#111111" }, { "#E69F00", "#111111" }, { "#0072B2", "#fffffe" },
                { "#CC79A7", "#111111" }, { "#F0E442", "#111111" } },
    .marks = { [AM_MARK_ADDED] = { "#a6d8ff", "#111110" },
               [AM_MARK_REMOVED] = { "#f7b9b2", "#111110" },
               [AM_MARK_CHANGED] = { "#f6e08a", "#111110" } },
  },
  /* Nothing is told by hue: strokes differ by their dashes and heads, badges by how dark they are
     and by their letters. */
  [AM_DRAW_PRINT] = {
    .paper = "#ffffff", .card = "#ffffff", .thesis = "#ececec", .ink = "#000000",
    .grey = "#4a4a4a", .border = "#707070", .faint = "#8c8c8c",
    .strokes = { [AM_RELATION_SUPPORT] = "#000000", [AM_RELATION_REBUT] = "#000000",
                 [AM_RELATION_UNDERCUT] = "#000000" },
    .nobody = { "#ffffff", "#000000" },
    .badges = { { "#e2e2e2", "#000000" }, { "#404040", "#ffffff" }, { "#bcbcbc", "#000000" },
                { "#1c1c1c", "#ffffff" }, { "#9a9a9a", "#000000" } },
    .marks = { [AM_MARK_ADDED] = { "#cfcfcf", "#000000" },
               [AM_MARK_REMOVED] = { "#ffffff", "#000000" },
               [AM_MARK_CHANGED] = { "#e9e9e9", "#000000" } },
  },
};

/* Points that a column of text is wide at least: cards of short texts are alike. */
#define POINTS_PER_COLUMN 5.58
#define THESIS_POINTS_PER_COLUMN 7.7
#define CARD_COLUMNS 33

const AmColours *
am_style_colours (AmDrawTheme theme)
{
  return &themes[theme];
}

const char *
am_style_sign (AmMark mark)
{
  static const char *const signs[] = { "", "+", "−", "~" };
  return signs[mark];
}

void
am_style_init (AmStyle *style, const AmDrawOptions *options, AmDrawFormat format)
{
  static const AmLinks links[AM_N_DRAW_FORMATS] = {
    [AM_DRAW_SVG] = AM_LINKS_NAMED, [AM_DRAW_PDF] = AM_LINKS_PLAIN
  };
  guint columns = options->columns > 0 ? options->columns : CARD_COLUMNS;
  guint thesis_columns = MAX (columns * 4 / 5, 16); /* its letters are larger */

  *style = (AmStyle){ .options = options,
                      .colours = &themes[options->theme],
                      .card_columns = columns,
                      .thesis_columns = thesis_columns,
                      .card_width = (guint) (columns * POINTS_PER_COLUMN),
                      .thesis_width = (guint) (thesis_columns * THESIS_POINTS_PER_COLUMN),
                      .links = links[format] };
}
