/* Statements, stakeholders or sources of maps as rows: a table for people, TSV, CSV and JSON for
   programs. docs/list.md describes the columns; they are added to, but never renamed. */

#pragma once

#include "model/filter.h"

typedef enum
{
  AM_LIST_STATEMENTS, /* claims, rebuttals, or both */
  AM_LIST_STAKEHOLDERS,
  AM_LIST_SOURCES,
} AmListWhat;

typedef enum
{
  AM_LIST_TABLE,
  AM_LIST_TSV,
  AM_LIST_CSV,
  AM_LIST_JSON,
} AmListFormat;

/* Of AmListQuery: whatever the status is. */
#define AM_LIST_ANY_STATUS G_MAXINT

/* What is listed, and how. */
typedef struct
{
  AmListWhat what;
  AmListFormat format;
  gboolean no_header;
  gboolean ids; /* in CSV, too, stakeholders are given by their ids and not by their names */
  gboolean several; /* maps: a table, too, says of each row which it is from */
  guint width; /* of the terminal that a table is for; 0: there is none, and nothing is shortened */

  AmFilter filter; /* of statements, but for who asserts them */
  const char *by; /* what a stakeholder is called who does (model/naming.h), or NULL; borrowed */
  int status; /* AmLabel, or AM_LIST_ANY_STATUS */
} AmListQuery;

typedef struct _AmList AmList;

/* @query is copied. Free with am_list_free(). */
AmList *am_list_new (const AmListQuery *query);
void am_list_free (AmList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmList, am_list_free)

/* Adds what @map, which may be freed then, has of what is asked for, in the order of the file.
 * @path is as the user said it. */
void am_list_add (AmList *list, const AmMap *map, const char *path);

/* Appends all that was added. Nothing at all for a table of no rows. Call it once. */
void am_list_write (AmList *list, GString *out);
