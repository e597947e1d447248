#include "load/canonical.h"

#include "base/character.h"
#include "base/encoding.h"

#include "load/node.h"
#include "load/recognise.h"
#include "load/scanner.h"
#include "model/members.h"

#include <string.h>

#define INDENT 2

typedef struct
{
  const char *text;
  const AmScanEntry *entries;
  const AmNode *nodes;
  GString *out;
  guint32 written; /* values */
} Layout;

/* An object or list that is being written. */
typedef struct
{
  const AmObject *shape; /* of the objects in it, or of itself where it is one; NULL when the format
                            does not know them */
  guint column; /* where its line begins */
  gboolean broken; /* into a line for each of what is in it */
  gboolean begun;
} Bracket;

/* --- the order of members --- */

static gboolean
is_named (const Layout *l, guint32 number, const char *name)
{
  const char *key = l->text + l->entries[number].key + 1;
  gsize length = l->nodes[number].key_length - 2;

  if (memchr (key, '\\', length) == NULL)
    return strlen (name) == length && memcmp (key, name, length) == 0;
  g_autofree char *unescaped = am_scan_unescape (key, length);
  return g_str_equal (unescaped, name);
}

/* Authors mostly write members in the order of the table, so the search begins after the last one
   found. NULL for a member that the format does not know. */
static const AmMember *
find_field (const Layout *l, const AmObject *shape, guint32 number, guint *expected)
{
  for (guint i = 0; shape != NULL && i < shape->n_members; i++)
    {
      guint at = (*expected + i) % shape->n_members;
      if (is_named (l, number, shape->members[at]->name))
        {
          *expected = at + 1;
          return shape->members[at];
        }
    }
  return NULL;
}

/* --- writing --- */

static void put_value (Layout *l, guint32 number, const AmMember *field, const AmObject *shape,
                       const Bracket *around);

static void
start_line (Layout *l, guint column)
{
  static const char spaces[] = "                                                                ";

  g_string_append_c (l->out, '\n');
  for (; column >= sizeof spaces; column -= (guint) sizeof spaces - 1)
    g_string_append_len (l->out, spaces, sizeof spaces - 1);
  g_string_append_len (l->out, spaces, column);
}

/* The bytes as they are, but what no output may hold raw stands as an escape: whoever reviews the
   file sees it, and the text stays the same. */
