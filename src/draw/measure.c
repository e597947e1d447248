#include "draw/measure.h"

#include "base/text.h"

/* Of fonts with the metrics of Helvetica, in units of 1/2048 of the size. */
#define UNITS 2048.0
#define FIRST 0x20
#define LAST 0x7e

static const guint16 ascii[2][LAST - FIRST + 1] = {
  {
    569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139,
    2079, 1366, 1366, 1479, 1479, 1366, 1251, 1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 569, 569, 569, 961, 1139,
    682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455, 1706, 1139, 1139,
    1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684, 1196,
  },
  {
    569, 682, 971, 1139, 1139, 1821, 1479, 487, 682, 682, 797, 1196, 569, 682, 569, 569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 682, 682, 1196, 1196, 1196, 1251,
    1997, 1479, 1479, 1479, 1479, 1366, 1251, 1593, 1479, 569, 1139, 1479, 1251, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 682, 569, 682, 1196, 1139,
    682, 1139, 1251, 1139, 1251, 1139, 682, 1251, 1251, 569, 569, 1139, 569, 1821, 1251, 1251,
    1251, 1251, 797, 1139, 682, 1251, 1139, 1593, 1139, 1139, 1024, 797, 573, 797, 1196,
  },
};

static const struct
{
  gunichar character;
  guint16 width[2];
} others[] = {
  { 0xa0, { 569, 569 } }, /* no-break space */
  { 0xb7, { 682, 682 } }, /* · */
  { 0xd7, { 1196, 1196 } }, /* × */
  { 0xdf, { 1251, 1251 } }, /* ß */
  { 0x2013, { 1139, 1139 } }, /* – */
  { 0x2014, { 2048, 2048 } }, /* — */
  { 0x2018, { 455, 569 } }, /* ‘ */
  { 0x2019, { 455, 569 } }, /* ’ */
  { 0x201c, { 682, 1024 } }, /* “ */
  { 0x201d, { 682, 1024 } }, /* ” */
  { 0x2022, { 717, 717 } }, /* • */
  { 0x2026, { 2048, 2048 } }, /* … */
  { 0x20ac, { 1139, 1139 } }, /* € */
  { 0x2192, { 2048, 2048 } }, /* → */
};

/* Letters of other alphabets are on average somewhat wider than Latin ones; emoji are wider than ideographs. */
#define WIDE 2048
#define WIDE_SYMBOL 2560
#define FIRST_SYMBOL 0x1f000
static const guint16 capital[2] = { 1500, 1580 }, letter[2] = { 1200, 1310 };

static guint
find_width (gunichar c, gboolean bold)
{
  gunichar base;

  if (c >= FIRST && c <= LAST)
    return ascii[bold][c - FIRST];
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].character == c)
      return others[i].width[bold];
  if (am_text_char_width (c) == 0)
    return 0;
  if (am_text_char_width (c) == 2)
    return c >= FIRST_SYMBOL ? WIDE_SYMBOL : WIDE;
  if (g_unichar_fully_decompose (c, FALSE, &base, 1) > 1 && base >= FIRST && base <= LAST) /* é is as wide as e */
    return ascii[bold][base - FIRST];
  return g_unichar_isalpha (c) && !g_unichar_isupper (c) ? letter[bold] : capital[bold];
}

double
am_measure (const char *text, gboolean bold)
{
  guint64 units = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    units += find_width (g_utf8_get_char (text), bold);
  return (double) units / UNITS;
}

/* --- as a plugin --- */

/* As high as Graphviz has a line when it has no font, and the baseline where Pango has it. */
#define LINE_HEIGHT 1.2
#define BASELINE_SHIFT 0.1

static am_gv_bool
lay_out_text (textspan_t *span, G_GNUC_UNUSED char **font_path)
{
  double size = span->font->size;

  span->size.x = size * am_measure (span->str, (span->font->flags & HTML_BF) != 0);
  span->size.y = size * LINE_HEIGHT;
  span->yoffset_layout = 0;
  span->yoffset_centerline = size * BASELINE_SHIFT;
  span->layout = NULL;
  span->free_layout = NULL;
  return TRUE;
}

static gvtextlayout_engine_t engine = { lay_out_text };

/* Of several that measure text the one of the highest quality does it; Pango's is 8. */
static gvplugin_installed_t installed[] = { { 0, "textlayout", 100, &engine, NULL }, { 0, NULL, 0, NULL, NULL } };

static gvplugin_api_t apis[] = { { API_textlayout, installed }, { (api_t) 0, NULL } };

gvplugin_library_t am_measure_library = { (char *) "argmap", apis };
