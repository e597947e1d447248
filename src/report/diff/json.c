/* Changes as JSON. docs/diff.md describes the shape; a change that readers would notice raises VERSION. */

#include "report/diff/parts.h"
#include "report/document/json.h"

#include <math.h>

#define VERSION 1

/* --- outcomes --- */

static void
add_verdict (cJSON *object, const char *name, gboolean there, const AmVerdict *verdict)
{
  if (!there)
    {
      cJSON_AddNullToObject (object, name);
      return;
    }
  cJSON *item = cJSON_AddObjectToObject (object, name);
  cJSON_AddStringToObject (item, "label", am_label_word (verdict->label));
  cJSON_AddStringToObject (item, "outcome", am_outcome_word (verdict->outcome));
  cJSON_AddItemToObject (item, "reasons", am_json_tally (&verdict->reasons));
  cJSON_AddItemToObject (item, "objections", am_json_tally (&verdict->objections));
}

static const char *
claim_id (const AmMap *map, guint32 claim)
{
  return claim != AM_NONE ? am_map_claim (map, claim)->id : NULL;
}

static void
add_outcome (cJSON *object, const AmChanges *c)
{
  cJSON *outcome = cJSON_AddObjectToObject (object, "outcome");
  cJSON_AddBoolToObject (outcome, "changed", c->comparison->outcome_changed);
  cJSON *theses = cJSON_AddArrayToObject (outcome, "theses");

  for (guint i = 0; i < c->comparison->theses->len; i++)
    {
      const AmThesisChange *thesis = &g_array_index (c->comparison->theses, AmThesisChange, i);
      cJSON *item = cJSON_CreateObject ();
      am_json_add_text (item, "old_id", claim_id (c->old_map, thesis->old_claim));
      am_json_add_text (item, "new_id", claim_id (c->new_map, thesis->new_claim));
      add_verdict (item, "before", thesis->old_claim != AM_NONE, &thesis->before);
      add_verdict (item, "after", thesis->new_claim != AM_NONE, &thesis->after);
      cJSON_AddItemToArray (theses, item);
    }
}

/* --- what becomes of claims --- */

static void
add_statuses (cJSON *object, const AmChanges *c)
{
  cJSON *list = cJSON_AddArrayToObject (object, "statuses");

  for (guint i = 0; i < c->comparison->statuses->len; i++)
    {
      const AmStatusChange *status = &g_array_index (c->comparison->statuses, AmStatusChange, i);
      cJSON *item = cJSON_CreateObject ();
      cJSON_AddStringToObject (item, "id", claim_id (c->new_map, status->new_claim));
      cJSON_AddStringToObject (item, "before", am_label_word (status->before));
      cJSON_AddStringToObject (item, "after", am_label_word (status->after.label));
      cJSON_AddStringToObject (item, "reason", am_why_word (status->after.why));
      cJSON_AddItemToArray (list, item);
    }
}

static void
add_ids (cJSON *object, const char *name, const AmMap *map, const GArray *claims)
{
  cJSON *list = cJSON_AddArrayToObject (object, name);

  for (guint i = 0; i < claims->len; i++)
    cJSON_AddItemToArray (list, cJSON_CreateString (claim_id (map, g_array_index (claims, guint32, i))));
}

static void
add_stances (cJSON *object, const AmChanges *c)
{
  cJSON *list = cJSON_AddArrayToObject (object, "stances");

  for (guint i = 0; i < c->difference->stances->len; i++)
    {
      const AmStanceChange *stance = &g_array_index (c->difference->stances, AmStanceChange, i);
      const AmPosition *before = stance->old_position != AM_NONE ? am_map_position (c->old_map, stance->old_position) : NULL;
      const AmPosition *after = stance->new_position != AM_NONE ? am_map_position (c->new_map, stance->new_position) : NULL;
      const AmPosition *there = after != NULL ? after : before;
      cJSON *item = cJSON_CreateObject ();
      g_assert (there != NULL);
      cJSON_AddStringToObject (item, "stakeholder", am_map_stakeholder (c->new_map, stance->new_stakeholder)->id);
      am_json_add_text (item, "claim", there->claim.id);
      am_json_add_text (item, "before", before != NULL ? am_stance_words[before->stance] : NULL);
      am_json_add_text (item, "after", after != NULL ? am_stance_words[after->stance] : NULL);
      cJSON_AddBoolToObject (item, "flipped", before != NULL && after != NULL && am_stance_is_flipped (before->stance, after->stance));
      cJSON_AddItemToArray (list, item);
    }
}

