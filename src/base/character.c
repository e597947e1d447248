#include "base/character.h"

#include <stdlib.h>

typedef struct
{
  gunichar code;
  char lookalike; /* or 0 */
  const char *name;
} Known;

static const Known known[] = {
#define UNSEEN(code, name) { code, 0, name },
#define MARK(code, name) { code, 0, name },
#define LOOKALIKE(code, character, name) { code, character, name },
#include "base/characters.def"
#undef UNSEEN
#undef MARK
#undef LOOKALIKE
};

static int
compare_codes (const void *a, const void *b)
{
  const gunichar *code = a;
  const Known *entry = b;

  return (*code > entry->code) - (*code < entry->code);
}

static const Known *
find (gunichar c)
{
  return bsearch (&c, known, G_N_ELEMENTS (known), sizeof known[0], compare_codes);
}

static gboolean
is_within (gunichar c, gunichar first, gunichar last)
{
  return c >= first && c <= last;
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xFFFE) == 0xFFFE || is_within (c, 0xFDD0, 0xFDEF);
}

static gboolean
is_tag (gunichar c)
{
  return is_within (c, 0xE0000, 0xE007F);
}

static gboolean
is_mark_of_direction (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F;
}

gboolean
am_character_is_unsafe (gunichar c)
{
  if (c < 0x300) /* most text */
    return c < 0x20 || is_within (c, 0x7F, 0x9F);
  return is_mark_of_direction (c) || is_tag (c) || is_within (c, 0x2028, 0x202E)
      || is_within (c, 0x2066, 0x206F) || is_within (c, 0xFFF9, 0xFFFB) || is_noncharacter (c);
}

