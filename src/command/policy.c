#include "command/policy.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/nearest.h"
#include "command/options.h"

#include <string.h>

typedef struct
{
  AmRule rule;
  AmLevel level;
} Setting;

static void
free_config (gpointer config)
{
  am_config_free (config);
}

void
am_policies_init (AmPolicies *policies)
{
  *policies = (AmPolicies){ .settings = g_array_new (FALSE, FALSE, sizeof (Setting)) };
  am_policy_init (&policies->base);
  policies->configs = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  policies->loaded = g_ptr_array_new_with_free_func (free_config);
}

void
am_policies_clear (AmPolicies *policies)
{
  g_clear_pointer (&policies->settings, g_array_unref);
  g_clear_pointer (&policies->configs, g_hash_table_unref);
  g_clear_pointer (&policies->loaded, g_ptr_array_unref);
}

gboolean
am_policies_set (AmPolicies *policies, const char *command, const char *text)
{
  const char *equals = strchr (text, '=');
  g_autofree char *slug =
      equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  Setting setting = { am_rule_from_slug (slug), AM_LEVEL_OFF };
  g_autofree char *question =
      setting.rule == AM_N_RULES ? am_nearest_ask (slug, am_rule_nearest_slug (slug)) : NULL;

  if (setting.rule == AM_N_RULES)
    am_usage_error (command, "there is no rule \"%s\"; %s", slug,
                    question != NULL ? question : "\"argmap rules\" lists them");
  else if (equals == NULL || !am_level_from_name (equals + 1, &setting.level))
    am_usage_error (command, "--rule takes SLUG=LEVEL; LEVEL is one of error, warning, info, off");
  else if (am_rule_is_fatal (setting.rule) && setting.level != AM_LEVEL_ERROR)
    am_usage_error (command, "rule \"%s\" is always an error and cannot be silenced", slug);
  else
    {
      g_array_append_val (policies->settings, setting);
      return TRUE;
    }
  return FALSE;
}

/* --- project files --- */

/* A path below the current folder is shown without it. */
static const char *
shorten (const char *path)
{
  g_autofree char *here = g_get_current_dir ();
  const char *below = am_file_below (path, here);

  return below != NULL && below[0] != '\0' ? below : path;
}

static AmConfig *
load (AmPolicies *policies, const char *path, gboolean found, GError **error)
{
  AmConfig *config = am_config_load (shorten (path), found, error);
  if (config != NULL)
    g_ptr_array_add (policies->loaded, config);
  return config;
}

gboolean
am_policies_use (AmPolicies *policies, const char *path, GError **error)
{
  policies->fixed = TRUE;
  return g_str_equal (path, "none") || load (policies, path, FALSE, error) != NULL;
}

/* A project file that lies beside maps may be of whoever sent them, and what is wrong in it is
 * shown. */
static gboolean
may_be_followed (const char *path, GError **error)
{
  if (!am_file_leads_out (path, NULL))
    return TRUE;
  g_autofree char *shown = g_filename_display_name (shorten (path));
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES,
               "cannot read %s: it is a link that leads out of its folder; name it with --config",
               shown);
  return FALSE;
}

/* The project file of @folder, its own or the nearest above; every folder on the way remembers the
 * answer. */
static gboolean
find_config (AmPolicies *policies, const char *folder, AmConfig **config, GError **error)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *at = g_strdup (folder);
  gpointer known = NULL;

  *config = NULL;
  for (;;)
    {
      if (g_hash_table_lookup_extended (policies->configs, at, NULL, &known))
        {
          *config = known;
          break;
        }
      g_autofree char *path = g_build_filename (at, AM_CONFIG_NAME, NULL);
      g_autofree char *above = g_path_get_dirname (at);
      g_ptr_array_add (way, g_strdup (at));
      if (g_file_test (path, G_FILE_TEST_EXISTS)
          || g_file_test (path, G_FILE_TEST_IS_SYMLINK)) /* to nowhere: trouble */
        {
          *config = may_be_followed (path, error) ? load (policies, path, TRUE, error) : NULL;
          if (*config == NULL)
            return FALSE;
          break;
        }
      if (g_str_equal (above, at))
        break;
      g_free (at);
      at = g_steal_pointer (&above);
    }
  for (guint i = 0; i < way->len; i++)
    g_hash_table_insert (policies->configs, g_strdup (g_ptr_array_index (way, i)), *config);
  return TRUE;
}

static char *
real_folder (const char *path)
{
  char *real = am_file_folder (path);
  return real != NULL ? real : g_path_get_dirname (path);
}

/* @path as the patterns of a project file see it: relative to the file's folder, if it is below
 * that. */
static char *
relative_to (const char *config_path, const char *folder, const char *path)
{
  g_autofree char *top = real_folder (config_path);
  g_autofree char *name = g_path_get_basename (path);
  const char *below = am_file_below (folder, top);

  return below != NULL && below[0] != '\0' ? g_build_filename (below, name, NULL)
                                           : g_steal_pointer (&name);
}

gboolean
am_policies_find (AmPolicies *policies, const char *path, AmPolicy *policy, GError **error)
{
  g_autofree char *folder = real_folder (path);
  AmConfig *config =
      policies->fixed && policies->loaded->len > 0 ? g_ptr_array_index (policies->loaded, 0) : NULL;

  *policy = policies->base;
  if (!policies->fixed && !find_config (policies, folder, &config, error))
    return FALSE;
  if (config != NULL)
    {
      g_autofree char *relative =
          relative_to (am_config_report (config)->source->name, folder, path);
      am_config_apply (config, relative, policy);
    }
  for (guint i = 0; i < policies->settings->len; i++)
    {
      const Setting *setting = &g_array_index (policies->settings, Setting, i);
      policy->levels[setting->rule] = setting->level;
    }
  return TRUE;
}
