#include "base/text.h"

#include "base/character.h"

#include <string.h>

guint
am_text_char_width (gunichar c)
{
  if (c < 0x300) /* the first mark that combines */
    return 1;
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
am_text_width (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    width += (guchar) *p < 0x80 ? 1 : am_text_char_width (g_utf8_get_char (p));
  return width;
}

gunichar
am_text_shown (const char *text, const char *p, const char *end)
{
  gunichar c = g_utf8_get_char (p);

  if (am_character_may_stand (text, p, end))
    return c;
  return am_character_is_blank (c) ? ' ' : am_character_is_hint (c) ? 0 : 0xFFFD;
}

static void
append_clean (GString *out, const char *text, const char *end)
{
  for (const char *p = text; p < end;)
    {
      const char *plain = p;
      while (p < end && *p >= ' ' && *p < 0x7F)
        p++;
      g_string_append_len (out, plain, p - plain);
      if (p == end)
        break;
      gunichar c = *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : am_text_shown (text, p, end);
      if (c != 0)
        g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }
}

void
am_text_append_clean (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length), *stop;

  while (!g_utf8_validate (text, end - text, &stop))
    {
      append_clean (out, text, stop);
      g_string_append_unichar (out, 0xFFFD);
      text = stop + 1;
    }
  append_clean (out, text, end);
}

char *
am_text_clean (const char *text)
{
  GString *out = g_string_new (NULL);
  am_text_append_clean (out, text, -1);
  return g_string_free (out, FALSE);
}

/* No-break spaces are no places to break a line at, nor to fold. */
gboolean
am_text_is_space (gunichar c)
{
  if (c > ' ' && c < 0x80)
    return FALSE;
  return c != 0xA0 && c != 0x202F && c != 0x2007 && g_unichar_isspace (c);
}

char *
am_text_shorten (const char *text, glong most)
{
  const char *cut = text, *p = text;

  for (glong n = 0; n < most && *p != '\0'; n++)
    {
      cut = p;
      p = g_utf8_next_char (p);
    }
  if (*p == '\0')
    return g_strndup (text, p - text);
  g_autofree char *start = g_strndup (text, cut - text);
  return g_strconcat (start, "…", NULL);
}

#define WORD_CHARACTERS 9

char *
am_text_first_words (const char *text, guint words)
{
  glong most = (glong) words * WORD_CHARACTERS;
  g_autofree char *folded = am_text_fold_start (text, most + 2);
  const char *p = folded;

  for (guint n = 0; n < words && p != NULL; n++)
    p = strchr (n == 0 ? p : p + 1, ' ');
  if (p != NULL)
    {
      g_autofree char *start = g_strndup (folded, (gsize) (p - folded));
      g_autofree char *cut = g_strconcat (start, "…", NULL);
      return am_text_shorten (cut, most);
    }
  return am_text_shorten (folded, most);
}

char *
am_text_fold_space (const char *text)
{
  return am_text_fold_start (text, G_MAXLONG);
}

char *
am_text_fold_start (const char *text, glong most)
{
  GString *out = g_string_new (NULL);
  const char *word = text, *p = text;

  for (; *p != '\0' && most > 0; p = g_utf8_next_char (p))
    {
      if ((*p > ' ' && *p < 0x7F) || !am_text_is_space (g_utf8_get_char (p)))
        {
          most--;
          continue;
        }
      g_string_append_len (out, word, p - word);
      word = g_utf8_next_char (p);
      if (out->len > 0 && out->str[out->len - 1] != ' ')
        {
          g_string_append_c (out, ' ');
          most--;
        }
    }
  g_string_append_len (out, word, p - word);
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

gboolean
am_text_is_damaged (const char *text)
{
  return strchr (text, 0x7F) != NULL;
}

gboolean
am_text_is_unseen (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char_validated (p, -1);
      if ((c > ' ' && c < 0x7F) || c >= (gunichar) -2)
        return FALSE;
      if (!g_unichar_isspace (c) && !am_character_is_unseen (c) && am_text_char_width (c) > 0)
        return FALSE;
    }
  return TRUE;
}

/* --- wrapping --- */

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
      || type == G_UNICODE_OTHER_PUNCTUATION || c == 0x30FC || am_text_char_width (c) == 0;
}

