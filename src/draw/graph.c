#include "draw/graph.h"

#include "base/text.h"
#include "draw/escape.h"
#include "draw/label.h"
#include "draw/names.h"
#include "model/walk.h"

/* Beyond so many claims the columns stand closer together. */
#define MANY_CLAIMS 300

/* Beyond so many the layout is left before it is the best. */
#define LARGEST_LAYOUT 3000

/* Inches between two columns of cards. */
#define COLUMN_GAP 0.8
#define NARROW_COLUMN_GAP 0.5

typedef struct
{
  const AmMap *map;
  const AmLook *look;
  Agraph_t *graph;
  const AmPalette *palette;
  AmFeatures features;
  Agnode_t **cards; /* per claim */
  Agnode_t **points; /* per relation: where undercuts meet it, NULL when none does */
  const AmSheet *sheet;
  AmSvgTexts *texts;
  guint span; /* ranks between a card and what it answers */
  GString *text;
} Drawing;

/* --- what the graph looks like as a whole --- */

static void
set_default (Drawing *d, int kind, const char *name, const char *value)
{
  am_agattr (d->graph, kind, name, value);
}

static const char *const rank_directions[] = { [AM_DRAW_RL] = "RL", [AM_DRAW_TB] = "TB", [AM_DRAW_LR] = "LR", [AM_DRAW_BT] = "BT" };

/* A bare Helvetica is a wider face on Debian. */
#define FONTS "Helvetica,Arial,sans-serif"

static void
set_defaults (Drawing *d)
{
  g_autofree char *fonts = d->look->asked->font != NULL ? g_strconcat (d->look->asked->font, "," FONTS, NULL) : g_strdup (FONTS);
  gboolean many = d->sheet->n_shown > MANY_CLAIMS;
  char gap[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (gap, sizeof gap, "%.3f", (many ? NARROW_COLUMN_GAP : COLUMN_GAP) / d->span);
  set_default (d, AGRAPH, "rankdir", rank_directions[d->look->asked->direction]);
  set_default (d, AGRAPH, "charset", "UTF-8");
  set_default (d, AGRAPH, "splines", "true");
  set_default (d, AGRAPH, "outputorder", "edgesfirst");
  set_default (d, AGRAPH, "nodesep", "0.17");
  set_default (d, AGRAPH, "ranksep", gap);
  set_default (d, AGRAPH, "pad", "0.25");
  set_default (d, AGRAPH, "bgcolor", d->look->colours->paper);
  set_default (d, AGRAPH, "fontname", fonts);
  set_default (d, AGRAPH, "fontcolor", d->look->colours->ink);
  set_default (d, AGRAPH, "labelloc", "t");
  set_default (d, AGRAPH, "labeljust", "l");
  set_default (d, AGRAPH, "label", "");
  if (d->sheet->apart)
    set_default (d, AGRAPH, "pack", "8");
  if (d->sheet->n_shown > LARGEST_LAYOUT)
    set_default (d, AGRAPH, "nslimit", ".2");
  set_default (d, AGNODE, "shape", "plain");
  set_default (d, AGNODE, "fontname", fonts);
  set_default (d, AGNODE, "fontsize", "11");
  set_default (d, AGNODE, "fontcolor", d->look->colours->ink);
  set_default (d, AGEDGE, "penwidth", "1.8");
  set_default (d, AGEDGE, "arrowsize", "0.8");
}

/* --- how far apart cards stand --- */

static gboolean
is_resolved (const AmRelation *relation)
{
  return relation->kind == AM_RELATION_UNDERCUT ? relation->to_relation != AM_NONE : relation->to.index != AM_NONE;
}

static gboolean
is_linked (const AmRelation *relation)
{
  return relation->with.count > 0;
}

/* Undercuts of undercuts nest; an arrow has no room for more dots than these. */
#define LONGEST_SPAN 5

/* How many ranks before the card in the end an arrow's own end lies: 0 at the card, 1 at the × on an arrow to it, … */
static guint
find_end (const AmMap *map, guint32 index)
{
  guint ranks = 0;

  while (ranks < LONGEST_SPAN - 1 && am_map_relation (map, index)->to_relation != AM_NONE)
    {
      index = am_map_relation (map, index)->to_relation;
      ranks++;
    }
  return ranks;
}

/* In the picture, that is. */
static gboolean
is_undercut (const AmSheet *sheet, guint32 index)
{
  AmIndexList undercutters = am_map_undercutters (sheet->map, index);

  for (guint32 i = 0; i < undercutters.count; i++)
    if (sheet->drawn[undercutters.items[i]])
      return TRUE;
  return FALSE;
}

/* Dots on an arrow take ranks of their own; all arrows are as long as the one with the most, so that cards keep to columns. In a
   large picture each is as long as it must be: longer ones cost more than columns are worth. */
static guint
find_span (const AmSheet *sheet)
{
  const AmMap *map = sheet->map;
  guint span = 1;

  if (sheet->n_shown > MANY_CLAIMS)
    return span;
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      if (!sheet->drawn[i])
        continue;
      guint dots = is_linked (am_map_relation (map, i)) + is_undercut (sheet, i);
      span = MAX (span, find_end (map, i) + dots + 1);
    }
  return MIN (span, LONGEST_SPAN);
}

