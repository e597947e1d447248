#include "framework/extension.h"

#include "framework/search.h"

/* --- what is found, as arrays --- */

static GArray *
members_of (const AmSearch *search)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < search->framework->n; x++)
    if (search->labels[x] == AM_ARGUMENT_IN)
      g_array_append_val (members, x);
  return members;
}

static gint
compare_extensions (gconstpointer a, gconstpointer b)
{
  const GArray *first = *(GArray *const *) a, *second = *(GArray *const *) b;

  for (guint i = 0; i < MIN (first->len, second->len); i++)
    {
      guint32 x = g_array_index (first, guint32, i), y = g_array_index (second, guint32, i);
      if (x != y)
        return x < y ? -1 : 1;
    }
  return first->len < second->len ? -1 : first->len > second->len;
}

/* --- wishes --- */

typedef struct
{
  AmWish wish;
  guint32 argument;
} Wanted;

static const Wanted anything = { AM_WISH_ANY, 0 };

static void
assume_wanted (AmSearch *search, Wanted wanted)
{
  if (wanted.wish == AM_WISH_WITH)
    am_sat_assume (search->sat, am_search_in (search, wanted.argument));
  else if (wanted.wish == AM_WISH_WITHOUT)
    am_sat_assume (search->sat, -am_search_in (search, wanted.argument));
}

/* --- largest labellings: of most arguments that are in, or of most that are settled --- */

typedef enum
{
  BY_IN, /* preferred */
  BY_SETTLED, /* semi-stable */
} Measure;

static gboolean
counts (const AmSearch *search, Measure by, guint32 x)
{
  return by == BY_IN ? search->labels[x] == AM_ARGUMENT_IN : search->labels[x] != AM_ARGUMENT_OPEN;
}

static gint
literal_of (const AmSearch *search, Measure by, guint32 x)
{
  return by == BY_IN ? am_search_in (search, x) : am_search_settled (search, x);
}

/* From now on only labellings are found that have something that this one lacks. */
static void
want_more (AmSearch *search, Measure by)
{
  for (guint32 x = 0; x < search->framework->n; x++)
    if (!counts (search, by, x))
      am_sat_add (search->sat, literal_of (search, by, x));
  am_sat_add (search->sat, 0);
}

static void
assume_kept (AmSearch *search, Measure by)
{
  for (guint32 x = 0; x < search->framework->n; x++)
    if (counts (search, by, x))
      am_sat_assume (search->sat, literal_of (search, by, x));
}

/* Goes on from what was found to what cannot be enlarged while the wish holds. */
static void
grow (AmSearch *search, Measure by, Wanted wanted)
{
  do
    {
      want_more (search, by);
      assume_kept (search, by);
      assume_wanted (search, wanted);
    }
  while (am_search_next (search));
}

/* Something larger that the wish does not hold for: then nothing that was passed on the way was the
 * largest. The labels stay. */
static gboolean
is_surpassed (AmSearch *search, Measure by)
{
  assume_kept (search, by);
  return am_search_is_possible (search);
}

/* The next largest labelling that is as wanted, TRUE, and it is in labels. What has been passed is
   blocked for good: none of it is among the largest but what is returned. */
static gboolean
find_largest (AmSearch *search, Measure by, Wanted wanted)
{
  for (;;)
    {
      assume_wanted (search, wanted);
      if (!am_search_next (search))
        return FALSE;
      grow (search, by, wanted);
      if (wanted.wish == AM_WISH_ANY || !is_surpassed (search, by))
        return TRUE;
    }
}

/* Without an argument that something attacks which can be in: easier than searching for all that
 * lack it. */
static gboolean
find_preferred_against (AmSearch *search, guint32 argument)
{
  am_sat_assume (search->sat, am_search_out (search, argument));
  if (!am_search_next (search))
    return FALSE;
  grow (search, BY_IN, anything);
  return TRUE;
}

/* --- the ideal extension --- */

/* Takes out of @set what is attacked by an argument that the labelling has in. */
static void
drop_attacked_by_in (const AmSearch *search, gboolean *set)
{
  for (guint32 x = 0; x < search->framework->n; x++)
    {
      AmIndexList attacked = am_lists_of (&search->framework->attacked, x);
      for (guint32 i = 0; i < attacked.count && search->labels[x] == AM_ARGUMENT_IN; i++)
        set[attacked.items[i]] = FALSE;
    }
}

