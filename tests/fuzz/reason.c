/* Evaluation by every method, and questions about the framework that the map is. */

#include "fuzz.h"

#include "framework/flatten.h"
#include "framework/report.h"
#include "framework/semantics.h"

#include <math.h>

static void
ask_everything (const AmFramework *framework, guint64 most)
{
  for (guint semantics = AM_SEMANTICS_GROUNDED; semantics <= AM_SEMANTICS_IDEAL; semantics++)
    for (guint task = AM_TASK_CREDULOUS; task <= AM_TASK_SOME; task++)
      {
        g_autoptr (GArray) extension = NULL;
        g_autoptr (GError) error = NULL;
        gboolean yes;
        AmSatBudget budget = { .most = most, .conflict = 1 };
        if (framework->n == 0 && task != AM_TASK_SOME)
          continue;
        (void) am_semantics_ask (framework, (AmTask) task, (AmSemantics) semantics, 0, &budget,
                                 &yes, &extension, &error);
      }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };

  am_load_source (fuzz_source (data, size), NULL, &loaded);
  if (loaded.map == NULL)
    return 0;
  for (int method = AM_STRENGTH_AUTO; method <= AM_STRENGTH_NONE; method++)
    {
      g_autoptr (AmEvaluation) e = am_evaluation_new (loaded.map, method);
      for (guint32 i = 0; i < loaded.map->claims->len && method != AM_STRENGTH_NONE; i++)
        {
          double strength = am_evaluation_strength (e, i);
          MUST (isnan (strength) || (strength >= 0 && strength <= 1));
        }
    }
  g_autoptr (AmFlat) flat = am_flat_new (loaded.map);
  g_autofree AmDisputeKind *kinds = am_dispute_kinds (loaded.map, 1000 * (size % 1000));
  for (guint32 i = 0; i < loaded.map->claims->len; i++)
    MUST (kinds[i] <= AM_DISPUTE_CUT);
  g_autoptr (GPtrArray) names = am_flat_names (flat);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint format = AM_FRAMEWORK_APX; format <= AM_FRAMEWORK_ICCMA; format++)
    am_framework_write (flat->framework, names, (AmFrameworkFormat) format, out);
  if (flat->framework->n <= 200)
    ask_everything (flat->framework, 1 + size % 5000);
  return 0;
}
