/* RFC 8259 word by word, by recursive descent: what the scanner must agree with. Slow, and plain
 * enough to be read beside it. */

#pragma once

#include "unit.h"

typedef struct
{
  const char *p;
  const char *end;
  guint depth;
  gboolean unclean; /* an encoding fault or a key twice: reported, but passed over */
} Validator;

static inline gboolean validate_value (Validator *v);

static inline gboolean
next_is (const Validator *v, const char *set)
{
  return v->p < v->end && *v->p != '\0' && strchr (set, *v->p) != NULL;
}

static inline gboolean
take (Validator *v, char c)
{
  if (v->p >= v->end || *v->p != c)
    return FALSE;
  v->p++;
  return TRUE;
}

static inline void
skip_space (Validator *v)
{
  while (next_is (v, " \t\r\n"))
    v->p++;
}

static inline gint
take_hex4 (Validator *v)
{
  gint code = 0;

  for (guint i = 0; i < 4; i++, v->p++)
    {
      if (v->p >= v->end || !g_ascii_isxdigit (*v->p))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (*v->p);
    }
  return code;
}

/* After \u; a pair of surrogates is one character. */
static inline gboolean
take_unicode_escape (Validator *v, GString *text)
{
  gint code = take_hex4 (v);

  if (code < 0)
    return FALSE;
  if (code >= 0xD800 && code < 0xDC00 && v->end - v->p >= 6 && v->p[0] == '\\' && v->p[1] == 'u')
    {
      Validator second = { v->p + 2, v->end, 0, FALSE };
      gint low = take_hex4 (&second);
      if (low >= 0xDC00 && low < 0xE000)
        {
          v->p = second.p;
          code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00);
        }
    }
  if (code == 0 || (code >= 0xD800 && code < 0xE000))
    {
      v->unclean = TRUE;
      code = 0xFFFD;
    }
  g_string_append_unichar (text, (gunichar) code);
  return TRUE;
}

static inline gboolean
take_escape (Validator *v, GString *text)
{
  static const char codes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";

  if (take (v, 'u'))
    return take_unicode_escape (v, text);
  if (!next_is (v, codes))
    return FALSE;
  g_string_append_c (text, meanings[strchr (codes, *v->p) - codes]);
  v->p++;
  return TRUE;
}

static inline gboolean
take_character (Validator *v, GString *text)
{
  gunichar c = g_utf8_get_char_validated (v->p, v->end - v->p);

  if (*v->p == '\0' || c == (gunichar) -1 || c == (gunichar) -2)
    {
      v->unclean = TRUE;
      g_string_append_c (text, 0x7F);
      v->p++;
      return TRUE;
    }
  if (c < 0x20)
    return FALSE;
  g_string_append_unichar (text, c);
  v->p = g_utf8_next_char (v->p);
  return TRUE;
}

static inline gboolean
take_string (Validator *v, GString *text)
{
  if (!take (v, '"'))
    return FALSE;
  while (v->p < v->end && *v->p != '"')
    if (!(take (v, '\\') ? take_escape (v, text) : take_character (v, text)))
      return FALSE;
  return take (v, '"');
}

static inline gboolean
take_digits (Validator *v)
{
  if (!next_is (v, "0123456789"))
    return FALSE;
  while (next_is (v, "0123456789"))
    v->p++;
  return TRUE;
}

static inline gboolean
take_number (Validator *v)
{
  take (v, '-');
  if (!take (v, '0') && !take_digits (v))
    return FALSE;
  if (take (v, '.') && !take_digits (v))
    return FALSE;
  if (next_is (v, "eE"))
    {
      v->p++;
      if (next_is (v, "+-"))
        v->p++;
      if (!take_digits (v))
        return FALSE;
    }
  return TRUE;
}

static inline gboolean
take_word (Validator *v, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (v->end - v->p) < length || memcmp (v->p, word, length) != 0)
    return FALSE;
  v->p += length;
  return TRUE;
}

static inline gboolean
take_member (Validator *v, GPtrArray *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);

  skip_space (v);
  if (!take_string (v, key))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_ptr_array_index (keys, i), key->str))
      v->unclean = TRUE;
  g_ptr_array_add (keys, g_strdup (key->str));
  skip_space (v);
  return take (v, ':') && validate_value (v);
}

static inline gboolean
take_container (Validator *v, char closer)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  v->p++;
  if (++v->depth > 64)
    return FALSE;
  skip_space (v);
  if (!take (v, closer))
    {
      do
        if (!(closer == '}' ? take_member (v, keys) : validate_value (v)))
          return FALSE;
      while (take (v, ','));
      if (!take (v, closer))
        return FALSE;
    }
  v->depth--;
  return TRUE;
}

static inline gboolean
take_value (Validator *v)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (next_is (v, "{"))
    return take_container (v, '}');
  if (next_is (v, "["))
    return take_container (v, ']');
  if (next_is (v, "\""))
    return take_string (v, text);
  if (next_is (v, "-0123456789"))
    return take_number (v);
  return take_word (v, "true") || take_word (v, "false") || take_word (v, "null");
}

static inline gboolean
validate_value (Validator *v)
{
  skip_space (v);
  gboolean good = take_value (v);
  skip_space (v);
  return good;
}

static inline gboolean
validate (const char *text, gsize length, gboolean *clean)
{
  Validator v = { text, text + length, 0, FALSE };

  if (take_word (&v, "\xEF\xBB\xBF"))
    v.unclean = TRUE;
  gboolean good = validate_value (&v) && v.p == v.end;
  *clean = good && !v.unclean;
  return good;
}
