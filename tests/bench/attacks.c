/* Writes an argumentation framework for the benchmarks in the numeric format of ICCMA 2023: the
   same for the same arguments.

     attacks ARGUMENTS ATTACKS [near] > framework.af

   Both ends of an attack are random. With "near" they are less than a thousand apart, as in a file
   that was written along a debate. Mostly the higher number attacks the lower, so that much is
   settled by the grounded labelling, in many rounds. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252u;

/* xorshift64, Marsaglia 2003. */
static unsigned
random_below (unsigned n)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned) (state % n);
}

int
main (int argc, char **argv)
{
  unsigned n = argc > 1 ? (unsigned) strtoul (argv[1], NULL, 10) : 1000;
  unsigned attacks = argc > 2 ? (unsigned) strtoul (argv[2], NULL, 10) : 5000;
  unsigned reach = argc > 3 && strcmp (argv[3], "near") == 0 && n > 1000 ? 1000 : n;

  printf ("p af %u\n", n);
  for (unsigned i = 0; i < attacks; i++)
    {
      unsigned a = random_below (n),
               b = reach < n ? a - random_below (a < reach ? a + 1 : reach) : random_below (n);
      unsigned low = a < b ? a : b, high = a < b ? b : a;
      if (random_below (100) > 0)
        printf ("%u %u\n", high + 1, low + 1);
      else
        printf ("%u %u\n", low + 1, high + 1);
    }
  return 0;
}