/* --- members --- */

static cJSON *
evidence_item (const AmEvidence *evidence)
{
  cJSON *item = cJSON_CreateObject ();

  am_json_add_text (item, "source", evidence->source.id);
  if (evidence->quote != NULL)
    cJSON_AddStringToObject (item, "quote", evidence->quote);
  if (evidence->locator != NULL)
    cJSON_AddStringToObject (item, "locator", evidence->locator);
  if (evidence->note != NULL)
    cJSON_AddStringToObject (item, "note", evidence->note);
  return item;
}

static cJSON *
position_item (const AmMap *map, const AmPosition *position)
{
  cJSON *item = cJSON_CreateObject (), *list;

  am_json_add_text (item, "claim", position->claim.id);
  cJSON_AddStringToObject (item, "stance", am_stance_words[position->stance]);
  if (position->evidence.count == 0)
    return item;
  list = cJSON_AddArrayToObject (item, "evidence");
  for (guint32 i = 0; i < position->evidence.count; i++)
    cJSON_AddItemToArray (list, evidence_item (am_map_evidence (map, position->evidence.start + i)));
  return item;
}

static cJSON *
ignore_item (const AmIgnore *ignore)
{
  cJSON *item = cJSON_CreateObject ();

  am_json_add_text (item, "rule", ignore->rule);
  if (ignore->thing.id != NULL)
    cJSON_AddStringToObject (item, "at", ignore->thing.id);
  am_json_add_text (item, "reason", ignore->reason);
  return item;
}

static cJSON *
text_item (const char *text)
{
  return text != NULL && text[0] != '\0' ? cJSON_CreateString (text) : cJSON_CreateNull ();
}

static cJSON *
entry_item (const AmMap *map, const AmMember *member, guint32 place)
{
  switch (member->type)
    {
    case AM_MEMBER_REFS:
      return text_item (am_map_ref (map, place)->id);
    case AM_MEMBER_EVIDENCE:
      return evidence_item (am_map_evidence (map, place));
    case AM_MEMBER_POSITIONS:
      return position_item (map, am_map_position (map, place));
    case AM_MEMBER_IGNORES:
      return ignore_item (am_map_ignore (map, place));
    case AM_MEMBER_STRINGS:
    default:
      return cJSON_CreateString (*am_map_string (map, place));
    }
}

/* As it stands in the file; null where it is left out. */
static cJSON *
value_item (const AmMap *map, const AmMember *member, AmEntityKind kind, guint32 index)
{
  gconstpointer record = am_member_record (map, kind, index);

  switch (member->type)
    {
    case AM_MEMBER_NUMBER:
      return isnan (am_member_number (member, record)) ? cJSON_CreateNull () : cJSON_CreateNumber (am_member_number (member, record));
    case AM_MEMBER_FLAG:
      return cJSON_CreateBool (am_member_flag (member, record));
    case AM_MEMBER_REF:
      return text_item (am_member_ref (member, record)->id);
    case AM_MEMBER_CARRIER:
      return text_item (claim_id (map, am_map_relation (map, index)->from));
    case AM_MEMBER_TARGET:
      return am_json_target (map, am_map_relation (map, index));
    default:
      return text_item (am_member_text (member, record));
    }
}

static gboolean
is_list (const AmMember *member)
{
  return member->type == AM_MEMBER_STRINGS || member->type == AM_MEMBER_REFS || member->type == AM_MEMBER_EVIDENCE
         || member->type == AM_MEMBER_POSITIONS || member->type == AM_MEMBER_IGNORES;
}

