/* An order of the values of the two maps, in which references that lead to the same are equal.
 * Private to model/difference/. */

#pragma once

#include "model/difference/difference.h"

/* A number for what a reference leads to, the same in both maps for what is in both; G_MAXUINT64
 * for nothing. */
guint64 am_difference_number (const AmDifference *d, AmEntityKind kind, gboolean is_new,
                              guint32 index);

/* How many entities of a kind the map has. */
guint32 am_difference_count (const AmMap *map, AmEntityKind kind);

/* An order of texts in which nothing but white space between words is passed over. NULL is "". */
gint am_difference_compare_exactly (const char *a, const char *b);

/* Two references lead to the same when they lead to what is in both maps, or to nothing by the same
 * id. */
gint am_difference_compare_refs (const AmDifference *d, AmEntityKind kind, const AmRef *a,
                                 gboolean a_new, const AmRef *b, gboolean b_new);

/* An order of the values of a member that is no list: 0 where they do not differ. */
gint am_difference_compare_values (const AmDifference *d, const AmMember *member, gconstpointer a,
                                   gboolean a_new, gconstpointer b, gboolean b_new);
