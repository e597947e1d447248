/* Finds many quotations in the text of their source in one pass. Private to check/. */

#pragma once

#include "check/quotation-text.h"

/* One quotation that is looked for. */
typedef struct
{
  const GArray *parts; /* of QuotationPart: they are to stand in the text in this order; borrowed */
  guint found; /* how many of them do, from the first on */
  gsize from; /* where in the text the next would have to begin */
} QuotationSearch;

/* Looks for all of @searches in @text, which is normalised, each part at the first place where its
   words stand. By the automaton of Aho and Corasick ("Efficient string matching", 1975), so the
   cost goes with the length of the text and of the quotations together. FALSE when quotations that
   hold one another over and over made it give up: what is not found may be there then. */
gboolean am_quotation_search (const char *text, QuotationSearch *searches, guint count);
