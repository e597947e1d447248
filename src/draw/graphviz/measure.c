#include "draw/graphviz/measure.h"

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

/* Greek; 0 is no letter. */
#define FIRST_GREEK 0x386
#define LAST_GREEK 0x3ce

static const guint16 greek[2][LAST_GREEK - FIRST_GREEK + 1] = {
  {
    1367, 569, 1606, 1716, 786, 0, 1586, 0, 1752, 1541, 455, 1366, 1366, 1128, 1368, 1366,
    1251, 1479, 1593, 569, 1366, 1368, 1706, 1479, 1331, 1593, 1479, 1366, 0, 1266, 1251, 1366,
    1634, 1366, 1711, 1531, 569, 1366, 1184, 913, 1139, 455, 1120, 1184, 1178, 1024, 1140, 913,
    903, 1139, 1139, 455, 1024, 1024, 1180, 1024, 917, 1139, 1413, 1165, 987, 1264, 809, 1120,
    1328, 1075, 1460, 1599, 455, 1120, 1139, 1120, 1599,
  },
  {
    1479, 682, 1747, 1855, 970, 0, 1689, 0, 1899, 1716, 569, 1479, 1479, 1231, 1472, 1366,
    1251, 1479, 1593, 569, 1479, 1366, 1706, 1479, 1318, 1593, 1479, 1366, 0, 1229, 1251, 1366,
    1681, 1366, 1657, 1642, 569, 1366, 1259, 924, 1251, 569, 1192, 1259, 1250, 1139, 1242, 972,
    943, 1251, 1107, 569, 1142, 1139, 1253, 1139, 912, 1251, 1568, 1267, 1065, 1401, 914, 1192,
    1465, 1179, 1543, 1730, 569, 1192, 1251, 1192, 1730,
  },
};

/* Cyrillic. */
#define FIRST_CYRILLIC 0x400
#define LAST_CYRILLIC 0x45f

static const guint16 cyrillic[2][LAST_CYRILLIC - FIRST_CYRILLIC + 1] = {
  {
    1366, 1367, 1771, 1109, 1472, 1366, 569, 569, 1024, 2165, 2069, 1749, 1193, 1479, 1301, 1472,
    1366, 1344, 1366, 1109, 1387, 1366, 1891, 1237, 1472, 1472, 1193, 1344, 1706, 1479, 1593, 1472,
    1366, 1479, 1251, 1301, 1557, 1366, 1515, 1365, 1877, 1920, 1621, 1813, 1344, 1472, 2069, 1479,
    1139, 1173, 1088, 747, 1195, 1139, 1370, 939, 1144, 1144, 896, 1195, 1408, 1131, 1139, 1109,
    1139, 1024, 938, 1024, 1685, 1024, 1173, 1067, 1643, 1685, 1280, 1472, 1067, 1045, 1536, 1109,
    1139, 1139, 1139, 747, 1045, 1024, 455, 569, 455, 1856, 1664, 1139, 896, 1144, 1024, 1131,
  },
  {
    1366, 1370, 1813, 1161, 1457, 1366, 569, 565, 1139, 2240, 2176, 1792, 1250, 1479, 1274, 1472,
    1479, 1472, 1479, 1161, 1459, 1366, 1851, 1283, 1472, 1472, 1250, 1437, 1706, 1479, 1593, 1472,
    1366, 1479, 1251, 1274, 1748, 1366, 1496, 1439, 2058, 2087, 1781, 2005, 1472, 1457, 2112, 1472,
    1139, 1265, 1259, 853, 1300, 1139, 1452, 1018, 1259, 1259, 1025, 1301, 1515, 1237, 1251, 1237,
    1251, 1139, 1003, 1139, 1792, 1139, 1259, 1189, 1707, 1728, 1493, 1749, 1259, 1131, 1749, 1195,
    1139, 1139, 1251, 853, 1131, 1139, 569, 576, 569, 1984, 1856, 1251, 1025, 1259, 1139, 1237,
  },
};

