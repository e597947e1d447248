#include "base/rules.h"

#include "base/nearest.h"

static const AmRuleInfo rules[AM_N_RULES] = {
#define LOADER_RULE(ID, slug, level, title) { slug, AM_LEVEL_##level, AM_SCOPE_MAP, title },
#define MODEL_RULE(ID, slug, level, scope, function, title)                                        \
  { slug, AM_LEVEL_##level, AM_SCOPE_##scope, title },
#include "base/rules.def"
#undef LOADER_RULE
#undef MODEL_RULE
};

const AmRuleInfo *
am_rule_info (AmRule rule)
{
  g_assert ((guint) rule < AM_N_RULES);
  return &rules[rule];
}

AmRule
am_rule_from_slug (const char *slug)
{
  for (guint i = 0; i < AM_N_RULES; i++)
    if (g_str_equal (rules[i].slug, slug))
      return (AmRule) i;
  return AM_N_RULES;
}

const char *
am_rule_nearest_slug (const char *slug)
{
  AmNearest nearest;

  am_nearest_init (&nearest, slug);
  for (guint i = 0; i < AM_N_RULES; i++)
    am_nearest_offer (&nearest, rules[i].slug, i);
  return nearest.best;
}

gboolean
am_rule_is_fatal (AmRule rule)
{
  return rule == AM_RULE_JSON_SYNTAX || rule == AM_RULE_JSON_ENCODING
      || rule == AM_RULE_JSON_TOO_DEEP || rule == AM_RULE_NOT_A_MAP
      || rule == AM_RULE_UNSUPPORTED_VERSION;
}

gboolean
am_rule_names_ids (AmRule rule)
{
  return !am_rule_is_fatal (rule) && rule != AM_RULE_JSON_DUPLICATE_KEY
      && rule != AM_RULE_INVALID_LANGUAGE && rule != AM_RULE_UNKNOWN_RULE
      && rule != AM_RULE_UNUSED_SUPPRESSION;
}

static const char *const level_names[] = { "off", "info", "warning", "error" };

const char *
am_level_name (AmLevel level)
{
  g_assert ((guint) level < G_N_ELEMENTS (level_names));
  return level_names[level];
}

gboolean
am_level_from_name (const char *name, AmLevel *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_names); i++)
    if (g_str_equal (level_names[i], name))
      {
        *level = (AmLevel) i;
        return TRUE;
      }
  return FALSE;
}
