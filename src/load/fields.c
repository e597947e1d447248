#include "load/fields.h"

#include "base/place.h"

static const guint longest_abbreviation = 5;

AmRange
am_read_records (Reader *reader, const cJSON *value, const Field *field, const RecordList *list, GArray *array,
                 gpointer scratch)
{
  AmRange range = { array->len, 0 };

  if (!am_reader_begin_list (reader, value, field->name, list->wanted))
    return range;
  for (const cJSON *child = am_reader_first (reader, value); child != NULL; child = am_reader_next (reader, value, child))
    {
      list->start (reader, scratch);
      if (!am_reader_object (reader, child, field->detail, scratch))
        continue;
      if (list->finish != NULL)
        list->finish (reader, child, scratch);
      g_array_append_vals (array, scratch, 1);
    }
  range.count = array->len - range.start;
  return range;
}

/* --- stakeholders --- */

static const Field position_fields[] = {
  FIELD (AmPosition, claim, am_read_ref, FIELD_REQUIRED, NULL),
  FIELD (AmPosition, stance, am_read_word, FIELD_REQUIRED, am_stance_words),
  FIELD (AmPosition, evidence, am_read_evidence, FIELD_OBJECTS, &am_evidence_shape),
};
#define POSITION_NOTE_HINT "a position has no note of its own: remarks go under \"note\" of the stakeholder, words of its own under \"evidence\""
#define POSITION_CITE_HINT "a source is cited under \"evidence\": [{\"source\": id}]"
static const Field position_misplaced[] = {
  { "note", NULL, 0, 0, POSITION_NOTE_HINT },
  { "text", NULL, 0, 0, POSITION_NOTE_HINT },
  { "reason", NULL, 0, 0, POSITION_NOTE_HINT },
  { "url", NULL, 0, 0, POSITION_CITE_HINT },
  { "quote", NULL, 0, 0, POSITION_CITE_HINT },
  { "locator", NULL, 0, 0, POSITION_CITE_HINT },
  { "date", NULL, 0, 0, "the date of a source goes under \"sources\"" },
  { NULL, NULL, 0, 0, NULL },
};
static const Shape position_shape = SHAPE ("the position", FALSE, position_fields, position_misplaced);

static void
start_position (Reader *reader, gpointer record)
{
  *(AmPosition *) record = (AmPosition) { .at = am_reader_at (reader) };
}

static void
read_positions (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  static const RecordList list = { "a list of objects, each with a \"claim\" and a \"stance\"", start_position, NULL };
  AmPosition scratch;
  *(AmRange *) ((char *) record + field->offset)
      = am_read_records (reader, value, field, &list, reader->map->positions, &scratch);
}

static const Field stakeholder_fields[] = {
  FIELD (AmStakeholder, id, am_read_id, FIELD_REQUIRED, NULL),
  FIELD (AmStakeholder, name, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),
  FIELD (AmStakeholder, abbreviation, am_read_short_text, FIELD_NOT_BLANK, &longest_abbreviation),
  FIELD (AmStakeholder, kind, am_read_word, 0, am_stakeholder_kind_words),
  FIELD (AmStakeholder, role, am_read_text, FIELD_NOT_BLANK, NULL),
  FIELD (AmStakeholder, interests, am_read_texts, 0, NULL),
  FIELD (AmStakeholder, member_of, am_read_ref, 0, NULL),
  FIELD (AmStakeholder, positions, read_positions, FIELD_OBJECTS, &position_shape),
  FIELD (AmStakeholder, url, am_read_url, 0, NULL),
  FIELD (AmStakeholder, note, am_read_text, 0, NULL),
};
static const Shape stakeholder_shape = SHAPE ("stakeholder", TRUE, stakeholder_fields, NULL);

static void
start_stakeholder (Reader *reader, gpointer record)
{
  *(AmStakeholder *) record = (AmStakeholder) { .at = am_reader_at (reader), .id = "", .name = "" };
}

static void
read_stakeholders (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of stakeholders", start_stakeholder, NULL };
  AmStakeholder scratch;
  am_read_records (reader, value, field, &list, reader->map->stakeholders, &scratch);
}

/* --- sources --- */

static const Field source_fields[] = {
  FIELD (AmSourceRecord, id, am_read_id, FIELD_REQUIRED, NULL),
  FIELD (AmSourceRecord, title, am_read_text, FIELD_NOT_BLANK, NULL),
  FIELD (AmSourceRecord, author, am_read_text, 0, NULL),
  FIELD (AmSourceRecord, publisher, am_read_text, 0, NULL),
  FIELD (AmSourceRecord, date, am_read_date, 0, NULL),
  FIELD (AmSourceRecord, url, am_read_url, 0, NULL),
  FIELD (AmSourceRecord, file, am_read_text, FIELD_NOT_BLANK, NULL),
  FIELD (AmSourceRecord, note, am_read_text, 0, NULL),
};
#define SOURCE_NOTE_HINT "put it into \"note\""
static const Field source_misplaced[] = {
  { "locator", NULL, 0, 0, "a page goes under \"locator\" of the evidence that cites the source" },
  { "quote", NULL, 0, 0, "a quotation goes under \"quote\" of the evidence that cites the source" },
  { "isbn", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "issn", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "volume", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "edition", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "accessed", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "retrieved", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "type", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "kind", NULL, 0, 0, SOURCE_NOTE_HINT },
  { "language", NULL, 0, 0, SOURCE_NOTE_HINT },
  { NULL, NULL, 0, 0, NULL },
};
static const Shape source_shape = SHAPE ("source", TRUE, source_fields, source_misplaced);

