/* What reads the members of the format that are no plain values. fields.c has those of the map, its
   stakeholders and sources, fields-claims.c those of claims, rebuttals and all that is in them,
   config.c those of the project file. Private to load/. */

#pragma once

#include "load/reader.h"

/* Reads the document into reader->map; FALSE (and a finding) when it is no object. */
gboolean am_read_map (Reader *reader, const GArray *members);

/* fields-claims.c */
void am_start_evidence (Reader *reader, gpointer record);
void am_start_claim (Reader *reader, gpointer record);
void am_start_rebuttal (Reader *reader, gpointer record);
void am_finish_claim (Reader *reader, const cJSON *value, gpointer record);
MemberReader am_read_supports, am_read_rebuts, am_read_undercuts, am_read_pair;

/* config.c */
MemberReader am_read_levels, am_read_patterns, am_read_overrides;
