/* Does nothing but read a framework in the numeric format of ICCMA 2023 and parse it, as fast as
   that goes without checks: what argmap solve is measured against.

     parse-attacks FILE */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  uint32_t from;
  uint32_t to;
} Attack;

static uint32_t
take_number (const char **p)
{
  uint32_t value = 0;

  while ((unsigned char) (**p - '0') > 9 && **p != '\0')
    (*p)++;
  while ((unsigned char) (**p - '0') <= 9)
    value = value * 10 + (uint32_t) (*(*p)++ - '0');
  return value;
}

int
main (int argc, char **argv)
{
  FILE *file = argc == 2 ? fopen (argv[1], "rb") : NULL;

  if (file == NULL || fseek (file, 0, SEEK_END) != 0)
    return 3;
  size_t length = (size_t) ftell (file), count = 0;
  char *text = malloc (length + 1);
  Attack *attacks = malloc ((length / 4 + 1) * sizeof *attacks);
  rewind (file);
  if (text == NULL || attacks == NULL || fread (text, 1, length, file) != length)
    return 3;
  text[length] = '\0';
  const char *p = text;
  uint32_t n = take_number (&p), sum = 0;
  while (*p != '\0')
    {
      uint32_t from = take_number (&p), to = take_number (&p);
      attacks[count++] = (Attack){ from, to };
      sum += from ^ to;
    }
  printf ("%u arguments, %zu attacks, %u\n", n, count, sum);
  free (attacks);
  free (text);
  fclose (file);
  return 0;
}
