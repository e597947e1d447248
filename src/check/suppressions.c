/* Rules about accepted findings: the map's `ignore`. */

#include "base/nearest.h"
#include "base/place.h"
#include "base/text.h"
#include "check/check.h"
#include "check/suggest.h"
#include "model/walk.h"

void
am_rule_unknown_rule (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      if (ignore->rule[0] == '\0' || am_rule_from_slug (ignore->rule) != AM_N_RULES)
        continue;
      AmFinding *finding = am_report_add (report, AM_RULE_UNKNOWN_RULE,
                                          am_locate_member (map->source, ignore->at, "rule"), NULL,
                                          "there is no rule \"%s\"", ignore->rule);
      am_finding_ask (finding, ignore->rule, am_rule_nearest_slug (ignore->rule));
    }
}

/* --- unused-suppression --- */

/* What keeps rules quiet: an entry that seems unused then may be needed once that is mended. */
typedef struct
{
  gboolean unread; /* something could not be read as it was meant */
  gboolean unclear; /* a value, an id or a reference is wrong */
  gboolean no_file; /* a source's file could not be read */
} Silence;

static void
note_silence (Silence *silence, AmRule rule)
{
  silence->unread = silence->unread || rule == AM_RULE_JSON_ENCODING;
  silence->unclear =
      silence->unclear
      || rule < AM_RULE_UNKNOWN_RELATION; /* those before are about single values and ids */
  silence->no_file = silence->no_file || rule == AM_RULE_SOURCE_FILE_MISSING
                  || rule == AM_RULE_SOURCE_FILE_OUTSIDE;
}

static Silence
find_silence (const AmMap *map, const AmReport *report)
{
  Silence silence = { .unread = map->partial, .unclear = am_walk_any_broken (map) };

  for (guint i = 0; i < report->findings->len; i++)
    note_silence (&silence, am_report_finding (report, i)->rule);
  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      AmRule rule = am_rule_from_slug (ignore->rule);
      if (rule != AM_N_RULES && am_report_accepted (report, rule, ignore->thing.id) > 0)
        note_silence (&silence, rule);
    }
  return silence;
}

static gboolean
is_kept_quiet (const Silence *silence, AmRule rule)
{
  gboolean about_files =
      rule == AM_RULE_QUOTE_NOT_FOUND || rule == AM_RULE_QUOTE_WITHOUT_SOURCE_FILE;

  return silence->unread || (silence->unclear && rule >= AM_RULE_UNKNOWN_RELATION)
      || (silence->no_file && about_files);
}

/* The entry may only name the wrong id. */
static void
suggest_place (const AmMap *map, AmReport *report, AmFinding *finding, const AmIgnore *ignore)
{
  if (finding == NULL || ignore->thing.id == NULL
      || am_map_find (map, ignore->thing.id).kind != AM_ENTITY_NONE)
    return;
  const char *meant = am_suggest_any_id (map, report, ignore->thing.id);
  g_autofree char *question = am_nearest_ask (ignore->thing.id, meant);
  if (question != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "nothing has that id; %s", question);
  else
    am_finding_help (finding, AM_SPAN_NONE,
                     "nothing has that id: take the entry out, or name the right one");
}

static void
report_unused (const AmMap *map, AmReport *report, const AmIgnore *ignore, AmRule rule)
{
  AmSpan where = am_locate_value (map->source, ignore->at);
  const char *id = ignore->thing.id;
  AmFinding *finding;

  if (am_rule_is_fatal (rule))
    finding = am_report_add (report, AM_RULE_UNUSED_SUPPRESSION, where, NULL,
                             "\"%s\" is always an error and cannot be accepted", ignore->rule);
  else if (id != NULL)
    finding = am_report_add (report, AM_RULE_UNUSED_SUPPRESSION, where, NULL,
                             "nothing is found by \"%s\" at \"%s\"", ignore->rule, id);
  else
    finding = am_report_add (report, AM_RULE_UNUSED_SUPPRESSION, where, NULL,
                             "nothing is found by \"%s\" about the map as a whole", ignore->rule);
  if (!am_rule_is_fatal (rule) && id == NULL && am_rule_names_ids (rule))
    am_finding_help (finding, AM_SPAN_NONE, "take the entry out, or say \"at\" which id");
  else if (!am_rule_is_fatal (rule) && id != NULL && !am_rule_names_ids (rule))
    am_finding_help (finding, AM_SPAN_NONE,
                     "take the entry out, or only \"at\": what this rule finds names no id");
  else
    am_finding_help (finding, AM_SPAN_NONE, "take the entry out");
  if (!am_rule_is_fatal (rule) && am_rule_names_ids (rule))
    suggest_place (map, report, finding, ignore);
}

void
am_rule_unused_suppression (const AmMap *map, AmReport *report)
{
  Silence silence =
      map->ignores->len > 0 ? find_silence (map, report) : (Silence){ FALSE, FALSE, FALSE };

  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      AmRule rule = am_rule_from_slug (ignore->rule);

      if (rule == AM_N_RULES || am_text_is_unseen (ignore->reason))
        continue; /* it accepts nothing, and other rules say so */
      if (!am_rule_is_fatal (rule)
          && (is_kept_quiet (&silence, rule) || report->policy.levels[rule] == AM_LEVEL_OFF
              || am_report_accepted (report, rule, ignore->thing.id) > 0))
        continue;
      report_unused (map, report, ignore, rule);
    }
}
