#include "report/schema/schema.h"

#include "base/json.h"
#include "base/rules.h"
#include "model/members.h"
#include "report/schema/patterns.h"

#define LINES 6 /* containers as deep as this have a line for each entry */

/* --- what members refer to --- */

static const struct
{
  const char *name, *title, *description, *pattern, *examples;
} forms[] = {
  { "seen", "Text", "A text of which something is seen.", SEEN_PATTERN, NULL },
  { "id", "Id",
    "1 to 64 of a-z, 0-9, \".\", \"_\" and \"-\", beginning with a letter or digit; unique in the "
    "map.",
    ID_PATTERN, "[\"jams\"]" },
  { "claimId", "Claim or rebuttal", "The id of a claim or rebuttal.", NULL, "[\"charge\"]" },
  { "stakeholderId", "Stakeholder", "The id of a stakeholder.", NULL, "[\"council\"]" },
  { "sourceId", "Source", "The id of a source.", NULL, "[\"survey\"]" },
  { "date", "Date", "YYYY, YYYY-MM or YYYY-MM-DD.", DATE_PATTERN,
    "[\"2026\", \"2026-05\", \"2026-05-04\"]" },
  { "url", "URL", "A complete http, https or mailto URL.", URL_PATTERN,
    "[\"https://example.org/report\", \"mailto:name@example.org\"]" },
};

static void
write_forms (AmJson *json)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      am_json_object (json, forms[i].name);
      am_json_text (json, "title", forms[i].title);
      am_json_text (json, "description", forms[i].description);
      am_json_text (json, "type", "string");
      if (forms[i].pattern != NULL)
        am_json_text (json, "pattern", forms[i].pattern);
      if (forms[i].examples != NULL)
        am_json_literal (json, "examples", forms[i].examples);
      am_json_end (json);
    }
}

/* { "$ref": … }; @name is NULL in an array. */
static void
write_ref (AmJson *json, const char *name, const char *definition)
{
  g_autofree char *ref = g_strconcat ("#/definitions/", definition, NULL);

  am_json_object (json, name);
  am_json_text (json, "$ref", ref);
  am_json_end (json);
}

/* The definition of what the member is, or each entry of it; NULL when it has none. */
static const char *
definition_of (const AmMember *member)
{
  static const char *const ids[] = { [AM_ENTITY_NONE] = NULL,
                                     [AM_ENTITY_STAKEHOLDER] = "stakeholderId",
                                     [AM_ENTITY_CLAIM] = "claimId",
                                     [AM_ENTITY_SOURCE] = "sourceId",
                                     [AM_ENTITY_RELATION] = "id" };

  switch (member->type)
    {
    case AM_MEMBER_ID:
    case AM_MEMBER_SLUG:
      return "id";
    case AM_MEMBER_URL:
      return "url";
    case AM_MEMBER_DATE:
      return "date";
    default:
      return member->holds != AM_OBJECT_NONE ? am_object (member->holds)->name
                                             : ids[member->leads_to];
    }
}

/* --- types --- */

static void
write_choice (AmJson *json, const char *word, const char *meaning)
{
  am_json_object (json, NULL);
  am_json_text (json, "const", word);
  am_json_text (json, "description", meaning);
  am_json_end (json);
}

static void
write_words (AmJson *json, const AmMember *member)
{
  am_json_array (json, "oneOf");
  for (guint i = 1; member->words[i] != NULL; i++)
    write_choice (json, member->words[i], member->meanings[i]);
  am_json_end (json);
}

static void
write_rules (AmJson *json)
{
  am_json_array (json, "oneOf");
  for (guint i = 0; i < AM_N_RULES; i++)
    write_choice (json, am_rule_info ((AmRule) i)->slug, am_rule_info ((AmRule) i)->title);
  am_json_end (json);
}

static void
write_text (AmJson *json, const AmMember *member)
{
  am_json_text (json, "type", "string");
  if (member->type == AM_MEMBER_SHORT_TEXT)
    {
      g_autofree char *pattern = g_strdup_printf (SHORT_TEXT_PATTERN, member->most);
      am_json_text (json, "pattern", pattern);
    }
  else if (member->type == AM_MEMBER_LANGUAGE)
    am_json_text (json, "pattern", LANGUAGE_PATTERN);
  else if (member->type == AM_MEMBER_RULE)
    write_rules (json);
  else if ((member->flags & AM_MEMBER_SEEN) != 0)
    am_json_literal (json, "allOf", "[{\"$ref\": \"#/definitions/seen\"}]");
}

static void
write_list (AmJson *json, const AmMember *member)
{
  am_json_text (json, "type", "array");
  if (member->type == AM_MEMBER_REF_OR_REFS)
    am_json_count (json, "minItems", 1);
  if (member->type == AM_MEMBER_TEXTS)
    am_json_literal (json, "items",
                     "{\"type\": \"string\", \"allOf\": [{\"$ref\": \"#/definitions/seen\"}]}");
  else
    write_ref (json, "items", definition_of (member));
}

/* An id of a claim, or something else. */
static void
begin_id_or (AmJson *json)
{
  am_json_array (json, "oneOf");
  write_ref (json, NULL, "claimId");
}

static void
write_type (AmJson *json, const AmMember *member)
{
  switch (member->type)
    {
    case AM_MEMBER_WORD:
      write_words (json, member);
      return;
    case AM_MEMBER_NUMBER:
      am_json_text (json, "type", "number");
      am_json_count (json, "minimum", 0);
      am_json_count (json, "maximum", 1);
      return;
    case AM_MEMBER_FLAG:
      am_json_text (json, "type", "boolean");
      return;
    case AM_MEMBER_VERSION:
      am_json_count (json, "const", 1);
      return;
    case AM_MEMBER_REF_OR_REFS:
      begin_id_or (json);
      am_json_object (json, NULL);
      write_list (json, member);
      am_json_end (json);
      am_json_end (json);
      return;
    case AM_MEMBER_PAIR:
      begin_id_or (json);
      write_ref (json, NULL, definition_of (member));
      am_json_end (json);
      return;
    default:
      if (am_member_is_text (member) || member->type == AM_MEMBER_REF
          || member->type == AM_MEMBER_SCHEMA)
        write_text (json, member);
      else
        write_list (json, member);
    }
}

