#include "model/naming.h"

#include "base/nearest.h"
#include "base/normal.h"
#include "model/initials.h"

#include <string.h>

#define MOST_NAMES 4
#define SHORTEST_BEGINNING 4 /* bytes of a name or text that say which it is */

/* What the thing is called, its id first; NULL at the end. */
static void
list_names (const AmMap *map, AmEntityKind kind, guint32 index, const char *names[MOST_NAMES])
{
  memset (names, 0, sizeof names[0] * MOST_NAMES);
  if (kind == AM_ENTITY_CLAIM)
    names[0] = am_map_claim (map, index)->id;
  else
    {
      const AmStakeholder *who = am_map_stakeholder (map, index);
      names[0] = who->id;
      names[1] = who->name;
      names[2] = who->abbreviation;
    }
}

/* @text as it is compared with names. NULL where it is not UTF-8. Caller owns it. */
static char *
make_key (const char *text)
{
  return g_utf8_validate (text, -1, NULL) ? am_normal_folded (text) : NULL;
}

static gboolean
has_key (const char *name, const char *key)
{
  g_autofree char *other = name != NULL ? make_key (name) : NULL;
  return other != NULL && am_normal_same_forms (other, key);
}

/* Whose badge it is: badges differ, so it is one at the most. */
static guint32
find_badge (const AmMap *map, const char *key)
{
  g_auto (GStrv) badges = am_initials_new (map);

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    if (has_key (badges[i], key))
      return i;
  return AM_NONE;
}

AmNamed
am_map_named (const AmMap *map, AmEntityKind kind, const char *word)
{
  AmNamed named = { am_map_find_kind (map, kind, word), AM_NONE };
  g_autofree char *key = named.index == AM_NONE ? make_key (word) : NULL;

  if (key == NULL || key[0] == '\0')
    return named;
  for (guint32 i = 0; i < am_map_count (map, kind) && named.rival == AM_NONE; i++)
    {
      const char *names[MOST_NAMES];
      list_names (map, kind, i, names);
      gboolean found =
          g_ascii_strcasecmp (names[0], word) == 0; /* an id that only looks the same is another */
      for (guint k = 1; k + 1 < MOST_NAMES && !found; k++)
        found = has_key (names[k], key);
      if (found && named.index == AM_NONE)
        named.index = i;
      else if (found)
        named.rival = i;
    }
  if (named.index == AM_NONE && kind != AM_ENTITY_CLAIM)
    named.index = find_badge (map, key);
  return named;
}

/* --- what was meant --- */

static gboolean
begins_with_letters (const char *text, const char *initials)
{
  g_autofree char *key = text != NULL ? make_key (text) : NULL;
  g_autofree char *own = key != NULL ? am_normal_letters (key) : NULL;
  return own != NULL && g_str_has_prefix (own, initials);
}

/* The only one whose name, label or text begins so; AM_NONE where there is none, or another. */
static guint32
find_beginning (const AmMap *map, AmEntityKind kind, const char *key)
{
  g_autofree char *initials = am_normal_letters (key);
  guint32 found = AM_NONE;

  for (guint32 i = 0; i < am_map_count (map, kind); i++)
    {
      gboolean claim = kind == AM_ENTITY_CLAIM;
      gboolean begins = claim ? begins_with_letters (am_map_claim (map, i)->label, initials)
                                    || begins_with_letters (am_map_claim (map, i)->text, initials)
                              : begins_with_letters (am_map_stakeholder (map, i)->name, initials);
      if (begins && found != AM_NONE)
        return AM_NONE;
      found = begins ? i : found;
    }
  return found;
}

const char *
am_map_suggest_named (const AmMap *map, AmEntityKind kind, const char *word, guint *distance)
{
  AmNearest nearest;
  const char *names[MOST_NAMES];

  am_nearest_init (&nearest, word);
  for (guint32 i = 0; i < am_map_count (map, kind); i++)
    {
      list_names (map, kind, i, names);
      for (guint k = 0; k < MOST_NAMES; k++)
        if (names[k] != NULL)
          am_nearest_offer (&nearest, names[k], i);
    }
  guint32 meant = nearest.best != NULL ? nearest.tag : AM_NONE;
  g_autofree char *key = meant == AM_NONE ? make_key (word) : NULL;
  if (key != NULL && strlen (key) >= SHORTEST_BEGINNING)
    meant = find_beginning (map, kind, key);
  if (distance != NULL)
    *distance = nearest.best != NULL ? nearest.distance : AM_LONGEST_GUESS;
  if (meant == AM_NONE)
    return NULL;
  list_names (map, kind, meant, names);
  return names[0];
}
