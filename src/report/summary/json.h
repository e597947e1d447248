/* What the files of summaries as JSON share. Private to report/summary/. */

#pragma once

#include "report/json/pieces.h"
#include "report/summary/parts.h"

G_BEGIN_DECLS

typedef struct
{
  AmSummary s;
  AmJson *json;
} AmWriting;

/* Members: the ids of stakeholders, { "a": "for", "b": "against" } of who stands where on @claim.
 */
void am_writing_by (AmWriting *w, AmRange by);
void am_writing_stances (AmWriting *w, guint32 claim);

/* A point with the strongest answer to it; null for NULL. */
void am_writing_point (AmWriting *w, const char *name, const AmDigestPoint *point);

/* Thesis @number of the map, in an array. */
void am_writing_thesis (AmWriting *w, guint number);

G_END_DECLS