static gboolean
is_opening (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Scripts that are written without spaces: a line may break beside any of their characters. */
static gboolean
is_ideographic (gunichar c)
{
  if (c < 0x2E80 || !g_unichar_iswide (c))
    return FALSE;
  return g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
}

static gboolean
may_break_between (gunichar before, gunichar after)
{
  if (before < 0x200B && after < 0x2E80) /* most text */
    return FALSE;
  if (is_opening (before) || is_closing (after) || before == 0x200D)
    return FALSE;
  return before == 0x200B || is_ideographic (before) || is_ideographic (after);
}

/* The end of the piece at @p that may not be broken. */
static const char *
piece_end (const char *p)
{
  for (;;)
    {
      while ((guchar) *p < 0x80 && p[1] > ' ') /* most text: nothing but a space can end it here */
        p++;
      gunichar c = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      gunichar next = g_utf8_get_char (p);
      if (next == '\0' || am_text_is_space (next) || may_break_between (c, next))
        return p;
    }
}

/* The end of what is drawn as one: a character, its marks, and what U+200D joins to it. */
static const char *
cluster_end (const char *p, const char *end)
{
  gunichar last = g_utf8_get_char (p);

  for (p = g_utf8_next_char (p); p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (am_text_char_width (c) > 0 && last != 0x200D)
        break;
      last = c;
    }
  return p;
}

/* As much of the word as fits, but one cluster at least. */
static const char *
fitting_end (const char *start, const char *end, guint room)
{
  const char *p = cluster_end (start, end);
  guint width = am_text_width (start, p - start);

  while (p < end)
    {
      const char *next = cluster_end (p, end);
      width += am_text_width (p, next - p);
      if (width > room)
        break;
      p = next;
    }
  return p;
}

typedef struct
{
  GPtrArray *lines; /* NULL when the lines are only counted */
  guint count;
  GString *line;
  guint used;
} Wrapping;

static void
end_line (Wrapping *w)
{
  if (w->line->len == 0)
    return;
  w->count++;
  if (w->lines != NULL)
    g_ptr_array_add (w->lines, g_strdup (w->line->str));
  g_string_truncate (w->line, 0);
  w->used = 0;
}

static void
put_piece (Wrapping *w, const char *piece, const char *end, gboolean after_space, guint first_width,
           guint width)
{
  guint needed = am_text_width (piece, end - piece); /* of what is left: to measure that again for
                                                        each line would take too long */

  while (piece < end)
    {
      guint limit = w->count == 0 ? first_width : width;
      guint space = after_space && w->line->len > 0 ? 1 : 0;

      if (w->used + space + needed <= limit)
        {
          if (space)
            g_string_append_c (w->line, ' ');
          g_string_append_len (w->line, piece, end - piece);
          w->used += space + needed;
          return;
        }
      if (w->line->len > 0)
        end_line (w);
      else if (w->count == 0 && first_width < width && needed > first_width)
        w->count++; /* nothing fits beside what is there already: the first line stays empty */
      else
        {
          const char *stop = fitting_end (piece, end, limit);
          guint taken = am_text_width (piece, stop - piece);
          g_string_append_len (w->line, piece, stop - piece);
          w->used += taken;
          needed -= taken;
          piece = stop;
          if (piece < end)
            end_line (w);
        }
    }
}

static guint
wrap (const char *text, guint first_width, guint width, GPtrArray *lines)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Wrapping w = { .lines = lines, .line = line };
  gboolean after_space = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      if (am_text_is_space (g_utf8_get_char (p)))
        {
          after_space = TRUE;
          p = g_utf8_next_char (p);
          continue;
        }
      const char *end = piece_end (p);
      put_piece (&w, p, end, after_space, first_width, width);
      after_space = FALSE;
      p = end;
    }
  end_line (&w);
  return w.count;
}

GPtrArray *
am_text_wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  width = MAX (width, 1);
  wrap (text, width, width, lines);
  return lines;
}

/* Columns of @text on one line. */
static guint
unwrapped_width (const char *text)
{
  guint width = 0;
  gboolean after_space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean space = am_text_is_space (c);
      if (!space)
        width += am_text_char_width (c) + (after_space && width > 0 ? 1 : 0);
      after_space = space;
    }
  return width;
}

GPtrArray *
am_text_wrap_balanced (const char *text, guint width)
{
  guint widest = MAX (width, 1), total = unwrapped_width (text);

  if (total <= widest)
    return am_text_wrap (text, widest);
  guint count = wrap (text, widest, widest, NULL);
  guint narrowest =
      MAX (total / count,
           1); /* (total - (count - 1)) / count, rounded up: each break saves one space at most */

  while (narrowest < widest)
    {
      guint middle = (narrowest + widest) / 2;
      if (wrap (text, middle, middle, NULL) <= count)
        widest = middle;
      else
        narrowest = middle + 1;
    }
  return am_text_wrap (text, widest);
}

#define LEAST_ROOM 8 /* columns beside an indent, however narrow the whole is */

void
am_text_append_wrapped (GString *out, const char *text, guint width, guint column, guint indent)
{
  indent = MIN (indent, MAX (width, LEAST_ROOM) - LEAST_ROOM);
  guint room = MAX (width, LEAST_ROOM) - indent;
  guint first = width > column ? width - column : 1;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint count = wrap (text, MIN (first, room), room, lines);

  for (guint i = 0; i < count; i++)
    {
      guint skipped = count - lines->len; /* the first line, where nothing fitted on it */
      if (i > 0)
        g_string_append_printf (out, "\n%*s", (int) indent, "");
      if (i >= skipped)
        g_string_append (out, g_ptr_array_index (lines, i - skipped));
    }
}

/* --- counting --- */

char *
am_text_number (guint64 n)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  gsize length = strlen (digits);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

char *
am_text_count (guint64 n, const char *singular, const char *plural)
{
  g_autofree char *number = am_text_number (n);

  if (n == 1 || plural != NULL)
    return g_strdup_printf ("%s %s", number, n == 1 ? singular : plural);
  return g_strdup_printf ("%s %ss", number, singular);
}

char *
am_text_list (const GPtrArray *items, const char *word, guint more)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0 && (i + 1 < items->len || more > 0))
        g_string_append (list, ", ");
      else if (i > 0)
        g_string_append_printf (list, " %s ", word);
      g_string_append (list, g_ptr_array_index (items, i));
    }
  if (more > 0)
    {
      g_autofree char *others = am_text_count (more, "other", NULL);
      g_string_append_printf (list, " %s %s", word, others);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

gboolean
am_text_is_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      if (!g_unichar_isalpha (c))
        continue;
      switch (g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_SAMARITAN:
        case G_UNICODE_SCRIPT_MANDAIC:
        case G_UNICODE_SCRIPT_ADLAM:
        case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
          return TRUE;
        default:
          return FALSE;
        }
    }
  return FALSE;
}
