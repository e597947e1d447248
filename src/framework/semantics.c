#include "framework/semantics.h"

#include "framework/extension.h"
#include "framework/open.h"

#define PROBLEMS(task) task "-GR", task "-CO", task "-PR", task "-ST", task "-SST", task "-ID"

const char *const am_problem_names[] = { PROBLEMS ("DC"), PROBLEMS ("DS"), PROBLEMS ("SE"),
                                         PROBLEMS ("EE"), NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (am_problem_names) == AM_N_TASKS * AM_N_SEMANTICS + 1);

static GArray *
settled_members (const AmOpen *open)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < open->framework->n; x++)
    if (open->labels[x] == AM_ARGUMENT_IN)
      g_array_append_val (members, x);
  return members;
}

static gint
compare_indices (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

/* Appends the arguments of one part's extension to that of the whole. */
static void
append_part (GArray *whole, const AmOpen *open, guint32 part, const GArray *extension)
{
  for (guint i = 0; i < extension->len; i++)
    {
      guint32 x = am_lists_of (&open->members, part).items[g_array_index (extension, guint32, i)];
      g_array_append_val (whole, x);
    }
}

/* --- one extension --- */

/* FALSE with @error set, or with @none when the part has no such extension. */
static gboolean
extend_by_part (GArray *whole, const AmOpen *open, guint32 part, AmSemantics semantics, AmWish wish,
                guint32 argument, AmSatBudget *budget, gboolean *none, GError **error)
{
  g_autoptr (AmFramework) framework = am_open_part (open, part);
  g_autoptr (GArray) extension = NULL;

  if (!am_extension_find (framework, semantics, wish, argument, budget, &extension, error))
    return FALSE;
  *none = extension == NULL;
  if (*none)
    return FALSE;
  append_part (whole, open, part, extension);
  return TRUE;
}

/* An extension with or without the argument, which is open unless the wish is for any; NULL in
   @found when there is none. The part of the argument comes first, as it is the one that may have
   none. */
static gboolean
find_extension (const AmOpen *open, AmSemantics semantics, AmWish wish, guint32 argument,
                AmSatBudget *budget, GArray **found, GError **error)
{
  g_autoptr (GArray) whole = settled_members (open);
  guint32 first = wish != AM_WISH_ANY ? open->part[argument] : AM_NO_PART;
  gboolean none = FALSE;

  *found = NULL;
  if (first != AM_NO_PART
      && !extend_by_part (whole, open, first, semantics, wish, open->number[argument], budget,
                          &none, error))
    return none;
  for (guint32 part = 0; part < open->count && semantics != AM_SEMANTICS_COMPLETE; part++)
    if (part != first
        && !extend_by_part (whole, open, part, semantics, AM_WISH_ANY, 0, budget, &none, error))
      return none;
  if (open->count > 0)
    g_array_sort (whole, compare_indices);
  *found = g_steal_pointer (&whole);
  return TRUE;
}

/* An extension that shows the answer which is not the usual one: with the argument, or without. */
static gboolean
find_witness (const AmOpen *open, AmSemantics semantics, AmWish wish, guint32 argument,
              AmSatBudget *budget, GArray **found, GError **error)
{
  gint8 label = open->labels[argument];
  gboolean settled = label != AM_ARGUMENT_OPEN || semantics == AM_SEMANTICS_GROUNDED;

  *found = NULL;
  if (settled && (label == AM_ARGUMENT_IN) != (wish == AM_WISH_WITH))
    return TRUE;
  return find_extension (open, semantics, settled ? AM_WISH_ANY : wish, argument, budget, found,
                         error);
}

gboolean
am_semantics_ask (const AmFramework *framework, AmTask task, AmSemantics semantics,
                  guint32 argument, AmSatBudget *budget, gboolean *yes, GArray **extension,
                  GError **error)
{
  g_autoptr (AmOpen) open = am_open_new (framework, semantics != AM_SEMANTICS_GROUNDED);
  gboolean answered;

  if (task == AM_TASK_SOME)
    answered = find_extension (open, semantics, AM_WISH_ANY, 0, budget, extension, error);
  else
    answered =
        find_witness (open, semantics, task == AM_TASK_CREDULOUS ? AM_WISH_WITH : AM_WISH_WITHOUT,
                      argument, budget, extension, error);
  if (answered)
    *yes = (*extension != NULL) == (task != AM_TASK_SKEPTICAL);
  return answered;
}

/* --- all of them --- */

typedef struct
{
  const AmOpen *open;
  GArray *settled; /* what is in all of them */
  GPtrArray *lists; /* of each part, of its extensions */
  guint *chosen; /* of each list, which */
  gboolean cut; /* one of the lists */
  gboolean none; /* one of them is empty */
} Product;

static void
product_clear (Product *product)
{
  g_clear_pointer (&product->settled, g_array_unref);
  g_clear_pointer (&product->lists, g_ptr_array_unref);
  g_clear_pointer (&product->chosen, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Product, product_clear)

static GPtrArray *
list_of (const Product *product, guint32 part)
{
  return g_ptr_array_index (product->lists, part);
}

/* One more than @limit shows that there are more. */
static gboolean
list_parts (Product *product, AmSemantics semantics, gsize limit, AmSatBudget *budget,
            GError **error)
{
  for (guint32 part = 0; part < product->open->count && !product->none; part++)
    {
      g_autoptr (AmFramework) framework = am_open_part (product->open, part);
      GPtrArray *list =
          am_extension_list (framework, semantics, limit > 0 ? limit + 1 : 0, budget, error);
      if (list == NULL)
        return FALSE;
      g_ptr_array_add (product->lists, list);
      product->cut = product->cut || (limit > 0 && list->len > limit);
      product->none = list->len == 0;
    }
  product->chosen = g_new0 (guint, (gsize) product->lists->len + 1);
  return TRUE;
}

static guint64
count_all (const Product *product)
{
  guint64 total = 1;

  for (guint32 part = 0; part < product->lists->len; part++)
    if (!g_uint64_checked_mul (&total, total, list_of (product, part)->len))
      return G_MAXUINT64;
  return product->none ? 0 : product->cut ? G_MAXUINT64 : total;
}

static gboolean
hand_out (const Product *product, GArray *whole, AmExtensionFunc func, gpointer data)
{
  g_array_set_size (whole, 0);
  g_array_append_vals (whole, product->settled->data, product->settled->len);
  for (guint32 part = 0; part < product->lists->len; part++)
    append_part (whole, product->open, part,
                 g_ptr_array_index (list_of (product, part), product->chosen[part]));
  if (product->lists->len > 0)
    g_array_sort (whole, compare_indices);
  return func ((const guint32 *) (gpointer) whole->data, whole->len, data);
}

/* The next combination; FALSE after the last. */
static gboolean
advance (const Product *product)
{
  for (guint32 part = product->lists->len; part-- > 0;)
    {
      if (++product->chosen[part] < list_of (product, part)->len)
        return TRUE;
      product->chosen[part] = 0;
    }
  return FALSE;
}

static AmAllResult
hand_out_all (const Product *product, gsize limit, AmExtensionFunc func, gpointer data)
{
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize count = 0;

  if (product->none)
    return AM_ALL_COMPLETE;
  do
    {
      if (limit > 0 && count++ == limit)
        return AM_ALL_CUT;
      if (!hand_out (product, whole, func, data))
        return AM_ALL_STOPPED;
    }
  while (advance (product));
  return AM_ALL_COMPLETE;
}

AmAllResult
am_semantics_all (const AmFramework *framework, AmSemantics semantics, gsize limit,
                  AmSatBudget *budget, AmExtensionFunc func, gpointer data, guint64 *total,
                  GError **error)
{
  g_autoptr (AmOpen) open = am_open_new (framework, semantics != AM_SEMANTICS_GROUNDED);
  g_auto (Product)
      product = { .open = open,
                  .settled = settled_members (open),
                  .lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref) };

  if (!list_parts (&product, semantics, limit, budget, error))
    return AM_ALL_FAILED;
  if (total != NULL)
    *total = count_all (&product);
  return hand_out_all (&product, limit, func, data);
}
