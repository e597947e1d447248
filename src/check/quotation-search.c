#include "check/quotation-search.h"

#define NONE G_MAXUINT32
#define ROOT 0

/* For each byte of the text and the quotations so many quotations may be tried that end there; in
 * most texts it is one. */
#define MOST_TRIED 16

/* Whether a part may begin and end within a word: four classes, so that one look decides for all of
 * a class. */
enum
{
  CUT_BEFORE = 1,
  CUT_AFTER = 2,
  N_CLASSES = 4,
};

/* A node of the trie of all parts: what leads to it is the beginning of a part. */
typedef struct
{
  guint32 child, sibling;
  guint32 fail; /* the longest end of it that is a node as well */
  guint32 output; /* the nearest of its ends, itself included, that is a part; NONE */
  guint32 waiting; /* of a part: its first entry in Automaton.waiting; NONE */
  guint32 length;
  guchar byte;
} Node;

/* Who waits for a part: quotations, by class. */
typedef struct
{
  guint32 first[N_CLASSES];
} Waiting;

typedef struct
{
  const char *text;
  QuotationSearch *searches;
  GArray *nodes; /* of Node */
  GArray *waiting; /* of Waiting */
  GArray *ends; /* of guint32: the nodes of all parts, quotation by quotation */
  guint32 *starts; /* per quotation: where its parts begin in ends */
  guint32 *next; /* per quotation: the next that waits for the same part */
  guint32 first[256]; /* the children of the root */
  guint left; /* quotations that wait */
} Automaton;

static Node *
node (const Automaton *a, guint32 i)
{
  return &g_array_index (a->nodes, Node, i);
}

/* --- the trie --- */

static guint32
find_child (const Automaton *a, guint32 parent, guchar byte)
{
  if (parent == ROOT)
    return a->first[byte];
  guint32 child = node (a, parent)->child;
  while (child != NONE && node (a, child)->byte != byte)
    child = node (a, child)->sibling;
  return child;
}

static guint32
add_child (Automaton *a, guint32 parent, guchar byte)
{
  Node child = {
    NONE, node (a, parent)->child, ROOT, NONE, NONE, node (a, parent)->length + 1, byte
  };
  guint32 i = a->nodes->len;

  g_array_append_val (a->nodes, child);
  node (a, parent)->child = i;
  if (parent == ROOT)
    a->first[byte] = i;
  return i;
}

static void
add_part (Automaton *a, const char *text)
{
  static const Waiting nobody = { { NONE, NONE, NONE, NONE } };
  guint32 at = ROOT;

  for (const char *p = text; *p != '\0'; p++)
    {
      guint32 child = find_child (a, at, (guchar) *p);
      at = child != NONE ? child : add_child (a, at, (guchar) *p);
    }
  if (node (a, at)->waiting == NONE)
    {
      node (a, at)->waiting = a->waiting->len;
      g_array_append_val (a->waiting, nobody);
    }
  g_array_append_val (a->ends, at);
}

/* Where @byte leads from @at. */
static guint32
follow (const Automaton *a, guint32 at, guchar byte)
{
  for (;;)
    {
      guint32 child = find_child (a, at, byte);
      if (child != NONE)
        return child;
      if (at == ROOT)
        return ROOT;
      at = node (a, at)->fail;
    }
}

/* Level by level, since an end of a node is shorter than the node. */
static void
link_nodes (Automaton *a)
{
  g_autoptr (GArray) queue = g_array_sized_new (FALSE, FALSE, sizeof (guint32), a->nodes->len);
  guint32 root = ROOT;

  g_array_append_val (queue, root);
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 parent = g_array_index (queue, guint32, i);
      for (guint32 child = node (a, parent)->child; child != NONE; child = node (a, child)->sibling)
        {
          Node *own = node (a, child);
          own->fail = parent == ROOT ? ROOT : follow (a, node (a, parent)->fail, own->byte);
          own->output = own->waiting != NONE ? child : node (a, own->fail)->output;
          g_array_append_val (queue, child);
        }
    }
}

