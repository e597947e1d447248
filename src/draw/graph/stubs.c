#include "base/text.h"
#include "draw/graph/context.h"
#include "draw/graph/escape.h"
#include "draw/graph/ids.h"

#include <string.h>

/* --- what is cut off --- */

/* A small stub at the end of a card: so many claims more. */
static void
add_more (AmGraphContext *d, guint32 claim, guint32 count, gboolean above)
{
  g_autofree char *label = g_strdup_printf ("+%u", count);
  g_autofree char *statements = am_text_count (count, "statement", NULL);
  g_autofree char *name = am_ids_claim (d->scene->map, claim);
  gboolean elsewhere = d->view->pictured != NULL && d->view->pictured[claim];
  g_autofree char *tooltip = elsewhere ? g_strdup_printf ("%s more, in the picture %s", statements,
                                                          name + strlen ("claim-"))
                                       : g_strdup_printf ("%s more, not drawn", statements);
  g_autofree char *id = g_strconcat (above ? "above-" : "below-", name, NULL);
  AmGraphItem *node = am_graph_add_node (d, above ? 'a' : 'b', claim);
  AmGraphItem *card = d->cards[claim];
  AmGraphItem *edge = am_graph_builder_edge (d->builder, above ? card : node, above ? node : card);

  g_autofree char *line = g_strconcat (id, "-LINE", NULL);

  am_graph_set_tooltip (d, node, id, tooltip);
  am_graph_set (d, node, "class", "more");
  am_graph_set (d, node, "label", label);
  am_graph_set (d, node, "fontcolor", d->style->colours->grey);
  am_graph_set (d, edge, "class", "more");
  am_graph_set (d, edge, "color", d->style->colours->faint);
  am_graph_set (d, edge, "penwidth", "1.2");
  am_graph_set (d, edge, "arrowhead", "none");
  am_graph_set (d, edge, "id", line);
  am_svg_texts_add (d->texts, line, g_steal_pointer (&tooltip));
  d->features.more = TRUE;
}

/* --- what leads to another part of the map, which is laid out apart --- */

/* A small stub that says where a relation goes on, or comes from. */
static void
add_see (AmGraphContext *d, guint32 index, gboolean at_head)
{
  const AmRelation *relation = am_map_relation (d->scene->map, index);
  guint32 head = am_walk_head (d->scene->map, relation), here = at_head ? head : relation->from,
          there = at_head ? relation->from : head;
  g_autofree char *relation_name = am_ids_relation (d->scene->map, index);
  g_autofree char *id = g_strconcat (relation_name, at_head ? "-FROM" : "", NULL);
  g_autofree char *stub = g_strconcat ("see-", id, NULL);
  g_autofree char *label = g_strdup_printf ("see %s", am_map_claim (d->scene->map, there)->id);
  AmGraphItem *node = am_graph_add_node (d, at_head ? 'f' : 's', index);
  Stroke stroke = { index, relation->kind, TRUE, FALSE };
  AmGraphItem *card = d->cards[here];
  AmGraphItem *edge =
      am_lines_add_edge (d, at_head ? node : card, at_head ? card : node, &stroke, 1, id);

  g_autofree char *text =
      am_text_shorten (am_map_claim (d->scene->map, there)->text, AM_TEXT_MOST_MENTIONED);
  am_graph_set_tooltip (d, node, stub, text);
  am_graph_set (d, node, "class", "see");
  g_autofree char *escaped = am_escaped_attribute (label);
  am_graph_set (d, node, "label", escaped);
  am_graph_set (d, node, "fontsize", "9");
  am_graph_set (d, node, "fontcolor", d->style->colours->grey);
  am_lines_end_thin (d, edge, &stroke, at_head && relation->kind != AM_RELATION_UNDERCUT);
  am_graph_note_kind (d, relation->kind);
  d->features.see = TRUE;
}

/* Beyond so many stubs those of a card are told together where it has more than a few. */
#define MOST_SEES 6000
#define MOST_SEES_OF_A_CARD 2

/* Number 0 is where the relation begins, 1 where it leads to. AM_NONE where there is no card. */
static guint32
find_end (const AmGraphContext *d, guint32 index, guint number)
{
  const AmRelation *relation = am_map_relation (d->scene->map, index);
  guint32 claim = number == 0 ? relation->from : am_walk_head (d->scene->map, relation);

  return am_view_leads_elsewhere (d->view, index) && d->cards[claim] != NULL ? claim : AM_NONE;
}

/* Stubs that each claim would have. Free with g_free(). */
static guint32 *
count_sees (const AmGraphContext *d, gsize *all)
{
  const AmMap *map = d->scene->map;
  guint32 *counts = g_new0 (guint32, (gsize) map->claims->len + 1);

  *all = 0;
  for (guint32 i = 0; i < map->relations->len; i++)
    for (guint number = 0; number < 2; number++)
      {
        guint32 claim = find_end (d, i, number);
        if (claim == AM_NONE)
          continue;
        counts[claim]++;
        ++*all;
      }
  return counts;
}

/* One for all that a card would have. */
static void
add_see_count (AmGraphContext *d, guint32 claim, guint32 count)
{
  g_autofree char *name = am_ids_claim (d->scene->map, claim);
  g_autofree char *id = g_strconcat ("lines-", name, NULL), *line = g_strconcat (id, "-LINE", NULL);
  g_autofree char *number = am_text_number (count);
  g_autofree char *label = g_strconcat ("see ", number, " others", NULL);
  g_autofree char *tooltip = g_strconcat (number, " more relations, not drawn", NULL);
  AmGraphItem *node = am_graph_add_node (d, 'n', claim);
  AmGraphItem *edge = am_graph_builder_edge (d->builder, node, d->cards[claim]);

  am_graph_set_tooltip (d, node, id, tooltip);
  am_graph_set (d, node, "class", "see");
  am_graph_set (d, node, "label", label);
  am_graph_set (d, node, "fontsize", "9");
  am_graph_set (d, node, "fontcolor", d->style->colours->grey);
  am_graph_set (d, edge, "class", "see");
  am_graph_set (d, edge, "color", d->style->colours->faint);
  am_graph_set (d, edge, "penwidth", "1.2");
  am_graph_set (d, edge, "arrowhead", "none");
  am_graph_set (d, edge, "id", line);
  am_svg_texts_add (d->texts, line, g_steal_pointer (&tooltip));
  d->features.see = TRUE;
}

static void
add_sees (AmGraphContext *d)
{
  const AmMap *map = d->scene->map;
  gsize all;
  g_autofree guint32 *counts = count_sees (d, &all);

  for (guint32 i = 0; i < map->relations->len; i++)
    for (guint number = 0; number < 2; number++)
      {
        guint32 claim = find_end (d, i, number);
        if (claim != AM_NONE && (all <= MOST_SEES || counts[claim] <= MOST_SEES_OF_A_CARD))
          add_see (d, i, number == 1);
      }
  for (guint32 i = 0; i < map->claims->len; i++)
    if (all > MOST_SEES && counts[i] > MOST_SEES_OF_A_CARD)
      add_see_count (d, i, counts[i]);
}

void
am_stubs_add (AmGraphContext *d)
{
  for (guint32 i = 0; i < d->scene->map->claims->len; i++)
    {
      if (d->view->below[i] > 0)
        add_more (d, i, d->view->below[i], FALSE);
      if (d->view->above[i] > 0)
        add_more (d, i, d->view->above[i], TRUE);
    }
  add_sees (d);
}
