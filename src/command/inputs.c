#include "command/command.h"

#include "check/check.h"
#include "base/file.h"
#include "report/findings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

AmExit
am_input_open (const char *path, gboolean force, AmLoaded *loaded)
{
  g_autoptr (GError) error = NULL;

  if (!am_load_file (path, NULL, NULL, loaded, &error))
    {
      am_complain ("%s", error->message);
      return AM_EXIT_TROUBLE;
    }
  if (loaded->map != NULL)
    am_check (loaded->map, loaded->report);
  if (!am_report_has_errors (loaded->report) || (force && loaded->map != NULL))
    return AM_EXIT_OK;

  g_autoptr (GString) text = g_string_new (NULL);
  am_findings_text (loaded->report, AM_LEVEL_ERROR, am_terminal_colour (AM_COLOUR_AUTO, STDERR_FILENO), text);
  am_print_error (text->str);
  return AM_EXIT_FINDINGS;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One directory: its maps go to @paths, its folders to @folders. */
static gboolean
list_folder (const char *folder, GPtrArray *paths, GPtrArray *folders, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);

  if (dir == NULL)
    return FALSE;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (name[0] == '.')
        continue;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK)) /* it may lead back up */
            g_ptr_array_add (folders, g_steal_pointer (&path));
        }
      else if (g_str_has_suffix (name, ".argmap.json"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return TRUE;
}

static AmExit
expand (const char *path, GPtrArray *paths, gboolean quiet)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  guint before = paths->len;
  AmExit status = AM_EXIT_OK;

  if (g_str_equal (path, "-") || !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (paths, g_strdup (path));
      return AM_EXIT_OK;
    }
  g_ptr_array_add (folders, g_strdup (path));
  for (guint i = 0; i < folders->len; i++)
    {
      g_autoptr (GError) error = NULL;
      if (list_folder (g_ptr_array_index (folders, i), paths, folders, &error))
        continue;
      status = AM_EXIT_TROUBLE;
      if (!quiet)
        am_complain ("%s", error->message);
    }
  if (paths->len > before)
    qsort (paths->pdata + before, paths->len - before, sizeof (gpointer), compare_names);
  if (paths->len == before && status == AM_EXIT_OK)
    {
      status = AM_EXIT_TROUBLE;
      if (!quiet)
        am_complain ("there is no map (*.argmap.json) in %s", path);
    }
  return status;
}

AmExit
am_input_expand (const char *path, GPtrArray *paths)
{
  return expand (path, paths, FALSE);
}

AmExit
am_input_find (const char *path, GPtrArray *paths)
{
  return expand (path, paths, TRUE);
}

/* --- lists of files --- */

/* Each path on a line of its own, or, where there is a NUL in the list, between NULs. */
AmExit
am_input_list (const char *list, GPtrArray *paths)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *text = am_file_read (list, AM_SOURCE_MAX_SIZE, &length, &error);

  if (text == NULL)
    {
      am_complain ("%s", error->message);
      return AM_EXIT_TROUBLE;
    }
  AmExit status = AM_EXIT_OK;
  char separator = memchr (text, '\0', length) != NULL ? '\0' : '\n';
  for (char *start = text; start < text + length;)
    {
      char *end = memchr (start, separator, (gsize) (text + length - start));
      end = end != NULL ? end : text + length;
      gsize size = (gsize) (end - start);
      if (separator == '\n' && size > 0 && start[size - 1] == '\r')
        size--;
      g_autofree char *path = g_strndup (start, size);
      if (path[0] != '\0')
        status = am_exit_worse (status, am_input_expand (path, paths));
      start = end + 1;
    }
  return status;
}
