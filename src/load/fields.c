#include "load/fields.h"

#include "load/locate.h"

#include <math.h>

#define FIELD(Record, member, reader, flags, detail) { #member, reader, offsetof (Record, member), flags, detail }
#define FIELD_AS(name, Record, member, reader, flags, detail) { name, reader, offsetof (Record, member), flags, detail }
#define SHAPE(noun, is_thing, fields, misplaced) { noun, is_thing, fields, G_N_ELEMENTS (fields), misplaced }

static const guint longest_abbreviation = 5;
static const guint longest_label = 60;

/* Reads a list of objects: @start (record) makes a record ready, @shape fills it, and it is appended to @array. */
static AmRange
read_records (Reader *reader, const cJSON *value, const char *name, const char *wanted, const Shape *shape, GArray *array,
              gpointer scratch, void (*start) (Reader *, gpointer), void (*finish) (Reader *, const cJSON *, gpointer))
{
  AmRange range = { array->len, 0 };

  if (!am_reader_begin_list (reader, value, name, wanted))
    return range;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      start (reader, scratch);
      if (!am_reader_object (reader, child, shape, scratch))
        continue;
      if (finish != NULL)
        finish (reader, child, scratch);
      g_array_append_vals (array, scratch, 1);
    }
  range.count = array->len - range.start;
  return range;
}

/* --- evidence --- */

static const Field evidence_fields[] = {
  FIELD (AmEvidence, source, am_read_ref, FIELD_REQUIRED, NULL),
  FIELD (AmEvidence, quote, am_read_text, 0, NULL),
  FIELD (AmEvidence, locator, am_read_text, 0, NULL),
  FIELD (AmEvidence, note, am_read_text, 0, NULL),
};
static const Shape evidence_shape = SHAPE ("the evidence", FALSE, evidence_fields, NULL);

static void
start_evidence (Reader *reader, gpointer record)
{
  *(AmEvidence *) record = (AmEvidence) { .at = am_reader_at (reader) };
}

static void
read_evidence (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  AmEvidence scratch;
  *(AmRange *) ((char *) record + field->offset)
      = read_records (reader, value, field->name, "a list of objects, each with a \"source\"", &evidence_shape,
                      reader->map->evidence, &scratch, start_evidence, NULL);
}

/* --- stakeholders --- */

static const Field position_fields[] = {
  FIELD (AmPosition, claim, am_read_ref, FIELD_REQUIRED, NULL),
  FIELD (AmPosition, stance, am_read_word, FIELD_REQUIRED, am_stance_words),
  FIELD (AmPosition, evidence, read_evidence, 0, NULL),
};
static const Shape position_shape = SHAPE ("the position", FALSE, position_fields, NULL);

static void
start_position (Reader *reader, gpointer record)
{
  *(AmPosition *) record = (AmPosition) { .at = am_reader_at (reader) };
}

static void
read_positions (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  AmPosition scratch;
  *(AmRange *) ((char *) record + field->offset)
      = read_records (reader, value, field->name, "a list of objects, each with a \"claim\" and a \"stance\"",
                      &position_shape, reader->map->positions, &scratch, start_position, NULL);
}

static const Field stakeholder_fields[] = {
  FIELD (AmStakeholder, id, am_read_id, FIELD_REQUIRED, NULL),
  FIELD (AmStakeholder, name, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),
  FIELD (AmStakeholder, abbreviation, am_read_short_text, FIELD_NOT_BLANK, &longest_abbreviation),
  FIELD (AmStakeholder, kind, am_read_word, 0, am_stakeholder_kind_words),
  FIELD (AmStakeholder, role, am_read_text, 0, NULL),
  FIELD (AmStakeholder, interests, am_read_texts, 0, NULL),
  FIELD (AmStakeholder, member_of, am_read_ref, 0, NULL),
  FIELD (AmStakeholder, positions, read_positions, 0, NULL),
  FIELD (AmStakeholder, url, am_read_url, 0, NULL),
  FIELD (AmStakeholder, note, am_read_text, 0, NULL),
};
static const Shape stakeholder_shape = SHAPE ("stakeholder", TRUE, stakeholder_fields, NULL);

static void
start_stakeholder (Reader *reader, gpointer record)
{
  *(AmStakeholder *) record = (AmStakeholder) { .at = am_reader_at (reader), .id = "", .name = "" };
  reader->lost = FALSE;
}