static gboolean
attacks (const AmFramework *framework, guint32 x, const gboolean *set)
{
  AmIndexList attacked = am_lists_of (&framework->attacked, x);

  for (guint32 i = 0; i < attacked.count; i++)
    if (set[attacked.items[i]])
      return TRUE;
  return FALSE;
}

/* Takes out of @set what some complete labelling has out. Answers mostly tell of many attackers:
   what attacks nothing that is left need not be asked about. */
static void
keep_unattacked (AmSearch *search, gboolean *set)
{
  for (guint32 x = 0; x < search->framework->n; x++)
    {
      if (!attacks (search->framework, x, set))
        continue;
      am_sat_assume (search->sat, am_search_in (search, x));
      if (am_search_next (search))
        drop_attacked_by_in (search, set);
    }
}

/* How many of @set attack each argument. Caller owns it. */
static guint32 *
count_attackers_in (const AmFramework *framework, const gboolean *set)
{
  guint32 *counts = g_new0 (guint32, (gsize) framework->n + 1);

  for (guint32 x = 0; x < framework->n; x++)
    {
      AmIndexList attacked = am_lists_of (&framework->attacked, x);
      for (guint32 i = 0; set[x] && i < attacked.count; i++)
        counts[attacked.items[i]]++;
    }
  return counts;
}

/* Takes out all that the argument attacks: the set no longer attacks back. */
static void
drop_attacked (const AmFramework *framework, guint32 argument, gboolean *set, GArray *dropped)
{
  AmIndexList attacked = am_lists_of (&framework->attacked, argument);

  for (guint32 i = 0; i < attacked.count; i++)
    if (set[attacked.items[i]])
      {
        set[attacked.items[i]] = FALSE;
        g_array_append_val (dropped, attacked.items[i]);
      }
}

/* Takes out what @set does not defend, and what it no longer defends then. */
static void
keep_defended (const AmFramework *framework, gboolean *set)
{
  g_autofree guint32 *attackers = count_attackers_in (framework, set);
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < framework->n; x++)
    if (attackers[x] == 0)
      drop_attacked (framework, x, set, dropped);
  for (guint i = 0; i < dropped->len; i++)
    {
      AmIndexList attacked =
          am_lists_of (&framework->attacked, g_array_index (dropped, guint32, i));
      for (guint32 k = 0; k < attacked.count; k++)
        if (--attackers[attacked.items[k]] == 0)
          drop_attacked (framework, attacked.items[k], set, dropped);
    }
}

/* The largest admissible part of any preferred extension that no admissible set attacks (Dunne,
   Dvořák and Wooldridge 2013, "Parametric properties of ideal semantics"). */
static GArray *
find_ideal (AmSearch *search)
{
  guint32 n = search->framework->n;
  g_autofree gboolean *set = g_new0 (gboolean, (gsize) n + 1);
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));

  find_largest (search, BY_IN,
                anything); /* there is one, and what is blocked now attacks none of it */
  for (guint32 x = 0; x < n; x++)
    set[x] = search->labels[x] == AM_ARGUMENT_IN;
  keep_unattacked (search, set);
  keep_defended (search->framework, set);
  for (guint32 x = 0; x < n; x++)
    if (set[x])
      g_array_append_val (members, x);
  return members;
}

static gboolean
is_as_wanted (const GArray *members, Wanted wanted)
{
  gboolean in = FALSE;

  for (guint i = 0; i < members->len; i++)
    in = in || g_array_index (members, guint32, i) == wanted.argument;
  return wanted.wish == AM_WISH_ANY || in == (wanted.wish == AM_WISH_WITH);
}

/* --- one of them --- */

/* Then neither a labelling that was found nor that none was found can be trusted. */
static gboolean
was_stopped (const AmSearch *search, GError **error)
{
  if (search->stopped)
    g_set_error (error, AM_SAT_ERROR, AM_SAT_ERROR_BUDGET,
                 "the solver was stopped before it found an answer");
  return search->stopped;
}

static gboolean
find_labelling (AmSearch *search, AmSemantics semantics, Wanted wanted)
{
  switch (semantics)
    {
    case AM_SEMANTICS_PREFERRED:
      if (wanted.wish == AM_WISH_WITHOUT && find_preferred_against (search, wanted.argument))
        return TRUE;
      return find_largest (search, BY_IN, wanted);
    case AM_SEMANTICS_SEMI_STABLE:
      return find_largest (search, BY_SETTLED, wanted);
    default:
      assume_wanted (search, wanted);
      return am_search_next (search);
    }
}

static AmSearchKind
kind_of (AmSemantics semantics)
{
  return semantics == AM_SEMANTICS_STABLE ? AM_SEARCH_STABLE : AM_SEARCH_COMPLETE;
}

