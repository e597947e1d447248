/* The circle that something undecided depends on. Private to reason/. */

#pragma once

#include "reason/label.h"

G_BEGIN_DECLS

/* The shortest way from @node, which is undecided, back to itself through undecided inputs; where
   it lies on no circle itself, a shortest way to one that does, and from there the shortest way
   round. Begins with @node and ends with the node that it comes back to. Of guint32; free with
   g_array_unref(). */
GArray *am_circle_find (const AmLabelling *labelling, guint32 node);

G_END_DECLS
