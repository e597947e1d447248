#include "command/inputs.h"

#include "base/encoding.h"
#include "base/file.h"
#include "base/hash.h"
#include "check/check.h"
#include "command/terminal.h"
#include "report/findings/findings.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
am_input_show_errors (const AmReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  am_findings_text (report, AM_LEVEL_ERROR, am_terminal_colour (AM_COLOUR_AUTO, STDERR_FILENO),
                    am_terminal_columns (STDERR_FILENO), text);
  am_print_error (text->str);
}

static void
choose_policy (AmPolicy *policy)
{
  am_policy_init (policy);
  policy->levels[AM_RULE_EXPECTATION_FAILED] =
      AM_LEVEL_OFF; /* such a map is sound, and these commands show why it came out so */
}

/* Whether it will do; complains of errors otherwise. */
static AmExit
accept (const AmLoaded *loaded, gboolean force)
{
  if (!am_report_has_errors (loaded->report) || (force && loaded->map != NULL))
    return AM_EXIT_OK;
  am_input_show_errors (loaded->report);
  return AM_EXIT_FINDINGS;
}

AmExit
am_input_open (const char *path, gboolean force, AmLoaded *loaded)
{
  g_autoptr (GError) error = NULL;
  AmPolicy policy;

  choose_policy (&policy);
  if (!am_load_file (path, NULL, &policy, loaded, &error))
    return am_complain ("%s", error->message);
  if (loaded->map != NULL)
    am_check (loaded->map, AM_SCOPE_MAP, loaded->report);
  return accept (loaded, force);
}

/* A map of which nothing is said. */
#define NOTHING "{ \"argmap\": 1, \"title\": \"\", \"claims\": [] }"

gboolean
am_input_load_any (const char *name, char *text, gsize length, AmLoaded *loaded)
{
  AmPolicy policy;
  gboolean nothing = strspn (text, " \t\r\n") == length;

  choose_policy (&policy);
  if (nothing)
    {
      g_free (text);
      text = g_strdup (NOTHING);
      length = strlen (NOTHING);
    }
  am_load_source (am_source_new_take (name, text, length), &policy, loaded);
  if (!nothing && loaded->map != NULL)
    am_check (loaded->map, AM_SCOPE_MAP, loaded->report);
  return nothing || !am_report_has_errors (loaded->report);
}

AmExit
am_input_open_any (const char *path, gboolean force, AmLoaded *loaded)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *text = am_file_read (path, AM_SOURCE_MAX_SIZE, &length, &error);

  *loaded = (AmLoaded){ NULL, NULL, NULL };
  if (text == NULL)
    return am_complain ("%s", error->message);
  return am_input_load_any (am_source_name (path), g_steal_pointer (&text), length, loaded)
           ? AM_EXIT_OK
           : accept (loaded, force);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
free_trouble (gpointer data)
{
  AmTrouble *trouble = data;
  g_free (trouble->path);
  g_free (trouble->message);
  g_free (trouble);
}

GPtrArray *
am_troubles_new (void)
{
  return g_ptr_array_new_with_free_func (free_trouble);
}

static void
note_trouble (GPtrArray *troubles, const char *path, const char *message)
{
  AmTrouble *trouble = g_new (AmTrouble, 1);

  *trouble = (AmTrouble){ g_strdup (path), g_strdup (message) };
  g_ptr_array_add (troubles, trouble);
}

/* TRUE for what a folder is searched for; a link to nowhere is taken, so that it is complained of.
   Whoever names a pipe means it, but one that lies in a folder may have nobody who writes to it. */
static gboolean
is_map (const char *path, const char *name)
{
  GStatBuf info;
  return g_str_has_suffix (name, ".argmap.json")
      && (g_stat (path, &info) != 0 || S_ISREG (info.st_mode));
}

/* A map's place in @paths, unless it is a link out of @top, the folder that was named: who sent the
 * folder may not choose what is read. */
static void
add_map (const char *top, char *path, GPtrArray *paths, GPtrArray *troubles)
{
  if (!am_file_leads_out (path, top))
    {
      g_ptr_array_add (paths, path);
      return;
    }
  g_autofree char *shown = g_filename_display_name (path),
                  *top_shown = g_filename_display_name (top), *message = NULL;
  message =
      g_strdup_printf ("cannot read %s: it is a link that leads out of %s; name it to have it read",
                       shown, top_shown);
  note_trouble (troubles, path, message);
  g_free (path);
}

/* One directory below @top: its maps go to @paths, its folders to @folders. */
static void
list_folder (const char *top, const char *folder, GPtrArray *paths, GPtrArray *folders,
             GPtrArray *troubles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);

  if (dir == NULL)
    {
      note_trouble (troubles, folder, error->message);
      return;
    }
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
      else if (is_map (path, name))
        add_map (top, g_steal_pointer (&path), paths, troubles);
    }
}

static void
expand (const char *path, GPtrArray *paths, GPtrArray *troubles)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  guint before = paths->len, troubles_before = troubles->len;

  if (g_str_equal (path, "-") || !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (paths, g_strdup (path));
      return;
    }
  g_ptr_array_add (folders, g_strdup (path));
  for (guint i = 0; i < folders->len; i++)
    list_folder (path, g_ptr_array_index (folders, i), paths, folders, troubles);
  if (paths->len > before)
    qsort (paths->pdata + before, paths->len - before, sizeof (gpointer), compare_names);
  if (paths->len == before && troubles->len == troubles_before)
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_autofree char *message = g_strdup_printf ("there is no map (*.argmap.json) in %s", shown);
      note_trouble (troubles, path, message);
    }
}

