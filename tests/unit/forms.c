/* No test, but what normal.sh compares with the page's script: for each character a line with its
   number and the form of a text that has it in words, before a line end, and between Arabic
   letters; the number alone where Unicode has no such character. */

#include "base/normal.h"

#include <stdio.h>

int
main (void)
{
  for (gunichar c = 1; c < 0xE1000; c = c == 0x31FFF ? 0xE0000 : c + 1)
    {
      GUnicodeType type = g_unichar_type (c);
      char utf8[7] = "";

      if (type == G_UNICODE_SURROGATE)
        continue;
      utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
      g_autofree char *text = g_strdup_printf (
          "x%sy x%s\ny X%sY \xD9\x85%s\xD9\x85 \xE2\x9D\xA4%s\xE2\x80\x8D%s\xE2\x9D\xA4", utf8,
          utf8, utf8, utf8, utf8, utf8);
      g_autofree char *form = am_normal_text (text, -1);
      printf ("%04X%s%s\n", c, type == G_UNICODE_UNASSIGNED ? "" : " ",
              type == G_UNICODE_UNASSIGNED ? "" : form);
    }
  return 0;
}
