#include "command/worker.h"

#include "base/file.h"
#include "command/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- signals --- */

static const int endings[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM };
static struct sigaction actions_before[G_N_ELEMENTS (endings)];
static volatile pid_t children[AM_MOST_JOBS]; /* by slot; 0 where there is none */
static volatile sig_atomic_t interrupted;

static void
each_child (void (*act) (pid_t child, int number), int number)
{
  for (guint slot = 0; slot < AM_MOST_JOBS; slot++)
    if (children[slot] > 0)
      act (children[slot], number);
}

static void
send_to (pid_t child, int number)
{
  kill (child, number);
}

static void
bury (pid_t child, G_GNUC_UNUSED int number)
{
  while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
    ;
}

/* Ends the children, and then does what the signal would have done without this. */
static void
end_children (int number)
{
  int error = errno;

  interrupted = TRUE;
  each_child (send_to, number);
  each_child (bury, number);
  for (guint slot = 0; slot < AM_MOST_JOBS; slot++)
    children[slot] = 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (endings[i] == number)
      sigaction (number, &actions_before[i], NULL);
  raise (number); /* it waits until this function returns */
  errno = error;
}

static void
fill_endings (sigset_t *set)
{
  sigemptyset (set);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    sigaddset (set, endings[i]);
}

void
am_workers_guard_begin (void)
{
  struct sigaction action = { .sa_handler = end_children, .sa_flags = SA_RESTART };

  interrupted = FALSE;
  fill_endings (&action.sa_mask);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      sigaction (endings[i], NULL, &actions_before[i]);
      if (actions_before[i].sa_handler != SIG_IGN) /* as nohup(1) wants it */
        sigaction (endings[i], &action, NULL);
    }
}

void
am_workers_guard_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    sigaction (endings[i], &actions_before[i], NULL);
}

gboolean
am_workers_interrupted (void)
{
  return interrupted;
}

/* --- channels --- */

static void
close_all (int channels[AM_N_CHANNELS])
{
  for (guint i = 0; i < AM_N_CHANNELS; i++)
    {
      if (channels[i] >= 0)
        close (channels[i]);
      channels[i] = -1;
    }
}

/* A channel may not take the place of a standard stream that is closed: what is meant for that would go into it. */
static int
keep_clear (int fd)
{
  int moved = fd;

  if (fd <= STDERR_FILENO)
    {
      moved = fcntl (fd, F_DUPFD, STDERR_FILENO + 1);
      close (fd);
    }
  if (moved >= 0)
    fcntl (moved, F_SETFD, FD_CLOEXEC);
  return moved;
}

static gboolean
open_channel (gboolean both_ways, int *ours, int *theirs)
{
  int ends[2];

  if ((both_ways ? socketpair (AF_UNIX, SOCK_STREAM, 0, ends) : pipe (ends)) != 0)
    return FALSE;
  *ours = keep_clear (ends[0]);
  *theirs = keep_clear (ends[1]);
  return *ours >= 0 && *theirs >= 0 && (both_ways || fcntl (*ours, F_SETFL, O_NONBLOCK) == 0);
}

static gboolean
open_channels (int ours[AM_N_CHANNELS], int theirs[AM_N_CHANNELS])
{
  for (guint i = 0; i < AM_N_CHANNELS; i++)
    ours[i] = theirs[i] = -1;
  for (guint i = 0; i < AM_N_CHANNELS; i++)
    if (!open_channel (i == AM_CONTROL, &ours[i], &theirs[i]))
      {
        close_all (ours);
        close_all (theirs);
        return FALSE;
      }
  return TRUE;
}

/* FALSE at the end of the stream as well. */
static gboolean
read_whole (int fd, gpointer data, gsize length)
{
  for (char *at = data; length > 0;)
    {
      gssize got = read (fd, at, length);
      if (got == 0 || (got < 0 && errno != EINTR))
        return FALSE;
      if (got < 0)
        continue;
      at += got;
      length -= (gsize) got;
    }
  return TRUE;
}

