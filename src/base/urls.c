/* URLs: which are let through, and what is wrong with the others. */

#include "base/forms.h"

#include "base/character.h"
#include "base/lookalike.h"

#include <string.h>

/* How many characters @text begins with that a URL may hold. */
static gsize
good_characters (const char *text)
{
  gsize length = 0;

  while ((guchar) text[length] > ' ' && (guchar) text[length] < 0x7F
         && strchr ("<>\"\\^`{|}", text[length]) == NULL)
    length++;
  return length;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || am_character_is_unseen (c);
}

/* Where user, host and port begin, after "https://"; NULL when there is no such beginning. */
static const char *
host_of (const char *text)
{
  if (g_ascii_strncasecmp (text, "http://", 7) == 0)
    return text + 7;
  return g_ascii_strncasecmp (text, "https://", 8) == 0 ? text + 8 : NULL;
}

/* The host after an "@", if there is one. */
static const char *
skip_user (const char *authority)
{
  gsize length = strcspn (authority, "/?#"), user = strcspn (authority, "@");
  return user < length ? authority + user + 1 : authority;
}

/* No percent signs, which no name of a host has; brackets around an IPv6 address alone, which GLib
 * has looked at. */
static gboolean
is_plain_host (const char *authority)
{
  const char *host = authority != NULL ? skip_user (authority) : "";

  if (host[0] != '[')
    return host[strcspn (host, ":/?#[]@%")] == '\0'
        || strchr (":/?#", host[strcspn (host, ":/?#[]@%")]) != NULL;
  const char *end = strchr (host, ']');
  return end != NULL && (end[1] == '\0' || strchr (":/?#", end[1]) != NULL);
}

gboolean
am_value_is_url (const char *text)
{
  /* what is percent-encoded need not be UTF-8, so it is left as it is */
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || text[good_characters (text)] != '\0')
    return FALSE;
  const char *scheme = g_uri_get_scheme (uri), *host = g_uri_get_host (uri);
  if (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
    return host != NULL && host[0] != '\0' && is_plain_host (host_of (text));
  const char *at = strchr (g_uri_get_path (uri), '@');
  return g_str_equal (scheme, "mailto") && at != NULL && at > g_uri_get_path (uri) && at[1] != '\0';
}

char *
am_value_suggest_url (const char *text)
{
  const char *host = strstr (text, "://"), *path = host != NULL ? strchr (host + 3, '/') : NULL;

  for (const char *p = text; *p != '\0'; p++)
    if ((*p == ' ' || (guchar) *p >= 0x80) ? path == NULL || p < path
                                           : (guchar) *p < ' ' || strchr ("<>\"\\", *p) != NULL)
      return NULL;
  g_autofree char *escaped =
      g_uri_escape_string (text, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS "!$&'()*+,;=%", FALSE);
  return am_value_is_url (escaped) ? g_steal_pointer (&escaped) : NULL;
}

/* --- what is written in place of one: identifiers, paths, addresses without their beginning --- */

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
  { "^\\s*[(\\[<]\\s*" DOI "[.,;]*[)\\]>]\\s*$", "is a DOI, not a URL", "https://doi.org/%s",
    NULL },
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
  { "^https?://" DOI_HOST "(?:(?:(?:https?://)?" DOI_HOST
    "|(?:urn:|info:)?doi[:/])(?:%20)*)+(10\\..+)$",
    "has more than the DOI after its host", "https://doi.org/%s", NULL },
  { "^https?://" DOI_HOST DOI_REGISTRANT "/?$", "has only the beginning of a DOI", NULL,
    HALF_A_DOI },
  { "^https?://(" DOI_REGISTRANT "/.+)$", "has a DOI in place of its host", "https://doi.org/%s",
    NULL },
  { "^https?://" DOI_REGISTRANT "/?$", "has the beginning of a DOI in place of its host", NULL,
    HALF_A_DOI },
  { "^https?://http(s?:?/+.+)$", "begins twice", "http%s", NULL },
  { "^https?://(?:[^/"
    "?#@]*@)?(?!(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:[:/"
    "?#]|$))"
    "(?:[^/?#:@]+\\.)?\\d+\\.?(?:[:/?#]|$)",
    "has a number in place of its host", NULL,
    "the name of a host ends in letters, as in example.org" },
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
  g_autofree char *ascii =
      name != NULL && g_hostname_is_non_ascii (name) ? g_hostname_to_ascii (name) : NULL;

  if (ascii == NULL)
    return NULL;
  g_autofree char *scheme = g_strndup (url, (gsize) (host + 3 - url));
  return g_strconcat (scheme, ascii, host + 3 + length, NULL);
}

