/* From what is to be shown of a map to the graph that Graphviz lays out. Private to draw/. */

#pragma once

#include "draw/graphviz.h"
#include "draw/sheet.h"
#include "draw/style.h"
#include "draw/svg.h"

/* Never NULL; free with agclose(). The graph says everything that the picture shows; no layout has been done.
   What can be said of its parts in words is added to @texts. */
Agraph_t *am_graph_build (const AmSheet *sheet, const AmLook *look, AmSvgTexts *texts);
