/* Changes as JSON. docs/diff.md describes the shape; a change that readers would notice raises
 * VERSION. */

#include "report/diff/parts.h"
#include "report/json/pieces.h"

#include <math.h>

#define VERSION 3

/* --- outcomes --- */

static void
write_verdict (AmJson *json, const char *name, gboolean there, const AmVerdict *verdict)
{
  if (!there)
    {
      am_json_null (json, name);
      return;
    }
  am_json_object (json, name);
  am_json_text (json, "label", am_label_word (verdict->label));
  am_json_text (json, "outcome", am_outcome_word (verdict->outcome));
  am_json_tally (json, "reasons", &verdict->reasons);
  am_json_tally (json, "objections", &verdict->objections);
  am_json_end (json);
}

static void
write_outcome (AmJson *json, const AmDiffContext *c)
{
  am_json_object (json, "outcome");
  am_json_flag (json, "changed", c->comparison->outcome_changed);
  am_json_array (json, "theses");
  for (guint i = 0; i < c->comparison->theses->len; i++)
    {
      const AmThesisChange *thesis = &g_array_index (c->comparison->theses, AmThesisChange, i);
      am_json_object (json, NULL);
      am_json_claim (json, "old_id", c->old_map, thesis->old_claim);
      am_json_claim (json, "new_id", c->new_map, thesis->new_claim);
      write_verdict (json, "before", thesis->old_claim != AM_NONE, &thesis->before);
      write_verdict (json, "after", thesis->new_claim != AM_NONE, &thesis->after);
      am_json_end (json);
    }
  am_json_end (json);
  am_json_end (json);
}

/* --- what becomes of claims --- */

static void
write_statuses (AmJson *json, const AmDiffContext *c)
{
  am_json_array (json, "statuses");
  for (guint i = 0; i < c->comparison->statuses->len; i++)
    {
      const AmStatusChange *status = &g_array_index (c->comparison->statuses, AmStatusChange, i);
      am_json_object (json, NULL);
      am_json_claim (json, "id", c->new_map, status->new_claim);
      am_json_text (json, "before", am_label_word (status->before));
      am_json_text (json, "after", am_label_word (status->after.label));
      am_json_text (json, "reason", am_why_word (status->after.why));
      am_json_end (json);
    }
  am_json_end (json);
}

static void
write_ids (AmJson *json, const char *name, const AmMap *map, const GArray *claims)
{
  am_json_array (json, name);
  for (guint i = 0; i < claims->len; i++)
    am_json_claim (json, NULL, map, g_array_index (claims, guint32, i));
  am_json_end (json);
}

static void
write_stances (AmJson *json, const AmDiffContext *c)
{
  am_json_array (json, "stances");
  for (guint i = 0; i < c->difference->stances->len; i++)
    {
      const AmStanceChange *stance = &g_array_index (c->difference->stances, AmStanceChange, i);
      const AmPosition *before = stance->old_position != AM_NONE
                                   ? am_map_position (c->old_map, stance->old_position)
                                   : NULL;
      const AmPosition *after = stance->new_position != AM_NONE
                                  ? am_map_position (c->new_map, stance->new_position)
                                  : NULL;
      const AmPosition *there = after != NULL ? after : before;
      g_assert (there != NULL);
      am_json_object (json, NULL);
      am_json_text (json, "stakeholder",
                    am_map_stakeholder (c->new_map, stance->new_stakeholder)->id);
      am_json_text (json, "claim", there->claim.id);
      am_json_text (json, "before", before != NULL ? am_stance_words[before->stance] : NULL);
      am_json_text (json, "after", after != NULL ? am_stance_words[after->stance] : NULL);
      am_json_flag (json, "flipped",
                    before != NULL && after != NULL
                        && am_stance_is_flipped (before->stance, after->stance));
      am_json_end (json);
    }
  am_json_end (json);
}

/* --- members --- */

/* What is empty is as good as left out. */
static const char *
null_if_empty (const char *text)
{
  return text != NULL && text[0] != '\0' ? text : NULL;
}

static void write_all_entries (AmJson *json, const char *name, const AmMap *map,
                               const AmMember *member, AmRange entries);

/* An object in a list, as it stands in the file. */
static void
write_object (AmJson *json, const AmMap *map, const AmObject *object, gconstpointer record)
{
  am_json_object (json, NULL);
  for (guint i = 0; i < object->n_members; i++)
    {
      const AmMember *member = object->members[i];
      gboolean is_list = am_member_is_list (member);
      AmRange entries = is_list ? am_member_range (member, record) : (AmRange){ 0, 0 };
      const char *text = is_list                       ? NULL
                       : member->type == AM_MEMBER_REF ? am_member_ref (member, record)->id
                       : member->type == AM_MEMBER_WORD
                           ? am_member_text (member, record)
                           : AM_MEMBER_VALUE (const char *, member, record);
      if (entries.count > 0)
        write_all_entries (json, member->name, map, member, entries);
      else if (text != NULL || (member->flags & AM_MEMBER_REQUIRED) != 0)
        am_json_text (json, member->name, text);
    }
  am_json_end (json);
}

