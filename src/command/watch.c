/* Maps are looked at twice a second. Asking the system to tell of changes would take GIO, whose
   loading every start of argmap would pay for, watching or not. */

#include "command/watch.h"

#include "base/hash.h"
#include "base/text.h"
#include "command/inputs.h"
#include "command/terminal.h"

#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#define IDLE_PAUSE 500 /* ms between two looks */
#define BUSY_PAUSE 50 /* while something changes */
#define QUIET 120 /* ms without a change before a file is read: editors write in several steps */

#ifdef __APPLE__
#define st_mtim st_mtimespec
#define st_ctim st_ctimespec
#endif

typedef struct
{
  char *path; /* belongs to those that are known */
  char *drawn, *seen; /* as stamp_of() says: when it was handed over, and at the last look */
  gint64 since; /* when it was first seen like that */
  gboolean named; /* and not only found in a folder */
} Watched;

static volatile sig_atomic_t ended;

static void
end_watch (G_GNUC_UNUSED int number)
{
  ended = TRUE;
}

static void
catch_ending (int number)
{
  struct sigaction before, action = { .sa_handler = end_watch };

  action.sa_flags = (int) SA_RESETHAND; /* a second one ends it at once */
  sigaction (number, NULL, &before);
  if (before.sa_handler != SIG_IGN)
    sigaction (number, &action, NULL);
}

static void
watched_free (gpointer data)
{
  Watched *map = data;

  g_free (map->drawn);
  g_free (map->seen);
  g_free (map);
}

/* Differs when a file has been written, replaced, or made readable; NULL when there is none. A pipe
   is waited for only where it is named. */
static char *
stamp_of (const Watched *map)
{
  struct stat info;

  if (stat (map->path, &info) != 0 || S_ISDIR (info.st_mode)
      || (!map->named && !S_ISREG (info.st_mode)))
    return NULL;
  return g_strdup_printf ("%ju %ju %jd %jd.%ld %jd.%ld", (uintmax_t) info.st_dev,
                          (uintmax_t) info.st_ino, (intmax_t) info.st_size,
                          (intmax_t) info.st_mtim.tv_sec, info.st_mtim.tv_nsec,
                          (intmax_t) info.st_ctim.tv_sec, info.st_ctim.tv_nsec);
}

/* Appends to @maps those that are not @known yet, and may be drawn. */
static void
find_maps (const AmWatch *watch, gboolean first, GHashTable *known, GPtrArray *maps)
{
  const char *const *arguments = (const char *const *) watch->arguments;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (char **argument = watch->arguments; *argument != NULL; argument++)
    if (first)
      am_input_expand (*argument, paths, NULL);
    else if (g_file_test (*argument, G_FILE_TEST_IS_DIR)) /* all others are known, there or not */
      am_input_find (*argument, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      if (g_hash_table_contains (known, g_ptr_array_index (paths, i)))
        continue;
      char *path = g_strdup (g_ptr_array_index (paths, i));
      g_hash_table_add (known, path);
      if (!watch->admit (path, watch->data))
        continue;
      Watched *map = g_new0 (Watched, 1);
      *map = (Watched){ .path = path, .named = g_strv_contains (arguments, path) };
      g_ptr_array_add (maps, map);
    }
}

/* Whether it has changed and been left alone since. */
static gboolean
is_due (Watched *map, gboolean *busy)
{
  char *now = stamp_of (map);
  gint64 time = g_get_monotonic_time ();

  if (g_strcmp0 (now, map->seen) != 0)
    map->since = time;
  g_free (map->seen);
  map->seen = now;
  gboolean changed = g_strcmp0 (now, map->drawn) != 0;
  gboolean quiet = time - map->since >= QUIET * (G_USEC_PER_SEC / 1000);
  *busy = *busy || (changed && !quiet);
  return changed && quiet;
}

/* Hands over what is due, all maps at @first, when it is said what is missing. Returns whether
   something is changing just now. */
static gboolean
look (const AmWatch *watch, gboolean first, GPtrArray *maps)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  gboolean busy = FALSE;

  for (guint i = 0; i < maps->len; i++)
    {
      Watched *map = g_ptr_array_index (maps, i);
      if (!is_due (map, &busy) && !first)
        continue;
      g_free (map->drawn);
      map->drawn = g_strdup (map->seen);
      if (map->seen != NULL || first)
        g_ptr_array_add (due, map->path);
      else
        am_complain ("%s is gone; its picture stays", map->path);
    }
  if (due->len > 0)
    watch->changed (due, watch->data);
  return busy;
}

AmExit
am_watch (const AmWatch *watch)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) maps = g_ptr_array_new_with_free_func (watched_free); /* as found */

  ended = FALSE;
  catch_ending (SIGINT);
  catch_ending (SIGTERM);
  for (gboolean first = TRUE; !ended; first = FALSE)
    {
      find_maps (watch, first, known, maps);
      gboolean busy = look (watch, first, maps);
      g_autofree char *count = am_text_count (maps->len, "map", NULL);
      if (first && !ended && am_is_terminal (STDERR_FILENO))
        am_complain ("watching %s; Ctrl-C ends it", count);
      if (!ended)
        poll (NULL, 0, busy ? BUSY_PAUSE : IDLE_PAUSE); /* a signal cuts it short */
    }
  return AM_EXIT_OK;
}
