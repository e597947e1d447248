#include "framework/framework.h"

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

/* --- strongly connected components: a walk to neighbours, so that they are numbered first --- */

#define NO_COMPONENT G_MAXUINT32

/* An argument whose neighbours are being gone through. */
typedef struct
{
  guint32 argument, next;
} Visit;

typedef struct
{
  const AmNeighbours *neighbours;
  guint32 *order, *low, clock; /* 0 in order: not seen yet */
  GArray *visits, *open; /* of Visit; of arguments without a component yet */
  guint32 *of, count;
} Components;

static void
enter (Components *c, guint32 x)
{
  Visit visit = { x, c->neighbours->start[x] };

  c->order[x] = c->low[x] = ++c->clock;
  g_array_append_val (c->visits, visit);
  g_array_append_val (c->open, x);
}

static void
leave (Components *c, guint32 x)
{
  g_array_set_size (c->visits, c->visits->len - 1);
  if (c->low[x] == c->order[x])
    {
      while (c->of[x] == NO_COMPONENT)
        {
          c->of[g_array_index (c->open, guint32, c->open->len - 1)] = c->count;
          g_array_set_size (c->open, c->open->len - 1);
        }
      c->count++;
    }
  if (c->visits->len > 0)
    {
      guint32 caller = g_array_index (c->visits, Visit, c->visits->len - 1).argument;
      c->low[caller] = MIN (c->low[caller], c->low[x]);
    }
}

static void
explore (Components *c, guint32 root)
{
  enter (c, root);
  while (c->visits->len > 0)
    {
      Visit *visit = &g_array_index (c->visits, Visit, c->visits->len - 1);
      guint32 x = visit->argument;
      if (visit->next == c->neighbours->start[x + 1])
        {
          leave (c, x);
          continue;
        }
      guint32 neighbour = c->neighbours->items[visit->next++];
      if (c->order[neighbour] == 0)
        enter (c, neighbour);
      else if (c->of[neighbour] == NO_COMPONENT)
        c->low[x] = MIN (c->low[x], c->order[neighbour]);
    }
}

void
am_neighbours_components (const AmNeighbours *neighbours, guint32 n, guint32 *of)
{
  g_autofree guint32 *order = g_new0 (guint32, (gsize) n + 1), *low = g_new (guint32, (gsize) n + 1);
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (Visit)), open = g_array_new (FALSE, FALSE, sizeof (guint32));
  Components c = { neighbours, order, low, 0, visits, open, of, 0 };

  for (guint32 x = 0; x < n; x++)
    of[x] = NO_COMPONENT;
  for (guint32 x = 0; x < n; x++)
    if (order[x] == 0)
      explore (&c, x);
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
