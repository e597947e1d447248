#include "framework/open.h"

static gboolean
is_open (const AmOpen *open, guint32 x)
{
  return open->labels[x] == AM_ARGUMENT_OPEN;
}

static void
connect (const AmOpen *open, guint32 *sets)
{
  for (guint32 x = 0; x < open->framework->n; x++)
    {
      AmIndexList attacked = am_lists_of (&open->framework->attacked, x);
      for (guint32 i = 0; i < attacked.count && is_open (open, x); i++)
        if (is_open (open, attacked.items[i]))
          am_sets_unite (sets, x, attacked.items[i]);
    }
}

/* Gives every open argument its part, and its number there. */
static void
find_parts (AmOpen *open)
{
  guint32 n = open->framework->n;
  g_autofree guint32 *sets = am_sets_new (n);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (AmEdge));

  open->part = g_new (guint32, (gsize) n + 1);
  open->number = g_new (guint32, (gsize) n + 1);
  connect (open, sets);
  for (guint32 x = 0; x < n; x++)
    {
      guint32 first = am_sets_find (sets, x);
      open->part[x] = !is_open (open, x) ? AM_NO_PART
                    : first == x         ? open->count++
                                         : open->part[first];
      AmEdge place = { open->part[x], x };
      if (place.from != AM_NO_PART)
        g_array_append_val (places, place);
    }
  open->members = am_lists_new (open->count, (const AmEdge *) (gpointer) places->data, places->len);
  for (guint32 p = 0; p < open->count; p++)
    for (guint32 i = open->members.start[p]; i < open->members.start[p + 1]; i++)
      open->number[open->members.items[i]] = i - open->members.start[p];
}

AmOpen *
am_open_new (const AmFramework *framework, gboolean parts)
{
  AmOpen *open = g_new0 (AmOpen, 1);

  open->framework = framework;
  open->labels = am_grounded (framework, NULL);
  if (parts)
    find_parts (open);
  return open;
}

void
am_open_free (AmOpen *open)
{
  if (open == NULL)
    return;
  g_free (open->labels);
  am_lists_clear (&open->members);
  g_free (open->part);
  g_free (open->number);
  g_free (open);
}

AmFramework *
am_open_part (const AmOpen *open, guint32 part)
{
  AmIndexList members = am_lists_of (&open->members, part);
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));

  for (guint32 i = 0; i < members.count; i++)
    {
      AmIndexList attacked = am_lists_of (&open->framework->attacked, members.items[i]);
      for (guint32 k = 0; k < attacked.count; k++)
        if (open->part[attacked.items[k]] == part)
          {
            AmAttack attack = { i, open->number[attacked.items[k]] };
            g_array_append_val (attacks, attack);
          }
    }
  AmFramework *framework =
      am_framework_new (members.count, (const AmAttack *) (gpointer) attacks->data, attacks->len);
  am_framework_list_attackers (framework);
  return framework;
}
