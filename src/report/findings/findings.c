#include "report/findings/formats.h"

#include "base/file.h"
#include "base/hash.h"

#include <string.h>

/* name, for people, sums up, by lines, begin, file, trouble, end */
#define FORMATS(FORMAT)                                                                            \
  FORMAT ("text", TRUE, TRUE, TRUE, NULL, am_findings_text_file, NULL, am_findings_text_end)       \
  FORMAT ("gcc", TRUE, FALSE, TRUE, NULL, am_findings_gcc_file, NULL, am_findings_gcc_end)         \
  FORMAT ("json", FALSE, FALSE, FALSE, am_findings_json_begin, am_findings_json_file,              \
          am_findings_json_trouble, am_findings_json_end)                                          \
  FORMAT ("jsonl", FALSE, FALSE, TRUE, NULL, am_findings_jsonl_file, am_findings_jsonl_trouble,    \
          NULL)                                                                                    \
  FORMAT ("github", FALSE, FALSE, FALSE, NULL, am_findings_github_file,                            \
          am_findings_github_trouble, am_findings_github_end)                                      \
  FORMAT ("sarif", FALSE, FALSE, FALSE, am_findings_sarif_begin, am_findings_sarif_file,           \
          am_findings_sarif_trouble, am_findings_sarif_end)                                        \
  FORMAT ("gitlab", FALSE, FALSE, FALSE, am_findings_gitlab_begin, am_findings_gitlab_file, NULL,  \
          am_findings_gitlab_end)                                                                  \
  FORMAT ("junit", FALSE, FALSE, FALSE, NULL, am_findings_junit_file, am_findings_junit_trouble,   \
          am_findings_junit_end)

#define AS_NAME(name, ...) name,
#define AS_FORMAT(...) { __VA_ARGS__ },

const char *const am_findings_format_names[] = { FORMATS (AS_NAME) NULL };
const AmFindingsFormat am_findings_formats[] = { FORMATS (AS_FORMAT) };

void
am_findings_tally_add (AmFindingsTally *tally, const AmReport *report)
{
  guint findings = 0;

  for (guint level = G_N_ELEMENTS (tally->counts); level-- > AM_LEVEL_INFO;)
    {
      tally->counts[level] += report->counts[level];
      findings += report->counts[level];
      tally->files_with_findings[level] += findings > 0;
    }
  tally->files++;
  tally->suppressed += report->suppressed;
}

/* A finding as it will be shown, if it will. */
typedef struct
{
  guint64 number; /* in the order in which they came */
  GString *text;
} Kept;

static void
free_kept (gpointer data)
{
  Kept *kept = data;
  g_string_free (kept->text, TRUE);
  g_free (kept);
}

void
am_findings_writer_init (AmFindingsWriter *writer, const AmFindingsOptions *options)
{
  *writer = (AmFindingsWriter){ .options = options };
  for (guint i = 0; i < G_N_ELEMENTS (writer->parts); i++)
    {
      writer->parts[i] = g_string_new (NULL);
      writer->kept[i] = g_ptr_array_new_with_free_func (free_kept);
    }
  writer->seen = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
}

void
am_findings_writer_clear (AmFindingsWriter *writer)
{
  for (guint i = 0; i < G_N_ELEMENTS (writer->parts); i++)
    {
      if (writer->parts[i] != NULL)
        g_string_free (writer->parts[i], TRUE);
      g_clear_pointer (&writer->kept[i], g_ptr_array_unref);
    }
  memset (writer->parts, 0, sizeof writer->parts);
  g_clear_pointer (&writer->seen, g_hash_table_unref);
}

/* --- a limit on how many are shown --- */

