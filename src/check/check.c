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

static gboolean
accepts (const AmIgnore *ignore, const AmFinding *finding)
{
  if (!g_str_equal (ignore->rule, am_rule_info (finding->rule)->slug) || am_text_is_blank (ignore->reason))
    return FALSE;
  return ignore->thing.id == NULL ? finding->subject == NULL : g_strcmp0 (ignore->thing.id, finding->subject) == 0;
}

static void
drop_accepted (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->ignores->len; i++)
    for (guint k = report->findings->len; k-- > 0;)
      if (accepts (am_map_ignore (map, i), am_report_finding (report, k)))
        am_report_drop (report, k);
}

void
am_check (const AmMap *map, AmReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    functions[i](map, report);
  drop_accepted (map, report);
  am_report_sort (report);
}
