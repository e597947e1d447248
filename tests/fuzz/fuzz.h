/* What the fuzz targets share. Each is a LLVMFuzzerTestOneInput() that returns, whatever it is
   given; a stop by a sanitizer, by abort() or by the clock is a finding. Findings become fixtures.
 */

#pragma once

#include "check/check.h"
#include "load/load.h"
#include "reason/evaluation.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What holds whatever the input is. */
#define MUST(condition)                                                                            \
  do                                                                                               \
    {                                                                                              \
      if (!(condition))                                                                            \
        {                                                                                          \
          fprintf (stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                 \
          abort ();                                                                                \
        }                                                                                          \
    }                                                                                              \
  while (0)

static inline AmSource *
fuzz_source (const void *data, size_t size)
{
  char *text = g_malloc (size + 1);

  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';
  return am_source_new_take ("fuzz", text, size);
}

/* Of reports: no byte that a terminal or a reader of UTF-8 could not take. */
static inline void
fuzz_must_be_clean (const GString *out)
{
  MUST (strlen (out->str) == out->len);
  MUST (g_utf8_validate (out->str, (gssize) out->len, NULL));
  for (gsize i = 0; i < out->len; i++)
    MUST ((guchar) out->str[i] >= ' ' || out->str[i] == '\n');
}
