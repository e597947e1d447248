/* Graphviz, and what differs between its versions 2.42 and 14. Private to draw/: nobody else includes cgraph or gvc. */

#pragma once

#include <glib.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/graphviz_version.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>

static inline void
am_agclose (Agraph_t *graph)
{
  agclose (graph);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Agraph_t, am_agclose)

static inline void
am_gvc_free (GVC_t *gvc)
{
  gvFreeContext (gvc);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GVC_t, am_gvc_free)

/* cgraph takes some strings by char *, but writes to none of them. The default of every attribute is "". */
static inline void
am_agset (void *object, const char *name, const char *value)
{
#if GVPLUGIN_VERSION >= 8
  agsafeset_text (object, (char *) name, value, "");
#else
  agsafeset (object, (char *) name, (char *) value, (char *) "");
#endif
}

static inline void
am_agattr (Agraph_t *graph, int kind, const char *name, const char *value)
{
#if GVPLUGIN_VERSION >= 8
  agattr_text (graph, kind, (char *) name, value);
#else
  agattr (graph, kind, (char *) name, (char *) value);
#endif
}

/* The attribute @name of nodes or edges, declared with the default "" unless it is already. */
static inline Agsym_t *
am_agattr_find (Agraph_t *graph, int kind, const char *name)
{
  Agsym_t *symbol = agattr (graph, kind, (char *) name, NULL);

  if (symbol != NULL)
    return symbol;
  am_agattr (graph, kind, name, "");
  return agattr (graph, kind, (char *) name, NULL);
}

static inline void
am_agxset (void *object, Agsym_t *symbol, const char *value)
{
#if GVPLUGIN_VERSION >= 8
  agxset_text (object, symbol, value);
#else
  agxset (object, symbol, (char *) value);
#endif
}

/* Sets an HTML-like label. */
static inline void
am_agset_html (Agraph_t *graph, void *object, const char *name, const char *html)
{
#if GVPLUGIN_VERSION >= 8
  (void) graph;
  agsafeset_html (object, (char *) name, html, "");
#else
  char *shared = agstrdup_html (graph, (char *) html);
  agsafeset (object, (char *) name, shared, (char *) "");
  agstrfree (graph, shared);
#endif
}

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