/* By their numbers. */
static const struct
{
  gunichar character;
  guint16 width[2];
} others[] = {
  { 0xa0, { 569, 569 } }, /* no-break space */
  { 0xa7, { 1139, 1139 } }, /* § */
  { 0xa9, { 1509, 1509 } }, /* © */
  { 0xab, { 1139, 1139 } }, /* « */
  { 0xae, { 1509, 1509 } }, /* ® */
  { 0xb0, { 819, 819 } }, /* ° */
  { 0xb1, { 1124, 1124 } }, /* ± */
  { 0xb5, { 1180, 1180 } }, /* µ */
  { 0xb7, { 569, 569 } }, /* · */
  { 0xbb, { 1139, 1139 } }, /* » */
  { 0xbf, { 1251, 1251 } }, /* ¿ */
  { 0xc6, { 2048, 2048 } }, /* Æ */
  { 0xd0, { 1479, 1479 } }, /* Ð */
  { 0xd7, { 1196, 1196 } }, /* × */
  { 0xd8, { 1593, 1593 } }, /* Ø */
  { 0xde, { 1366, 1366 } }, /* Þ */
  { 0xdf, { 1251, 1251 } }, /* ß */
  { 0xe6, { 1821, 1821 } }, /* æ */
  { 0xec, { 569, 569 } }, /* ì */
  { 0xed, { 569, 569 } }, /* í */
  { 0xee, { 569, 569 } }, /* î */
  { 0xef, { 569, 569 } }, /* ï */
  { 0xf0, { 1139, 1251 } }, /* ð */
  { 0xf7, { 1124, 1124 } }, /* ÷ */
  { 0xf8, { 1251, 1251 } }, /* ø */
  { 0xfe, { 1139, 1251 } }, /* þ */
  { 0x10f, { 1259, 1472 } }, /* ď */
  { 0x110, { 1479, 1479 } }, /* Đ */
  { 0x111, { 1139, 1251 } }, /* đ */
  { 0x126, { 1479, 1479 } }, /* Ħ */
  { 0x127, { 1139, 1251 } }, /* ħ */
  { 0x129, { 569, 569 } }, /* ĩ */
  { 0x12b, { 569, 569 } }, /* ī */
  { 0x12d, { 569, 569 } }, /* ĭ */
  { 0x131, { 569, 569 } }, /* ı */
  { 0x13e, { 597, 789 } }, /* ľ */
  { 0x141, { 1139, 1251 } }, /* Ł */
  { 0x142, { 455, 569 } }, /* ł */
  { 0x14a, { 1481, 1481 } }, /* Ŋ */
  { 0x14b, { 1139, 1251 } }, /* ŋ */
  { 0x152, { 2048, 2048 } }, /* Œ */
  { 0x153, { 1933, 1933 } }, /* œ */
  { 0x165, { 768, 981 } }, /* ť */
  { 0x166, { 1251, 1251 } }, /* Ŧ */
  { 0x167, { 569, 682 } }, /* ŧ */
  { 0x2010, { 682, 682 } }, /* hyphen */
  { 0x2011, { 682, 682 } }, /* no-break hyphen */
  { 0x2013, { 1139, 1139 } }, /* – */
  { 0x2014, { 2048, 2048 } }, /* — */
  { 0x2018, { 455, 569 } }, /* ‘ */
  { 0x2019, { 455, 569 } }, /* ’ */
  { 0x201a, { 455, 569 } }, /* ‚ */
  { 0x201c, { 682, 1024 } }, /* “ */
  { 0x201d, { 682, 1024 } }, /* ” */
  { 0x201e, { 682, 1024 } }, /* „ */
  { 0x2020, { 1139, 1139 } }, /* † */
  { 0x2021, { 1139, 1139 } }, /* ‡ */
  { 0x2022, { 717, 717 } }, /* • */
  { 0x2026, { 2048, 2048 } }, /* … */
  { 0x2030, { 2048, 2048 } }, /* ‰ */
  { 0x2032, { 384, 491 } }, /* ′ */
  { 0x2033, { 725, 981 } }, /* ″ */
  { 0x2039, { 682, 682 } }, /* ‹ */
  { 0x203a, { 682, 682 } }, /* › */
  { 0x20ac, { 1139, 1139 } }, /* € */
  { 0x2122, { 2048, 2048 } }, /* ™ */
  { 0x2190, { 2048, 2048 } }, /* ← */
  { 0x2191, { 1024, 1024 } }, /* ↑ */
  { 0x2192, { 2048, 2048 } }, /* → */
  { 0x2193, { 1024, 1024 } }, /* ↓ */
  { 0x2194, { 2048, 2048 } }, /* ↔ */
  { 0x2212, { 1196, 1196 } }, /* − */
  { 0x2248, { 1124, 1124 } }, /* ≈ */
  { 0x2260, { 1124, 1124 } }, /* ≠ */
  { 0x2264, { 1124, 1124 } }, /* ≤ */
  { 0x2265, { 1124, 1124 } }, /* ≥ */
  { 0x25a0, { 1237, 1237 } }, /* ■ */
  { 0x25b2, { 2027, 2027 } }, /* ▲ */
  { 0x25ba, { 2027, 2027 } }, /* ► */
  { 0x25bc, { 2027, 2027 } }, /* ▼ */
  { 0x25c4, { 2027, 2027 } }, /* ◄ */
  { 0x25cf, { 1237, 1237 } }, /* ● */
};

