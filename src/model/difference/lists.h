/* What of a list only one of the maps has. Private to model/difference/. */

#pragma once

#include "model/difference/difference.h"

/* Notes in @change which entries of two lists, ranges of the pools that the member is about, only
 * one of them has. */
void am_difference_find_entries (AmDifference *d, const AmMember *member, AmRange old_range,
                                 AmRange new_range, AmMemberChange *change);

/* The same for the positions of a stakeholder; and adds what changed to those of the difference. */
void am_difference_find_positions (AmDifference *d, const AmMember *member, guint32 old_index,
                                   guint32 new_index, AmMemberChange *change);
