/* Every report in prose, as a list and as JSON, of whatever map the bytes are. */

#include "reports.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  am_load_source (fuzz_source (data, size), NULL, &loaded);
  if (loaded.map != NULL)
    fuzz_reports (loaded.map);
  return 0;
}
