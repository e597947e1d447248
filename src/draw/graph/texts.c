#include "draw/graph/texts.h"

#include "base/hash.h"
#include "draw/graph/legend.h"

void
am_svg_texts_init (AmSvgTexts *texts, const AmMap *map)
{
  *texts =
      (AmSvgTexts){ .title = am_legend_title (map),
                    .language = am_legend_language (map),
                    .titles = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, g_free),
                    .links = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL) };
}

void
am_svg_texts_clear (AmSvgTexts *texts)
{
  g_clear_pointer (&texts->description, g_free);
  g_clear_pointer (&texts->titles, g_hash_table_unref);
  g_clear_pointer (&texts->links, g_hash_table_unref);
}

void
am_svg_texts_add (AmSvgTexts *texts, const char *id, char *title)
{
  if (texts->titles != NULL)
    g_hash_table_replace (texts->titles, g_strdup (id), title);
  else
    g_free (title);
}

void
am_svg_texts_add_link (AmSvgTexts *texts, const char *name, const AmSourceRecord *source)
{
  if (texts->links != NULL)
    g_hash_table_replace (texts->links, g_strdup (name), (gpointer) source);
}
