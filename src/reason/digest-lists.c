/* Which claims and rebuttals are on which list. */

#include "model/walk.h"
#include "reason/digest-private.h"

/* --- who accepts it --- */

/* How many accept @claim, how many do so on conditions, and how many are against it. */
static void
count_stances (AmDigest *d, guint32 claim, guint *accept, guint *conditional, guint *against)
{
  guint32 count;
  const AmStanceEntry *on = am_stances_on (am_digest_stances (d), claim, &count);

  *accept = *conditional = *against = 0;
  for (guint32 i = 0; i < count; i++)
    {
      *accept += am_stance_accepts (on[i].stance);
      *conditional += on[i].stance == AM_STANCE_CONDITIONAL;
      *against += on[i].stance == AM_STANCE_AGAINST;
    }
}

static gboolean
is_disagreed_on (AmDigest *d, guint32 claim)
{
  guint accept, conditional, against;

  count_stances (d, claim, &accept, &conditional, &against);
  return accept + conditional > 0 && against > 0;
}

static gboolean
is_agreed_on (AmDigest *d, guint32 claim)
{
  guint accept, conditional, against;

  count_stances (d, claim, &accept, &conditional, &against);
  return accept > 1 && against == 0;
}

static gboolean
is_rebutted (const AmMap *map, guint32 claim)
{
  AmIndexList incoming = am_map_incoming (map, claim);

  for (guint32 i = 0; i < incoming.count; i++)
    if (am_map_relation (map, incoming.items[i])->kind == AM_RELATION_REBUT)
      return TRUE;
  return FALSE;
}

static gboolean
is_undisputed (AmDigest *d, guint32 index)
{
  const AmClaim *claim = am_map_claim (d->map, index);
  guint accept, conditional, against;

  if (claim->role != AM_ROLE_CLAIM || claim->open || d->evaluation->is_thesis[index]
      || is_rebutted (d->map, index))
    return FALSE;
  count_stances (d, index, &accept, &conditional, &against);
  return against == 0;
}

/* --- what is said of it --- */

static gboolean
is_unanswered (AmDigest *d, guint32 claim)
{
  return am_map_claim (d->map, claim)->role == AM_ROLE_REBUTTAL
      && !am_walk_is_answered (d->map, claim);
}

gboolean
am_digest_should_have_evidence (const AmClaim *claim)
{
  return claim->evidence.count == 0
      && (claim->kind == AM_CLAIM_FACT || claim->kind == AM_CLAIM_UNSAID);
}

static gboolean
lacks_evidence (AmDigest *d, guint32 claim)
{
  return !d->evaluation->is_thesis[claim]
      && am_digest_should_have_evidence (am_map_claim (d->map, claim));
}

static gboolean
is_argued (AmDigest *d, guint32 claim)
{
  return !d->evaluation->is_thesis[claim] && am_map_claim (d->map, claim)->evidence.count == 0
      && !lacks_evidence (d, claim);
}

static gboolean
is_beside (AmDigest *d, guint32 claim)
{
  return !am_digest_argument (d)->reached[claim];
}

static gboolean
is_open (AmDigest *d, guint32 claim)
{
  return am_map_claim (d->map, claim)->open;
}

static gboolean
is_implicit (AmDigest *d, guint32 claim)
{
  return am_map_claim (d->map, claim)->implicit;
}

/* --- what evaluation makes of it --- */

static gboolean
has_label (AmDigest *d, guint32 claim, AmLabel label)
{
  return !d->evaluation->is_thesis[claim]
      && am_labelling_of (d->evaluation->labelling, claim) == label;
}

static gboolean
is_in (AmDigest *d, guint32 claim)
{
  return has_label (d, claim, AM_LABEL_IN);
}

static gboolean
is_undecided (AmDigest *d, guint32 claim)
{
  return has_label (d, claim, AM_LABEL_UNDECIDED);
}

static gboolean
is_out (AmDigest *d, guint32 claim)
{
  return has_label (d, claim, AM_LABEL_OUT);
}

/* --- the lists --- */

static gboolean (*const listed[]) (AmDigest *digest, guint32 claim) = {
  [AM_DIGEST_DISAGREEMENTS] = is_disagreed_on,
  [AM_DIGEST_AGREEMENTS] = is_agreed_on,
  [AM_DIGEST_UNDISPUTED] = is_undisputed,
  [AM_DIGEST_WITHOUT_REPLY] = is_unanswered,
  [AM_DIGEST_WITHOUT_EVIDENCE] = lacks_evidence,
  [AM_DIGEST_ARGUED] = is_argued,
  [AM_DIGEST_BESIDE] = is_beside,
  [AM_DIGEST_OPEN] = is_open,
  [AM_DIGEST_IMPLICIT] = is_implicit,
  [AM_DIGEST_UNANSWERED] = is_in,
  [AM_DIGEST_DISPUTED] = is_undecided,
  [AM_DIGEST_ANSWERED] = is_out,
};

gboolean
am_digest_is_listed (AmDigest *digest, AmDigestList list, guint32 claim)
{
  return listed[list](digest, claim);
}

gpointer
am_digest_make_list (AmDigest *d, guint32 list)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));
  AmDigestClaims *claims = g_new0 (AmDigestClaims, 1);

  for (guint32 i = 0; i < d->map->claims->len; i++)
    if (listed[list](d, i))
      {
        g_array_append_val (items, i);
        claims->implicit += am_map_claim (d->map, i)->implicit;
      }
  claims->count = items->len;
  claims->items = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&items), FALSE);
  return claims;
}

void
am_digest_free_list (gpointer made)
{
  AmDigestClaims *claims = made;

  if (claims != NULL)
    g_free (claims->items);
  g_free (claims);
}

const AmDigestClaims *
am_digest_list (AmDigest *digest, AmDigestList list)
{
  return am_digest_section (digest, AM_SECTION_LIST, list);
}
