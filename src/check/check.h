/* The checker: runs every rule of base/rules.def over a loaded map. Floor 4: draw, report and command may include it. */

#pragma once

#include "base/report.h"
#include "model/map.h"

G_BEGIN_DECLS

/* Adds what the rules find in @map to @report, which may hold findings of the loader, drops those that the map's `ignore`
   accepts, and sorts all by place. Every rule runs, whatever another found. */
void am_check (const AmMap *map, AmReport *report);

/* The rules. Each passes over relations that do not resolve: the unknown-… rules report those. */
#define LOADER_RULE(ID, slug, level, title)
#define MODEL_RULE(ID, slug, level, function, title) void function (const AmMap *map, AmReport *report);
#include "base/rules.def"
#undef LOADER_RULE
#undef MODEL_RULE

G_END_DECLS
