#include "base/nearest.h"

#include "base/lookalike.h"

#include <string.h>

G_STATIC_ASSERT (AM_LONGEST_GUESS <= 64);

/* Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions, swaps of
   neighbours. A column of the table is two words of bits, by whether a cell is one more or one less
   than the cell above it: Heikki Hyyrö, "A bit-vector algorithm for computing Levenshtein and
   Damerau edit distances", 2003. */
static guint
distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint64 places[256]; /* where in @a a byte is: only of bytes that are in one of the two */
  guint64 more = G_MAXUINT64, less = 0, diagonal = 0, before = 0;
  guint64 last = a_length > 0 ? G_GUINT64_CONSTANT (1) << (a_length - 1) : 0;
  guint found = (guint) a_length;

  if (a_length == 0)
    return (guint) b_length;
  for (gsize j = 0; j < b_length; j++)
    places[(guchar) b[j]] = 0;
  for (gsize i = 0; i < a_length; i++)
    places[(guchar) a[i]] = 0;
  for (gsize i = 0; i < a_length; i++)
    places[(guchar) a[i]] |= G_GUINT64_CONSTANT (1) << i;
  for (gsize j = 0; j < b_length; j++)
    {
      guint64 here = places[(guchar) b[j]];
      guint64 swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & more) + more) ^ more) | here | less | swapped;
      guint64 right_more = less | ~(diagonal | more), right_less = diagonal & more;
      found += (right_more & last) != 0;
      found -= (right_less & last) != 0;
      right_more = right_more << 1 | 1;
      more = right_less << 1 | ~(diagonal | right_more);
      less = right_more & diagonal;
      before = here;
    }
  return found;
}

/* Whether all of @text is seen. Spaces are not, as they can be lost at the ends. */
static gboolean
is_plain (const char *text)
{
  while (*text > ' ' && *text < 0x7F)
    text++;
  return *text == '\0';
}

/* What a reader takes @text for; @text itself where there is no difference. */
static const char *
seen_of (const char *text, char **owned)
{
  *owned = NULL;
  if (!is_plain (text) && g_utf8_validate (text, -1, NULL))
    *owned = am_lookalike_skeleton (text);
  return *owned != NULL ? *owned : text;
}

void
am_nearest_init (AmNearest *nearest, const char *word)
{
  g_autofree char *owned = NULL;
  const char *seen = seen_of (word, &owned);
  gsize length = strlen (seen);

  *nearest = (AmNearest){ .word = word };
  if (length > AM_LONGEST_GUESS)
    return;
  g_strlcpy (nearest->seen, seen, sizeof nearest->seen);
  nearest->distance = (guint) MAX (length, 3) / 3
                    + 1; /* one slip in a short word, a third of a long one; and one more */
}

/* How far apart the characters are that stand in the same places: c9 is nearer to c8 than to c1. */
static guint
gap (const char *a, const char *b)
{
  guint sum = 0;

  for (; *a != '\0' && *b != '\0'; a++, b++)
    sum += (guint) ABS (*a - *b);
  return sum;
}

/* What is written in more bytes than this is not even looked at. */
#define LONGEST_CANDIDATE (AM_LONGEST_GUESS * 16)

void
am_nearest_offer (AmNearest *nearest, const char *candidate, guint tag)
{
  g_autofree char *owned = NULL;
  if (strnlen (candidate, LONGEST_CANDIDATE + 1) > LONGEST_CANDIDATE)
    return;
  const char *seen = seen_of (candidate, &owned);
  gsize a = strlen (nearest->seen), b = strlen (seen);

  if (b > AM_LONGEST_GUESS || (a > b ? a - b : b - a) > nearest->distance)
    return;
  guint found = distance (nearest->seen, a, seen, b);
  gboolean nearer = found < nearest->distance
                 || (found == nearest->distance && nearest->best != NULL
                     && gap (nearest->seen, candidate) < gap (nearest->seen, nearest->best));
  if (!nearer)
    return;
  nearest->best = candidate;
  nearest->distance = found;
  nearest->tag = tag;
}

#define WRITTEN "what is written"

char *
am_nearest_why (const char *word, const char *meant)
{
  char *why = NULL;

  if (!g_utf8_validate (word, -1, NULL))
    return NULL;
  if (meant != NULL && g_utf8_validate (meant, -1, NULL))
    why = am_lookalike_explain (word, WRITTEN, meant, "what is meant");
  return why != NULL ? why : am_lookalike_remark (word, WRITTEN);
}

char *
am_nearest_ask (const char *word, const char *meant)
{
  g_autofree char *why = am_nearest_why (word, meant);

  if (meant == NULL)
    return g_steal_pointer (&why);
  return why != NULL ? g_strdup_printf ("did you mean \"%s\"? (%s)", meant, why)
                     : g_strdup_printf ("did you mean \"%s\"?", meant);
}

char *
am_nearest_end (const char *word, const char *meant)
{
  g_autofree char *question = am_nearest_ask (word, meant);

  return question != NULL ? g_strconcat ("; ", question, NULL) : g_strdup ("");
}
