#include "load/fields.h"

#include "base/place.h"

static void
start_position (Reader *reader, gpointer record)
{
  *(AmPosition *) record = (AmPosition){ .at = am_reader_at (reader) };
}

static void
start_stakeholder (Reader *reader, gpointer record)
{
  *(AmStakeholder *) record = (AmStakeholder){ .at = am_reader_at (reader), .id = "", .name = "" };
}

static void
start_source (Reader *reader, gpointer record)
{
  *(AmSourceRecord *) record = (AmSourceRecord){ .at = am_reader_at (reader), .id = "" };
}

static void
finish_source (Reader *reader, const cJSON *value, gpointer record)
{
  const AmSourceRecord *source = record;

  if (cJSON_GetObjectItemCaseSensitive (value, "title") != NULL
      || cJSON_GetObjectItemCaseSensitive (value, "url") != NULL)
    return;
  g_autofree char *name = source->id[0] != '\0' ? g_strdup_printf ("source \"%s\"", source->id)
                                                : g_strdup ("this source");
  am_report_add (reader->report, AM_RULE_MISSING_FIELD,
                 am_locate_value (reader->source, source->at), source->id,
                 "%s has neither \"title\" nor \"url\"", name);
}

static void
start_ignore (Reader *reader, gpointer record)
{
  *(AmIgnore *) record = (AmIgnore){ .at = am_reader_at (reader), .rule = "", .reason = "" };
}

/* How a list of objects is read: @start makes a record ready, its members fill it, @finish (may be
   NULL) sees it whole, and it is appended. */
typedef struct
{
  const char *wanted; /* for messages */
  gsize array; /* where the map has it */
  void (*start) (Reader *reader, gpointer record);
  void (*finish) (Reader *reader, const cJSON *value, gpointer record);
  gboolean is_range; /* the member is the range of what was appended */
} RecordList;

#define ARRAY(name) offsetof (AmMap, name)

static const RecordList lists[] = {
  [AM_MEMBER_STAKEHOLDERS] = { "a list of stakeholders", ARRAY (stakeholders), start_stakeholder,
                               NULL, FALSE },
  [AM_MEMBER_CLAIMS] = { "a list of claims", ARRAY (claims), am_start_claim, am_finish_claim,
                         FALSE },
  [AM_MEMBER_REBUTTALS] = { "a list of rebuttals", ARRAY (claims), am_start_rebuttal,
                            am_finish_claim, FALSE },
  [AM_MEMBER_SOURCES] = { "a list of sources", ARRAY (sources), start_source, finish_source,
                          FALSE },
  [AM_MEMBER_IGNORES] = { "a list of objects with \"rule\" and \"reason\"", ARRAY (ignores),
                          start_ignore, NULL, FALSE },
  [AM_MEMBER_POSITIONS] = { "a list of objects, each with a \"claim\" and a \"stance\"",
                            ARRAY (positions), start_position, NULL, TRUE },
  [AM_MEMBER_EVIDENCE] = { "a list of objects, each with a \"source\"", ARRAY (evidence),
                           am_start_evidence, NULL, TRUE },
};

static void
read_records (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  const RecordList *list = &lists[field->type];
  const AmObject *object = am_object (field->holds);
  GArray *array = G_STRUCT_MEMBER (GArray *, reader->map, list->array);
  guint32 start = array->len;
  union
  {
    AmStakeholder stakeholder;
    AmClaim claim;
    AmSourceRecord source;
    AmIgnore ignore;
    AmPosition position;
    AmEvidence evidence;
  } scratch;

  if (am_reader_begin_list (reader, value, field->name, list->wanted))
    for (const cJSON *child = am_reader_first (reader, value); child != NULL;
         child = am_reader_next (reader, value, child))
      {
        list->start (reader, &scratch);
        if (!am_reader_object (reader, child, object, &scratch))
          continue;
        if (list->finish != NULL)
          list->finish (reader, child, &scratch);
        g_array_append_vals (array, &scratch, 1);
      }
  if (list->is_range)
    AM_MEMBER_VALUE (AmRange, field, record) = (AmRange){ start, array->len - start };
}

/* --- about the map itself --- */

static void
read_expect (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  am_reader_object (reader, value, am_object (field->holds), record);
}

/* What is not kept: the version was checked before the map is read (load.c), and the schema is for
   editors. */
static void
pass_over (Reader *reader, const cJSON *value, const AmMember *field, G_GNUC_UNUSED gpointer record)
{
  gboolean is_version = field->type == AM_MEMBER_VERSION;

  if (is_version ? cJSON_IsNumber (value) : cJSON_IsString (value))
    reader->next++;
  else
    am_reader_wrong_type (reader, value, field->name, is_version ? "the number 1" : "a text");
}

MemberReader *const am_member_readers[] = {
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
  [AM_MEMBER_EVIDENCE] = read_records,
  [AM_MEMBER_POSITIONS] = read_records,
  [AM_MEMBER_IGNORES] = read_records,
  [AM_MEMBER_STAKEHOLDERS] = read_records,
  [AM_MEMBER_CLAIMS] = read_records,
  [AM_MEMBER_REBUTTALS] = read_records,
  [AM_MEMBER_SOURCES] = read_records,
  [AM_MEMBER_EXPECT] = read_expect,
  [AM_MEMBER_SUPPORTS] = am_read_supports,
  [AM_MEMBER_REBUTS] = am_read_rebuts,
  [AM_MEMBER_UNDERCUTS] = am_read_undercuts,
  [AM_MEMBER_PAIR] = am_read_pair,
  [AM_MEMBER_SCHEMA] = pass_over,
  [AM_MEMBER_VERSION] = pass_over,
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
