#include "draw/graph/context.h"

#include "draw/graph/ids.h"
#include "draw/view/reach.h"

static gboolean
is_resolved (const AmRelation *relation)
{
  return relation->kind == AM_RELATION_UNDERCUT ? relation->to_relation != AM_NONE
                                                : relation->to.index != AM_NONE;
}

static gboolean
is_linked (const AmRelation *relation)
{
  return relation->with.count > 0;
}

/* --- dots on lines --- */

static AmGraphItem *
add_dot (AmGraphContext *d, char kind, guint32 relation, const char *class, const char *prefix,
         const char *tooltip)
{
  AmGraphItem *node = am_graph_add_node (d, kind, relation);
  g_autofree char *name = am_ids_relation (d->scene->map, relation);
  g_autofree char *id = g_strconcat (prefix, name, NULL);

  am_graph_set_tooltip (d, node, id, tooltip);
  am_graph_set (d, node, "class", class);
  am_graph_set (d, node, "shape", "circle");
  am_graph_set (d, node, "style", "filled");
  am_graph_set (d, node, "fixedsize", "true");
  am_graph_set (d, node, "margin", "0");
  return node;
}

/* The × on a relation that is undercut. */
static void
add_point (AmGraphContext *d, guint32 relation)
{
  AmGraphItem *node = d->points[relation] =
      add_dot (d, 'u', relation, "undercut-point", "point-", "this step is undercut");

  am_graph_set (d, node, "width", "0.25");
  am_graph_set (d, node, "fillcolor", d->style->colours->card);
  am_graph_set (d, node, "color", d->style->colours->strokes[AM_RELATION_UNDERCUT]);
  am_graph_set (d, node, "penwidth", "1.6");
  am_graph_set (d, node, "fontsize", "12");
  am_graph_set (d, node, "fontcolor", d->style->colours->strokes[AM_RELATION_UNDERCUT]);
  am_graph_set (d, node, "label", "×");
}

/* The sign on a relation that was added, removed or changed. */
static AmGraphItem *
add_sign (AmGraphContext *d, guint32 relation, AmMark mark)
{
  g_autofree char *tooltip = g_strdup_printf ("this relation was %s", am_mark_word (mark));
  g_autofree char *class = g_strconcat ("mark ", am_mark_word (mark), NULL);
  AmGraphItem *node = add_dot (d, 'd', relation, class, "mark-", tooltip);

  am_graph_set (d, node, "width", "0.25");
  am_graph_set (d, node, "fillcolor", d->style->colours->marks[mark].fill);
  am_graph_set (d, node, "color", d->style->colours->ink);
  am_graph_set (d, node, "fontsize", "12");
  am_graph_set (d, node, "fontcolor", d->style->colours->marks[mark].ink);
  am_graph_set (d, node, "label", am_style_sign (mark));
  d->features.marks[mark] = TRUE;
  return node;
}

/* --- lines --- */

static const struct
{
  const char *style, *penwidth, *thin, *arrowhead, *arrowsize;
} strokes[] = {
  [AM_RELATION_SUPPORT] = { "solid", "1.8", "1.2", "normal", "0.8" },
  [AM_RELATION_REBUT] = { "dashed", "2", "1.3", "tee", "1.1" },
  [AM_RELATION_UNDERCUT] = { "dotted", "2.2", "1.6", "none", "0.7" },
};

/* Where arrows leave a card, and where they meet it: supports and rebuttals apart, so that their
 * heads are. */
static const struct
{
  const char *tail, *head[2];
} ports[] = {
  [AM_DRAW_RL] = { "w", { [AM_RELATION_SUPPORT] = "s:e", [AM_RELATION_REBUT] = "a:e" } },
  [AM_DRAW_LR] = { "e", { [AM_RELATION_SUPPORT] = "s:w", [AM_RELATION_REBUT] = "a:w" } },
  [AM_DRAW_TB] = { "a:s", { [AM_RELATION_SUPPORT] = "l:n", [AM_RELATION_REBUT] = "s:n" } },
  [AM_DRAW_BT] = { "n", { [AM_RELATION_SUPPORT] = "l:s", [AM_RELATION_REBUT] = "a:s" } },
};

