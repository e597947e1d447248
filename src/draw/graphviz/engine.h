/* Graphviz at work: its context, the layout, the rendering. Private to draw/. It has global state:
   never call it from two threads. */

#pragma once

#include "draw/draw.h"
#include "draw/graphviz/graphviz.h"

/* What is asked of the engine. */
typedef struct
{
  const AmMap *map; /* what the nodes stand for, so that messages can say it; may be NULL */
  AmDrawPage page; /* that it has to fit on */
  gboolean fast; /* texts are measured without fonts, come what may; no PNG and no PDF then */
  gboolean usual_fonts; /* no other was asked for */
  GPtrArray *remarks; /* strings are appended: what should be known of a picture that was drawn; may
                         be NULL */
} AmEngine;

/* Lays @graph out and appends it to @out in @format, one of Graphviz's: "svg", "png", "pdf",
   "plain". FALSE with @error (AM_DRAW_ERROR) when that fails, and then nothing is appended. */
gboolean am_engine_render (const AmEngine *engine, Agraph_t *graph, const char *format,
                           GString *out, GError **error);

/* Whether @graph, laid out, can be read in @format on the page that is asked for. */
gboolean am_engine_fits (const AmEngine *engine, Agraph_t *graph, const char *format);

/* Whether text is as wide on this machine as elsewhere. */
gboolean am_engine_has_usual_font (void);

/* Whether there is a font called @family. */
gboolean am_engine_has_font (const char *family);

/* Appends @graph as DOT, without a layout. Errors as above. */
gboolean am_engine_write_dot (const AmEngine *engine, Agraph_t *graph, GString *out,
                              GError **error);

/* "Graphviz 2.43.0". Static. */
const char *am_engine_version (void);
