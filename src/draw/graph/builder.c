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

struct _AmDraftItem
{
  const char *name; /* of a node; NULL for an edge */
  AmDraftItem *tail, *head; /* of an edge */
  AmDraftItem *first_out, *last_out; /* edges of a node, as they were made */
  AmDraftItem *next_out; /* of an edge: the next with the same tail */
  Setting *first, *last;
  Agnode_t *node; /* once there is one */
  AmDraftItem *group; /* of a node: another that edges join it with, or NULL; in the end one that stands for all of them */
  gboolean is_aligned; /* of a node that stands for others: one of them is */
};

struct _AmDraft
{
  GPtrArray *nodes, *aligned;
  GPtrArray *items; /* owned */
  GPtrArray *settings; /* owned */
  GStringChunk *texts;
  const char *names[MOST_NAMES];
  guint n_names;
};

AmDraft *
am_draft_new (void)
{
  AmDraft *draft = g_new0 (AmDraft, 1);

  draft->nodes = g_ptr_array_new ();
  draft->aligned = g_ptr_array_new ();
  draft->items = g_ptr_array_new_with_free_func (g_free);
  draft->settings = g_ptr_array_new_with_free_func (g_free);
  draft->texts = g_string_chunk_new (1 << 14);
  return draft;
}

void
am_draft_free (AmDraft *draft)
{
  if (draft == NULL)
    return;
  g_ptr_array_unref (draft->nodes);
  g_ptr_array_unref (draft->aligned);
  g_ptr_array_unref (draft->items);
  g_ptr_array_unref (draft->settings);
  g_string_chunk_free (draft->texts);
  g_free (draft);
}

/* --- thinking it up --- */

static AmDraftItem *
add_item (AmDraft *draft)
{
  AmDraftItem *item = g_new0 (AmDraftItem, 1);
  g_ptr_array_add (draft->items, item);
  return item;
}

AmDraftItem *
am_draft_node (AmDraft *draft, const char *name)
{
  AmDraftItem *node = add_item (draft);

  node->name = g_string_chunk_insert (draft->texts, name);
  g_ptr_array_add (draft->nodes, node);
  return node;
}

void
am_draft_align (AmDraft *draft, AmDraftItem *node)
{
  g_ptr_array_add (draft->aligned, node);
}

AmDraftItem *
am_draft_edge (AmDraft *draft, AmDraftItem *tail, AmDraftItem *head)
{
  AmDraftItem *edge = add_item (draft);

  edge->tail = tail;
  edge->head = head;
  if (tail->last_out != NULL)
    tail->last_out->next_out = edge;
  else
    tail->first_out = edge;
  tail->last_out = edge;
  return edge;
}

static guint
find_name (AmDraft *draft, const char *name)
{
  guint i = 0;

  while (i < draft->n_names && draft->names[i] != name && !g_str_equal (draft->names[i], name))
    i++;
  if (i == draft->n_names)
    {
      g_assert (i < MOST_NAMES);
      draft->names[draft->n_names++] = name;
    }
  return i;
}

static void
add_setting (AmDraft *draft, AmDraftItem *item, const char *name, const char *value, gboolean html)
{
  Setting *setting = g_new0 (Setting, 1);

  g_ptr_array_add (draft->settings, setting);
  setting->name = find_name (draft, name);
  setting->value = g_string_chunk_insert (draft->texts, value);
  setting->html = html;
  if (item->last != NULL)
    item->last->next = setting;
  else
    item->first = setting;
  item->last = setting;
}

void
am_draft_set (AmDraft *draft, AmDraftItem *item, const char *name, const char *value)
{
  add_setting (draft, item, name, value, FALSE);
}

void
am_draft_set_html (AmDraft *draft, AmDraftItem *item, const char *name, const char *html)
{
  add_setting (draft, item, name, html, TRUE);
}

/* --- holding it together --- */

static AmDraftItem *
find_group (AmDraftItem *node)
{
  for (; node->group != NULL; node = node->group)
    if (node->group->group != NULL)
      node->group = node->group->group;
  return node;
}

