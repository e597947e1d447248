/* The page as a whole: its template is filled in, and a policy made that lets nothing run but what
 * the template brings. */

#include "page/page.h"

#include "base/text.h"
#include "draw/graph/escape.h"
#include "draw/graph/legend.h"
#include "page/parts.h"
#include "report/summary/summary.h"

#include <string.h>

/* The files beside this one, line by line. */
extern const char *const am_page_html[];
extern const char *const am_page_css[],
    *const am_outline_css[], *const am_panel_css[], *const am_screen_css[], *const am_paper_css[];
extern const char *const am_normal_js[],
    *const am_claims_js[], *const am_map_js[], *const am_panel_js[],
                                                   *const am_outline_js[],
                                                       *const am_search_js[],
                                                           *const am_filter_js[],
                                                               *const am_page_js[];

static const char *const *const styles[] = { am_page_css, am_outline_css, am_panel_css,
                                             am_screen_css, am_paper_css };
static const char *const *const scripts[] = { am_normal_js, am_claims_js,  am_map_js,
                                              am_panel_js,  am_outline_js, am_search_js,
                                              am_filter_js, am_page_js };

/* --- what is known of a claim --- */

static const AmPageStatus statuses[] = {
  { AM_DIGEST_UNANSWERED, "unanswered", "unanswered",
    "there is no reply to it in this map, or the replies have been answered" },
  { AM_DIGEST_DISPUTED, "disputed", "disputed",
    "nothing in this map decides between it and what denies it" },
  { AM_DIGEST_ANSWERED, "answered", "answered",
    "a reply to it is unanswered, or every reason for it has been answered" },
  { AM_DIGEST_WITHOUT_REPLY, "without-reply", "rebuttal without a reply",
    "nothing in this map replies to it or to its step" },
  { AM_DIGEST_OPEN, "open", "open", "stated, but asserted by nobody" },
  { AM_DIGEST_WITHOUT_EVIDENCE, "no-evidence", "no evidence", "no source is named for it" },
  { AM_DIGEST_IMPLICIT, "implicit", "implicit", "added by the map's authors" },
};

/* The first three are of evaluations. */
#define N_EVALUATED 3

const AmPageStatus *
am_page_next_status (const AmPage *page, const AmPageStatus *status)
{
  if (status == NULL)
    return page->evaluated ? statuses : statuses + N_EVALUATED;
  return status + 1 < statuses + G_N_ELEMENTS (statuses) ? status + 1 : NULL;
}

/* --- style and script --- */

static void
append_files (GString *out, const char *const *const files[], guint count)
{
  for (guint i = 0; i < count; i++)
    for (const char *const *line = files[i]; *line != NULL; line++)
      g_string_append_printf (out, "%s\n", *line);
}

/* As it stands between the tags: comments hide from HTML what lets XML read it as it is. Caller
 * owns it. */
static char *
make_script (void)
{
  GString *script = g_string_new ("/*<![CDATA[*/\n(function () {\n\"use strict\";\n");

  append_files (script, scripts, G_N_ELEMENTS (scripts));
  g_string_append (script, "})();\n/*]]>*/");
  return g_string_free (script, FALSE);
}

/* The colours of badges are classes: a policy that forbids foreign style forbids style attributes
 * too. Caller owns it. */
static char *
make_style (const AmPage *page)
{
  GString *style = g_string_new ("/*<![CDATA[*/\n");

  append_files (style, styles, G_N_ELEMENTS (styles));
  for (guint32 i = 0; i < page->palette->count; i++)
    if (page->palette->badges[i].used)
      g_string_append_printf (style, ".by-%u { background: %s; color: %s; }\n", i,
                              page->palette->badges[i].colour.fill,
                              page->palette->badges[i].colour.ink);
  g_string_append (style, "/*]]>*/");
  return g_string_free (style, FALSE);
}

/* --- the policy --- */

static void
append_hash (GString *policy, const char *text, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  g_checksum_get_digest (checksum, digest, &size);
  g_autofree char *encoded = g_base64_encode (digest, size);
  g_string_append_printf (policy, " 'sha256-%s'", encoded);
}

/* Appends the text of an element of the picture as a browser has it: entities decoded, CDATA
 * sections opened. */
static void
append_decoded (GString *out, const char *text, gsize length)
{
  static const struct
  {
    const char *written, *meant;
  } pieces[] = { { "&lt;", "<" },  { "&gt;", ">" },     { "&amp;", "&" }, { "&quot;", "\"" },
                 { "&#39;", "'" }, { "<![CDATA[", "" }, { "]]>", "" } };

  for (const char *p = text; p < text + length;)
    {
      guint i = 0;
      while (i < G_N_ELEMENTS (pieces) && !g_str_has_prefix (p, pieces[i].written))
        i++;
      g_string_append_len (out, i < G_N_ELEMENTS (pieces) ? pieces[i].meant : p,
                           i < G_N_ELEMENTS (pieces) ? -1 : 1);
      p += i < G_N_ELEMENTS (pieces) ? strlen (pieces[i].written) : 1;
    }
}

