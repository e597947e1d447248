/* How many claims and rebuttals are of which sort, and how many speak to which stock issue. */

#include "reason/digest-private.h"

static gboolean
is_about_policy (const AmMap *map)
{
  for (guint32 i = 0; i < map->resolutions.count; i++)
    {
      guint32 claim = am_map_ref (map, map->resolutions.start + i)->index;
      if (claim != AM_NONE && am_map_claim (map, claim)->kind == AM_CLAIM_POLICY)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_missing (const AmDigestCounts *counts, AmIssue issue)
{
  return am_issue_is_needed (issue)
      && counts->issues[issue].roles[AM_ROLE_CLAIM] + counts->issues[issue].roles[AM_ROLE_REBUTTAL]
             == 0;
}

gpointer
am_digest_make_counts (AmDigest *d, G_GNUC_UNUSED guint32 index)
{
  AmDigestCounts *counts = g_new0 (AmDigestCounts, 1);
  gboolean policy = is_about_policy (d->map);

  for (guint32 i = 0; i < d->map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (d->map, i);
      counts->roles[claim->role]++;
      counts->kinds[claim->kind]++;
      counts->issues[claim->issue].roles[claim->role]++;
      counts->issues[claim->issue].in +=
          am_labelling_of (d->evaluation->labelling, i) == AM_LABEL_IN;
      counts->any_issue = counts->any_issue || claim->issue != AM_ISSUE_UNSAID;
    }
  for (guint issue = 1; counts->any_issue && policy && issue < AM_N_ISSUES; issue++)
    counts->missing += counts->issues[issue].missing = is_missing (counts, (AmIssue) issue);
  return counts;
}

const AmDigestCounts *
am_digest_counts (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_COUNTS, 0);
}
