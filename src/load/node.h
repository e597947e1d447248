/* Where the values of a scanned text end, what is in what, and how wide each would be on a line of
   its own: all that is needed to lay the text out anew without a tree. Private to load/. */

#pragma once

#include "load/scan.h"

/* One for each entry of the scan, by the same number. */
typedef struct
{
  guint32 length; /* of a text, number or literal, in bytes; 0 of an object or list */
  guint32 key_length; /* with the quotes; 0 where there is no key */
  guint32 end; /* the number of the value after all that is in this one */
  guint32 width; /* columns of "KEY: VALUE" on one line; AM_NODE_WIDEST for this many or more */
} AmNode;

#define AM_NODE_WIDEST 65535

/* @scan is what am_scan() made of @source, without encoding faults but for a byte order mark. The
 * caller owns the array, of AmNode. */
GArray *am_nodes_new (const AmSource *source, const AmScan *scan);
