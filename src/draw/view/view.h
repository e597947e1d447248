/* What of a map one picture shows: all of it, what was chosen, or the part that belongs to one
 * thesis. Private to draw/. */

#pragma once

#include "draw/draw.h"
#include "draw/view/columns.h"
#include "draw/view/scene.h"

/* Beyond so many claims the columns stand closer together, and are no more kept to. */
#define AM_MANY_CLAIMS 300

typedef struct
{
  const AmScene *scene;
  const AmColumns *columns;
  gboolean apart; /* theses are laid out apart: a relation from one to another ends in stubs that
                     say where it goes on */
  const gboolean *pictured; /* per claim: what is cut off behind it is in a picture of its own,
                               which has its id in its name; NULL where nothing is */
  gboolean *shown; /* per claim */
  gboolean *drawn; /* per relation: whole */
  gboolean *crossing; /* per relation: whether it leads from one part to another, where theses are
                         laid out apart, or reaches too far to be drawn */
  gboolean by_rankings; /* cards have the columns that their rankings give them: no other line has a
                           say, dots or not */
  guint32 n_far; /* relations that reach too far */
  guint32 *below; /* per claim that is shown: how many that are not bear on it, directly or through
                     each other; */
  guint32 *above; /* and how many it bears on that are not */
  guint32 n_shown;
  guint32 focus; /* the claim that was asked for, or AM_NONE */
} AmView;

/* A choice, and what the pagination adds to it. */
typedef struct
{
  AmDrawChoice choice;
  guint32 part; /* only what belongs to this claim's part; AM_NONE for all */
  gboolean leftovers; /* only what belongs to no thesis */
  gboolean apart;
  gboolean by_part; /* of what is cut off, a card counts only what belongs to its own part */
  const gboolean *pictured; /* see AmView; borrowed */
} AmViewChoice;

/* Whether it lets everything through. */
gboolean am_view_chooses_all (const AmDrawChoice *choice);

/* Whether there is a claim that @choice lets through. */
gboolean am_view_chooses_any (const AmMap *map, const AmColumns *columns,
                              const AmViewChoice *choice);

/* @columns are those of @scene's map; both must outlive the view. Clear with am_view_clear(). */
void am_view_init (AmView *view, const AmScene *scene, const AmColumns *columns,
                   const AmViewChoice *choice);
void am_view_clear (AmView *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmView, am_view_clear)

/* Whether a relation that is not drawn ends in stubs: one of its ends is shown, and the other
 * belongs elsewhere. */
gboolean am_view_leads_elsewhere (const AmView *view, guint32 relation);

/* How many claims are each number of steps from the focus or the nearest thesis of the choice: of
   guint. What bears on none is not counted. Free with g_array_unref(). */
GArray *am_view_count_steps (const AmMap *map, const AmColumns *columns,
                             const AmViewChoice *choice);
