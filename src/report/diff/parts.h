/* The parts of what changed. Private to report/diff/. */

#pragma once

#include "report/diff/context.h"
#include "report/diff/names.h"
#include "report/document/phrases.h"
#include "report/evaluation/sentences.h"

/* debate.c: the outcome; then claims that stand no more, or again, answers, and positions */
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
