#include "draw/graphviz/log.h"

#include "base/text.h"
#include "draw/graph/ids.h"
#include "draw/graphviz/graphviz.h"

#include <string.h>

/* Graphviz sends a message in pieces. So much of each is kept, and so many messages. */
#define LONGEST_PIECE 1000
#define LONGEST_MESSAGE 8000
#define MOST_REMARKS 20

/* Columns of a message as it is passed on. */
#define LONGEST_SHOWN 300

typedef struct
{
  const AmMap *map;
  GString *current; /* the message that is being sent, with its level: "Error: …"; NULL when there
                       is none */
  GPtrArray *remarks;
  char *error;
  GLogFunc usual_log;
} Log;

static Log graphviz_log; /* agseterrf() takes no data */

/* --- in our words --- */

#define NO_PLUGINS "its plugins were not found; install all of Graphviz (the package graphviz)"

/* A message that begins so is passed on as the words beside it, and what it is about; without words
   it is dropped: the picture lacks nothing. What stops the drawing is as the table says, whether
   Graphviz calls it an error or not. */
static const struct
{
  const char *begins;
  const char *instead;
  gboolean fatal;
} known[] = {
  { "lost ", "an arrow is missing, since Graphviz found no way for it", FALSE },
  { "getsplinepoints: no spline points", "an arrow is missing, since Graphviz found no way for it",
    FALSE },
  { "in routesplines, ", "Graphviz found no good way for an arrow", FALSE },
  { "Unable to reclaim box space", "Graphviz found no good way for an arrow", FALSE },
  { "in checkpath, ", NULL, FALSE }, /* it mends what it finds */
  { "start port:", NULL, FALSE },
  { "end port:", NULL, FALSE },
  { "segment [", NULL, FALSE },
  { "  Edge ", NULL, FALSE },
  { "cell size too small", NULL, FALSE },
  { "table size too small", NULL, FALSE },
  { "node '", NULL, FALSE }, /* … size too small for label */
  { "Orthogonal edges", NULL, FALSE },
  { "flat edge between adjacent nodes", NULL, FALSE },
  { "fontname:", NULL, FALSE },
  { "pango_cairo_show_layout: ", NULL,
    FALSE }, /* Graphviz keeps no layout of a text of no width, and has it drawn all the same */
  { "failed to choose a font",
    "there is no font, so no text could be drawn; install one, such as Liberation Sans", FALSE },
  { "Layout type: ", NO_PLUGINS, TRUE },
  { "Format: ", NO_PLUGINS, TRUE },
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (c & 0x80) != 0;
}

/* Appends what the node @name of @length bytes stands for, or nothing when that is not known. */
static gboolean
append_entity (GString *out, const AmMap *map, const char *name, gsize length)
{
  g_autofree char *own = g_strndup (name, length);
  g_autofree char *thing = map != NULL ? am_ids_explain (map, own) : NULL;

  g_string_append (out, thing != NULL ? thing : "");
  return thing != NULL;
}

/* A quoted name, and the word "node" before it, give way to the thing as a whole. */
static void
drop_before (GString *out, char quote)
{
  if (quote != '\0')
    g_string_truncate (out, out->len - 1);
  if (out->len >= 5 && g_str_equal (out->str + out->len - 5, "node "))
    g_string_truncate (out, out->len - 5);
}

static char *
rename_nodes (const AmMap *map, const char *message)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*message != '\0')
    {
      gsize length = 0;
      while (is_word (message[length]))
        length++;
      char before = out->len > 0 ? out->str[out->len - 1] : '\0', after = message[length];
      char quote = (before == '"' || before == '\'') && before == after ? after : '\0';
      g_autoptr (GString) thing = g_string_new (NULL);
      if (length > 0 && append_entity (thing, map, message, length))
        {
          drop_before (out, quote);
          g_string_append (out, thing->str);
          message += length + (quote != '\0');
          continue;
        }
      g_string_append_len (out, message, (gssize) MAX (length, 1));
      message += MAX (length, 1);
    }
  return g_strdup (out->str);
}

/* All that a message is about: claim "a" and claim "b". */
static char *
list_things (const AmMap *map, const char *message)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*message != '\0')
    {
      gsize length = 0;
      g_autoptr (GString) thing = g_string_new (NULL);
      while (is_word (message[length]))
        length++;
      if (length > 0 && append_entity (thing, map, message, length))
        g_string_append_printf (out, "%s%s", out->len > 0 ? " and " : "", thing->str);
      message += MAX (length, 1);
    }
  return g_strdup (out->str);
}

