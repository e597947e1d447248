/* Frameworks in ICCMA's format. */

#include "fuzz.h"

#include "framework/iccma.h"
#include "framework/semantics.h"

static gboolean
count_one (G_GNUC_UNUSED const guint32 *members, G_GNUC_UNUSED guint32 count, gpointer data)
{
  return ++*(guint *) data < 50;
}

/* A few bytes may say that there are millions of arguments: that takes its time, and is no finding.
 */
static gboolean
is_large (const uint8_t *data, size_t size)
{
  for (size_t i = 0, digits = 0; i < size; i++)
    {
      digits = g_ascii_isdigit (data[i]) ? digits + 1 : 0;
      if (digits > 6)
        return TRUE;
    }
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (is_large (data, size))
    return 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmFramework) framework = am_iccma_parse (fuzz_source (data, size), &error);

  MUST ((framework == NULL) == (error != NULL));
  if (framework == NULL || framework->n > 60)
    return 0;
  for (guint semantics = AM_SEMANTICS_GROUNDED; semantics <= AM_SEMANTICS_IDEAL; semantics++)
    {
      g_autoptr (GError) failed = NULL;
      guint count = 0;
      am_semantics_all (framework, (AmSemantics) semantics, 20, NULL, count_one, &count, NULL,
                        &failed);
    }
  return 0;
}