/* --- nodes --- */

static Agnode_t *
add_node (Drawing *d, char kind, guint32 index)
{
  char name[16];
  g_snprintf (name, sizeof name, "%c%u", kind, index); /* short: 2.42 crashes on long names in its messages */
  return agnode (d->graph, name, TRUE);
}

/* What one can point at, or have read aloud. */
static void
set_words (Drawing *d, void *object, const char *id, const char *words)
{
  g_autofree char *escaped = am_escaped_attribute (words);

  am_agset (object, "id", id);
  am_agset (object, "tooltip", escaped);
  am_svg_texts_add (d->texts, id, g_strdup (words));
}

static void
add_card (Drawing *d, guint32 i)
{
  const AmClaim *claim = am_map_claim (d->map, i);
  gboolean thesis = d->sheet->columns->is_thesis[i];
  AmCardRank rank = thesis ? AM_CARD_THESIS : d->sheet->focus == i ? AM_CARD_FOCUS : AM_CARD_PLAIN;
  Agnode_t *node = d->cards[i] = add_node (d, 'c', i);

  g_string_truncate (d->text, 0);
  am_label_card (d->text, d->look, d->map, d->palette, i, rank);
  am_agset_html (d->graph, node, "label", d->text->str);
  g_autofree char *id = am_names_claim (d->map, i);
  set_words (d, node, id, claim->text);
  const AmSourceRecord *source = d->look->links ? am_label_link (d->map, i) : NULL;
  if (source != NULL)
    {
      char name[32];
      g_snprintf (name, sizeof name, AM_LINK_NAME, i);
      am_svg_texts_add_link (d->texts, name, source);
    }
  am_agset (node, "class", thesis ? "claim thesis" : am_role_word (claim->role));
  d->features.implicit = d->features.implicit || claim->implicit;
}

static Agnode_t *
add_dot (Drawing *d, char kind, guint32 relation, const char *class, const char *prefix, const char *tooltip)
{
  Agnode_t *node = add_node (d, kind, relation);
  g_autofree char *name = am_names_relation (d->map, relation);
  g_autofree char *id = g_strconcat (prefix, name, NULL);

  set_words (d, node, id, tooltip);
  am_agset (node, "class", class);
  am_agset (node, "shape", "circle");
  am_agset (node, "style", "filled");
  am_agset (node, "fixedsize", "true");
  am_agset (node, "margin", "0");
  return node;
}

