/* What is known of the claims and relations of a scene beyond the map. Private to draw/. */

#pragma once

#include "draw/draw.h"

/* What the claim or relation is marked as; AM_MARK_NONE in a picture of one map. */
AmMark am_scene_claim_mark (const AmScene *scene, guint32 claim);
AmMark am_scene_relation_mark (const AmScene *scene, guint32 relation);
