/* What a misspelt word was meant to be. */

#pragma once

#include <glib.h>

#define AM_LONGEST_GUESS 64 /* bytes; for longer words nothing is guessed */

/* Looks for the candidate that a misspelt word likely meant. What looks the same is nearest. */
typedef struct
{
  const char *word;
  char seen[AM_LONGEST_GUESS + 1]; /* what a reader takes the word for (base/lookalike.h) */
  const char *best; /* NULL as long as nothing is near enough */
  guint distance;
  guint tag; /* of the best: whatever the caller offered */
} AmNearest;

/* @word is borrowed. */
void am_nearest_init (AmNearest *nearest, const char *word);

/* @candidate is borrowed. Of equally near ones that wins whose characters are nearer in the
 * alphabet, then the first. */
void am_nearest_offer (AmNearest *nearest, const char *candidate, guint tag);

/* "did you mean "jams"?", with what makes the word another where nobody can see it: "(what is
   written ends with U+200B ZERO WIDTH SPACE, which cannot be seen)". Where nothing is near, what
   cannot be seen in the word; NULL when that is nothing either. Caller owns it. */
char *am_nearest_ask (const char *word, const char *meant);

/* The same as the end of a complaint: "; did you mean …", or "". Caller owns it. */
char *am_nearest_end (const char *word, const char *meant);

/* Only what cannot be seen, without the question; or NULL. */
char *am_nearest_why (const char *word, const char *meant);
