#include "draw/graphviz/parts.h"

#include "draw/graph/style.h"
#include "draw/view/text-extent.h"

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>

/* --- by name --- */

/* It is opened when the first picture is drawn and never linked: a check does not draw. */
#ifdef __APPLE__
#define FONTCONFIG_FILE "libfontconfig.1.dylib"
#else
#define FONTCONFIG_FILE "libfontconfig.so.1"
#endif

static gboolean
has_widths_of_helvetica (const char *family)
{
  static const char *const families[] = { "Arial",           "Arimo",       "Helvetica",
                                          "Liberation Sans", "Nimbus Sans", "Nimbus Sans L",
                                          "TeX Gyre Heros" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_ascii_strcasecmp (families[i], family) == 0)
      return TRUE;
  return FALSE;
}

/* The functions of fontconfig that are used. */
typedef struct
{
  __typeof__ (&FcNameParse) parse;
  __typeof__ (&FcConfigSubstitute) substitute;
  __typeof__ (&FcDefaultSubstitute) complete;
  __typeof__ (&FcFontMatch) match;
  __typeof__ (&FcPatternGetString) get_string;
  __typeof__ (&FcPatternDestroy) destroy;
} Fontconfig;

static gboolean
open_fontconfig (Fontconfig *fc)
{
  void *library = dlopen (FONTCONFIG_FILE,
                          RTLD_LAZY | RTLD_LOCAL); /* stays open, as it keeps what it has read */

  if (library == NULL)
    return FALSE;
  *(void **) &fc->parse = dlsym (library, "FcNameParse");
  *(void **) &fc->substitute = dlsym (library, "FcConfigSubstitute");
  *(void **) &fc->complete = dlsym (library, "FcDefaultSubstitute");
  *(void **) &fc->match = dlsym (library, "FcFontMatch");
  *(void **) &fc->get_string = dlsym (library, "FcPatternGetString");
  *(void **) &fc->destroy = dlsym (library, "FcPatternDestroy");
  return fc->parse != NULL && fc->substitute != NULL && fc->complete != NULL && fc->match != NULL
      && fc->get_string != NULL && fc->destroy != NULL;
}

static gboolean
match_usual_fonts (void)
{
  Fontconfig fc;
  FcResult result;
  FcChar8 *family = NULL;
  FcPattern *wanted = open_fontconfig (&fc) ? fc.parse ((const FcChar8 *) AM_FONT) : NULL;

  if (wanted == NULL || !fc.substitute (NULL, wanted, FcMatchPattern))
    return FALSE;
  fc.complete (wanted);
  FcPattern *found = fc.match (NULL, wanted, &result);
  gboolean like = found != NULL && fc.get_string (found, FC_FAMILY, 0, &family) == FcResultMatch
               && has_widths_of_helvetica ((const char *) family);
  if (found != NULL)
    fc.destroy (found);
  fc.destroy (wanted);
  return like;
}

gboolean
am_font_is_like_helvetica (void)
{
  static enum { UNKNOWN, YES, NO } answer;

  if (answer == UNKNOWN)
    answer = match_usual_fonts () ? YES : NO;
  return answer == YES;
}

/* --- by measuring --- */

/* Letters as they come in English. Faces with the metrics of Helvetica differ by less than a
 * hundredth, others by a tenth. */
#define SAMPLE "Whoever removes a safeguard for children must first show that they stay safe."
#define SIZE 11.0
#define TOLERANCE 0.03

/* How wide the sample is in the first of @fonts that there is, in points; 0 if that is unknown. */
static double
measure_sample (GVC_t *gvc, const char *fonts)
{
  g_autoptr (Agraph_t) graph = agopen ((char *) "argmap", Agdirected, NULL);

  am_agattr (graph, AGNODE, "shape", "plain");
  am_agattr (graph, AGNODE, "fontname", fonts);
  am_agattr (graph, AGNODE, "fontsize", "11");
  am_agattr (graph, AGNODE, "label", SAMPLE);
  Agnode_t *node = agnode (graph, (char *) "x", TRUE);
  if (gvLayout (gvc, graph, "dot") != 0)
    return 0;
  double found = ND_width (node) * 72;
  gvFreeLayout (gvc, graph);
  return found;
}

gboolean
am_font_is_usual (GVC_t *gvc)
{
  double found = measure_sample (gvc, AM_FONT);
  return found == 0 || ABS (found / (am_text_extent (SAMPLE, FALSE) * SIZE) - 1) <= TOLERANCE;
}

gboolean
am_font_is_there (GVC_t *gvc, const char *family)
{
  static const char *const others[] = { "sans-serif", "monospace" };
  double widths[G_N_ELEMENTS (others)];

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *fonts = g_strdup_printf ("%s,%s", family, others[i]);
      widths[i] = measure_sample (gvc, fonts);
    }
  return ABS (widths[0] - widths[1]) < 0.01;
}