GString *
am_findings_place_for (AmFindingsWriter *writer, const AmFinding *finding, GString *out)
{
  guint64 before = 0; /* of those that are kept, what is shown rather than this */

  if (finding->level < writer->options->lowest)
    return NULL;
  if (writer->options->limit == 0)
    return out;
  writer->considered++;
  for (guint level = finding->level; level <= AM_LEVEL_ERROR; level++)
    before += writer->kept[level]->len;
  if (before >= writer->options->limit)
    return NULL;
  Kept *kept = g_new (Kept, 1);
  *kept = (Kept){ writer->considered, g_string_new (NULL) };
  g_ptr_array_add (writer->kept[finding->level], kept);
  return kept->text;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const Kept *first = *(Kept *const *) a;
  const Kept *second = *(Kept *const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

void
am_findings_append_kept (AmFindingsWriter *writer, GString *out)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint level = AM_LEVEL_ERROR; level > AM_LEVEL_OFF; level--)
    for (guint i = 0; i < writer->kept[level]->len && chosen->len < writer->options->limit; i++)
      g_ptr_array_add (chosen, g_ptr_array_index (writer->kept[level], i));
  g_ptr_array_sort (chosen, compare_numbers);
  for (guint i = 0; i < chosen->len; i++)
    {
      const GString *text = ((const Kept *) g_ptr_array_index (chosen, i))->text;
      g_string_append_len (out, text->str, (gssize) text->len);
    }
  writer->tally.left_out = writer->considered - chosen->len;
}

gboolean
am_findings_places (const AmReport *report, AmSpan where, AmPlace *start, AmPlace *end)
{
  if (am_span_is_none (where))
    return FALSE;
  *start = am_source_place (report->source, where.start);
  *end = am_source_place (report->source, (gsize) where.start + where.length);
  return TRUE;
}

/* --- paths --- */

/* What of @whole is below the root; NULL when it is elsewhere. */
static const char *
below_root (const AmFindingsWriter *writer, const char *whole)
{
  const char *root = writer->options->root;
  return root != NULL && whole != NULL ? am_file_below (whole, root) : NULL;
}

gboolean
am_findings_is_nameless (const char *name)
{
  return g_str_equal (name, AM_SOURCE_STDIN_NAME);
}

char *
am_findings_path (const AmFindingsWriter *writer, const char *name)
{
  g_autofree char *whole = am_findings_is_nameless (name) ? NULL : am_file_place (name);
  const char *below = below_root (writer, whole);

  return g_utf8_make_valid (below != NULL                   ? below
                            : g_str_has_prefix (name, "./") ? name + 2
                                                            : name,
                            -1);
}

char *
am_findings_uri (const AmFindingsWriter *writer, const char *name)
{
  g_autofree char *whole = am_findings_is_nameless (name) ? NULL : am_file_place (name);
  const char *below = below_root (writer, whole);

  if (am_findings_is_nameless (name))
    return g_strdup ("stdin");
  if (below == NULL && whole != NULL)
    return g_filename_to_uri (whole, NULL, NULL);
  const char *path = below != NULL ? below : name;
  return g_uri_escape_bytes ((const guint8 *) path, strlen (path), "/");
}

char *
am_findings_fingerprint (AmFindingsWriter *writer, const char *path, const AmFinding *finding)
{
  const char *slug = am_rule_info (finding->rule)->slug;
  const char *subject = finding->subject != NULL ? finding->subject : "";
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s", path, slug, subject, finding->message);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  guint number =
      GPOINTER_TO_UINT (g_hash_table_lookup (writer->seen, key)); /* how many were the same */
  g_autofree char *numbered = g_strdup_printf ("%s\n%u", text, number);

  g_hash_table_insert (writer->seen, key, GUINT_TO_POINTER (number + 1));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, numbered, -1);
}

/* --- JSON --- */

void
am_findings_begin_part (AmFindingsWriter *writer, GString *out)
{
  g_string_append (out, writer->documents++ > 0 ? ",\n" : "\n");
}

void
am_findings_write_parts (AmFindingsWriter *writer, const AmReport *report, const char *place,
                         AmFindingWrite write, GString *out)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      am_findings_begin_part (writer, out);
      write (writer, report, place, am_report_finding (report, i), out);
    }
}
