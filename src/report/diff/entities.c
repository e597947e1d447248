/* What was added, removed and changed, kind by kind. */

#include "report/diff/parts.h"

#include "base/text.h"
#include "model/filter.h"

/* Begins the item of a thing. */
static void
begin (const AmDiffContext *c, const char *word, const char *what)
{
  g_autofree char *lead = g_strconcat (word, ":", NULL);

  am_document_item (c->document, 0);
  am_document_strong (c->document, lead);
  am_document_add (c->document, " %s", what);
}

static gboolean
is_added (const AmChange *change)
{
  return change->old_index == AM_NONE;
}

static gboolean
is_removed (const AmChange *change)
{
  return change->new_index == AM_NONE;
}

static const char *
word_of (const AmChange *change)
{
  return is_added (change) ? "Added" : is_removed (change) ? "Removed" : "Changed";
}

/* The map in which it is best looked at. */
static const AmMap *
map_of (const AmDiffContext *c, const AmChange *change, guint32 *index)
{
  *index = is_removed (change) ? change->old_index : change->new_index;
  return is_removed (change) ? c->old_map : c->new_map;
}

/* --- claims and rebuttals --- */

/* What a claim that is only in one of the maps bears on there. */
static void
write_relations (const AmDiffContext *c, const AmMap *map, guint32 claim, gboolean past)
{
  static const char *const verbs[2][3] = { { "supports", "rebuts", "undercuts" },
                                           { "supported", "rebutted", "undercut" } };
  AmRange relations = am_map_claim (map, claim)->relations;

  for (guint32 i = 0; i < relations.count; i++)
    {
      const AmRelation *relation = am_map_relation (map, relations.start + i);
      g_autofree char *target = am_diff_name_target (map, relation);
      am_document_item (c->document, 1);
      am_document_add (c->document, "%s %s", verbs[past][relation->kind], target);
      for (guint32 k = 0; k < relation->with.count; k++)
        {
          g_autofree char *premise =
              am_diff_name_ref (map, AM_ENTITY_CLAIM, am_map_ref (map, relation->with.start + k));
          am_document_add (c->document, "%s %s",
                           k == 0                         ? ", together with"
                           : k + 1 < relation->with.count ? ","
                                                          : " and",
                           premise);
        }
    }
}

static gboolean
is_unanswered (const AmDiffContext *c, const AmChange *change)
{
  static const AmFilter unanswered = { .rebuttals = TRUE,
                                       .unanswered = TRUE,
                                       .stakeholder = AM_NONE };

  return is_added (change) && am_filter_takes (&unanswered, c->new_map, change->new_index);
}

static void
write_claim (const AmDiffContext *c, const AmChange *change)
{
  guint32 index;
  const AmMap *map = map_of (c, change, &index);
  g_autofree char *claim = am_diff_name_claim (map, index);
  g_autofree char *lead =
      g_strconcat (word_of (change), " ", am_role_word (am_map_claim (map, index)->role), NULL);

  begin (c, lead, claim);
  if (is_added (change) || is_removed (change))
    {
      write_relations (c, map, index, is_removed (change));
      am_diff_write_record (c, map, change->kind, index);
    }
  else
    am_diff_write_members (c, change);
  if (!is_unanswered (c, change))
    return;
  am_document_item (c->document, 1);
  am_document_add (c->document, "nothing replies to it");
}

/* --- relations --- */

/* Those of a claim that is new or gone itself are told with it. */
static gboolean
is_told (const AmDiffContext *c, const AmChange *change)
{
  const AmMatch *claims = &c->difference->matches[AM_ENTITY_CLAIM];

  return (is_added (change)
          && claims->to_old[am_map_relation (c->new_map, change->new_index)->from] == AM_NONE)
      || (is_removed (change)
          && claims->to_new[am_map_relation (c->old_map, change->old_index)->from] == AM_NONE);
}