/* Identifiers hold whatever their makers liked. */
static char *
escape_doi (const char *url)
{
  const char *allowed =
      G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS;
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

/* --- what is wrong --- */

/* Without the scheme, @text would be good: then this is it. Caller owns it; NULL otherwise. */
static char *
with_scheme (const char *text)
{
  gboolean host = g_str_has_prefix (text, "www.")
               || (strchr (text, '/') != NULL && strcspn (text, ".") < strcspn (text, "/"));
  g_autofree char *whole = g_str_has_prefix (text, "//")      ? g_strconcat ("https:", text, NULL)
                         : host && strchr (text, '@') == NULL ? g_strconcat ("https://", text, NULL)
                         : strchr (text, '@') != NULL && strchr (text, '/') == NULL
                             ? g_strconcat ("mailto:", text, NULL)
                             : NULL;
  if (whole == NULL || !am_value_is_url (whole))
    return NULL;
  g_autofree char *help = NULL, *doubt = am_value_doubt_url (whole, &help);
  return doubt == NULL ? g_steal_pointer (&whole) : NULL;
}

static char *
explain_scheme (const char *text, char **help)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-");
  gboolean web = (length == 4 || length == 5) && g_ascii_strncasecmp (text, "https", length) == 0;

  if (length == 0 || text[length] != ':')
    {
      g_autofree char *whole = with_scheme (text);
      *help = whole != NULL ? g_strdup_printf ("write %s", whole) : NULL;
      return g_strdup ("does not begin with http://, https:// or mailto:");
    }
  if (web)
    return g_strdup_printf ("has no \"//\" after \"%.*s:\"", (int) length, text);
  return g_strdup_printf ("begins with \"%.*s:\", and only http, https and mailto are let through",
                          (int) length, text);
}

static char *
explain_character (const char *text, const char *at, char **help)
{
  const char *host = host_of (text);
  gboolean in_host = host != NULL && at < host + strcspn (host, "/?#");
  gunichar c = g_utf8_get_char_validated (at, -1);
  gboolean ascii = (guchar) *at < 0x80;

  *help = am_value_suggest_url (text);
  if (*help != NULL)
    {
      char *whole = *help;
      *help = g_strdup_printf ("write %s", whole);
      g_free (whole);
    }
  else if (in_host && !ascii)
    *help = g_strdup ("write the host in its ASCII form, which begins with xn--");
  else if (*at == '\\')
    *help = g_strdup ("folders are separated by /");
  else if (!in_host && ascii)
    *help = g_strdup_printf ("write %%%02X for it", (guint) (guchar) *at);
  if (*at == ' ')
    return g_strdup_printf ("holds a space%s", in_host ? " in the host" : "");
  if (c == (gunichar) -1 || c == (gunichar) -2 || g_unichar_iscntrl (c) || !g_unichar_isprint (c)
      || g_unichar_isspace (c))
    {
      g_free (*help);
      *help = g_strdup ("take it out");
      g_autofree char *name =
          am_character_describe (c == (gunichar) -1 || c == (gunichar) -2 ? 0xFFFD : c);
      return g_strdup_printf ("holds the character %s, which no URL may hold", name);
    }
  if (am_character_is_unseen (c) || am_lookalike_ascii (c) != 0)
    {
      g_autofree char *name = am_character_describe (c);
      gunichar meant = am_lookalike_ascii (c);
      g_free (*help);
      *help = meant != 0 ? g_strdup_printf ("did you mean \"%c\"?", (char) meant)
                         : g_strdup ("take it out");
      return g_strdup_printf ("holds %s, which no URL may hold as it is", name);
    }
  g_autofree char *shown = *at == '"'
                             ? g_strdup ("a double quote")
                             : g_strdup_printf ("\"%.*s\"", (int) g_unichar_to_utf8 (c, NULL), at);
  return g_strdup_printf ("holds %s, which no URL may hold as it is", shown);
}

