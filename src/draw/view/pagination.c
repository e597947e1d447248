#include "draw/view/pagination.h"

#include "base/forms.h"
#include "base/text.h"

/* The cost of a layout explodes beyond some thousand cards, and so does the reader's patience. */
#define FULL_PICTURE 300 /* up to so many claims theses are laid out together */
#define ONE_PICTURE 3000 /* up to so many there is one picture */

typedef struct
{
  AmViewChoice choice;
  char *suffix; /* NULL for the first */
} Page;

struct _AmDrawPlan
{
  const AmMap *map;
  AmDrawChoice choice; /* as it was asked for */
  AmDrawExtent extent;
  AmColumns columns;
  GArray *pages; /* of Page */
  char *notice;
};

static void
page_clear (gpointer page)
{
  g_free (((Page *) page)->suffix);
}

static void
add_page (AmDrawPlan *plan, const AmViewChoice *choice, const char *suffix)
{
  Page page = { *choice, g_strdup (suffix) };
  g_array_append_val (plan->pages, page);
}

static guint
count_shown (const AmDrawPlan *plan, const AmViewChoice *choice)
{
  g_auto (AmView) view = { 0 };
  am_view_init (&view, plan->map, &plan->columns, choice);
  return view.n_shown;
}

/* The most steps with which no more than ONE_PICTURE claims are shown, at least one; AM_DRAW_ALL when all can be. */
static guint
find_depth (const AmDrawPlan *plan, const AmViewChoice *choice)
{
  g_autoptr (GArray) counts = am_view_count_steps (plan->map, &plan->columns, choice);
  guint sum = 0;

  for (guint i = 0; i < counts->len; i++)
    if ((sum += g_array_index (counts, guint, i)) > ONE_PICTURE)
      return MAX (i, 2) - 1;
  return AM_DRAW_ALL;
}

/* --- one picture for each thesis --- */

/* Claims in each part, by the claim that gives it its name. Free with g_free(). */
static guint *
count_parts (const AmDrawPlan *plan)
{
  guint *counts = g_new0 (guint, (gsize) plan->map->claims->len + 1);

  for (guint32 i = 0; i < plan->map->claims->len; i++)
    counts[plan->columns.part[i]]++;
  return counts;
}

/* In the name of a file: the id, where it is one and the first of its kind; capitals are in no id. */
static char *
choose_suffix (const AmMap *map, guint32 claim)
{
  const char *id = am_map_claim (map, claim)->id;

  if (am_value_is_id (id) && am_map_find_kind (map, AM_THING_CLAIM, id) == claim)
    return g_strdup (id);
  return g_strdup_printf ("NUMBER-%u", claim + 1);
}

static void
add_part (AmDrawPlan *plan, const AmViewChoice *whole, guint32 thesis, const char *suffix)
{
  AmViewChoice choice = *whole;

  choice.part = thesis;
  choice.leftovers = thesis == AM_NONE;
  choice.apart = TRUE;
  choice.choice.depth = find_depth (plan, &choice);
  add_page (plan, &choice, suffix);
}

static void
add_parts (AmDrawPlan *plan, const AmViewChoice *whole)
{
  const AmMap *map = plan->map;
  g_autofree guint *counts = count_parts (plan);
  AmViewChoice overview = *whole;
  guint leftovers = 0;

  overview.choice.depth = 0;
  overview.apart = FALSE;
  overview.by_part = TRUE;
  add_page (plan, &overview, NULL);
  for (guint32 i = 0; i < map->claims->len; i++)
    if (!plan->columns.is_thesis[i])
      leftovers += counts[i];
    else if (counts[i] > 1)
      {
        g_autofree char *suffix = choose_suffix (map, i);
        add_part (plan, whole, i, suffix);
      }
  if (leftovers > 0)
    add_part (plan, whole, AM_NONE, "OTHERS");
}

static guint
count_theses (const AmDrawPlan *plan)
{
  guint count = 0;

  for (guint32 i = 0; i < plan->map->claims->len; i++)
    count += plan->columns.is_thesis[i] && plan->columns.part[i] == i;
  return count;
}

