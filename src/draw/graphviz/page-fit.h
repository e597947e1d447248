/* Fitting a picture on a sheet of paper. Private to draw/. */

#pragma once

#include "draw/graph/style.h"
#include "draw/graphviz/graphviz.h"

/* Makes @graph, which has been laid out, fill a page when it is rendered. FALSE with @error
   (AM_DRAW_ERROR_PAGE) when its text would be too small to read. */
gboolean am_page_fit (Agraph_t *graph, AmDrawPage page, GError **error);