static void
add_words (cJSON *object, const char *before, const char *after)
{
  static const char *const names[] = { [AM_EDIT_SAME] = "same", [AM_EDIT_REMOVED] = "removed", [AM_EDIT_ADDED] = "added" };
  g_autoptr (GArray) edits = am_edits_new (before, after);
  cJSON *words = cJSON_AddArrayToObject (object, "words");

  for (guint i = 0; i < edits->len; i++)
    {
      const AmEdit *edit = &g_array_index (edits, AmEdit, i);
      cJSON *item = cJSON_CreateObject ();
      cJSON_AddStringToObject (item, names[edit->kind], edit->text);
      cJSON_AddItemToArray (words, item);
    }
}

static void
add_entries (cJSON *object, const char *name, const AmChanges *c, const AmMap *map, const AmMember *member, AmRange places)
{
  cJSON *list = cJSON_AddArrayToObject (object, name);

  for (guint32 i = 0; i < places.count; i++)
    cJSON_AddItemToArray (list, entry_item (map, member, am_difference_place (c->difference, places, i)));
}

static cJSON *
member_item (const AmChanges *c, const AmChange *change, const AmMemberChange *member)
{
  cJSON *item = cJSON_CreateObject ();

  cJSON_AddStringToObject (item, "member", member->member->name);
  if (is_list (member->member))
    {
      add_entries (item, "removed", c, c->old_map, member->member, member->removed);
      add_entries (item, "added", c, c->new_map, member->member, member->added);
      return item;
    }
  cJSON_AddItemToObject (item, "before", value_item (c->old_map, member->member, change->kind, change->old_index));
  cJSON_AddItemToObject (item, "after", value_item (c->new_map, member->member, change->kind, change->new_index));
  if (member->member->type == AM_MEMBER_TEXT)
    add_words (item, am_member_text (member->member, am_member_record (c->old_map, change->kind, change->old_index)),
               am_member_text (member->member, am_member_record (c->new_map, change->kind, change->new_index)));
  return item;
}

/* --- things --- */

static const char *
thing_id (const AmMap *map, AmEntityKind kind, guint32 index)
{
  if (index == AM_NONE || kind == AM_ENTITY_NONE)
    return NULL;
  switch (kind)
    {
    case AM_ENTITY_STAKEHOLDER:
      return am_map_stakeholder (map, index)->id;
    case AM_ENTITY_CLAIM:
      return am_map_claim (map, index)->id;
    case AM_ENTITY_SOURCE:
      return am_map_source (map, index)->id;
    case AM_ENTITY_NONE:
    case AM_ENTITY_RELATION:
    default:
      return am_map_relation (map, index)->id;
    }
}

static void
add_what (cJSON *item, const AmMap *map, AmEntityKind kind, guint32 index)
{
  if (kind == AM_ENTITY_CLAIM)
    cJSON_AddStringToObject (item, "text", am_map_claim (map, index)->text);
  else if (kind == AM_ENTITY_STAKEHOLDER)
    cJSON_AddStringToObject (item, "name", am_map_stakeholder (map, index)->name);
  else if (kind == AM_ENTITY_SOURCE)
    am_json_add_text (item, "title", am_map_source (map, index)->title);
  else if (kind == AM_ENTITY_RELATION)
    {
      const AmRelation *relation = am_map_relation (map, index);
      cJSON_AddStringToObject (item, "type", am_relation_word (relation->kind));
      cJSON_AddStringToObject (item, "from", am_map_claim (map, relation->from)->id);
      cJSON_AddItemToObject (item, "to", am_json_target (map, relation));
    }
}

/* Whether it stands in the item of the thing already. */
static gboolean
is_told (const AmMember *member, AmEntityKind kind)
{
  static const char *const relation[] = { "id", "kind", "from", "to", NULL }, *const claim[] = { "id", "role", "text", NULL },
                           *const other[] = { "id", "name", "title", NULL };
  return g_strv_contains (kind == AM_ENTITY_RELATION ? relation : kind == AM_ENTITY_CLAIM ? claim : other, member->name);
}