static void
find_groups (AmDraft *draft)
{
  for (guint i = 0; i < draft->nodes->len; i++)
    for (AmDraftItem *edge = ((AmDraftItem *) g_ptr_array_index (draft->nodes, i))->first_out; edge != NULL; edge = edge->next_out)
      {
        AmDraftItem *tail = find_group (edge->tail), *head = find_group (edge->head);
        if (tail != head)
          tail->group = head;
      }
}

/* Of a group without one, what leads nowhere; where all lead round in circles, the first. */
static void
align_groups (AmDraft *draft)
{
  for (guint i = 0; i < draft->aligned->len; i++)
    find_group (g_ptr_array_index (draft->aligned, i))->is_aligned = TRUE;
  for (guint circles = 0; circles < 2; circles++)
    for (guint i = 0; i < draft->nodes->len; i++)
      {
        AmDraftItem *node = g_ptr_array_index (draft->nodes, i), *group = find_group (node);
        if (group->is_aligned || (node->first_out != NULL && circles == 0))
          continue;
        am_draft_align (draft, node);
        group->is_aligned = TRUE;
      }
}

void
am_draft_link (AmDraft *draft)
{
  find_groups (draft);
  align_groups (draft);
  for (guint i = 1; i < draft->aligned->len; i++)
    {
      AmDraftItem *link = am_draft_edge (draft, g_ptr_array_index (draft->aligned, i - 1), g_ptr_array_index (draft->aligned, i));
      am_draft_set (draft, link, "style", "invis");
      am_draft_set (draft, link, "weight", "1");
    }
}

/* --- making it --- */

typedef struct
{
  const AmDraft *draft;
  Agraph_t *graph;
  Agsym_t *symbols[2][MOST_NAMES]; /* of nodes, of edges */
} Making;

static void
apply (Making *m, const AmDraftItem *item, void *object)
{
  gboolean edge = item->name == NULL;

  for (const Setting *s = item->first; s != NULL; s = s->next)
    {
      const char *name = m->draft->names[s->name];
      Agsym_t **symbol = &m->symbols[edge][s->name];
      if (*symbol == NULL)
        *symbol = am_agattr_find (m->graph, edge ? AGEDGE : AGNODE, name);
      if (s->html)
        am_agset_html (m->graph, object, name, s->value);
      else
        am_agxset (object, *symbol, s->value);
    }
}

static void
make_node (Making *m, AmDraftItem *item)
{
  item->node = agnode (m->graph, (char *) item->name, TRUE);
  apply (m, item, item->node);
}

/* Makes the node, unless there is one. */
static void
enqueue (Making *m, GPtrArray *queue, AmDraftItem *item)
{
  if (item->node != NULL)
    return;
  make_node (m, item);
  g_ptr_array_add (queue, item);
}

static void
make_aligned (Making *m)
{
  Agraph_t *column = agsubg (m->graph, (char *) "theses", TRUE);

  am_agset (column, "rank", "same");
  for (guint i = 0; i < m->draft->aligned->len; i++)
    {
      AmDraftItem *item = g_ptr_array_index (m->draft->aligned, i);
      make_node (m, item);
      agsubnode (column, item->node, TRUE);
    }
}

/* DOT lists a node, then each of its edges with the node that it leads to; reading it back puts the nodes in that order, in which
   DOT lists them next time. Taken breadth first the two are the same. */
void
am_draft_realise (AmDraft *draft, Agraph_t *graph)
{
  Making making = { .draft = draft, .graph = graph };
  g_autoptr (GPtrArray) queue = g_ptr_array_copy (draft->aligned, NULL, NULL);
  guint next = 0;

  make_aligned (&making);
  for (guint i = 0; i < draft->nodes->len; i++)
    {
      while (i == queue->len)
        enqueue (&making, queue, g_ptr_array_index (draft->nodes, next++));
      AmDraftItem *node = g_ptr_array_index (queue, i);
      for (AmDraftItem *edge = node->first_out; edge != NULL; edge = edge->next_out)
        {
          enqueue (&making, queue, edge->head);
          apply (&making, edge, agedge (graph, node->node, edge->head->node, NULL, TRUE));
        }
    }
}
