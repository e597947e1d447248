#include "check/check.h"

#include "base/text.h"

typedef void (*RuleFunction) (const AmMap *map, AmReport *report);

static const struct
{
  AmRule rule;
  RuleFunction function;
} rules[] = {
#define LOADER_RULE(ID, slug, level, title)
#define MODEL_RULE(ID, slug, level, scope, function, title) { AM_RULE_##ID, function },
#include "base/rules.def"
#undef LOADER_RULE
#undef MODEL_RULE
};

static void
accept_findings (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      AmRule rule = am_rule_from_slug (ignore->rule);
      if (rule == AM_N_RULES || am_rule_is_fatal (rule))
        continue; /* see suppressions.c */
      if (!am_text_is_unseen (ignore->reason)) /* an acceptance without a reason is none */
        am_report_accept (report, rule, ignore->thing.id);
    }
  if (map->ignores->len > 0)
    am_report_drop_accepted (report);
}

/* Whether @rule is to run. One that reads more than it may counts as off, so that nothing which
 * accepts its findings seems unused. */
static gboolean
is_in_scope (AmRule rule, AmScope scope, AmReport *report)
{
  if (am_rule_info (rule)->scope <= scope)
    return TRUE;
  report->policy.levels[rule] = AM_LEVEL_OFF;
  return FALSE;
}

void
am_check (const AmMap *map, AmScope scope, AmReport *report)
{
  accept_findings (map, report);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (is_in_scope (rules[i].rule, scope, report))
      rules[i].function (map, report);
  am_report_sort (report);
}
