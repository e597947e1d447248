/* What is written in place of a URL: identifiers, paths, addresses without their beginning. */

#include "base/forms.h"

#include <string.h>

#define ANYTHING "(\\S+?)[.,;]*$"
#define IN_NOTE "put it into \"note\", or give the address of a page about it"

/* As ISO 26324 has it, with the ways in which people write one. */
#define DOI_REGISTRANT "10\\.\\d{4,9}(?:\\.\\d+)*"
#define DOI_PREFIX "(?:(?:h+t+ps?[:/]*)?(?:www\\.|dx\\.|urn:|info:)?doi(?:\\.org)?[:/.\\s]*)?"
#define DOI DOI_PREFIX "(" DOI_REGISTRANT "/\\S+?)"
#define DOI_HOST "(?:www\\.|dx\\.)?doi\\.org/+"
#define HALF_A_DOI "a DOI goes on after the slash; all of it follows https://doi.org/"

/* The first that fits is it. @url has the place of what the pattern keeps, or is NULL; then @help
   says what to do. */
typedef struct
{
  const char *pattern, *fault, *url, *help;
} Form;

static const Form identifiers[] = {
  { "^\\s*[(\\[<]\\s*" DOI "[.,;]*[)\\]>]\\s*$", "is a DOI, not a URL", "https://doi.org/%s", NULL },
  { "^\\s*" DOI "[.,;\\s]*$", "is a DOI, not a URL", "https://doi.org/%s", NULL },
  { "^" DOI_PREFIX DOI_REGISTRANT "/?$", "is the beginning of a DOI, not a URL", NULL, HALF_A_DOI },
  { "^arxiv(?:\\.org)?[:/\\s]\\s*(?:abs/)?" ANYTHING, "is an arXiv id, not a URL",
    "https://arxiv.org/abs/%s", NULL },
  { "^(\\d{4}\\.\\d{4,5}(?:v\\d+)?)$", "is an arXiv id, not a URL", "https://arxiv.org/abs/%s",
    NULL },
  { "^pmid[:\\s]*(\\d+)$", "is a PubMed id, not a URL", "https://pubmed.ncbi.nlm.nih.gov/%s/",
    NULL },
  { "^(?:hdl|handle)[:\\s]+" ANYTHING, "is a handle, not a URL", "https://hdl.handle.net/%s",
    NULL },
  { "^(?:orcid[:\\s]*)?(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dx])$", "is an ORCID iD, not a URL",
    "https://orcid.org/%s", NULL },
  { "^(urn:nbn:\\S+)$", "is a URN, not a URL", "https://nbn-resolving.org/%s", NULL },
  { "^(?:urn:)?isbn(?:-1[03])?[:\\s]*[\\dx -]+$|^97[89][\\d -]{10,14}$", "is an ISBN, not a URL",
    NULL, IN_NOTE },
  { "^(?:urn:)?issn[:\\s]*[\\dx -]+$", "is an ISSN, not a URL", NULL, IN_NOTE },
  { "^urn:", "is a URN, not a URL", NULL, IN_NOTE },
  { "^(?:n/?a|none|null|nil|unknown|to-?do|tbd|-+|\\?+)$", "is not a URL", NULL,
    "leave the member out if there is nothing to say" },
  { "^(?:\\.{0,2}/(?!/)|~/|[a-z]:[\\\\/]|\\\\\\\\|file:)"
    "|^[^/:\\s]+\\.(?:pdf|txt|docx?|odt|html?|md|json|png|jpe?g|csv|xlsx?|epub)$",
    "is a path, not a URL", NULL,
    "give the address where others can read it; the path of a copy beside the map goes under "
    "\"file\" of a source" },
  { "^h+t+p+(?![st]*://)(?=s?[:;/\\\\])(s?[:;/\\\\]+.+)$",
    "does not begin with http:// or https://", "http%s", NULL },
  { "^h+t+p+(s?://.+)$", "does not begin with http:// or https://", "http%s", NULL },
  { "^((?:[\\w-]+\\.)+(?!\\d+(?:[:/?#]|$))\\w{2,}(?::\\d+)?(?:[/?#].*)?)$",
    "does not begin with http://, https:// or mailto:", "https://%s", NULL },
  { "^(\\S+@\\S+\\.\\w+)$", "does not begin with http://, https:// or mailto:", "mailto:%s", NULL },
  { "(https?://[^\\s<>\"“”‘’«»()\\[\\]]+)", "has more around it than the URL", "%s", NULL },
  { "^ftp:", "begins with \"ftp:\", and only http, https and mailto are let through", NULL,
    "give the address of a web page" },
};

