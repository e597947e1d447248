#include "draw/font.h"

#include "draw/measure.h"
#include "draw/style.h"

/* Letters as they come in English. Faces with the metrics of Helvetica differ by less than a hundredth, others by a tenth. */
#define SAMPLE "Whoever removes a safeguard for children must first show that they stay safe."
#define SIZE 11.0
#define TOLERANCE 0.03

/* How wide the sample is in the first of @fonts that there is, in points; 0 when it cannot be told. */
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
  return found == 0 || ABS (found / (am_measure (SAMPLE, FALSE) * SIZE) - 1) <= TOLERANCE;
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
