/* The parts of a page. Private to page/. */

#pragma once

#include "draw/graph/palette.h"
#include "model/outline.h"
#include "page/page.h"

typedef struct
{
  AmDigest *digest;
  const AmMap *map; /* these two are the digest's */
  const AmEvaluation *evaluation;
  gboolean evaluated; /* the page says what has been answered */
  const char *svg;
  const AmPalette *palette;
  GString *out;
} AmPage;

/* What is known of a claim: what readers filter by and what the panel says of it. */
typedef struct
{
  AmDigestList list; /* of the claims of which it is known */
  const char *slug; /* in attributes; letters and hyphens */
  const char *word;
  const char *meaning;
} AmPageStatus;

/* page.c: the first of those that the page tells, and the one after @status; NULL at the end. */
const AmPageStatus *am_page_next_status (const AmPage *page, const AmPageStatus *status);

/* text.c.

   An element: <name class="…">text</name>, in the direction of its script. */
void am_page_element (GString *out, const char *name, const char *class, const char *text);
/* @text as a link to @url if that is a URL that a reader may follow, else as text. @url may be
 * NULL. */
void am_page_link (GString *out, const char *text, const char *url);
/* A title, or what there is in its place. */
const char *am_page_source_title (const AmSourceRecord *source);

/* The claim's name in ids: "x" of claim-x. Caller owns it. */
char *am_page_id (const AmMap *map, guint32 claim);
/* The claim's text, or, where nothing of it could be seen, that there is none. */
const char *am_page_claim_text (const AmPage *page, guint32 claim);
/* A link to the claim by its text, which is cut off where it is long. */
void am_page_claim_link (const AmPage *page, guint32 claim);
void am_page_badge (const AmPage *page, guint32 stakeholder);
/* A badge for each of @by. */
void am_page_badges (const AmPage *page, AmRange by);

/* claim.c: all that is said of a claim but its text. @told is the relation that its place in the
 * outline tells of already. */
void am_page_about (const AmPage *page, guint32 claim, guint32 told);

/* outline.c: every claim, as a tree; then those that bear on nothing. */
void am_page_outline (const AmPage *page);

/* lists.c: what one can filter by; who takes part; sources; the map itself. */
void am_page_filters (const AmPage *page);
void am_page_stakeholders (const AmPage *page);
void am_page_sources (const AmPage *page);
void am_page_colophon (const AmPage *page);
