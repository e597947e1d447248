/* What is easily written where it does not belong, and what to do instead. Private to load/. */

#pragma once

#include "model/members.h"

#include <cjson/cJSON.h>

/* What to do with the member @name, which objects of @kind do not have, if it is one that is easily
   written there, or one that @matches takes for it. NULL when it is not. */
const char *am_misplaced_find (AmObjectKind kind, const char *name,
                               gboolean (*matches) (const char *name, const char *other));

/* The same for what @object has in place of a member that is required. */
const char *am_misplaced_instead (AmObjectKind kind, const cJSON *object);
