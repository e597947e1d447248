#include "draw/graphviz/parts.h"

#include "draw/graph/style.h"

/* All in points. */
typedef struct
{
  double width, height;
} Size;

static const Size pages[] = {
  [AM_DRAW_A4] = { 595.28, 841.89 },
  [AM_DRAW_A3] = { 841.89, 1190.55 },
  [AM_DRAW_LETTER] = { 612, 792 },
};

#define MARGIN 28.35 /* a centimetre, which every printer leaves */

/* The text of claims may not become smaller than this. */
#define SMALLEST_TEXT 6.0

/* How much of its size @drawing keeps on @page; never more than all of it. */
static double
find_scale (Size drawing, Size page)
{
  double across = (page.width - 2 * MARGIN) / drawing.width,
         down = (page.height - 2 * MARGIN) / drawing.height;
  return MIN (MIN (across, down), 1);
}

/* The page as it is rendered is the drawing, with a border that fills the page, made smaller as a
 * whole. */
static void
set_size (Agraph_t *graph, Size drawing, Size page, double scale)
{
  char across[G_ASCII_DTOSTR_BUF_SIZE], down[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (across, sizeof across, "%.4f", (page.width / scale - drawing.width) / 2 / 72);
  g_ascii_formatd (down, sizeof down, "%.4f", (page.height / scale - drawing.height) / 2 / 72);
  g_autofree char *pad = g_strdup_printf ("%s,%s", across, down);
  am_agset (graph, "pad", pad);
  am_agset (graph, "margin", "0"); /* PDF would have one outside of the page */
  GD_drawing (graph)->size.x = page.width;
  GD_drawing (graph)->size.y = page.height;
}

gboolean
am_page_fit (Agraph_t *graph, AmDrawPage page, GError **error)
{
  boxf box = GD_bb (graph);
  Size drawing = { box.UR.x - box.LL.x, box.UR.y - box.LL.y }, upright = pages[page],
       across = { upright.height, upright.width };
  double scale = find_scale (drawing, upright), turned = find_scale (drawing, across);
  char points[G_ASCII_DTOSTR_BUF_SIZE];

  if (MAX (scale, turned) * AM_TEXT_POINTS < SMALLEST_TEXT)
    {
      g_ascii_formatd (points, sizeof points, "%.1f", MAX (scale, turned) * AM_TEXT_POINTS);
      g_set_error (error, AM_DRAW_ERROR, AM_DRAW_ERROR_PAGE,
                   "on a page of the size %s the text would be %s points high, and less than %.0f "
                   "cannot be read",
                   am_draw_page_names[page], points, SMALLEST_TEXT);
      return FALSE;
    }
  if (turned > scale)
    set_size (graph, drawing, across, turned);
  else
    set_size (graph, drawing, upright, scale);
  return TRUE;
}
