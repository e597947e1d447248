#include "draw/view/reach.h"

#include "model/walk.h"

/* Lines may cross so many ranks in all, but for those that give a card its column; */
#define FURTHEST 4000
/* and one alone so many: Graphviz up to 2.43 has room for twice 500 boxes that it goes through, and
   writes beyond that. */
#define LONGEST 400

gboolean
am_reach_ranks (const AmColumns *columns, guint32 relation, guint32 claim)
{
  return columns->ranking[claim] == relation && !columns->closes[claim];
}

/* The claims that a relation leads from: number 0 carries it. AM_NONE where a premise is missing.
 */
static guint32
tail_of (const AmMap *map, const AmRelation *relation, guint32 number)
{
  return number == 0 ? relation->from : am_map_ref (map, relation->with.start + number - 1)->index;
}

gboolean
am_reach_holds (const AmView *view, guint32 relation)
{
  const AmMap *map = view->scene->map;
  const AmRelation *record = am_map_relation (map, relation);

  for (guint32 i = 0; i <= record->with.count; i++)
    {
      guint32 tail = tail_of (map, record, i);
      if (tail != AM_NONE && am_reach_ranks (view->columns, relation, tail))
        return TRUE;
    }
  return FALSE;
}

/* --- dots on lines --- */

/* Undercuts of undercuts nest; an arrow has no room for more dots than these. */
#define LONGEST_SPAN 5

guint
am_reach_end (const AmMap *map, guint32 index)
{
  guint ranks = 0;

  while (ranks < LONGEST_SPAN - 1 && am_map_relation (map, index)->to_relation != AM_NONE)
    {
      index = am_map_relation (map, index)->to_relation;
      ranks++;
    }
  return ranks;
}

gboolean
am_reach_is_undercut (const AmView *view, guint32 index)
{
  AmIndexList undercutters = am_map_undercutters (view->scene->map, index);

  for (guint32 i = 0; i < undercutters.count; i++)
    if (view->drawn[undercutters.items[i]])
      return TRUE;
  return FALSE;
}

static gboolean
is_there_only_once (const AmScene *scene, guint32 claim)
{
  AmMark mark = claim != AM_NONE ? am_scene_claim_mark (scene, claim) : AM_MARK_NONE;
  return mark == AM_MARK_ADDED || mark == AM_MARK_REMOVED;
}

AmMark
am_reach_mark (const AmView *view, guint32 index)
{
  const AmRelation *relation = am_map_relation (view->scene->map, index);
  gboolean told = is_there_only_once (view->scene, relation->from)
               || is_there_only_once (view->scene, am_walk_head (view->scene->map, relation));

  return told ? AM_MARK_NONE : am_scene_relation_mark (view->scene, index);
}

guint
am_reach_span (const AmView *view)
{
  const AmMap *map = view->scene->map;
  guint span = 1;

  if (view->n_shown > AM_MANY_CLAIMS)
    return span;
  for (guint32 i = 0; i < map->relations->len; i++)
    {
      if (!view->drawn[i])
        continue;
      guint dots = (am_map_relation (map, i)->with.count > 0) + am_reach_is_undercut (view, i)
                 + (am_reach_mark (view, i) != AM_MARK_NONE);
      span = MAX (span, am_reach_end (map, i) + dots + 1);
    }
  return MIN (span, LONGEST_SPAN);
}

/* --- the columns of cards --- */

/* Whether the column of @claim must be behind that of what the relation leads to. A dot on a line
 * has a column of its own, so that such a line always counts. */
static gboolean
must_follow (const AmView *view, guint32 relation, guint32 claim, gboolean by_rankings)
{
  const AmMap *map = view->scene->map;
  const AmRelation *record = am_map_relation (map, relation);

  if (!view->drawn[relation])
    return FALSE;
  if (by_rankings || record->from != claim)
    return am_reach_ranks (view->columns, relation, claim);
  return am_reach_ranks (view->columns, relation, claim) || record->with.count > 0
      || am_reach_is_undercut (view, relation) || am_reach_mark (view, relation) != AM_MARK_NONE;
}

typedef struct
{
  const AmView *view;
  gboolean by_rankings;
  guint32 *column; /* per claim; while it waits for others, how many have been found so far */
  enum
  {
    NEW,
    WAITING,
    DONE
  }
      * state;
  GArray *stack; /* of AmSteps */
} Finding;

static void
enter (Finding *f, guint32 claim)
{
  AmSteps steps;

  am_steps_init (&steps, f->view->scene->map, claim, AM_WALK_ALL);
  f->state[claim] = WAITING;
  g_array_append_val (f->stack, steps);
}

/* What leads back to a claim that waits closes a circle, and says nothing. */
static void
find_column (Finding *f, guint32 first)
{
  guint32 relation, head;

  enter (f, first);
  while (f->stack->len > 0)
    {
      AmSteps *steps = &g_array_index (f->stack, AmSteps, f->stack->len - 1);
      guint32 claim = steps->claim;
      AmSteps before = *steps;
      if (!am_steps_next (steps, &relation, &head))
        {
          f->state[claim] = DONE;
          g_array_set_size (f->stack, f->stack->len - 1);
        }
      else if (must_follow (f->view, relation, claim, f->by_rankings))
        {
          if (f->state[head] == NEW)
            {
              *steps = before; /* once more, when the column of the head is known */
              enter (f, head);
            }
          else if (f->state[head] == DONE)
            f->column[claim] = MAX (f->column[claim], f->column[head] + 1);
        }
    }
}

