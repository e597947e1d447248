/* Hands tasks to workers, and prints what they print in the order of the tasks. */

#include "command/workers.h"

#include "command/terminal.h"
#include "command/worker.h"

#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What tasks have printed before their turn is kept up to here; those that print more have to wait. */
#define MOST_KEPT ((gsize) 16 << 20)

/* What the task whose turn it is prints is passed on in pieces. */
#define PIECE ((gsize) 64 << 10)

#define NO_TASK G_MAXUINT

/* Of a task, until it has been printed. */
typedef struct
{
  GString *texts[AM_N_CHANNELS]; /* AM_OUT, AM_ERR; NULL before there is any */
  char *trouble; /* why it was not done, or NULL */
  AmExit status;
  gboolean done;
} Result;

typedef struct
{
  const AmTasks *tasks;
  guint jobs;
  AmWorker *workers; /* as many as jobs */
  guint *at; /* the task that each worker is at, or NO_TASK */
  Result *results; /* as many as tasks */
  guint next; /* task to hand out */
  guint turn; /* task to print */
  guint done;
  gsize kept; /* bytes in all results */
  AmExit status;
  AmProgress progress;
} Pool;

guint
am_jobs (gint option)
{
  return MIN (option > 0 ? (guint) option : g_get_num_processors (), AM_MOST_JOBS);
}

/* --- without workers --- */

static AmExit
run_here (const AmTasks *tasks, guint from, AmProgress *progress)
{
  AmExit status = AM_EXIT_OK;

  for (guint i = from; i < tasks->count; i++)
    {
      status = am_exit_worse (status, tasks->run (i, tasks->data));
      am_progress_show (progress, i + 1, tasks->count);
    }
  return status;
}

/* --- results --- */

static void
forget_texts (Pool *pool, Result *result)
{
  for (guint i = AM_OUT; i <= AM_ERR; i++)
    if (result->texts[i] != NULL)
      {
        pool->kept -= result->texts[i]->len;
        g_string_free (g_steal_pointer (&result->texts[i]), TRUE);
      }
}

static void
print_texts (Pool *pool, Result *result)
{
  const GString *out = result->texts[AM_OUT], *err = result->texts[AM_ERR];

  if (err != NULL && err->len > 0)
    am_print_error (err->str);
  if (out != NULL && out->len > 0)
    pool->status = am_exit_worse (pool->status, am_print (out->str, out->len));
  forget_texts (pool, result);
}

static gsize
length_of (const Result *result)
{
  return (result->texts[AM_OUT] != NULL ? result->texts[AM_OUT]->len : 0)
         + (result->texts[AM_ERR] != NULL ? result->texts[AM_ERR]->len : 0);
}

static void
print_in_turn (Pool *pool)
{
  for (; pool->turn < pool->tasks->count; pool->turn++)
    {
      Result *result = &pool->results[pool->turn];
      if (result->done || length_of (result) >= PIECE)
        print_texts (pool, result);
      if (!result->done)
        return;
      if (result->trouble != NULL)
        am_complain ("%s", result->trouble);
      g_clear_pointer (&result->trouble, g_free);
      pool->status = am_exit_worse (pool->status, result->status);
    }
}

static void
finish_task (Pool *pool, guint slot, AmExit status)
{
  Result *result = &pool->results[pool->at[slot]];

  result->status = status;
  result->done = TRUE;
  pool->at[slot] = NO_TASK;
  pool->done++;
}

/* --- workers --- */

static gboolean
is_there (const Pool *pool, guint slot)
{
  return pool->workers[slot].channels[AM_CONTROL] >= 0;
}

/* FALSE when there was nothing. */
static gboolean
keep_text (Pool *pool, guint slot, guint channel)
{
  GString **text = &pool->results[pool->at[slot]].texts[channel];

  if (*text == NULL)
    *text = g_string_new (NULL);
  gsize before = (*text)->len;
  gboolean found = am_worker_read (&pool->workers[slot], channel, *text);
  pool->kept += (*text)->len - before;
  return found;
}

static void
keep_all_text (Pool *pool, guint slot)
{
  for (guint channel = AM_OUT; channel <= AM_ERR; channel++)
    while (keep_text (pool, slot, channel))
      ;
}

static char *
describe_death (const AmTasks *tasks, guint number, int how)
{
  g_autofree char *name = tasks->name (number, tasks->data);

  if (WIFSIGNALED (how))
    return g_strdup_printf ("%s could not be %s: the worker was ended by signal %d (%s)", name, tasks->verb, WTERMSIG (how),
                            strsignal (WTERMSIG (how)));
  return g_strdup_printf ("%s could not be %s: the worker ended with status %d", name, tasks->verb, WEXITSTATUS (how));
}

/* A worker has died. What it was at is not done again: it would kill the next one too. */
static void
bury (Pool *pool, guint slot)
{
  guint number = pool->at[slot];

  if (number != NO_TASK)
    keep_all_text (pool, slot);
  int how = am_worker_end (&pool->workers[slot], slot);
  if (number == NO_TASK || am_workers_interrupted ())
    return;
  Result *result = &pool->results[number];
  result->trouble = describe_death (pool->tasks, number, how);
  finish_task (pool, slot, AM_EXIT_TROUBLE);
}

