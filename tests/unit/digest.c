/* reason/digest: no section is found twice for all that is said of a map, and lists are what their
 * definitions say. */

#include "debates.h"
#include "report/evaluation/evaluation.h"
#include "report/json/pieces.h"
#include "report/summary/summary.h"

static const DebatePlan plan = {
  .claims = 14, .relations = 24, .kinds = 3, .cyclic = TRUE, .kept = TRUE
};

/* --- once --- */

static void
note_section (AmDigestSection section, guint32 index, gpointer data)
{
  GHashTable *found = data;
  gint64 key = (gint64) section << 32 | index;

  UNIT_EXPECT (g_hash_table_add (found, g_memdup2 (&key, sizeof key)),
               "section %u, %u is found again", section, index);
}

static void
say_all (AmDigest *digest)
{
  static const AmSummaryStyle styles[] = { { .brief = TRUE }, { .outcome = TRUE } };
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  AmJson json = { .out = out };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    am_summary (digest, &styles[i], document);
  am_verdicts_write (digest, document);
  am_verdicts_write_crux (digest, 3, AM_VERDICTS_ALONE, document);
  am_summary_write_json (digest, &styles[1], AM_NONE, "m", &json);
}

/* --- as defined --- */

static gboolean
is_answered (const AmMap *map, guint32 claim)
{
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      const AmRelation *r = am_map_relation (map, i);
      if ((r->kind == AM_RELATION_REBUT && r->to.index == claim)
          || (r->kind == AM_RELATION_UNDERCUT && r->to_relation != AM_NONE
              && am_map_relation (map, r->to_relation)->from == claim))
        return TRUE;
    }
  return FALSE;
}

static void
check_unanswered (AmDigest *digest)
{
  const AmDigestClaims *claims = am_digest_list (digest, AM_DIGEST_WITHOUT_REPLY);
  guint32 next = 0;

  for (guint32 i = 0; i < digest->map->claims->len; i++)
    {
      gboolean listed = next < claims->count && claims->items[next] == i;
      next += listed;
      UNIT_EXPECT (listed
                       == (am_map_claim (digest->map, i)->role == AM_ROLE_REBUTTAL
                           && !is_answered (digest->map, i)),
                   "claim %u", i);
    }
  g_assert_cmpuint (next, ==, claims->count);
}

static void
test_random_maps (void)
{
  for (guint seed = 0; seed < UNIT_ROUNDS (400); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GHashTable) found =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      guint places[DEBATE_CLAIMS];
      Debate debate;

      debate_init (&debate, random, &plan);
      debate_places (places);
      g_autoptr (AmEvaluation) evaluation =
          am_evaluation_new (debate_load (&debate, places, AM_NONE, &loaded), AM_STRENGTH_UNASKED);
      g_autoptr (AmDigest) digest = am_digest_new (evaluation, FALSE);
      digest->watch = note_section;
      digest->watch_data = found;
      say_all (digest);
      check_unanswered (digest);
      g_assert_cmpuint (g_hash_table_size (found), >, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/random-maps", test_random_maps);
  return g_test_run ();
}
