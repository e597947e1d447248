/* What decides the outcome: single claims and steps, or pairs of them, that would change it if out.
 */

#pragma once

#include "reason/outcome.h"

G_BEGIN_DECLS

/* Pairs are looked for among so many candidates, those nearest the thesis. */
#define AM_CRUX_CANDIDATES 200

typedef struct
{
  guint32 nodes[2]; /* the second AM_NONE unless it takes two */
  guint32 steps; /* from the nearer one to the thesis */
  AmVerdict after; /* of the thesis, were they out */
} AmCrux;

typedef struct
{
  guint32 thesis;
  AmVerdict before;
  GArray *cruxes; /* of AmCrux: those that change the label first, the further the earlier; then
                     those that change only the outcome; then the nearer */
  gboolean pairs; /* no single one was found, and pairs were looked for */
  gboolean cut; /* not all that bears on the thesis was tried, nor all pairs of it */
  guint32 candidates; /* single claims and steps that bear on the thesis and are not out */
  guint32 *ways; /* per node: the next on the way to the thesis, AM_NONE where there is none */
} AmCruxes;

/* What is shared by the searches for several theses of a map. */
typedef struct _AmCruxSearch AmCruxSearch;

/* For @theses of them, which share the work that a search may take: 1 where there is one.
   @labelling is borrowed, and must outlive it. Linear. Free with am_crux_search_free(). */
AmCruxSearch *am_crux_search_new (AmLabelling *labelling, guint theses);
void am_crux_search_free (AmCruxSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmCruxSearch, am_crux_search_free)

/* Counts each claim and each relation that bears on @thesis as out, in turn. Where a claim's
   being out does the same as that of a relation that it carries, only the claim is told. Linear
   where what bears on it forms a tree, or chains or circles without much between them; else as much
   is looked at as one supposition changes of the one that it builds on, up to a bound. Ends any
   supposition. Clear the result. */
AmCruxes am_crux_find (AmCruxSearch *search, guint32 thesis);
void am_cruxes_clear (AmCruxes *cruxes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmCruxes, am_cruxes_clear)

G_END_DECLS
