/* Two maps as one: the new one, with what was removed put back where it was. */

#pragma once

#include "model/difference/difference.h"

typedef enum
{
  AM_MARK_NONE,
  AM_MARK_ADDED,
  AM_MARK_REMOVED,
  AM_MARK_CHANGED,
  AM_N_MARKS
} AmMark;

/* "", "added", "removed", "changed". Static. */
const char *am_mark_word (AmMark mark);

/* The tag that marked claims have in the merged map, in the place of their own tags: no tag of a
 * file holds such a character. */
#define AM_MARK_TAG "\001"

typedef struct
{
  const AmDifference *difference; /* borrowed */
  AmMap *map; /* resolved; its strings belong to the maps of the difference. A removed thing whose
                 id is taken has another one */
  AmMark *claims, *relations; /* by their indices in @map */
  const AmChange **changes; /* of each claim: in what it changed, or NULL */
} AmMerged;

/* Of the maps that @difference is about; all must outlive it. Free with am_merged_free(). */
AmMerged *am_merged_new (const AmDifference *difference);
void am_merged_free (AmMerged *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmMerged, am_merged_free)