static void
start_source (Reader *reader, gpointer record)
{
  *(AmSourceRecord *) record = (AmSourceRecord) { .at = am_reader_at (reader), .id = "" };
}

static void
finish_source (Reader *reader, const cJSON *value, gpointer record)
{
  const AmSourceRecord *source = record;

  if (am_reader_has_member (value, "title") || am_reader_has_member (value, "url"))
    return;
  g_autofree char *name = source->id[0] != '\0' ? g_strdup_printf ("source \"%s\"", source->id) : g_strdup ("this source");
  am_report_add (reader->report, AM_RULE_MISSING_FIELD, am_locate_value (reader->source, source->at), source->id,
                 "%s has neither \"title\" nor \"url\"", name);
}

static void
read_sources (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of sources", start_source, finish_source };
  AmSourceRecord scratch;
  am_read_records (reader, value, field, &list, reader->map->sources, &scratch);
}

/* --- about the map itself --- */

static const Field expect_fields[] = {
  FIELD_AS ("standing", AmMap, expect_standing, am_read_refs, 0, NULL),
  FIELD_AS ("contested", AmMap, expect_contested, am_read_refs, 0, NULL),
  FIELD_AS ("fallen", AmMap, expect_fallen, am_read_refs, 0, NULL),
};
static const Shape expect_shape = SHAPE ("\"expect\"", FALSE, expect_fields, NULL);

static void
read_expect (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  am_reader_object (reader, value, field->detail, record);
}

static const Field ignore_fields[] = {
  FIELD (AmIgnore, rule, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),
  FIELD_AS ("at", AmIgnore, thing, am_read_ref, 0, NULL),
  FIELD (AmIgnore, reason, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),
};
static const Shape ignore_shape = SHAPE ("the entry of \"ignore\"", FALSE, ignore_fields, NULL);

static void
start_ignore (Reader *reader, gpointer record)
{
  *(AmIgnore *) record = (AmIgnore) { .at = am_reader_at (reader), .rule = "", .reason = "" };
}

static void
read_ignores (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of objects with \"rule\" and \"reason\"", start_ignore, NULL };
  AmIgnore scratch;
  am_read_records (reader, value, field, &list, reader->map->ignores, &scratch);
}

/* Checked before the map is read: see load.c. */
static void
read_version (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  if (cJSON_IsNumber (value))
    reader->next++;
  else
    am_reader_wrong_type (reader, value, field->name, "the number 1");
}

static void
read_schema (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  if (cJSON_IsString (value))
    reader->next++;
  else
    am_reader_wrong_type (reader, value, field->name, "a text");
}

static const Field map_fields[] = {
  { "$schema", read_schema, 0, 0, NULL },
  { "argmap", read_version, 0, FIELD_REQUIRED, NULL },
  FIELD (AmMap, title, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),
  FIELD (AmMap, question, am_read_text, 0, NULL),
  FIELD_AS ("resolution", AmMap, resolutions, am_read_ref_or_refs, 0, NULL),
  FIELD (AmMap, description, am_read_text, 0, NULL),
  FIELD (AmMap, license, am_read_text, 0, NULL),
  FIELD (AmMap, language, am_read_language, 0, NULL),
  FIELD (AmMap, date, am_read_date, 0, NULL),
  FIELD (AmMap, authors, am_read_texts, 0, NULL),
  { "stakeholders", read_stakeholders, 0, FIELD_RECORDS | FIELD_OBJECTS, &stakeholder_shape },
  { "claims", am_read_claims, 0, FIELD_REQUIRED | FIELD_RECORDS | FIELD_OBJECTS, &am_claim_shape },
  { "rebuttals", am_read_rebuttals, 0, FIELD_RECORDS | FIELD_OBJECTS, &am_rebuttal_shape },
  { "sources", read_sources, 0, FIELD_RECORDS | FIELD_OBJECTS, &source_shape },
  { "expect", read_expect, 0, FIELD_OBJECTS, &expect_shape },
  { "ignore", read_ignores, 0, FIELD_OBJECTS, &ignore_shape },
};
const Shape am_map_shape = SHAPE ("the map", FALSE, map_fields, NULL);

gboolean
am_read_map (Reader *reader, const GArray *members)
{
  reader->map->title = "";
  return am_reader_document (reader, members, &am_map_shape, reader->map);
}
