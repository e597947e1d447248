/* What became of one map in another: which thing of the one is which of the other, and what was
   added, removed and changed.

   Neither the order of records nor that of a list counts, nor what base/normal.h passes over in
   texts, nor how a reference is spelt that leads to the same thing. */

#pragma once

#include "model/members.h"

/* --- members --- */

/* The value of a text, or the word of a word, "" where there is none. */
const char *am_member_text (const AmMember *member, gconstpointer record);
double am_member_number (const AmMember *member, gconstpointer record);
gboolean am_member_flag (const AmMember *member, gconstpointer record);
const AmRef *am_member_ref (const AmMember *member, gconstpointer record);
/* Of a list: where its entries are in the pool of their type. */
AmRange am_member_range (const AmMember *member, gconstpointer record);

/* In what things of @kind can differ: the members that they have in the format, but for what is a
   thing of its own; "role" tells a claim from a rebuttal, and a relation has "kind", "from" and
   "to". The last is NULL. */
const AmMember *const *am_members_of (AmEntityKind kind);

/* --- changes --- */

typedef struct
{
  const AmMember *member; /* static */
  AmRange removed,
      added; /* of a list, in the places of the difference: what only the old map has and only the
                new one has, each by its place in the pool of its map, in file order */
} AmMemberChange;

typedef struct
{
  AmEntityKind kind; /* AM_ENTITY_NONE: the map itself */
  guint32 old_index, new_index; /* AM_NONE for what was added, or removed */
  AmRange members; /* of what is in both maps: at least one */
} AmChange;

/* A position that was taken, given up or changed by a stakeholder that is in both maps. */
typedef struct
{
  guint32 old_stakeholder, new_stakeholder;
  guint32 old_position, new_position; /* AM_NONE where there is none; where there are both they are
                                         about the same claim */
} AmStanceChange;

typedef struct
{
  guint32 *to_new; /* of each thing in the old map: its index in the new one, or AM_NONE */
  guint32 *to_old; /* the other way round */
} AmMatch;

typedef struct
{
  const AmMap *old_map, *new_map; /* borrowed */
  AmMatch matches[AM_ENTITY_RELATION + 1]; /* by AmEntityKind */
  GArray *changes; /* of AmChange: the map, stakeholders, claims, relations, sources; of each kind
                      first what was removed, in the order of the old map, then the others in that
                      of the new one */
  GArray *members; /* of AmMemberChange */
  GArray *places; /* of guint32 */
  GArray *stances; /* of AmStanceChange, by stakeholder in the order of the new map */
} AmDifference;

/* Of two resolved maps, which must outlive it. A thing is in both maps when it has the same id and
   the same text (of a stakeholder the name, of a source title or address), then when it has the
   same text, then the same id and nearly the same text, then nearly the same text, then the same
   id. A relation is the same when it leads from the same claim to the same target and is of the
   same kind; else by its own id, its premises, or its ends. In n log n. Free with
   am_difference_free(). */
AmDifference *am_difference_new (const AmMap *old_map, const AmMap *new_map);
void am_difference_free (AmDifference *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmDifference, am_difference_free)

static inline const AmMemberChange *
am_difference_member (const AmDifference *difference, const AmChange *change, guint32 i)
{
  return &g_array_index (difference->members, AmMemberChange, change->members.start + i);
}

static inline guint32
am_difference_place (const AmDifference *difference, AmRange places, guint32 i)
{
  return g_array_index (difference->places, guint32, places.start + i);
}

/* The member called @name among those that @change changed; NULL when it did not. */
const AmMemberChange *am_difference_find_member (const AmDifference *difference,
                                                 const AmChange *change, const char *name);
