#include "draw/view/pagination.h"

#include "base/forms.h"
#include "base/text.h"

/* The cost of a layout explodes beyond some thousand cards, and so does the reader's patience. */
#define FULL_PICTURE 300 /* up to so many claims theses are laid out together */
#define ONE_PICTURE 3000 /* up to so many there is one picture */

/* So many parts have a picture of their own, the largest: each goes through the whole map, and
 * nobody looks at more. */
#define MOST_PARTS 300

typedef struct
{
  AmViewChoice choice;
  char *suffix; /* NULL for the first */
} Page;

struct _AmPagination
{
  AmScene scene;
  AmDrawChoice choice; /* as it was asked for */
  AmDrawExtent extent;
  AmColumns columns;
  GArray *pages; /* of Page */
  gboolean *pictured; /* per claim: a thesis with a picture of its own */
  char *notice;
};

static void
page_clear (gpointer page)
{
  g_free (((Page *) page)->suffix);
}

static void
add_page (AmPagination *pagination, const AmViewChoice *choice, const char *suffix)
{
  Page page = { *choice, g_strdup (suffix) };
  g_array_append_val (pagination->pages, page);
}

static guint
count_shown (const AmPagination *pagination, const AmViewChoice *choice)
{
  g_auto (AmView) view = { 0 };
  am_view_init (&view, &pagination->scene, &pagination->columns, choice);
  return view.n_shown;
}

/* The most steps with which no more than ONE_PICTURE claims are shown, at least one; AM_DRAW_ALL
 * when all can be. */
static guint
find_depth (const AmPagination *pagination, const AmViewChoice *choice)
{
  g_autoptr (GArray) counts =
      am_view_count_steps (pagination->scene.map, &pagination->columns, choice);
  guint sum = 0;

  for (guint i = 0; i < counts->len; i++)
    if ((sum += g_array_index (counts, guint, i)) > ONE_PICTURE)
      return MAX (i, 2) - 1;
  return AM_DRAW_ALL;
}

/* --- one picture for each thesis --- */

/* Claims in each part, by the claim that gives it its name. Free with g_free(). */
static guint *
count_parts (const AmPagination *pagination)
{
  guint *counts = g_new0 (guint, (gsize) pagination->scene.map->claims->len + 1);

  for (guint32 i = 0; i < pagination->scene.map->claims->len; i++)
    counts[pagination->columns.part[i]]++;
  return counts;
}

/* In the name of a file: the id, if it is one and the first of its kind; capitals are in no id. */
static char *
choose_suffix (const AmMap *map, guint32 claim)
{
  const char *id = am_map_claim (map, claim)->id;

  if (am_value_is_id (id) && am_map_find_kind (map, AM_ENTITY_CLAIM, id) == claim)
    return g_strdup (id);
  return g_strdup_printf ("NUMBER-%u", claim + 1);
}

static void
add_part (AmPagination *pagination, const AmViewChoice *whole, guint32 thesis, const char *suffix)
{
  AmViewChoice choice = *whole;

  choice.part = thesis;
  choice.leftovers = thesis == AM_NONE;
  choice.apart = TRUE;
  choice.choice.depth = find_depth (pagination, &choice);
  add_page (pagination, &choice, suffix);
}

static gint
compare_parts (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *counts = data, *x = a, *y = b;

  if (counts[*x] != counts[*y])
    return counts[*x] > counts[*y] ? -1 : 1;
  return (*x > *y) - (*x < *y);
}

/* Chooses the theses that have a picture of their own. Returns how many had to do without. */
static guint
choose_parts (AmPagination *pagination, guint *counts)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

  pagination->pictured = g_new0 (gboolean, (gsize) pagination->scene.map->claims->len + 1);
  for (guint i = 0; i < pagination->scene.map->claims->len; i++)
    if (pagination->columns.is_thesis[i] && counts[i] > 1)
      g_array_append_val (parts, i);
  if (parts->len > MOST_PARTS)
    g_array_sort_with_data (parts, compare_parts, counts);
  for (guint i = 0; i < MIN (parts->len, MOST_PARTS); i++)
    pagination->pictured[g_array_index (parts, guint, i)] = TRUE;
  return parts->len - MIN (parts->len, MOST_PARTS);
}

/* Returns how many parts have no picture of their own. */
static guint
add_parts (AmPagination *pagination, const AmViewChoice *whole)
{
  const AmMap *map = pagination->scene.map;
  g_autofree guint *counts = count_parts (pagination);
  guint without = choose_parts (pagination, counts);
  AmViewChoice overview = *whole;
  guint leftovers = 0;

  overview.choice.depth = 0;
  overview.apart = FALSE;
  overview.by_part = TRUE;
  overview.pictured = pagination->pictured;
  add_page (pagination, &overview, NULL);
  for (guint32 i = 0; i < map->claims->len; i++)
    if (!pagination->columns.is_thesis[i])
      leftovers += counts[i];
    else if (pagination->pictured[i])
      {
        g_autofree char *suffix = choose_suffix (map, i);
        add_part (pagination, whole, i, suffix);
      }
  if (leftovers > 0)
    add_part (pagination, whole, AM_NONE, "OTHERS");
  return without;
}

