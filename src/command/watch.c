/* Maps are looked at twice a second. Asking the system to tell of changes would take GIO, whose loading every start of argmap
   would pay for, watching or not. */

#include "command/watch.h"

#include "base/hash.h"
#include "base/text.h"
#include "command/inputs.h"
#include "command/terminal.h"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#define IDLE_PAUSE 500 /* ms between two looks */
#define BUSY_PAUSE 50 /* while something changes */
#define QUIET 120 /* ms for which a file is left alone before it is read: editors write in several steps */

#ifdef __APPLE__
#  define st_mtim st_mtimespec
#  define st_ctim st_ctimespec
#endif

/* What differs when a file has been written, replaced, or made readable. All 0 when there is none. */
typedef struct
{
  gint64 device, inode, size, written, written_ns, changed, changed_ns;
} Stamp;

typedef struct
{
  char *path;
  Stamp drawn; /* as it was handed over */
  Stamp seen;
  gint64 since; /* when it was first seen like that */
  gboolean refused;
  gboolean named; /* and not only found in a folder */
} Watched;

typedef struct
{
  const AmWatch *watch;
  GPtrArray *maps; /* Watched, in the order in which they were found */
  GHashTable *known; /* their paths, which belong to them */
} Watcher;

static volatile sig_atomic_t ended;

static void
end_watch (G_GNUC_UNUSED int number)
{
  ended = TRUE;
}

static void
catch_endings (void)
{
  static const int endings[] = { SIGINT, SIGTERM };
  struct sigaction action = { .sa_handler = end_watch, .sa_flags = (int) SA_RESETHAND }, before; /* a second one ends it at once */

  sigemptyset (&action.sa_mask);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      sigaction (endings[i], NULL, &before);
      if (before.sa_handler != SIG_IGN)
        sigaction (endings[i], &action, NULL);
    }
}

static void
watched_free (gpointer data)
{
  Watched *map = data;

  g_free (map->path);
  g_free (map);
}

/* A pipe is waited for only where it is named. */
static Stamp
stamp_of (const Watched *map)
{
  struct stat info;

  if (stat (map->path, &info) != 0 || S_ISDIR (info.st_mode) || (!map->named && !S_ISREG (info.st_mode)))
    return (Stamp) { 0 };
  return (Stamp) { (gint64) info.st_dev,          (gint64) info.st_ino,          (gint64) info.st_size,
                   (gint64) info.st_mtim.tv_sec,  (gint64) info.st_mtim.tv_nsec, (gint64) info.st_ctim.tv_sec,
                   (gint64) info.st_ctim.tv_nsec };
}

static gboolean
is_same (const Stamp *a, const Stamp *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size && a->written == b->written
         && a->written_ns == b->written_ns && a->changed == b->changed && a->changed_ns == b->changed_ns;
}

static gboolean
is_absent (const Stamp *stamp)
{
  static const Stamp nothing;

  return is_same (stamp, &nothing);
}

static void
find_maps (Watcher *watcher, gboolean first)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (char **argument = watcher->watch->arguments; *argument != NULL; argument++)
    if (first)
      am_input_expand (*argument, paths, NULL);
    else if (g_file_test (*argument, G_FILE_TEST_IS_DIR)) /* the others are known, whether they are there or not */
      am_input_find (*argument, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      if (g_hash_table_contains (watcher->known, path))
        continue;
      Watched *map = g_new0 (Watched, 1);
      map->path = g_strdup (path);
      map->named = g_strv_contains ((const char *const *) watcher->watch->arguments, path);
      map->refused = !first && !watcher->watch->admit (path, watcher->watch->data);
      g_ptr_array_add (watcher->maps, map);
      g_hash_table_add (watcher->known, map->path);
    }
}

/* Whether it has changed and been left alone since. */
static gboolean
is_due (Watched *map, gboolean *busy)
{
  Stamp now = stamp_of (map);
  gint64 time = g_get_monotonic_time ();

  if (!is_same (&now, &map->seen))
    {
      map->seen = now;
      map->since = time;
    }
  if (is_same (&now, &map->drawn))
    return FALSE;
  if (time - map->since >= QUIET * (G_USEC_PER_SEC / 1000))
    return TRUE;
  *busy = TRUE;
  return FALSE;
}

/* Whether something is changing just now. */
static gboolean
look (Watcher *watcher)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  gboolean busy = FALSE;

  find_maps (watcher, FALSE);
  for (guint i = 0; i < watcher->maps->len; i++)
    {
      Watched *map = g_ptr_array_index (watcher->maps, i);
      if (map->refused || !is_due (map, &busy))
        continue;
      map->drawn = map->seen;
      if (is_absent (&map->seen))
        am_complain ("%s is gone; its picture stays", map->path);
      else
        g_ptr_array_add (due, map->path);
    }
  if (due->len > 0)
    watcher->watch->changed (due, watcher->watch->data);
  return busy;
}

static void
start (Watcher *watcher)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  find_maps (watcher, TRUE);
  for (guint i = 0; i < watcher->maps->len; i++)
    {
      Watched *map = g_ptr_array_index (watcher->maps, i);
      map->drawn = map->seen = stamp_of (map);
      g_ptr_array_add (paths, map->path);
    }
  if (paths->len > 0)
    watcher->watch->changed (paths, watcher->watch->data); /* says which are missing, too */
  if (!am_is_terminal (STDERR_FILENO) || ended)
    return;
  g_autofree char *maps = am_text_count (paths->len, "map", NULL);
  am_complain ("watching %s; Ctrl-C ends it", maps);
}

AmExit
am_watch (const AmWatch *watch)
{
  Watcher watcher = { watch, g_ptr_array_new_with_free_func (watched_free), g_hash_table_new (am_hash_text, g_str_equal) };

  ended = FALSE;
  catch_endings ();
  start (&watcher);
  while (!ended)
    {
      gboolean busy = look (&watcher);
      if (!ended)
        poll (NULL, 0, busy ? BUSY_PAUSE : IDLE_PAUSE); /* a signal cuts it short */
    }
  g_hash_table_unref (watcher.known);
  g_ptr_array_unref (watcher.maps);
  return AM_EXIT_OK;
}
