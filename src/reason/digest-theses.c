/* What a thesis comes to, what is left of both its sides, and who is on which. */

#include "reason/digest-private.h"

guint32
am_digest_thesis_at (const AmDigest *d, guint number)
{
  return g_array_index (d->evaluation->theses, guint32, number);
}

gpointer
am_digest_make_verdict (AmDigest *d, guint32 number)
{
  AmVerdict verdict = am_verdict (d->evaluation->labelling, am_digest_thesis_at (d, number));

  return g_memdup2 (&verdict, sizeof verdict);
}

const AmVerdict *
am_digest_verdict (AmDigest *digest, guint number)
{
  return am_digest_section (digest, AM_SECTION_VERDICT, number);
}

gpointer
am_digest_make_firm (AmDigest *d, G_GNUC_UNUSED guint32 index)
{
  return am_firm_new (d->evaluation);
}

const AmFirm *
am_digest_firm (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_FIRM, 0);
}

/* --- facts --- */

gpointer
am_digest_make_facts (AmDigest *d, guint32 number)
{
  const AmDependencies *b = d->evaluation->dependencies;
  guint32 thesis = am_digest_thesis_at (d, number);
  g_autofree guint32 *steps = g_new (guint32, (gsize) b->n_nodes + 1),
                     *ways = g_new (guint32, (gsize) b->n_nodes + 1);
  AmDigestFacts *facts = g_new0 (AmDigestFacts, 1);

  am_dependencies_ways (b, thesis, steps, ways);
  for (guint32 i = 0; i < b->n_claims; i++)
    if (i != thesis && steps[i] != AM_NONE && am_claim_states_fact (am_map_claim (d->map, i)))
      {
        facts->count++;
        facts->sourced += am_map_claim (d->map, i)->evidence.count > 0;
      }
  return facts;
}

const AmDigestFacts *
am_digest_facts (AmDigest *digest, guint number)
{
  return am_digest_section (digest, AM_SECTION_FACTS, number);
}

gboolean
am_digest_takes_part (AmDigest *digest, guint32 who)
{
  return am_map_stakeholder (digest->map, who)->positions.count > 0
      || am_digest_stakeholder (digest, who)->statements->len > 0;
}

/* --- what is left of both sides --- */

GArray *
am_digest_remains (AmDigest *digest, guint number, gboolean helps, AmLabel label)
{
  const AmEvaluation *e = digest->evaluation;
  AmIndexList inputs =
      am_dependencies_inputs (e->dependencies, am_digest_thesis_at (digest, number));
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < inputs.count; i++)
    if (am_dependencies_helps (e->dependencies, inputs.items[i]) == helps
        && am_labelling_of (e->labelling, inputs.items[i]) == label)
      g_array_append_val (nodes, inputs.items[i]);
  return nodes;
}

/* --- who is on which side --- */

/* Memberships are followed so far. */
#define MOST_STEPS 64

/* The last of those that @who belongs to, directly or not, that have the same stance on @claim;
   @who where none has, and where they belong to one another in a circle. */
static guint32
find_leader (AmDigest *d, guint32 claim, guint32 who, AmStance stance)
{
  guint32 leader = who, next = am_map_stakeholder (d->map, who)->member_of.index;

  for (guint steps = 0; next != AM_NONE && steps < MOST_STEPS; steps++)
    {
      if (next == who)
        return who;
      if (am_stances_find (am_digest_stances (d), claim, next) == stance)
        leader = next;
      next = am_map_stakeholder (d->map, next)->member_of.index;
    }
  return next == AM_NONE ? leader : who;
}

/* Of leaders in ascending order. */
static void
add_member (GArray *leaders, guint32 leader)
{
  guint low = 0, high = leaders->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;
      *(g_array_index (leaders, AmDigestLeader, middle).who <= leader ? &low : &high) = middle;
    }
  g_array_index (leaders, AmDigestLeader, low).members++;
}

gpointer
am_digest_make_sides (AmDigest *d, guint32 number)
{
  AmDigestSides *sides = g_new (AmDigestSides, 1);
  guint32 claim = am_digest_thesis_at (d, number), count;
  const AmStanceEntry *on = am_stances_on (am_digest_stances (d), claim, &count);
  g_autofree guint32 *leaders = g_new (guint32, (gsize) count + 1);

  for (guint i = 0; i < AM_N_STANCES; i++)
    sides->leaders[i] = g_array_new (FALSE, FALSE, sizeof (AmDigestLeader));
  for (guint32 i = 0; i < count; i++)
    {
      AmDigestLeader leader = { on[i].stakeholder, 0 };
      leaders[i] = find_leader (d, claim, on[i].stakeholder, on[i].stance);
      if (leaders[i] == on[i].stakeholder)
        g_array_append_val (sides->leaders[on[i].stance], leader);
    }
  for (guint32 i = 0; i < count; i++)
    if (leaders[i] != on[i].stakeholder)
      add_member (sides->leaders[on[i].stance], leaders[i]);
  return sides;
}

void
am_digest_free_sides (gpointer made)
{
  AmDigestSides *sides = made;

  for (guint i = 0; i < AM_N_STANCES && sides != NULL; i++)
    g_array_unref (sides->leaders[i]);
  g_free (sides);
}

const AmDigestSides *
am_digest_sides (AmDigest *digest, guint number)
{
  return am_digest_section (digest, AM_SECTION_SIDES, number);
}