/* The × on a relation that is undercut. */
static void
add_point (Drawing *d, guint32 relation)
{
  Agnode_t *node = d->points[relation] = add_dot (d, 'u', relation, "undercut-point", "point-", "this step is undercut");

  am_agset (node, "width", "0.25");
  am_agset (node, "fillcolor", d->look->colours->card);
  am_agset (node, "color", d->look->colours->strokes[AM_RELATION_UNDERCUT]);
  am_agset (node, "penwidth", "1.6");
  am_agset (node, "fontsize", "12");
  am_agset (node, "fontcolor", d->look->colours->strokes[AM_RELATION_UNDERCUT]);
  am_agset (node, "label", "×");
}

/* @kind and @index: a name for the node that no other has. */
static Agnode_t *
add_missing (Drawing *d, char kind, guint32 index, const char *what)
{
  Agnode_t *node = add_node (d, kind, index);

  g_string_truncate (d->text, 0);
  g_autofree char *id = g_strdup_printf ("missing-%c%u", kind, index);

  am_label_missing (d->text, d->look, what);
  am_agset_html (d->graph, node, "label", d->text->str);
  am_agset (node, "class", "missing");
  set_words (d, node, id, what);
  return node;
}

/* --- edges --- */

static const struct
{
  const char *style, *penwidth, *thin, *arrowhead, *arrowsize;
} strokes[] = {
  [AM_RELATION_SUPPORT] = { "solid", "1.8", "1.2", "normal", "0.8" },
  [AM_RELATION_REBUT] = { "dashed", "2", "1.3", "tee", "1.1" },
  [AM_RELATION_UNDERCUT] = { "dotted", "2.2", "1.6", "none", "0.7" },
};

/* Where arrows leave a card, and where they meet it: supports and rebuttals apart, so that their heads are. */
static const struct
{
  const char *tail, *head[2];
} ports[] = {
  [AM_DRAW_RL] = { "w", { [AM_RELATION_SUPPORT] = "s:e", [AM_RELATION_REBUT] = "a:e" } },
  [AM_DRAW_LR] = { "e", { [AM_RELATION_SUPPORT] = "s:w", [AM_RELATION_REBUT] = "a:w" } },
  [AM_DRAW_TB] = { "s", { [AM_RELATION_SUPPORT] = "l:n", [AM_RELATION_REBUT] = "s:n" } },
  [AM_DRAW_BT] = { "n", { [AM_RELATION_SUPPORT] = "l:s", [AM_RELATION_REBUT] = "a:s" } },
};

typedef struct
{
  guint32 relation;
  AmRelationKind kind;
  gboolean ranks; /* takes part in the layout */
} Stroke;

/* "c2 supports c1"; "r3 undercuts the step from c2 to c1". Caller owns it. */
static char *
describe_relation (const AmMap *map, guint32 index)
{
  const AmRelation *relation = am_map_relation (map, index);
  const char *from = am_map_claim (map, relation->from)->id, *word = am_relation_word (relation->kind);

  if (relation->kind != AM_RELATION_UNDERCUT)
    return g_strdup_printf ("%s %s %s", from, word, relation->to.id);
  if (relation->to_relation == AM_NONE)
    return g_strdup_printf ("%s undercuts a relation", from);
  const AmRelation *attacked = am_map_relation (map, relation->to_relation);
  const char *attacker = am_map_claim (map, attacked->from)->id;
  if (attacked->kind == AM_RELATION_UNDERCUT)
    return g_strdup_printf ("%s undercuts the undercut by %s", from, attacker);
  return g_strdup_printf ("%s undercuts the step from %s to %s", from, attacker, attacked->to.id);
}

