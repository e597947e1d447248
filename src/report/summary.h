/* What a map says, in prose. Floor 5. */

#pragma once

#include "model/map.h"
#include "report/document.h"

G_BEGIN_DECLS

/* Adds the summary of @map to @document. Maps with errors are summed up as far as they resolve. */
void am_summary (const AmMap *map, AmDocument *document);

G_END_DECLS
