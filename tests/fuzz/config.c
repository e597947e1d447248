/* Project files. */

#include "fuzz.h"

#include "load/config.h"

#include <sys/mman.h>
#include <unistd.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int file = memfd_create ("fuzz", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (GError) error = NULL;

  MUST (file >= 0 && write (file, data, size) == (ssize_t) size);
  g_autoptr (AmConfig) config = am_config_load (path, FALSE, &error);
  if (config != NULL)
    {
      AmPolicy policy = { 0 };
      am_config_apply (config, "some/map.argmap.json", &policy);
    }
  close (file);
  return 0;
}
