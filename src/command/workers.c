/* A process is forked for each task, prints into files without a name, and ends with the task's
   status. What it printed is passed on when its turn has come. */

#include "command/workers.h"

#include "command/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

/* While so much has been printed before its turn, or so many wait for theirs, no task is started
   but the one whose turn it is. */
#define MOST_KEPT ((goffset) 16 << 20)
#define MOST_WAITING 200

/* A process that has done its task ends with this and the task's status, and no other does. */
#define FINISHED 100

typedef struct
{
  volatile pid_t child; /* 0 before and after */
  int how; /* it ended, as waitpid() says */
  gboolean done;
  int out, err; /* the files with what it printed */
  goffset length; /* of both, when it is done */
} Result;

typedef struct
{
  const AmTasks *tasks;
  Result *results; /* as many as tasks */
  guint next; /* task to start */
  guint turn; /* task to print; all before it have been */
  guint jobs, running, done;
  goffset kept; /* bytes that wait for their turn */
  sigset_t mask_before;
  AmExit status;
  AmProgress progress;
} Pool;

guint
am_jobs (gint option)
{
  return MIN (option > 0 ? (guint) option : g_get_num_processors (), AM_MOST_JOBS);
}

/* --- signals: they come only while the parent waits or prints --- */

static const int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCHLD };
static struct sigaction actions_before[G_N_ELEMENTS (signals)];
static Pool *guarded;
static volatile sig_atomic_t interrupted;

static void
restore_actions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &actions_before[i], NULL);
}

/* Ends the children, and then does what the signal would have done without this. */
static void
take_signal (int number)
{
  int error = errno;

  if (number == SIGCHLD) /* it has cut the waiting short */
    return;
  interrupted = TRUE;
  for (guint i = 0; i < guarded->tasks->count; i++)
    if (guarded->results[i].child > 0)
      kill (guarded->results[i].child, number);
  for (guint i = 0; i < guarded->tasks->count; i++)
    while (guarded->results[i].child > 0 && waitpid (guarded->results[i].child, NULL, 0) < 0
           && errno == EINTR)
      ;
  restore_actions ();
  raise (number); /* it waits until this function returns */
  errno = error;
}

/* Returns those that are taken. */
static sigset_t
take_signals (Pool *pool)
{
  struct sigaction action = { .sa_handler = take_signal, .sa_flags = SA_RESTART };

  guarded = pool;
  sigemptyset (&action.sa_mask);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&action.sa_mask, signals[i]);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      sigaction (signals[i], NULL, &actions_before[i]);
      if (actions_before[i].sa_handler != SIG_IGN || signals[i] == SIGCHLD)
        sigaction (signals[i], &action, NULL); /* others are ignored, as nohup(1) wants it */
    }
  return action.sa_mask;
}

/* --- what is printed --- */

/* A file without a name; -1 where there can be none. It may not take the place of a standard stream
   that is closed: what is meant for that would go into it. */
