/* The canonical layout: laid out once more it is the same, and it says what the input says, byte by byte but for white space and the
   order of members. */

#include "fuzz.h"

#include "load/canonical.h"

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
      count_bytes ((const char *) data + mark, size - mark, before);
      count_bytes (once->str, once->len, after);
      MUST (memcmp (before, after, sizeof before) == 0);
      am_report_free (other);
      am_source_free (again);
    }
  am_report_free (report);
  am_source_free (source);
  return 0;
}
