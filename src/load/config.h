/* The project file: what a collection of maps makes of the rules. */

#pragma once

#include "base/report.h"

/* By convention in the folder at the top of a collection; it holds for every map below, up to the
 * next such file. */
#define AM_CONFIG_NAME ".argmaprc.json"

typedef struct _AmConfig AmConfig;

/* Reads the project file at @path; @found: nobody named it, and it is read only if it is a regular
   file. NULL and @error when it cannot be read. What is wrong in it is in its report: such parts
   have no effect. Free with am_config_free(). */
AmConfig *am_config_load (const char *path, gboolean found, GError **error);
void am_config_free (AmConfig *config);

/* What is wrong with the file. Belongs to @config. */
AmReport *am_config_report (AmConfig *config);

/* Sets the levels of @policy that the file sets for the map at @path, given relative to the file's
 * folder. */
void am_config_apply (const AmConfig *config, const char *path, AmPolicy *policy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmConfig, am_config_free)
