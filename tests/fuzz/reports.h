/* Everything that is said of a map. Shared by the targets that bring maps to it. */

#pragma once

#include "fuzz.h"

#include "report/evaluation/evaluation.h"
#include "report/list/list.h"
#include "report/summary/summary.h"

#include <cjson/cJSON.h>

static inline void
fuzz_document (AmDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL), markdown = g_string_new (NULL);

  am_document_write_text (document, 40, text);
  am_document_write_markdown (document, markdown);
  fuzz_must_be_clean (text);
  fuzz_must_be_clean (markdown);
  am_document_free (document);
}

static inline void
fuzz_json (const GString *out)
{
  cJSON *json = cJSON_Parse (out->str);

  MUST (json != NULL);
  cJSON_Delete (json);
}

static inline void
fuzz_list (const AmMap *map, AmListWhat what, AmListFormat format)
{
  const AmListQuery query = {
    .what = what, .format = format, .width = 60, .status = AM_LIST_ANY_STATUS
  };
  g_autoptr (AmList) list = am_list_new (&query);
  g_autoptr (GString) out = g_string_new (NULL);

  am_list_add (list, map, "fuzz");
  am_list_write (list, out);
  if (format == AM_LIST_JSON)
    fuzz_json (out);
}

static inline void
fuzz_summaries (AmDigest *digest)
{
  static const AmSummaryStyle styles[] = { { TRUE, FALSE, FALSE },
                                           { FALSE, TRUE, FALSE },
                                           { FALSE, FALSE, TRUE } };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AmParticipants) participants = am_participants_new ();

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      AmDocument *document = am_document_new ();
      am_summary (digest, &styles[i], document);
      fuzz_document (document);
    }
  for (guint32 i = 0; i < MIN (digest->map->stakeholders->len, 3); i++)
    {
      AmDocument *document = am_document_new ();
      am_summary_stakeholder (digest, &styles[2], i, document);
      fuzz_document (document);
    }
  AmJson json = { .out = out };
  am_summary_write_json (digest, &styles[2], AM_NONE, "fuzz", &json);
  fuzz_json (out);
  am_participants_add (participants, digest, "a");
  am_participants_add (participants, digest, "b");
  AmDocument *document = am_document_new ();
  am_participants_write (participants, document);
  fuzz_document (document);
}

static inline void
fuzz_verdicts (AmDigest *digest)
{
  AmEvaluation *e = digest->evaluation;
  AmDocument *document = am_document_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  am_verdicts_write (digest, document);
  am_verdicts_write_crux (digest, 3, AM_VERDICTS_ALONE, document);
  for (guint32 i = 0; i < MIN (e->map->claims->len, 12); i++)
    {
      am_verdicts_explain (e, i, document);
      am_verdicts_defend (e, i, document);
    }
  fuzz_document (document);
  AmJson json = { .out = out, .lines = 2, .spaced = TRUE };
  am_verdicts_write_json (digest, "fuzz", &json);
  fuzz_json (out);
}

static inline void
fuzz_reports (const AmMap *map)
{
  g_autoptr (AmEvaluation) e = am_evaluation_new (map, AM_STRENGTH_UNASKED);
  g_autoptr (AmDigest) digest = am_digest_new (e, FALSE);

  for (guint what = AM_LIST_STATEMENTS; what <= AM_LIST_SOURCES; what++)
    for (guint format = AM_LIST_TABLE; format <= AM_LIST_JSON; format++)
      fuzz_list (map, (AmListWhat) what, (AmListFormat) format);
  fuzz_verdicts (digest);
  fuzz_summaries (digest);
}