/* Lines are joined; those that quote the source of a label are left out: nobody has written it. */
static char *
join_lines (const char *message)
{
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      if (line[0] != '\0' && !g_str_has_prefix (line, "..."))
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", line);
    }
  return g_strdup (out->str);
}

static char *
shorten (char *message)
{
  g_autofree char *clean = am_text_clean (message);

  if (am_text_width (clean, -1) <= LONGEST_SHOWN)
    return g_steal_pointer (&clean);
  g_autoptr (GPtrArray) lines = am_text_wrap (clean, LONGEST_SHOWN - 1);
  return g_strconcat (g_ptr_array_index (lines, 0), "…", NULL);
}

/* The place in the table, or -1. */
static int
find_known (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (message, known[i].begins))
      return (int) i;
  return -1;
}

char *
am_graphviz_log_explain (const AmMap *map, const char *message)
{
  int place = find_known (message);
  g_autofree char *text = NULL;

  if (place >= 0 && known[place].instead != NULL)
    {
      g_autofree char *things = list_things (map, message);
      text = g_strconcat (known[place].instead, things[0] != '\0' ? ": " : NULL, things, NULL);
    }
  else
    {
      g_autofree char *renamed = rename_nodes (map, message);
      text = join_lines (renamed);
    }
  return shorten (text);
}

/* --- collecting --- */

static void
remark (char *text)
{
  if (graphviz_log.remarks->len < MOST_REMARKS
      && !g_ptr_array_find_with_equal_func (graphviz_log.remarks, text, g_str_equal, NULL))
    g_ptr_array_add (graphviz_log.remarks, text);
  else
    g_free (text);
}

static void
finish_message (void)
{
  if (graphviz_log.current == NULL)
    return;
  const char *colon = strstr (graphviz_log.current->str, ": ");
  const char *message = colon != NULL ? colon + 2 : graphviz_log.current->str;
  int place = find_known (message);
  gboolean fatal =
      place >= 0 ? known[place].fatal : g_str_has_prefix (graphviz_log.current->str, "Error");

  if (place < 0 || known[place].instead != NULL)
    {
      char *text = am_graphviz_log_explain (graphviz_log.map, message);
      if (!fatal)
        remark (text);
      else if (graphviz_log.error == NULL)
        graphviz_log.error = text;
      else
        g_free (text);
    }
  g_string_free (graphviz_log.current, TRUE);
  graphviz_log.current = NULL;
}

static int
collect_piece (char *piece)
{
  if (g_str_equal (piece, "Error") || g_str_equal (piece, "Warning"))
    finish_message ();
  if (graphviz_log.current == NULL)
    graphviz_log.current = g_string_new (NULL);
  if (graphviz_log.current->len < LONGEST_MESSAGE)
    g_string_append_len (graphviz_log.current, piece, (gssize) MIN (strlen (piece), LONGEST_PIECE));
  return 0;
}

/* Pango speaks by GLib's graphviz_log. */
static void
collect_log (const char *domain, GLogLevelFlags level, const char *message,
             G_GNUC_UNUSED gpointer data)
{
  int place = find_known (message);

  if ((level & G_LOG_LEVEL_ERROR) != 0 && graphviz_log.usual_log != NULL)
    graphviz_log.usual_log (domain, level, message, NULL); /* the end: there is no memory */
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0)
    return;
  if (place < 0 || known[place].instead != NULL)
    remark (am_graphviz_log_explain (graphviz_log.map, message));
}

void
am_graphviz_log_start (const AmMap *map)
{
  graphviz_log = (Log){ .map = map, .remarks = g_ptr_array_new_with_free_func (g_free) };
  graphviz_log.usual_log = g_log_set_default_handler (collect_log, NULL);
  agseterr (AGWARN);
  agreseterrors ();
  agseterrf (collect_piece);
}

const char *
am_graphviz_log_error (void)
{
  finish_message ();
  return graphviz_log.error;
}

void
am_graphviz_log_stop (GPtrArray *remarks)
{
  finish_message ();
  agseterrf (NULL);
  g_log_set_default_handler (graphviz_log.usual_log, NULL);
  for (guint i = 0; i < graphviz_log.remarks->len && remarks != NULL; i++)
    g_ptr_array_add (remarks, g_strdup (g_ptr_array_index (graphviz_log.remarks, i)));
  g_ptr_array_unref (graphviz_log.remarks);
  g_free (graphviz_log.error);
  graphviz_log = (Log){ .map = NULL };
}
