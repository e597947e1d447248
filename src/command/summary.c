/* argmap summary: maps in prose. */

#include "command/command.h"
#include "report/summary.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
} Format;

static const char *const format_names[] = { "text", "markdown", NULL };

static AmExit
sum_up (const char *path, Format format, gboolean force, gboolean *first)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) out = g_string_new (*first ? NULL : "\n");
  AmExit status = am_input_open (path, force, &loaded);

  if (status != AM_EXIT_OK)
    return status;
  *first = FALSE;
  am_summary (loaded.map, document);
  if (format == FORMAT_MARKDOWN)
    am_document_write_markdown (document, out);
  else
    am_document_write_text (document, am_terminal_width (), out);
  return am_print (out->str, out->len);
}

AmExit
am_command_summary (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean force = FALSE, first = TRUE;
  AmExit status = AM_EXIT_OK;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "text (default) or markdown", "FORMAT" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, "Sum up maps that have errors too", NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!am_options_parse (argc, argv, entries,
                         "MAP is a map, a directory of maps, or - for standard input.\n"
                         "Exit status: 0 all summed up; 1 a map has errors; 2 something could not be read or written.",
                         &arguments, &status))
    return status;
  int word = format != NULL ? am_option_word ("summary", "--format", format, format_names) : FORMAT_TEXT;
  if (word < 0)
    return AM_EXIT_TROUBLE;
  if (arguments[0] == NULL)
    return am_usage_error ("summary", "name a map");
  for (char **argument = arguments; *argument != NULL; argument++)
    status = am_exit_worse (status, am_input_expand (*argument, paths));
  for (guint i = 0; i < paths->len; i++)
    status = am_exit_worse (status, sum_up (g_ptr_array_index (paths, i), (Format) word, force, &first));
  return status;
}
