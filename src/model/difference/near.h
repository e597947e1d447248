/* Texts that are nearly the same. Private to model/difference/. */

#pragma once

#include "model/difference/difference.h"

/* Matches those of @old_items and @new_items (of guint32, none matched) whose texts are nearly the
   same, the nearest first. */
void am_difference_match_near (AmMatch *match, const GArray *old_items, const GArray *new_items,
                               const char *const *old_texts, const char *const *new_texts);
/* Whether they are. */
gboolean am_difference_is_near (const char *a, const char *b);
