/* Pieces of the JSON that reports have in common. Private to report/. */

#pragma once

#include "reason/outcome.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

/* Adds @text, or null. */
void am_json_add_text (cJSON *object, const char *name, const char *text);

/* { "standing": …, "contested": …, "fallen": … } */
cJSON *am_json_tally (const AmTally *tally);

/* What a relation leads to: the id of a claim, or for an undercut the pair that names what it attacks; null where it leads nowhere. */
cJSON *am_json_target (const AmMap *map, const AmRelation *relation);

/* Appends @object, which it takes, as text without a newline. */
void am_json_write (cJSON *object, GString *out);

G_END_DECLS
