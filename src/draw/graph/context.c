#include "draw/graph/context.h"

#include "draw/graph/escape.h"

AmGraphItem *
am_graph_add_node (AmGraphContext *d, char kind, guint32 index)
{
  char name[16];
  g_snprintf (name, sizeof name, "%c%u", kind,
              index); /* short: 2.42 crashes on long names in its messages */
  return am_graph_builder_node (d->builder, name);
}

void
am_graph_set (AmGraphContext *d, AmGraphItem *item, const char *name, const char *value)
{
  am_graph_builder_set (d->builder, item, name, value);
}

void
am_graph_set_tooltip (AmGraphContext *d, AmGraphItem *item, const char *id, const char *words)
{
  g_autofree char *escaped = am_escaped_attribute (words);

  am_graph_set (d, item, "id", id);
  am_graph_set (d, item, "tooltip", escaped);
  am_svg_texts_add (d->texts, id, g_strdup (words));
}

void
am_graph_note_kind (AmGraphContext *d, AmRelationKind kind)
{
  d->features.support = d->features.support || kind == AM_RELATION_SUPPORT;
  d->features.rebut = d->features.rebut || kind == AM_RELATION_REBUT;
  d->features.undercut = d->features.undercut || kind == AM_RELATION_UNDERCUT;
}

/* @kind and @index: a name for the node that no other has. */
AmGraphItem *
am_graph_add_missing (AmGraphContext *d, char kind, guint32 index, const char *what)
{
  AmGraphItem *node = am_graph_add_node (d, kind, index);

  g_string_truncate (d->text, 0);
  g_autofree char *id = g_strdup_printf ("missing-%c%u", kind, index);

  am_card_append_missing (d->text, d->style, what);
  am_graph_builder_set_html (d->builder, node, "label", d->text->str);
  am_graph_set (d, node, "class", "missing");
  am_graph_set_tooltip (d, node, id, what);
  return node;
}
