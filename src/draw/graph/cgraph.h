/* cgraph, and what differs between its versions. Private to draw/: nobody else includes it.
   AM_CGRAPH_SETS_TEXT comes from meson.build: whether there is agsafeset_text() and its like. */

#pragma once

#include <glib.h>
#include <graphviz/cgraph.h>

static inline void
am_agclose (Agraph_t *graph)
{
  agclose (graph);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Agraph_t, am_agclose)

/* cgraph takes some strings by char *, but writes to none of them. The default of every attribute
 * is "". */
static inline void
am_agset (void *object, const char *name, const char *value)
{
#if AM_CGRAPH_SETS_TEXT
  agsafeset_text (object, (char *) name, value, "");
#else
  agsafeset (object, (char *) name, (char *) value, (char *) "");
#endif
}

static inline void
am_agattr (Agraph_t *graph, int kind, const char *name, const char *value)
{
#if AM_CGRAPH_SETS_TEXT
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
#if AM_CGRAPH_SETS_TEXT
  agxset_text (object, symbol, value);
#else
  agxset (object, symbol, (char *) value);
#endif
}

/* Sets an HTML-like label. */
static inline void
am_agset_html (Agraph_t *graph, void *object, const char *name, const char *html)
{
#if AM_CGRAPH_SETS_TEXT
  (void) graph;
  agsafeset_html (object, (char *) name, html, "");
#else
  char *shared = agstrdup_html (graph, (char *) html);
  agsafeset (object, (char *) name, shared, (char *) "");
  agstrfree (graph, shared);
#endif
}
