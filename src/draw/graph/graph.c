#include "draw/graph/context.h"

#include "draw/graph/ids.h"
#include "draw/view/reach.h"

/* Beyond so many the layout is left before it is the best. */
#define LARGEST_LAYOUT 3000

/* Inches between two columns of cards. */
#define COLUMN_GAP 0.8
#define NARROW_COLUMN_GAP 0.5

/* --- what the graph looks like as a whole --- */

static const char *const rank_directions[] = {
  [AM_DRAW_RL] = "RL", [AM_DRAW_TB] = "TB", [AM_DRAW_LR] = "LR", [AM_DRAW_BT] = "BT"
};

/* Every attribute that an edge can have, in alphabetical order, and none empty: for a line between
   neighbours in a column Graphviz 2.42 makes a graph of its own, in which attributes are in that
   order, and finds them there by their numbers in this one. */
static const struct
{
  const char *name, *value;
} edge_defaults[] = {
  { "arrowhead", "normal" }, { "arrowsize", "0.8" }, { "class", "relation" }, { "color", "black" },
  { "constraint", "true" },  { "headport", "_" },    { "id", "relation" },    { "minlen", "1" },
  { "penwidth", "1.8" },     { "style", "solid" },   { "tailclip", "true" },  { "tailport", "_" },
  { "weight", "1" },
};

