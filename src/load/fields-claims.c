#include "load/fields.h"

#include "base/place.h"

#include <math.h>

/* --- evidence --- */

void
am_start_evidence (Reader *reader, gpointer record)
{
  *(AmEvidence *) record = (AmEvidence){ .at = am_reader_at (reader) };
}

/* --- relations --- */

/* The claim that is being read is appended after its relations, so its index is the number of
 * claims before it. */
static AmRelation
start_relation (const Reader *reader, AmRelationKind kind)
{
  return (AmRelation){ .at = am_reader_at (reader),
                       .kind = kind,
                       .from = reader->map->claims->len,
                       .to_pair = AM_NONE,
                       .to_relation = AM_NONE,
                       .strength = NAN };
}

static void
read_targets (Reader *reader, const cJSON *value, const AmMember *field, AmRelationKind kind)
{
  if (!am_reader_begin_list (reader, value, field->name, "a list of targets"))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      AmRelation relation = start_relation (reader, kind);
      if (cJSON_IsString (child))
        {
          relation.to = (AmRef){ am_reader_keep (reader, child), relation.at, AM_NONE };
          reader->next++;
        }
      else if (!cJSON_IsObject (child))
        {
          am_reader_wrong_item (reader, child, field->name, "ids, and objects with a \"claim\"");
          continue;
        }
      else
        am_reader_object (reader, child, am_object (field->holds), &relation);
      if (relation.to.id != NULL)
        g_array_append_val (reader->map->relations, relation);
      else
        am_reader_lose (reader);
    }
}

void
am_read_supports (Reader *reader, const cJSON *value, const AmMember *field,
                  G_GNUC_UNUSED gpointer record)
{
  read_targets (reader, value, field, AM_RELATION_SUPPORT);
}

void
am_read_rebuts (Reader *reader, const cJSON *value, const AmMember *field,
                G_GNUC_UNUSED gpointer record)
{
  read_targets (reader, value, field, AM_RELATION_REBUT);
}

/* --- undercuts --- */

static AmPair
start_pair (const Reader *reader)
{
  return (AmPair){ .at = am_reader_at (reader), .to_pair = AM_NONE };
}

/* A pair names a relation in one of two ways, and in full. FALSE when it names none; that has been
   reported, here or where a member of it could not be read. */
static gboolean
check_pair (Reader *reader, const cJSON *object, const AmPair *pair)
{
  gboolean by_id = cJSON_GetObjectItemCaseSensitive (object, "relation") != NULL;
  gboolean has_from = cJSON_GetObjectItemCaseSensitive (object, "from") != NULL,
           has_to = cJSON_GetObjectItemCaseSensitive (object, "to") != NULL;
  AmSpan where = am_locate_value (reader->source, pair->at);
  g_autofree char *around = am_reader_describe (reader);
  g_autofree char *owner =
      g_strdup_printf ("%s %s", reader->shape->is_thing ? "an undercut of" : "a pair in", around);

  if (by_id && (has_from || has_to))
    {
      am_reader_lose (reader);
      am_report_add (reader->report, AM_RULE_INVALID_VALUE, where, am_reader_subject (reader),
                     "%s names its relation both by \"relation\" and by \"from\" and \"to\"",
                     owner);
    }
  else if (!by_id && !(has_from && has_to))
    {
      AmFinding *finding =
          am_report_add (reader->report, AM_RULE_MISSING_FIELD, where, am_reader_subject (reader),
                         "%s has no \"%s\"", owner, !has_from ? "from" : "to");
      am_finding_help (
          finding, AM_SPAN_NONE,
          "name the relation that it attacks: {\"from\": id, \"to\": id}, or {\"relation\": id}");
    }
  return pair->relation.id != NULL
      || (pair->from.id != NULL && (pair->to.id != NULL || pair->to_pair != AM_NONE));
}

/* "to": an id, or a pair of its own. The scanner bounds the nesting, and with it this recursion,
 * at 64. */
void
am_read_pair (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmPair *pair = &AM_MEMBER_VALUE (AmPair, field, record);

  if (cJSON_IsString (value))
    {
      pair->to = (AmRef){ am_reader_keep (reader, value), am_reader_at (reader), AM_NONE };
      reader->next++;
      return;
    }
  if (!cJSON_IsObject (value))
    {
      am_reader_wrong_type (reader, value, field->name,
                            "an id, or an object with \"from\" and \"to\"");
      return;
    }
  AmWrittenRelation inner = { .pair = start_pair (reader) };
  am_reader_object (reader, value, am_object (field->holds), &inner);
  if (!check_pair (reader, value, &inner.pair))
    return;
  pair->to_pair = reader->map->pairs->len;
  g_array_append_val (reader->map->pairs, inner.pair);
}

void
am_read_undercuts (Reader *reader, const cJSON *value, const AmMember *field,
                   G_GNUC_UNUSED gpointer record)
{
  if (!am_reader_begin_list (reader, value, field->name,
                             "a list of objects with \"from\" and \"to\""))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      AmWrittenRelation undercut = { start_relation (reader, AM_RELATION_UNDERCUT),
                                     start_pair (reader) };
      if (!cJSON_IsObject (child))
        {
          am_reader_wrong_item (reader, child, field->name, "objects with \"from\" and \"to\"");
          continue;
        }
      am_reader_object (reader, child, am_object (field->holds), &undercut);
      if (!check_pair (reader, child, &undercut.pair))
        {
          am_reader_lose (reader);
          continue;
        }
      undercut.relation.to_pair = reader->map->pairs->len;
      g_array_append_val (reader->map->pairs, undercut.pair);
      g_array_append_val (reader->map->relations, undercut.relation);
    }
}

/* --- claims and rebuttals --- */

void
am_start_claim (Reader *reader, gpointer record)
{
  *(AmClaim *) record = (AmClaim){ .at = am_reader_at (reader),
                                   .role = AM_ROLE_CLAIM,
                                   .id = "",
                                   .text = "",
                                   .confidence = NAN,
                                   .relations = { reader->map->relations->len, 0 } };
  reader->lost = FALSE;
}

void
am_start_rebuttal (Reader *reader, gpointer record)
{
  am_start_claim (reader, record);
  ((AmClaim *) record)->role = AM_ROLE_REBUTTAL;
}

void
am_finish_claim (Reader *reader, G_GNUC_UNUSED const cJSON *value, gpointer record)
{
  AmClaim *claim = record;

  claim->relations.count = reader->map->relations->len - claim->relations.start;
  claim->partial = reader->lost;
  if (claim->open && claim->evidence.count > 0)
    am_report_add (reader->report, AM_RULE_INVALID_VALUE,
                   am_locate_key (reader->source, claim->at, "open"), claim->id,
                   "%s \"%s\" is open, so it cannot have evidence of its own",
                   am_role_word (claim->role), claim->id);
}
