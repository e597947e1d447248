/* Who stands where: what each stakeholder makes of each claim, in one word. */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 claim, stakeholder;
  AmStance stance;
} AmStand;

typedef struct
{
  GArray *all; /* of AmStand: by claim, then by stakeholder, one of each pair at the most */
  guint32 *starts; /* per claim, and once more at the end: where its stands begin */
} AmStands;

/* A stakeholder takes the position on a claim that the map says; where it says none, it is for what it asserts, and against what a rebuttal
   that it asserts denies. Of several positions on one claim the first counts. An undercut denies no claim. Free with am_stands_free(). */
AmStands *am_stands_new (const AmMap *map);
void am_stands_free (AmStands *stands);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmStands, am_stands_free)

/* Those on @claim. */
const AmStand *am_stands_on (const AmStands *stands, guint32 claim, guint32 *count);

/* What @stakeholder makes of @claim; AM_STANCE_UNSAID where it says nothing of it. */
AmStance am_stands_find (const AmStands *stands, guint32 claim, guint32 stakeholder);

/* Whether whoever has this stance takes the claim for true, on conditions or not. */
gboolean am_stance_accepts (AmStance stance);

G_END_DECLS
