/* What the files of changes share. Private to report/diff/. */

#pragma once

#include "report/diff/diff.h"
#include "report/document/phrases.h"
#include "report/evaluation/sentences.h"

G_BEGIN_DECLS

typedef struct
{
  const AmComparison *comparison;
  const AmDifference *difference;
  const AmMap *old_map, *new_map;
  AmDocument *document;
  gboolean all; /* no list is cut */
} AmChanges;

/* Whether another entry goes on a list of which @count were wanted before; counts it. */
gboolean am_changes_takes (const AmChanges *changes, guint *count);

/* "And 312 more; --all lists them all.", where the list was cut. */
void am_changes_write_rest (const AmChanges *changes, guint count);

/* Whether it stands for a map that is not there: without a title and claims. */
gboolean am_changes_is_nothing (const AmMap *map);

/* changes-debate.c: the outcome; then claims that stand no more, or again, answers, and positions */
void am_changes_write_outcome (const AmChanges *changes);
void am_changes_write_debate (const AmChanges *changes);

/* changes-things.c: everything that was added, removed and changed */
void am_changes_write_things (const AmChanges *changes);

/* changes-members.c: in what a thing changed, an item of a list for each member */
void am_changes_write_members (const AmChanges *changes, const AmChange *change);

/* What is known of a claim, stakeholder or source that is only in @map, beyond what stands in the line that names it. */
void am_changes_write_record (const AmChanges *changes, const AmMap *map, AmEntityKind kind, guint32 index);

/* jams: “text” (who says it). Caller owns it. */
char *am_changes_claim (const AmMap *map, guint32 claim);

/* “a” and “b” supports “c”; a relation of any map, whether it resolves or not. Caller owns it. */
char *am_changes_relation (const AmMap *map, guint32 relation);

/* What the relation leads to: “c”, or the step from “a” to “c”. Caller owns it. */
char *am_changes_target (const AmMap *map, const AmRelation *relation);

/* “b”, or its id where it leads nowhere. Caller owns it. */
char *am_changes_ref (const AmMap *map, AmEntityKind kind, const AmRef *ref);

/* A stakeholder or source: its name, title, address or id. Caller owns it. */
char *am_changes_name (const AmMap *map, AmEntityKind kind, guint32 index);

/* “Title”, page 4: “quote”. Caller owns it. */
char *am_changes_evidence (const AmMap *map, const AmEvidence *evidence);

G_END_DECLS
