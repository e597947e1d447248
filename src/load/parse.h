/* From scanned text to cJSON's tree. Private to load/. */

#pragma once

#include "load/arena.h"
#include "load/scan.h"

#include <cjson/cJSON.h>

/* The tree of a text that am_scan() has accepted. It lives in @arena. Never NULL. Any thread may call it. */
const cJSON *am_parse (const AmSource *source, const AmScan *scan, Arena *arena);
