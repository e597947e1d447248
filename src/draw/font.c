#include "draw/font.h"

#include "draw/measure.h"
#include "draw/style.h"

/* Letters as they come in English. Faces with the metrics of Helvetica differ by less than a hundredth, others by a tenth. */
#define SAMPLE "Whoever removes a safeguard for children must first show that they stay safe."
#define SIZE 11.0
#define TOLERANCE 0.03

gboolean
am_font_is_usual (GVC_t *gvc)
{
  g_autoptr (Agraph_t) graph = agopen ((char *) "argmap", Agdirected, NULL);
  double expected = am_measure (SAMPLE, FALSE) * SIZE;

  am_agattr (graph, AGNODE, "shape", "plain");
  am_agattr (graph, AGNODE, "fontname", AM_FONT);
  am_agattr (graph, AGNODE, "fontsize", "11");
  am_agattr (graph, AGNODE, "label", SAMPLE);
  Agnode_t *node = agnode (graph, (char *) "x", TRUE);
  if (gvLayout (gvc, graph, "dot") != 0)
    return TRUE;
  double found = ND_width (node) * 72;
  gvFreeLayout (gvc, graph);
  return ABS (found / expected - 1) <= TOLERANCE;
}
