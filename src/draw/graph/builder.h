/* A graph before it is handed to cgraph: nodes, edges and their attributes, in any order. Private
   to draw/graph/.

   Graphviz lays out first what it was given first. DOT lists a node, then where its edges lead; so
   a graph that is drawn in the order in which it was built and its DOT would be two pictures. A
   builder hands its graph over in the order in which DOT lists it. */

#pragma once

#include "draw/graph/cgraph.h"

typedef struct _AmGraphBuilder AmGraphBuilder;

/* A node or an edge, which its builder owns. */
typedef struct _AmGraphItem AmGraphItem;

/* Free with am_graph_builder_free(). */
AmGraphBuilder *am_graph_builder_new (void);
void am_graph_builder_free (AmGraphBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmGraphBuilder, am_graph_builder_free)

/* A node. Each has another @name. */
AmGraphItem *am_graph_builder_node (AmGraphBuilder *builder, const char *name);

/* Puts @node into one rank with the others that were aligned. */
void am_graph_builder_align (AmGraphBuilder *builder, AmGraphItem *node);

AmGraphItem *am_graph_builder_edge (AmGraphBuilder *builder, AmGraphItem *tail, AmGraphItem *head);

/* An attribute; the last value counts. @name is static, @value is copied. */
void am_graph_builder_set (AmGraphBuilder *builder, AmGraphItem *item, const char *name,
                           const char *value);

/* The same for an HTML-like label. */
void am_graph_builder_set_html (AmGraphBuilder *builder, AmGraphItem *item, const char *name,
                                const char *html);

/* Joins all by lines that are not seen between what is aligned, which so keeps its order; of what
   has nothing aligned, something is. Where Graphviz 2.42 has to lay out several graphs in one, it
   reads beyond the end of what it knows of a column, and draws differently from run to run. */
void am_graph_builder_link (AmGraphBuilder *builder);

/* Adds all that was built to @graph, in which the defaults of its attributes are declared. Once:
 * attributes are not kept. */
void am_graph_builder_realise (AmGraphBuilder *builder, Agraph_t *graph);
