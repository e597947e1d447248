/* Where the file of a source is. Private to check/. */

#pragma once

#include "model/map.h"

/* A text copy of a source; more than this is something else. */
#define AM_SOURCE_FILE_MAX_SIZE ((gsize) 64 * 1024 * 1024)

typedef enum
{
  FILE_THERE,
  FILE_OUTSIDE,
  FILE_MISSING,
  FILE_FOLDER,
  FILE_SPECIAL,
  FILE_TOO_LARGE,
  FILE_FORBIDDEN,
} FileState;

/* The file's real path in @path (caller owns it) when it is there and inside the map's folder,
   symbolic links followed. The source must have a file. */
FileState am_source_file_find (const AmMap *map, const AmSourceRecord *source, char **path);
