/* Numbered tasks in forked processes, for work that has global state or may crash. Start no thread
   before. */

#pragma once

#include "command/exit.h"

typedef struct
{
  guint count;
  AmExit (*run) (guint number, gpointer data); /* prints as any command does */
  char *(*name) (guint number, gpointer data); /* of what it works on; the caller frees it */
  const char *noun, *verb; /* "maps", "drawn": "3 of 12 maps drawn", "NAME could not be drawn" */
  gpointer data;
  void (*prepare) (void); /* called before the first of several is forked; or NULL */
  gboolean apart; /* nothing is run in this process, not even a single task */
} AmTasks;

/* Runs each task once, up to @jobs at a time (one: in this process), and returns the worst status.
   Files, what is printed on standard output and on standard error, and the status are those of
   running one after the other; what several tasks print is in order, and what a task says on
   standard error comes before what it prints. A task whose worker crashes is complained of with
   AM_EXIT_TROUBLE, and the others are run all the same. A signal that ends this process ends the
   workers first; where the caller has a handler for it, this returns early instead, after it. */
AmExit am_workers_run (const AmTasks *tasks, guint jobs);

#define AM_MOST_JOBS 64

/* How many jobs --jobs asks for: @option when it is above 0, else as many as there are processors;
   no more than AM_MOST_JOBS. */
guint am_jobs (gint option);
