/* The checker: runs every rule of base/rules.def over a loaded map. */

#pragma once

#include "base/report.h"
#include "model/map.h"

/* Adds what the rules find in @map to @report, which may hold findings of the loader, drops those
   that the map's `ignore` accepts, and sorts all by place. Every rule of @scope runs, whatever
   another found; the others are off in @report afterwards. With AM_SCOPE_MAP no file is read, and
   whether a path that the map names exists is not asked. */
void am_check (const AmMap *map, AmScope scope, AmReport *report);

/* The rules. Each passes over relations that do not resolve: the unknown-… rules report those. */
#define LOADER_RULE(ID, slug, level, title)
#define MODEL_RULE(ID, slug, level, scope, function, title)                                        \
  void function (const AmMap *map, AmReport *report);
#include "base/rules.def"
#undef LOADER_RULE
#undef MODEL_RULE