static void
automaton_clear (Automaton *a)
{
  g_clear_pointer (&a->nodes, g_array_unref);
  g_clear_pointer (&a->waiting, g_array_unref);
  g_clear_pointer (&a->ends, g_array_unref);
  g_clear_pointer (&a->starts, g_free);
  g_clear_pointer (&a->next, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Automaton, automaton_clear)

static void
automaton_init (Automaton *a, guint count)
{
  Node root = { NONE, NONE, ROOT, NONE, NONE, 0, 0 };

  a->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  a->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  a->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  a->starts = g_new (guint32, (gsize) count + 1);
  a->next = g_new (guint32, (gsize) count + 1);
  for (guint byte = 0; byte < G_N_ELEMENTS (a->first); byte++)
    a->first[byte] = NONE;
  g_array_append_val (a->nodes, root);
  for (guint i = 0; i < count; i++)
    {
      const GArray *parts = a->searches[i].parts;
      a->starts[i] = a->ends->len;
      for (guint k = 0; k < parts->len; k++)
        add_part (a, g_array_index (parts, QuotationPart, k).text);
    }
  link_nodes (a);
}

/* --- the search --- */

/* The quotation waits for its next part, if it has one. */
static void
wait_for_next (Automaton *a, guint32 quotation)
{
  const QuotationSearch *search = &a->searches[quotation];

  if (search->found == search->parts->len)
    {
      a->left--;
      return;
    }
  const QuotationPart *part = &g_array_index (search->parts, QuotationPart, search->found);
  guint class = (part->cut_before ? CUT_BEFORE : 0) | (part->cut_after ? CUT_AFTER : 0);
  guint32 end = g_array_index (a->ends, guint32, a->starts[quotation] + search->found);
  Waiting *waiting = &g_array_index (a->waiting, Waiting, node (a, end)->waiting);
  a->next[quotation] = waiting->first[class];
  waiting->first[class] = quotation;
}

/* The part @end stands in the text before @at: those of @class that wait for it have found it,
   unless what comes before it ends later. Returns how many were looked at. */
static guint64
find_for (Automaton *a, guint32 end, guint class, gsize at)
{
  guint32 *first = &g_array_index (a->waiting, Waiting, node (a, end)->waiting).first[class];
  guint32 quotation = *first, length = node (a, end)->length;
  guint64 looks = 1;

  *first = NONE;
  while (quotation != NONE)
    {
      guint32 next = a->next[quotation];
      QuotationSearch *search = &a->searches[quotation];
      if (search->from + length <= at)
        {
          search->found++;
          search->from = at;
        }
      wait_for_next (a, quotation);
      quotation = next;
      looks++;
    }
  return looks;
}

/* All parts that end before @at, the longest first. */
static guint64
find_ends (Automaton *a, guint32 state, gsize at)
{
  gboolean ends_in_word = am_quotation_is_in_word (a->text, a->text + at);
  guint64 looks = 0;

  for (guint32 end = node (a, state)->output; end != NONE;
       end = node (a, node (a, end)->fail)->output)
    {
      const guint32 *first = g_array_index (a->waiting, Waiting, node (a, end)->waiting).first;
      gboolean any = FALSE;
      for (guint class = 0; class < N_CLASSES; class ++)
        any = any || (first[class] != NONE && (!ends_in_word || (class & CUT_AFTER) != 0));
      looks++;
      if (!any)
        continue;
      gboolean begins_in_word =
          am_quotation_is_in_word (a->text, a->text + at - node (a, end)->length);
      for (guint class = 0; class < N_CLASSES; class ++)
        if ((!ends_in_word || (class & CUT_AFTER) != 0)
            && (!begins_in_word || (class & CUT_BEFORE) != 0))
          looks += find_for (a, end, class, at);
    }
  return looks;
}

gboolean
am_quotation_search (const char *text, QuotationSearch *searches, guint count)
{
  g_auto (Automaton) automaton = { .text = text, .searches = searches, .left = count };
  guint64 looks = 0;
  guint32 state = ROOT;

  automaton_init (&automaton, count);
  for (guint i = 0; i < count; i++)
    {
      searches[i].found = 0;
      searches[i].from = 0;
      wait_for_next (&automaton, i);
    }
  for (gsize at = 0; text[at] != '\0' && automaton.left > 0; at++)
    {
      state = follow (&automaton, state, (guchar) text[at]);
      if (node (&automaton, state)->output == NONE)
        continue;
      looks += find_ends (&automaton, state, at + 1);
      if (looks / MOST_TRIED > at + automaton.nodes->len)
        return FALSE;
    }
  return TRUE;
}
