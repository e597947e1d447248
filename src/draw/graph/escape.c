#include "draw/graph/escape.h"

#include "base/character.h"
#include "base/text.h"

#include <string.h>

typedef enum
{
  FOR_ATTRIBUTE,
  FOR_LABEL,
  FOR_XML,
} Target;

static void
escape_character (GString *out, const char *text, const char *p, Target target)
{
  gunichar c = g_utf8_get_char (p);

  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    case '\\':
      /* Graphviz looks for its own escapes once in the lines of a label, after entities are
       * decoded, and twice in a tooltip. */
      g_string_append (out, target == FOR_LABEL       ? "&#92;&#92;"
                            : target == FOR_ATTRIBUTE ? "\\\\\\\\"
                                                      : "\\");
      break;
    case '\'':
      g_string_append (out, target == FOR_XML ? "&#39;" : "'");
      break;
    case '\n':
      g_string_append (out, target == FOR_LABEL ? " " : target == FOR_ATTRIBUTE ? "\\n" : "\n");
      break;
    case '\t':
      g_string_append_c (out, target == FOR_XML ? '\t' : ' ');
      break;
    default:
      /* Text from right to left needs hints, and a reader of the source must see them. Graphviz
       * reads no larger numbers. */
      if (am_character_may_stand (text, p, NULL))
        g_string_append_unichar (out, c);
      else if (am_character_is_hint (c) && c < 0x10000)
        g_string_append_printf (out, "&#%u;", c);
    }
}

/* How many bytes from @text on mean the same everywhere. */
static gsize
plain_length (const char *text)
{
  gsize length = 0;

  while (text[length] >= ' ' && text[length] < 0x7F && strchr ("&<>\"\\'", text[length]) == NULL)
    length++;
  return length;
}

static void
escape (GString *out, const char *text, Target target)
{
  gsize plain = plain_length (text);

  g_string_append_len (out, text, (gssize) plain);
  if (text[plain] == '\0')
    return;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid + plain; *p != '\0';)
    {
      escape_character (out, valid, p, target);
      p = g_utf8_next_char (p);
      plain = plain_length (p);
      g_string_append_len (out, p, (gssize) plain);
      p += plain;
    }
}

void
am_escape_attribute (GString *out, const char *text)
{
  escape (out, text, FOR_ATTRIBUTE);
}

void
am_escape_xml (GString *out, const char *text)
{
  escape (out, text, FOR_XML);
}

void
am_escape_label (GString *out, const char *text)
{
  if (am_text_is_unseen (
          text)) /* <B></B> would be a syntax error, and Pango cannot draw what has no width */
    g_string_append_c (out, ' ');
  else
    escape (out, text, FOR_LABEL);
}

char *
am_escaped_attribute (const char *text)
{
  GString *out = g_string_new (NULL);
  escape (out, text, FOR_ATTRIBUTE);
  return g_string_free (out, FALSE);
}
