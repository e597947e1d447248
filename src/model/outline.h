/* The argument as an outline: every claim once in full, under the first thing that it bears on, and
   elsewhere by name. The order is that of reading aloud. Does not recurse: a chain of a million
   claims is only long. */

#pragma once

#include "model/map.h"

/* One line of it: a claim, and the relation by which it bears on what stands above. */
typedef struct
{
  guint32 relation; /* AM_NONE: a root */
  guint32 claim;
  guint depth; /* 0 for a root */
  gboolean linked; /* one of the other premises of the relation */
  gboolean again; /* told already: what bears on the claim is not told a second time */
  guint32 above; /* the claim that the relation leads to; AM_NONE of a root */
  gboolean leads; /* lines that are one deeper follow */
} AmOutlineEntry;

typedef struct _AmOutline AmOutline;

/* An outline of @map, which is borrowed, without roots. Free with am_outline_free(). */
AmOutline *am_outline_new (const AmMap *map);
void am_outline_free (AmOutline *outline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmOutline, am_outline_free)

/* Tells @claim and all that bears on it next, before what was added earlier and is not told yet. */
void am_outline_add_root (AmOutline *outline, guint32 claim);

/* When all is told that was added: tells next what leads nowhere, with all that leads to it; then
   what is left, which goes round in circles, one after the other. FALSE when all are told. */
gboolean am_outline_add_rest (AmOutline *outline);

/* FALSE at the end; more roots may then be added. */
gboolean am_outline_next (AmOutline *outline, AmOutlineEntry *entry);

/* Whether the claim has been told. */
gboolean am_outline_has_told (const AmOutline *outline, guint32 claim);