static guint
count_theses (const AmPagination *pagination)
{
  guint count = 0;

  for (guint32 i = 0; i < pagination->scene.map->claims->len; i++)
    count += pagination->columns.is_thesis[i] && pagination->columns.part[i] == i;
  return count;
}

/* More than one picture can hold. */
static void
divide (AmPagination *pagination, AmViewChoice *choice, guint shown, AmDrawExtent extent)
{
  g_autofree char *statements = am_text_count (shown, "statement", NULL);

  if (extent == AM_DRAW_DIVIDED && am_view_chooses_all (&choice->choice)
      && count_theses (pagination) > 1)
    {
      guint without = add_parts (pagination, choice);
      pagination->notice =
          g_strdup_printf ("%s are more than one picture can hold: an overview is drawn, and %u "
                           "pictures of its %sparts; "
                           "--single-page draws one, --focus, --depth and the like choose",
                           statements, pagination->pages->len - 1, without > 0 ? "largest " : "");
      return;
    }
  guint depth = find_depth (pagination, choice);
  choice->choice.depth = MIN (choice->choice.depth, depth);
  add_page (pagination, choice, NULL);
  if (depth == AM_DRAW_ALL)
    return;
  g_autofree char *kept = am_text_number (count_shown (pagination, choice));
  pagination->notice = g_strdup_printf (
      "%s are more than one picture can hold: %s, which are up to %u step%s from the thesis, are "
      "drawn; "
      "--single-page draws all, --focus, --depth and the like choose",
      statements, kept, choice->choice.depth, choice->choice.depth == 1 ? "" : "s");
}

AmPagination *
am_pagination_new (const AmScene *scene, const AmDrawChoice *choice, AmDrawExtent extent)
{
  AmPagination *pagination = g_new0 (AmPagination, 1);
  AmViewChoice whole = { .choice = *choice, .part = AM_NONE };

  pagination->scene = *scene;
  pagination->choice = *choice;
  pagination->extent = extent;
  pagination->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (pagination->pages, page_clear);
  am_columns_init (&pagination->columns, scene->map);
  guint shown = scene->map->claims->len;
  if (shown > FULL_PICTURE)
    shown = count_shown (pagination, &whole);
  whole.apart = shown > FULL_PICTURE;
  if (shown > ONE_PICTURE && extent != AM_DRAW_WHOLE)
    divide (pagination, &whole, shown, extent);
  else
    add_page (pagination, &whole, NULL);
  if (shown > ONE_PICTURE && extent == AM_DRAW_WHOLE)
    {
      g_autofree char *statements = am_text_count (shown, "statement", NULL);
      pagination->notice =
          g_strdup_printf ("the layout of %s on one page may take minutes", statements);
    }
  return pagination;
}

void
am_pagination_free (AmPagination *pagination)
{
  if (pagination == NULL)
    return;
  am_columns_clear (&pagination->columns);
  g_array_unref (pagination->pages);
  g_free (pagination->pictured);
  g_free (pagination->notice);
  g_free (pagination);
}

guint
am_pagination_count (const AmPagination *pagination)
{
  return pagination->pages->len;
}

const char *
am_pagination_suffix (const AmPagination *pagination, guint number)
{
  return g_array_index (pagination->pages, Page, number).suffix;
}

const char *
am_pagination_notice (const AmPagination *pagination)
{
  return pagination->notice;
}

void
am_pagination_view (const AmPagination *pagination, guint number, AmView *view)
{
  am_view_init (view, &pagination->scene, &pagination->columns,
                &g_array_index (pagination->pages, Page, number).choice);
}

const char *
am_pagination_find_way (const AmPagination *pagination, guint number, guint depth,
                        AmDrawChoice *choice)
{
  guint32 thesis = g_array_index (pagination->pages, Page, number).choice.part;

  *choice = pagination->choice;
  choice->depth = depth;
  if (pagination->pages->len == 1)
    return "";
  choice->focus = thesis;
  return thesis != AM_NONE
              && am_map_find_kind (pagination->scene.map, AM_ENTITY_CLAIM,
                                   am_map_claim (pagination->scene.map, thesis)->id)
                     == thesis
           ? am_map_claim (pagination->scene.map, thesis)->id
           : NULL;
}

AmPagination *
am_pagination_again (const AmPagination *pagination, const AmDrawChoice *choice)
{
  return am_pagination_new (&pagination->scene, choice, pagination->extent);
}

gboolean
am_pagination_chooses_none (const AmPagination *pagination)
{
  AmViewChoice whole = { .choice = pagination->choice, .part = AM_NONE };

  return !am_filter_takes_all (&pagination->choice.filter)
      && !am_view_chooses_any (pagination->scene.map, &pagination->columns, &whole);
}

guint
am_pagination_depth (const AmPagination *pagination, guint number)
{
  const AmViewChoice *choice = &g_array_index (pagination->pages, Page, number).choice;
  g_autoptr (GArray) counts =
      am_view_count_steps (pagination->scene.map, &pagination->columns, choice);
  return MIN (choice->choice.depth, counts->len > 0 ? counts->len - 1 : 0);
}
