/* The names of the rules. They live on floor 0 because the loader reports the first of them and the
 * checker the rest. */

#pragma once

#include <glib.h>

/* From harmless to fatal, so that levels compare. */
typedef enum
{
  AM_LEVEL_OFF,
  AM_LEVEL_INFO,
  AM_LEVEL_WARNING,
  AM_LEVEL_ERROR,
} AmLevel;

typedef enum
{
#define LOADER_RULE(ID, slug, level, title) AM_RULE_##ID,
#define MODEL_RULE(ID, slug, level, scope, function, title) AM_RULE_##ID,
#include "base/rules.def"
#undef LOADER_RULE
#undef MODEL_RULE
  AM_N_RULES
} AmRule;

/* What is read for a rule, from little to much, so that scopes compare. */
typedef enum
{
  AM_SCOPE_MAP, /* the map, and nothing beside it */
  AM_SCOPE_SURROUNDINGS, /* the files of its sources too */
} AmScope;

typedef struct
{
  const char *slug;
  AmLevel level; /* unless the user wants another */
  AmScope scope;
  const char *title; /* one sentence without a full stop */
} AmRuleInfo;

/* Static data, never NULL. */
const AmRuleInfo *am_rule_info (AmRule rule);

/* The rule that is called @slug, or AM_N_RULES. */
AmRule am_rule_from_slug (const char *slug);

/* The slug that @slug, which no rule has, was meant to be; NULL when that is not clear. */
const char *am_rule_nearest_slug (const char *slug);

/* TRUE for rules that stay errors whatever anybody says, the map itself included: their files are
   no maps, or do not say what they were to say. */
gboolean am_rule_is_fatal (AmRule rule);

/* FALSE for rules whose findings are never about a thing with an id. */
gboolean am_rule_names_ids (AmRule rule);

/* "error", "warning", "info" or "off". */
const char *am_level_name (AmLevel level);

/* FALSE when no level has that name. */
gboolean am_level_from_name (const char *name, AmLevel *level);
