#include "load/load.h"

#include "base/file.h"
#include "load/fields.h"
#include "load/locate.h"
#include "load/parse.h"

#define FORMAT_VERSION 1

/* --- is it a map at all? --- */

static const cJSON *
member (const cJSON *object, const char *name)
{
  for (const cJSON *child = object->child; child != NULL; child = child->next)
    if (g_str_equal (child->string, name))
      return child;
  return NULL;
}

/* Formats that people will try, by the members that tell them. */
static const char *
recognise (const cJSON *document)
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
        fits = fits && member (document, formats[i].members[k]) != NULL;
      if (fits)
        return formats[i].name;
    }
  return NULL;
}

static gboolean
check_is_map (const cJSON *document, AmSource *source, guint32 at, AmReport *report)
{
  AmSpan where = am_locate_value (source, at);

  if (!cJSON_IsObject (document))
    {
      am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL, "a map is an object, and this is %s",
                     cJSON_IsArray (document) ? "a list" : "a single value");
      return FALSE;
    }
  if (member (document, "argmap") != NULL)
    return TRUE;
  const char *format = recognise (document);
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
check_version (const cJSON *document, AmSource *source, guint32 at, AmReport *report)
{
  const cJSON *version = member (document, "argmap");

  if (!cJSON_IsNumber (version) || version->valuedouble == FORMAT_VERSION)
    return TRUE;
  AmSpan where = am_locate_member (source, at, "argmap");
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
read_document (AmLoaded *loaded, const AmScan *scan, const cJSON *document, Arena *arena)
{
  AmMap *map = am_map_new (loaded->source);
  Reader reader = { .source = loaded->source, .map = map, .report = loaded->report, .entries = (const AmScanEntry *) scan->entries->data };

  map->at = reader.entries[0].value;
  map->backing = arena;
  map->free_backing = free_arena;
  am_read_map (&reader, document);
  g_assert (reader.next == scan->entries->len);
  map->partial = reader.any_lost;
  am_map_resolve (map);
  loaded->map = map;
}

void
am_load_source (AmSource *source, const AmPolicy *policy, AmLoaded *loaded)
{
  g_auto (AmScan) scan = { NULL, NULL };

  *loaded = (AmLoaded) { NULL, am_report_new (source, policy), source };
  if (!am_scan (source, loaded->report, &scan))
    return;
  g_autoptr (Arena) arena = am_arena_new ();
  const cJSON *document = am_parse (source, &scan, arena);
  guint32 at = g_array_index (scan.entries, AmScanEntry, 0).value;
  if (check_is_map (document, source, at, loaded->report) && check_version (document, source, at, loaded->report))
    read_document (loaded, &scan, document, g_steal_pointer (&arena));
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
    name = g_str_equal (path, "-") ? "<standard input>" : path;
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
