#include "load/foreign.h"

#include <string.h>

/* --- what is not JSON --- */

#define PROLOGUE                                                                                   \
  "(?:<\\?[^>]*>\\s*|<!--[\\s\\S]*?-->\\s*|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\])?[^>]*>\\s*)*+"
#define HASHES "(?:#.*\\n\\s*)*+" /* lines of comment */
#define REMARKS "(?:(?://.*|/\\*[\\s\\S]*?\\*/|<!--[\\s\\S]*?-->)\\s*)*+" /* of Argdown */
#define WORD "[\\w\\x80-\\xFF]"
#define KEY "[\\w\"'\\x80-\\xFF-][\\w \"'\\x80-\\xFF-]*:" /* of YAML */
#define CELL(separator) "(?:\"[^\"\\n]*\"|[^\\s\"" separator "][^\\n\"" separator "]{0,39}|)"
#define TABLE(separator)                                                                           \
  "\\A(?![\\[{])" CELL (separator) "(?:" separator CELL (separator) ")+\\r?\\n[^\\n]*" separator

#define UNPACK "unpack it first; a map begins with {"
#define EXPORT "save the map itself as JSON; it begins with {"
#define NOT_THE_PICTURE "a picture cannot be read back; give the map that it was drawn from"

/* The first that fits is it. Patterns are of bytes; "^" and "$" stand at any line, "\\A" where the
   blanks end with which a file may begin. Loops are possessive where they could be gone through in
   several ways: files come from strangers. */
