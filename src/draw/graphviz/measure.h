/* A plugin of Graphviz that measures text by draw/view/text-extent.h, in place of Pango, where
   speed or the same picture on every machine counts. Private to draw/graphviz/. */

#pragma once

#include "draw/graphviz/graphviz.h"

extern gvplugin_library_t am_measure_library;