/* "c2 supports c1"; "r3 undercuts the step from c2 to c1". Caller owns it. */
static char *
describe_relation (const AmMap *map, guint32 index)
{
  const AmRelation *relation = am_map_relation (map, index);
  const char *from = am_map_claim (map, relation->from)->id,
             *word = am_relation_word (relation->kind);

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

/* What kind it is, and what evaluation says of it. */
static void
set_class (AmGraphContext *d, AmGraphItem *edge, const Stroke *stroke)
{
  const AmEvaluation *evaluation = d->scene->evaluation;
  const char *word = am_relation_word (stroke->kind);

  if (evaluation == NULL
      || !am_dependencies_counts (d->scene->map, am_map_relation (d->scene->map, stroke->relation)))
    {
      am_graph_set (d, edge, "class", word);
      return;
    }
  guint32 node = am_dependencies_relation_node (evaluation->dependencies, stroke->relation);
  g_autofree char *class =
      g_strconcat (word, " ", am_label_word (am_labelling_of (evaluation->labelling, node)), NULL);
  am_graph_set (d, edge, "class", class);
}

AmGraphItem *
am_lines_add_edge (AmGraphContext *d, AmGraphItem *tail, AmGraphItem *head, const Stroke *stroke,
                   guint length, const char *id)
{
  AmGraphItem *edge = am_graph_builder_edge (d->builder, tail, head);
  gboolean thick =
      stroke->ranks && am_scene_relation_mark (d->scene, stroke->relation) != AM_MARK_REMOVED;
  char minlen[16];

  g_snprintf (minlen, sizeof minlen, "%u", MAX (length, 1));
  g_autofree char *words = describe_relation (d->scene->map, stroke->relation);
  am_graph_set (d, edge, "id", id);
  am_svg_texts_add (d->texts, id, g_steal_pointer (&words));
  set_class (d, edge, stroke);
  am_graph_set (d, edge, "color", d->style->colours->strokes[stroke->kind]);
  am_graph_set (d, edge, "style", strokes[stroke->kind].style);
  am_graph_set (d, edge, "penwidth",
                thick ? strokes[stroke->kind].penwidth : strokes[stroke->kind].thin);
  am_graph_set (d, edge, "arrowhead", "none");
  am_graph_set (d, edge, "minlen", minlen);
  if (!stroke->ranks || stroke->back)
    am_graph_set (d, edge, "constraint", "false");
  return edge;
}

static void
end_edge (AmGraphContext *d, AmGraphItem *edge, const Stroke *stroke, gboolean to_card)
{
  am_graph_set (d, edge, "arrowhead", strokes[stroke->kind].arrowhead);
  am_graph_set (d, edge, "arrowsize", strokes[stroke->kind].arrowsize);
  if (to_card && !stroke->back)
    am_graph_set (d, edge, "headport", ports[d->style->options->direction].head[stroke->kind]);
}

/* An edge leaves its card where arrows lead; one that does not rank may have to go elsewhere, and
   chooses its side. It begins there, behind the card: cut off at the border it came out differently
   from run to run, since Graphviz 2.42 takes the card for another one that had the same place in
   memory. */
static void
leave_card (AmGraphContext *d, AmGraphItem *edge, const Stroke *stroke)
{
  if (stroke->ranks && !stroke->back)
    am_graph_set (d, edge, "tailport", ports[d->style->options->direction].tail);
  else
    am_graph_set (d, edge, "tailclip", "false");
}

static AmGraphItem *
find_head (AmGraphContext *d, guint32 index)
{
  const AmRelation *relation = am_map_relation (d->scene->map, index);

  if (relation->kind == AM_RELATION_UNDERCUT)
    return relation->to_relation != AM_NONE
             ? d->points[relation->to_relation]
             : am_graph_add_missing (d, 'm', index, "the relation that is undercut");
  if (relation->to.index != AM_NONE)
    return d->cards[relation->to.index];
  return am_graph_add_missing (d, 'm', index, relation->to.id);
}

/* Whether the line from @claim takes part in the layout. A relation that gives no card its column
   hangs on what carries it. */
static gboolean
holds_leg (const AmView *view, guint32 index, guint32 claim)
{
  const AmRelation *relation = am_map_relation (view->scene->map, index);

  if (!view->by_rankings)
    return relation->from == claim || view->columns->ranking[claim] == index;
  return am_reach_ranks (view->columns, index, claim)
      || (relation->from == claim && !am_reach_holds (view, index));
}

/* The legs of linked premises run together in a dot. */
static AmGraphItem *
join_premises (AmGraphContext *d, guint32 index, const Stroke *stroke, guint length,
               const char *name)
{
  const AmRelation *relation = am_map_relation (d->scene->map, index);
  AmGraphItem *dot =
      add_dot (d, 'j', index, "linked-premises", "join-", "premises that hold only together");
  g_autofree char *own = g_strconcat (name, "-LEG-0", NULL);

  am_graph_set (d, dot, "shape", "point");
  am_graph_set (d, dot, "width", "0.08");
  am_graph_set (d, dot, "fillcolor", d->style->colours->strokes[stroke->kind]);
  am_graph_set (d, dot, "color", d->style->colours->strokes[stroke->kind]);
  Stroke carrier = { index, stroke->kind, holds_leg (d->view, index, relation->from), FALSE };
  leave_card (d, am_lines_add_edge (d, d->cards[relation->from], dot, &carrier, length, own),
              &carrier);
  for (guint32 i = 0; i < relation->with.count; i++)
    {
      const AmRef *premise = am_map_ref (d->scene->map, relation->with.start + i);
      gboolean missing = premise->index == AM_NONE;
      AmGraphItem *card = missing
                            ? am_graph_add_missing (d, 'p', relation->with.start + i, premise->id)
                            : d->cards[premise->index];
      g_autofree char *id = g_strdup_printf ("%s-LEG-%u", name, i + 1);
      Stroke leg = { index, stroke->kind, missing || holds_leg (d->view, index, premise->index),
                     FALSE };
      leave_card (d, am_lines_add_edge (d, card, dot, &leg, length, id), &leg);
    }
  d->features.linked = TRUE;
  return dot;
}

/* A part of the line that ends in a dot on it; @from_card: it begins at the card. */
static void
lead_to_dot (AmGraphContext *d, AmGraphItem *tail, AmGraphItem *dot, const Stroke *stroke,
             guint length, const char *name, const char *suffix, gboolean from_card)
{
  g_autofree char *id = g_strconcat (name, suffix, NULL);
  AmGraphItem *edge = am_lines_add_edge (d, tail, dot, stroke, length, id);

  am_graph_set (d, edge, "weight", "20");
  if (from_card)
    leave_card (d, edge, stroke);
}

/* card — (dot of linked premises) — (sign of a change) — (× of undercuts) → card: from one end to
 * the other. */
static void
add_relation (AmGraphContext *d, guint32 index)
{
  const AmRelation *relation = am_map_relation (d->scene->map, index);
  gboolean linked = is_linked (relation);
  AmGraphItem *point = d->points[index];
  AmMark mark = am_reach_mark (d->view, index);
  gboolean dotted =
      linked || point != NULL || mark != AM_MARK_NONE; /* dots must have a place in the layout */
  const AmColumns *columns = d->view->columns;
  gboolean ranking = columns->ranking[relation->from] == index;
  Stroke stroke = { index, relation->kind, dotted || ranking || !is_resolved (relation),
                    !dotted && ranking && columns->closes[relation->from] };
  guint end = am_reach_end (d->scene->map, index), length = d->span > end ? d->span - end : 1;
  guint inner = (guint) linked + (point != NULL) + (mark != AM_MARK_NONE);
  guint first = length > inner ? length - inner : 1;
  g_autofree char *name = am_ids_relation (d->scene->map, index);
  AmGraphItem *head = find_head (d, index), *tail = d->cards[relation->from];
  AmGraphItem *edge;

  am_graph_note_kind (d, relation->kind);
  if (linked)
    {
      tail = join_premises (d, index, &stroke, first, name);
      first = 1;
    }
  if (mark != AM_MARK_NONE)
    {
      AmGraphItem *sign = add_sign (d, index, mark);
      lead_to_dot (d, tail, sign, &stroke, first, name, "-BEFORE-MARK", !linked);
      tail = sign;
      first = 1;
    }
  if (point != NULL)
    {
      lead_to_dot (d, tail, point, &stroke, first, name, "-BEFORE",
                   !linked && mark == AM_MARK_NONE);
      tail = point;
      first = 1;
    }
  stroke.back = stroke.back || (dotted && d->view->by_rankings && !am_reach_holds (d->view, index));
  edge = am_lines_add_edge (d, tail, head, &stroke, first, name);
  end_edge (d, edge, &stroke, relation->kind != AM_RELATION_UNDERCUT);
  if (dotted)
    am_graph_set (d, edge, "weight", "20");
  else
    leave_card (d, edge, &stroke);
}

void
am_lines_end_thin (AmGraphContext *d, AmGraphItem *edge, const Stroke *stroke, gboolean to_card)
{
  am_graph_set (d, edge, "penwidth", strokes[stroke->kind].thin);
  end_edge (d, edge, stroke, to_card);
}

void
am_lines_add (AmGraphContext *d)
{
  for (guint32 i = 0; i < d->scene->map->relations->len; i++)
    if (d->view->drawn[i] && am_reach_is_undercut (d->view, i))
      add_point (d, i);
  for (guint32 i = 0; i < d->scene->map->relations->len; i++)
    if (d->view->drawn[i])
      add_relation (d, i);
}
