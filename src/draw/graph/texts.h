/* What a picture says in words to those who do not see it: titles of its parts, and where its links
 * lead. Private to draw/. */

#pragma once

#include "model/map.h"

typedef struct
{
  const char *title; /* of the whole picture */
  const char *language; /* of its texts, or NULL */
  char *description; /* owned */
  GHashTable *titles; /* owned: of the elements by their ids; both char * */
  GHashTable *links; /* owned: AmSourceRecord * by the names that Graphviz knows, char * */
} AmSvgTexts;

/* What is said of the picture as a whole is that of @map, which must outlive @texts. Texts that are
   zero instead keep nothing: only SVG has room for them. */
void am_svg_texts_init (AmSvgTexts *texts, const AmMap *map);
void am_svg_texts_clear (AmSvgTexts *texts);

/* Says what the element @id shows; takes @title. */
void am_svg_texts_add (AmSvgTexts *texts, const char *id, char *title);

/* Says what the link @name leads to: @source, which has an address and outlives @texts. */
void am_svg_texts_add_link (AmSvgTexts *texts, const char *name, const AmSourceRecord *source);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmSvgTexts, am_svg_texts_clear)
