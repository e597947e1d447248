/* Graphviz at work: its context, the layout, the rendering, and what it has to say. Private to draw/. It has global state: never
   call it from two threads. */

#pragma once

#include "draw/graphviz.h"

/* Lays @graph out and appends it to @out in @format, one of Graphviz's: "svg", "png", "pdf", "plain". FALSE with @error
   (AM_DRAW_ERROR) when that fails, and then nothing is appended. */
gboolean am_engine_render (Agraph_t *graph, const char *format, GString *out, GError **error);

/* Appends @graph as DOT, without a layout. Errors as above. */
gboolean am_engine_write_dot (Agraph_t *graph, GString *out, GError **error);

/* "Graphviz 2.43.0", or that there are no plugins. Static. */
const char *am_engine_version (void);
