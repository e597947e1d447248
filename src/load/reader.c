#include "load/reader.h"

#include "base/nearest.h"
#include "base/place.h"
#include "load/misplaced.h"
#include "load/reader-help.h"
#include "model/synonyms.h"

/* --- findings --- */

guint32
am_reader_at (const Reader *reader)
{
  return reader->entries[reader->next].value;
}

AmSpan
am_reader_span (const Reader *reader)
{
  return am_locate_value (reader->source, am_reader_at (reader));
}

static AmSpan
key_span (const Reader *reader)
{
  return am_locate_value (reader->source, reader->entries[reader->next].key);
}

const char *
am_reader_subject (const Reader *reader)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (reader->thing, "id"));
}

char *
am_reader_describe (const Reader *reader)
{
  const char *id = am_reader_subject (reader);

  if (reader->thing == NULL)
    return g_strdup (reader->shape->noun);
  g_autofree char *thing = id != NULL && id[0] != '\0'
                             ? g_strdup_printf ("%s \"%s\"", reader->entity_shape->noun, id)
                             : g_strdup_printf ("this %s", reader->entity_shape->noun);
  if (reader->shape->is_thing)
    return g_steal_pointer (&thing);
  return g_strdup_printf ("%s of %s", reader->shape->noun, thing);
}

AmFinding *
am_reader_fault (Reader *reader, AmRule rule, AmSpan where, const char *name, const char *format,
                 ...)
{
  g_autofree char *owner = am_reader_describe (reader);
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return am_report_add (reader->report, rule, where, am_reader_subject (reader), "\"%s\" of %s %s",
                        name, owner, message);
}

static const char *
type_word (const cJSON *value)
{
  if (cJSON_IsObject (value))
    return "an object";
  if (cJSON_IsArray (value))
    return "a list";
  if (cJSON_IsString (value))
    return "a text";
  if (cJSON_IsNumber (value))
    return "a number";
  return cJSON_IsNull (value) ? "null" : cJSON_IsTrue (value) ? "true" : "false";
}

void
am_reader_lose (Reader *reader)
{
  reader->lost = TRUE;
  reader->any_lost = TRUE;
}

static void
report_wrong (Reader *reader, const WrongValue *wrong, const char *must,
              void (*help) (AmFinding *finding, const WrongValue *wrong))
{
  AmFinding *finding =
      am_reader_fault (reader, AM_RULE_WRONG_TYPE, am_reader_span (reader), wrong->name,
                       "%s %s, not %s", must, wrong->wanted, type_word (wrong->value));

  help (finding, wrong);
  am_reader_lose (reader);
  am_reader_skip (reader, wrong->value);
}

static WrongValue
wrong_value (const Reader *reader, const cJSON *value, const char *name, const char *wanted)
{
  const AmMember *field = am_object_member (reader->shape, name);
  AmSpan span = am_reader_span (reader);

  return (WrongValue){ .value = value,
                       .written = reader->source->text + span.start,
                       .length = span.length,
                       .name = name,
                       .optional = field != NULL && (field->flags & AM_MEMBER_REQUIRED) == 0,
                       .wanted = wanted };
}

void
am_reader_wrong_type (Reader *reader, const cJSON *value, const char *name, const char *wanted)
{
  WrongValue wrong = wrong_value (reader, value, name, wanted);

  report_wrong (reader, &wrong, "must be", am_help_type);
}

void
am_reader_wrong_item (Reader *reader, const cJSON *value, const char *name, const char *wanted)
{
  WrongValue wrong = wrong_value (reader, value, name, wanted);

  report_wrong (reader, &wrong, "may hold only", am_help_item);
}

/* --- objects and lists --- */

void
am_reader_skip (Reader *reader, const cJSON *value)
{
  const cJSON *open[AM_SCAN_MAX_DEPTH + 1] = { NULL };
  guint depth = 0;

  reader->next++;
  for (const cJSON *node = value->child; node != NULL || depth > 0;)
    {
      if (node == NULL)
        node = open[--depth];
      else
        {
          reader->next++;
          if (node->child != NULL)
            {
              open[depth++] = node->next;
              node = node->child;
              continue;
            }
          node = node->next;
        }
    }
}

static gboolean
is_extension (const char *name)
{
  return name[0] == 'x' && name[1] == '-' && name[2] != '\0';
}

