#include "draw/graph/builder.h"

/* More than there are different attributes. */
#define MOST_NAMES 48

typedef struct _Setting
{
  guint name; /* in names */
  gboolean html;
  const char *value;
  struct _Setting *next;
} Setting;

struct _AmGraphItem
{
  const char *name; /* of a node; NULL for an edge */
  Setting *first, *last; /* owned, until they have been applied */
  union /* there may be a hundred edges to a node */
  {
    struct
    {
      AmGraphItem *first_out, *last_out; /* edges, as they were made */
      Agnode_t *made; /* once there is one */
      AmGraphItem *group; /* another that edges join it with, or NULL; in the end one that stands
                             for all of them */
      gboolean is_aligned; /* of one that stands for others: one of them is */
    } node;
    struct
    {
      AmGraphItem *tail, *head;
      AmGraphItem *next_out; /* the next with the same tail */
    } edge;
  } of;
};

struct _AmGraphBuilder
{
  GPtrArray *nodes, *aligned;
  GPtrArray *items; /* owned */
  GStringChunk *texts;
  const char *names[MOST_NAMES];
  const char *latest[MOST_NAMES]; /* the value that each had last: most have it again */
  guint n_names;
};

static void
drop_settings (AmGraphItem *item)
{
  for (Setting *s = item->first, *next; s != NULL; s = next)
    {
      next = s->next;
      g_free (s);
    }
  item->first = item->last = NULL;
}

static void
item_free (gpointer item)
{
  drop_settings (item);
  g_free (item);
}

AmGraphBuilder *
am_graph_builder_new (void)
{
  AmGraphBuilder *builder = g_new0 (AmGraphBuilder, 1);

  builder->nodes = g_ptr_array_new ();
  builder->aligned = g_ptr_array_new ();
  builder->items = g_ptr_array_new_with_free_func (item_free);
  builder->texts = g_string_chunk_new (1 << 14);
  return builder;
}

void
am_graph_builder_free (AmGraphBuilder *builder)
{
  if (builder == NULL)
    return;
  g_ptr_array_unref (builder->nodes);
  g_ptr_array_unref (builder->aligned);
  g_ptr_array_unref (builder->items);
  g_string_chunk_free (builder->texts);
  g_free (builder);
}

/* --- thinking it up --- */

static AmGraphItem *
add_item (AmGraphBuilder *builder)
{
  AmGraphItem *item = g_new0 (AmGraphItem, 1);
  g_ptr_array_add (builder->items, item);
  return item;
}

AmGraphItem *
am_graph_builder_node (AmGraphBuilder *builder, const char *name)
{
  AmGraphItem *node = add_item (builder);

  node->name = g_string_chunk_insert (builder->texts, name);
  g_ptr_array_add (builder->nodes, node);
  return node;
}

void
am_graph_builder_align (AmGraphBuilder *builder, AmGraphItem *node)
{
  g_ptr_array_add (builder->aligned, node);
}

AmGraphItem *
am_graph_builder_edge (AmGraphBuilder *builder, AmGraphItem *tail, AmGraphItem *head)
{
  AmGraphItem *edge = add_item (builder);

  edge->of.edge.tail = tail;
  edge->of.edge.head = head;
  if (tail->of.node.last_out != NULL)
    tail->of.node.last_out->of.edge.next_out = edge;
  else
    tail->of.node.first_out = edge;
  tail->of.node.last_out = edge;
  return edge;
}

static guint
find_name (AmGraphBuilder *builder, const char *name)
{
  guint i = 0;

  while (i < builder->n_names && builder->names[i] != name
         && !g_str_equal (builder->names[i], name))
    i++;
  if (i == builder->n_names)
    {
      g_assert (i < MOST_NAMES);
      builder->names[builder->n_names++] = name;
    }
  return i;
}

static void
add_setting (AmGraphBuilder *builder, AmGraphItem *item, const char *name, const char *value,
             gboolean html)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->name = find_name (builder, name);
  if (builder->latest[setting->name] == NULL
      || !g_str_equal (builder->latest[setting->name], value))
    builder->latest[setting->name] = g_string_chunk_insert (builder->texts, value);
  setting->value = builder->latest[setting->name];
  setting->html = html;
  if (item->last != NULL)
    item->last->next = setting;
  else
    item->first = setting;
  item->last = setting;
}

void
am_graph_builder_set (AmGraphBuilder *builder, AmGraphItem *item, const char *name,
                      const char *value)
{
  add_setting (builder, item, name, value, FALSE);
}

void
am_graph_builder_set_html (AmGraphBuilder *builder, AmGraphItem *item, const char *name,
                           const char *html)
{
  add_setting (builder, item, name, html, TRUE);
}

/* --- holding it together --- */

