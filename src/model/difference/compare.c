#include "model/difference/difference-private.h"

#include "base/normal.h"
#include "base/text.h"

#include <math.h>

guint64
am_difference_number (const AmDifference *d, AmEntityKind kind, gboolean is_new, guint32 index)
{
  if (index == AM_NONE)
    return G_MAXUINT64;
  if (is_new)
    return index;
  guint32 other = d->matches[kind].to_new[index];
  return other != AM_NONE ? other : (guint64) am_map_count (d->new_map, kind) + index;
}

/* --- texts --- */

/* The next character of a text whose white space is folded; 0 at the end. */
static gunichar
next_folded (const char **p, gboolean *begun)
{
  const char *at = *p;

  while (*at != '\0' && am_text_is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at != '\0' && at > *p && *begun)
    {
      *p = at;
      return ' ';
    }
  *begun = TRUE;
  gunichar c = g_utf8_get_char (at);
  *p = *at != '\0' ? g_utf8_next_char (at) : at;
  return c;
}

gint
am_difference_compare_exactly (const char *a, const char *b)
{
  gboolean a_begun = FALSE, b_begun = FALSE;
  gunichar first, second;

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  do
    {
      first = next_folded (&a, &a_begun);
      second = next_folded (&b, &b_begun);
    }
  while (first == second && first != 0);
  return (first > second) - (first < second);
}

/* --- values --- */

static gint
compare_numbers (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

gint
am_difference_compare_refs (const AmDifference *d, AmEntityKind kind, const AmRef *a,
                            gboolean a_new, const AmRef *b, gboolean b_new)
{
  gint order = compare_numbers (am_difference_number (d, kind, a_new, a->index),
                                am_difference_number (d, kind, b_new, b->index));

  return order != 0 || a->index != AM_NONE ? order : g_strcmp0 (a->id, b->id);
}

static gint
compare_reals (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b ? 0 : isnan (a) || a < b ? -1 : 1;
}

gint
am_difference_compare_values (const AmDifference *d, const AmMember *member, gconstpointer a,
                              gboolean a_new, gconstpointer b, gboolean b_new)
{
  gint (*compare) (const char *, const char *) =
      am_member_is_exact (member) ? am_difference_compare_exactly : am_normal_compare;

  if (am_member_is_text (member))
    return compare (am_member_text (member, a), am_member_text (member, b));
  if (member->type == AM_MEMBER_NUMBER)
    return compare_reals (am_member_number (member, a), am_member_number (member, b));
  if (member->type == AM_MEMBER_REF
      && member->leads_to == AM_ENTITY_NONE) /* to anything: it is told by its id */
    return g_strcmp0 (am_member_ref (member, a)->id, am_member_ref (member, b)->id);
  if (member->type == AM_MEMBER_REF)
    return am_difference_compare_refs (d, member->leads_to, am_member_ref (member, a), a_new,
                                       am_member_ref (member, b), b_new);
  return AM_MEMBER_VALUE (gint, member, a)
       - AM_MEMBER_VALUE (gint, member, b); /* a word or a flag */
}
