#include "reason/circle.h"

typedef struct
{
  const AmLabelling *l;
  guint32 *from; /* per node: the one before it on the way, AM_NONE where there is no way */
  guint32 *queue;
} Search;

/* Breadth first from @start through undecided inputs. A way back to @start itself is found as well.
 */
static void
spread (Search *s, guint32 start)
{
  const AmDependencies *b = s->l->dependencies;
  guint32 end = 0;

  for (guint32 node = 0; node < b->n_nodes; node++)
    s->from[node] = AM_NONE;
  s->queue[end++] = start;
  for (guint32 at = 0; at < end; at++)
    {
      AmIndexList inputs = am_dependencies_inputs (b, s->queue[at]);
      for (guint32 i = 0; i < inputs.count; i++)
        {
          guint32 input = inputs.items[i];
          if (am_labelling_of (s->l, input) != AM_LABEL_UNDECIDED || s->from[input] != AM_NONE)
            continue;
          s->from[input] = s->queue[at];
          if (input != start)
            s->queue[end++] = input;
        }
    }
}

/* Appends the way from @start, left out, to @end, as spread() found it. */
static void
append_way (const Search *s, guint32 start, guint32 end, GArray *way)
{
  guint before = way->len;

  for (guint32 node = end;; node = s->from[node])
    {
      g_array_append_val (way, node);
      if (s->from[node] == start)
        break;
    }
  for (guint a = before, z = way->len; a + 1 < z; a++, z--)
    {
      guint32 node = g_array_index (way, guint32, a);
      g_array_index (way, guint32, a) = g_array_index (way, guint32, z - 1);
      g_array_index (way, guint32, z - 1) = node;
    }
}

/* Some node of a circle: whoever goes from one undecided input to the next comes round in the end.
 */
static guint32
find_on_circle (const AmLabelling *l, guint32 node)
{
  g_autofree gboolean *seen = g_new0 (gboolean, l->dependencies->n_nodes + (gsize) 1);

  while (!seen[node])
    {
      AmIndexList inputs = am_dependencies_inputs (l->dependencies, node);
      guint32 i = 0;
      seen[node] = TRUE;
      while (am_labelling_of (l, inputs.items[i]) != AM_LABEL_UNDECIDED)
        i++;
      node = inputs.items[i];
    }
  return node;
}

GArray *
am_circle_find (const AmLabelling *labelling, guint32 node)
{
  gsize n = labelling->dependencies->n_nodes + (gsize) 1;
  g_autofree guint32 *from = g_new (guint32, n), *queue = g_new (guint32, n);
  Search s = { labelling, from, queue };
  GArray *way = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (way, node);
  spread (&s, node);
  if (from[node] == AM_NONE)
    {
      guint32 on = find_on_circle (labelling, node);
      append_way (&s, node, on, way);
      spread (&s, node = on);
    }
  append_way (&s, node, node, way);
  return way;
}
