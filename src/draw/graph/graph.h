/* From what is to be shown of a map to the graph that Graphviz lays out. Private to draw/. */

#pragma once

#include "draw/graph/cgraph.h"
#include "draw/graph/style.h"
#include "draw/graph/texts.h"
#include "draw/view/view.h"

/* Never NULL; free with agclose(). The graph says everything that the picture shows; no layout has
   been done. What can be said of its parts in words is added to @texts. */
Agraph_t *am_graph_build (const AmView *view, const AmStyle *style, AmSvgTexts *texts);
