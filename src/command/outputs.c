#include "command/outputs.h"

#include "base/file.h"
#include "base/text.h"
#include "command/options.h"
#include "command/terminal.h"

#include <string.h>

AmExit
am_output_write (const char *path, const GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return am_print (text->str, text->len);
  gboolean written = am_file_write (path, text->str, text->len, &note, &error);
  if (note != NULL)
    am_complain ("note: %s", note);
  if (written)
    return AM_EXIT_OK;
  return am_complain ("%s", error->message);
}

/* --- what a name says of the content --- */

/* Endings in small letters, longer ones first where one ends like another. */
static const struct
{
  const char *ending;
  const char *formats; /* what it may hold, between spaces; the first is what it stands for. Empty:
                          what no command writes */
} endings[] = {
  { ".argmap.json", "map" },
  { ".txt", "text gcc github markdown json jsonl sarif gitlab junit dot" },
  { ".text", "text gcc github markdown json jsonl sarif gitlab junit dot" },
  { ".log", "text gcc github markdown json jsonl sarif gitlab junit dot" },
  { ".md", "markdown" },
  { ".markdown", "markdown" },
  { ".json", "json sarif gitlab map" },
  { ".jsonl", "jsonl" },
  { ".ndjson", "jsonl" },
  { ".sarif", "sarif" },
  { ".xml", "junit" },
  { ".svg", "svg" },
  { ".png", "png" },
  { ".pdf", "pdf" },
  { ".html", "html" },
  { ".htm", "html" },
  { ".dot", "dot" },
  { ".gv", "dot" },
  { ".csv", "csv" },
  { ".tsv", "tsv" },
};

/* Formats that no command writes. */
static const char *const foreign[] = {
  ".7z",   ".adoc",  ".avif", ".bmp",     ".bz2", ".doc",  ".docx", ".drawio", ".emf",  ".eps",
  ".epub", ".gif",   ".gml",  ".graphml", ".gz",  ".heic", ".ico",  ".jpeg",   ".jpg",  ".js",
  ".mmd",  ".odg",   ".odp",  ".ods",     ".odt", ".org",  ".ppt",  ".pptx",   ".ps",   ".puml",
  ".rst",  ".rtf",   ".svgz", ".tar",     ".tex", ".tgz",  ".tif",  ".tiff",   ".toml", ".webp",
  ".wmf",  ".xhtml", ".xls",  ".xlsx",    ".xz",  ".yaml", ".yml",  ".zip",    ".zst",
};

/* The ending of @name, in small letters, if it is known: then @formats is what it may hold. NULL
 * otherwise. */
static const char *
find_ending (const char *name, const char **formats)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i].ending))
      {
        *formats = endings[i].formats;
        return endings[i].ending;
      }
  *formats = "";
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_str_has_suffix (small, foreign[i]))
      return foreign[i];
  return NULL;
}

/* The index among @formats of the word that @ending stands for, or -1. */
static gint
meant_by (const char *words, const char *const *formats)
{
  gsize length = strcspn (words, " ");

  for (gint i = 0; formats[i] != NULL; i++)
    if (length > 0 && strlen (formats[i]) == length && strncmp (formats[i], words, length) == 0)
      return i;
  return -1;
}

static gboolean
may_hold (const char *words, const char *format)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) each, format);
}

/* The first ending of each format that has one: ".txt, .md or .svg". Caller owns it. */
static char *
list_endings (const char *const *formats)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (gint i = 0; formats[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      if (meant_by (endings[k].formats, formats) == i)
        {
          g_ptr_array_add (found, (gpointer) endings[k].ending);
          break;
        }
  return am_text_list (found, "or", 0);
}

/* A name such as "out" or "-" or /dev/stdout has no ending. */
AmExit
am_output_choose (const char *command, const char *option, const char *path,
                  const char *const *formats, gint *format)
{
  const char *slash = path != NULL ? strrchr (path, '/') : NULL, *words = "";
  const char *ending = path != NULL ? find_ending (slash != NULL ? slash + 1 : path, &words) : NULL;
  gint meant = meant_by (words, formats);

  if (ending == NULL || (*format >= 0 && may_hold (words, formats[*format])))
    return AM_EXIT_OK;
  if (meant < 0)
    {
      g_autofree char *list = list_endings (formats);
      return am_usage_error (command, "cannot write %s: %s writes files that end in %s, and no %s",
                             path, command, list, ending);
    }
  if (*format >= 0)
    return am_usage_error (
        command, "%s would hold %s, and its name says %s; name it otherwise, or give %s %s", path,
        formats[*format], formats[meant], option, formats[meant]);
  *format = meant;
  return AM_EXIT_OK;
}
