/* Rules about the files of sources. */

#include "base/file.h"
#include "base/forms.h"
#include "base/hash.h"
#include "base/nearest.h"
#include "base/place.h"
#include "base/text.h"
#include "check/check.h"
#include "check/source-file.h"
#include "check/suggest.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* --- where a source's file is --- */

/* A path that climbs out by its own words, whatever exists. */
static gboolean
climbs_out (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  gint depth = 0;

  if (g_path_is_absolute (path))
    return TRUE;
  for (char **part = parts; *part != NULL; part++)
    {
      if (g_str_equal (*part, ".."))
        depth--;
      else if (!g_str_equal (*part, "") && !g_str_equal (*part, "."))
        depth++;
      if (depth < 0)
        return TRUE;
    }
  return FALSE;
}

static FileState
inspect_file (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FILE_MISSING;
  if (S_ISDIR (info.st_mode))
    return FILE_FOLDER;
  if (!S_ISREG (info.st_mode))
    return FILE_SPECIAL;
  if ((guint64) info.st_size > AM_SOURCE_FILE_MAX_SIZE)
    return FILE_TOO_LARGE;
  return g_access (path, R_OK) == 0 ? FILE_THERE : FILE_FORBIDDEN;
}

FileState
am_source_file_find (const AmMap *map, const AmSourceRecord *source, char **path)
{
  g_autofree char *folder = g_path_get_dirname (map->source->name);
  g_autofree char *joined = g_build_filename (folder, source->file, NULL);
  g_autofree char *real_folder = am_file_real (folder);
  g_autofree char *real = am_file_real (joined);
  FileState missing = errno == EACCES ? FILE_FORBIDDEN : FILE_MISSING;

  *path = NULL;
  if (climbs_out (source->file))
    return FILE_OUTSIDE;
  if (real == NULL || real_folder == NULL)
    return missing;
  if (g_str_equal (real, real_folder))
    return FILE_FOLDER;
  if (am_file_below (real, real_folder) == NULL)
    return FILE_OUTSIDE;
  FileState state = inspect_file (real);
  if (state == FILE_THERE)
    *path = g_steal_pointer (&real);
  return state;
}

#define NEEDS_PATH "its path counts from the map's folder"

static const struct
{
  AmRule rule;
  const char *fault, *help;
} file_faults[] = {
  [FILE_OUTSIDE] = { AM_RULE_SOURCE_FILE_OUTSIDE, "is not in the map's folder or below",
                     "copy it beside the map: no other file is read because a map says so" },
  [FILE_MISSING] = { AM_RULE_SOURCE_FILE_MISSING, "does not exist", NEEDS_PATH },
  [FILE_FOLDER] = { AM_RULE_SOURCE_FILE_MISSING, "is a folder",
                    "name the file in it that holds the source's text" },
  [FILE_SPECIAL] = { AM_RULE_SOURCE_FILE_MISSING, "is no ordinary file",
                     "save the source's text in a file" },
  [FILE_TOO_LARGE] = { AM_RULE_SOURCE_FILE_MISSING, "is larger than 64 MiB",
                       "save only its text, or only the chapter that is quoted" },
  [FILE_FORBIDDEN] = { AM_RULE_SOURCE_FILE_MISSING, "may not be read",
                       "its permissions, or those of a folder above it, do not allow it" },
};

/* A folder of more files than this is not searched for a similar name. */
#define MOST_NAMES 4096

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in @folder, in an order that does not depend on the file system; NULL when it cannot be
   read. Free with g_ptr_array_unref(). */
static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  while (names->len < MOST_NAMES && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_utf8_validate (name, -1, NULL))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Names of folders that were searched before: most sources are in one. */
typedef struct
{
  const AmMap *map;
  AmReport *report;
  GHashTable *folders; /* GPtrArray of names by path; NULL where it cannot be read */
  guint names; /* in all of them */
  gboolean ended; /* it was said that no more is suggested */
} Search;

/* What would be kept beyond this is dropped. */
#define MOST_NAMES_KEPT (4 * MOST_NAMES)

static void
names_free (gpointer names)
{
  if (names != NULL)
    g_ptr_array_unref (names);
}

/* NULL when the folder cannot be read. */
static const GPtrArray *
find_names (Search *s, const char *folder)
{
  gpointer names;

  if (g_hash_table_lookup_extended (s->folders, folder, NULL, &names))
    return names;
  if (s->names > MOST_NAMES_KEPT)
    {
      g_hash_table_remove_all (s->folders);
      s->names = 0;
    }
  names = list_names (folder);
  s->names += 1 + (names != NULL ? ((const GPtrArray *) names)->len : 0);
  s->report->guessed += 1 + (names != NULL ? ((const GPtrArray *) names)->len : 0);
  g_hash_table_insert (s->folders, g_strdup (folder), names);
  return names;
}

