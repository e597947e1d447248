/* One forked process that runs tasks by their numbers: what workers.c is made of. */

#pragma once

#include "command/exit.h"
#include "command/workers.h"

#include <sys/types.h>

G_BEGIN_DECLS

enum
{
  AM_CONTROL, /* numbers of tasks go down, their status comes up */
  AM_OUT, /* what it prints on standard output; never blocks */
  AM_ERR, /* and on standard error */
  AM_N_CHANNELS
};

typedef struct
{
  int channels[AM_N_CHANNELS]; /* this end of them; -1 when it is closed */
} AmWorker;

/* Makes @workers[@slot], which is closed, a process of its own. Its siblings are those of @workers, @count of them. FALSE when
   the system has none to give. */
gboolean am_worker_start (AmWorker *workers, guint count, guint slot, const AmTasks *tasks);

/* FALSE when it has died. */
gboolean am_worker_give (AmWorker *worker, guint number);

/* The status of the task that it has finished; FALSE when it has died instead. Waits for either. */
gboolean am_worker_take (AmWorker *worker, AmExit *status);

/* Appends what there is on @channel (AM_OUT, AM_ERR) to @out, up to 64 KiB. FALSE when there is nothing now. */
gboolean am_worker_read (AmWorker *worker, guint channel, GString *out);

/* Closes it: when idle, it ends. Waits for that and returns how it ended, as waitpid() does; 0 when that is unknown. */
int am_worker_end (AmWorker *worker, guint slot);

/* From begin to end, a signal that ends this process ends the workers first. */
void am_workers_guard_begin (void);
void am_workers_guard_end (void);

/* Whether such a signal has come since begin, and this process goes on because it has a handler. */
gboolean am_workers_interrupted (void);

G_END_DECLS