/* Complains of what is in @found, and appends it to @troubles, unless NULL. */
static AmExit
tell (const GPtrArray *found, GPtrArray *troubles)
{
  for (guint i = 0; i < found->len; i++)
    {
      const AmTrouble *trouble = g_ptr_array_index (found, i);
      am_complain ("%s", trouble->message);
      if (troubles != NULL)
        note_trouble (troubles, trouble->path, trouble->message);
    }
  return found->len > 0 ? AM_EXIT_TROUBLE : AM_EXIT_OK;
}

AmExit
am_input_expand (const char *path, GPtrArray *paths, GPtrArray *troubles)
{
  g_autoptr (GPtrArray) found = am_troubles_new ();

  expand (path, paths, found);
  return tell (found, troubles);
}

AmExit
am_input_find (const char *path, GPtrArray *paths)
{
  g_autoptr (GPtrArray) found = am_troubles_new ();

  expand (path, paths, found);
  return found->len > 0 ? AM_EXIT_TROUBLE : AM_EXIT_OK;
}

/* --- lists of files --- */

/* A pipe that only a list names may have nobody who writes to it, as in a folder. */
static AmExit
take_listed (const char *path, GPtrArray *paths, GPtrArray *troubles)
{
  if (!am_file_is_special (path))
    return am_input_expand (path, paths, troubles);
  g_autoptr (GPtrArray) found = am_troubles_new ();
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *message =
      g_strdup_printf ("cannot read %s: it is no regular file; name it to have it read", shown);
  note_trouble (found, path, message);
  return tell (found, troubles);
}

/* The paths of a list as UTF-8 without a byte order mark; NULL after an entry in @found. PowerShell
 * writes UTF-16 with one. */
static char *
read_list (const char *list, gsize *length, GPtrArray *found)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = am_file_read (list, AM_SOURCE_MAX_SIZE, length, &error);

  if (text == NULL)
    {
      note_trouble (found, list, error->message);
      return NULL;
    }
  const char *encoding = am_encoding_guess_text (text, *length);
  gsize mark = am_encoding_mark (text, *length), read = 0;
  char *utf8 = am_encoding_read_utf16 (text, *length, &read);
  if (utf8 != NULL)
    {
      *length = read;
      return utf8;
    }
  if (encoding == NULL)
    {
      *length -= mark;
      memmove (text, text + mark, *length + 1);
      return g_steal_pointer (&text);
    }
  g_autofree char *shown =
      g_str_equal (list, "-") ? g_strdup ("standard input") : g_filename_display_name (list);
  g_autofree char *message =
      g_strdup_printf ("cannot read the list %s: it is %s; write it as UTF-8, in PowerShell with "
                       "Out-File -Encoding utf8",
                       shown, encoding);
  note_trouble (found, list, message);
  return NULL;
}

/* Each path on a line of its own, or, where there is a NUL in the list, between NULs. */
AmExit
am_input_list (const char *list, GPtrArray *paths, GPtrArray *troubles)
{
  g_autoptr (GPtrArray) found = am_troubles_new ();
  gsize length = 0;
  g_autofree char *text = read_list (list, &length, found);

  if (text == NULL)
    return tell (found, troubles);
  AmExit status = AM_EXIT_OK;
  char separator = memchr (text, '\0', length) != NULL ? '\0' : '\n';
  for (char *start = text; start < text + length;)
    {
      char *end = memchr (start, separator, (gsize) (text + length - start));
      end = end != NULL ? end : text + length;
      gsize size = (gsize) (end - start);
      if (separator == '\n' && size > 0 && start[size - 1] == '\r')
        size--;
      g_autofree char *path =
          size == 1 && start[0] == '-' ? g_strdup ("./-") : g_strndup (start, size);
      if (path[0] != '\0')
        status = am_exit_worse (status, take_listed (path, paths, troubles));
      start = end + 1;
    }
  return status;
}

AmExit
am_input_expand_all (char **arguments, char **lists, GPtrArray *paths, GPtrArray *troubles)
{
  AmExit status = AM_EXIT_OK;

  for (; *arguments != NULL; arguments++)
    status = am_exit_worse (status, am_input_expand (*arguments, paths, troubles));
  for (; lists != NULL && *lists != NULL; lists++)
    status = am_exit_worse (status, am_input_list (*lists, paths, troubles));
  return status;
}

guint
am_input_count_stdin (char **arguments, char **lists)
{
  guint count = 0;

  for (; *arguments != NULL; arguments++)
    count += g_str_equal (*arguments, "-");
  for (; lists != NULL && *lists != NULL; lists++)
    count += g_str_equal (*lists, "-");
  return count;
}

/* --- files that are named twice --- */

/* A link stays one, as it may have another project file than what it leads to. */
static char *
place_of (GHashTable *folders, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);

  if (!g_hash_table_contains (folders, folder))
    {
      char *real = am_file_folder (path);
      g_hash_table_insert (folders, g_strdup (folder), real != NULL ? real : g_strdup (folder));
    }
  return g_build_filename (g_hash_table_lookup (folders, folder), name, NULL);
}

void
am_input_drop_repeated (GPtrArray *paths)
{
  g_autoptr (GHashTable) folders =
      g_hash_table_new_full (am_hash_text, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  guint kept = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      char *path = g_ptr_array_index (paths, i);
      if (g_str_equal (path, "-") || g_hash_table_add (seen, place_of (folders, path)))
        paths->pdata[kept++] = path;
      else
        g_free (path);
    }
  paths->len = kept;
}