/* The file's path with the nearest name that its folder has, or NULL. Caller owns it. */
static char *
nearest_file (Search *s, AmFinding *finding, const char *file)
{
  const AmMap *map = s->map;
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *below = g_path_get_dirname (file);
  g_autofree char *folder = g_path_get_dirname (map->source->name);
  g_autofree char *joined = g_build_filename (folder, below, NULL);
  g_autofree char *real_folder = am_file_real (folder);
  g_autofree char *real = am_file_real (joined);

  if (real == NULL || real_folder == NULL || am_file_below (real, real_folder) == NULL)
    return NULL;
  const GPtrArray *names = find_names (s, real);
  AmNearest nearest;
  if (names != NULL && !am_suggest_afford (s->report, names->len))
    {
      if (!s->ended)
        am_finding_help (finding, AM_SPAN_NONE,
                         "from here on no file is suggested, since too many do not exist");
      s->ended = TRUE;
      return NULL;
    }
  am_nearest_init (&nearest, base);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      if (g_str_equal (name, base))
        return NULL; /* a link that leads nowhere */
      if (g_ascii_strcasecmp (name, base) == 0)
        return g_str_equal (below, ".") ? g_strdup (name) : g_build_filename (below, name, NULL);
      am_nearest_offer (&nearest, name, i);
    }
  if (nearest.best == NULL)
    return NULL;
  return g_str_equal (below, ".") ? g_strdup (nearest.best)
                                  : g_build_filename (below, nearest.best, NULL);
}

/* How a file that does not exist should have been written. */
static void
explain_missing (Search *s, AmFinding *finding, const char *file)
{
  g_autofree char *written = NULL;
  g_autofree char *fault = am_value_explain_identifier (file, &written);

  if (fault != NULL && g_str_has_suffix (fault, ", not a URL")
      && g_str_has_prefix (written, "write "))
    am_finding_help (finding, AM_SPAN_NONE, "it %.*s: that belongs under \"url\"; %s",
                     (int) (strlen (fault) - strlen (", not a URL")), fault, written);
  else if (strstr (file, "://") != NULL)
    am_finding_help (
        finding, AM_SPAN_NONE,
        "an address belongs under \"url\"; \"file\" is a copy of the text beside the map");
  else if (g_ascii_isalpha (file[0]) && file[1] == ':')
    am_finding_help (finding, AM_SPAN_NONE,
                     "copy it beside the map, and write its path from there, with slashes");
  else if (strchr (file, '\\') != NULL)
    {
      g_autofree char *slashes = g_strdelimit (g_strdup (file), "\\", '/');
      am_finding_help (finding, AM_SPAN_NONE, "folders are separated by slashes: \"%s\"", slashes);
    }
  else
    {
      g_autofree char *meant = nearest_file (s, finding, file);
      am_finding_ask (finding, file, meant);
    }
}

static void
check_files (const AmMap *map, AmReport *report, AmRule rule)
{
  g_autoptr (GHashTable) folders =
      g_hash_table_new_full (am_hash_text, g_str_equal, g_free, names_free);
  Search search = { map, report, folders, 0, FALSE };

  for (guint32 i = 0; i < map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (map, i);
      g_autofree char *path = NULL;

      if (source->file == NULL || am_text_is_unseen (source->file))
        continue;
      FileState state = am_source_file_find (map, source, &path);
      if (state == FILE_THERE || file_faults[state].rule != rule)
        continue;
      AmFinding *finding =
          am_report_add (report, rule, am_locate_member (map->source, source->at, "file"),
                         source->id, "the file \"%s\" of source \"%s\" %s", source->file,
                         source->id, file_faults[state].fault);
      am_finding_help (finding, AM_SPAN_NONE, "%s", file_faults[state].help);
      if (state == FILE_MISSING && finding != NULL)
        explain_missing (&search, finding, source->file);
    }
}

void
am_rule_source_file_outside (const AmMap *map, AmReport *report)
{
  check_files (map, report, AM_RULE_SOURCE_FILE_OUTSIDE);
}

void
am_rule_source_file_missing (const AmMap *map, AmReport *report)
{
  check_files (map, report, AM_RULE_SOURCE_FILE_MISSING);
}

/* --- doubtful-url --- */

static void
check_url (const AmMap *map, AmReport *report, guint32 at, const char *noun, const char *id,
           const char *url)
{
  g_autofree char *help = NULL;
  g_autofree char *doubt =
      url != NULL && am_value_is_url (url) ? am_value_doubt_url (url, &help) : NULL;

  if (doubt == NULL)
    return;
  AmFinding *finding =
      am_report_add (report, AM_RULE_DOUBTFUL_URL, am_locate_member (map->source, at, "url"), id,
                     "\"url\" of %s \"%s\" %s", noun, id, doubt);
  am_finding_help (finding, AM_SPAN_NONE, "%s", help);
}

void
am_rule_doubtful_url (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (map, i);
      check_url (map, report, who->at, "stakeholder", who->id, who->url);
    }
  for (guint32 i = 0; i < map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (map, i);
      check_url (map, report, source->at, "source", source->id, source->url);
    }
}
