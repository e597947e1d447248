/* Writes a debate for the benchmarks of drawing: the same for the same arguments.

     debate CLAIMS [THESES] > map.argmap.json
     debate --dot CLAIMS [THESES] > naive.dot

   Made like real maps: a tree of claims and rebuttals under each thesis, with texts of two to four
   sentences; every seventh answers a second claim as well, one in five of these under another
   thesis; some premises are linked, some rebuttals are undercuts. One thesis makes one connected
   map. With --dot it is the same debate as one would write it by hand: a box for each claim, an
   arrow for each relation. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STAKEHOLDERS 12
#define WRAP 36

typedef struct
{
  unsigned thesis; /* the number of its thesis, which is its place among the claims as well */
  unsigned answers; /* the claim above it */
  unsigned undercuts; /* the claim whose relation to the one above it this attacks, or 0 */
  unsigned linked; /* another premise, or 0 */
  unsigned further; /* a second claim that it answers */
  int has_further;
  int is_rebuttal;
} Claim;

static Claim *claims;
static unsigned n_claims, n_theses;
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

/* --- who answers whom --- */

/* An earlier claim under @thesis: they take turns, so that these are THESES apart. */
static unsigned
earlier (unsigned i, unsigned thesis)
{
  unsigned before = (i - thesis + n_theses - 1) / n_theses;
  return thesis + n_theses * random_below (before);
}

static void
make_claim (unsigned i)
{
  Claim *claim = &claims[i];

  claim->thesis = i % n_theses;
  if (i < n_theses)
    return;
  claim->answers = earlier (i, claim->thesis);
  claim->is_rebuttal = random_below (5) < 2;
  if (claim->is_rebuttal && claim->answers >= n_theses && random_below (8) == 0
      && claims[claim->answers].undercuts == 0)
    claim->undercuts = claim->answers;
  else if (random_below (10) == 0)
    claim->linked = earlier (i, claim->thesis);
  if (claim->linked <= claim->answers) /* a premise comes after what it is for, so that nothing goes
                                          round in circles */
    claim->linked = 0;
  claim->has_further = random_below (7) == 0;
  claim->further = earlier (i, random_below (5) == 0 ? random_below (n_theses) : claim->thesis);
  if (claim->further == claim->answers || claim->further == claim->linked)
    claim->has_further = 0;
}

/* --- texts --- */

static void
write_sentence (char *out)
{
  static const char *const words[] = { "traffic",
                                       "noise",
                                       "costs",
                                       "benefits",
                                       "streets",
                                       "residents",
                                       "money",
                                       "time",
                                       "health",
                                       "pollution",
                                       "services",
                                       "the",
                                       "a",
                                       "of",
                                       "in",
                                       "for",
                                       "with",
                                       "and",
                                       "that",
                                       "more",
                                       "private",
                                       "public",
                                       "would",
                                       "could",
                                       "must",
                                       "rules",
                                       "reasons",
                                       "change",
                                       "responsibility",
                                       "harm",
                                       "years",
                                       "cities",
                                       "land",
                                       "prices",
                                       "taxes",
                                       "duties",
                                       "choice",
                                       "evidence",
                                       "according",
                                       "to",
                                       "studies",
                                       "transport",
                                       "regulation",
                                       "is",
                                       "are",
                                       "not",
                                       "few",
                                       "most" };
  unsigned count = 6 + random_below (8);

  for (unsigned i = 0; i < count; i++)
    out += sprintf (out, "%s%s", i > 0 ? " " : "",
                    words[random_below (sizeof words / sizeof words[0])]);
  strcpy (out, ".");
}

/* @out has room for 1,024 bytes: four sentences of 13 words of at most 14 letters. */
static void
write_text (char *out)
{
  unsigned sentences = 2 + random_below (3);

  for (unsigned i = 0; i < sentences; i++)
    {
      char *start = out;
      write_sentence (out);
      *start = (char) (*start - 'a' + 'A');
      out += strlen (out);
      if (i + 1 < sentences)
        *out++ = ' ';
    }
}

/* --- as a map --- */

