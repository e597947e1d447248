#include "framework/open.h"

static guint32
find_root (guint32 *parent, guint32 i)
{
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

/* The root of a component is its first argument. */
static void
unite (guint32 *parent, guint32 a, guint32 b)
{
  a = find_root (parent, a);
  b = find_root (parent, b);
  if (a != b)
    parent[MAX (a, b)] = MIN (a, b);
}

static void
connect (const AmOpen *open, guint32 *parent)
{
  for (guint32 x = 0; x < open->framework->n; x++)
    {
      guint32 count;
      const guint32 *attacked = am_neighbours (&open->framework->attacked, x, &count);
      for (guint32 i = 0; i < count && open->labels[x] == AM_ARGUMENT_OPEN; i++)
        if (open->labels[attacked[i]] == AM_ARGUMENT_OPEN)
          unite (parent, x, attacked[i]);
    }
}

/* Gives every open argument its part, and its number there. */
static void
number_parts (AmOpen *open, guint32 *parent)
{
  guint32 n = open->framework->n;

  open->start = g_new0 (guint32, (gsize) n + 1);
  for (guint32 x = 0; x < n; x++)
    {
      open->part[x] = AM_NO_PART;
      if (open->labels[x] != AM_ARGUMENT_OPEN)
        continue;
      guint32 root = find_root (parent, x);
      open->part[x] = root == x ? open->count++ : open->part[root];
      open->number[x] = open->start[open->part[x] + 1]++;
    }
  for (guint32 p = 0; p < open->count; p++)
    open->start[p + 1] += open->start[p];
}

static void
find_parts (AmOpen *open)
{
  const AmFramework *framework = open->framework;
  gsize room = (gsize) framework->n + 1;
  g_autofree guint32 *parent = g_new (guint32, room);

  open->part = g_new (guint32, room);
  open->number = g_new (guint32, room);
  open->members = g_new (guint32, room);
  for (guint32 x = 0; x < framework->n; x++)
    parent[x] = x;
  connect (open, parent);
  number_parts (open, parent);
  for (guint32 x = 0; x < framework->n; x++)
    if (open->part[x] != AM_NO_PART)
      open->members[open->start[open->part[x]] + open->number[x]] = x;
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
  g_free (open->start);
  g_free (open->members);
  g_free (open->part);
  g_free (open->number);
  g_free (open);
}

AmFramework *
am_open_part (const AmOpen *open, guint32 part)
{
  guint32 n = open->start[part + 1] - open->start[part];
  const guint32 *members = open->members + open->start[part];
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));

  for (guint32 i = 0; i < n; i++)
    {
      guint32 count;
      const guint32 *attacked = am_neighbours (&open->framework->attacked, members[i], &count);
      for (guint32 k = 0; k < count; k++)
        if (open->part[attacked[k]] == part)
          {
            AmAttack attack = { i, open->number[attacked[k]] };
            g_array_append_val (attacks, attack);
          }
    }
  AmFramework *framework = am_framework_new (n, (const AmAttack *) (gpointer) attacks->data, attacks->len);
  am_framework_list_attackers (framework);
  return framework;
}