static int
open_file (void)
{
#ifdef MFD_CLOEXEC
  int fd = memfd_create ("argmap", MFD_CLOEXEC);
#else
  FILE *file = tmpfile ();
  int fd = file != NULL ? dup (fileno (file)) : -1;
  if (file != NULL)
    fclose (file);
#endif
  int clear = fcntl (fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  close (fd);
  return clear;
}

static void
close_files (const Result *result)
{
  close (result->out);
  close (result->err);
}

/* --- the child's side --- */

/* Never returns: what the parent has begun, and would end on the way out of main(), is the parent's
   alone. */
static G_GNUC_NORETURN void
work (const Pool *pool, guint number)
{
  const Result *result = &pool->results[number];
  gboolean heard = dup2 (result->out, STDOUT_FILENO) >= 0 && dup2 (result->err, STDERR_FILENO) >= 0;

  for (guint i = pool->turn; i <= number; i++) /* or it could open fewer itself */
    close_files (&pool->results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (actions_before[i].sa_handler != SIG_IGN)
      signal (signals[i], SIG_DFL);
  sigprocmask (SIG_SETMASK, &pool->mask_before, NULL);
  _exit (heard ? FINISHED + (int) pool->tasks->run (number, pool->tasks->data) : AM_EXIT_TROUBLE);
}

/* --- the parent's side --- */

/* FALSE when the system has no process to give, or no files. */
static gboolean
start (Pool *pool)
{
  Result *result = &pool->results[pool->next];

  result->out = open_file ();
  result->err = open_file ();
  am_progress_hide (); /* the child is not to wipe it */
  pid_t child = result->out >= 0 && result->err >= 0 ? fork () : -1;
  if (child == 0)
    work (pool, pool->next);
  if (child < 0)
    {
      close_files (result);
      return FALSE;
    }
  result->child = child;
  pool->next++;
  pool->running++;
  return TRUE;
}

/* Whether one more may be at work. */
static gboolean
is_room (const Pool *pool)
{
  return pool->next < pool->tasks->count && pool->running < pool->jobs
      && (pool->next == pool->turn
          || (pool->kept < MOST_KEPT && pool->next - pool->turn < MOST_WAITING));
}

static void
take_results (Pool *pool)
{
  for (Result *result = pool->results + pool->turn; result < pool->results + pool->next; result++)
    if (result->child > 0 && waitpid (result->child, &result->how, WNOHANG) != 0)
      {
        result->child = 0;
        result->done = TRUE;
        result->length = lseek (result->out, 0, SEEK_END) + lseek (result->err, 0, SEEK_END);
        pool->kept += result->length;
        pool->running--;
        pool->done++;
      }
}

/* The task is not done again: it would end the next process too. */
static void
complain_of_death (const AmTasks *tasks, guint number, int how)
{
  g_autofree char *name = tasks->name (number, tasks->data);

  if (WIFSIGNALED (how))
    am_complain ("%s could not be %s: the worker was ended by signal %d (%s)", name, tasks->verb,
                 WTERMSIG (how), strsignal (WTERMSIG (how)));
  else
    am_complain ("%s could not be %s: the worker ended with status %d", name, tasks->verb,
                 WEXITSTATUS (how));
}

static AmExit
print_result (const Pool *pool, guint number)
{
  const Result *result = &pool->results[number];
  int status = WIFEXITED (result->how) ? WEXITSTATUS (result->how) - FINISHED : -1;

  am_print_file (result->err, STDERR_FILENO);
  AmExit printed = am_print_file (result->out, STDOUT_FILENO);
  close_files (result);
  if (status >= AM_EXIT_OK && status <= AM_EXIT_TROUBLE)
    return am_exit_worse (printed, (AmExit) status);
  complain_of_death (pool->tasks, number, result->how);
  return AM_EXIT_TROUBLE;
}

static void
print_in_turn (Pool *pool)
{
  for (; pool->turn < pool->next && pool->results[pool->turn].done && !interrupted; pool->turn++)
    {
      pool->status = am_exit_worse (pool->status, print_result (pool, pool->turn));
      pool->kept -= pool->results[pool->turn].length;
    }
  am_progress_show (&pool->progress, pool->done, pool->tasks->count);
}

/* Until all is done, or nothing more can be done apart. */
static void
run_apart (Pool *pool)
{
  const struct timespec pause = { .tv_nsec = 200000000 }; /* until it is said how far it is */
  gboolean shown = am_is_terminal (STDERR_FILENO); /* the children cannot tell any more */
  sigset_t taken = take_signals (pool), waiting;
  gboolean any;

  do
    {
      sigprocmask (SIG_BLOCK, &taken, &pool->mask_before);
      take_results (pool);
      while (is_room (pool) && start (pool))
        ;
      any = pool->turn < pool->next;
      waiting = pool->mask_before;
      sigdelset (&waiting, SIGCHLD);
      if (pool->running > 0 && !pool->results[pool->turn].done)
        pselect (0, NULL, NULL, NULL, shown ? &pause : NULL, &waiting);
      sigprocmask (SIG_SETMASK, &pool->mask_before, NULL);
      print_in_turn (pool);
    }
  while (any && !interrupted);
  for (guint i = pool->turn; i < pool->next; i++) /* after a signal */
    close_files (&pool->results[i]);
  restore_actions ();
}

AmExit
am_workers_run (const AmTasks *tasks, guint jobs)
{
  g_autofree char *what = g_strdup_printf ("%s %s", tasks->noun, tasks->verb);
  g_autofree Result *results = g_new0 (Result, tasks->count);
  guint most = MIN (MAX (tasks->count, 1), AM_MOST_JOBS);
  Pool pool = { .tasks = tasks, .results = results, .jobs = CLAMP (jobs, 1, most) };

  interrupted = FALSE;
  am_progress_begin (&pool.progress, what);
  if (pool.jobs > 1 && tasks->prepare != NULL)
    tasks->prepare ();
  if (pool.jobs > 1 || tasks->apart)
    run_apart (&pool);
  for (; pool.next < tasks->count && !interrupted; pool.next++)
    {
      pool.status = am_exit_worse (pool.status, tasks->run (pool.next, tasks->data));
      am_progress_show (&pool.progress, pool.next + 1, tasks->count);
    }
  am_progress_hide ();
  return pool.status;
}
