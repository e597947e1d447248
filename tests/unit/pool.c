/* command/workers: tasks that print far more than pipes hold, that crash, and that leave on their
 * own. */

#include "command/terminal.h"
#include "command/workers.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define TASKS 24
#define MUCH ((gsize) 5 << 20)

static char *
name_task (guint number, G_GNUC_UNUSED gpointer data)
{
  return g_strdup_printf ("task %u", number);
}

/* Every fifth task prints megabytes, and the first of all waits until the others have filled
 * whatever there is to fill. */
static AmExit
print_much (guint number, G_GNUC_UNUSED gpointer data)
{
  gsize length = number % 5 == 0 ? MUCH : 7;
  g_autofree char *text = g_strnfill (length, (char) ('a' + number)),
                  *line = g_strdup_printf ("task %u\n", number);

  if (number == 0)
    g_usleep (G_USEC_PER_SEC / 3);
  am_print_error (line);
  am_print (text, length);
  return number % 5 == 4 ? AM_EXIT_FINDINGS : AM_EXIT_OK;
}

static AmExit
fail_often (guint number, gpointer data)
{
  const struct rlimit no_core = { 0, 0 };

  print_much (number, data);
  if (number % 3 == 1)
    {
      setrlimit (RLIMIT_CORE, &no_core);
      signal (SIGABRT, SIG_DFL);
      abort ();
    }
  if (number % 3 == 2)
    _exit (7);
  return AM_EXIT_OK;
}

/* Where the streams go meanwhile. */
typedef struct
{
  char *paths[2];
  int kept[2];
} Streams;

static void catch (Streams *streams)
{
  for (int i = 0; i < 2; i++)
    {
      int fd = g_file_open_tmp ("argmap-workers-XXXXXX", &streams->paths[i], NULL);
      streams->kept[i] = dup (i + 1);
      g_assert_cmpint (dup2 (fd, i + 1), ==, i + 1);
      close (fd);
    }
}

static void
release (Streams *streams, char *texts[2])
{
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpint (dup2 (streams->kept[i], i + 1), ==, i + 1);
      close (streams->kept[i]);
      g_assert_true (g_file_get_contents (streams->paths[i], &texts[i], NULL, NULL));
      g_unlink (streams->paths[i]);
      g_free (streams->paths[i]);
    }
}

static AmExit
run_tasks (const AmTasks *tasks, guint jobs, char *texts[2])
{
  Streams streams;

  fflush (NULL);
  catch (&streams);
  AmExit status = am_workers_run (tasks, jobs);
  release (&streams, texts);
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1); /* nobody is left, not even as a zombie */
  return status;
}

static guint
count_open (void)
{
  guint count = 0;

  for (int fd = 0; fd < 200; fd++)
    count += fcntl (fd, F_GETFD) >= 0;
  return count;
}

static void
test_much (void)
{
  AmTasks tasks = {
    .count = TASKS, .run = print_much, .name = name_task, .noun = "tasks", .verb = "done"
  };
  char *usual[2], *texts[2];
  guint open = count_open ();

  g_assert_cmpint (run_tasks (&tasks, 1, usual), ==, AM_EXIT_FINDINGS);
  for (guint jobs = 2; jobs < 9; jobs += 3)
    {
      g_assert_cmpint (run_tasks (&tasks, jobs, texts), ==, AM_EXIT_FINDINGS);
      for (guint i = 0; i < 2; i++)
        {
          g_assert_true (g_str_equal (usual[i], texts[i]));
          g_free (texts[i]);
        }
    }
  g_free (usual[0]);
  g_free (usual[1]);
  g_assert_cmpuint (count_open (), ==, open);
}

static void
test_memory (void)
{
  AmTasks tasks = {
    .count = TASKS * 10, .run = print_much, .name = name_task, .noun = "tasks", .verb = "done"
  };
  struct rusage before, after;
  char *texts[2];

#ifdef UNIT_SANITIZED
  g_test_skip ("the sanitizer keeps what is freed");
  return;
#endif
  getrusage (RUSAGE_SELF, &before);
  pid_t child = fork ();
  if (child == 0)
    {
      int fd = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
      dup2 (fd, STDOUT_FILENO);
      dup2 (fd, STDERR_FILENO);
      _exit (am_workers_run (&tasks, 8) == AM_EXIT_FINDINGS && getrusage (RUSAGE_SELF, &after) == 0
                     && after.ru_maxrss - before.ru_maxrss < 120 << 10
                 ? 0
                 : 1);
    }
  int status;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0); /* of the 240 MB that are printed */
  tasks.count = 0;
  g_assert_cmpint (run_tasks (&tasks, 8, texts), ==, AM_EXIT_OK);
  g_assert_cmpstr (texts[0], ==, "");
  g_free (texts[0]);
  g_free (texts[1]);
}

/* Each task prints a megabyte, but for the first, which counts those that did so meanwhile. */
static guint *printed; /* shared with them */

static AmExit
print_meanwhile (guint number, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *text = g_strnfill ((gsize) 1 << 20, 'x');

  if (number > 0)
    {
      am_print (text, (gsize) 1 << 20);
      __atomic_add_fetch (printed, 1, __ATOMIC_SEQ_CST);
      return AM_EXIT_OK;
    }
  g_usleep (G_USEC_PER_SEC);
  return __atomic_load_n (printed, __ATOMIC_SEQ_CST) < 40 ? AM_EXIT_OK : AM_EXIT_TROUBLE;
}

static void
test_room (void)
{
  AmTasks tasks = {
    .count = 120, .run = print_meanwhile, .name = name_task, .noun = "tasks", .verb = "done"
  };
  char *texts[2];

  printed = mmap (NULL, sizeof *printed, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_cmpint (run_tasks (&tasks, 8, texts), ==, AM_EXIT_OK);
  g_assert_cmpuint (*printed, ==, 119);
  g_assert_cmpuint (strlen (texts[0]), ==, (gsize) 119 << 20);
  g_free (texts[0]);
  g_free (texts[1]);
  munmap (printed, sizeof *printed);
}

static void
test_crashes (void)
{
  AmTasks tasks = {
    .count = TASKS, .run = fail_often, .name = name_task, .noun = "tasks", .verb = "done"
  };
  g_autoptr (GString) expected = g_string_new (NULL);
  guint open = count_open ();

  for (guint i = 0; i < TASKS; i++)
    {
      g_string_append_printf (expected, "task %u\n", i);
      if (i % 3 == 1)
        g_string_append_printf (
            expected,
            "argmap: task %u could not be done: the worker was ended by signal 6 (Aborted)\n", i);
      if (i % 3 == 2)
        g_string_append_printf (
            expected, "argmap: task %u could not be done: the worker ended with status 7\n", i);
    }
  for (guint jobs = 1; jobs < 9; jobs += 3)
    {
      char *texts[2];
      tasks.apart = TRUE;
      g_assert_cmpint (run_tasks (&tasks, jobs, texts), ==, AM_EXIT_TROUBLE);
      g_assert_cmpstr (texts[1], ==, expected->str);
      for (guint i = 0, at = 0; i < TASKS; at += i % 5 == 0 ? MUCH : 7, i++)
        g_assert_true (texts[0][at] == (char) ('a' + i));
      g_free (texts[0]);
      g_free (texts[1]);
    }
  g_assert_cmpuint (count_open (), ==, open);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/pool/memory", test_memory); /* before others take some */
  g_test_add_func ("/pool/much", test_much);
  g_test_add_func ("/pool/room", test_room);
  g_test_add_func ("/pool/crashes", test_crashes);
  return g_test_run ();
}
