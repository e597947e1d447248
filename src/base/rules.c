#include "base/rules.h"

static const AmRuleInfo rules[AM_N_RULES] = {
#define LOADER_RULE(ID, slug, level, title) { slug, AM_LEVEL_##level, title },
#define MODEL_RULE(ID, slug, level, function, title) { slug, AM_LEVEL_##level, title },
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
am_level_name (AmLevel level)
{
  static const char *const names[] = { "off", "info", "warning", "error" };

  g_assert ((guint) level < G_N_ELEMENTS (names));
  return names[level];
}
