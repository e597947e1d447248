/* The exit status: the worst of what happened. */

#pragma once

#include <glib.h>

typedef enum
{
  AM_EXIT_OK = 0,
  AM_EXIT_FINDINGS = 1, /* a map has findings at the failing level */
  AM_EXIT_TROUBLE = 2, /* it could not be done: usage, missing file, unwritable output */
} AmExit;

static inline AmExit
am_exit_worse (AmExit a, AmExit b)
{
  return MAX (a, b);
}
