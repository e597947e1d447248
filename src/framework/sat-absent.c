/* What takes the place of sat.c in a program that is built without a solver. */

#include "framework/sat.h"

G_DEFINE_QUARK (am_sat_error, am_sat_error)

gboolean
am_sat_is_available (void)
{
  return FALSE;
}

const char *
am_sat_library_version (void)
{
  return "no SAT solver";
}

AmSat *
am_sat_new (GError **error)
{
  g_set_error (error, AM_SAT_ERROR, AM_SAT_ERROR_ABSENT,
               "this build of argmap has no SAT solver, and this question needs one; argmap solve "
               "--problems lists those that it answers");
  return NULL;
}

void
am_sat_free (G_GNUC_UNUSED AmSat *sat)
{
}

void
am_sat_set_budget (G_GNUC_UNUSED AmSat *sat, G_GNUC_UNUSED AmSatBudget *budget)
{
  g_assert_not_reached ();
}

void
am_sat_add (G_GNUC_UNUSED AmSat *sat, G_GNUC_UNUSED gint literal)
{
  g_assert_not_reached ();
}

void
am_sat_assume (G_GNUC_UNUSED AmSat *sat, G_GNUC_UNUSED gint literal)
{
  g_assert_not_reached ();
}

AmSatAnswer
am_sat_solve (G_GNUC_UNUSED AmSat *sat)
{
  g_assert_not_reached ();
}

gboolean
am_sat_is_true (G_GNUC_UNUSED const AmSat *sat, G_GNUC_UNUSED gint variable)
{
  g_assert_not_reached ();
}
