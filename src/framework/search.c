/* The encoding of complete labellings, with variables I and O for in and out: Cerutti, Giacomin and
   Vallati 2014, "Computing preferred extensions in abstract argumentation: a SAT-based approach",
   with two variables an argument instead of three. */

#include "framework/search.h"

static void
add_pair (AmSearch *search, gint a, gint b)
{
  am_sat_add (search->sat, a);
  am_sat_add (search->sat, b);
  am_sat_add (search->sat, 0);
}

static void
add_argument (AmSearch *search, guint32 x)
{
  AmIndexList attackers = am_lists_of (&search->framework->attackers, x);
  gint in = am_search_in (search, x), out = am_search_out (search, x);

  add_pair (search, -in, -out);
  for (guint32 i = 0; i < attackers.count; i++)
    {
      add_pair (search, -am_search_in (search, attackers.items[i]), out);
      add_pair (search, -in, am_search_out (search, attackers.items[i]));
    }
  am_sat_add (search->sat, in);
  for (guint32 i = 0; i < attackers.count; i++)
    am_sat_add (search->sat, -am_search_out (search, attackers.items[i]));
  am_sat_add (search->sat, 0);
  am_sat_add (search->sat, -out);
  for (guint32 i = 0; i < attackers.count; i++)
    am_sat_add (search->sat, am_search_in (search, attackers.items[i]));
  am_sat_add (search->sat, 0);
}

static void
add_settled (AmSearch *search, guint32 x)
{
  am_sat_add (search->sat, -am_search_settled (search, x));
  add_pair (search, am_search_in (search, x), am_search_out (search, x));
}

AmSearch *
am_search_new (const AmFramework *framework, AmSearchKind kind, AmSatBudget *budget, GError **error)
{
  AmSat *sat = am_sat_new (error);

  if (sat == NULL)
    return NULL;
  AmSearch *search = g_new (AmSearch, 1);
  *search = (AmSearch){ framework, sat, g_new0 (gint8, (gsize) framework->n + 1), FALSE };
  if (budget != NULL)
    am_sat_set_budget (sat, budget);
  for (guint32 x = 0; x < framework->n; x++)
    {
      add_argument (search, x);
      if (kind == AM_SEARCH_STABLE)
        add_pair (search, am_search_in (search, x), am_search_out (search, x));
      else
        add_settled (search, x);
    }
  return search;
}

void
am_search_free (AmSearch *search)
{
  if (search == NULL)
    return;
  am_sat_free (search->sat);
  g_free (search->labels);
  g_free (search);
}

void
am_search_deny (AmSearch *search, gint variable)
{
  am_sat_add (search->sat, -variable);
  am_sat_add (search->sat, 0);
}

gboolean
am_search_is_possible (AmSearch *search)
{
  AmSatAnswer answer = search->stopped ? AM_SAT_STOPPED : am_sat_solve (search->sat);

  search->stopped = answer == AM_SAT_STOPPED;
  return answer == AM_SAT_YES;
}

gboolean
am_search_next (AmSearch *search)
{
  if (!am_search_is_possible (search))
    return FALSE;
  for (guint32 x = 0; x < search->framework->n; x++)
    search->labels[x] = am_sat_is_true (search->sat, am_search_in (search, x))  ? AM_ARGUMENT_IN
                      : am_sat_is_true (search->sat, am_search_out (search, x)) ? AM_ARGUMENT_OUT
                                                                                : AM_ARGUMENT_OPEN;
  return TRUE;
}