gboolean
am_extension_find (const AmFramework *framework, AmSemantics semantics, AmWish wish,
                   guint32 argument, AmSatBudget *budget, GArray **found, GError **error)
{
  Wanted wanted = { wish, argument };

  *found = NULL;
  if (semantics == AM_SEMANTICS_COMPLETE && wish != AM_WISH_WITH)
    {
      *found = g_array_new (FALSE, FALSE, sizeof (guint32)); /* the grounded one is complete */
      return TRUE;
    }
  g_autoptr (AmSearch) search = am_search_new (framework, kind_of (semantics), budget, error);
  if (search == NULL)
    return FALSE;
  if (semantics == AM_SEMANTICS_IDEAL)
    {
      g_autoptr (GArray) ideal = find_ideal (search);
      *found = is_as_wanted (ideal, wanted) ? g_steal_pointer (&ideal) : NULL;
    }
  else if (find_labelling (search, semantics, wanted))
    *found = members_of (search);
  if (!was_stopped (search, error))
    return TRUE;
  g_clear_pointer (found, g_array_unref);
  return FALSE;
}

/* --- all of them --- */

typedef struct
{
  GPtrArray *list;
  gsize most; /* 0: any number */
} Listing;

/* FALSE when there is no room for more. */
static gboolean
list_it (Listing *listing, const AmSearch *search)
{
  g_ptr_array_add (listing->list, members_of (search));
  return listing->most == 0 || listing->list->len < listing->most;
}

/* The arguments that are in say which complete labelling it is. */
static void
block_this (AmSearch *search)
{
  for (guint32 x = 0; x < search->framework->n; x++)
    {
      gint in = am_search_in (search, x);
      am_sat_add (search->sat, search->labels[x] == AM_ARGUMENT_IN ? -in : in);
    }
  am_sat_add (search->sat, 0);
}

static void
list_complete (AmSearch *search, Listing *listing)
{
  while (am_search_next (search) && list_it (listing, search))
    block_this (search);
}

static void
list_stable (AmSearch *search, Listing *listing)
{
  while (am_search_next (search) && list_it (listing, search))
    want_more (search, BY_IN); /* none is part of another */
}

static void
list_preferred (AmSearch *search, Listing *listing)
{
  while (find_largest (search, BY_IN, anything) && list_it (listing, search))
    ;
}

/* Several may settle the same arguments: none of those is part of another, so each can be blocked
 * with all that is part of it. */
static void
list_semi_stable (AmSearch *search, AmSearch *within, Listing *listing)
{
  while (find_largest (search, BY_SETTLED, anything))
    {
      for (;;)
        {
          for (guint32 x = 0; x < search->framework->n; x++)
            if (counts (search, BY_SETTLED, x))
              am_sat_assume (within->sat, am_search_settled (within, x));
          if (!am_search_next (within))
            break;
          if (!list_it (listing, within))
            return;
          want_more (within, BY_IN);
        }
    }
}

static gboolean
list_labellings (const AmFramework *framework, AmSemantics semantics, Listing *listing,
                 AmSatBudget *budget, GError **error)
{
  g_autoptr (AmSearch) search = am_search_new (framework, kind_of (semantics), budget, error);
  g_autoptr (AmSearch) within = NULL;

  if (search == NULL)
    return FALSE;
  if (semantics == AM_SEMANTICS_COMPLETE)
    list_complete (search, listing);
  else if (semantics == AM_SEMANTICS_STABLE)
    list_stable (search, listing);
  else if (semantics == AM_SEMANTICS_PREFERRED)
    list_preferred (search, listing);
  else if ((within = am_search_new (framework, AM_SEARCH_COMPLETE, budget, error)) != NULL)
    list_semi_stable (search, within, listing);
  return !was_stopped (search, error) && (within == NULL || !was_stopped (within, error));
}

GPtrArray *
am_extension_list (const AmFramework *framework, AmSemantics semantics, gsize most,
                   AmSatBudget *budget, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Listing listing = { list, most };

  if (semantics == AM_SEMANTICS_IDEAL)
    {
      GArray *only;
      if (!am_extension_find (framework, semantics, AM_WISH_ANY, 0, budget, &only, error))
        return NULL;
      g_ptr_array_add (list, only);
    }
  else if (!list_labellings (framework, semantics, &listing, budget, error))
    return NULL;
  g_ptr_array_sort (list, compare_extensions);
  return g_steal_pointer (&list);
}
