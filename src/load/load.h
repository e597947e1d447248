/* From bytes to a resolved map. */

#pragma once

#include "base/report.h"
#include "model/map.h"

/* Loads the map at @path ("-": standard input). Fails only when the world does: NULL with @error
   set (G_FILE_ERROR or AM_FILE_ERROR). Otherwise returns the source with what is wrong with it in
   @report, which the caller owns, and the map in
   @map; @map is NULL when the file is no JSON or no map at all. The source is owned by the map
   where there is one: free with am_loaded_clear(). @name is shown instead of @path, or NULL;
   @policy is for the report, or NULL. */
typedef struct
{
  AmMap *map; /* resolved; NULL when nothing could be made of the file */
  AmReport *report; /* unsorted */
  AmSource *source; /* borrowed from the map, or owned when there is none */
} AmLoaded;

gboolean am_load_file (const char *path, const char *name, const AmPolicy *policy, AmLoaded *loaded,
                       GError **error);

/* The same for text that is there already. Takes @source. */
void am_load_source (AmSource *source, const AmPolicy *policy, AmLoaded *loaded);

void am_loaded_clear (AmLoaded *loaded);

/* The version of cJSON that is linked: "1.7.15". Static. */
const char *am_load_library_version (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmLoaded, am_loaded_clear)
