#include "load/fields.h"

#include "base/place.h"

#include <math.h>

static const guint longest_label = 60;

/* --- evidence --- */

static const Field evidence_fields[] = {
  FIELD (AmEvidence, source, am_read_ref, FIELD_REQUIRED, NULL),
  FIELD (AmEvidence, quote, am_read_text, FIELD_NOT_BLANK, NULL),
  FIELD (AmEvidence, locator, am_read_text, 0, NULL),
  FIELD (AmEvidence, note, am_read_text, 0, NULL),
};
#define SOURCE_HINT "describe the document under \"sources\", and cite its \"id\" here as \"source\""
static const Field evidence_misplaced[] = {
  { "url", NULL, 0, 0, SOURCE_HINT },
  { "title", NULL, 0, 0, SOURCE_HINT },
  { "author", NULL, 0, 0, SOURCE_HINT },
  { "publisher", NULL, 0, 0, SOURCE_HINT },
  { "date", NULL, 0, 0, SOURCE_HINT },
  { "file", NULL, 0, 0, SOURCE_HINT },
  { "id", NULL, 0, 0, "evidence has no id of its own: the \"id\" of a source is cited as \"source\"" },
  { "page", NULL, 0, 0, "a page is a \"locator\"" },
  { "text", NULL, 0, 0, "the exact words are a \"quote\"" },
  { NULL, NULL, 0, 0, NULL },
};
static const Trap evidence_trap = { "url", SOURCE_HINT };
const Shape am_evidence_shape = SHAPE_WITH_TRAP ("the evidence", FALSE, evidence_fields, evidence_misplaced, &evidence_trap);

static void
start_evidence (Reader *reader, gpointer record)
{
  *(AmEvidence *) record = (AmEvidence) { .at = am_reader_at (reader) };
}

void
am_read_evidence (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  static const RecordList list = { "a list of objects, each with a \"source\"", start_evidence, NULL };
  AmEvidence scratch;
  *(AmRange *) ((char *) record + field->offset)
      = am_read_records (reader, value, field, &list, reader->map->evidence, &scratch);
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
  { "note", NULL, 0, 0, "why it follows goes under \"warrant\", other remarks under \"note\" of the claim" },
  { NULL, NULL, 0, 0, NULL },
};
static const Trap target_trap = { "id", "\"id\" would name the relation itself; the id of what it leads to goes under \"claim\"" };
static const Shape target_shape = SHAPE_WITH_TRAP ("the target", FALSE, target_fields, target_misplaced, &target_trap);

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
          relation.to = (AmRef) { am_reader_keep (reader, child), relation.at, AM_NONE };
          reader->next++;
        }
      else if (!cJSON_IsObject (child))
        {
          am_reader_wrong_item (reader, child, field->name, "ids, and objects with a \"claim\"");
          continue;
        }
      else
        am_reader_object (reader, child, field->detail, &relation);
      if (relation.to.id != NULL)
        g_array_append_val (reader->map->relations, relation);
      else
        am_reader_lose (reader);
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
static const Shape pair_shape;

static const Field undercut_fields[] = {
  FIELD_AS ("from", Undercut, pair.from, am_read_ref, 0, NULL),
  FIELD_AS ("to", Undercut, pair, read_pair_target, FIELD_OBJECTS, &pair_shape),
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
  { "to", read_pair_target, 0, FIELD_OBJECTS, &pair_shape },
  FIELD (AmPair, relation, am_read_ref, 0, NULL),
};
static const Shape pair_shape = SHAPE ("the pair in an undercut", FALSE, pair_fields, undercut_misplaced);

static AmPair
start_pair (const Reader *reader)
{
  return (AmPair) { .at = am_reader_at (reader), .to_pair = AM_NONE };
}

/* A pair names a relation in one of two ways, and in full. FALSE when it names none; that has been reported, here or where a
   member of it could not be read. */
static gboolean
check_pair (Reader *reader, const cJSON *object, const AmPair *pair)
{
  gboolean by_id = am_reader_has_member (object, "relation");
  gboolean has_from = am_reader_has_member (object, "from"), has_to = am_reader_has_member (object, "to");
  AmSpan where = am_locate_value (reader->source, pair->at);
  g_autofree char *around = am_reader_describe (reader);
  g_autofree char *owner = g_strdup_printf ("%s %s", reader->shape->is_thing ? "an undercut of" : "a pair in", around);

  if (by_id && (has_from || has_to))
    {
      am_reader_lose (reader);
      am_report_add (reader->report, AM_RULE_INVALID_VALUE, where, am_reader_subject (reader),
                     "%s names its relation both by \"relation\" and by \"from\" and \"to\"", owner);
    }
  else if (!by_id && !(has_from && has_to))
    {
      AmFinding *finding = am_report_add (reader->report, AM_RULE_MISSING_FIELD, where, am_reader_subject (reader),
                                          "%s has no \"%s\"", owner, !has_from ? "from" : "to");
      am_finding_help (finding, AM_SPAN_NONE,
                       "name the relation that it attacks: {\"from\": id, \"to\": id}, or {\"relation\": id}");
    }
  return pair->relation.id != NULL || (pair->from.id != NULL && (pair->to.id != NULL || pair->to_pair != AM_NONE));
}