/* Letters of other alphabets are on average somewhat wider than Latin ones; emoji are wider than ideographs. */
#define WIDE 2048
#define WIDE_SYMBOL 2560
#define FIRST_SYMBOL 0x1f000
static const guint16 capital[2] = { 1500, 1580 }, letter[2] = { 1200, 1310 };

/* As wide as the fonts have it, or 0 where that is not known: a letter with marks is as wide as the letter. */
static guint
find_known_width (gunichar c, gboolean bold)
{
  gunichar base;

  if (c >= FIRST && c <= LAST)
    return ascii[bold][c - FIRST];
  for (guint i = 0; i < G_N_ELEMENTS (others) && others[i].character <= c; i++)
    if (others[i].character == c)
      return others[i].width[bold];
  if (c >= FIRST_GREEK && c <= LAST_GREEK)
    return greek[bold][c - FIRST_GREEK];
  if (c >= FIRST_CYRILLIC && c <= LAST_CYRILLIC)
    return cyrillic[bold][c - FIRST_CYRILLIC];
  if (g_unichar_fully_decompose (c, FALSE, &base, 1) > 1 && base >= FIRST && base <= LAST)
    return ascii[bold][base - FIRST];
  return 0;
}

static guint
find_width (gunichar c, gboolean bold)
{
  guint known = find_known_width (c, bold);

  if (known > 0 || am_text_char_width (c) == 0)
    return known;
  if (am_text_char_width (c) == 2)
    return c >= FIRST_SYMBOL ? WIDE_SYMBOL : WIDE;
  return g_unichar_isalpha (c) && !g_unichar_isupper (c) ? letter[bold] : capital[bold];
}

static double
add_widths (const char *text, gboolean bold, guint (*width) (gunichar c, gboolean bold))
{
  guint64 units = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    units += width (g_utf8_get_char (text), bold);
  return (double) units / UNITS;
}

double
am_measure (const char *text, gboolean bold)
{
  return add_widths (text, bold, find_width);
}

guint
am_measure_room (const char *text, gboolean bold, double size)
{
  return (guint) (add_widths (text, bold, find_known_width) * size) + 2;
}

gboolean
am_measure_knows (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((*text < FIRST || *text > LAST) && *text != '\n' && find_known_width (g_utf8_get_char (text), FALSE) == 0)
      return FALSE;
  return TRUE;
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
