/* The parts of Graphviz that argmap uses, handed over to it. Left to itself it reads a file that
   lists all of its plugins, which takes a third of the time of a small picture. They are opened
   when the first picture is drawn and never linked, so that a check does not pay for them. Private
   to draw/. */

#pragma once

#include "draw/graphviz/graphviz.h"

/* A new context; caller frees it. @fast: texts are measured by draw/graphviz/measure.h instead of
   Pango, so there are no bitmaps and no PDF. Where the plugins are not found, or are made for
   another Graphviz, it finds its own. NULL when even that fails. */
GVC_t *am_plugins_open (gboolean fast);