/* "to": an id, or a pair of its own. The scanner bounds the nesting, and with it this recursion, at 64. */
static void
read_pair_target (Reader *reader, const cJSON *value, const Field *field, gpointer record)
{
  AmPair *pair = (AmPair *) ((char *) record + field->offset);

  if (cJSON_IsString (value))
    {
      pair->to = (AmRef) { am_reader_keep (reader, value), am_reader_at (reader), AM_NONE };
      reader->next++;
      return;
    }
  if (!cJSON_IsObject (value))
    {
      am_reader_wrong_type (reader, value, field->name, "an id, or an object with \"from\" and \"to\"");
      return;
    }
  AmPair inner = start_pair (reader);
  am_reader_object (reader, value, field->detail, &inner);
  if (!check_pair (reader, value, &inner))
    return;
  pair->to_pair = reader->map->pairs->len;
  g_array_append_val (reader->map->pairs, inner);
}

static void
read_undercuts (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  if (!am_reader_begin_list (reader, value, field->name, "a list of objects with \"from\" and \"to\""))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      Undercut undercut = { start_relation (reader, AM_RELATION_UNDERCUT), start_pair (reader) };
      if (!cJSON_IsObject (child))
        {
          am_reader_wrong_item (reader, child, field->name, "objects with \"from\" and \"to\"");
          continue;
        }
      am_reader_object (reader, child, field->detail, &undercut);
      if (!check_pair (reader, child, &undercut.pair))
        {
          am_reader_lose (reader);
          continue;
        }
      undercut.base.to_pair = reader->map->pairs->len;
      g_array_append_val (reader->map->pairs, undercut.pair);
      g_array_append_val (reader->map->relations, undercut.base);
    }
}

/* --- claims and rebuttals --- */

/* In the order in which they are best read: what is said and by whom, what it bears on, where it can be read, the rest. */
#define CLAIM_FIELDS                                                                                                   \
  FIELD (AmClaim, id, am_read_id, FIELD_REQUIRED, NULL),                                                               \
      FIELD (AmClaim, text, am_read_text, FIELD_REQUIRED | FIELD_NOT_BLANK, NULL),                                     \
      FIELD (AmClaim, label, am_read_short_text, FIELD_NOT_BLANK, &longest_label),                                     \
      FIELD (AmClaim, kind, am_read_word, 0, am_claim_kind_words),                                                     \
      FIELD (AmClaim, issue, am_read_word, 0, am_issue_words), FIELD (AmClaim, by, am_read_refs, 0, NULL),             \
      FIELD_AS ("supports", AmClaim, relations, read_supports, FIELD_OBJECTS, &target_shape)
#define CLAIM_OTHER_FIELDS                                                                                             \
  FIELD (AmClaim, evidence, am_read_evidence, FIELD_OBJECTS, &am_evidence_shape),                                      \
      FIELD (AmClaim, confidence, am_read_fraction, 0, NULL), FIELD (AmClaim, open, am_read_boolean, 0, NULL),         \
      FIELD (AmClaim, implicit, am_read_boolean, 0, NULL), FIELD (AmClaim, tags, am_read_texts, 0, NULL),              \
      FIELD (AmClaim, note, am_read_text, 0, NULL)

static const Field claim_fields[] = { CLAIM_FIELDS, CLAIM_OTHER_FIELDS };
/* What belongs to a relation is easily written beside it. */
#define RELATION_HINT "it belongs to a relation: \"supports\": [{\"claim\": id, …}]"
#define RELATION_MISPLACED                                                                                             \
  { "with", NULL, 0, 0, RELATION_HINT }, { "scheme", NULL, 0, 0, RELATION_HINT },                                      \
      { "strength", NULL, 0, 0, RELATION_HINT }, { "warrant", NULL, 0, 0, RELATION_HINT }

