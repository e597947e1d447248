#include "draw/drawing.h"

#include "draw/escape.h"

Agnode_t *
am_drawing_add_node (Drawing *d, char kind, guint32 index)
{
  char name[16];
  g_snprintf (name, sizeof name, "%c%u", kind, index); /* short: 2.42 crashes on long names in its messages */
  return agnode (d->graph, name, TRUE);
}

void
am_drawing_set_words (Drawing *d, void *object, const char *id, const char *words)
{
  g_autofree char *escaped = am_escaped_attribute (words);

  am_agset (object, "id", id);
  am_agset (object, "tooltip", escaped);
  am_svg_texts_add (d->texts, id, g_strdup (words));
}

void
am_drawing_count_kind (Drawing *d, AmRelationKind kind)
{
  d->features.support = d->features.support || kind == AM_RELATION_SUPPORT;
  d->features.rebut = d->features.rebut || kind == AM_RELATION_REBUT;
  d->features.undercut = d->features.undercut || kind == AM_RELATION_UNDERCUT;
}

/* @kind and @index: a name for the node that no other has. */
Agnode_t *
am_drawing_add_missing (Drawing *d, char kind, guint32 index, const char *what)
{
  Agnode_t *node = am_drawing_add_node (d, kind, index);

  g_string_truncate (d->text, 0);
  g_autofree char *id = g_strdup_printf ("missing-%c%u", kind, index);

  am_label_missing (d->text, d->look, what);
  am_agset_html (d->graph, node, "label", d->text->str);
  am_agset (node, "class", "missing");
  am_drawing_set_words (d, node, id, what);
  return node;
}