/* --- the worker's side --- */

static void
default_signals (const sigset_t *mask)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (actions_before[i].sa_handler != SIG_IGN)
      signal (endings[i], SIG_DFL);
  for (guint slot = 0; slot < AM_MOST_JOBS; slot++)
    children[slot] = 0;
  sigprocmask (SIG_SETMASK, mask, NULL);
}

/* Never returns: what the parent has begun, and would end on the way out of main(), is the parent's alone. */
static G_GNUC_NORETURN void
work (const AmTasks *tasks, const int channels[AM_N_CHANNELS])
{
  guint32 number;
  gboolean heard = dup2 (channels[AM_OUT], STDOUT_FILENO) >= 0 && dup2 (channels[AM_ERR], STDERR_FILENO) >= 0;

  close (channels[AM_OUT]);
  close (channels[AM_ERR]);
  while (heard && read_whole (channels[AM_CONTROL], &number, sizeof number))
    {
      char status = (char) tasks->run (number, tasks->data);
      heard = am_file_write_fd (channels[AM_CONTROL], "the status", &status, 1, NULL);
    }
  _exit (AM_EXIT_OK);
}

/* --- the parent's side --- */

gboolean
am_worker_start (AmWorker *workers, guint count, guint slot, const AmTasks *tasks)
{
  int theirs[AM_N_CHANNELS];
  sigset_t set, mask;

  if (!open_channels (workers[slot].channels, theirs))
    return FALSE;
  am_progress_hide (); /* the worker is not to wipe it */
  fill_endings (&set);
  sigprocmask (SIG_BLOCK, &set, &mask);
  pid_t child = fork ();
  if (child == 0)
    {
      default_signals (&mask);
      for (guint i = 0; i < count; i++) /* or no sibling would see the end of its own */
        close_all (workers[i].channels);
      work (tasks, theirs);
    }
  children[slot] = MAX (child, 0);
  sigprocmask (SIG_SETMASK, &mask, NULL);
  close_all (theirs);
  if (child < 0)
    close_all (workers[slot].channels);
  return child > 0;
}

gboolean
am_worker_give (AmWorker *worker, guint number)
{
  guint32 message = number;

  return am_file_write_fd (worker->channels[AM_CONTROL], "a task", (const char *) &message, sizeof message, NULL);
}

gboolean
am_worker_take (AmWorker *worker, AmExit *status)
{
  char message;

  if (!read_whole (worker->channels[AM_CONTROL], &message, 1))
    return FALSE;
  *status = (AmExit) message;
  return TRUE;
}

gboolean
am_worker_read (AmWorker *worker, guint channel, GString *out)
{
  char buffer[65536];
  int *fd = &worker->channels[channel];
  gssize got = -1;

  if (*fd < 0)
    return FALSE;
  do
    got = read (*fd, buffer, sizeof buffer);
  while (got < 0 && errno == EINTR);
  if (got > 0)
    {
      g_string_append_len (out, buffer, got);
      return TRUE;
    }
  if (got == 0 || errno != EAGAIN) /* poll() would never tire of it */
    {
      close (*fd);
      *fd = -1;
    }
  return FALSE;
}

int
am_worker_end (AmWorker *worker, guint slot)
{
  sigset_t set, mask;
  int status = 0;

  close_all (worker->channels);
  fill_endings (&set);
  sigprocmask (SIG_BLOCK, &set, &mask); /* so that nobody signals a process that is no more */
  if (children[slot] > 0 && interrupted)
    kill (children[slot], SIGTERM); /* it was started when the others had been ended */
  if (children[slot] > 0)
    while (waitpid (children[slot], &status, 0) < 0 && errno == EINTR)
      ;
  children[slot] = 0;
  sigprocmask (SIG_SETMASK, &mask, NULL);
  return status;
}
