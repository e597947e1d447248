#include "check/check.h"

#include "base/text.h"

typedef void (*RuleFunction) (const AmMap *map, AmReport *report);

static const RuleFunction functions[] = {
#define LOADER_RULE(ID, slug, level, title)
#define MODEL_RULE(ID, slug, level, function, title) function,
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
      if (!am_text_is_blank (ignore->reason)) /* an acceptance without a reason is none */
        am_report_accept (report, rule, ignore->thing.id);
    }
}

void
am_check (const AmMap *map, AmReport *report)
{
  accept_findings (map, report);
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    functions[i](map, report);
  am_report_sort (report);
}