static AmGraphItem *
find_group (AmGraphItem *node)
{
  for (; node->of.node.group != NULL; node = node->of.node.group)
    if (node->of.node.group->of.node.group != NULL)
      node->of.node.group = node->of.node.group->of.node.group;
  return node;
}

static void
find_groups (AmGraphBuilder *builder)
{
  for (guint i = 0; i < builder->nodes->len; i++)
    {
      const AmGraphItem *node = g_ptr_array_index (builder->nodes, i);
      for (const AmGraphItem *edge = node->of.node.first_out; edge != NULL;
           edge = edge->of.edge.next_out)
        {
          AmGraphItem *tail = find_group (edge->of.edge.tail),
                      *head = find_group (edge->of.edge.head);
          if (tail != head)
            tail->of.node.group = head;
        }
    }
}

/* Of a group without one, what leads nowhere; where all lead round in circles, the first. */
static void
align_groups (AmGraphBuilder *builder)
{
  for (guint i = 0; i < builder->aligned->len; i++)
    find_group (g_ptr_array_index (builder->aligned, i))->of.node.is_aligned = TRUE;
  for (guint circles = 0; circles < 2; circles++)
    for (guint i = 0; i < builder->nodes->len; i++)
      {
        AmGraphItem *node = g_ptr_array_index (builder->nodes, i), *group = find_group (node);
        if (group->of.node.is_aligned || (node->of.node.first_out != NULL && circles == 0))
          continue;
        am_graph_builder_align (builder, node);
        group->of.node.is_aligned = TRUE;
      }
}

void
am_graph_builder_link (AmGraphBuilder *builder)
{
  find_groups (builder);
  align_groups (builder);
  for (guint i = 1; i < builder->aligned->len; i++)
    {
      AmGraphItem *link =
          am_graph_builder_edge (builder, g_ptr_array_index (builder->aligned, i - 1),
                                 g_ptr_array_index (builder->aligned, i));
      am_graph_builder_set (builder, link, "style", "invis");
      am_graph_builder_set (builder, link, "weight", "1");
    }
}

/* --- making it --- */

typedef struct
{
  const AmGraphBuilder *builder;
  Agraph_t *graph;
  Agsym_t *symbols[2][MOST_NAMES]; /* of nodes, of edges */
} Making;

/* Applies the settings, and drops them: as the one graph grows, the other gives its memory back. */
static void
apply (Making *m, AmGraphItem *item, void *object)
{
  gboolean edge = item->name == NULL;

  for (const Setting *s = item->first; s != NULL; s = s->next)
    {
      const char *name = m->builder->names[s->name];
      Agsym_t **symbol = &m->symbols[edge][s->name];
      if (*symbol == NULL)
        *symbol = am_agattr_find (m->graph, edge ? AGEDGE : AGNODE, name);
      if (s->html)
        am_agset_html (m->graph, object, name, s->value);
      else
        am_agxset (object, *symbol, s->value);
    }
  drop_settings (item);
}

static void
make_node (Making *m, AmGraphItem *item)
{
  item->of.node.made = agnode (m->graph, (char *) item->name, TRUE);
  apply (m, item, item->of.node.made);
}

/* Makes the node, unless there is one. */
static void
enqueue (Making *m, GPtrArray *queue, AmGraphItem *item)
{
  if (item->of.node.made != NULL)
    return;
  make_node (m, item);
  g_ptr_array_add (queue, item);
}

static void
make_aligned (Making *m)
{
  Agraph_t *column = agsubg (m->graph, (char *) "theses", TRUE);

  am_agset (column, "rank", "same");
  for (guint i = 0; i < m->builder->aligned->len; i++)
    {
      AmGraphItem *item = g_ptr_array_index (m->builder->aligned, i);
      make_node (m, item);
      agsubnode (column, item->of.node.made, TRUE);
    }
}

/* DOT lists a node, then each of its edges with the node that it leads to; reading it back puts the
   nodes in that order, in which DOT lists them next time. Breadth first the two are the same. */
void
am_graph_builder_realise (AmGraphBuilder *builder, Agraph_t *graph)
{
  Making making = { .builder = builder, .graph = graph };
  g_autoptr (GPtrArray) queue = g_ptr_array_copy (builder->aligned, NULL, NULL);
  guint next = 0;

  make_aligned (&making);
  for (guint i = 0; i < builder->nodes->len; i++)
    {
      while (i == queue->len)
        enqueue (&making, queue, g_ptr_array_index (builder->nodes, next++));
      AmGraphItem *node = g_ptr_array_index (queue, i);
      for (AmGraphItem *edge = node->of.node.first_out; edge != NULL; edge = edge->of.edge.next_out)
        {
          AmGraphItem *head = edge->of.edge.head;
          enqueue (&making, queue, head);
          apply (&making, edge, agedge (graph, node->of.node.made, head->of.node.made, NULL, TRUE));
        }
    }
}
