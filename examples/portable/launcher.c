/* bin/argmap of the archive that examples/portable.sh makes. It starts the program in lib/argmap
   with the loader, the C library and everything else that lie there, so that nothing depends on
   what the machine has. Linked statically. */

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#define FAILED 2 /* as argmap's own status for what could not be done */

/* A link to the loader: tools such as ps and killall show the name by which a program was started.
 */
#define LOADER "/lib/argmap/argmap"
#define LIBRARIES "/lib/argmap"
#define PROGRAM "/lib/argmap/program"
#define FONTS "/share/argmap/fonts" /* fonts.conf, the rules that it includes, and fonts */

/* The top of the archive as it lies here, symbolic links resolved; FALSE when it cannot be told. */
static int
find_top (char top[PATH_MAX])
{
  ssize_t length = readlink ("/proc/self/exe", top, PATH_MAX);

  if (length > 0 && length < PATH_MAX)
    top[length] = '\0';
  else if (realpath ((const char *) getauxval (AT_EXECFN), top)
           == NULL) /* where /proc is not mounted */
    return 0;
  for (int i = 0; i < 2; i++) /* bin/argmap */
    {
      char *slash = strrchr (top, '/');
      if (slash == NULL)
        return 0;
      *slash = '\0';
    }
  return 1;
}

static char *
join (const char *top, const char *rest)
{
  char *path = malloc (strlen (top) + strlen (rest) + 1);

  if (path == NULL)
    _exit (FAILED);
  return strcat (strcpy (path, top), rest);
}

/* What the user has set for programs of this machine would lead ours to files that are made for
 * another C library. */
static void
set_environment (const char *top)
{
  static const char *const ours_not[] = { "LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "GVBINDIR" };

  for (size_t i = 0; i < sizeof ours_not / sizeof ours_not[0]; i++)
    unsetenv (ours_not[i]);
  if (getenv ("FONTCONFIG_FILE") == NULL && getenv ("FONTCONFIG_PATH") == NULL)
    setenv ("FONTCONFIG_PATH", join (top, FONTS), 1);
}

int
main (int argc, char **argv)
{
  char top[PATH_MAX];

  if (!find_top (top))
    {
      fprintf (stderr, "argmap: cannot tell where it is installed: %s\n", strerror (errno));
      return FAILED;
    }
  if (strpbrk (top, ":;") != NULL) /* the loader would take it for several paths */
    {
      fprintf (stderr,
               "argmap: cannot run from %s: the path of its folder has a colon or a semicolon\n",
               top);
      return FAILED;
    }

  char *loader = join (top, LOADER);
  char *name = argc > 0 ? argv[0] : (char *) "argmap";
  char *start[] = { loader, "--inhibit-cache",  "--library-path", join (top, LIBRARIES), "--argv0",
                    name,   join (top, PROGRAM) };
  size_t count = sizeof start / sizeof start[0];
  char **arguments = calloc (count + (size_t) argc + 1, sizeof *arguments);

  if (arguments == NULL)
    return FAILED;
  memcpy (arguments, start, sizeof start);
  for (int i = 1; i < argc; i++)
    arguments[count++] = argv[i];
  set_environment (top);
  execv (loader, arguments);
  fprintf (stderr, "argmap: cannot start %s: %s\n", loader, strerror (errno));
  if (errno == ENOENT)
    fprintf (stderr, "The folders lib and share of the archive belong beside bin. Make a link to "
                     "bin/argmap instead of a copy.\n");
  return FAILED;
}