/* --- objects --- */

/* Whether the value is just what its definition says. */
static gboolean
is_defined (const AmMember *member)
{
  return definition_of (member) != NULL
      && (am_member_is_text (member) || member->type == AM_MEMBER_REF
          || member->type == AM_MEMBER_EXPECT);
}

static void
write_member (AmJson *json, const AmMember *member)
{
  if (is_defined (member) && member->description == NULL)
    {
      write_ref (json, member->name, definition_of (member));
      return;
    }
  am_json_object (json, member->name);
  if (member->title != NULL)
    am_json_text (json, "title", member->title);
  am_json_text (json, "description", member->description);
  if (is_defined (member)) /* beside a reference nothing counts */
    {
      am_json_array (json, "allOf");
      write_ref (json, NULL, definition_of (member));
      am_json_end (json);
    }
  else
    write_type (json, member);
  if (member->otherwise != NULL)
    am_json_literal (json, "default", member->otherwise);
  if (member->examples != NULL)
    am_json_literal (json, "examples", member->examples);
  am_json_end (json);
}

/* What members have to do with each other. */
static const struct
{
  AmObjectKind object;
  const char *keyword, *schemas;
} conditions[] = {
#define NAMES_A_RELATION                                                                           \
  "[{\"required\": [\"from\", \"to\"], \"properties\": {\"from\": true, \"to\": true, "            \
  "\"relation\": false}}, "                                                                        \
  "{\"required\": [\"relation\"], \"properties\": {\"from\": false, \"to\": false, \"relation\": " \
  "true}}]"
#define OPEN_WITHOUT_EVIDENCE                                                                      \
  "[{\"not\": {\"properties\": {\"open\": {\"const\": true}, \"evidence\": {\"type\": \"array\", " \
  "\"minItems\": 1}}, "                                                                            \
  "\"required\": [\"open\", \"evidence\"]}}]"
  { AM_OBJECT_PAIR, "oneOf", NAMES_A_RELATION },
  { AM_OBJECT_UNDERCUT, "oneOf", NAMES_A_RELATION },
  { AM_OBJECT_CLAIM, "allOf", OPEN_WITHOUT_EVIDENCE },
  { AM_OBJECT_REBUTTAL, "allOf", OPEN_WITHOUT_EVIDENCE },
  { AM_OBJECT_REBUTTAL, "anyOf",
    "[{\"required\": [\"rebuts\"], \"properties\": {\"rebuts\": {\"type\": \"array\", "
    "\"minItems\": 1}}}, "
    "{\"required\": [\"undercuts\"], \"properties\": {\"undercuts\": {\"type\": \"array\", "
    "\"minItems\": 1}}}]" },
  { AM_OBJECT_SOURCE, "anyOf",
    "[{\"required\": [\"title\"], \"properties\": {\"title\": true}}, {\"required\": [\"url\"], "
    "\"properties\": {\"url\": true}}]" },
};

static void
write_required (AmJson *json, const AmObject *object)
{
  guint count = 0;

  for (guint i = 0; i < object->n_members; i++)
    if ((object->members[i]->flags & AM_MEMBER_REQUIRED) != 0)
      {
        if (count++ == 0)
          am_json_array (json, "required");
        am_json_text (json, NULL, object->members[i]->name);
      }
  if (count > 0)
    am_json_end (json);
}

/* What an object may hold: the entries of a schema. */
static void
write_object (AmJson *json, const AmObject *object)
{
  am_json_text (json, "title", object->title);
  am_json_text (json, "description", object->description);
  am_json_text (json, "type", "object");
  am_json_object (json, "properties");
  for (guint i = 0; i < object->n_members; i++)
    write_member (json, object->members[i]);
  am_json_end (json);
  write_required (json, object);
  am_json_flag (json, "additionalProperties", FALSE);
  am_json_literal (json, "patternProperties",
                   "{\"^x-.\": {\"description\": \"Of your own: kept, never read.\"}}");
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].object == object->kind)
      am_json_literal (json, conditions[i].keyword, conditions[i].schemas);
}

static void
write_definition (AmJson *json, const AmObject *object)
{
  am_json_object (json, object->name);
  if (object->kind == AM_OBJECT_TARGET)
    {
      am_json_text (json, "title", "Target");
      am_json_text (json, "description", "An id, or an object where the relation needs more.");
      begin_id_or (json);
      am_json_object (json, NULL);
      write_object (json, object);
      am_json_end (json);
      am_json_end (json);
    }
  else
    write_object (json, object);
  am_json_end (json);
}

void
am_schema_write (GString *out)
{
  AmJson json = { .out = out, .lines = LINES, .spaced = TRUE };

  am_json_object (&json, NULL);
  am_json_text (&json, "$schema", "http://json-schema.org/draft-07/schema#");
  write_object (&json, am_object (AM_OBJECT_MAP));
  am_json_object (&json, "definitions");
  write_forms (&json);
  for (guint kind = AM_OBJECT_MAP + 1; kind < AM_N_OBJECTS; kind++)
    if (am_object ((AmObjectKind) kind)->title != NULL)
      write_definition (&json, am_object ((AmObjectKind) kind));
  am_json_end (&json);
  am_json_end (&json);
  g_string_append_c (out, '\n');
}
