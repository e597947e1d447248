/* Writes an argument map for the benchmarks: the same for the same arguments.

     generate CLAIMS [MISTAKES] > map.argmap.json

   A tree of claims and rebuttals of the kind that real maps have: most answer one of the last two
   thousand, texts are of 12 to 40 words, every second has evidence. The first MISTAKES of them
   refer to a stakeholder who is not there. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned n_sources, n_cited;

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

static void
write_text (void)
{
  static const char *const words[] = { "traffic", "noise",   "cost", "benefit", "street",
                                       "people",  "money",   "time", "health",  "air",
                                       "public",  "private", "risk", "rule",    "reason",
                                       "change",  "plan",    "harm", "year",    "city",
                                       "land",    "price",   "tax",  "duty",    "choice" };
  unsigned count = 12 + random_below (29);

  for (unsigned i = 0; i < count; i++)
    printf ("%s%s", i > 0 ? " " : "", words[random_below (sizeof words / sizeof words[0])]);
}

static void
write_claim (unsigned i, int mistaken)
{
  unsigned back = i < 2000 ? i : 2000;

  printf ("    { \"id\": \"c%u\", \"text\": \"", i);
  write_text ();
  printf (".\", \"kind\": \"value\", \"by\": [\"s%u\"],\n      \"%s\": [\"c%u\"]",
          mistaken ? 999 : i % 40, i % 2 == 0 ? "supports" : "rebuts", i - 1 - random_below (back));
  if (i % 4 < 2)
    printf (", \"evidence\": [{ \"source\": \"q%u\", \"locator\": \"p. %u\" }]",
            n_cited++ % n_sources, i % 300);
  printf (" }");
}

int
main (int argc, char **argv)
{
  unsigned claims = argc > 1 ? (unsigned) strtoul (argv[1], NULL, 10) : 1000;
  unsigned mistakes = argc > 2 ? (unsigned) strtoul (argv[2], NULL, 10) : 0;

  n_sources = claims / 8 < 1 ? 1 : claims / 8 > 50 ? 50 : claims / 8;
  printf ("{\n  \"argmap\": 1,\n  \"title\": \"Generated\",\n  \"resolution\": \"c0\",\n  "
          "\"stakeholders\": [\n");
  for (unsigned i = 0; i < 40; i++)
    printf ("    { \"id\": \"s%u\", \"name\": \"Stakeholder %u\", \"role\": \"speaks\" }%s\n", i, i,
            i < 39 ? "," : "");
  printf ("  ],\n  \"claims\": [\n    { \"id\": \"c0\", \"text\": \"The ring should be closed.\", "
          "\"by\": [\"s0\"] }");
  for (unsigned i = 2; i < claims; i += 2)
    {
      printf (",\n");
      write_claim (i, i / 2 < mistakes);
    }
  printf ("\n  ],\n  \"rebuttals\": [\n");
  for (unsigned i = 1; i < claims; i += 2)
    {
      if (i > 1)
        printf (",\n");
      write_claim (i, 0);
    }
  printf ("\n  ],\n  \"sources\": [\n");
  for (unsigned i = 0; i < n_sources; i++)
    printf ("    { \"id\": \"q%u\", \"title\": \"Source %u\" }%s\n", i, i,
            i + 1 < n_sources ? "," : "");
  printf ("  ]\n}\n");
  return 0;
}
