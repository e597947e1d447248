/* What Graphviz's SVG lacks: texts for those who do not see the picture, and colours for those who read on a dark screen.
   Private to draw/. */

#pragma once

#include "draw/graph/style.h"

typedef struct
{
  const char *title; /* of the whole picture */
  const char *language; /* of its texts, or NULL */
  char *description; /* owned */
  GHashTable *titles; /* owned: of the elements by their ids; both char * */
  GHashTable *links; /* owned: AmSourceRecord * by the names that Graphviz knows, char * */
} AmSvgTexts;

/* What is said of the picture as a whole is that of @map, which must outlive @texts. */
void am_svg_texts_init (AmSvgTexts *texts, const AmMap *map);
void am_svg_texts_clear (AmSvgTexts *texts);

/* Says what the element @id shows; takes @title. */
void am_svg_texts_add (AmSvgTexts *texts, const char *id, char *title);

/* Says what the link @name leads to: @source, which has an address and outlives @texts. */
void am_svg_texts_add_link (AmSvgTexts *texts, const char *name, const AmSourceRecord *source);

/* Appends the SVG that Graphviz made, in @svg, to @out, completed. Its style reaches nothing outside of it, and the ids of its title and
   description are those of no other picture. FALSE with @error (AM_DRAW_ERROR) when @svg is not
   well-formed. */
gboolean am_svg_complete (const char *svg, gsize length, const AmSvgTexts *texts, const AmStyle *style, GString *out, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmSvgTexts, am_svg_texts_clear)