static const struct
{
  const char *pattern;
  ForeignFormat format; /* .what NULL: JSON is meant, and the scanner knows better */
} text_formats[] = {
  { "\\A(?:(?:#|//).*\\n\\s*)++\\{", { NULL, NULL } }, /* comments before an object */
  /* bytes */
  { "\\A%PDF-", { "a PDF", NULL } },
  { "\\A%!PS", { "PostScript", NULL } },
  { "\\A\\x1F\\x8B", { "compressed (gzip)", UNPACK } },
  { "\\ABZh[1-9]", { "compressed (bzip2)", UNPACK } },
  { "\\A\\xFD7zXZ", { "compressed (xz)", UNPACK } },
  { "\\A\\x28\\xB5\\x2F\\xFD", { "compressed (zstd)", UNPACK } },
  { "\\A\\x04\\x22\\x4D\\x18", { "compressed (LZ4)", UNPACK } },
  { "\\A(?:LZIP|\\x1F\\x9D|\\x1F\\xA0)", { "compressed", UNPACK } },
  { "\\A7z\\xBC\\xAF", { "a 7z archive", UNPACK } },
  { "\\ARar!\\x1A", { "a RAR archive", UNPACK } },
  { "\\APK\\x03\\x04[\\s\\S]*?word/", { "a Word document", EXPORT } },
  { "\\APK\\x03\\x04[\\s\\S]*?xl/", { "an Excel workbook", EXPORT } },
  { "\\APK\\x03\\x04[\\s\\S]*?ppt/", { "a PowerPoint presentation", EXPORT } },
  { "\\APK\\x03\\x04[\\s\\S]{26}mimetypeapplication/vnd\\.oasis\\.opendocument",
    { "an OpenDocument file", EXPORT } },
  { "\\APK\\x03\\x04[\\s\\S]{26}mimetypeapplication/epub", { "an EPUB book", NULL } },
  { "\\APK(?:\\x03\\x04|\\x05\\x06|\\x07\\x08)", { "a ZIP archive", UNPACK } },
  { "\\A\\xD0\\xCF\\x11\\xE0", { "an old Office document", EXPORT } },
  { "\\A[\\s\\S]{257}ustar", { "a tar archive", UNPACK } },
  { "\\A\\x89PNG", { "a PNG picture", NOT_THE_PICTURE } },
  { "\\A\\xFF\\xD8\\xFF", { "a JPEG picture", NULL } },
  { "\\AGIF8[79]a", { "a GIF picture", NULL } },
  { "\\ARIFF[\\s\\S]{4}WEBP", { "a WebP picture", NULL } },
  { "\\A(?:II\\*\\x00|MM\\x00\\*)", { "a TIFF picture", NULL } },
  { "\\ABM[\\s\\S]{4}\\x00{4}", { "a BMP picture", NULL } },
  { "\\A[\\s\\S]{4}ftyp(?:avif|heic|heix|mif1)", { "a picture", NULL } },
  { "\\ASQLite format 3", { "an SQLite database", NULL } },
  { "\\A\\x7F"
    "ELF",
    { "a program", NULL } },
  /* markup */
  { "\\A\\{\\\\rtf", { "RTF, a text with its layout", "save the map as plain text" } },
  { "\\A" REMARKS "(?:<[^<>\\n/]+>:|\\[[^\\]\\n\"{\\[]+\\]:\\s+(?!https?:)|={3,}\\s*\\n)",
    { "Argdown", NULL } },
  /* premises, a line, and what follows from them */
  { "^\\(\\d+\\)[ \\t]+\\S[^\\n]*\\n(?:[^\\n]*\\n){0,12}?[ \\t]*--[^\\n]*\\n(?:[^\\n]*\\n){0,4}?[ "
    "\\t]*\\(\\d+\\)[ \\t]",
    { "Argdown", NULL } },
  { "\\A(?i)" PROLOGUE "<(?:!doctype\\s+html|html|head|body|div|p|h1|script|meta|title)\\b",
    { "HTML, a web page",
      "a map begins with {; was a page or an error message saved in its place?" } },
  { "\\A(?i)(?:<!--[\\s\\S]*?-->\\s*|<\\?[^>]*>\\s*)*+<!doctype\\s+html",
    { "HTML, a web page",
      "a map begins with {; was a page or an error message saved in its place?" } },
  { "\\A" PROLOGUE "<(?:\\w+:)?svg\\b", { "SVG, a picture", NOT_THE_PICTURE } },
  { "\\A" PROLOGUE "<arggraph\\b", { "arggraph XML", NULL } },
  { "\\A" PROLOGUE "<ARG\\b", { "Araucaria's AML", NULL } },
  { "\\A" PROLOGUE "<graphml\\b", { "GraphML", NULL } },
  { "\\A" PROLOGUE "<rdf:RDF\\b", { "RDF", NULL } },
  { "\\A" PROLOGUE "<(?:opml|map)\\b", { "a mind map or outline in XML", NULL } },
  { "\\A<(?:\\?xml|!--|!DOCTYPE|!\\[|[A-Za-z_][\\w.:-]*[\\s/>])", { "XML", NULL } },
  /* arguments and graphs */
  { "^Discussion (?:Title|Name):|^\\d+(?:\\.\\d+)+\\.\\s+(?:Pro|Con)\\b",
    { "the text of a Kialo export", NULL } },
  { "\\A" HASHES "p af\\s+\\d",
    { "an argumentation framework in ICCMA's format",
      "\"argmap solve -f\" answers questions about it" } },
  { "\\A(?:%.*\\n\\s*)*+(?:arg|att)\\s*\\([^)\\n]*\\)\\s*\\.",
    { "an argumentation framework in ASPARTIX's format", NULL } },
  { "\\A(?:(?://|#).*\\n\\s*|/\\*[\\s\\S]*?\\*/"
    "\\s*)*+(?:strict\\s+)?(?:di)?graph\\b[^{\\n]*+\\s*+\\{",
    { "DOT, a graph for Graphviz",
      "a graph cannot be read back; give the map that it was drawn from" } },
  { "\\A(?:%%.*\\n\\s*)*+(?:(?:graph|flowchart)\\s+(?:TB|TD|BT|RL|LR)\\b|mindmap\\s*\\n|"
    "sequenceDiagram\\b)",
    { "Mermaid", NULL } },
  { "\\A@start(?:uml|mindmap|wbs)\\b", { "PlantUML", NULL } },
  { "^[ \\t]*(?:\\+|-|_|><|\\+>|->|_>|<\\+|<-|<_)\\s+"
    "(?:<[^<>\\n/]+>(?!.*</)|\\[[^\\]\\n]{2,}\\](?!\\())",
    { "Argdown", NULL } },
  { "\\A" REMARKS "[^\\s#>*+{-][^\\n]*\\n(?:[ \\t]+[+-] [^\\n]*\\n)*?[ \\t]+\\+ \\S",
    { "Argdown", NULL } },
  { "\\A(?:[\\w.-]+(?:[ \\t][^\\n]*)?\\r?\\n)++#\\r?\\n(?:\\Z|[\\w.-]+[ \\t]+[\\w.-]+)",
    { "a graph in TGF", NULL } },
  /* other texts */
  { "\\Aversion https://git-lfs",
    { "a Git LFS pointer", "the file itself was not fetched: run \"git lfs pull\"" } },
  { "\\A(?:diff --git |Index: |--- \\S.*\\n\\+\\+\\+ )",
    { "a patch", "apply it to the map that it changes" } },
  { "\\A-----BEGIN ", { "a key, a certificate or a message that is encrypted", NULL } },
  { "\\A(?:HTTP/\\d|[45]\\d\\d:? [A-Z][a-z])",
    { "an error message of a web server", "download the map again; it begins with {" } },
  { "\\A#!", { "a script", NULL } },
  { "\\A(?:%.*\\n\\s*)*+@\\w+\\s*\\{", { "BibTeX", NULL } },
  { "\\ATY  - ", { "RIS, a list of references", NULL } },
  { "\\A(?:%.*\\n\\s*)*+\\\\(?:documentclass|begin|usepackage)\\b", { "LaTeX", NULL } },
  { "\\A(?:(?:export|const|let|var|import|function)\\s+[\\w{*]|module\\.exports\\b|[\\w$]+(?:\\.["
    "\\w$]+)*\\(\\s*[{\\[(])",
    { "JavaScript", "a file holds the map alone; it begins with {" } },
  { "\\A(?:[#;].*\\n\\s*)*+(?:\\[\\[?[\\w.\"' -]+\\]\\]?[ "
    "\\t]*\\r?\\n(?:\\s*[#;].*\\n)*+\\s*)?[\\w.\"'-]+[ \\t]*=[ \\t]*[^\\s=]",
    { "TOML or another file of settings", NULL } },
  { "\\A---[ \\t]*\\r?\\n[\\s\\S]*?\\n---[ \\t]*\\r?\\n\\s*#{1,6} ", { "Markdown", NULL } },
  { "\\A(?:---\\s*\\n\\s*)?" HASHES "[\"']?argmap[\"']?:\\s+\\d",
    { "a map written as YAML", "convert it to JSON; a map begins with {" } },
  { "\\A(?=[\\s\\S]*^statements:)(?=[\\s\\S]*^arguments:)", { "Carneades YAML", NULL } },
  { "\\A(?:%YAML|" HASHES "---[ \\t]*(?:#.*)?$|" HASHES "- " KEY "\\s|" HASHES KEY
    "(?:[ \\t].*)?\\r?\\n(?:[ \\t#-].*\\n|\\r?\\n)*+" KEY "(?:\\s|\\Z))",
    { "YAML", NULL } },
  { "\\A(?:#{1,6} \\S|>\\s|[*+-] \\S|\\d+[.)]\\s+\\S|!?\\[[^\\]\\n\"]*\\]\\(|```|\\*\\*" WORD
    "|[^\\n{]*\\n(?:={3,}|-{3,})\\s*$)",
    { "Markdown", NULL } },
  { TABLE (","), { "a table (CSV)", NULL } },
  { TABLE (";"), { "a table (CSV with semicolons)", NULL } },
  { TABLE ("\\t"), { "a table (TSV)", NULL } },
  { "\\A(?!\\s*[\\[\"])[\\s\\S]*?[\\x00-\\x08\\x0E-\\x1A]", { "a binary file", NULL } },
};

