/* Runs two commands in turn and prints what they cost, and the ratio of the first to the second.

     measure RUNS LIMIT LABEL COMMAND-A COMMAND-B

   Commands are run by sh, their output is thrown away. Figures are medians over the runs of CPU time (user and system) and peak
   memory; LIMIT is what the project promises for the ratio of CPU times ("-": none), and is printed beside it. */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_RUNS 101

typedef struct
{
  double cpu[MOST_RUNS]; /* milliseconds */
  double memory[MOST_RUNS]; /* MiB */
} Cost;

static double
milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static void
run (const char *command, Cost *cost, int number)
{
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      int nothing = open ("/dev/null", O_WRONLY);
      dup2 (nothing, STDOUT_FILENO);
      dup2 (nothing, STDERR_FILENO);
      execl ("/bin/sh", "sh", "-c", command, (char *) NULL);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0 || !WIFEXITED (status) || WEXITSTATUS (status) > 2)
    {
      fprintf (stderr, "this did not run: %s\n", command);
      exit (1);
    }
  cost->cpu[number] = milliseconds (usage.ru_utime) + milliseconds (usage.ru_stime);
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
  int runs = argc == 6 ? atoi (argv[1]) : 0;

  if (runs < 1 || runs > MOST_RUNS)
    {
      fprintf (stderr, "usage: measure RUNS LIMIT LABEL COMMAND-A COMMAND-B\n");
      return 2;
    }
  for (int i = 0; i < runs; i++)
    {
      run (argv[4], &a, i);
      run (argv[5], &b, i);
    }
  double cpu_a = median (a.cpu, runs), cpu_b = median (b.cpu, runs);
  double memory_a = median (a.memory, runs), memory_b = median (b.memory, runs);
  printf ("%-44s %9.1f ms %9.1f ms %6.2f  %6s %8.1f MiB %8.1f MiB %6.2f\n", argv[3], cpu_a, cpu_b,
          cpu_b > 0 ? cpu_a / cpu_b : 0, argv[2], memory_a, memory_b, memory_a / memory_b);
  return 0;
}