/* All that a thing has that is only in one of the maps: as what was added, or removed. */
static void
add_record (cJSON *members, const AmMap *map, AmEntityKind kind, guint32 index, gboolean removed)
{
  for (const AmMember *member = am_members_of (kind); member->name != NULL; member++)
    {
      gboolean list = is_list (member);
      AmRange entries = list ? am_member_range (member, am_member_record (map, kind, index)) : (AmRange) { 0, 0 };
      cJSON *value = list ? NULL : value_item (map, member, kind, index);
      gboolean nothing = list ? entries.count == 0 : cJSON_IsNull (value) || cJSON_IsFalse (value);
      if (nothing || is_told (member, kind))
        {
          cJSON_Delete (value);
          continue;
        }
      cJSON *item = cJSON_CreateObject ();
      cJSON_AddItemToArray (members, item);
      cJSON_AddStringToObject (item, "member", member->name);
      if (list)
        {
          cJSON *gone = cJSON_AddArrayToObject (item, "removed"), *come = cJSON_AddArrayToObject (item, "added");
          for (guint32 i = 0; i < entries.count; i++)
            cJSON_AddItemToArray (removed ? gone : come, entry_item (map, member, entries.start + i));
          continue;
        }
      cJSON_AddItemToObject (item, "before", removed ? value : cJSON_CreateNull ());
      cJSON_AddItemToObject (item, "after", removed ? cJSON_CreateNull () : value);
    }
}

static cJSON *
change_item (const AmChanges *c, const AmChange *change)
{
  gboolean removed = change->new_index == AM_NONE, added = change->old_index == AM_NONE;
  const AmMap *map = removed ? c->old_map : c->new_map;
  guint32 index = removed ? change->old_index : change->new_index;
  cJSON *item = cJSON_CreateObject ();

  cJSON_AddStringToObject (item, "change", added ? "added" : removed ? "removed" : "changed");
  cJSON_AddStringToObject (item, "thing", change->kind == AM_ENTITY_NONE ? "map" : am_map_entity_word (map, (AmEntity) { change->kind, index }));
  if (change->kind != AM_ENTITY_NONE)
    {
      am_json_add_text (item, "old_id", thing_id (c->old_map, change->kind, change->old_index));
      am_json_add_text (item, "new_id", thing_id (c->new_map, change->kind, change->new_index));
    }
  add_what (item, map, change->kind, index);
  cJSON *members = cJSON_AddArrayToObject (item, "members");
  if (added || removed)
    {
      add_record (members, map, change->kind, index, removed);
      return item;
    }
  for (guint32 i = 0; i < change->members.count; i++)
    cJSON_AddItemToArray (members, member_item (c, change, am_difference_member (c->difference, change, i)));
  return item;
}

void
am_changes_write_json (const AmComparison *comparison, const char *old_name, const char *new_name, GString *out)
{
  const AmDifference *d = comparison->difference;
  const AmChanges changes = { comparison, d, d->old_map, d->new_map, NULL, TRUE };
  g_autofree char *old_valid = g_utf8_make_valid (old_name, -1), *new_valid = g_utf8_make_valid (new_name, -1);
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddNumberToObject (object, "version", VERSION);
  cJSON_AddStringToObject (object, "old", old_valid);
  cJSON_AddStringToObject (object, "new", new_valid);
  cJSON_AddBoolToObject (object, "same", am_comparison_is_same (comparison));
  add_outcome (object, &changes);
  add_statuses (object, &changes);
  add_ids (object, "answered", d->new_map, comparison->answered);
  add_ids (object, "unanswered", d->new_map, comparison->unanswered);
  add_stances (object, &changes);
  cJSON *list = cJSON_AddArrayToObject (object, "changes");
  for (guint i = 0; i < d->changes->len; i++)
    cJSON_AddItemToArray (list, change_item (&changes, &g_array_index (d->changes, AmChange, i)));
  am_json_write (object, out);
  g_string_append_c (out, '\n');
}