static Agedge_t *
add_edge (Drawing *d, Agnode_t *tail, Agnode_t *head, const Stroke *stroke, guint length, const char *id)
{
  Agedge_t *edge = agedge (d->graph, tail, head, NULL, TRUE);
  char minlen[16];

  g_snprintf (minlen, sizeof minlen, "%u", MAX (length, 1));
  g_autofree char *words = describe_relation (d->map, stroke->relation);
  am_agset (edge, "id", id);
  am_svg_texts_add (d->texts, id, g_steal_pointer (&words));
  am_agset (edge, "class", am_relation_word (stroke->kind));
  am_agset (edge, "color", d->look->colours->strokes[stroke->kind]);
  am_agset (edge, "style", strokes[stroke->kind].style);
  am_agset (edge, "penwidth", stroke->ranks ? strokes[stroke->kind].penwidth : strokes[stroke->kind].thin);
  am_agset (edge, "arrowhead", "none");
  am_agset (edge, "minlen", minlen);
  if (!stroke->ranks)
    am_agset (edge, "constraint", "false");
  return edge;
}

static void
end_edge (Drawing *d, Agedge_t *edge, const Stroke *stroke, gboolean to_card)
{
  am_agset (edge, "arrowhead", strokes[stroke->kind].arrowhead);
  am_agset (edge, "arrowsize", strokes[stroke->kind].arrowsize);
  if (to_card)
    am_agset (edge, "headport", ports[d->look->asked->direction].head[stroke->kind]);
}

/* An edge leaves its card where arrows lead; one that does not rank may have to go elsewhere, and chooses its side. */
static void
leave_card (Drawing *d, Agedge_t *edge, const Stroke *stroke)
{
  if (stroke->ranks)
    am_agset (edge, "tailport", ports[d->look->asked->direction].tail);
}

static Agnode_t *
find_head (Drawing *d, guint32 index)
{
  const AmRelation *relation = am_map_relation (d->map, index);

  if (relation->kind == AM_RELATION_UNDERCUT)
    return relation->to_relation != AM_NONE ? d->points[relation->to_relation]
                                            : add_missing (d, 'm', index, "the relation that is undercut");
  if (relation->to.index != AM_NONE)
    return d->cards[relation->to.index];
  return add_missing (d, 'm', index, relation->to.id);
}

/* The legs of linked premises run together in a dot. */
static Agnode_t *
join_premises (Drawing *d, guint32 index, const Stroke *stroke, guint length, const char *name)
{
  const AmRelation *relation = am_map_relation (d->map, index);
  Agnode_t *dot = add_dot (d, 'j', index, "linked-premises", "join-", "premises that hold only together");
  g_autofree char *own = g_strconcat (name, "-LEG-0", NULL);

  am_agset (dot, "shape", "point");
  am_agset (dot, "width", "0.08");
  am_agset (dot, "fillcolor", d->look->colours->strokes[stroke->kind]);
  am_agset (dot, "color", d->look->colours->strokes[stroke->kind]);
  leave_card (d, add_edge (d, d->cards[relation->from], dot, stroke, length, own), stroke);
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      const AmRef *premise = am_map_ref (d->map, relation->with.start + i);
      gboolean missing = premise->index == AM_NONE;
      Agnode_t *card = missing ? add_missing (d, 'p', relation->with.start + i, premise->id) : d->cards[premise->index];
      g_autofree char *id = g_strdup_printf ("%s-LEG-%u", name, i + 1);
      Stroke leg = { index, stroke->kind, missing || d->sheet->columns->ranking[premise->index] == index };
      leave_card (d, add_edge (d, card, dot, &leg, length, id), &leg);
    }
  d->features.linked = TRUE;
  return dot;
}

static void
count_feature (Drawing *d, AmRelationKind kind)
{
  d->features.support = d->features.support || kind == AM_RELATION_SUPPORT;
  d->features.rebut = d->features.rebut || kind == AM_RELATION_REBUT;
  d->features.undercut = d->features.undercut || kind == AM_RELATION_UNDERCUT;
}

