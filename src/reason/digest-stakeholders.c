/* What stakeholders say, what is said against it, and who says the same. */

#include "base/hash.h"
#include "reason/digest-private.h"

/* --- what they say --- */

static gboolean
takes_position (const AmMap *map, guint32 who, guint32 claim)
{
  AmRange positions = am_map_stakeholder (map, who)->positions;

  for (guint32 i = 0; i < positions.count; i++)
    if (am_map_position (map, positions.start + i)->claim.index == claim)
      return TRUE;
  return FALSE;
}

/* Claims first, then rebuttals. */
static GArray *
list_statements (const AmDigest *d, guint32 who)
{
  AmIndexList asserted = am_map_asserted (d->map, who);
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint role = AM_ROLE_CLAIM; role <= AM_ROLE_REBUTTAL; role++)
    for (guint32 i = 0; i < asserted.count; i++)
      {
        guint32 claim = asserted.items[i];
        if (am_map_claim (d->map, claim)->role == role
            && !(d->evaluation->is_thesis[claim] && takes_position (d->map, who, claim)))
          g_array_append_val (statements, claim);
      }
  return statements;
}

/* --- what is said against it --- */

static void
add_attacks (const AmEvaluation *e, guint32 node, AmDigestStakeholder *stakeholder)
{
  AmIndexList inputs = am_dependencies_inputs (e->dependencies, node);

  for (guint32 i = 0; i < inputs.count; i++)
    if (!am_dependencies_helps (e->dependencies, inputs.items[i]))
      {
        g_array_append_val (stakeholder->objections, inputs.items[i]);
        stakeholder->unanswered += am_labelling_of (e->labelling, inputs.items[i]) == AM_LABEL_IN;
      }
}

/* What rebuts the claim, and what undercuts the steps that are made from it. */
static void
add_objections (const AmEvaluation *e, guint32 claim, AmDigestStakeholder *stakeholder)
{
  AmRange relations = am_map_claim (e->map, claim)->relations;

  add_attacks (e, claim, stakeholder);
  for (guint32 i = 0; i < relations.count; i++)
    add_attacks (e, am_dependencies_relation_node (e->dependencies, relations.start + i),
                 stakeholder);
}

static void
add_objections_to_positions (AmDigest *d, guint32 who, AmDigestStakeholder *stakeholder)
{
  AmRange positions = am_map_stakeholder (d->map, who)->positions;
  g_autoptr (GHashTable) seen =
      g_hash_table_new (am_hash_pointer, g_direct_equal); /* looked up only */

  for (guint32 i = 0; i < positions.count; i++)
    {
      guint32 claim = am_map_position (d->map, positions.start + i)->claim.index;
      AmStance stance =
          claim != AM_NONE ? am_stances_find (am_digest_stances (d), claim, who) : AM_STANCE_UNSAID;
      if ((stance == AM_STANCE_FOR || stance == AM_STANCE_CONDITIONAL)
          && !am_map_asserts (d->map, am_map_claim (d->map, claim), who)
          && g_hash_table_add (seen, GUINT_TO_POINTER (claim + 1)))
        add_objections (d->evaluation, claim, stakeholder);
    }
}

gpointer
am_digest_make_stakeholder (AmDigest *d, guint32 who)
{
  AmIndexList asserted = am_map_asserted (d->map, who);
  AmDigestStakeholder *stakeholder = g_new (AmDigestStakeholder, 1);

  *stakeholder =
      (AmDigestStakeholder){ .statements = list_statements (d, who),
                             .objections = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  add_objections_to_positions (d, who, stakeholder);
  stakeholder->n_to_positions = stakeholder->objections->len;
  for (guint32 i = 0; i < asserted.count; i++)
    {
      add_objections (d->evaluation, asserted.items[i], stakeholder);
      stakeholder->implicit += am_map_claim (d->map, asserted.items[i])->implicit;
    }
  return stakeholder;
}

void
am_digest_free_stakeholder (gpointer made)
{
  AmDigestStakeholder *stakeholder = made;

  if (stakeholder == NULL)
    return;
  g_array_unref (stakeholder->statements);
  g_array_unref (stakeholder->objections);
  g_free (stakeholder);
}

const AmDigestStakeholder *
am_digest_stakeholder (AmDigest *digest, guint32 who)
{
  return am_digest_section (digest, AM_SECTION_STAKEHOLDER, who);
}

/* --- who says the same --- */

/* On which of these claims the two say the same, and on which the opposite. */
static void
compare_stances (const AmStances *stances, guint32 claim, guint32 who, AmDigestOther *others)
{
  guint32 count;
  const AmStanceEntry *on = am_stances_on (stances, claim, &count);
  AmStance own = am_stances_find (stances, claim, who);
  gboolean accepts = am_stance_accepts (own), leans = accepts || own == AM_STANCE_CONDITIONAL,
           rejects = own == AM_STANCE_AGAINST;

  for (guint32 i = 0; i < count && (leans || rejects); i++)
    {
      gboolean theirs = am_stance_accepts (on[i].stance),
               lean = theirs || on[i].stance == AM_STANCE_CONDITIONAL,
               against = on[i].stance == AM_STANCE_AGAINST;
      others[on[i].stakeholder].agree += (accepts && theirs) || (rejects && against);
      others[on[i].stakeholder].disagree += (leans && against) || (rejects && lean);
    }
}

gpointer
am_digest_make_others (AmDigest *d, guint32 who)
{
  guint32 n = d->map->stakeholders->len;
  g_autofree AmDigestOther *all = g_new0 (AmDigestOther, (gsize) n + 1);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (AmDigestOther));

  for (guint32 i = 0; i < d->map->claims->len; i++)
    compare_stances (am_digest_stances (d), i, who, all);
  for (guint32 i = 0; i < n; i++)
    {
      all[i].who = i;
      if (i != who && all[i].agree + all[i].disagree > 0)
        g_array_append_val (others, all[i]);
    }
  return others;
}

const GArray *
am_digest_others (AmDigest *digest, guint32 who)
{
  return am_digest_section (digest, AM_SECTION_OTHERS, who);
}
