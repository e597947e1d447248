/* The canonical layout: laid out once more it is the same, and it says what the input says, byte by
   byte but for white space, the order of members, and the escapes of characters that no output
   holds raw. */

#include "fuzz.h"

#include "base/character.h"
#include "load/canonical.h"

/* @text, which is valid UTF-8, with an escape for each character that no output holds raw. */
static GString *
escape_unsafe (const char *text, gsize length)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c > ' ' && !am_character_may_stand (text, p, text + length))
        am_character_append_escape (out, c);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return out;
}

/* How often each byte stands there, but for white space. */
static void
count_bytes (const char *text, gsize length, gsize *counts)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (" \t\r\n", text[i]) == NULL || text[i] == '\0')
      counts[(guchar) text[i]]++;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  AmSource *source = fuzz_source (data, size);
  AmReport *report = am_report_new (source, NULL);
  g_autoptr (GString) once = am_canonical (source, report);

  if (once != NULL)
    {
      gsize before[256] = { 0 }, after[256] = { 0 };
      AmSource *again = fuzz_source (once->str, once->len);
      AmReport *other = am_report_new (again, NULL);
      g_autoptr (GString) twice = am_canonical (again, other);
      gsize mark = size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

      MUST (twice != NULL && g_string_equal (once, twice));
      MUST (am_canonical_is (again, twice));
      g_autoptr (GString) escaped = escape_unsafe ((const char *) data + mark, size - mark);
      count_bytes (escaped->str, escaped->len, before);
      count_bytes (once->str, once->len, after);
      MUST (memcmp (before, after, sizeof before) == 0);
      am_report_free (other);
      am_source_free (again);
    }
  am_report_free (report);
  am_source_free (source);
  return 0;
}
