/* What changed from one map to another, in prose and as JSON. */

#pragma once

#include "reason/comparison.h"
#include "report/document/document.h"

/* A list of changes is cut after so many: nobody reads more, and a map that was written anew would
 * be told twice over. */
#define AM_DIFF_MOST_ENTRIES 1000

/* First whether the outcome changed, then what became of claims, positions, relations, stakeholders
   and sources; that the maps say the same, where they do. @all: no list is cut. */
void am_diff_report (const AmComparison *comparison, gboolean all, AmDocument *document);

/* Appends a JSON object, as docs/diff.md describes it. The names are those of the files. */
void am_diff_write_json (const AmComparison *comparison, const char *old_name, const char *new_name,
                         GString *out);
