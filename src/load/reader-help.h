/* How to mend a value of the wrong type, where it says what was meant. Private to load/. */

#pragma once

#include "base/report.h"

#include <cjson/cJSON.h>

typedef struct
{
  const cJSON *value;
  const char *written; /* it stands so in the file */
  gsize length;
  const char *name; /* of the member */
  gboolean optional; /* the member may be left out */
  const char *wanted; /* "a list of ids"; of an item of a list, "ids" */
} WrongValue;

/* Help with the value of a member, and with an item of a list. */
void am_help_type (AmFinding *finding, const WrongValue *wrong);
void am_help_item (AmFinding *finding, const WrongValue *wrong);
