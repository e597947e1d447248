#include "reason/digest-private.h"

/* --- sections --- */

static gpointer
make_stances (AmDigest *d, G_GNUC_UNUSED guint32 index)
{
  return am_stances_new (d->map);
}

static gpointer
make_citations (AmDigest *d, G_GNUC_UNUSED guint32 index)
{
  return am_map_count_citations (d->map);
}

static void
free_array (GArray *array)
{
  if (array != NULL)
    g_array_unref (array);
}

/* What frees takes NULL as well. */
static const struct
{
  gpointer (*make) (AmDigest *digest, guint32 index);
  GDestroyNotify free;
} sections[] = {
  [AM_SECTION_STANCES] = { make_stances, (GDestroyNotify) am_stances_free },
  [AM_SECTION_LIST] = { am_digest_make_list, am_digest_free_list },
  [AM_SECTION_TABLE] = { am_digest_make_table, am_digest_free_table },
  [AM_SECTION_COUNTS] = { am_digest_make_counts, g_free },
  [AM_SECTION_CITATIONS] = { make_citations, g_free },
  [AM_SECTION_POINT] = { am_digest_make_point, g_free },
  [AM_SECTION_STEPS] = { am_digest_make_steps, am_digest_free_steps },
  [AM_SECTION_FIRM] = { am_digest_make_firm, (GDestroyNotify) am_firm_free },
  [AM_SECTION_VERDICT] = { am_digest_make_verdict, g_free },
  [AM_SECTION_FACTS] = { am_digest_make_facts, g_free },
  [AM_SECTION_SIDES] = { am_digest_make_sides, am_digest_free_sides },
  [AM_SECTION_ANSWERS] = { am_digest_make_answers, am_digest_free_answers },
  [AM_SECTION_CRUXES] = { am_digest_make_cruxes, am_digest_free_cruxes },
  [AM_SECTION_QUESTIONS] = { am_digest_make_questions, (GDestroyNotify) free_array },
  [AM_SECTION_ARGUMENT] = { am_digest_make_argument, am_digest_free_argument },
  [AM_SECTION_STAKEHOLDER] = { am_digest_make_stakeholder, am_digest_free_stakeholder },
  [AM_SECTION_OTHERS] = { am_digest_make_others, (GDestroyNotify) free_array },
};

gconstpointer
am_digest_section (AmDigest *d, AmDigestSection section, guint32 index)
{
  GPtrArray *made = d->sections[section];

  if (made->len <= index)
    g_ptr_array_set_size (made, (gint) index + 1);
  if (g_ptr_array_index (made, index) != NULL)
    return g_ptr_array_index (made, index);
  if (d->watch != NULL)
    d->watch (section, index, d->watch_data);
  gpointer new = sections[section].make (d, index);
  return g_ptr_array_index (made, index) = new;
}

AmStrongest *
am_digest_strongest_search (AmDigest *d)
{
  if (d->strongest == NULL)
    d->strongest = am_strongest_new (d->evaluation);
  return d->strongest;
}

const AmStances *
am_digest_stances (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_STANCES, 0);
}

const guint32 *
am_digest_citations (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_CITATIONS, 0);
}

/* --- all of it --- */

AmDigest *
am_digest_new (AmEvaluation *evaluation, gboolean all)
{
  AmDigest *d = g_new0 (AmDigest, 1);

  d->map = evaluation->map;
  d->evaluation = evaluation;
  d->large = d->map->claims->len > AM_DIGEST_MOST_STATEMENTS && !all;
  for (guint i = 0; i < AM_N_SECTIONS; i++)
    d->sections[i] = g_ptr_array_new_with_free_func (sections[i].free);
  return d;
}

void
am_digest_free (AmDigest *digest)
{
  if (digest == NULL)
    return;
  for (guint i = 0; i < AM_N_SECTIONS; i++)
    g_ptr_array_unref (digest->sections[i]);
  am_strongest_free (digest->strongest);
  am_answers_search_free (digest->answers_search);
  am_crux_search_free (digest->crux_search);
  g_free (digest);
}