/* card — (dot of linked premises) — (× of undercuts) → card: from one end to the other. */
static void
add_relation (Drawing *d, guint32 index)
{
  const AmRelation *relation = am_map_relation (d->map, index);
  gboolean linked = is_linked (relation);
  Agnode_t *point = d->points[index];
  gboolean dotted = linked || point != NULL; /* dots must have a place in the layout */
  Stroke stroke = { index, relation->kind, dotted || d->sheet->columns->ranking[relation->from] == index || !is_resolved (relation) };
  guint end = find_end (d->map, index), length = d->span > end ? d->span - end : 1;
  guint inner = (guint) linked + (point != NULL);
  guint first = length > inner ? length - inner : 1;
  g_autofree char *name = am_names_relation (d->map, index);
  Agnode_t *head = find_head (d, index), *tail = d->cards[relation->from];
  Agedge_t *edge;

  count_feature (d, relation->kind);
  if (linked)
    {
      tail = join_premises (d, index, &stroke, first, name);
      first = 1;
    }
  if (point != NULL)
    {
      g_autofree char *id = g_strconcat (name, "-BEFORE", NULL);
      edge = add_edge (d, tail, point, &stroke, first, id);
      am_agset (edge, "weight", "20");
      if (!linked)
        leave_card (d, edge, &stroke);
      tail = point;
      first = 1;
    }
  edge = add_edge (d, tail, head, &stroke, first, name);
  end_edge (d, edge, &stroke, relation->kind != AM_RELATION_UNDERCUT);
  if (dotted)
    am_agset (edge, "weight", "20");
  else
    leave_card (d, edge, &stroke);
}

/* --- what is cut off --- */

/* A small stub at the end of a card: so many claims more. */
static void
add_more (Drawing *d, guint32 claim, guint32 count, gboolean above)
{
  g_autofree char *label = g_strdup_printf ("+%u", count);
  g_autofree char *statements = am_text_count (count, "statement", NULL);
  g_autofree char *tooltip = g_strdup_printf ("%s more, not drawn", statements);
  g_autofree char *name = am_names_claim (d->map, claim);
  g_autofree char *id = g_strconcat (above ? "above-" : "below-", name, NULL);
  Agnode_t *node = add_node (d, above ? 'a' : 'b', claim);
  Agedge_t *edge = above ? agedge (d->graph, d->cards[claim], node, NULL, TRUE) : agedge (d->graph, node, d->cards[claim], NULL, TRUE);

  g_autofree char *line = g_strconcat (id, "-LINE", NULL);

  set_words (d, node, id, tooltip);
  am_agset (node, "class", "more");
  am_agset (node, "label", label);
  am_agset (node, "fontcolor", d->look->colours->grey);
  am_agset (edge, "class", "more");
  am_agset (edge, "color", d->look->colours->faint);
  am_agset (edge, "penwidth", "1.2");
  am_agset (edge, "arrowhead", "none");
  am_agset (edge, "id", line);
  d->features.more = TRUE;
}

/* --- what leads to another part of the map, which is laid out apart --- */

/* A small stub that says where a relation goes on, or comes from. */
static void
add_see (Drawing *d, guint32 index, gboolean at_head)
{
  const AmRelation *relation = am_map_relation (d->map, index);
  guint32 head = am_walk_head (d->map, relation), here = at_head ? head : relation->from, there = at_head ? relation->from : head;
  g_autofree char *relation_name = am_names_relation (d->map, index);
  g_autofree char *id = g_strconcat (relation_name, at_head ? "-FROM" : "", NULL);
  g_autofree char *stub = g_strconcat ("see-", id, NULL);
  g_autofree char *label = g_strdup_printf ("see %s", am_map_claim (d->map, there)->id);
  Agnode_t *node = add_node (d, at_head ? 'f' : 's', index);
  Stroke stroke = { index, relation->kind, TRUE };
  Agedge_t *edge = at_head ? add_edge (d, node, d->cards[here], &stroke, 1, id) : add_edge (d, d->cards[here], node, &stroke, 1, id);

  set_words (d, node, stub, am_map_claim (d->map, there)->text);
  am_agset (node, "class", "see");
  g_autofree char *escaped = am_escaped_attribute (label);
  am_agset (node, "label", escaped);
  am_agset (node, "fontsize", "9");
  am_agset (node, "fontcolor", d->look->colours->grey);
  am_agset (edge, "penwidth", strokes[relation->kind].thin);
  end_edge (d, edge, &stroke, at_head && relation->kind != AM_RELATION_UNDERCUT);
  count_feature (d, relation->kind);
  d->features.see = TRUE;
}

