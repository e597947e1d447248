#include "draw/graph/nodes.h"

#include "draw/graph/escape.h"

AmDraftItem *
am_drawing_add_node (Drawing *d, char kind, guint32 index)
{
  char name[16];
  g_snprintf (name, sizeof name, "%c%u", kind, index); /* short: 2.42 crashes on long names in its messages */
  return am_draft_node (d->draft, name);
}

void
am_drawing_set (Drawing *d, AmDraftItem *item, const char *name, const char *value)
{
  am_draft_set (d->draft, item, name, value);
}

void
am_drawing_set_words (Drawing *d, AmDraftItem *item, const char *id, const char *words)
{
  g_autofree char *escaped = am_escaped_attribute (words);

  am_drawing_set (d, item, "id", id);
  am_drawing_set (d, item, "tooltip", escaped);
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
AmDraftItem *
am_drawing_add_missing (Drawing *d, char kind, guint32 index, const char *what)
{
  AmDraftItem *node = am_drawing_add_node (d, kind, index);

  g_string_truncate (d->text, 0);
  g_autofree char *id = g_strdup_printf ("missing-%c%u", kind, index);

  am_label_missing (d->text, d->style, what);
  am_draft_set_html (d->draft, node, "label", d->text->str);
  am_drawing_set (d, node, "class", "missing");
  am_drawing_set_words (d, node, id, what);
  return node;
}
