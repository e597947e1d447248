/* gvc, and what differs between its versions 2.42 and 14. Private to draw/graphviz/: nobody else
 * includes gvc. */

#pragma once

#include "draw/graph/cgraph.h"

#include <graphviz/graphviz_version.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>

static inline void
am_gvc_free (GVC_t *gvc)
{
  gvFreeContext (gvc);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GVC_t, am_gvc_free)

/* What a plugin that measures text returns. */
#if GVPLUGIN_VERSION >= 8
typedef bool am_gv_bool;
#else
typedef boolean am_gv_bool;
#endif

/* gvRenderData() counts in unsigned int up to version 10, in size_t since. */
static inline int
am_gvrender (GVC_t *gvc, Agraph_t *graph, const char *format, char **data, gsize *length)
{
#if GVPLUGIN_VERSION >= 8
  size_t count = 0;
#else
  unsigned int count = 0;
#endif
  int failed = gvRenderData (gvc, graph, format, data, &count);
  *length = count;
  return failed;
}
