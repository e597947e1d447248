#include "framework/grounded.h"

#define AHEAD 12
#define DEFEATED G_MAXUINT32

typedef struct
{
  const AmFramework *framework;
  guint32 *left; /* attackers of each that are not out: none for what is in; DEFEATED for what is
                    out */
  guint32 *queue; /* what is in, in the order in which that was found */
  guint32 length;
  guint32 *rounds; /* or NULL */
} Run;

static void
take_in (Run *run, guint32 argument, guint32 round)
{
  run->queue[run->length++] = argument;
  if (run->rounds != NULL)
    run->rounds[argument] = round;
}

/* First in, first out: so the first attacker that defeats an argument is the one of the lowest
   number, and the last that is defeated the one of the highest. */
static void
put_out (Run *run, guint32 argument, guint32 round)
{
  AmIndexList attacked = am_lists_of (&run->framework->attacked, argument);

  run->left[argument] = DEFEATED;
  if (run->rounds != NULL)
    run->rounds[argument] = round;
  for (guint32 i = 0; i < attacked.count; i++)
    {
      guint32 *left = &run->left[attacked.items[i]];
      if (*left != DEFEATED && --*left == 0)
        take_in (run, attacked.items[i], round + 1);
    }
}

static void
defeat_attacked (Run *run, guint32 argument)
{
  guint32 round = run->rounds != NULL ? run->rounds[argument] : 0;
  AmIndexList attacked = am_lists_of (&run->framework->attacked, argument);

  for (guint32 i = 0; i < attacked.count; i++)
    if (run->left[attacked.items[i]] != DEFEATED)
      put_out (run, attacked.items[i], round + 1);
}

static gint8 *
labels_of (const Run *run)
{
  gint8 *labels = g_new (gint8, (gsize) run->framework->n + 1);

  for (guint32 x = 0; x < run->framework->n; x++)
    labels[x] = run->left[x] == 0        ? AM_ARGUMENT_IN
              : run->left[x] == DEFEATED ? AM_ARGUMENT_OUT
                                         : AM_ARGUMENT_OPEN;
  return labels;
}

gint8 *
am_grounded (const AmFramework *framework, guint32 **rounds)
{
  gsize room = (gsize) framework->n + 1;
  g_autofree guint32 *left = g_new (guint32, room);
  g_autofree guint32 *queue = g_new (guint32, room);
  Run run = { framework, left, queue, 0, rounds != NULL ? g_new0 (guint32, room) : NULL };

  for (guint32 x = 0; x < framework->n; x++)
    {
      left[x] = framework->attackers.start[x + 1] - framework->attackers.start[x];
      if (left[x] == 0)
        take_in (&run, x, 1);
    }
  for (guint32 i = 0; i < run.length; i++)
    {
      if (i + AHEAD < run.length)
        __builtin_prefetch (
            &framework->attacked.items[framework->attacked.start[queue[i + AHEAD]]]);
      defeat_attacked (&run, queue[i]);
    }
  if (rounds != NULL)
    *rounds = run.rounds;
  return labels_of (&run);
}
