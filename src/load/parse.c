#include "load/parse.h"

#include <stdlib.h>

/* cJSON asks for memory twice or more per value; an arena makes that cheap, and the end of the tree too. Hooks take no data,
   so each thread says in which arena it parses; outside of parsing they are malloc() and free(). */
static _Thread_local Arena *parsing;

static void *
take_memory (size_t size)
{
  return parsing != NULL ? am_arena_take (parsing, size) : malloc (size);
}

static void
give_memory_back (void *memory)
{
  if (parsing == NULL)
    free (memory);
}

static gpointer
set_hooks (G_GNUC_UNUSED gpointer data)
{
  cJSON_Hooks hooks = { take_memory, give_memory_back };
  cJSON_InitHooks (&hooks);
  return NULL;
}

const cJSON *
am_parse (const AmSource *source, const AmScan *scan, Arena *arena)
{
  static GOnce once = G_ONCE_INIT;
  const char *text = scan->repaired != NULL ? scan->repaired : source->text;

  g_once (&once, set_hooks, NULL);
  parsing = arena;
  const cJSON *document = cJSON_ParseWithLengthOpts (text, source->length + 1, NULL, TRUE);
  parsing = NULL;
  g_assert (document != NULL); /* what the scanner accepts, cJSON does, and the arena never fails */
  return document;
}
