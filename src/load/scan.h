/* The strict pass over the bytes that comes before cJSON: it refuses what RFC 8259 forbids, with a
   message of its own, and notes where every value is. */

#pragma once

#include "base/report.h"

#define AM_SCAN_MAX_DEPTH 64

/* Where a value and the key before it begin. */
typedef struct
{
  guint32 value;
  guint32 key; /* AM_SCAN_NO_KEY for a member of an array and for the document */
} AmScanEntry;

#define AM_SCAN_NO_KEY G_MAXUINT32

typedef struct
{
  GArray *entries; /* of AmScanEntry: one per value in document order, which is the order of cJSON's
                      trees */
  GArray *members; /* of guint32: the numbers of the values that are members of the document */
  char *repaired; /* NULL, or the text for cJSON, of the same length: a DEL for every encoding
                     fault, long numbers shortened */
  const char *beginning; /* set before: how what is wanted begins, as a sentence; NULL for a map.
                            Static */
} AmScan;

/* Scans all of @source. FALSE when there is a syntax error or nesting too deep, which ends the
   scan; encoding faults and duplicate keys are reported and passed over. Clear @scan with
   am_scan_clear() in either case. */
gboolean am_scan (AmSource *source, AmReport *report, AmScan *scan);
void am_scan_clear (AmScan *scan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmScan, am_scan_clear)