/* An entry of a list, which is at @place in its pool. */
static void
write_entry (AmJson *json, const AmMap *map, const AmMember *member, guint32 place)
{
  switch (member->type)
    {
    case AM_MEMBER_REFS:
    case AM_MEMBER_REF_OR_REFS:
      am_json_text (json, NULL, null_if_empty (am_map_ref (map, place)->id));
      return;
    case AM_MEMBER_EVIDENCE:
      write_object (json, map, am_object (member->holds), am_map_evidence (map, place));
      return;
    case AM_MEMBER_POSITIONS:
      write_object (json, map, am_object (member->holds), am_map_position (map, place));
      return;
    case AM_MEMBER_IGNORES:
      write_object (json, map, am_object (member->holds), am_map_ignore (map, place));
      return;
    default:
      am_json_text (json, NULL, *am_map_string (map, place));
    }
}

static void
write_all_entries (AmJson *json, const char *name, const AmMap *map, const AmMember *member,
                   AmRange entries)
{
  am_json_array (json, name);
  for (guint32 i = 0; i < entries.count; i++)
    write_entry (json, map, member, entries.start + i);
  am_json_end (json);
}

/* The text of a member of one; NULL where there is none, or it is no text. */
static const char *
value_text (const AmMap *map, const AmMember *member, AmEntityKind kind, guint32 index)
{
  gconstpointer record = am_map_record (map, kind, index);

  switch (member->type)
    {
    case AM_MEMBER_NUMBER:
    case AM_MEMBER_FLAG:
    case AM_MEMBER_TARGET:
      return NULL;
    case AM_MEMBER_REF:
      return null_if_empty (am_member_ref (member, record)->id);
    case AM_MEMBER_CARRIER:
      return null_if_empty (am_map_claim (map, am_map_relation (map, index)->from)->id);
    default:
      return null_if_empty (am_member_text (member, record));
    }
}

/* As it stands in the file; null where it is left out. */
static void
write_value (AmJson *json, const char *name, const AmMap *map, const AmMember *member,
             AmEntityKind kind, guint32 index)
{
  gconstpointer record = am_map_record (map, kind, index);

  if (member->type == AM_MEMBER_NUMBER)
    am_json_number (json, name, am_member_number (member, record));
  else if (member->type == AM_MEMBER_FLAG)
    am_json_flag (json, name, am_member_flag (member, record));
  else if (member->type == AM_MEMBER_TARGET)
    am_json_target (json, name, map, am_map_relation (map, index));
  else
    am_json_text (json, name, value_text (map, member, kind, index));
}

static void
write_words (AmJson *json, const char *before, const char *after)
{
  static const char *const names[] = {
    [AM_EDIT_SAME] = "same", [AM_EDIT_REMOVED] = "removed", [AM_EDIT_ADDED] = "added"
  };
  g_autoptr (GArray) edits = am_edits_new (before, after);

  am_json_array (json, "words");
  for (guint i = 0; i < edits->len; i++)
    {
      const AmEdit *edit = &g_array_index (edits, AmEdit, i);
      am_json_object (json, NULL);
      am_json_text (json, names[edit->kind], edit->text);
      am_json_end (json);
    }
  am_json_end (json);
}

static void
write_entries (AmJson *json, const char *name, const AmDiffContext *c, const AmMap *map,
               const AmMember *member, AmRange places)
{
  am_json_array (json, name);
  for (guint32 i = 0; i < places.count; i++)
    write_entry (json, map, member, am_difference_place (c->difference, places, i));
  am_json_end (json);
}

static void
write_member (AmJson *json, const AmDiffContext *c, const AmChange *change,
              const AmMemberChange *changed)
{
  const AmMember *member = changed->member;

  am_json_object (json, NULL);
  am_json_text (json, "member", member->name);
  if (am_member_is_list (member))
    {
      write_entries (json, "removed", c, c->old_map, member, changed->removed);
      write_entries (json, "added", c, c->new_map, member, changed->added);
    }
  else
    {
      write_value (json, "before", c->old_map, member, change->kind, change->old_index);
      write_value (json, "after", c->new_map, member, change->kind, change->new_index);
    }
  if (am_member_is_text (member))
    write_words (
        json, am_member_text (member, am_map_record (c->old_map, change->kind, change->old_index)),
        am_member_text (member, am_map_record (c->new_map, change->kind, change->new_index)));
  am_json_end (json);
}

/* --- entities --- */

static void
write_id (AmJson *json, const char *name, const AmMap *map, AmEntityKind kind, guint32 index)
{
  am_json_text (json, name,
                index != AM_NONE ? am_map_entity_id (map, (AmEntity){ kind, index }) : NULL);
}

