/* What maps are asked for by a word that somebody typed: claims, stakeholders and tags. */

#pragma once

#include "command/exit.h"
#include "model/map.h"

/* Finds the claim or stakeholder called @word (model/naming.h); AM_NONE and TRUE where @word is
   NULL. FALSE when there is none, or more than one, and that has been complained of. */
gboolean am_asked_find (const AmMap *map, AmEntityKind kind, const char *word, guint32 *index);

/* Something that at least one of several maps is to have. Begin with noun and word. */
typedef struct
{
  const char *noun, *word; /* word is NULL where nothing was asked for */
  gboolean searched, found; /* in any map */
  gboolean ambiguous; /* in one map: that has been said */
  char *guess; /* what was meant, or NULL */
  guint distance; /* of the guess */
} AmSought;

void am_asked_clear (AmSought *asked);

/* Looks for the stakeholder in one more map; FALSE where it has none, or more than one. */
gboolean am_asked_stakeholder (AmSought *asked, const AmMap *map, guint32 *index);

/* Looks for a claim with the tag in one more map. */
void am_asked_tag (AmSought *asked, const AmMap *map);

/* AM_EXIT_TROUBLE after a complaint where none of the maps has it. @name: of the only map; NULL
   where there were several. */
AmExit am_asked_tell (const AmSought *asked, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmSought, am_asked_clear)
