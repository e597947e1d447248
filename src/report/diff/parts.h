/* What the parts of a diff are written with, and the parts. Private to report/diff/. */

#pragma once

#include "report/diff/diff.h"
#include "report/document/phrases.h"
#include "report/evaluation/sentences.h"

typedef struct
{
  const AmComparison *comparison;
  const AmDifference *difference;
  const AmMap *old_map, *new_map;
  AmDocument *document;
  gboolean all; /* no list is cut */
} AmDiffContext;

/* Whether another entry goes on a list of which @count were wanted before; counts it. */
gboolean am_diff_takes (const AmDiffContext *changes, guint *count);

/* "And 312 more; --all lists them all.", where the list was cut. */
void am_diff_write_rest (const AmDiffContext *changes, guint count);

/* Whether it stands for a map that is not there: without a title and claims. */
gboolean am_diff_is_nothing (const AmMap *map);

/* --- names.c: what the entities of a map are called where it is told what changed --- */

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

/* --- the parts --- */

/* debate.c: the outcome; then claims whose status changed, answers, and positions */
void am_diff_write_outcome (const AmDiffContext *changes);
void am_diff_write_debate (const AmDiffContext *changes);

/* entities.c: everything that was added, removed and changed */
void am_diff_write_entities (const AmDiffContext *changes);

/* members.c: in what an entity changed, an item of a list for each member */
void am_diff_write_members (const AmDiffContext *changes, const AmChange *change);

/* What is known of a claim, stakeholder or source that is only in @map, beyond what stands in the
 * line that names it. */
void am_diff_write_record (const AmDiffContext *changes, const AmMap *map, AmEntityKind kind,
                           guint32 index);
