/* How far lines reach: over how many columns. Graphviz gives a line a place in each column that it
 * crosses, works on those longer than in proportion, and recurses as deep as there are of them.
 * Private to draw/. */

#pragma once

#include "draw/view/view.h"

/* How many ranks before the card in the end an arrow's own end lies: 0 at the card, 1 at the × on
 * an arrow to it, … */
guint am_reach_end (const AmMap *map, guint32 relation);

/* Whether the picture has what undercuts the relation. */
gboolean am_reach_is_undercut (const AmView *view, guint32 relation);

/* What became of the relation, where the cards at its ends do not tell. */
AmMark am_reach_mark (const AmView *view, guint32 relation);

/* Ranks between a card and what it answers. Dots on an arrow take ranks of their own; all arrows
   are as long as the one with the most, so that cards keep to columns. In a large picture each is
   as long as it must be: longer ones cost more than columns are worth. */
guint am_reach_span (const AmView *view);

/* Whether the line of the claim to the relation's first dot, or head, gives its card a column: it
 * does where the relation is the one that ranks the claim, without closing a circle. */
gboolean am_reach_ranks (const AmColumns *columns, guint32 relation, guint32 claim);

/* Whether a line to the head of the relation gives a card a column. */
gboolean am_reach_holds (const AmView *view, guint32 relation);

/* Whether, where rankings alone give cards their columns, nothing gives one to that of @claim. It
   stands in the first, then: left to Graphviz it would stand in the last. */
gboolean am_reach_is_loose (const AmView *view, guint32 claim);

/* Where all lines together would reach further than Graphviz can bear, leaves cards to the columns
 * that their rankings give them, and the lines that reach furthest undrawn, with what undercuts
 * them. For am_view_init(). */
void am_reach_bound (AmView *view);
