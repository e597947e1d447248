#include "model/filter.h"

#include "base/nearest.h"
#include "base/normal.h"
#include "model/walk.h"

gboolean
am_filter_takes (const AmFilter *filter, const AmMap *map, guint32 index)
{
  const AmClaim *claim = am_map_claim (map, index);
  gboolean role = claim->role == AM_ROLE_REBUTTAL ? filter->rebuttals : filter->claims;

  return (role || filter->claims == filter->rebuttals) && (!filter->open || claim->open)
      && (filter->kind == AM_CLAIM_UNSAID || claim->kind == filter->kind)
      && (filter->issue == AM_ISSUE_UNSAID || claim->issue == filter->issue)
      && (filter->stakeholder == AM_NONE || am_map_asserts (map, claim, filter->stakeholder))
      && (filter->tag == NULL || am_map_has_tag (map, claim, filter->tag))
      && (!filter->unanswered || !am_walk_is_answered (map, index));
}

gboolean
am_filter_takes_all (const AmFilter *filter)
{
  return filter->claims == filter->rebuttals && !filter->open && !filter->unanswered
      && filter->stakeholder == AM_NONE && filter->tag == NULL && filter->kind == AM_CLAIM_UNSAID
      && filter->issue == AM_ISSUE_UNSAID;
}

gboolean
am_filter_find_tag (const AmMap *map, const char *tag, const char **guess, guint *distance)
{
  AmNearest nearest;

  am_nearest_init (&nearest, tag);
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmRange tags = am_map_claim (map, i)->tags;
      for (guint32 k = 0; k < tags.count; k++)
        {
          const char *other = *am_map_string (map, tags.start + k);
          if (am_normal_equal (other, tag))
            return TRUE;
          am_nearest_offer (&nearest, other, 0);
        }
    }
  *guess = nearest.best;
  *distance = nearest.distance;
  return FALSE;
}
