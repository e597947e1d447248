/* Texts that are nearly the same: those that share most of their words, whatever the order,
   capitals and punctuation. How near two are is Dice's coefficient of their bags of words. */

#include "model/difference/difference-private.h"

#include "base/text.h"

#include <stdlib.h>

/* With the same id the words only have to tell a change from another claim; without, they are all
 * there is. */
#define NEAR_WITH_ID 0.5
#define NEAR 0.7
#define FEWEST_IN_COMMON 4

/* A text is compared with so many others at most, with which it shares its rarest words. */
#define MOST_CANDIDATES 50

/* --- bags of words --- */

#define DIVISION 0xAD /* in forms, within a word: base/normal.h */

/* Words by their hashes: that two words have one is as unlikely as it is harmless. */
static void
append_words (GArray *words, const char *text)
{
  const guint64 start = G_GUINT64_CONSTANT (14695981039346656037),
                prime = G_GUINT64_CONSTANT (1099511628211);
  guint64 hash = start;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == DIVISION)
        continue;
      gboolean alone = c != 0 && am_text_char_width (c) == 2,
               inside = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));
      if (hash != start && (alone || !inside))
        {
          g_array_append_val (words, hash);
          hash = start;
        }
      if (inside)
        hash = (hash ^ g_unichar_tolower (c)) * prime;
      if (inside && alone)
        {
          g_array_append_val (words, hash);
          hash = start;
        }
      if (c == 0)
        return;
    }
}

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;
  return (first > second) - (first < second);
}

/* Appends the words of @text to the pool, sorted. */
static AmRange
add_bag (GArray *pool, const char *text)
{
  guint start = pool->len;

  append_words (pool, text);
  if (pool->len > start)
    qsort (&g_array_index (pool, guint64, start), pool->len - start, sizeof (guint64),
           compare_words);
  return (AmRange){ start, pool->len - start };
}

static guint32
count_common (const GArray *pool, AmRange a, AmRange b)
{
  guint32 common = 0;

  for (guint32 i = 0, k = 0; i < a.count && k < b.count;)
    {
      gint order = compare_words (&g_array_index (pool, guint64, a.start + i),
                                  &g_array_index (pool, guint64, b.start + k));
      common += order == 0;
      i += order <= 0;
      k += order >= 0;
    }
  return common;
}

static double
nearness (guint32 common, AmRange a, AmRange b)
{
  return a.count + b.count > 0 ? 2.0 * common / ((double) a.count + b.count) : 0;
}

gboolean
am_difference_is_near (const char *a, const char *b)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (guint64));
  AmRange first = add_bag (pool, a), second = add_bag (pool, b);

  return nearness (count_common (pool, first, second), first, second) >= NEAR_WITH_ID;
}

/* --- which texts share rare words --- */

typedef struct
{
  guint64 word;
  guint32 item; /* a place in the list of new items */
} Posting;

typedef struct
{
  guint32 old_place, new_place; /* in the lists of items */
  double nearness;
} Pair;

typedef struct
{
  GArray *pool; /* of guint64 */
  GArray *old_bags, *new_bags; /* of AmRange */
  GArray *postings; /* of Posting, by word */
  GArray *pairs; /* of Pair */
  guint32 *seen; /* per new item: for which old one it was tried last, counted from 1 */
} Near;

static gint
compare_postings (gconstpointer a, gconstpointer b)
{
  const Posting *first = a, *second = b;

  if (first->word != second->word)
    return first->word < second->word ? -1 : 1;
  return (first->item > second->item) - (first->item < second->item);
}

static guint64
word_at (const Near *near, AmRange bag, guint32 i)
{
  return g_array_index (near->pool, guint64, bag.start + i);
}

static GArray *
add_bags (Near *near, const GArray *items, const char *const *texts)
{
  GArray *bags = g_array_new (FALSE, FALSE, sizeof (AmRange));

  for (guint i = 0; i < items->len; i++)
    {
      AmRange bag = add_bag (near->pool, texts[g_array_index (items, guint32, i)]);
      g_array_append_val (bags, bag);
    }
  return bags;
}

