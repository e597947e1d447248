/* What the entities of a map are called where it is told what changed. Private to report/diff/. */

#pragma once

#include "model/map.h"

/* jams: “text” (who says it). Caller owns it. */
char *am_diff_name_claim (const AmMap *map, guint32 claim);

/* “a” and “b” supports “c”; a relation of any map, whether it resolves or not. Caller owns it. */
char *am_diff_name_relation (const AmMap *map, guint32 relation);

/* What the relation leads to: “c”, or the step from “a” to “c”. Caller owns it. */
char *am_diff_name_target (const AmMap *map, const AmRelation *relation);

/* “b”, or its id where it leads nowhere. Caller owns it. */
char *am_diff_name_ref (const AmMap *map, AmEntityKind kind, const AmRef *ref);

/* A stakeholder or source: its name, title, address or id. Caller owns it. */
char *am_diff_name (const AmMap *map, AmEntityKind kind, guint32 index);

/* “Title”, page 4: “quote”. Caller owns it. */
char *am_diff_name_evidence (const AmMap *map, const AmEvidence *evidence);