/* More than one picture can hold. */
static void
divide (AmDrawPlan *plan, AmViewChoice *choice, guint shown, AmDrawExtent extent)
{
  g_autofree char *statements = am_text_count (shown, "statement", NULL);

  if (extent == AM_DRAW_DIVIDED && am_view_chooses_all (&choice->choice) && count_theses (plan) > 1)
    {
      add_parts (plan, choice);
      plan->notice = g_strdup_printf ("%s are more than one picture can hold: an overview is drawn, and %u pictures of its parts; "
                                      "--single-page draws one, --focus, --depth and the like choose",
                                      statements, plan->pages->len - 1);
      return;
    }
  guint depth = find_depth (plan, choice);
  choice->choice.depth = MIN (choice->choice.depth, depth);
  add_page (plan, choice, NULL);
  if (depth == AM_DRAW_ALL)
    return;
  g_autofree char *kept = am_text_number (count_shown (plan, choice));
  plan->notice = g_strdup_printf ("%s are more than one picture can hold: %s, which are up to %u step%s from the thesis, are drawn; "
                                  "--single-page draws all, --focus, --depth and the like choose",
                                  statements, kept, choice->choice.depth, choice->choice.depth == 1 ? "" : "s");
}

AmDrawPlan *
am_draw_plan_new (const AmMap *map, const AmDrawChoice *choice, AmDrawExtent extent)
{
  AmDrawPlan *plan = g_new0 (AmDrawPlan, 1);
  AmViewChoice whole = { .choice = *choice, .part = AM_NONE };

  plan->map = map;
  plan->choice = *choice;
  plan->extent = extent;
  plan->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (plan->pages, page_clear);
  am_columns_init (&plan->columns, map);
  guint shown = map->claims->len > FULL_PICTURE ? count_shown (plan, &whole) : map->claims->len;
  whole.apart = shown > FULL_PICTURE;
  if (shown > ONE_PICTURE && extent != AM_DRAW_WHOLE)
    divide (plan, &whole, shown, extent);
  else
    add_page (plan, &whole, NULL);
  if (shown > ONE_PICTURE && extent == AM_DRAW_WHOLE)
    {
      g_autofree char *statements = am_text_count (shown, "statement", NULL);
      plan->notice = g_strdup_printf ("the layout of %s on one page may take minutes", statements);
    }
  return plan;
}

void
am_draw_plan_free (AmDrawPlan *plan)
{
  if (plan == NULL)
    return;
  am_columns_clear (&plan->columns);
  g_array_unref (plan->pages);
  g_free (plan->notice);
  g_free (plan);
}

guint
am_draw_plan_count (const AmDrawPlan *plan)
{
  return plan->pages->len;
}

const char *
am_draw_plan_suffix (const AmDrawPlan *plan, guint number)
{
  return g_array_index (plan->pages, Page, number).suffix;
}

const char *
am_draw_plan_notice (const AmDrawPlan *plan)
{
  return plan->notice;
}

void
am_pagination_view (const AmDrawPlan *plan, guint number, AmView *view)
{
  am_view_init (view, plan->map, &plan->columns, &g_array_index (plan->pages, Page, number).choice);
}

const char *
am_plan_find_way (const AmDrawPlan *plan, guint number, guint depth, AmDrawChoice *choice)
{
  guint32 thesis = g_array_index (plan->pages, Page, number).choice.part;

  *choice = plan->choice;
  choice->depth = depth;
  if (plan->pages->len == 1)
    return "";
  choice->focus = thesis;
  return thesis != AM_NONE && am_map_find_kind (plan->map, AM_THING_CLAIM, am_map_claim (plan->map, thesis)->id) == thesis
             ? am_map_claim (plan->map, thesis)->id
             : NULL;
}

AmDrawPlan *
am_plan_again (const AmDrawPlan *plan, const AmDrawChoice *choice)
{
  return am_draw_plan_new (plan->map, choice, plan->extent);
}

gboolean
am_draw_plan_chooses_none (const AmDrawPlan *plan)
{
  AmViewChoice whole = { .choice = plan->choice, .part = AM_NONE };
  const AmDrawChoice *choice = &plan->choice;
  gboolean filters = choice->stakeholder != AM_NONE || choice->tag != NULL || choice->issue != AM_ISSUE_UNSAID || choice->kind != AM_CLAIM_UNSAID;

  return filters && !am_view_chooses_any (plan->map, &plan->columns, &whole);
}

guint
am_plan_depth (const AmDrawPlan *plan, guint number)
{
  const AmViewChoice *choice = &g_array_index (plan->pages, Page, number).choice;
  g_autoptr (GArray) counts = am_view_count_steps (plan->map, &plan->columns, choice);
  return MIN (choice->choice.depth, counts->len > 0 ? counts->len - 1 : 0);
}
