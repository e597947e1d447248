#include "command/asked.h"

#include "base/nearest.h"
#include "command/terminal.h"
#include "model/filter.h"
#include "model/naming.h"

gboolean
am_asked_find (const AmMap *map, AmEntityKind kind, const char *word, guint32 *index)
{
  AmNamed named = word != NULL ? am_map_named (map, kind, word) : (AmNamed){ AM_NONE, AM_NONE };
  const char *noun = kind == AM_ENTITY_CLAIM ? "claim" : "stakeholder";

  *index = named.index;
  if (word == NULL || (named.index != AM_NONE && named.rival == AM_NONE))
    return TRUE;
  *index = AM_NONE;
  if (named.rival != AM_NONE)
    {
      am_complain ("%s: more than one %s is called \"%s\": say \"%s\" or \"%s\"", map->source->name,
                   noun, word, am_map_entity_id (map, (AmEntity){ kind, named.index }),
                   am_map_entity_id (map, (AmEntity){ kind, named.rival }));
      return FALSE;
    }
  g_autofree char *end = am_nearest_end (word, am_map_suggest_named (map, kind, word, NULL));
  am_complain ("%s has no %s \"%s\"%s", map->source->name, noun, word, end);
  return FALSE;
}

/* --- in several maps --- */

void
am_asked_clear (AmSought *asked)
{
  g_free (asked->guess);
}

/* Takes the best of one map. */
static void
take_guess (AmSought *asked, const char *guess, guint distance)
{
  if (guess == NULL || (asked->guess != NULL && distance >= asked->distance))
    return;
  g_free (asked->guess);
  asked->guess = g_strdup (guess);
  asked->distance = distance;
}

gboolean
am_asked_stakeholder (AmSought *asked, const AmMap *map, guint32 *index)
{
  guint distance;

  *index = AM_NONE;
  asked->searched = TRUE;
  if (asked->word == NULL
      || am_map_named (map, AM_ENTITY_STAKEHOLDER, asked->word).index != AM_NONE)
    {
      gboolean one = am_asked_find (map, AM_ENTITY_STAKEHOLDER, asked->word, index);
      asked->found = TRUE;
      asked->ambiguous = asked->ambiguous || !one;
      return one;
    }
  take_guess (asked, am_map_suggest_named (map, AM_ENTITY_STAKEHOLDER, asked->word, &distance),
              distance);
  return FALSE;
}

void
am_asked_tag (AmSought *asked, const AmMap *map)
{
  const char *guess = NULL;
  guint distance = 0;

  asked->searched = TRUE;
  asked->found = asked->found || asked->word == NULL
              || am_filter_find_tag (map, asked->word, &guess, &distance);
  if (!asked->found)
    take_guess (asked, guess, distance);
}

AmExit
am_asked_tell (const AmSought *asked, const char *name)
{
  if (asked->ambiguous)
    return AM_EXIT_TROUBLE;
  if (asked->word == NULL || asked->found || !asked->searched)
    return AM_EXIT_OK;
  g_autofree char *end = am_nearest_end (asked->word, asked->guess);
  return am_complain ("%s %s %s \"%s\"%s", name != NULL ? name : "none of the maps",
                      name != NULL ? "has no" : "has a", asked->noun, asked->word, end);
}
