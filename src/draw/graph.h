/* From what is to be shown of a map to the graph that Graphviz lays out. Private to draw/. */

#pragma once

#include "draw/graphviz.h"
#include "draw/sheet.h"
#include "draw/style.h"

/* Never NULL; free with agclose(). The graph says everything that the picture shows; no layout has been done. */
Agraph_t *am_graph_build (const AmSheet *sheet, const AmLook *look);
