/* What the files of model/difference/ share; of the rest, merged.c. */

#pragma once

#include "model/difference/difference.h"

/* --- entities.c, relations.c: which entity of the old map is which of the new one --- */

/* Stakeholders, claims and sources. */
void am_difference_match_entities (AmDifference *d);

/* Relations, once claims are matched. */
void am_difference_match_relations (AmDifference *d);

/* --- pairs.c: pairs of what is the same in both maps --- */

/* Marks what @old_index and @new_index stand for as the same thing. */
void am_match_add (AmMatch *match, guint32 old_index, guint32 new_index);

/* One thing of one of the maps, in lists that are sorted. */
typedef struct
{
  guint32 index;
  gboolean is_new;
} AmSide;

typedef gint (*AmSideCompare) (const AmSide *a, const AmSide *b, gpointer data);

/* Matches what is not matched yet and equal by @compare, in file order: the first of equals with
   the first. @old_items and @new_items are of guint32, and may hold what is matched. */
void am_match_equal (AmMatch *match, const GArray *old_items, const GArray *new_items,
                     AmSideCompare compare, gpointer data);

/* --- compare.c: orders in which references that lead to the same are equal --- */

/* A number for what a reference leads to, the same in both maps for what is in both; G_MAXUINT64
 * for nothing. */
guint64 am_difference_number (const AmDifference *d, AmEntityKind kind, gboolean is_new,
                              guint32 index);

/* An order of texts in which nothing but white space between words is passed over. NULL is "". */
gint am_difference_compare_exactly (const char *a, const char *b);

/* Two references lead to the same when they lead to what is in both maps, or to nothing by the same
 * id. */
gint am_difference_compare_refs (const AmDifference *d, AmEntityKind kind, const AmRef *a,
                                 gboolean a_new, const AmRef *b, gboolean b_new);

/* An order of the values of a member that is no list: 0 where they do not differ. */
gint am_difference_compare_values (const AmDifference *d, const AmMember *member, gconstpointer a,
                                   gboolean a_new, gconstpointer b, gboolean b_new);

/* --- near.c: texts that are nearly the same --- */

/* Matches those of @old_items and @new_items (of guint32, none matched) whose texts are nearly the
   same, the nearest first. */
void am_difference_match_near (AmMatch *match, const GArray *old_items, const GArray *new_items,
                               const char *const *old_texts, const char *const *new_texts);
/* Whether they are. */
gboolean am_difference_is_near (const char *a, const char *b);

/* --- lists.c: what of a list only one of the maps has --- */

/* Notes in @change which entries of two lists, ranges of the pools that the member is about, only
 * one of them has. */
void am_difference_find_entries (AmDifference *d, const AmMember *member, AmRange old_range,
                                 AmRange new_range, AmMemberChange *change);

/* The same for the positions of a stakeholder; and adds what changed to those of the difference. */
void am_difference_find_positions (AmDifference *d, const AmMember *member, guint32 old_index,
                                   guint32 new_index, AmMemberChange *change);
