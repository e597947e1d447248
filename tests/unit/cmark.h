/* Markdown as cmark reads it: every block as one string. */

#pragma once

#include "unit.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* A block as one string: its kind, a bar, its text. Strong text and links stand between marks that
 * no clean text can hold. */
#define STRONG "\001"
#define END_STRONG "\002"
#define LINK "\003"
#define LINK_TEXT "\004"
#define END_LINK "\005"

typedef struct
{
  GPtrArray *blocks;
  GString *block; /* NULL between blocks */
  guint items; /* list items that are open */
  gboolean in_text;
} Reading;

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return "";
}

static inline void begin_block (Reading *r, const char *format, ...) G_GNUC_PRINTF (2, 3);

static inline void
begin_block (Reading *r, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  r->block = g_string_new (NULL);
  g_string_vprintf (r->block, format, arguments);
  va_end (arguments);
}

static inline void
begin_inline (Reading *r, const char *element, const char **names, const char **values)
{
  if (g_str_equal (element, "text"))
    r->in_text = TRUE;
  else if (g_str_equal (element, "strong"))
    g_string_append (r->block, STRONG);
  else if (g_str_equal (element, "link"))
    g_string_append_printf (r->block, LINK "%s" LINK_TEXT,
                            attribute (names, values, "destination"));
  else
    g_string_append_printf (r->block, "{%s}", element);
}

static inline void
begin_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer data, G_GNUC_UNUSED GError **error)
{
  Reading *r = data;

  if (r->block != NULL)
    begin_inline (r, element, names, values);
  else if (g_str_equal (element, "heading"))
    begin_block (r, "heading %s|", attribute (names, values, "level"));
  else if (g_str_equal (element, "paragraph") && r->items > 0)
    begin_block (r, "item %u|", r->items - 1);
  else if (g_str_equal (element, "paragraph"))
    begin_block (r, "paragraph|");
  else if (g_str_equal (element, "item"))
    r->items++;
  else if (!g_str_equal (element, "document")
           && !(g_str_equal (element, "list")
                && g_str_equal (attribute (names, values, "type"), "bullet")))
    g_ptr_array_add (r->blocks, g_strdup_printf ("{%s}|", element));
}

static inline void
end_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *element, gpointer data,
             G_GNUC_UNUSED GError **error)
{
  Reading *r = data;

  if (g_str_equal (element, "text"))
    r->in_text = FALSE;
  else if (g_str_equal (element, "strong"))
    g_string_append (r->block, END_STRONG);
  else if (g_str_equal (element, "link"))
    g_string_append (r->block, END_LINK);
  else if (g_str_equal (element, "item"))
    r->items--;
  else if (r->block != NULL
           && (g_str_equal (element, "heading") || g_str_equal (element, "paragraph")))
    {
      g_ptr_array_add (r->blocks, g_string_free (r->block, FALSE));
      r->block = NULL;
    }
}

static inline void
add_text (G_GNUC_UNUSED GMarkupParseContext *context, const char *text, gsize length, gpointer data,
          G_GNUC_UNUSED GError **error)
{
  Reading *r = data;

  if (r->block != NULL && r->in_text)
    g_string_append_len (r->block, text, (gssize) length);
}

static inline GPtrArray *
read_xml (const char *xml)
{
  static const GMarkupParser parser = { .start_element = begin_element,
                                        .end_element = end_element,
                                        .text = add_text };
  Reading r = { g_ptr_array_new_with_free_func (g_free), NULL, 0, FALSE };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, (GMarkupParseFlags) 0, &r, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  return r.blocks;
}

static inline GPtrArray *
read_markdown (const GString *markdown)
{
  g_autofree char *path = NULL, *xml = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("argmap-document-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, markdown->str, (gssize) markdown->len, &error);
  g_assert_no_error (error);
  char *arguments[] = { (char *) "cmark", (char *) "-t", (char *) "xml", path, NULL };
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &xml, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return read_xml (xml);
}

static inline gboolean
has_cmark (void)
{
  g_autofree char *program = g_find_program_in_path ("cmark");

  if (program == NULL)
    g_test_skip ("there is no cmark here");
  return program != NULL;
}
