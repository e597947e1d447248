#include "draw/graphviz/parts.h"

#include "draw/view/text-extent.h"

/* As high as Graphviz has a line when it has no font, and the baseline where Pango has it. */
#define LINE_HEIGHT 1.2
#define BASELINE_SHIFT 0.1

static am_gv_bool
lay_out_text (textspan_t *span, G_GNUC_UNUSED char **font_path)
{
  double size = span->font->size;

  span->size.x = size * am_text_extent (span->str, (span->font->flags & HTML_BF) != 0);
  span->size.y = size * LINE_HEIGHT;
  span->yoffset_layout = 0;
  span->yoffset_centerline = size * BASELINE_SHIFT;
  span->layout = NULL;
  span->free_layout = NULL;
  return TRUE;
}

static gvtextlayout_engine_t engine = { lay_out_text };

/* Of several that measure text the one of the highest quality does it; Pango's is 8. */
static gvplugin_installed_t installed[] = { { 0, "textlayout", 100, &engine, NULL },
                                            { 0, NULL, 0, NULL, NULL } };

static gvplugin_api_t apis[] = { { API_textlayout, installed }, { (api_t) 0, NULL } };

gvplugin_library_t am_measure_library = { (char *) "argmap", apis };
