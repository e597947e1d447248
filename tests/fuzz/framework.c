/* Frameworks in ICCMA's format. */

#include "fuzz.h"

#include "load/iccma.h"
#include "reason/semantics.h"

static gboolean
count_one (G_GNUC_UNUSED const guint32 *members, G_GNUC_UNUSED guint32 count, gpointer data)
{
  return ++*(guint *) data < 50;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AmFramework) framework = am_iccma_parse (fuzz_source (data, size), &error);

  MUST ((framework == NULL) == (error != NULL));
  if (framework == NULL || framework->n > 60)
    return 0;
  for (guint semantics = AM_SEMANTICS_GROUNDED; semantics <= AM_SEMANTICS_IDEAL; semantics++)
    {
      g_autoptr (GError) failed = NULL;
      guint count = 0;
      am_semantics_all (framework, (AmSemantics) semantics, 20, count_one, &count, NULL, &failed);
    }
  return 0;
}
