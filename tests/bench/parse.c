/* The baseline of the benchmarks: reads files and parses them with cJSON, and does nothing else. */

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

static int
parse (const char *path)
{
  FILE *file = fopen (path, "rb");
  if (file == NULL || fseek (file, 0, SEEK_END) != 0)
    return 1;
  long length = ftell (file);
  rewind (file);
  char *text = malloc ((size_t) length + 1);
  int failed = text == NULL || fread (text, 1, (size_t) length, file) != (size_t) length;
  fclose (file);
  if (!failed)
    {
      text[length] = '\0';
      cJSON *tree = cJSON_ParseWithLengthOpts (text, (size_t) length + 1, NULL, 1);
      failed = tree == NULL;
      cJSON_Delete (tree);
    }
  free (text);
  return failed;
}

int
main (int argc, char **argv)
{
  int failed = 0;

  for (int i = 1; i < argc; i++)
    failed |= parse (argv[i]);
  return failed;
}
