#include "load/load.h"

#include "base/file.h"
#include "load/fields.h"
#include "load/locate.h"
#include "load/parse.h"

#define FORMAT_VERSION 1

/* --- is it a map at all? --- */

static const Member *
find_member (const GArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (g_array_index (members, Member, i).name, name))
      return &g_array_index (members, Member, i);
  return NULL;
}

/* Formats that people will try, by the members that tell them. */
static const char *
recognise (const GArray *members)
{
  static const struct
  {
    const char *members[3], *name;
  } formats[] = {
    { { "AIF", NULL }, "AIF" },
    { { "nodes", "edges", "locutions" }, "AIF" },
    { { "metadata", "nodes", "edges" }, "SADFace" },
    { { "resources", "nodes", "edges" }, "SADFace" },
    { { "statements", "arguments", NULL }, "Argdown's JSON export" },
    { { "map", "statements", NULL }, "Argdown's JSON export" },
    { { "discussionId", NULL }, "a Kialo export" },
    { { "nodes", "edges", NULL }, "AIF or another graph format" },
    { { "nodes", "links", NULL }, "a node-link graph" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gboolean fits = TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (formats[i].members) && formats[i].members[k] != NULL; k++)
        fits = fits && find_member (members, formats[i].members[k]) != NULL;
      if (fits)
        return formats[i].name;
    }
  return NULL;
}

static gboolean
check_is_map (const GArray *members, AmSource *source, guint32 at, AmReport *report)
{
  AmSpan where = am_locate_value (source, at);
  char opener = source->text[at];

  if (opener != '{')
    {
      am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL, "a map is an object, and this is %s",
                     opener == '[' ? "a list" : "a single value");
      return FALSE;
    }
  if (find_member (members, "argmap") != NULL)
    return TRUE;
  const char *format = recognise (members);
  AmFinding *finding
      = format != NULL ? am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL,
                                        "this looks like %s, not like an argument map of this program", format)
                       : am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL,
                                        "this is no argument map: it has no \"argmap\" member");
  if (format == NULL)
    am_finding_help (finding, AM_SPAN_NONE, "a map begins {\"argmap\": %d, \"title\": …", FORMAT_VERSION);
  return FALSE;
}

/* A number that is not ours; a version that is no number is a wrong type, and the rest is read as version 1. */
static gboolean
check_version (Parser *parser, const GArray *members, AmSource *source, AmReport *report)
{
  guint32 entry = find_member (members, "argmap")->first;
  const cJSON *version = am_parse_value (parser, entry);

  if (!cJSON_IsNumber (version) || version->valuedouble == FORMAT_VERSION)
    return TRUE;
  AmSpan where = am_locate_value (source, parser->entries[entry].value);
  AmFinding *finding = am_report_add (report, AM_RULE_UNSUPPORTED_VERSION, where, NULL,
                                      "the map is of format version %.*s, which this program does not know",
                                      (int) where.length, source->text + where.start);
  am_finding_help (finding, AM_SPAN_NONE, "this program reads version %d", FORMAT_VERSION);
  return FALSE;
}

/* --- loading --- */

static void
free_arena (gpointer arena)
{
  am_arena_free (arena);
}

static void
read_document (AmLoaded *loaded, Parser *parser, const GArray *members, Arena *kept)
{
  AmMap *map = am_map_new (loaded->source);
  Reader reader = { .source = loaded->source, .map = map, .report = loaded->report, .parser = parser, .kept = kept,
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
  g_auto (AmScan) scan = { NULL, NULL, NULL };
  g_auto (Parser) parser = { 0 };

  *loaded = (AmLoaded) { NULL, am_report_new (source, policy), source };
  if (!am_scan (source, loaded->report, &scan))
    return;
  am_parser_init (&parser, source, &scan);
  g_autoptr (Arena) kept = am_arena_new ();
  g_autoptr (GArray) members = am_parse_members (&parser, &scan, kept);
  if (check_is_map (members, source, parser.entries[0].value, loaded->report)
      && check_version (&parser, members, source, loaded->report))
    read_document (loaded, &parser, members, g_steal_pointer (&kept));
}

gboolean
am_load_file (const char *path, const char *name, const AmPolicy *policy, AmLoaded *loaded, GError **error)
{
  gsize length = 0;
  char *text = am_file_read (path, AM_SOURCE_MAX_SIZE, &length, error);

  *loaded = (AmLoaded) { NULL, NULL, NULL };
  if (text == NULL)
    return FALSE;
  if (name == NULL)
    name = g_str_equal (path, "-") ? AM_SOURCE_STDIN_NAME : path;
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
