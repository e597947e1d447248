#include "load/parse.h"

#include <stdlib.h>

/* cJSON asks for memory twice or more per value; an arena makes that cheap, and the end of the tree
   too. Hooks take no data, so each thread says in which arena it parses; outside of parsing they
   are malloc() and free(). */
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

void
am_parser_init (Parser *parser, const AmSource *source, const AmScan *scan)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, set_hooks, NULL);
  *parser = (Parser){ .text = scan->repaired != NULL ? scan->repaired : source->text,
                      .length = source->length,
                      .entries = (const AmScanEntry *) scan->entries->data,
                      .arena = am_arena_new () };
}

void
am_parser_clear (Parser *parser)
{
  g_clear_pointer (&parser->arena, am_arena_free);
}

/* The value that begins at byte offset @at; what follows it is left alone. */
static const cJSON *
parse_at (Parser *parser, guint32 at)
{
  am_arena_empty (parser->arena);
  parsing = parser->arena;
  const cJSON *tree =
      cJSON_ParseWithLengthOpts (parser->text + at, parser->length - at, NULL, FALSE);
  parsing = NULL;
  g_assert (tree != NULL); /* what the scanner accepts, cJSON does, and the arena never fails */
  return tree;
}

const cJSON *
am_parse_value (Parser *parser, guint32 entry)
{
  return parse_at (parser, parser->entries[entry].value);
}

GArray *
am_parse_members (Parser *parser, const AmScan *scan, Arena *names)
{
  guint n = scan->members->len;
  GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), n);

  for (guint i = 0; i < n; i++)
    {
      guint32 first = g_array_index (scan->members, guint32, i);
      const cJSON *key = parse_at (parser, parser->entries[first].key);
      Member member = { am_arena_copy (names, key->valuestring), first,
                        i + 1 < n ? g_array_index (scan->members, guint32, i + 1)
                                  : scan->entries->len };
      g_array_append_val (members, member);
    }
  return members;
}