static void
write_what (AmJson *json, const AmMap *map, AmEntityKind kind, guint32 index)
{
  if (kind == AM_ENTITY_CLAIM)
    am_json_text (json, "text", am_map_claim (map, index)->text);
  else if (kind == AM_ENTITY_STAKEHOLDER)
    am_json_text (json, "name", am_map_stakeholder (map, index)->name);
  else if (kind == AM_ENTITY_SOURCE)
    am_json_text (json, "title", am_map_source (map, index)->title);
  else if (kind == AM_ENTITY_RELATION)
    {
      const AmRelation *relation = am_map_relation (map, index);
      am_json_text (json, "type", am_relation_word (relation->kind));
      am_json_claim (json, "from", map, relation->from);
      am_json_target (json, "to", map, relation);
    }
}

/* Whether it stands in the item of the entity already. */
static gboolean
is_written (const AmMember *member, AmEntityKind kind)
{
  static const char *const relation[] = { "id", "kind", "from", "to", NULL },
                           *const claim[] = { "id", "role", "text", NULL },
                           *const other[] = { "id", "name", "title", NULL };
  return g_strv_contains (kind == AM_ENTITY_RELATION ? relation
                          : kind == AM_ENTITY_CLAIM  ? claim
                                                     : other,
                          member->name);
}

static gboolean
is_left_out (const AmMap *map, const AmMember *member, AmEntityKind kind, guint32 index)
{
  gconstpointer record = am_map_record (map, kind, index);

  if (am_member_is_list (member))
    return am_member_range (member, record).count == 0;
  if (member->type == AM_MEMBER_NUMBER)
    return isnan (am_member_number (member, record));
  if (member->type == AM_MEMBER_FLAG)
    return !am_member_flag (member, record);
  return value_text (map, member, kind, index) == NULL;
}

/* All that an entity has that is only in one of the maps: as what was added, or removed. */
static void
write_record (AmJson *json, const AmMap *map, AmEntityKind kind, guint32 index, gboolean removed)
{
  const AmRange none = { 0, 0 };

  for (const AmMember *const *at = am_members_of (kind); *at != NULL; at++)
    {
      const AmMember *member = *at;
      if (is_written (member, kind) || is_left_out (map, member, kind, index))
        continue;
      am_json_object (json, NULL);
      am_json_text (json, "member", member->name);
      if (am_member_is_list (member))
        {
          AmRange entries = am_member_range (member, am_map_record (map, kind, index));
          write_all_entries (json, "removed", map, member, removed ? entries : none);
          write_all_entries (json, "added", map, member, removed ? none : entries);
        }
      else if (removed)
        {
          write_value (json, "before", map, member, kind, index);
          am_json_null (json, "after");
        }
      else
        {
          am_json_null (json, "before");
          write_value (json, "after", map, member, kind, index);
        }
      am_json_end (json);
    }
}

static void
write_change (AmJson *json, const AmDiffContext *c, const AmChange *change)
{
  gboolean removed = change->new_index == AM_NONE, added = change->old_index == AM_NONE;
  const AmMap *map = removed ? c->old_map : c->new_map;
  guint32 index = removed ? change->old_index : change->new_index;

  am_json_object (json, NULL);
  am_json_text (json, "change", added ? "added" : removed ? "removed" : "changed");
  am_json_text (json, "thing",
                change->kind == AM_ENTITY_NONE
                    ? "map"
                    : am_map_entity_word (map, (AmEntity){ change->kind, index }));
  if (change->kind != AM_ENTITY_NONE)
    {
      write_id (json, "old_id", c->old_map, change->kind, change->old_index);
      write_id (json, "new_id", c->new_map, change->kind, change->new_index);
    }
  write_what (json, map, change->kind, index);
  am_json_array (json, "members");
  if (added || removed)
    write_record (json, map, change->kind, index, removed);
  for (guint32 i = 0; !added && !removed && i < change->members.count; i++)
    write_member (json, c, change, am_difference_member (c->difference, change, i));
  am_json_end (json);
  am_json_end (json);
}

void
am_diff_write_json (const AmComparison *comparison, const char *old_name, const char *new_name,
                    GString *out)
{
  const AmDifference *d = comparison->difference;
  const AmDiffContext changes = { comparison, d, d->old_map, d->new_map, NULL, TRUE };
  AmJson json;

  am_json_envelope (&json, VERSION, out);
  am_json_object (&json, NULL);
  am_json_text (&json, "old", old_name);
  am_json_text (&json, "new", new_name);
  am_json_flag (&json, "same", am_comparison_is_same (comparison));
  write_outcome (&json, &changes);
  write_statuses (&json, &changes);
  write_ids (&json, "answered", d->new_map, comparison->answered);
  write_ids (&json, "without_reply", d->new_map, comparison->unanswered);
  write_stances (&json, &changes);
  am_json_array (&json, "changes");
  for (guint i = 0; i < d->changes->len; i++)
    write_change (&json, &changes, &g_array_index (d->changes, AmChange, i));
  am_json_finish (&json);
}