/* Other notations let a claim say what bears on it; here each relation stands with the claim that it leads from. */
#define SUPPORTED_HINT "a relation stands with the claim that it leads from: write \"supports\" there"
#define ATTACKED_HINT "an attack stands with the rebuttal that makes it: write \"rebuts\" there"
#define UNDERCUT_HINT "an attack stands with the rebuttal that makes it: write \"undercuts\" there"
#define SPEAKER_HINT "who asserts it goes under \"by\", by the id of a stakeholder"
#define CITE_HINT "a source is cited under \"evidence\": [{\"source\": id}]"
#define WORDING_HINT "what the claim says goes under \"text\""
#define INCOMING_MISPLACED                                                                                             \
  { "supported_by", NULL, 0, 0, SUPPORTED_HINT }, { "supportedBy", NULL, 0, 0, SUPPORTED_HINT },                       \
      { "because", NULL, 0, 0, SUPPORTED_HINT }, { "reasons", NULL, 0, 0, SUPPORTED_HINT },                            \
      { "premises", NULL, 0, 0, SUPPORTED_HINT }, { "pros", NULL, 0, 0, SUPPORTED_HINT },                              \
      { "attacked_by", NULL, 0, 0, ATTACKED_HINT }, { "attackedBy", NULL, 0, 0, ATTACKED_HINT },                       \
      { "rebutted_by", NULL, 0, 0, ATTACKED_HINT }, { "rebuttedBy", NULL, 0, 0, ATTACKED_HINT },                       \
      { "rebuttals", NULL, 0, 0, ATTACKED_HINT }, { "objections", NULL, 0, 0, ATTACKED_HINT },                         \
      { "cons", NULL, 0, 0, ATTACKED_HINT }, { "undercut_by", NULL, 0, 0, UNDERCUT_HINT },                             \
      { "undercutBy", NULL, 0, 0, UNDERCUT_HINT }

/* Other names for what the format has. */
#define OTHERWISE_NAMED                                                                                                \
  { "author", NULL, 0, 0, SPEAKER_HINT }, { "speaker", NULL, 0, 0, SPEAKER_HINT },                                     \
      { "stakeholder", NULL, 0, 0, SPEAKER_HINT }, { "stakeholders", NULL, 0, 0, SPEAKER_HINT },                       \
      { "source", NULL, 0, 0, CITE_HINT }, { "sources", NULL, 0, 0, CITE_HINT }, { "url", NULL, 0, 0, CITE_HINT },     \
      { "src", NULL, 0, 0, CITE_HINT },                                                                               \
      { "quote", NULL, 0, 0, CITE_HINT }, { "title", NULL, 0, 0, WORDING_HINT },                                       \
      { "statement", NULL, 0, 0, WORDING_HINT }, { "content", NULL, 0, 0, WORDING_HINT }

static const Field claim_misplaced[] = {
  RELATION_MISPLACED,
  INCOMING_MISPLACED,
  OTHERWISE_NAMED,
  { "attacks", NULL, 0, 0, "what attacks is a rebuttal: move it to \"rebuttals\", and write \"rebuts\" there" },
  { "rebuts", NULL, 0, 0, "what attacks is a rebuttal: move it to \"rebuttals\"" },
  { "undercuts", NULL, 0, 0, "what attacks is a rebuttal: move it to \"rebuttals\"" },
  { NULL, NULL, 0, 0, NULL },
};
const Shape am_claim_shape = SHAPE ("claim", TRUE, claim_fields, claim_misplaced);

static const Field rebuttal_fields[] = {
  CLAIM_FIELDS,
  FIELD_AS ("rebuts", AmClaim, relations, read_rebuts, FIELD_OBJECTS, &target_shape),
  FIELD_AS ("undercuts", AmClaim, relations, read_undercuts, FIELD_OBJECTS, &undercut_shape),
  CLAIM_OTHER_FIELDS,
};
static const Field rebuttal_misplaced[] = {
  RELATION_MISPLACED,
  INCOMING_MISPLACED,
  OTHERWISE_NAMED,
  { "attacks", NULL, 0, 0, "what denies a claim is \"rebuts\"; what denies that one follows from another, \"undercuts\"" },
  { NULL, NULL, 0, 0, NULL },
};
const Shape am_rebuttal_shape = SHAPE ("rebuttal", TRUE, rebuttal_fields, rebuttal_misplaced);

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
    am_report_add (reader->report, AM_RULE_INVALID_VALUE, am_locate_key (reader->source, claim->at, "open"),
                   claim->id, "%s \"%s\" is open, so it cannot have evidence of its own", am_role_word (claim->role), claim->id);
}

void
am_read_claims (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of claims", start_claim, finish_claim };
  AmClaim scratch;
  am_read_records (reader, value, field, &list, reader->map->claims, &scratch);
}

void
am_read_rebuttals (Reader *reader, const cJSON *value, const Field *field, G_GNUC_UNUSED gpointer record)
{
  static const RecordList list = { "a list of rebuttals", start_rebuttal, finish_claim };
  AmClaim scratch;
  am_read_records (reader, value, field, &list, reader->map->claims, &scratch);
}
