#include "load/load.h"

#include "base/file.h"
#include "load/fields.h"
#include "load/parse.h"
#include "load/recognise.h"

static void
free_arena (gpointer arena)
{
  am_arena_free (arena);
}

static void
read_document (AmLoaded *loaded, Parser *parser, const GArray *members, Arena *kept)
{
  AmMap *map = am_map_new (loaded->source);
  Reader reader = { .source = loaded->source,
                    .map = map,
                    .report = loaded->report,
                    .parser = parser,
                    .kept = kept,
                    .entries = parser->entries };

  map->at = parser->entries[0].value;
  map->backing = kept;
  map->free_backing = free_arena;
  am_read_map (&reader, members);
  map->partial = reader.any_lost;
  am_map_resolve (map);
  loaded->map = map;
}

void
am_load_source (AmSource *source, const AmPolicy *policy, AmLoaded *loaded)
{
  g_auto (AmScan) scan = { 0 };
  g_auto (Parser) parser = { 0 };

  *loaded = (AmLoaded){ NULL, am_report_new (source, policy), source };
  if (!am_scan (source, loaded->report, &scan))
    return;
  am_parser_init (&parser, source, &scan);
  g_autoptr (Arena) kept = am_arena_new ();
  g_autoptr (GArray) members = am_parse_members (&parser, &scan, kept);
  if (am_recognise_map (&parser, members, source, loaded->report))
    read_document (loaded, &parser, members, g_steal_pointer (&kept));
}

gboolean
am_load_file (const char *path, const char *name, const AmPolicy *policy, AmLoaded *loaded,
              GError **error)
{
  gsize length = 0;
  char *text = am_file_read (path, AM_SOURCE_MAX_SIZE, &length, error);

  *loaded = (AmLoaded){ NULL, NULL, NULL };
  if (text == NULL)
    return FALSE;
  name = name != NULL ? name : am_source_name (path);
  am_load_source (am_source_new_take (name, text, length), policy, loaded);
  return TRUE;
}

void
am_loaded_clear (AmLoaded *loaded)
{
  g_clear_pointer (&loaded->report, am_report_free);
  if (loaded->map != NULL)
    g_clear_pointer (&loaded->map, am_map_free);
  else
    g_clear_pointer (&loaded->source, am_source_free);
  loaded->source = NULL;
}

const char *
am_load_library_version (void)
{
  return cJSON_Version ();
}
