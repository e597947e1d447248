#include "load/config.h"

#include "base/file.h"
#include "base/place.h"
#include "load/fields.h"
#include "load/parse.h"

#define UNSET ((AmLevel) -1)

/* Levels for some of the files: those that match one of the patterns; all where there is none. */
typedef struct
{
  GPtrArray *patterns; /* of GPatternSpec */
  AmLevel levels[AM_N_RULES];
} Settings;

struct _AmConfig
{
  AmSource *source;
  AmReport *report;
  GPtrArray *settings; /* of Settings: the general ones, then the overrides in order */
  Settings *current; /* while reading */
};

static Settings *
settings_new (void)
{
  Settings *settings = g_new0 (Settings, 1);
  settings->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_pattern_spec_free);
  for (guint i = 0; i < AM_N_RULES; i++)
    settings->levels[i] = UNSET;
  return settings;
}

static void
settings_free (gpointer data)
{
  Settings *settings = data;
  g_ptr_array_unref (settings->patterns);
  g_free (settings);
}

/* --- "rules" --- */

static void
set_level (Reader *reader, const cJSON *value, Settings *settings, AmRule rule)
{
  AmLevel level;
  const char *name = cJSON_GetStringValue (value);

  if (name == NULL || !am_level_from_name (name, &level))
    {
      am_report_add (reader->report, name == NULL ? AM_RULE_WRONG_TYPE : AM_RULE_INVALID_VALUE,
                     am_reader_span (reader), NULL,
                     "the level of rule \"%s\" must be one of error, warning, info, off",
                     value->string);
      am_reader_skip (reader, value);
      return;
    }
  if (am_rule_is_fatal (rule) && level != AM_LEVEL_ERROR)
    am_report_add (reader->report, AM_RULE_INVALID_VALUE, am_reader_span (reader), NULL,
                   "rule \"%s\" is always an error and cannot be silenced", value->string);
  else
    settings->levels[rule] = level;
  reader->next++;
}

static void
report_unknown (Reader *reader, const char *slug)
{
  AmSpan where = am_locate_value (reader->source, reader->entries[reader->next].key);
  AmFinding *finding = am_report_add (reader->report, AM_RULE_UNKNOWN_RULE, where, NULL,
                                      "there is no rule \"%s\"", slug);
  am_finding_ask (finding, slug, am_rule_nearest_slug (slug));
}

void
am_read_levels (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmConfig *config = record;
  gboolean seen[AM_N_RULES] = { FALSE };

  if (!cJSON_IsObject (value))
    {
      am_reader_wrong_type (reader, value, field->name, "an object of rules and their levels");
      return;
    }
  reader->next++;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      AmRule rule = am_rule_from_slug (child->string);
      if (rule != AM_N_RULES && !seen[rule])
        {
          seen[rule] = TRUE;
          set_level (reader, child, config->current, rule);
          continue;
        }
      if (rule == AM_N_RULES)
        report_unknown (reader, child->string);
      am_reader_skip (reader, child); /* json-duplicate-key: the first one counts */
    }
}

/* --- "overrides" --- */

/* A way in which patterns match no map, though their author meant some. */
typedef struct
{
  const char *fault; /* NULL when nothing is wrong */
  const char *help;
} PatternFault;

#define A_FOLDER "for the maps in a folder and below, write \"folder/*\""

static gboolean
has_step (const char *pattern, const char *step)
{
  g_auto (GStrv) steps = g_strsplit (pattern, "/", -1);
  return g_strv_contains ((const char *const *) steps, step);
}

static PatternFault
find_pattern_fault (const AmConfig *config, const char *pattern)
{
  g_autofree char *folder = g_path_get_dirname (config->source->name);
  g_autofree char *whole = g_build_filename (folder, pattern, NULL);

  if (pattern[0] == '\0')
    return (PatternFault){ "is empty, and matches no map", "\"*\" matches every map" };
  if (pattern[0] == '/')
    return (PatternFault){ "begins with \"/\", and matches no map",
                           "patterns count from the folder of the project file" };
  if (g_str_has_suffix (pattern, "/"))
    return (PatternFault){ "ends with \"/\", and matches no map", A_FOLDER };
  if (has_step (pattern, ".") || has_step (pattern, "..") || has_step (pattern, ""))
    return (PatternFault){
      "holds a step \".\", \"..\" or \"//\", and matches no map",
      "patterns count from the folder of the project file; a map above it is never meant"
    };
  if (pattern[0] == '!' || strpbrk (pattern, "[]{}\\") != NULL)
    return (PatternFault){
      "holds one of [ ] { } \\ or begins with \"!\", which mean nothing in a pattern",
      "only * and ? do: list several patterns, and write ? for such a character in a name"
    };
  if (g_file_test (whole, G_FILE_TEST_IS_DIR))
    return (PatternFault){ "is a folder, and matches no map", A_FOLDER };
  return (PatternFault){ NULL, NULL };
}

