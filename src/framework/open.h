/* What the grounded labelling of a framework leaves open, in parts that have nothing to do with
   each other. Whatever is asked of complete labellings is asked of each part alone: every complete
   labelling of the whole is the grounded one with a complete labelling of each part in it, and the
   other way round; likewise for preferred, stable, semi-stable and ideal ones. */

#pragma once

#include "framework/grounded.h"

/* The part of what is settled. */
#define AM_NO_PART G_MAXUINT32

typedef struct
{
  const AmFramework *framework; /* borrowed */
  gint8 *labels; /* the grounded ones: AmArgumentLabel */
  guint32 count; /* of parts: the connected components of what is open, numbered by their first
                    arguments */
  AmLists members; /* of each part, ascending */
  guint32 *part; /* of each argument, or AM_NO_PART */
  guint32 *number; /* of each open argument in its part */
} AmOpen;

/* @framework is borrowed. Without @parts there are none: who only looks at the labels need not look
   for them. Never NULL; free with am_open_free(). O(n + m), but for union and find. */
AmOpen *am_open_new (const AmFramework *framework, gboolean parts);
void am_open_free (AmOpen *open);

/* The framework of one part, whose argument i is the part's member i, with its attackers listed.
 * Free with am_framework_free(). */
AmFramework *am_open_part (const AmOpen *open, guint32 part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmOpen, am_open_free)