static void
finish_stakeholder (Reader *reader, G_GNUC_UNUSED const cJSON *value, gpointer record)
{
  ((AmStakeholder *) record)->partial = reader->lost;
}

static void
read_stakeholders (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  AmStakeholder scratch;
  read_records (reader, value, field->name, "a list of stakeholders", &stakeholder_shape, reader->map->stakeholders,
                &scratch, start_stakeholder, finish_stakeholder);
}

/* --- relations --- */

#define RELATION_FIELDS                                                                                                \
  FIELD (AmRelation, with, am_read_refs, 0, NULL), FIELD (AmRelation, scheme, am_read_slug, 0, NULL),                  \
      FIELD (AmRelation, strength, am_read_fraction, 0, NULL), FIELD (AmRelation, warrant, am_read_text, 0, NULL),     \
      FIELD (AmRelation, id, am_read_id, 0, NULL)

static const Field target_fields[] = {
  FIELD_AS ("claim", AmRelation, to, am_read_ref, FIELD_REQUIRED, NULL),
  RELATION_FIELDS,
};
static const Field target_misplaced[] = {
  { "to", NULL, 0, 0, "the target is called \"claim\" here" },
  { "from", NULL, 0, 0, "a pair of \"from\" and \"to\" belongs under \"undercuts\"" },
  { NULL, NULL, 0, 0, NULL },
};
static const Shape target_shape = SHAPE ("the target", FALSE, target_fields, target_misplaced);

/* The claim that is being read is appended after its relations, so its index is the number of claims before it. */
static AmRelation
start_relation (const Reader *reader, AmRelationKind kind)
{
  return (AmRelation) { .at = am_reader_at (reader), .kind = kind, .from = reader->map->claims->len,
                        .to_pair = AM_NONE, .to_relation = AM_NONE, .strength = NAN };
}

static void
read_targets (Reader *reader, const cJSON *value, const Field *field, AmRelationKind kind)
{
  if (!am_reader_begin_list (reader, value, field->name, "a list of targets"))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      AmRelation relation = start_relation (reader, kind);
      if (cJSON_IsString (child))
        {
          relation.to = (AmRef) { child->valuestring, relation.at, AM_NONE };
          reader->next++;
        }
      else if (!cJSON_IsObject (child))
        {
          am_reader_wrong_type (reader, child, field->name, "a list of ids, or of objects with a \"claim\"");
          continue;
        }
      else
        am_reader_object (reader, child, &target_shape, &relation);
      if (relation.to.id != NULL)
        g_array_append_val (reader->map->relations, relation);
      else
        reader->lost = TRUE;
    }
}

static void
read_supports (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  read_targets (reader, value, field, AM_RELATION_SUPPORT);
}

static void
read_rebuts (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  read_targets (reader, value, field, AM_RELATION_REBUT);
}

/* --- undercuts --- */

/* An undercut as it is written: a relation of its own, and the name of the relation that it attacks. */
typedef struct
{
  AmRelation base;
  AmPair pair;
} Undercut;

static void read_pair_target (Reader *reader, const cJSON *value, const Field *field, gpointer record);

static const Field undercut_fields[] = {
  FIELD_AS ("from", Undercut, pair.from, am_read_ref, 0, NULL),
  FIELD_AS ("to", Undercut, pair, read_pair_target, 0, NULL),
  FIELD_AS ("relation", Undercut, pair.relation, am_read_ref, 0, NULL),
  RELATION_FIELDS, /* base comes first in Undercut */
};
static const Field undercut_misplaced[] = {
  { "claim", NULL, 0, 0, "what denies a claim belongs under \"rebuts\"; an undercut names a relation by \"from\" and \"to\"" },
  { NULL, NULL, 0, 0, NULL },
};
static const Shape undercut_shape = SHAPE ("the undercut", FALSE, undercut_fields, undercut_misplaced);

static const Field pair_fields[] = {
  FIELD (AmPair, from, am_read_ref, 0, NULL),
  { "to", read_pair_target, 0, 0, NULL },
  FIELD (AmPair, relation, am_read_ref, 0, NULL),
};
static const Shape pair_shape = SHAPE ("the undercut's pair", FALSE, pair_fields, undercut_misplaced);

static AmPair
start_pair (const Reader *reader)
{
  return (AmPair) { .at = am_reader_at (reader), .to_pair = AM_NONE };
}

