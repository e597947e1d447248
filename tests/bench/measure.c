/* Runs two commands in turn and prints what they cost, and the ratio of the first to the second.

     measure [--wall] RUNS LIMIT LABEL COMMAND-A COMMAND-B

   Commands are run by sh, their output is thrown away. Figures are medians over the runs of CPU
   time (user and system) and peak memory; LIMIT is what the project promises for the ratio of the
   times ("-": none), and is printed beside it. With --wall the times are what somebody waits who
   starts the command; then it is run without sh, and its words are parted by spaces. */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_RUNS 101

typedef struct
{
  double time[MOST_RUNS]; /* milliseconds */
  double memory[MOST_RUNS]; /* MiB */
} Cost;

static double
milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static double
now (void)
{
  struct timespec time;
  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

#define MOST_WORDS 31

static void
start (const char *command, int wall)
{
  char *words[MOST_WORDS + 1], *copy = strdup (command);
  int count = 0;

  if (!wall)
    execl ("/bin/sh", "sh", "-c", command, (char *) NULL);
  for (char *word = copy != NULL ? strtok (copy, " ") : NULL; word != NULL && count < MOST_WORDS;
       word = strtok (NULL, " "))
    words[count++] = word;
  words[count] = NULL;
  if (count > 0)
    execvp (words[0], words);
  _exit (127);
}

static void
run (const char *command, int wall, Cost *cost, int number)
{
  struct rusage usage;
  int status;
  double began = now ();
  pid_t child = fork ();

  if (child == 0)
    {
      int nothing = open ("/dev/null", O_WRONLY);
      dup2 (nothing, STDOUT_FILENO);
      dup2 (nothing, STDERR_FILENO);
      start (command, wall);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0 || !WIFEXITED (status)
      || WEXITSTATUS (status) > 2)
    {
      fprintf (stderr, "this did not run: %s\n", command);
      exit (1);
    }
  cost->time[number] =
      wall ? now () - began : milliseconds (usage.ru_utime) + milliseconds (usage.ru_stime);
  cost->memory[number] = (double) usage.ru_maxrss / 1024;
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;
  return (first > second) - (first < second);
}

static double
median (double *values, int count)
{
  qsort (values, (size_t) count, sizeof (double), compare);
  return values[count / 2];
}

int
main (int argc, char **argv)
{
  static Cost a, b;
  int wall = argc > 1 && strcmp (argv[1], "--wall") == 0;

  argc -= wall;
  argv += wall;
  int runs = argc == 6 ? atoi (argv[1]) : 0;

  if (runs < 1 || runs > MOST_RUNS)
    {
      fprintf (stderr, "usage: measure [--wall] RUNS LIMIT LABEL COMMAND-A COMMAND-B\n");
      return 2;
    }
  for (int i = 0; i < runs; i++)
    {
      run (argv[4], wall, &a, i);
      run (argv[5], wall, &b, i);
    }
  double time_a = median (a.time, runs), time_b = median (b.time, runs);
  double memory_a = median (a.memory, runs), memory_b = median (b.memory, runs);
  printf ("%-44s %9.1f ms %9.1f ms %6.2f  %6s %8.1f MiB %8.1f MiB %6.2f\n", argv[3], time_a, time_b,
          time_b > 0 ? time_a / time_b : 0, argv[2], memory_a, memory_b, memory_a / memory_b);
  return 0;
}