/* Per claim that is shown, as Graphviz would give them. Free with g_free(). */
static guint32 *
find_columns (const AmView *view, gboolean by_rankings)
{
  guint32 n = view->scene->map->claims->len;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (AmSteps));
  Finding finding = { .view = view,
                      .by_rankings = by_rankings,
                      .column = g_new0 (guint32, (gsize) n + 1),
                      .stack = stack };

  finding.state = g_malloc0_n ((gsize) n + 1, sizeof *finding.state);
  for (guint32 i = 0; i < n; i++)
    if (view->shown[i] && finding.state[i] == NEW)
      find_column (&finding, i);
  g_free (finding.state);
  return finding.column;
}

/* --- how far lines reach --- */

typedef struct
{
  guint64 sum; /* but for what gives a card its column */
  guint64 most; /* of one line */
} Length;

/* In ranks: of the lines of a relation between cards that have these columns. */
static Length
measure (const AmView *view, const guint32 *columns, guint span, guint32 relation)
{
  const AmMap *map = view->scene->map;
  const AmRelation *record = am_map_relation (map, relation);
  guint32 head = am_walk_head (map, record);
  Length length = { 0, 0 };

  for (guint32 i = 0; i <= record->with.count; i++)
    {
      guint32 tail = tail_of (map, record, i), far = 1;
      if (tail != AM_NONE && head != AM_NONE && columns[tail] > columns[head])
        far = columns[tail] - columns[head];
      else if (tail != AM_NONE && head != AM_NONE && columns[tail] < columns[head])
        far = columns[head] - columns[tail];
      gboolean ranks = tail != AM_NONE && am_reach_ranks (view->columns, relation, tail);
      length.sum += (guint64) span * (far - ranks);
      length.most = MAX (length.most, (guint64) span * far);
    }
  return length;
}

static gboolean
is_bearable (const AmView *view, guint span)
{
  g_autofree guint32 *columns = find_columns (view, FALSE);
  guint64 sum = 0, most = 0;

  for (guint32 i = 0; i < view->scene->map->relations->len; i++)
    if (view->drawn[i])
      {
        Length length = measure (view, columns, span, i);
        sum += length.sum;
        most = MAX (most, length.most);
      }
  return sum <= FURTHEST && most <= LONGEST;
}

typedef struct
{
  Length length;
  guint32 relation;
} Line;

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->length.sum != y->length.sum)
    return x->length.sum < y->length.sum ? -1 : 1;
  return (x->relation > y->relation) - (x->relation < y->relation);
}

/* Leaves out a relation, and what undercuts it, however deep. */
static void
leave_out (AmView *view, GArray *queue, guint32 relation)
{
  g_array_set_size (queue, 0);
  g_array_append_val (queue, relation);
  for (guint next = 0; next < queue->len; next++)
    {
      guint32 index = g_array_index (queue, guint32, next);
      AmIndexList undercutters = am_map_undercutters (view->scene->map, index);
      if (!view->drawn[index])
        continue;
      view->drawn[index] = FALSE;
      view->crossing[index] = TRUE;
      view->n_far++;
      g_array_append_vals (queue, undercutters.items, undercutters.count);
    }
}

/* Whether a line from the claim gives its card a column. */
static gboolean
is_held (const AmView *view, guint32 claim)
{
  guint32 ranking = view->columns->ranking[claim];

  return ranking != AM_NONE && view->drawn[ranking]
      && am_reach_ranks (view->columns, ranking, claim);
}

gboolean
am_reach_is_loose (const AmView *view, guint32 claim)
{
  return view->by_rankings && !is_held (view, claim);
}

/* What is left out makes other lines longer, which are then measured again, in so many rounds. In
   the last only lines are kept that cannot become longer. */
#define MOST_ROUNDS 8

static GArray *
list_lines (const AmView *view, guint span)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree guint32 *columns = find_columns (view, TRUE);

  for (guint32 i = 0; i < view->scene->map->relations->len; i++)
    if (view->drawn[i])
      {
        Line line = { measure (view, columns, span, i), i };
        g_array_append_val (lines, line);
      }
  g_array_sort (lines, compare_lines);
  return lines;
}

/* Leaves out what reaches too far. Returns whether a card has lost its column by that. */
static gboolean
leave_out_far (AmView *view, guint span, gboolean last)
{
  g_autoptr (GArray) lines = list_lines (view, span);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean lost = FALSE;
  guint64 sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gboolean holds = am_reach_holds (view, line->relation);
      sum += line->length.sum;
      if (!view->drawn[line->relation]
          || (sum <= FURTHEST && line->length.most <= LONGEST && !(last && line->length.sum > 0)))
        continue;
      leave_out (view, queue, line->relation);
      lost = lost || holds || queue->len > 1;
    }
  return lost;
}

void
am_reach_bound (AmView *view)
{
  guint span = am_reach_span (view), rounds = 1;

  if (is_bearable (view, span))
    return;
  view->by_rankings = TRUE;
  while (leave_out_far (view, span, rounds == MOST_ROUNDS) && rounds < MOST_ROUNDS)
    rounds++;
}
