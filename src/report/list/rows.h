/* What the files of lists share. Private to report/list/. */

#pragma once

#include "report/json/pieces.h"
#include "report/list/list.h"

typedef enum
{
  AM_CELL_TEXT,
  AM_CELL_WORDS, /* a list of texts */
  AM_CELL_LINKS, /* the same, only in formats of which columns are taken by their names: CSV and
                    JSON */
  AM_CELL_STANCES, /* the same, of ids and words in turn */
  AM_CELL_NUMBER,
  AM_CELL_ANSWER, /* yes or no */
} AmCellKind;

typedef struct
{
  const char *name;
  AmCellKind kind;
  const char *title; /* in tables; NULL: not in tables */
  guint spare; /* on a narrow terminal those of the highest number are left out first; those of 0
                  stay */
  guint most; /* columns of the terminal that it may take where there are too few, or 0 */
} AmListColumn;

typedef struct
{
  const char *text; /* NULL: none */
  GPtrArray *words;
  gboolean literal; /* a date, or "-" for standard input: no spreadsheet is kept from what it makes
                       of it */
  gboolean bare; /* of stances: there is but one thing to be for or against, and it needs no name */
  guint32 number; /* of an answer: 0 is no */
} AmCell;

#define AM_MOST_CELLS 20

struct _AmList
{
  AmListQuery query;
  AmListColumn columns[AM_MOST_CELLS]; /* those that the format has */
  guint n_columns;
  guint count; /* of rows */
  GString *text; /* of formats that are written row by row */
  AmJson json; /* that text */
  GPtrArray *cells; /* of a table: all that is in it, row by row */
};

/* relations.c: append new strings, freed by @words. The ids of what the claim supports or rebuts,
   or the steps that it undercuts. Of its sources each once; @seen has a number per source, 0 at
   first, for all claims of the map. */
void am_list_add_relations (GPtrArray *words, const AmMap *map, const AmClaim *claim,
                            AmRelationKind kind);
void am_list_add_sources (GPtrArray *words, const AmMap *map, guint32 index, guint32 *seen);

/* Each takes a row: as many cells as there are columns. */
void am_list_separated_row (AmList *list, const AmCell *cells);
void am_list_json_row (AmList *list, const AmCell *cells);
void am_list_table_row (AmList *list, const AmCell *cells);

/* What JSON has before, between and after the rows. */
void am_list_json_begin (AmList *list);
void am_list_json_map (AmList *list, const char *path);
void am_list_json_end_map (AmList *list);

void am_list_separated_write (const AmList *list, GString *out);
void am_list_json_write (AmList *list, GString *out);
void am_list_table_write (const AmList *list, GString *out);
