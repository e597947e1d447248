/* What a map says, in prose. Floor 5. */

#pragma once

#include "reason/evaluation.h"
#include "report/document.h"

G_BEGIN_DECLS

/* Adds the summary of @map to @document, with what @evaluation says of it, unless that is NULL. Maps with errors are summed up as far as
   they resolve. */
void am_summary (const AmMap *map, AmEvaluation *evaluation, AmDocument *document);

G_END_DECLS