static void
write_relation (const AmDiffContext *c, const AmChange *change)
{
  guint32 index;
  const AmMap *map = map_of (c, change, &index);
  g_autofree char *relation = am_diff_name_relation (map, index);

  begin (c, word_of (change), relation);
  am_diff_write_members (c, change);
}

/* --- stakeholders and sources --- */

static void
write_first_positions (const AmDiffContext *c, const AmMap *map, const AmStakeholder *who,
                       gboolean past)
{
  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (map, who->positions.start + i);
      g_autofree char *claim = am_diff_name_ref (map, AM_ENTITY_CLAIM, &position->claim);
      am_document_item (c->document, 1);
      am_document_add (c->document, "%s %s: %s", past ? "position until now, on" : "position, on",
                       claim, am_stance_words[position->stance]);
    }
}

static void
write_stakeholder (const AmDiffContext *c, const AmChange *change)
{
  guint32 index;
  const AmMap *map = map_of (c, change, &index);
  g_autofree char *name = am_diff_name (map, change->kind, index);

  begin (c, word_of (change), name);
  if (is_added (change) || is_removed (change))
    {
      am_diff_write_record (c, map, change->kind, index);
      write_first_positions (c, map, am_map_stakeholder (map, index), is_removed (change));
    }
  else
    am_diff_write_members (c, change);
}

static void
write_source (const AmDiffContext *c, const AmChange *change)
{
  guint32 index;
  const AmMap *map = map_of (c, change, &index);
  const AmSourceRecord *source = am_map_source (map, index);
  const char *facts[] = { source->author, source->publisher, source->date };
  g_autofree char *name = am_diff_name (map, change->kind, index);

  begin (c, word_of (change), name);
  for (guint i = 0; i < G_N_ELEMENTS (facts) && (is_added (change) || is_removed (change)); i++)
    if (facts[i] != NULL && !am_text_is_unseen (facts[i]))
      am_document_add (c->document, ", %s", facts[i]);
  if (is_added (change) || is_removed (change))
    am_diff_write_record (c, map, change->kind, index);
  else
    am_diff_write_members (c, change);
}

/* --- all --- */

/* A stakeholder whose positions alone changed is told of with them. */
static gboolean
has_other_members (const AmDiffContext *c, const AmChange *change)
{
  return change->members.count != 1
      || am_difference_member (c->difference, change, 0)->member->type != AM_MEMBER_POSITIONS;
}

static gboolean
is_left_out (const AmDiffContext *c, const AmChange *change)
{
  if (change->kind == AM_ENTITY_RELATION)
    return is_told (c, change);
  return change->kind == AM_ENTITY_STAKEHOLDER && !has_other_members (c, change);
}

static void
write_kind (const AmDiffContext *c, AmEntityKind kind, const char *heading,
            void (*say) (const AmDiffContext *, const AmChange *))
{
  guint count = 0;

  for (guint i = 0; i < c->difference->changes->len; i++)
    {
      const AmChange *change = &g_array_index (c->difference->changes, AmChange, i);
      if (change->kind != kind || is_left_out (c, change))
        continue;
      if (count == 0)
        am_document_heading (c->document, 3, heading);
      if (am_diff_takes (c, &count))
        say (c, change);
    }
  am_diff_write_rest (c, count);
}

void
am_diff_write_entities (const AmDiffContext *changes)
{
  write_kind (changes, AM_ENTITY_CLAIM, "Claims and rebuttals", write_claim);
  write_kind (changes, AM_ENTITY_RELATION, "Relations", write_relation);
  write_kind (changes, AM_ENTITY_STAKEHOLDER, "Stakeholders", write_stakeholder);
  write_kind (changes, AM_ENTITY_SOURCE, "Sources", write_source);
  if (!am_diff_is_nothing (changes->old_map) && !am_diff_is_nothing (changes->new_map))
    write_kind (changes, AM_ENTITY_NONE, "The map as a whole", am_diff_write_members);
}
