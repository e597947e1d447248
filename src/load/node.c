#include "load/node.h"

#include "base/character.h"
#include "base/text.h"

/* All of this runs over text that the scanner has accepted, so it looks only for ends. */
typedef struct
{
  const char *text;
  gsize at;
  const AmScanEntry *entries;
  AmNode *nodes;
  guint32 count; /* of the nodes that have begun */
  guint32 open[AM_SCAN_MAX_DEPTH]; /* the objects and lists around the current place */
  guint depth;
} Measure;

static void
widen (AmNode *node, guint32 columns)
{
  node->width = MIN (node->width + MIN (columns, AM_NODE_WIDEST), AM_NODE_WIDEST);
}

/* Columns of the character at @p as it is laid out: what no output may hold raw is an escape there,
   or a pair of them. What follows it is there: the text ends in a quotation mark. */
static guint32
written_width (const Measure *m, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return am_character_may_stand (m->text, p, NULL) ? am_text_char_width (c) : c < 0x10000 ? 6 : 12;
}

/* Passes over a text. Returns its columns, with the quotes, escapes as they are written. */
static guint32
measure_string (Measure *m)
{
  const char *start = m->text + m->at, *p = start + 1;
  guint32 columns = 2;

  while (*p != '"')
    if (*p == '\\')
      p += 2, columns += 2;
    else if ((guchar) *p < 0x7F)
      p++, columns++;
    else
      {
        columns += written_width (m, p);
        p = g_utf8_next_char (p);
      }
  m->at += (gsize) (p + 1 - start);
  return columns;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '-' || c == '.';
}

static guint32
measure_word (Measure *m)
{
  gsize start = m->at;

  while (is_word (m->text[m->at]))
    m->at++;
  return (guint32) (m->at - start);
}

#define BETWEEN 2 /* ", " */
#define AFTER_KEY 2 /* ": " */

/* The value @number has been passed over: it counts in what it is in. */
static void
end_value (Measure *m, guint32 number)
{
  m->nodes[number].end = m->count;
  if (m->depth > 0)
    widen (&m->nodes[m->open[m->depth - 1]], m->nodes[number].width + BETWEEN);
}

static void
take_scalar (Measure *m)
{
  guint32 number = m->count++;
  gsize start = m->at;

  widen (&m->nodes[number], m->text[m->at] == '"' ? measure_string (m) : measure_word (m));
  m->nodes[number].length = (guint32) (m->at - start);
  end_value (m, number);
}

static void
take_key (Measure *m)
{
  AmNode *node = &m->nodes[m->count];
  gsize start = m->at;

  widen (node, measure_string (m) + AFTER_KEY);
  node->key_length = (guint32) (m->at - start);
}

static void
take_opener (Measure *m)
{
  m->open[m->depth++] = m->count++;
  m->at++;
}

/* "{}" and "[]"; else "{ A, B }" and "[A, B]", where two columns after the last have been counted
 * already. */
static void
take_closer (Measure *m)
{
  g_assert (m->depth > 0); /* the scanner has seen to it */
  guint32 number = m->open[--m->depth];

  if (number + 1 == m->count)
    widen (&m->nodes[number], 2);
  else if (m->text[m->at] == '}')
    widen (&m->nodes[number], 4 - BETWEEN);
  m->at++;
  end_value (m, number);
}

static void
take_token (Measure *m)
{
  switch (m->text[m->at])
    {
    case '{':
    case '[':
      take_opener (m);
      break;
    case '}':
    case ']':
      take_closer (m);
      break;
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case ',':
    case ':':
      m->at++;
      break;
    default:
      if (m->nodes[m->count].key_length == 0 && m->entries[m->count].key == m->at)
        take_key (m);
      else
        take_scalar (m);
    }
}

GArray *
am_nodes_new (const AmSource *source, const AmScan *scan)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (AmNode));
  const AmScanEntry *entries = (const AmScanEntry *) scan->entries->data;

  g_array_set_size (nodes, scan->entries->len);
  Measure m = { .text = source->text,
                .at = entries[0].value,
                .entries = entries,
                .nodes = (AmNode *) nodes->data };
  do
    take_token (&m);
  while (m.depth > 0);
  g_assert (m.count == nodes->len);
  return nodes;
}
