/* A graph as it is thought up, before cgraph has it: nodes, edges and what they look like, in any order. Private to draw/.

   Graphviz lays out what it was given first first. DOT lists a node, then where its edges lead; so a graph that is drawn as it was
   thought up and its DOT would be two pictures. A draft becomes a graph in the order in which DOT lists it. */

#pragma once

#include "draw/graphviz/graphviz.h"

G_BEGIN_DECLS

typedef struct _AmDraft AmDraft;

/* A node or an edge of a draft, which owns it. */
typedef struct _AmDraftItem AmDraftItem;

/* Free with am_draft_free(). */
AmDraft *am_draft_new (void);
void am_draft_free (AmDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmDraft, am_draft_free)

/* A node. Each has another @name. */
AmDraftItem *am_draft_node (AmDraft *draft, const char *name);

/* A node that stands beside the others that this was said of. */
void am_draft_align (AmDraft *draft, AmDraftItem *node);

AmDraftItem *am_draft_edge (AmDraft *draft, AmDraftItem *tail, AmDraftItem *head);

/* An attribute; what is said last counts. @name is static, @value is copied. */
void am_draft_set (AmDraft *draft, AmDraftItem *item, const char *name, const char *value);

/* The same for an HTML-like label. */
void am_draft_set_html (AmDraft *draft, AmDraftItem *item, const char *name, const char *html);

/* Joins all by lines that are not seen between what is aligned, which so keeps its order; of what has nothing aligned, something is.
   Where Graphviz 2.42 has to lay out several graphs in one, it reads beyond the end of what it knows of a column, and draws
   differently from run to run. */
void am_draft_link (AmDraft *draft);

/* Adds all of the draft to @graph, in which the defaults of its attributes are declared. */
void am_draft_realise (AmDraft *draft, Agraph_t *graph);

G_END_DECLS