/* So much of a file is looked at. */
#define HEAD ((gsize) 16 * 1024)

static gpointer
compile_patterns (G_GNUC_UNUSED gpointer data)
{
  GRegex **patterns = g_new0 (GRegex *, G_N_ELEMENTS (text_formats));

  for (guint i = 0; i < G_N_ELEMENTS (text_formats); i++)
    {
      patterns[i] = g_regex_new (text_formats[i].pattern, G_REGEX_RAW | G_REGEX_MULTILINE, 0, NULL);
      g_assert (patterns[i] != NULL);
    }
  return patterns;
}

const ForeignFormat *
am_foreign_text (const char *text, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  GRegex *const *patterns = g_once (&once, compile_patterns, NULL);

  gsize start = MIN (strspn (text, AM_FOREIGN_BLANKS), length);
  gsize head = MIN (length - start, HEAD);

  for (guint i = 0; i < G_N_ELEMENTS (text_formats); i++)
    if (g_regex_match_full (patterns[i], text + start, (gssize) head, 0, 0, NULL, NULL))
      return text_formats[i].format.what != NULL ? &text_formats[i].format : NULL;
  return NULL;
}

/* --- what is JSON --- */

#define RESULT "give the map that it was made from"

/* By the members that all have to be there; the first that fits is it. */
static const struct
{
  const char *members[4];
  ForeignFormat format;
} json_formats[] = {
  { { "AIF", NULL }, { "xAIF", NULL } },
  { { "nodes", "edges", "locutions", NULL }, { "AIF", NULL } },
  { { "nodes", "edges", "schemaVersion", NULL }, { "arguebuf", NULL } },
  { { "nodes", "edges", "schema_version", NULL }, { "arguebuf", NULL } },
  { { "nodes", "edges", "analysis", NULL }, { "an OVA analysis", NULL } },
  { { "nodes", "edges", "participants", NULL }, { "an OVA analysis", NULL } },
  { { "metadata", "nodes", "edges", NULL }, { "SADFace", NULL } },
  { { "resources", "nodes", "edges", NULL }, { "SADFace", NULL } },
  { { "statements", "arguments", NULL }, { "Argdown's JSON export", NULL } },
  { { "map", "statements", NULL }, { "Argdown's JSON export", NULL } },
  { { "discussionId", NULL }, { "a Kialo export", NULL } },
  { { "nodes", "edges", NULL }, { "AIF or another graph format", NULL } },
  { { "nodes", "links", NULL }, { "a node-link graph", NULL } },
  { { "graph", NULL }, { "a graph in JSON", NULL } },
  { { "@context", NULL }, { "JSON-LD", NULL } },
  { { "$schema", "runs", NULL }, { "SARIF", RESULT } },
  { { "version", "files", NULL }, { "a report by \"argmap check\"", RESULT } },
  { { "version", "maps", NULL }, { "an output of argmap", RESULT } },
  { { "version", "map", NULL }, { "an output of argmap", RESULT } },
  { { "version", "old", "new", NULL }, { "an output of \"argmap diff\"", RESULT } },
  { { "rules", NULL }, { "a project file", "\"argmap check --config\" takes it" } },
  { { "overrides", NULL }, { "a project file", "\"argmap check --config\" takes it" } },
  { { "$schema", "properties", NULL }, { "a JSON Schema", NULL } },
  { { "type", "features", NULL }, { "GeoJSON", NULL } },
  { { "name", "dependencies", NULL }, { "a package.json", NULL } },
};

static gboolean
has_member (const GArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (g_array_index (members, Member, i).name, name))
      return TRUE;
  return FALSE;
}

const ForeignFormat *
am_foreign_json (const GArray *members)
{
  for (guint i = 0; i < G_N_ELEMENTS (json_formats); i++)
    {
      const char *const *name = json_formats[i].members;
      while (*name != NULL && has_member (members, *name))
        name++;
      if (*name == NULL)
        return &json_formats[i].format;
    }
  return NULL;
}
