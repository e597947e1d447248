/* What reads the members of the format that are no plain values. fields.c has those of the map, its
   stakeholders and sources, fields-claims.c those of claims, rebuttals and all that is in them,
   config.c those of the project file. Private to load/. */

#pragma once

#include "load/reader.h"

/* Reads the document into reader->map; FALSE (and a finding) when it is no object. */
gboolean am_read_map (Reader *reader, const GArray *members);

/* How a list of objects is read: @start makes a record ready, its members fill it, @finish (may be
   NULL) sees it whole, and it is appended to @array. */
typedef struct
{
  const char *wanted; /* for messages: "a list of …" */
  void (*start) (Reader *reader, gpointer record);
  void (*finish) (Reader *reader, const cJSON *value, gpointer record);
} RecordList;

/* @field holds the objects; @scratch has room for one record. */
AmRange am_read_records (Reader *reader, const cJSON *value, const AmMember *field,
                         const RecordList *list, GArray *array, gpointer scratch);

void am_read_evidence (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_claims (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_rebuttals (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_supports (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_rebuts (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_undercuts (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_pair (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);

/* Of the project file. */
void am_read_levels (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_patterns (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
void am_read_overrides (Reader *reader, const cJSON *value, const AmMember *field, gpointer record);