static void
write_relations (const Claim *claim, unsigned i)
{
  const char *verb = claim->is_rebuttal ? "rebuts" : "supports";

  if (i < n_theses)
    return;
  if (claim->undercuts != 0)
    {
      printf (", \"undercuts\": [{ \"from\": \"c%u\", \"to\": \"c%u\" }]", claim->undercuts,
              claims[claim->undercuts].answers);
      if (claim->has_further)
        printf (", \"rebuts\": [\"c%u\"]", claim->further);
      return;
    }
  if (claim->linked != 0)
    printf (", \"%s\": [{ \"claim\": \"c%u\", \"with\": [\"c%u\"] }", verb, claim->answers,
            claim->linked);
  else
    printf (", \"%s\": [\"c%u\"", verb, claim->answers);
  if (claim->has_further)
    printf (", \"c%u\"", claim->further);
  printf ("]");
}

static void
write_claims (int rebuttals)
{
  const char *separator = "";

  for (unsigned i = 0; i < n_claims; i++)
    {
      char text[1024];
      write_text (text);
      if (claims[i].is_rebuttal != rebuttals)
        continue;
      printf ("%s\n    { \"id\": \"c%u\", \"text\": \"%s\", \"kind\": \"value\", \"by\": [\"s%u\"]",
              separator, i, text, i % STAKEHOLDERS);
      write_relations (&claims[i], i);
      printf (" }");
      separator = ",";
    }
}

static void
write_map (void)
{
  printf ("{\n  \"argmap\": 1,\n  \"title\": \"A debate of %u claims\",\n  \"resolution\": [",
          n_claims);
  for (unsigned i = 0; i < n_theses; i++)
    printf ("%s\"c%u\"", i > 0 ? ", " : "", i);
  printf ("],\n  \"stakeholders\": [");
  for (unsigned i = 0; i < STAKEHOLDERS; i++)
    printf ("%s\n    { \"id\": \"s%u\", \"name\": \"Stakeholder %u\", \"abbreviation\": \"S%u\" }",
            i > 0 ? "," : "", i, i, i);
  printf ("\n  ],\n  \"claims\": [");
  write_claims (0);
  printf ("\n  ],\n  \"rebuttals\": [");
  write_claims (1);
  printf ("\n  ]\n}\n");
}

/* --- as DOT by hand --- */

static void
write_wrapped (char *text)
{
  unsigned column = 0;

  for (char *word = strtok (text, " "); word != NULL; word = strtok (NULL, " "))
    {
      unsigned length = (unsigned) strlen (word);
      if (column > 0)
        printf ("%s", column + 1 + length > WRAP ? "\\n" : " ");
      column = column > 0 && column + 1 + length <= WRAP ? column + 1 + length : length;
      printf ("%s", word);
    }
}

static void
write_dot (void)
{
  printf ("digraph debate {\n  rankdir=RL\n  node [shape=box, "
          "fontname=\"Helvetica,Arial,sans-serif\", fontsize=11]\n");
  for (unsigned i = 0; i < n_claims; i++)
    {
      const Claim *claim = &claims[i];
      const char *colour = claim->is_rebuttal ? "red" : "green";
      char text[1024];
      write_text (text);
      printf ("  c%u [label=\"", i);
      write_wrapped (text);
      printf ("\"]\n");
      if (i < n_theses)
        continue;
      printf ("  c%u -> c%u [color=%s]\n", i, claim->answers, colour);
      if (claim->linked != 0)
        printf ("  c%u -> c%u [color=%s]\n", claim->linked, claim->answers, colour);
      if (claim->has_further)
        printf ("  c%u -> c%u [color=%s]\n", i, claim->further, colour);
    }
  printf ("}\n");
}

int
main (int argc, char **argv)
{
  int dot = argc > 1 && strcmp (argv[1], "--dot") == 0;

  argc -= dot;
  argv += dot;
  n_claims = argc > 1 ? (unsigned) strtoul (argv[1], NULL, 10) : 20;
  n_theses = argc > 2 ? (unsigned) strtoul (argv[2], NULL, 10) : 1;
  if (n_theses < 1 || n_claims < n_theses || n_claims > 10000000)
    {
      fprintf (stderr, "usage: debate [--dot] CLAIMS [THESES]\n");
      return 2;
    }
  claims = calloc (n_claims, sizeof *claims);
  if (claims == NULL)
    return 1;
  for (unsigned i = 0; i < n_claims; i++)
    make_claim (i);
  if (dot)
    write_dot ();
  else
    write_map ();
  free (claims);
  return 0;
}
