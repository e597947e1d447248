/* The stance of each stakeholder on each claim. */

#pragma once

#include "model/map.h"

typedef struct
{
  guint32 claim, stakeholder;
  AmStance stance;
} AmStanceEntry;

typedef struct
{
  GArray *all; /* of AmStanceEntry: by claim, then by stakeholder, one of each pair at the most */
  guint32 *starts; /* per claim, and once more at the end: where its entries begin */
} AmStances;

/* A stakeholder takes the position on a claim that the map says; where it says none, it is for what
   it asserts, and against what a rebuttal that it asserts denies. Of several positions on one claim
   the first counts. An undercut denies no claim. Free with am_stances_free(). */
AmStances *am_stances_new (const AmMap *map);
void am_stances_free (AmStances *stances);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmStances, am_stances_free)

/* Those on @claim. */
const AmStanceEntry *am_stances_on (const AmStances *stances, guint32 claim, guint32 *count);

/* What @stakeholder makes of @claim; AM_STANCE_UNSAID where it says nothing of it. */
AmStance am_stances_find (const AmStances *stances, guint32 claim, guint32 stakeholder);

/* Whether whoever has this stance takes the claim for true. Who is for it on conditions alone does
 * not agree with those who are for it. */
gboolean am_stance_accepts (AmStance stance);