static gboolean
is_equal (const char *a, const char *b)
{
  return g_str_equal (a, b);
}

/* The members of @shape, NULL at the end. */
static void
list_names (const AmObject *shape, const char *names[AM_MOST_MEMBERS + 1])
{
  for (guint i = 0; i < shape->n_members; i++)
    names[i] = shape->members[i]->name;
  names[shape->n_members] = NULL;
}

static void
report_unknown_field (Reader *reader, const char *name)
{
  g_autofree char *owner = am_reader_describe (reader);
  AmFinding *finding = am_report_add (
      reader->report, AM_RULE_UNKNOWN_FIELD, key_span (reader), am_reader_subject (reader),
      "%s has a member \"%s\", which the format does not know", owner, name);

  const char *names[AM_MOST_MEMBERS + 1];
  list_names (reader->shape, names);
  const char *hint = am_misplaced_find (reader->shape->kind, name, is_equal);
  if (hint == NULL && am_synonym_find (name, names) == NULL)
    hint = am_misplaced_find (reader->shape->kind, name, am_synonym_is);
  g_autofree char *question = am_nearest_ask (name, am_synonym_guess_name (name, names));
  if (hint != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", hint);
  else if (question != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", question);
  else if (g_str_equal (name, "x-"))
    am_finding_help (finding, AM_SPAN_NONE, "a member of your own needs a name after the \"x-\"");
  else
    am_finding_help (finding, AM_SPAN_NONE,
                     "a member of your own needs a name that begins with \"x-\"");
}

/* Authors mostly write members in the order of the table, so the search begins after the last one
 * found. */
static guint
find_field (const AmObject *shape, const char *name, guint expected)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      guint at = expected + i < shape->n_members ? expected + i : expected + i - shape->n_members;
      if (g_str_equal (shape->members[at]->name, name))
        return at;
    }
  return shape->n_members;
}

/* @object is NULL for the document. */
static void
report_missing_fields (Reader *reader, const cJSON *object, AmSpan where, guint64 seen)
{
  const char *hint = object != NULL ? am_misplaced_instead (reader->shape->kind, object) : NULL;

  for (guint i = 0; i < reader->shape->n_members; i++)
    if ((reader->shape->members[i]->flags & AM_MEMBER_REQUIRED) != 0
        && (seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
      {
        g_autofree char *owner = am_reader_describe (reader);
        AmFinding *finding =
            am_report_add (reader->report, AM_RULE_MISSING_FIELD, where, am_reader_subject (reader),
                           "%s has no \"%s\"", owner, reader->shape->members[i]->name);
        if (hint != NULL)
          am_finding_help (finding, AM_SPAN_NONE, "%s", hint);
      }
}

/* Which fields an object has had. */
typedef struct
{
  guint64 seen;
  guint expected;
} Seen;

static const AmMember *
take_field (const AmObject *shape, guint at, Seen *so_far)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << at;
  gboolean again = (so_far->seen & bit) != 0; /* json-duplicate-key: the first one counts */

  so_far->seen |= bit;
  so_far->expected = at + 1;
  return again ? NULL : shape->members[at];
}

/* The field for the member @name; NULL when it is to be skipped. */
static const AmMember *
choose_field (Reader *reader, const char *name, Seen *so_far)
{
  const AmObject *shape = reader->shape;
  guint at = find_field (shape, name, so_far->expected);

  if (at == shape->n_members)
    {
      if (!is_extension (name))
        {
          report_unknown_field (reader, name);
          am_reader_lose (reader);
        }
      return NULL;
    }
  return take_field (shape, at, so_far);
}

static guint64
read_members (Reader *reader, const cJSON *object, gpointer record)
{
  Seen so_far = { 0, 0 };

  for (const cJSON *child = object->child; child != NULL; child = child->next)
    {
      const AmMember *field = choose_field (reader, child->string, &so_far);
      if (field != NULL)
        am_member_readers[field->type](reader, child, field, record);
      else
        am_reader_skip (reader, child);
    }
  return so_far.seen;
}

gboolean
am_reader_object (Reader *reader, const cJSON *value, const AmObject *shape, gpointer record)
{
  Reader outer = *reader;
  AmSpan where = am_reader_span (reader);

  reader->shape = shape;
  if (shape->is_thing)
    {
      reader->thing = value;
      reader->entity_shape = shape;
    }
  if (cJSON_IsObject (value))
    {
      reader->next++;
      guint64 seen = read_members (reader, value, record);
      report_missing_fields (reader, value, where, seen);
    }
  else
    {
      g_autofree char *owner = am_reader_describe (reader);
      AmFinding *finding =
          am_report_add (reader->report, AM_RULE_WRONG_TYPE, where, am_reader_subject (reader),
                         "%s must be an object, not %s", owner, type_word (value));
      if (cJSON_IsString (value) && !shape->is_thing)
        am_finding_help (finding, AM_SPAN_NONE, "write {\"%s\": \"%s\"}", shape->members[0]->name,
                         value->valuestring);
      am_reader_lose (reader);
      am_reader_skip (reader, value);
    }
  reader->shape = outer.shape;
  reader->thing = outer.thing;
  reader->entity_shape = outer.entity_shape;
  return cJSON_IsObject (value);
}

/* Stands for a list whose items are parsed one by one. */
static const cJSON records = { .type = cJSON_Array };

/* A list of records whose name is misspelt is read as what it was meant to be, unless that is there
   as well: else everything that refers to something in it would be wrong too. NULL when the member
   is nothing like it. */
static const AmMember *
guess_list (Reader *reader, const GArray *members, const Member *member, Seen *so_far)
{
  const AmObject *shape = reader->shape;
  const char *names[AM_MOST_MEMBERS + 1];

  list_names (shape, names);
  const char *meant = am_synonym_guess_name (member->name, names);
  guint at = meant != NULL ? find_field (shape, meant, 0) : 0;
  if (meant == NULL || (shape->members[at]->flags & AM_MEMBER_RECORDS) == 0
      || is_extension (member->name) || (so_far->seen & (G_GUINT64_CONSTANT (1) << at)) != 0
      || reader->source->text[am_reader_at (reader)] != '[')
    return NULL;
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (g_array_index (members, Member, i).name, meant))
      return NULL;
  report_unknown_field (reader, member->name);
  return take_field (shape, at, so_far);
}

