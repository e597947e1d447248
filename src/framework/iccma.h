/* Argumentation frameworks in the numeric format of the ICCMA 2023 competition
   (https://iccma2023.github.io/rules.html):

     p af 3
     # two who attack each other, and one whom both attack
     1 2
     2 1
     1 3
     2 3 */

#pragma once

#include "base/source.h"
#include "framework/framework.h"

typedef enum
{
  AM_ICCMA_ERROR_SYNTAX, /* the file is wrong, and the message says where and why */
} AmIccmaError;

#define AM_ICCMA_ERROR (am_iccma_error_quark ())
GQuark am_iccma_error_quark (void);

/* Reads the file at @path ("-": standard input). The argument with the number 1 becomes that with
   the index 0. Lines may end in CR LF, numbers may be parted by any blanks, comments hold any
   bytes, and empty lines are passed over; all else that is not of the format is an error. NULL with
   @error set: AM_ICCMA_ERROR, whose message begins "FILE:LINE:COLUMN: error: ", or G_FILE_ERROR or
   AM_FILE_ERROR. */
AmFramework *am_iccma_load (const char *path, GError **error);

/* The same for a text that is there already. Takes @source. */
AmFramework *am_iccma_parse (AmSource *source, GError **error);
