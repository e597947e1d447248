/* Which rule counts how much for which map: the rules' own levels, then the project file, then the
 * command line. */

#pragma once

#include "load/config.h"

typedef struct
{
  AmPolicy base; /* lowest is set by the command; the levels are the rules' own */
  GArray *settings; /* of --rule: rule and level */
  gboolean fixed; /* am_policies_use() has said which project file holds, if any */
  GHashTable *configs; /* folder → AmConfig, or NULL where there is none above it */
  GPtrArray *loaded; /* of AmConfig, in the order of loading */
} AmPolicies;

/* Clear with am_policies_clear(). */
void am_policies_init (AmPolicies *policies);
void am_policies_clear (AmPolicies *policies);

/* Takes "slug=level"; FALSE after a usage error of @command. */
gboolean am_policies_set (AmPolicies *policies, const char *command, const char *setting);

/* Uses the project file at @path for every map, or none at all where @path is "none", instead of
   looking for one. FALSE and
   @error when it cannot be read. */
gboolean am_policies_use (AmPolicies *policies, const char *path, GError **error);

/* The policy for the map at @path ("-": one in the current folder). A project file that has not
   been seen before is loaded, and appended to policies->loaded. FALSE and @error when it cannot be
   read. */
gboolean am_policies_find (AmPolicies *policies, const char *path, AmPolicy *policy,
                           GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmPolicies, am_policies_clear)
