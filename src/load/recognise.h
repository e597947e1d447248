/* Whether a document is a map at all, and of a version that we know. Private to load/. */

#pragma once

#include "base/report.h"
#include "load/parse.h"

/* @members are those of am_parse_members(). FALSE and a finding when nothing can be made of the
 * document. */
gboolean am_recognise_map (Parser *parser, const GArray *members, AmSource *source,
                           AmReport *report);