/* What is a URL, and unlikely to lead anywhere. */
static const Form doubtful[] = {
  { "^https?://" DOI_HOST "(?:(?:(?:https?://)?" DOI_HOST "|(?:urn:|info:)?doi[:/])(?:%20)*)+(10\\..+)$",
    "has more than the DOI after its host", "https://doi.org/%s", NULL },
  { "^https?://" DOI_HOST DOI_REGISTRANT "/?$", "has only the beginning of a DOI", NULL, HALF_A_DOI },
  { "^https?://(" DOI_REGISTRANT "/.+)$", "has a DOI in place of its host", "https://doi.org/%s", NULL },
  { "^https?://" DOI_REGISTRANT "/?$", "has the beginning of a DOI in place of its host", NULL, HALF_A_DOI },
  { "^https?://http(s?:?/+.+)$", "begins twice", "http%s", NULL },
  { "^https?://(?:[^/?#@]*@)?(?!(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:[:/?#]|$))"
    "(?:[^/?#:@]+\\.)?\\d+\\.?(?:[:/?#]|$)",
    "has a number in place of its host", NULL, "the name of a host ends in letters, as in example.org" },
};

static GRegex **
compile_forms (const Form *forms, guint count)
{
  GRegex **patterns = g_new0 (GRegex *, count);

  for (guint i = 0; i < count; i++)
    {
      patterns[i] = g_regex_new (forms[i].pattern, G_REGEX_CASELESS, 0, NULL);
      g_assert (patterns[i] != NULL);
    }
  return patterns;
}

static gpointer
compile_identifiers (G_GNUC_UNUSED gpointer data)
{
  return compile_forms (identifiers, G_N_ELEMENTS (identifiers));
}

static gpointer
compile_doubtful (G_GNUC_UNUSED gpointer data)
{
  return compile_forms (doubtful, G_N_ELEMENTS (doubtful));
}

/* "http%s" takes a broken "s:/" or "//": what is between the scheme and the host is put right. */
static char *
complete (const char *url, const char *kept)
{
  const char *place = strstr (url, "%s");
  g_autofree char *before = g_strndup (url, (gsize) (place - url));

  if (!g_str_equal (url, "http%s"))
    return g_strconcat (before, kept, place + 2, NULL);
  gboolean secure = g_ascii_tolower (kept[0]) == 's';
  const char *host = kept + (secure ? 1 : 0);
  return g_strconcat (secure ? "https://" : "http://", host + strspn (host, ":;/\\"), NULL);
}

/* The host of @url, which begins with its scheme, in ASCII. NULL where there is none such. Caller
   owns it. */
static char *
with_ascii_host (const char *url)
{
  const char *host = strstr (url, "://");
  gsize length = host != NULL ? strcspn (host + 3, "/?#:") : 0;
  g_autofree char *name = host != NULL ? g_strndup (host + 3, length) : NULL;
  g_autofree char *ascii
      = name != NULL && g_hostname_is_non_ascii (name) ? g_hostname_to_ascii (name) : NULL;

  if (ascii == NULL)
    return NULL;
  g_autofree char *scheme = g_strndup (url, (gsize) (host + 3 - url));
  return g_strconcat (scheme, ascii, host + 3 + length, NULL);
}

/* Identifiers hold whatever their makers liked. */
static char *
escape_doi (const char *url)
{
  const char *allowed
      = G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS;
  return g_str_has_prefix (url, "https://doi.org/") ? g_uri_escape_string (url, allowed, FALSE)
                                                    : NULL;
}

/* @url as it may be written, or NULL. */
static char *
make_valid (const char *url)
{
  if (am_value_is_url (url))
    return g_strdup (url);
  g_autofree char *ascii = with_ascii_host (url);
  g_autofree char *doi = ascii == NULL ? escape_doi (url) : NULL;
  const char *base = ascii != NULL ? ascii : doi != NULL ? doi : url;
  return am_value_is_url (base) ? g_strdup (base) : am_value_suggest_url (base);
}

#define LONGEST 500 /* bytes that are looked at: no identifier is longer */

static char *
find_form (const Form *forms, guint count, GRegex *const *patterns, const char *text, char **help)
{
  if (strlen (text) > LONGEST)
    return NULL;
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      if (!g_regex_match (patterns[i], text, 0, &match))
        continue;
      g_autofree char *kept = forms[i].url != NULL ? g_match_info_fetch (match, 1) : NULL;
      g_autofree char *whole = kept != NULL ? complete (forms[i].url, kept) : NULL;
      g_autofree char *url = whole != NULL ? make_valid (whole) : NULL;
      if (forms[i].url != NULL && url == NULL)
        continue;
      *help = url != NULL ? g_strdup_printf ("write %s", url) : g_strdup (forms[i].help);
      return g_strdup (forms[i].fault);
    }
  return NULL;
}

char *
am_value_explain_identifier (const char *text, char **help)
{
  static GOnce once = G_ONCE_INIT;
  GRegex *const *patterns = g_once (&once, compile_identifiers, NULL);

  return find_form (identifiers, G_N_ELEMENTS (identifiers), patterns, text, help);
}

char *
am_value_doubt_url (const char *url, char **help)
{
  static GOnce once = G_ONCE_INIT;
  GRegex *const *patterns = g_once (&once, compile_doubtful, NULL);

  return find_form (doubtful, G_N_ELEMENTS (doubtful), patterns, url, help);
}