/* Format characters that are drawn, around or above the digits that follow. */
static gboolean
is_drawn_format (gunichar c)
{
  return is_within (c, 0x0600, 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 || c == 0x0891
      || c == 0x08E2 || c == 0x110BD || c == 0x110CD;
}

/* Letters, marks and symbols by their category, of which nothing is drawn. */
static gboolean
is_blank_by_design (gunichar c)
{
  return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5
      || is_within (c, 0x180B, 0x180F) || c == 0x2065 || c == 0x2800 || c == 0x3164
      || is_within (c, 0xFE00, 0xFE0F) || c == 0xFFA0 || is_within (c, 0xFFF0, 0xFFF8)
      || is_within (c, 0xE0000, 0xE0FFF);
}

gboolean
am_character_is_unseen (gunichar c)
{
  if (c < 0xA0)
    return am_character_is_unsafe (c) && !g_unichar_isspace (c);
  if (g_unichar_isspace (c))
    return FALSE;
  return am_character_is_unsafe (c) || is_blank_by_design (c)
      || (g_unichar_type (c) == G_UNICODE_FORMAT && !is_drawn_format (c));
}

gboolean
am_character_is_hint (gunichar c)
{
  return is_mark_of_direction (c) || is_tag (c)
      || (am_character_is_unseen (c) && !am_character_is_unsafe (c));
}

gboolean
am_character_is_blank (gunichar c)
{
  return c == 0x2800 || c == 0x3164 || c == 0xFFA0;
}

static gboolean
is_emoji (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL
      || (type == G_UNICODE_MATH_SYMBOL && c >= 0x2190);
}

gboolean
am_character_can_be_joined (gunichar c)
{
  if (c < 0x590 || is_within (c, 0xFF00, 0xFFEF))
    return FALSE;
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || is_emoji (c);
}

/* --- what may stand --- */

static gboolean
is_visible (gunichar c)
{
  return c > ' ' && !am_character_is_unseen (c);
}

static gboolean
is_variation_selector (gunichar c)
{
  return is_within (c, 0xFE00, 0xFE0F) || is_within (c, 0xE0100, 0xE01EF);
}

/* Of symbols, digits and signs that are emoji as well, and of letters of scripts that have
 * variants. */
static gboolean
has_variants (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (am_character_is_unseen (c))
    return FALSE;
  return g_unichar_isdigit (c) || c == '#' || c == '*' || c == 0x203C || c == 0x2049 || c == 0x3030
      || c == 0x303D || c == 0xA9 || c == 0xAE || type == G_UNICODE_MATH_SYMBOL
      || (c >= 0x1000 && (g_unichar_isalpha (c) || is_emoji (c)));
}

/* Whether lines of its script break at zero width spaces only. */
static gboolean
is_written_together (gunichar c)
{
  switch (c >= 0xE00 ? g_unichar_get_script (c) : G_UNICODE_SCRIPT_COMMON)
    {
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_KHMER:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_needed_between (gunichar before, gunichar c, gunichar after)
{
  if (c == 0x200B)
    return is_written_together (before) && is_written_together (after);
  if (c == 0x200C || c == 0x200D)
    return am_character_can_be_joined (before) && is_visible (before)
        && am_character_can_be_joined (after) && is_visible (after);
  if (is_variation_selector (c))
    return has_variants (before);
  if (is_within (c, 0x180B, 0x180F))
    return is_within (before, 0x1820, 0x18AA);
  if (c == 0x034F)
    return g_unichar_ismark (before) && is_visible (before) && g_unichar_ismark (after)
        && is_visible (after);
  if (c == 0x115F)
    return is_within (after, 0x1161, 0x11A7);
  if (c == 0x1160)
    return is_within (before, 0x1100, 0x115E);
  return c == 0x2800 && (is_within (before, 0x2801, 0x28FF) || is_within (after, 0x2801, 0x28FF));
}

/* The character before @p; 0 where there is none. */
static gunichar
character_before (const char *text, const char **p)
{
  if (*p == text)
    return 0;
  *p = g_utf8_prev_char (*p);
  return g_utf8_get_char (*p);
}

gboolean
am_character_may_stand (const char *text, const char *p, const char *end)
{
  gunichar c = g_utf8_get_char (p);

  if (am_character_is_unsafe (c))
    return FALSE;
  if (!am_character_is_unseen (c))
    return TRUE;
  const char *next = g_utf8_next_char (p);
  gunichar after = end == NULL || next < end ? g_utf8_get_char (next) : 0,
           before = character_before (text, &p);
  if (c == 0x200D
      && is_variation_selector (before)) /* emoji with a selector, which then is needed itself */
    {
      before = character_before (text, &p);
      before = has_variants (before) ? before : 0;
    }
  return is_needed_between (before, c, after);
}

gboolean
am_character_is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x02BC || (c >= 0x2018 && c <= 0x201B)
      || c == 0x2032 || c == 0xFF07;
}

/* What Unicode calls a quotation mark; accents, primes, letters and ornaments that are typed for
 * one. */
gboolean
am_character_is_quotation_mark (gunichar c)
{
  if (c < 0xA0)
    return c == '"' || c == '\'' || c == '`';
  if (c < 0x2000)
    return c == 0xAB || c == 0xB4 || c == 0xBB || is_within (c, 0x02B9, 0x02BD) || c == 0x02EE
        || c == 0x055A || is_within (c, 0x05F3, 0x05F4);
  return is_within (c, 0x2018, 0x201F) || is_within (c, 0x2032, 0x2037)
      || is_within (c, 0x2039, 0x203A) || is_within (c, 0x275B, 0x2760) || c == 0x2E42
      || is_within (c, 0x300C, 0x300F) || is_within (c, 0x301D, 0x301F)
      || is_within (c, 0xFE41, 0xFE44) || c == 0xFF02 || c == 0xFF07
      || is_within (c, 0xFF62, 0xFF63);
}

char
am_character_lookalike (gunichar c)
{
  const Known *entry = c >= 0x80 ? find (c) : NULL;
  return entry != NULL ? entry->lookalike : 0;
}

/* --- names --- */

/* Whether @c is a letter or a digit of ASCII, with the end of its name: "SMALL LETTER A", "DIGIT
 * ONE". */
static gboolean
name_ascii (gunichar c, GString *name)
{
  static const char *const digits[] = { "ZERO", "ONE", "TWO",   "THREE", "FOUR",
                                        "FIVE", "SIX", "SEVEN", "EIGHT", "NINE" };

  if (c < 0x80 && g_ascii_isdigit ((char) c))
    g_string_append_printf (name, "DIGIT %s", digits[c - '0']);
  else if (c < 0x80 && g_ascii_isalpha ((char) c))
    g_string_append_printf (name, "LATIN %s LETTER %c",
                            g_ascii_isupper ((char) c) ? "CAPITAL" : "SMALL",
                            g_ascii_toupper ((char) c));
  else
    return FALSE;
  return TRUE;
}

static gboolean
name_mathematical (gunichar c, GString *name)
{
  static const char *const styles[] = {
    "BOLD",        "ITALIC",          "BOLD ITALIC",       "SCRIPT",
    "BOLD SCRIPT", "FRAKTUR",         "DOUBLE-STRUCK",     "BOLD FRAKTUR",
    "SANS-SERIF",  "SANS-SERIF BOLD", "SANS-SERIF ITALIC", "SANS-SERIF BOLD ITALIC",
    "MONOSPACE"
  };
  gunichar letter = (c - 0x1D400) % 52;

  if (!is_within (c, 0x1D400, 0x1D6A3))
    return FALSE;
  g_string_append_printf (name, "MATHEMATICAL %s %s %c", styles[(c - 0x1D400) / 52],
                          letter < 26 ? "CAPITAL" : "SMALL", (char) ('A' + letter % 26));
  return TRUE;
}

/* Families whose names follow from their numbers. */
static gboolean
name_by_rule (gunichar c, GString *name)
{
  if (is_within (c, 0xFF01, 0xFF5E))
    return name_ascii (c - 0xFF01 + '!', g_string_append (name, "FULLWIDTH "));
  if (is_within (c, 0xE0021, 0xE007E))
    return name_ascii (c - 0xE0000, g_string_append (name, "TAG "));
  if (is_within (c, 0xFE00, 0xFE0F) || is_within (c, 0xE0100, 0xE01EF))
    {
      g_string_append_printf (name, "VARIATION SELECTOR-%u",
                              c < 0xE0000 ? c - 0xFE00 + 1 : c - 0xE0100 + 17);
      return TRUE;
    }
  return name_mathematical (c, name);
}

char *
am_character_describe (gunichar c)
{
  const Known *entry = find (c);
  g_autoptr (GString) name = g_string_new (NULL);

  if (entry != NULL)
    return g_strdup_printf ("U+%04X %s", c, entry->name);
  if (name_by_rule (c, name))
    return g_strdup_printf ("U+%04X %s", c, name->str);
  return g_strdup_printf ("U+%04X", c);
}

void
am_character_append_escape (GString *out, gunichar c)
{
  if (c < 0x10000)
    g_string_append_printf (out, "\\u%04x", c);
  else
    g_string_append_printf (out, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10),
                            0xDC00 + (c & 0x3FF));
}
