#include "model/framework.h"

#include <string.h>

#define AHEAD 12 /* attacks whose place is fetched before its turn comes */

/* start[x + 1] holds how long the list of x is: afterwards start[x] is where it begins. */
static void
add_up (guint32 *start, guint32 n)
{
  for (guint32 x = 0; x < n; x++)
    start[x + 1] += start[x];
}

/* After a list has been filled, start[x] is where it ends: it moves back by one place. */
static void
move_back (guint32 *start, guint32 n)
{
  memmove (start + 1, start, n * sizeof (guint32));
  start[0] = 0;
}

static void
sort_by_attacker (AmFramework *framework, const AmAttack *attacks, gsize count)
{
  guint32 *start = framework->attacked.start, *items = framework->attacked.items;

  for (gsize i = 0; i < count; i++)
    start[attacks[i].from + 1]++;
  add_up (start, framework->n);
  for (gsize i = 0; i < count; i++)
    {
      if (i + AHEAD < count)
        __builtin_prefetch (&items[start[attacks[i + AHEAD].from]], 1);
      items[start[attacks[i].from]++] = attacks[i].to;
    }
  move_back (start, framework->n);
}

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
  move_back (start, framework->n);
}

AmFramework *
am_framework_new (guint32 n, const AmAttack *attacks, gsize count)
{
  AmFramework *framework = g_new0 (AmFramework, 1);

  g_assert (n <= AM_FRAMEWORK_MOST && count <= G_MAXUINT32);
  framework->n = n;
  framework->attacked = (AmNeighbours) { g_new0 (guint32, (gsize) n + 1), g_new (guint32, count + 1) };
  framework->attackers.start = g_new0 (guint32, (gsize) n + 1);
  sort_by_attacker (framework, attacks, count);
  drop_repeated (framework);
  return framework;
}

void
am_framework_free (AmFramework *framework)
{
  if (framework == NULL)
    return;
  g_free (framework->attacked.start);
  g_free (framework->attacked.items);
  g_free (framework->attackers.start);
  g_free (framework->attackers.items);
  g_free (framework);
}
