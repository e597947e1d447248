/* What the files of summaries as JSON share. Private to report/summary/. */

#pragma once

#include "report/summary/parts.h"

G_BEGIN_DECLS

typedef struct
{
  AmSummary s;
  GString *out;
} AmWriting;

/* Begins a member of an object that is not empty; and on a line of its own. */
void am_writing_begin (AmWriting *w, const char *name);
void am_writing_begin_line (AmWriting *w, const char *name);

/* Values: null for NULL and for AM_NONE. */
void am_writing_text (AmWriting *w, const char *text);
void am_writing_claim_id (AmWriting *w, guint32 claim);
void am_writing_by (AmWriting *w, AmRange by);
void am_writing_tally (AmWriting *w, const AmTally *tally);

/* { "a": "for", "b": "against" }: who stands where on @claim. */
void am_writing_stances (AmWriting *w, guint32 claim);

/* The relation @node, by the claim that carries it, with the strongest answer to it; null for AM_NONE. */
void am_writing_point (AmWriting *w, guint32 node, gboolean with_answer);

/* Thesis @number of the map. */
void am_writing_thesis (AmWriting *w, guint number);

G_END_DECLS
