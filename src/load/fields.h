/* The tables that say which members the objects of the format have. Private to load/. */

#pragma once

#include "load/reader.h"

/* Reads the document into reader->map; FALSE (and a finding) when it is no object. */
gboolean am_read_map (Reader *reader, const cJSON *document);