static void
add_sees (Drawing *d)
{
  for (guint32 i = 0; i < d->map->relations->len; i++)
    {
      if (!am_sheet_leads_elsewhere (d->sheet, i))
        continue;
      if (d->cards[am_map_relation (d->map, i)->from] != NULL)
        add_see (d, i, FALSE);
      if (d->cards[am_walk_head (d->map, am_map_relation (d->map, i))] != NULL)
        add_see (d, i, TRUE);
    }
}

/* --- all of it --- */

static void
add_missing_resolutions (Drawing *d)
{
  for (guint32 i = 0; i < d->map->resolutions.count; i++)
    {
      const AmRef *ref = am_map_ref (d->map, d->map->resolutions.start + i);
      if (ref->index == AM_NONE)
        add_missing (d, 'r', i, ref->id);
    }
}

/* Resolutions stand side by side in the first column; where there are none, what the debate comes down to, unless it answers
   something itself. */
static void
align_theses (Drawing *d)
{
  Agraph_t *column = agsubg (d->graph, (char *) "theses", TRUE);

  am_agset (column, "rank", "same");
  for (guint32 i = 0; i < d->map->claims->len; i++)
    if (d->cards[i] != NULL && d->sheet->columns->is_thesis[i] && d->sheet->columns->ranking[i] == AM_NONE)
      agsubnode (column, d->cards[i], TRUE);
}

static void
add_all (Drawing *d)
{
  const AmMap *map = d->map;

  for (guint32 i = 0; i < map->claims->len; i++)
    if (d->sheet->shown[i])
      add_card (d, i);
  align_theses (d);
  add_missing_resolutions (d);
  for (guint32 i = 0; i < map->relations->len; i++)
    if (d->sheet->drawn[i] && is_undercut (d->sheet, i))
      add_point (d, i);
  for (guint32 i = 0; i < map->relations->len; i++)
    if (d->sheet->drawn[i])
      add_relation (d, i);
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      if (d->sheet->below[i] > 0)
        add_more (d, i, d->sheet->below[i], FALSE);
      if (d->sheet->above[i] > 0)
        add_more (d, i, d->sheet->above[i], TRUE);
    }
  add_sees (d);
}

Agraph_t *
am_graph_build (const AmSheet *sheet, const AmLook *look, AmSvgTexts *texts)
{
  const AmMap *map = sheet->map;
  g_auto (AmPalette) palette = { NULL, 0 };
  g_autofree Agnode_t **cards = g_new0 (Agnode_t *, (gsize) map->claims->len + 1);
  g_autofree Agnode_t **points = g_new0 (Agnode_t *, (gsize) map->relations->len + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  Drawing d = { .map = map, .look = look, .palette = &palette, .cards = cards, .points = points, .sheet = sheet,
                .texts = texts, .span = find_span (sheet), .text = text };

  am_palette_init (&palette, sheet, look->colours);
  d.graph = agopen ((char *) "argmap", Agdirected, NULL);
  set_defaults (&d);
  add_all (&d);
  g_string_truncate (text, 0);
  am_label_head (text, look, sheet, &palette, &d.features);
  am_agset_html (d.graph, d.graph, "label", text->str);
  texts->description = am_label_description (sheet);
  return d.graph;
}