static void
add_postings (Near *near)
{
  for (guint item = 0; item < near->new_bags->len; item++)
    {
      AmRange bag = g_array_index (near->new_bags, AmRange, item);
      for (guint32 i = 0; i < bag.count; i++)
        {
          Posting posting = { word_at (near, bag, i), item };
          if (i == 0 || posting.word != word_at (near, bag, i - 1))
            g_array_append_val (near->postings, posting);
        }
    }
  g_array_sort (near->postings, compare_postings);
}

static guint
first_posting (const Near *near, guint64 word)
{
  guint low = 0, high = near->postings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (near->postings, Posting, middle).word < word)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Postings of one word of an old text. */
typedef struct
{
  guint start, count; /* counted as far as anybody looks */
} Postings;

static gint
compare_counts (gconstpointer a, gconstpointer b)
{
  const Postings *first = a, *second = b;

  if (first->count != second->count)
    return first->count < second->count ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

static GArray *
list_postings (const Near *near, AmRange bag)
{
  GArray *lists = g_array_new (FALSE, FALSE, sizeof (Postings));

  for (guint32 i = 0; i < bag.count; i++)
    {
      guint64 word = word_at (near, bag, i);
      if (i > 0 && word == word_at (near, bag, i - 1))
        continue;
      Postings list = { first_posting (near, word), 0 };
      while (list.count <= MOST_CANDIDATES && list.start + list.count < near->postings->len
             && g_array_index (near->postings, Posting, list.start + list.count).word == word)
        list.count++;
      if (list.count > 0)
        g_array_append_val (lists, list);
    }
  g_array_sort (lists, compare_counts);
  return lists;
}

static void
try_pair (Near *near, guint32 old_place, guint32 new_place)
{
  AmRange before = g_array_index (near->old_bags, AmRange, old_place),
          after = g_array_index (near->new_bags, AmRange, new_place);

  if (nearness (MIN (before.count, after.count), before, after) < NEAR)
    return;
  guint32 common = count_common (near->pool, before, after);
  Pair pair = { old_place, new_place, nearness (common, before, after) };
  if (common >= FEWEST_IN_COMMON && pair.nearness >= NEAR)
    g_array_append_val (near->pairs, pair);
}

static void
find_candidates (Near *near, guint32 old_place)
{
  g_autoptr (GArray) lists =
      list_postings (near, g_array_index (near->old_bags, AmRange, old_place));
  guint tried = 0;

  for (guint i = 0; i < lists->len && tried < MOST_CANDIDATES; i++)
    {
      const Postings *list = &g_array_index (lists, Postings, i);
      for (guint k = 0; k < list->count && tried < MOST_CANDIDATES; k++)
        {
          guint32 item = g_array_index (near->postings, Posting, list->start + k).item;
          if (near->seen[item] == old_place + 1)
            continue;
          near->seen[item] = old_place + 1;
          try_pair (near, old_place, item);
          tried++;
        }
    }
}

/* The nearest first; of equally near ones those that come first in both lists. */
static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a, *second = b;
  guint64 sums[] = { (guint64) first->old_place + first->new_place,
                     (guint64) second->old_place + second->new_place };

  if (first->nearness != second->nearness)
    return first->nearness > second->nearness ? -1 : 1;
  if (sums[0] != sums[1])
    return sums[0] < sums[1] ? -1 : 1;
  return (first->old_place > second->old_place) - (first->old_place < second->old_place);
}

void
am_difference_match_near (AmMatch *match, const GArray *old_items, const GArray *new_items,
                          const char *const *old_texts, const char *const *new_texts)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (Posting)),
                     pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree guint32 *seen = g_new0 (guint32, (gsize) new_items->len + 1);
  Near near = { .pool = pool, .postings = postings, .pairs = pairs, .seen = seen };
  g_autoptr (GArray) old_bags = add_bags (&near, old_items, old_texts),
                     new_bags = add_bags (&near, new_items, new_texts);

  near.old_bags = old_bags;
  near.new_bags = new_bags;
  add_postings (&near);
  for (guint i = 0; i < old_bags->len; i++)
    find_candidates (&near, i);
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      guint32 before = g_array_index (old_items, guint32, pair->old_place),
              after = g_array_index (new_items, guint32, pair->new_place);
      if (match->to_new[before] == AM_NONE && match->to_old[after] == AM_NONE)
        am_match_add (match, before, after);
    }
}