/* "%zz": NULL when every percent sign is followed by two digits. */
static char *
explain_percent (const char *text, char **help)
{
  for (const char *p = strchr (text, '%'); p != NULL; p = strchr (p + 1, '%'))
    if (!g_ascii_isxdigit (p[1]) || !g_ascii_isxdigit (p[2]))
      {
        *help = g_strdup ("a percent sign itself is written %25");
        return g_strdup ("has a percent sign without two hexadecimal digits after it");
      }
  return NULL;
}

static char *
explain_host (const char *host, char **help)
{
  gsize length = strcspn (host, "/?#");
  g_autofree char *authority = g_strndup (host, length);
  const char *name = skip_user (authority);
  const char *bracket = strrchr (name, ']'),
             *colon = strchr (bracket != NULL ? bracket : name, ':');
  char *end = NULL;

  if (name[0] == '\0' || name[0] == ':')
    return g_strdup ("names no host");
  if (name[0] == '[' && bracket == NULL)
    return g_strdup ("has a bracket in its host that is not closed");
  if (colon != NULL)
    {
      guint64 port = g_ascii_strtoull (colon + 1, &end, 10);
      if (!g_ascii_isdigit (colon[1]) || *end != '\0' || port > 65535)
        {
          *help = g_strdup ("a port is a number up to 65535, and mostly left out");
          return g_strdup_printf ("has the port \"%s\"", colon + 1);
        }
    }
  if (name[0] != '[' && strchr (name, '%') != NULL)
    return g_strdup ("has a percent sign in its host");
  if (strchr (name, '@') != NULL)
    return g_strdup ("has two \"@\" before its host");
  if (strpbrk (name, "[]") != NULL)
    return g_strdup ("has brackets in its host, but no IPv6 address in them");
  return NULL;
}

/* @text without what is white space, or not seen, at its ends. Caller owns it; NULL where there is
 * nothing of the kind. */
static char *
strip (const char *text)
{
  const char *start = text, *end = text + strlen (text);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  while (start < end && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return start > text || *end != '\0' ? g_strndup (start, (gsize) (end - start)) : NULL;
}

/* What begins or ends with white space: the rest may be no URL as well, which then matters more. */
static char *
explain_blanks (const char *text, const char *stripped, char **help)
{
  gunichar first = g_utf8_get_char (text),
           last = g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));
  gboolean begins = is_blank (first);
  gunichar c = begins ? first : last;

  if (stripped[0] != '\0' && !am_value_is_url (stripped))
    return am_value_explain_url (stripped, help);
  *help = g_strdup (stripped[0] != '\0' ? "take it out"
                                        : "leave the member out if there is nothing to say");
  if (stripped[0] == '\0')
    return g_strdup ("is empty");
  if (c < 0x80)
    return g_strdup_printf ("%s with white space", begins ? "begins" : "ends");
  g_autofree char *name = am_character_describe (c);
  return g_strdup_printf ("%s with %s", begins ? "begins" : "ends", name);
}

char *
am_value_explain_url (const char *text, char **help)
{
  const char *host = host_of (text), *bad = text + good_characters (text);
  g_autofree char *stripped = strip (text);
  gboolean mail = g_ascii_strncasecmp (text, "mailto:", 7) == 0;
  char *fault = NULL;

  *help = NULL;
  if (text[0] == '\0')
    fault = g_strdup ("is empty");
  else if (stripped != NULL)
    fault = explain_blanks (text, stripped, help);
  else if (host == NULL && !mail)
    {
      fault = am_value_explain_identifier (text, help);
      if (fault == NULL)
        fault = explain_scheme (text, help);
    }
  else if (host != NULL && strpbrk (text, " ,;") != NULL
           && (strstr (host, "http://") != NULL || strstr (host, "https://") != NULL)
           && strpbrk (host, " ,;") < strstr (host, "http"))
    {
      fault = g_strdup ("holds more than one URL");
      *help = g_strdup ("give one; each source has a URL of its own");
    }
  else if (*bad != '\0')
    fault = explain_character (text, bad, help);
  else
    fault = explain_percent (text, help);
  if (fault == NULL && host != NULL)
    fault = explain_host (host, help);
  if (fault == NULL && mail)
    {
      fault = g_strdup ("names no address");
      *help = g_strdup ("write it like mailto:name@example.org");
    }
  return fault != NULL ? fault : g_strdup ("is no complete http, https or mailto URL");
}