/* A pair names a relation in one of two ways, and in full. */
static gboolean
check_pair (Reader *reader, const AmPair *pair)
{
  gboolean has_to = pair->to.id != NULL || pair->to_pair != AM_NONE;
  AmSpan where = am_locate_value (reader->map->source, pair->at);

  if (pair->relation.id != NULL && (pair->from.id != NULL || has_to))
    {
      am_report_add (reader->report, AM_RULE_INVALID_VALUE, where, NULL,
                     "an undercut names a relation by \"relation\" or by \"from\" and \"to\", not by both");
      return TRUE;
    }
  if (pair->relation.id == NULL && (pair->from.id == NULL || !has_to))
    {
      const char *missing = pair->from.id == NULL ? "from" : "to";
      AmFinding *finding = am_report_add (reader->report, AM_RULE_MISSING_FIELD, where, NULL,
                                          "the undercut has no \"%s\"", missing);
      am_finding_help (finding, AM_SPAN_NONE,
                       "name the relation that it attacks: {\"from\": id, \"to\": id}, or {\"relation\": id}");
      return FALSE;
    }
  return TRUE;
}

/* "to": an id, or a pair of its own. The scanner bounds the nesting, and with it this recursion, at 64. */
static void
read_pair_target (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  AmPair *pair = (AmPair *) ((char *) record + field->offset);

  if (cJSON_IsString (value))
    {
      pair->to = (AmRef) { value->valuestring, am_reader_at (reader), AM_NONE };
      reader->next++;
      return;
    }
  if (!cJSON_IsObject (value))
    {
      am_reader_wrong_type (reader, value, field->name, "an id, or an object with \"from\" and \"to\"");
      return;
    }
  AmPair inner = start_pair (reader);
  am_reader_object (reader, value, &pair_shape, &inner);
  if (!check_pair (reader, &inner))
    return;
  pair->to_pair = reader->map->pairs->len;
  g_array_append_val (reader->map->pairs, inner);
}

static void
read_undercuts (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  const char *wanted = "a list of objects with \"from\" and \"to\"";

  if (!am_reader_begin_list (reader, value, field->name, wanted))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      Undercut undercut = { start_relation (reader, AM_RELATION_UNDERCUT), start_pair (reader) };
      if (!cJSON_IsObject (child))
        {
          am_reader_wrong_type (reader, child, field->name, wanted);
          continue;
        }
      am_reader_object (reader, child, &undercut_shape, &undercut);
      if (!check_pair (reader, &undercut.pair))
        {
          reader->lost = TRUE;
          continue;
        }
      undercut.base.to_pair = reader->map->pairs->len;
      g_array_append_val (reader->map->pairs, undercut.pair);
      g_array_append_val (reader->map->relations, undercut.base);
    }
}

/* --- claims and rebuttals --- */

#define CLAIM_FIELDS                                                                                                   \
  FIELD (AmClaim, id, am_read_id, FIELD_REQUIRED, NULL),                                                               \
      FIELD (AmClaim, text, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),                                     \
      FIELD (AmClaim, label, am_read_short_text, FIELD_NOT_BLANK, &longest_label),                                     \
      FIELD (AmClaim, kind, am_read_word, 0, am_claim_kind_words),                                                     \
      FIELD (AmClaim, issue, am_read_word, 0, am_issue_words), FIELD (AmClaim, by, am_read_refs, 0, NULL),             \
      FIELD_AS ("supports", AmClaim, relations, read_supports, 0, NULL),                                               \
      FIELD (AmClaim, evidence, read_evidence, 0, NULL), FIELD (AmClaim, confidence, am_read_fraction, 0, NULL),       \
      FIELD (AmClaim, open, am_read_boolean, 0, NULL), FIELD (AmClaim, implicit, am_read_boolean, 0, NULL),            \
      FIELD (AmClaim, tags, am_read_texts, 0, NULL), FIELD (AmClaim, note, am_read_text, 0, NULL)

static const Field claim_fields[] = { CLAIM_FIELDS };
static const Field claim_misplaced[] = {
  { "rebuts", NULL, 0, 0, "what attacks is a rebuttal: move it to \"rebuttals\"" },
  { "undercuts", NULL, 0, 0, "what attacks is a rebuttal: move it to \"rebuttals\"" },
  { NULL, NULL, 0, 0, NULL },
};
static const Shape claim_shape = SHAPE ("claim", TRUE, claim_fields, claim_misplaced);

