#include "reason/contested.h"

#include "reason/flatten.h"
#include "reason/open.h"
#include "reason/search.h"

const char *
am_contested_word (AmContestedKind kind)
{
  switch (kind)
    {
    case AM_CONTESTED_DISPUTED:
      return "disputed";
    case AM_CONTESTED_DEFENSIBLE:
      return "defensible";
    case AM_CONTESTED_INDEFENSIBLE:
      return "indefensible";
    case AM_CONTESTED_DEADLOCKED:
      return "deadlocked";
    case AM_CONTESTED_NONE:
    case AM_CONTESTED_UNKNOWN:
    default:
      return NULL;
    }
}

/* What labellings of a part have shown of an argument. */
enum
{
  SEEN_IN = 1,
  SEEN_OUT = 2,
};

static void
note_labels (const AmSearch *search, guint8 *seen)
{
  for (guint32 x = 0; x < search->framework->n; x++)
    if (search->labels[x] != AM_ARGUMENT_OPEN)
      seen[x] |= search->labels[x] == AM_ARGUMENT_IN ? SEEN_IN : SEEN_OUT;
}

/* One answer mostly answers for many arguments: only what is not known yet is asked. */
static void
ask (AmSearch *search, guint32 x, guint8 *seen)
{
  if ((seen[x] & SEEN_IN) == 0)
    {
      am_sat_assume (search->sat, am_search_in (search, x));
      if (am_search_next (search))
        note_labels (search, seen);
    }
  if ((seen[x] & SEEN_OUT) == 0)
    {
      am_sat_assume (search->sat, am_search_out (search, x));
      if (am_search_next (search))
        note_labels (search, seen);
    }
}

static AmContestedKind
kind_of (guint8 seen)
{
  static const AmContestedKind kinds[] = {
    [0] = AM_CONTESTED_DEADLOCKED,
    [SEEN_IN] = AM_CONTESTED_DEFENSIBLE,
    [SEEN_OUT] = AM_CONTESTED_INDEFENSIBLE,
    [SEEN_IN | SEEN_OUT] = AM_CONTESTED_DISPUTED,
  };
  return kinds[seen];
}

static void
look_at_part (const AmOpen *open, guint32 part, guint32 claims, AmContestedKind *kinds)
{
  const guint32 *members = open->members + open->start[part];
  g_autoptr (AmFramework) framework = am_open_part (open, part);
  g_autoptr (AmSearch) search = am_search_new (framework, AM_SEARCH_COMPLETE, NULL);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) framework->n + 1);

  for (guint32 i = 0; i < framework->n && members[i] < claims; i++) /* claims come first */
    {
      if (search != NULL)
        ask (search, i, seen);
      kinds[members[i]] = search != NULL ? kind_of (seen[i]) : AM_CONTESTED_UNKNOWN;
    }
}

AmContestedKind *
am_contested_kinds (const AmMap *map)
{
  AmContestedKind *kinds = g_new0 (AmContestedKind, (gsize) map->claims->len + 1);
  g_autoptr (AmFlat) flat = am_flat_new (map);
  g_autoptr (AmOpen) open = am_open_new (flat->framework, TRUE);

  for (guint32 part = 0; part < open->count; part++)
    look_at_part (open, part, map->claims->len, kinds);
  return kinds;
}