static void
read_pattern (Reader *reader, const char *pattern, AmConfig *config)
{
  PatternFault fault = find_pattern_fault (config, pattern);

  if (fault.fault == NULL)
    g_ptr_array_add (config->current->patterns, g_pattern_spec_new (pattern));
  else
    am_finding_help (am_report_add (reader->report, AM_RULE_INVALID_VALUE, am_reader_span (reader),
                                    NULL, "the pattern \"%s\" %s", pattern, fault.fault),
                     AM_SPAN_NONE, "%s", fault.help);
  reader->next++;
}

void
am_read_patterns (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmConfig *config = record;
  AmSpan where = am_reader_span (reader);

  if (!am_reader_begin_list (reader, value, field->name, "a list of patterns"))
    return;
  if (value->child == NULL)
    am_finding_help (am_report_add (reader->report, AM_RULE_INVALID_VALUE, where, NULL,
                                    "the list of patterns is empty"),
                     AM_SPAN_NONE, "\"*\" matches every map");
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      const char *pattern = cJSON_GetStringValue (child);
      if (pattern == NULL)
        {
          am_reader_wrong_type (reader, child, field->name, "a list of patterns only");
          continue;
        }
      read_pattern (reader, pattern, config);
    }
}

void
am_read_overrides (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmConfig *config = record;
  Settings *general = config->current;

  if (!am_reader_begin_list (reader, value, field->name,
                             "a list of objects with \"files\" and \"rules\""))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      config->current = settings_new ();
      if (am_reader_object (reader, child, am_object (field->holds), config)
          && config->current->patterns->len > 0)
        g_ptr_array_add (config->settings, config->current);
      else
        settings_free (config->current);
    }
  config->current = general;
}

/* --- the file --- */

static void
read_config (AmConfig *config)
{
  g_auto (AmScan) scan = { .beginning = "a project file begins with {" };
  g_autoptr (Arena) kept = am_arena_new ();
  g_auto (Parser) parser = { 0 };

  if (!am_scan (config->source, config->report, &scan))
    return;
  am_parser_init (&parser, config->source, &scan);
  g_autoptr (GArray) members = am_parse_members (&parser, &scan, kept);
  Reader reader = { .source = config->source,
                    .report = config->report,
                    .parser = &parser,
                    .kept = kept,
                    .entries = parser.entries };
  am_reader_document (&reader, members, am_object (AM_OBJECT_PROJECT), config);
  am_report_sort (config->report);
}

AmConfig *
am_config_load (const char *path, gboolean found, GError **error)
{
  gsize length = 0;
  char *text = found ? am_file_read_found (path, AM_SOURCE_MAX_SIZE, &length, error)
                     : am_file_read (path, AM_SOURCE_MAX_SIZE, &length, error);

  if (text == NULL)
    return NULL;
  AmConfig *config = g_new0 (AmConfig, 1);
  config->source = am_source_new_take (path, text, length);
  config->report = am_report_new (config->source, NULL);
  config->settings = g_ptr_array_new_with_free_func (settings_free);
  config->current = settings_new ();
  g_ptr_array_add (config->settings, config->current);
  read_config (config);
  return config;
}

void
am_config_free (AmConfig *config)
{
  if (config == NULL)
    return;
  g_ptr_array_unref (config->settings);
  am_report_free (config->report);
  am_source_free (config->source);
  g_free (config);
}

AmReport *
am_config_report (AmConfig *config)
{
  return config->report;
}

/* A path, as patterns are matched with it. There may be thousands of them. */
typedef struct
{
  char *text;
  char *reversed;
  gsize length;
} Path;

static gboolean
matches (const Settings *settings, const Path *path)
{
  for (guint i = 0; i < settings->patterns->len; i++)
    if (g_pattern_spec_match (g_ptr_array_index (settings->patterns, i), path->length, path->text,
                              path->reversed))
      return TRUE;
  return settings->patterns->len == 0;
}

void
am_config_apply (const AmConfig *config, const char *path, AmPolicy *policy)
{
  g_autofree char *text = g_utf8_make_valid (path, -1); /* patterns match nothing else */
  g_autofree char *reversed = g_utf8_strreverse (text, -1);
  const Path name = { text, reversed, strlen (text) };

  for (guint i = 0; i < config->settings->len; i++)
    {
      const Settings *settings = g_ptr_array_index (config->settings, i);
      if (!matches (settings, &name))
        continue;
      for (guint rule = 0; rule < AM_N_RULES; rule++)
        if (settings->levels[rule] != UNSET)
          policy->levels[rule] = settings->levels[rule];
    }
}
