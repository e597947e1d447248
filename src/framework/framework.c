#include "framework/framework.h"

#include <string.h>

/* Of each argument, side by side because both are looked up in no order. */
typedef struct
{
  guint32 attackers; /* how many */
  guint32 last; /* the one that was found last, from 1 */
} Tally;

/* Takes what is listed twice out of the lists of the attacked, and counts the attackers of each. */
static void
drop_repeated (AmFramework *framework)
{
  guint32 *start = framework->attacked.start, *items = framework->attacked.items, kept = 0;
  g_autofree Tally *tallies = g_new0 (Tally, (gsize) framework->n + 1);

  for (guint32 x = 0; x < framework->n; x++)
    {
      guint32 begin = start[x], end = start[x + 1];
      start[x] = kept;
      for (guint32 i = begin; i < end; i++)
        {
          Tally *tally = &tallies[items[i]];
          if (tally->last == x + 1)
            continue;
          tally->last = x + 1;
          tally->attackers++;
          items[kept++] = items[i];
        }
    }
  start[framework->n] = framework->n_attacks = kept;
  for (guint32 x = 0; x < framework->n; x++)
    framework->attackers.start[x + 1] = framework->attackers.start[x] + tallies[x].attackers;
}

void
am_framework_list_attackers (AmFramework *framework)
{
  guint32 *start = framework->attackers.start, *items;
  const guint32 *attacked = framework->attacked.items;

  if (framework->attackers.items != NULL)
    return;
  items = framework->attackers.items = g_new (guint32, (gsize) framework->n_attacks + 1);
  for (guint32 x = 0; x < framework->n; x++)
    for (guint32 i = framework->attacked.start[x]; i < framework->attacked.start[x + 1]; i++)
      items[start[attacked[i]]++] = x;
  memmove (start + 1, start,
           framework->n * sizeof (guint32)); /* each is where its list ends by now */
  start[0] = 0;
}

AmFramework *
am_framework_new (guint32 n, const AmAttack *attacks, gsize count)
{
  AmFramework *framework = g_new0 (AmFramework, 1);

  g_assert (n <= AM_FRAMEWORK_MOST && count <= G_MAXUINT32);
  framework->n = n;
  framework->attacked = am_lists_new (n, attacks, count);
  framework->attackers.start = g_new0 (guint32, (gsize) n + 1);
  drop_repeated (framework);
  return framework;
}

void
am_framework_free (AmFramework *framework)
{
  if (framework == NULL)
    return;
  am_lists_clear (&framework->attacked);
  am_lists_clear (&framework->attackers);
  g_free (framework);
}
