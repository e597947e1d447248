/* The tables that say which members the objects of the format have: fields.c holds those of the map, its stakeholders and
   sources, fields-claims.c those of claims, rebuttals and all that is in them. Private to load/. */

#pragma once

#include "load/reader.h"

/* Entries of a table: a member of @Record that has the same name in the file, or another. */
#define FIELD(Record, member, reader, flags, detail) { #member, reader, offsetof (Record, member), flags, detail }
#define FIELD_AS(name, Record, member, reader, flags, detail) { name, reader, offsetof (Record, member), flags, detail }
#define SHAPE_WITH_TRAP(noun, is_thing, fields, misplaced, trap) { noun, is_thing, fields, G_N_ELEMENTS (fields), misplaced, trap }
#define SHAPE(noun, is_thing, fields, misplaced) SHAPE_WITH_TRAP (noun, is_thing, fields, misplaced, NULL)

/* Reads the document into reader->map; FALSE (and a finding) when it is no object. */
gboolean am_read_map (Reader *reader, const GArray *members);

/* The shape of the document: from it, those of all that is in it can be found (FIELD_OBJECTS). */
extern const Shape am_map_shape;

/* How a list of objects is read: @start makes a record ready, the shape of the field fills it, @finish (may be NULL) sees it whole,
   and it is appended to @array. */
typedef struct
{
  const char *wanted; /* for messages: "a list of …" */
  void (*start) (Reader *reader, gpointer record);
  void (*finish) (Reader *reader, const cJSON *value, gpointer record);
} RecordList;

/* @field has FIELD_OBJECTS; @scratch has room for one record. */
AmRange am_read_records (Reader *reader, const cJSON *value, const Field *field, const RecordList *list, GArray *array,
                         gpointer scratch);

/* Members and shapes that other tables need. */
extern const Shape am_evidence_shape, am_claim_shape, am_rebuttal_shape;
void am_read_evidence (Reader *reader, const cJSON *value, const Field *field, gpointer record); /* AmRange of evidence */
void am_read_claims (Reader *reader, const cJSON *value, const Field *field, gpointer record);
void am_read_rebuttals (Reader *reader, const cJSON *value, const Field *field, gpointer record);
