#include "base/nearest.h"

#include "base/lookalike.h"

#include <string.h>

/* Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions, swaps of neighbours. */
static guint
distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint rows[3][AM_LONGEST_GUESS + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];

  for (gsize j = 0; j <= b_length; j++)
    last[j] = (guint) j;
  for (gsize i = 1; i <= a_length; i++)
    {
      now[0] = (guint) i;
      for (gsize j = 1; j <= b_length; j++)
        {
          guint cost = a[i - 1] == b[j - 1] ? 0 : 1;
          now[j] = MIN (MIN (last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
      guint *spare = before;
      before = last;
      last = now;
      now = spare;
    }
  return last[b_length];
}

/* Whether there is more to @text than letters: spaces count too, as they can be lost at the ends. */
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

  *nearest = (AmNearest) { .word = word };
  if (length > AM_LONGEST_GUESS)
    return;
  g_strlcpy (nearest->seen, seen, sizeof nearest->seen);
  nearest->distance = (guint) MAX (length, 3) / 3 + 1; /* one slip in a short word, a third of a long one; and one more */
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

void
am_nearest_offer (AmNearest *nearest, const char *candidate, guint tag)
{
  g_autofree char *owned = NULL;
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
am_nearest_question (const AmNearest *nearest)
{
  return am_nearest_ask (nearest->word, nearest->best);
}

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
  return why != NULL ? g_strdup_printf ("did you mean \"%s\"? (%s)", meant, why) : g_strdup_printf ("did you mean \"%s\"?", meant);
}