/* FALSE when there are tasks and nobody to do them. */
static gboolean
hand_out (Pool *pool)
{
  gboolean any = pool->next >= pool->tasks->count, room = TRUE;

  for (guint slot = 0; slot < pool->jobs; slot++)
    {
      gboolean more = pool->next < pool->tasks->count && (pool->kept < MOST_KEPT || pool->next == pool->turn);
      if (more && room && !is_there (pool, slot))
        room = am_worker_start (pool->workers, pool->jobs, slot, pool->tasks);
      any = any || is_there (pool, slot);
      if (more && is_there (pool, slot) && pool->at[slot] == NO_TASK && am_worker_give (&pool->workers[slot], pool->next))
        pool->at[slot] = pool->next++;
    }
  return any;
}

/* Whether what comes on a channel is to be read now: who prints too much waits, once its pipe is full. */
static gboolean
is_heard (const Pool *pool, guint slot, guint channel)
{
  guint number = pool->at[slot];

  if (pool->workers[slot].channels[channel] < 0)
    return FALSE;
  return number == NO_TASK ? channel == AM_CONTROL : number == pool->turn || pool->kept < MOST_KEPT;
}

static void
hear (Pool *pool, guint slot, const gboolean ready[AM_N_CHANNELS])
{
  AmExit status;

  for (guint channel = AM_OUT; channel <= AM_ERR; channel++)
    if (ready[channel])
      keep_text (pool, slot, channel);
  if (!ready[AM_CONTROL])
    return;
  if (pool->at[slot] == NO_TASK || !am_worker_take (&pool->workers[slot], &status))
    {
      bury (pool, slot);
      return;
    }
  keep_all_text (pool, slot); /* it was printed before the status was sent */
  finish_task (pool, slot, status);
}

static void
listen_to_all (Pool *pool)
{
  struct pollfd polled[AM_MOST_JOBS * AM_N_CHANNELS];
  gboolean ready[AM_MOST_JOBS][AM_N_CHANNELS] = { { FALSE } };
  gboolean *what[G_N_ELEMENTS (polled)];
  nfds_t count = 0; /* more than may be open is an error to poll(), open or not */

  for (guint slot = 0; slot < pool->jobs; slot++)
    for (guint channel = 0; channel < AM_N_CHANNELS; channel++)
      if (is_heard (pool, slot, channel))
        {
          polled[count] = (struct pollfd) { pool->workers[slot].channels[channel], POLLIN, 0 };
          what[count++] = &ready[slot][channel];
        }
  if (poll (polled, count, am_is_terminal (STDERR_FILENO) ? 200 : 1000) <= 0) /* progress, or a signal just before */
    return;
  for (nfds_t i = 0; i < count; i++)
    *what[i] = polled[i].revents != 0;
  for (guint slot = 0; slot < pool->jobs; slot++)
    hear (pool, slot, ready[slot]);
}

static void
run_apart (Pool *pool)
{
  while (pool->turn < pool->tasks->count && !am_workers_interrupted ())
    {
      if (!hand_out (pool))
        {
          pool->status = am_exit_worse (pool->status, run_here (pool->tasks, pool->next, &pool->progress));
          return;
        }
      listen_to_all (pool);
      if (am_workers_interrupted ())
        return;
      print_in_turn (pool);
      am_progress_show (&pool->progress, pool->done, pool->tasks->count);
    }
}

static void
pool_clear (Pool *pool)
{
  for (guint slot = 0; slot < pool->jobs; slot++)
    am_worker_end (&pool->workers[slot], slot);
  for (guint i = pool->turn; i < pool->tasks->count; i++) /* after a signal */
    {
      forget_texts (pool, &pool->results[i]);
      g_free (pool->results[i].trouble);
    }
  g_free (pool->workers);
  g_free (pool->at);
  g_free (pool->results);
}

AmExit
am_workers_run (const AmTasks *tasks, guint jobs)
{
  g_autofree char *what = g_strdup_printf ("%s %s", tasks->noun, tasks->verb);
  Pool pool = { .tasks = tasks, .jobs = CLAMP (jobs, 1, MAX (tasks->count, 1)), .status = AM_EXIT_OK };

  am_progress_begin (&pool.progress, what);
  pool.jobs = MIN (pool.jobs, AM_MOST_JOBS);
  if (pool.jobs == 1 && !tasks->apart)
    pool.status = run_here (tasks, 0, &pool.progress);
  else
    {
      pool.workers = g_new (AmWorker, pool.jobs);
      pool.at = g_new (guint, pool.jobs);
      pool.results = g_new0 (Result, tasks->count);
      memset (pool.workers, -1, pool.jobs * sizeof *pool.workers);
      memset (pool.at, -1, pool.jobs * sizeof *pool.at);
      am_is_terminal (STDERR_FILENO); /* workers cannot tell any more */
      am_workers_guard_begin ();
      run_apart (&pool);
      pool_clear (&pool);
      am_workers_guard_end ();
    }
  am_progress_hide ();
  return pool.status;
}