static void
set_defaults (const AmGraphContext *d, Agraph_t *graph)
{
  g_autofree char *fonts = d->style->options->font != NULL
                             ? g_strconcat (d->style->options->font, "," AM_FONT, NULL)
                             : g_strdup (AM_FONT);
  gboolean many = d->view->n_shown > AM_MANY_CLAIMS;
  char gap[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (gap, sizeof gap, "%.3f", (many ? NARROW_COLUMN_GAP : COLUMN_GAP) / d->span);
  am_agattr (graph, AGRAPH, "rankdir", rank_directions[d->style->options->direction]);
  am_agattr (graph, AGRAPH, "charset", "UTF-8");
  am_agattr (graph, AGRAPH, "splines", "true");
  am_agattr (graph, AGRAPH, "outputorder", "edgesfirst");
  am_agattr (graph, AGRAPH, "nodesep", "0.17");
  am_agattr (graph, AGRAPH, "ranksep", gap);
  am_agattr (graph, AGRAPH, "pad", "0.25");
  am_agattr (graph, AGRAPH, "bgcolor", d->style->colours->paper);
  am_agattr (graph, AGRAPH, "fontname", fonts);
  am_agattr (graph, AGRAPH, "fontcolor", d->style->colours->ink);
  am_agattr (graph, AGRAPH, "labelloc", "t");
  am_agattr (graph, AGRAPH, "labeljust", "l");
  am_agattr (graph, AGRAPH, "label", "");
  if (d->view->apart)
    am_agattr (graph, AGRAPH, "pack", "8");
  if (d->view->n_shown > LARGEST_LAYOUT)
    am_agattr (graph, AGRAPH, "nslimit", ".2");
  am_agattr (graph, AGNODE, "shape", "plain");
  am_agattr (graph, AGNODE, "fontname", fonts);
  am_agattr (graph, AGNODE, "fontsize", "11");
  am_agattr (graph, AGNODE, "fontcolor", d->style->colours->ink);
  for (guint i = 0; i < G_N_ELEMENTS (edge_defaults); i++)
    am_agattr (graph, AGEDGE, edge_defaults[i].name, edge_defaults[i].value);
}

static void
add_card (AmGraphContext *d, guint32 i)
{
  const AmClaim *claim = am_map_claim (d->scene->map, i);
  gboolean thesis = d->view->columns->is_thesis[i];
  AmCardRank rank = thesis ? AM_CARD_THESIS : d->view->focus == i ? AM_CARD_FOCUS : AM_CARD_PLAIN;
  AmGraphItem *node = d->cards[i] = am_graph_add_node (d, 'c', i);

  g_string_truncate (d->text, 0);
  am_card_append (d->text, d->style, d->scene, d->palette, i, rank);
  am_graph_builder_set_html (d->builder, node, "label", d->text->str);
  g_autofree char *id = am_ids_claim (d->scene->map, i);
  const char *status = am_card_status (d->scene, i, thesis);
  g_autofree char *change = am_card_change (d->scene, i), *said = am_card_join (status, change);
  g_autofree char *words =
      said != NULL ? g_strdup_printf ("%s (%s)", claim->text, said) : g_strdup (claim->text);
  am_graph_set_tooltip (d, node, id, words);
  d->features.undecided =
      d->features.undecided || am_card_shows (d->scene, i, thesis, AM_LABEL_UNDECIDED);
  d->features.out = d->features.out || am_card_shows (d->scene, i, thesis, AM_LABEL_OUT);
  const AmSourceRecord *source =
      d->style->links == AM_LINKS_NAMED ? am_card_link (d->scene->map, i) : NULL;
  if (source != NULL)
    {
      char name[32];
      g_snprintf (name, sizeof name, AM_LINK_NAME, i);
      am_svg_texts_add_link (d->texts, name, source);
    }
  AmMark mark = am_scene_claim_mark (d->scene, i);
  g_autofree char *class =
      g_strconcat (thesis ? "claim thesis" : am_role_word (claim->role),
                   status != NULL && !thesis ? " " : "", status != NULL && !thesis ? status : "",
                   mark != AM_MARK_NONE ? " " : "", am_mark_word (mark), NULL);
  d->features.marks[mark] = TRUE;
  am_graph_set (d, node, "class", class);
  d->features.implicit = d->features.implicit || claim->implicit;
}

/* --- all of it --- */

static void
add_missing_resolutions (AmGraphContext *d)
{
  for (guint32 i = 0; i < d->scene->map->resolutions.count; i++)
    {
      const AmRef *ref = am_map_ref (d->scene->map, d->scene->map->resolutions.start + i);
      if (ref->index == AM_NONE)
        am_graph_add_missing (d, 'r', i, ref->id);
    }
}

/* Resolutions stand side by side in the first column; where there are none, what the debate comes
   down to, unless it answers something itself. */
static void
align_theses (AmGraphContext *d)
{
  for (guint32 i = 0; i < d->scene->map->claims->len; i++)
    if (d->cards[i] != NULL
        && ((d->view->columns->is_thesis[i] && d->view->columns->ranking[i] == AM_NONE)
            || am_reach_is_loose (d->view, i)))
      am_graph_builder_align (d->builder, d->cards[i]);
}

static void
add_all (AmGraphContext *d)
{
  const AmMap *map = d->scene->map;

  for (guint32 i = 0; i < map->claims->len; i++)
    if (d->view->shown[i])
      add_card (d, i);
  align_theses (d);
  add_missing_resolutions (d);
  am_lines_add (d);
  am_stubs_add (d);
}

Agraph_t *
am_graph_build (const AmView *view, const AmStyle *style, AmSvgTexts *texts)
{
  const AmMap *map = view->scene->map;
  g_auto (AmPalette) palette = { NULL, 0 };
  g_autofree AmGraphItem **cards = g_new0 (AmGraphItem *, (gsize) map->claims->len + 1);
  g_autofree AmGraphItem **points = g_new0 (AmGraphItem *, (gsize) map->relations->len + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AmGraphBuilder) builder = am_graph_builder_new ();
  AmGraphContext d = { .scene = view->scene,
                       .style = style,
                       .builder = builder,
                       .palette = &palette,
                       .cards = cards,
                       .points = points,
                       .view = view,
                       .texts = texts,
                       .span = am_reach_span (view),
                       .text = text };
  Agraph_t *graph = agopen ((char *) "argmap", Agdirected, NULL);

  am_palette_init (&palette, map, view->shown, style->colours);
  set_defaults (&d, graph);
  add_all (&d);
  if (!view->apart) /* else they are laid out apart */
    am_graph_builder_link (builder);
  am_graph_builder_realise (builder, graph);
  g_string_truncate (text, 0);
  am_legend_append (text, style, view, &palette, &d.features);
  am_agset_html (graph, graph, "label", text->str);
  texts->description = am_legend_description (view);
  return graph;
}
