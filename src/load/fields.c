#include "load/fields.h"

#include "base/place.h"

AmRange
am_read_records (Reader *reader, const cJSON *value, const AmMember *field, const RecordList *list,
                 GArray *array, gpointer scratch)
{
  AmRange range = { array->len, 0 };
  const AmObject *object = am_object (field->holds);

  if (!am_reader_begin_list (reader, value, field->name, list->wanted))
    return range;
  for (const cJSON *child = am_reader_first (reader, value); child != NULL;
       child = am_reader_next (reader, value, child))
    {
      list->start (reader, scratch);
      if (!am_reader_object (reader, child, object, scratch))
        continue;
      if (list->finish != NULL)
        list->finish (reader, child, scratch);
      g_array_append_vals (array, scratch, 1);
    }
  range.count = array->len - range.start;
  return range;
}

/* --- stakeholders --- */

static void
start_position (Reader *reader, gpointer record)
{
  *(AmPosition *) record = (AmPosition){ .at = am_reader_at (reader) };
}

static void
read_positions (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  static const RecordList list = { "a list of objects, each with a \"claim\" and a \"stance\"",
                                   start_position, NULL };
  AmPosition scratch;
  AM_MEMBER_VALUE (AmRange, field, record) =
      am_read_records (reader, value, field, &list, reader->map->positions, &scratch);
}

static void
start_stakeholder (Reader *reader, gpointer record)
{
  *(AmStakeholder *) record = (AmStakeholder){ .at = am_reader_at (reader), .id = "", .name = "" };
}

static void
read_stakeholders (Reader *reader, const cJSON *value, const AmMember *field,
                   G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of stakeholders", start_stakeholder, NULL };
  AmStakeholder scratch;
  am_read_records (reader, value, field, &list, reader->map->stakeholders, &scratch);
}

/* --- sources --- */

static void
start_source (Reader *reader, gpointer record)
{
  *(AmSourceRecord *) record = (AmSourceRecord){ .at = am_reader_at (reader), .id = "" };
}

static void
finish_source (Reader *reader, const cJSON *value, gpointer record)
{
  const AmSourceRecord *source = record;

  if (am_reader_has_member (value, "title") || am_reader_has_member (value, "url"))
    return;
  g_autofree char *name = source->id[0] != '\0' ? g_strdup_printf ("source \"%s\"", source->id)
                                                : g_strdup ("this source");
  am_report_add (reader->report, AM_RULE_MISSING_FIELD,
                 am_locate_value (reader->source, source->at), source->id,
                 "%s has neither \"title\" nor \"url\"", name);
}

static void
read_sources (Reader *reader, const cJSON *value, const AmMember *field,
              G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of sources", start_source, finish_source };
  AmSourceRecord scratch;
  am_read_records (reader, value, field, &list, reader->map->sources, &scratch);
}

/* --- about the map itself --- */

static void
read_expect (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  am_reader_object (reader, value, am_object (field->holds), record);
}

static void
start_ignore (Reader *reader, gpointer record)
{
  *(AmIgnore *) record = (AmIgnore){ .at = am_reader_at (reader), .rule = "", .reason = "" };
}

static void
read_ignores (Reader *reader, const cJSON *value, const AmMember *field,
              G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of objects with \"rule\" and \"reason\"", start_ignore,
                                   NULL };
  AmIgnore scratch;
  am_read_records (reader, value, field, &list, reader->map->ignores, &scratch);
}

/* Checked before the map is read: see load.c. */
static void
read_version (Reader *reader, const cJSON *value, const AmMember *field,
              G_GNUC_UNUSED gpointer record)
{
  if (cJSON_IsNumber (value))
    reader->next++;
  else
    am_reader_wrong_type (reader, value, field->name, "the number 1");
}

static void
read_schema (Reader *reader, const cJSON *value, const AmMember *field,
             G_GNUC_UNUSED gpointer record)
{
  if (cJSON_IsString (value))
    reader->next++;
  else
    am_reader_wrong_type (reader, value, field->name, "a text");
}

const MemberReader am_member_readers[] = {
  [AM_MEMBER_TEXT] = am_read_text,
  [AM_MEMBER_SHORT_TEXT] = am_read_short_text,
  [AM_MEMBER_RULE] = am_read_text,
  [AM_MEMBER_SLUG] = am_read_slug,
  [AM_MEMBER_ID] = am_read_id,
  [AM_MEMBER_URL] = am_read_url,
  [AM_MEMBER_DATE] = am_read_date,
  [AM_MEMBER_LANGUAGE] = am_read_language,
  [AM_MEMBER_PATH] = am_read_text,
  [AM_MEMBER_WORD] = am_read_word,
  [AM_MEMBER_NUMBER] = am_read_fraction,
  [AM_MEMBER_FLAG] = am_read_boolean,
  [AM_MEMBER_REF] = am_read_ref,
  [AM_MEMBER_REFS] = am_read_refs,
  [AM_MEMBER_REF_OR_REFS] = am_read_ref_or_refs,
  [AM_MEMBER_TEXTS] = am_read_texts,
  [AM_MEMBER_EVIDENCE] = am_read_evidence,
  [AM_MEMBER_POSITIONS] = read_positions,
  [AM_MEMBER_IGNORES] = read_ignores,
  [AM_MEMBER_STAKEHOLDERS] = read_stakeholders,
  [AM_MEMBER_CLAIMS] = am_read_claims,
  [AM_MEMBER_REBUTTALS] = am_read_rebuttals,
  [AM_MEMBER_SOURCES] = read_sources,
  [AM_MEMBER_EXPECT] = read_expect,
  [AM_MEMBER_SUPPORTS] = am_read_supports,
  [AM_MEMBER_REBUTS] = am_read_rebuts,
  [AM_MEMBER_UNDERCUTS] = am_read_undercuts,
  [AM_MEMBER_PAIR] = am_read_pair,
  [AM_MEMBER_SCHEMA] = read_schema,
  [AM_MEMBER_VERSION] = read_version,
  [AM_MEMBER_LEVELS] = am_read_levels,
  [AM_MEMBER_PATTERNS] = am_read_patterns,
  [AM_MEMBER_OVERRIDES] = am_read_overrides,
};

gboolean
am_read_map (Reader *reader, const GArray *members)
{
  reader->map->title = "";
  return am_reader_document (reader, members, am_object (AM_OBJECT_MAP), reader->map);
}
