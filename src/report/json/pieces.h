/* Pieces of the JSON that several reports have in common. Private to report/. */

#pragma once

#include "base/json.h"
#include "reason/firm.h"

/* { "version": VERSION, "maps": [: how every output about maps begins. */
void am_json_envelope (AmJson *json, guint version, GString *out);

/* Ends all that is open, and the line. */
void am_json_finish (AmJson *json);

/* "firm": { "without_implicit": …, "sourced": … }, the outcomes of the thesis @number. */
void am_json_firm (AmJson *json, const AmFirm *firm, guint number);

/* { "unanswered": …, "disputed": …, "answered": … } */
void am_json_tally (AmJson *json, const char *name, const AmTally *tally);

/* The id of a claim; null for AM_NONE. */
void am_json_claim (AmJson *json, const char *name, const AmMap *map, guint32 claim);

/* What a relation leads to: the id of a claim, or for an undercut the pair that names what it
 * attacks; null where it leads nowhere. */
void am_json_target (AmJson *json, const char *name, const AmMap *map, const AmRelation *relation);
