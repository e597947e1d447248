/* What is searched for under suppositions: what would have to be answered before a thesis holds,
 * and what its outcome turns on. */

#include "reason/digest-private.h"

/* Nodes and inputs that may be looked at for the answers that all theses need: a second or two. */
#define MOST_WORK_FOR_ANSWERS 50000000u

static guint
count_searched (const AmDigest *d)
{
  return CLAMP (d->evaluation->theses->len, 1, AM_DIGEST_MOST_SEARCHED);
}

/* --- answers needed --- */

gpointer
am_digest_make_answers (AmDigest *d, guint32 number)
{
  AmAnswers *answers = g_new (AmAnswers, 1);

  if (d->answers_search == NULL)
    d->answers_search = am_answers_search_new (d->evaluation->labelling);
  *answers = am_answers_needed (d->answers_search, am_digest_thesis_at (d, number),
                                MOST_WORK_FOR_ANSWERS / count_searched (d));
  return answers;
}

void
am_digest_free_answers (gpointer made)
{
  if (made != NULL)
    am_answers_clear (made);
  g_free (made);
}

const AmAnswers *
am_digest_answers (AmDigest *digest, guint number)
{
  return number < AM_DIGEST_MOST_SEARCHED ? am_digest_section (digest, AM_SECTION_ANSWERS, number)
                                          : NULL;
}

/* --- cruxes --- */

gpointer
am_digest_make_cruxes (AmDigest *d, guint32 number)
{
  AmCruxes *cruxes = g_new (AmCruxes, 1);

  if (d->crux_search == NULL)
    d->crux_search = am_crux_search_new (d->evaluation->labelling, count_searched (d));
  *cruxes = am_crux_find (d->crux_search, am_digest_thesis_at (d, number));
  return cruxes;
}

void
am_digest_free_cruxes (gpointer made)
{
  if (made != NULL)
    am_cruxes_clear (made);
  g_free (made);
}

static gboolean
keeps_cruxes (const AmDigest *d)
{
  return !d->large
      && (d->evaluation->theses->len <= AM_DIGEST_MOST_THESES
          || d->map->claims->len <= AM_DIGEST_FEW_STATEMENTS);
}

const AmCruxes *
am_digest_cruxes (AmDigest *digest, guint number)
{
  GPtrArray *made = digest->sections[AM_SECTION_CRUXES];

  if (!keeps_cruxes (digest) && made->len != number + 1)
    g_ptr_array_set_size (made, 0);
  return am_digest_section (digest, AM_SECTION_CRUXES, number);
}

const AmCruxes *
am_digest_turns (AmDigest *digest, guint number)
{
  return keeps_cruxes (digest) ? am_digest_cruxes (digest, number) : NULL;
}