/* The picture may bring style of its own. */
static void
append_style_hashes (GString *policy, const char *svg)
{
  for (const char *p = strstr (svg, "<style"); p != NULL; p = strstr (p, "<style"))
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *start = strchr (p, '>'), *end = start != NULL ? strstr (start, "</style>") : NULL;
      if (end == NULL)
        return;
      append_decoded (text, start + 1, (gsize) (end - start - 1));
      append_hash (policy, text->str, text->len);
      p = end;
    }
}

/* Caller owns it. */
static char *
make_policy (const char *style, const char *script, const char *svg)
{
  GString *policy =
      g_string_new ("default-src 'none'; base-uri 'none'; form-action 'none'; script-src");

  append_hash (policy, script, strlen (script));
  g_string_append (policy, "; style-src");
  append_hash (policy, style, strlen (style));
  append_style_hashes (policy, svg);
  return g_string_free (policy, FALSE);
}

/* --- the places of the template --- */

static void
write_language (const AmPage *page)
{
  const char *language = am_legend_language (page->map);
  am_escape_xml (page->out, language != NULL ? language : "en");
}

static void
write_style (const AmPage *page)
{
  g_autofree char *style = make_style (page);
  g_string_append (page->out, style);
}

static void
write_script (const AmPage *page)
{
  g_autofree char *script = make_script ();
  g_string_append (page->out, script);
}

static void
write_policy (const AmPage *page)
{
  g_autofree char *style = make_style (page), *script = make_script ();
  g_autofree char *policy = make_policy (style, script, page->svg);
  am_escape_xml (page->out, policy);
}

static void
write_title (const AmPage *page)
{
  am_escape_xml (page->out, am_legend_title (page->map));
}

static void
write_question (const AmPage *page)
{
  if (page->map->question != NULL && !am_text_is_unseen (page->map->question))
    am_page_element (page->out, "p", "question", page->map->question);
}

/* What is before the element belongs to a file of its own. */
static void
write_picture (const AmPage *page)
{
  const char *start = strstr (page->svg, "<svg");
  g_string_append (page->out, start != NULL ? start : "");
}

static void
write_total (const AmPage *page)
{
  g_autofree char *total = am_text_count (page->map->claims->len, "statement", NULL);
  g_string_append (page->out, total);
}

static void
write_brief (const AmPage *page)
{
  g_autoptr (AmDocument) document = am_document_new ();

  am_summary_brief (page->digest, document);
  if (am_document_is_empty (document))
    return;
  g_string_append (page->out, "<section id=\"page-brief\" lang=\"en\" "
                              "aria-labelledby=\"page-brief-heading\">\n"
                              "<h2 id=\"page-brief-heading\">In short</h2>\n");
  am_document_write_html (document, 1, am_escape_xml, page->out);
  g_string_append (page->out, "</section>\n");
}

static const struct
{
  const char *name;
  void (*say) (const AmPage *page);
} places[] = {
  { "language", write_language }, { "policy", write_policy },
  { "style", write_style },       { "script", write_script },
  { "title", write_title },       { "question", write_question },
  { "picture", write_picture },   { "total", write_total },
  { "brief", write_brief },       { "filters", am_page_filters },
  { "outline", am_page_outline }, { "stakeholders", am_page_stakeholders },
  { "sources", am_page_sources }, { "colophon", am_page_colophon },
};

/* {{name}} in the template. Texts of the map are never looked through for places. */
static void
fill_place (const AmPage *page, const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strlen (places[i].name) == length && strncmp (places[i].name, name, length) == 0)
      {
        places[i].say (page);
        return;
      }
  g_assert_not_reached ();
}

static void
fill_line (const AmPage *page, const char *line)
{
  const char *place, *end;

  while ((place = strstr (line, "{{")) != NULL && (end = strstr (place, "}}")) != NULL)
    {
      g_string_append_len (page->out, line, place - line);
      fill_place (page, place + 2, (gsize) (end - place - 2));
      line = end + 2;
    }
  g_string_append_printf (page->out, "%s\n", line);
}

void
am_page_write (AmDigest *digest, gboolean evaluated, const char *svg, GString *out)
{
  g_auto (AmPalette) palette = { NULL, 0 };
  AmPage page = { digest, digest->map, digest->evaluation, evaluated, svg, &palette, out };

  am_palette_init (&palette, digest->map, NULL, am_style_colours (AM_DRAW_LIGHT));
  for (const char *const *line = am_page_html; *line != NULL; line++)
    fill_line (&page, *line);
}