static void
put_text (Layout *l, gsize at, gsize length)
{
  const char *p = l->text + at, *end = p + length;

  while (p < end)
    {
      const char *plain = p;
      while (p < end && ((guchar) *p < 0x7F || am_character_may_stand (l->text, p, end)))
        p = g_utf8_next_char (p);
      g_string_append_len (l->out, plain, p - plain);
      if (p == end)
        break;
      am_character_append_escape (l->out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
}

static void
put_next (Layout *l, Bracket *bracket, guint32 number, const AmMember *field, const AmObject *shape)
{
  if (bracket->begun)
    g_string_append_c (l->out, ',');
  if (bracket->broken)
    start_line (l, bracket->column + INDENT);
  else if (bracket->begun)
    g_string_append_c (l->out, ' ');
  bracket->begun = TRUE;
  put_value (l, number, field, shape, bracket);
}

static void
put_member (Layout *l, Bracket *bracket, guint32 number, const AmMember *field)
{
  gboolean shaped = field != NULL && field->holds != AM_OBJECT_NONE;
  put_next (l, bracket, number, field, shaped ? am_object (field->holds) : NULL);
}

/* Those that the format knows in its order, then the others in their own. */
static void
put_members (Layout *l, Bracket *bracket, guint32 object)
{
  const AmObject *shape = bracket->shape;
  guint32 known[AM_MOST_MEMBERS] = { 0 }; /* the document is nobody's member */
  guint32 end = l->nodes[object].end;
  guint expected = 0, strangers = 0;

  for (guint32 i = object + 1; i < end; i = l->nodes[i].end)
    {
      const AmMember *field = find_field (l, shape, i, &expected);
      if (field != NULL)
        known[expected - 1] = i;
      else
        strangers++;
    }
  for (guint i = 0; shape != NULL && i < shape->n_members; i++)
    if (known[i] != 0)
      put_member (l, bracket, known[i], shape->members[i]);
  for (guint32 i = object + 1; i < end && strangers > 0; i = l->nodes[i].end)
    if (find_field (l, shape, i, &expected) == NULL)
      put_member (l, bracket, i, NULL);
}

static void
put_items (Layout *l, Bracket *bracket, guint32 list)
{
  for (guint32 i = list + 1; i < l->nodes[list].end; i = l->nodes[i].end)
    put_next (l, bracket, i, NULL, l->text[l->entries[i].value] == '{' ? bracket->shape : NULL);
}

/* There is room for a comma even where none follows: another entry after it breaks no line. The
   document and its lists of records are never on one line, so that a record more or less is a line
   more or less. */
static gboolean
is_broken (const Layout *l, guint32 number, const AmMember *field, const Bracket *around)
{
  if (number == 0)
    return TRUE;
  if (!around->broken)
    return FALSE;
  if (field != NULL && (field->flags & AM_MEMBER_RECORDS) != 0
      && l->text[l->entries[number].value] == '[')
    return TRUE;
  return around->column + INDENT + l->nodes[number].width + 1 > AM_CANONICAL_WIDTH;
}

static void
put_bracket (Layout *l, guint32 number, const AmMember *field, const AmObject *shape,
             const Bracket *around)
{
  gboolean object = l->text[l->entries[number].value] == '{';
  Bracket bracket = { .shape = shape,
                      .column = number > 0 ? around->column + INDENT : 0,
                      .broken = is_broken (l, number, field, around) };
  gboolean spaced = object && !bracket.broken;

  g_string_append (l->out, spaced ? "{ " : object ? "{" : "[");
  if (object)
    put_members (l, &bracket, number);
  else
    put_items (l, &bracket, number);
  if (bracket.broken)
    start_line (l, bracket.column);
  g_string_append (l->out, spaced ? " }" : object ? "}" : "]");
}

/* @field is the member that the value is of, where the format knows it; @shape is that of the
   objects in it. The scanner bounds the nesting, and with it this recursion, at 64. */
static void
put_value (Layout *l, guint32 number, const AmMember *field, const AmObject *shape,
           const Bracket *around)
{
  const AmScanEntry *entry = &l->entries[number];
  const AmNode *node = &l->nodes[number];

  l->written++;
  if (node->key_length > 0)
    {
      put_text (l, entry->key, node->key_length);
      g_string_append (l->out, ": ");
    }
  if (node->length > 0)
    put_text (l, entry->value, node->length);
  else if (node->end == number + 1)
    g_string_append (l->out, l->text[entry->value] == '{' ? "{}" : "[]");
  else
    put_bracket (l, number, field, shape, around);
}

/* --- the whole --- */

/* A byte order mark is one finding of the scanner's, and the only one that may be. */
static gboolean
has_mark (const AmSource *source)
{
  return am_encoding_mark (source->text, source->length) > 0;
}

static gboolean
is_map (AmSource *source, const AmScan *scan, AmReport *report)
{
  g_auto (Parser) parser = { 0 };
  g_autoptr (Arena) names = am_arena_new ();

  am_parser_init (&parser, source, scan);
  g_autoptr (GArray) members = am_parse_members (&parser, scan, names);
  return am_recognise_map (&parser, members, source, report);
}

GString *
am_canonical (AmSource *source, AmReport *report)
{
  g_auto (AmScan) scan = { 0 };

  if (!am_scan (source, report, &scan) || !is_map (source, &scan, report)
      || report->counts[AM_LEVEL_ERROR] > (has_mark (source) ? 1 : 0))
    return NULL;
  g_autoptr (GArray) nodes = am_nodes_new (source, &scan);
  Layout l = { source->text, (const AmScanEntry *) scan.entries->data, (const AmNode *) nodes->data,
               g_string_sized_new (source->length + source->length / 4 + 64), 0 };
  put_value (&l, 0, NULL, am_object (AM_OBJECT_MAP), NULL);
  g_string_append_c (l.out, '\n');
  g_assert (l.written == nodes->len);
  return l.out;
}

gboolean
am_canonical_is (const AmSource *source, const GString *canonical)
{
  return canonical->len == source->length
      && memcmp (canonical->str, source->text, source->length) == 0;
}

/* --- why a text is not canonical --- */

gboolean
am_canonical_has_returns (const AmSource *source)
{
  return memchr (source->text, '\r', source->length) != NULL;
}

/* @source without what no difference of lines shows. */
static GString *
drop_unseen (const AmSource *source)
{
  gsize mark = has_mark (source) ? 3 : 0;
  GString *text = g_string_sized_new (source->length + 1);

  for (gsize i = mark; i < source->length; i++)
    if (source->text[i] != '\r')
      g_string_append_c (text, source->text[i]);
    else if (i + 1 == source->length || source->text[i + 1] != '\n')
      g_string_append_c (text, '\n');
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  return text;
}

/* The first line that differs, and a character that is to be escaped, which may be invisible. NULL
 * when none does. */
static char *
explain_line (const GString *text, const GString *canonical)
{
  gsize at = 0;
  guint line = 1;

  for (; text->str[at] != '\0' && text->str[at] == canonical->str[at]; at++)
    line += text->str[at] == '\n';
  if (at == text->len && at == canonical->len)
    return NULL;
  gunichar c = g_utf8_get_char_validated (text->str + at, -1);
  if (canonical->str[at] == '\\' && c != (gunichar) -1 && c != (gunichar) -2)
    return g_strdup_printf ("line %u is the first that differs: U+%04X is to be escaped there",
                            line, c);
  return g_strdup_printf ("line %u is the first that differs", line);
}

char *
am_canonical_explain (const AmSource *source, const GString *canonical)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = drop_unseen (source);
  char *line = explain_line (text, canonical);
  gboolean returns = am_canonical_has_returns (source),
           pairs = returns && g_strstr_len (source->text, (gssize) source->length, "\r\n") != NULL;
  char last = source->length > 0 ? source->text[source->length - 1] : '\n';

  if (has_mark (source))
    g_ptr_array_add (reasons, g_strdup ("it begins with a byte order mark"));
  if (returns)
    g_ptr_array_add (reasons, g_strdup (pairs ? "line ends are CR LF; git's core.autocrlf makes "
                                                "them: set eol=lf in .gitattributes"
                                              : "line ends are CR, and not LF"));
  if (last != '\n' && last != '\r')
    g_ptr_array_add (reasons, g_strdup ("no line break ends the last line"));
  if (line != NULL)
    g_ptr_array_add (reasons, line);
  g_ptr_array_add (reasons, NULL);
  return reasons->len > 1 ? g_strjoinv ("; ", (char **) reasons->pdata) : NULL;
}
