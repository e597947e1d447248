/* Rules about accepted findings: the map's `ignore`. */

#include "base/text.h"
#include "check/check.h"
#include "load/locate.h"
#include "model/walk.h"

void
am_rule_unknown_rule (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      AmNearest nearest;

      if (ignore->rule[0] == '\0' || am_rule_from_slug (ignore->rule) != AM_N_RULES)
        continue;
      am_nearest_init (&nearest, ignore->rule);
      for (guint rule = 0; rule < AM_N_RULES; rule++)
        am_nearest_offer (&nearest, am_rule_info ((AmRule) rule)->slug, rule);
      AmFinding *finding = am_report_add (report, AM_RULE_UNKNOWN_RULE, am_locate_member (map->source, ignore->at, "rule"),
                                          NULL, "there is no rule \"%s\"", ignore->rule);
      if (nearest.best != NULL)
        am_finding_help (finding, AM_SPAN_NONE, "did you mean \"%s\"?", nearest.best);
    }
}

void
am_rule_unused_suppression (const AmMap *map, AmReport *report)
{
  /* Errors keep other rules quiet, also about what is accepted; and they may be accepted themselves. */
  if (am_report_has_errors (report) || map->partial || am_walk_any_broken (map))
    return;
  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      AmRule rule = am_rule_from_slug (ignore->rule);

      if (rule == AM_N_RULES || am_text_is_blank (ignore->reason) || report->policy.levels[rule] == AM_LEVEL_OFF
          || am_report_accepted (report, rule, ignore->thing.id) > 0)
        continue;
      AmFinding *finding = am_report_add (report, AM_RULE_UNUSED_SUPPRESSION, am_locate_value (map->source, ignore->at), NULL,
                                          ignore->thing.id != NULL ? "nothing is found by \"%s\" at \"%s\""
                                                                   : "nothing is found by \"%s\" about the map as a whole",
                                          ignore->rule, ignore->thing.id);
      am_finding_help (finding, AM_SPAN_NONE, ignore->thing.id != NULL ? "take the entry out"
                                                                       : "take the entry out, or say \"at\" which id");
    }
}
