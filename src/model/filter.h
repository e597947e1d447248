/* Which claims and rebuttals somebody asks for. */

#pragma once

#include "model/map.h"

/* All that is asked for holds of each that is taken. */
typedef struct
{
  gboolean claims, rebuttals; /* only these; without either, both */
  gboolean open;
  gboolean unanswered; /* nothing rebuts or undercuts it */
  guint32 stakeholder; /* who asserts it; AM_NONE for anybody */
  const char *tag; /* that it has, or NULL; borrowed */
  AmClaimKind kind; /* or AM_CLAIM_UNSAID */
  AmIssue issue; /* or AM_ISSUE_UNSAID */
} AmFilter;

#define AM_FILTER_ALL                                                                              \
  {                                                                                                \
    .stakeholder = AM_NONE                                                                         \
  }

gboolean am_filter_takes (const AmFilter *filter, const AmMap *map, guint32 claim);

/* Whether nothing is asked for. */
gboolean am_filter_takes_all (const AmFilter *filter);

/* Whether something in @map has the tag; if not, @guess becomes the one that was rather meant,
   borrowed from @map, and @distance how far it is from @tag; NULL when nothing is near. */
gboolean am_filter_find_tag (const AmMap *map, const char *tag, const char **guess,
                             guint *distance);