static const Field rebuttal_fields[] = {
  CLAIM_FIELDS,
  FIELD_AS ("rebuts", AmClaim, relations, read_rebuts, 0, NULL),
  FIELD_AS ("undercuts", AmClaim, relations, read_undercuts, 0, NULL),
};
static const Shape rebuttal_shape = SHAPE ("rebuttal", TRUE, rebuttal_fields, NULL);

static void
start_claim (Reader *reader, gpointer record)
{
  *(AmClaim *) record = (AmClaim) { .at = am_reader_at (reader), .role = AM_ROLE_CLAIM, .id = "", .text = "",
                                    .confidence = NAN, .relations = { reader->map->relations->len, 0 } };
  reader->lost = FALSE;
}

static void
start_rebuttal (Reader *reader, gpointer record)
{
  start_claim (reader, record);
  ((AmClaim *) record)->role = AM_ROLE_REBUTTAL;
}

static void
finish_claim (Reader *reader, G_GNUC_UNUSED const cJSON *value, gpointer record)
{
  AmClaim *claim = record;

  claim->relations.count = reader->map->relations->len - claim->relations.start;
  claim->partial = reader->lost;
  if (claim->open && claim->evidence.count > 0)
    am_report_add (reader->report, AM_RULE_INVALID_VALUE, am_locate_key (reader->map->source, claim->at, "open"),
                   claim->id, "%s \"%s\" cannot be open and have evidence of its own", am_role_word (claim->role),
                   claim->id);
}

static void
read_claims (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  AmClaim scratch;
  read_records (reader, value, field->name, "a list of claims", &claim_shape, reader->map->claims, &scratch, start_claim,
                finish_claim);
}

static void
read_rebuttals (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  AmClaim scratch;
  read_records (reader, value, field->name, "a list of rebuttals", &rebuttal_shape, reader->map->claims, &scratch,
                start_rebuttal, finish_claim);
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
static const Shape source_shape = SHAPE ("source", TRUE, source_fields, NULL);

static void
start_source (Reader *reader, gpointer record)
{
  *(AmSourceRecord *) record = (AmSourceRecord) { .at = am_reader_at (reader), .id = "" };
}

static gboolean
has_member (const cJSON *object, const char *name)
{
  for (const cJSON *child = object->child; child != NULL; child = child->next)
    if (g_str_equal (child->string, name))
      return TRUE;
  return FALSE;
}

static void
finish_source (Reader *reader, const cJSON *value, gpointer record)
{
  const AmSourceRecord *source = record;

  if (!has_member (value, "title") && !has_member (value, "url"))
    am_report_add (reader->report, AM_RULE_MISSING_FIELD, am_locate_value (reader->map->source, source->at), source->id,
                   "source \"%s\" has neither \"title\" nor \"url\"", source->id);
}

static void
read_sources (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  AmSourceRecord scratch;
  read_records (reader, value, field->name, "a list of sources", &source_shape, reader->map->sources, &scratch,
                start_source, finish_source);
}

/* --- about the map itself --- */

static const Field expect_fields[] = {
  FIELD_AS ("standing", AmMap, expect_standing, am_read_refs, 0, NULL),
  FIELD_AS ("contested", AmMap, expect_contested, am_read_refs, 0, NULL),
  FIELD_AS ("fallen", AmMap, expect_fallen, am_read_refs, 0, NULL),
};
static const Shape expect_shape = SHAPE ("\"expect\"", FALSE, expect_fields, NULL);

static void
read_expect (Reader *reader, const cJSON *value, G_GNUC_UNUSED const Field *field, gpointer record)
{
  am_reader_object (reader, value, &expect_shape, record);
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
  AmIgnore scratch;
  read_records (reader, value, field->name, "a list of objects with \"rule\" and \"reason\"", &ignore_shape,
                reader->map->ignores, &scratch, start_ignore, NULL);
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
  { "stakeholders", read_stakeholders, 0, 0, NULL },
  { "claims", read_claims, 0, FIELD_REQUIRED, NULL },
  { "rebuttals", read_rebuttals, 0, 0, NULL },
  { "sources", read_sources, 0, 0, NULL },
  { "expect", read_expect, 0, 0, NULL },
  { "ignore", read_ignores, 0, 0, NULL },
};
static const Shape map_shape = SHAPE ("the map", FALSE, map_fields, NULL);

gboolean
am_read_map (Reader *reader, const cJSON *document)
{
  reader->map->title = "";
  return am_reader_object (reader, document, &map_shape, reader->map);
}
