/* draw/graph/style: colours that can be read and told apart, in every theme. */

#include "draw/graph/style.h"

#include <math.h>
#include <string.h>

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double
luminance (const char *colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  g_assert_cmpuint (strlen (colour), ==, 7);
  for (guint i = 0; i < 3; i++)
    {
      double c =
          (g_ascii_xdigit_value (colour[1 + 2 * i]) * 16 + g_ascii_xdigit_value (colour[2 + 2 * i]))
          / 255.0;
      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
contrast (const char *a, const char *b)
{
  double first = luminance (a), second = luminance (b);
  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static void
expect_contrast (const char *ink, const char *paper, double least)
{
  if (contrast (ink, paper) < least)
    g_error ("%s on %s has a contrast of %.2f, not %.1f", ink, paper, contrast (ink, paper), least);
}

static void
test_contrast (void)
{
  for (int theme = AM_DRAW_LIGHT; theme <= AM_DRAW_PRINT; theme++)
    {
      const AmColours *c = am_style_colours ((AmDrawTheme) theme);
      const char *papers[] = { c->paper, c->card, c->thesis };
      for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
        {
          expect_contrast (c->ink, papers[i], 7);
          expect_contrast (c->grey, papers[i], 4.5);
        }
      for (guint i = 0; i < G_N_ELEMENTS (c->strokes); i++) /* no text, but they mean something */
        {
          expect_contrast (c->strokes[i], c->paper, 3);
          expect_contrast (c->strokes[i], c->card, 3);
        }
      expect_contrast (c->nobody.ink, c->nobody.fill, 4.5);
      for (guint i = 0; i < AM_N_BADGE_COLOURS; i++)
        expect_contrast (c->badges[i].ink, c->badges[i].fill, 4.5);
      for (guint i = AM_MARK_ADDED; i < AM_N_MARKS; i++)
        expect_contrast (c->marks[i].ink, c->marks[i].fill, 7);
    }
}

/* A style sheet finds the light colours by their values. */
static void
test_distinct (void)
{
  const AmColours *c = am_style_colours (AM_DRAW_LIGHT);
  const char *all[] = { c->paper,      c->card,       c->thesis,     c->ink,
                        c->grey,       c->border,     c->faint,      c->strokes[0],
                        c->strokes[1], c->strokes[2], c->nobody.fill };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (all[i], !=, all[k]);
      for (guint k = 0; k < AM_N_BADGE_COLOURS; k++)
        {
          g_assert_cmpstr (all[i], !=, c->badges[k].fill);
          g_assert_cmpstr (all[i], !=, c->badges[k].ink);
        }
      for (guint k = AM_MARK_ADDED; k < AM_N_MARKS; k++)
        {
          g_assert_cmpstr (all[i], !=, c->marks[k].fill);
          g_assert_cmpstr (all[i], !=, c->marks[k].ink);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colours/contrast", test_contrast);
  g_test_add_func ("/colours/distinct", test_distinct);
  return g_test_run ();
}