static const AmMember *
choose_member (Reader *reader, const GArray *members, const Member *member, Seen *so_far)
{
  const AmMember *guessed = NULL;

  if (find_field (reader->shape, member->name, so_far->expected) == reader->shape->n_members)
    guessed = guess_list (reader, members, member, so_far);
  return guessed != NULL ? guessed : choose_field (reader, member->name, so_far);
}

gboolean
am_reader_document (Reader *reader, const GArray *members, const AmObject *shape, gpointer record)
{
  AmSpan where = am_reader_span (reader);
  Seen so_far = { 0, 0 };

  if (reader->source->text[am_reader_at (reader)] != '{')
    return am_reader_object (reader, am_parse_value (reader->parser, 0), shape, record);
  reader->shape = shape;
  reader->next++;
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      const AmMember *field = choose_member (reader, members, member, &so_far);
      if (field == NULL)
        reader->next = member->end;
      else if ((field->flags & AM_MEMBER_RECORDS) != 0
               && reader->source->text[am_reader_at (reader)] == '[')
        {
          reader->records_end = member->end;
          am_member_readers[field->type](reader, &records, field, record);
        }
      else
        am_member_readers[field->type](reader, am_parse_value (reader->parser, member->first),
                                       field, record);
      g_assert (reader->next == member->end);
    }
  report_missing_fields (reader, NULL, where, so_far.seen);
  return TRUE;
}

const cJSON *
am_reader_first (Reader *reader, const cJSON *list)
{
  return list == &records ? am_reader_next (reader, list, NULL) : list->child;
}

const cJSON *
am_reader_next (Reader *reader, const cJSON *list, const cJSON *item)
{
  g_assert (item != NULL || list == &records);
  if (list != &records)
    return item->next;
  return reader->next < reader->records_end ? am_parse_value (reader->parser, reader->next) : NULL;
}

const char *
am_reader_keep (Reader *reader, const cJSON *value)
{
  return am_arena_copy (reader->kept, value->valuestring);
}

gboolean
am_reader_begin_list (Reader *reader, const cJSON *value, const char *name, const char *wanted)
{
  if (!cJSON_IsArray (value))
    {
      am_reader_wrong_type (reader, value, name, wanted);
      return FALSE;
    }
  reader->next++;
  return TRUE;
}
