/* What is needed while a graph is built, and the nodes that several parts of it share. Private to
 * draw/graph/. */

#pragma once

#include "draw/graph/builder.h"
#include "draw/graph/card.h"
#include "draw/graph/graph.h"
#include "draw/graph/legend.h"
#include "model/walk.h"

typedef struct
{
  const AmScene *scene;
  const AmStyle *style;
  AmGraphBuilder *builder;
  const AmPalette *palette;
  AmFeatures features;
  AmGraphItem **cards; /* per claim */
  AmGraphItem **points; /* per relation: where undercuts meet it, NULL when none does */
  const AmView *view;
  AmSvgTexts *texts;
  guint span; /* ranks between a card and what it answers */
  GString *text;
} AmGraphContext;

/* A stroke of a relation. */
typedef struct
{
  guint32 relation;
  AmRelationKind kind;
  gboolean ranks; /* takes part in the layout */
  gboolean back; /* but for the ranks: it leads back, and chooses its side */
} Stroke;

/* context.c */

/* An attribute. */
void am_graph_set (AmGraphContext *d, AmGraphItem *item, const char *name, const char *value);

/* A node with a name of its own: what kind of thing it is, and which. */
AmGraphItem *am_graph_add_node (AmGraphContext *d, char kind, guint32 index);

/* What one can point at, or have read aloud. */
void am_graph_set_tooltip (AmGraphContext *d, AmGraphItem *item, const char *id, const char *words);

/* Notes for the key that there is such a relation. */
void am_graph_note_kind (AmGraphContext *d, AmRelationKind kind);

/* A card for what is named and is not there. */
AmGraphItem *am_graph_add_missing (AmGraphContext *d, char kind, guint32 index, const char *what);

/* lines.c */

/* card — (dot of linked premises) — (× of undercuts) → card, for every relation that is drawn. */
void am_lines_add (AmGraphContext *d);

AmGraphItem *am_lines_add_edge (AmGraphContext *d, AmGraphItem *tail, AmGraphItem *head,
                                const Stroke *stroke, guint length, const char *id);

/* Thinner than a line of its kind is, and with a head where it meets a card. */
void am_lines_end_thin (AmGraphContext *d, AmGraphItem *edge, const Stroke *stroke,
                        gboolean to_card);

/* stubs.c */

/* Stubs where branches are cut off, and where relations lead to other parts of the map. */
void am_stubs_add (AmGraphContext *d);
