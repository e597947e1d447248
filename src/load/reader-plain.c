/* Members of the plain types: texts, ids, words, numbers, references and lists of them. */

#include "load/reader.h"

#include "base/character.h"
#include "base/forms.h"
#include "base/lookalike.h"
#include "base/place.h"
#include "base/text.h"
#include "model/synonyms.h"

static AmSpan
span_at (const Reader *reader, guint32 at)
{
  return am_locate_value (reader->source, at);
}

/* What could not be read of a text was something. */
static void
check_seen (Reader *reader, const cJSON *value, const AmMember *field, const char *complaint)
{
  const char *text = value->valuestring;

  if (!am_text_is_unseen (text) || am_text_is_damaged (text))
    return;
  AmFinding *finding = am_reader_fault (reader, AM_RULE_EMPTY_TEXT, am_reader_span (reader),
                                        field->name, "%s", complaint);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (am_character_is_unseen (g_utf8_get_char (p)))
      {
        g_autofree char *name = am_character_describe (g_utf8_get_char (p));
        am_finding_help (finding, AM_SPAN_NONE, "nothing of it can be seen; it holds %s", name);
        return;
      }
}

/* The text of @value, which is consumed and kept in the record; NULL after a finding. @at: where it
   was. */
static const char *
take_text (Reader *reader, const cJSON *value, const AmMember *field, gpointer record, guint32 *at)
{
  *at = am_reader_at (reader);
  if (!cJSON_IsString (value))
    {
      am_reader_wrong_type (reader, value, field->name, "a text");
      return NULL;
    }
  if ((field->flags & AM_MEMBER_SEEN) != 0)
    check_seen (reader, value, field, "is empty");
  reader->next++;
  return AM_MEMBER_VALUE (const char *, field, record) = am_reader_keep (reader, value);
}

void
am_read_text (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  guint32 at;

  take_text (reader, value, field, record, &at);
}

void
am_read_short_text (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  guint32 at;
  const char *text = take_text (reader, value, field, record, &at);
  guint characters = text != NULL ? am_value_characters (text) : 0;

  if (characters > field->most)
    am_reader_fault (reader, AM_RULE_INVALID_VALUE, span_at (reader, at), field->name,
                     "has %u characters; at most %u are allowed", characters, field->most);
}

/* A text that must pass @is_good; what does not is kept all the same. */
static gboolean
read_checked (Reader *reader, const cJSON *value, const AmMember *field, gpointer record,
              gboolean (*is_good) (const char *), AmFinding **finding, AmRule rule,
              const char *complaint)
{
  guint32 at;
  const char *text = take_text (reader, value, field, record, &at);

  if (text == NULL || is_good (text))
    return TRUE;
  *finding = am_reader_fault (reader, rule, span_at (reader, at), field->name, "%s", complaint);
  return FALSE;
}

/* What cannot be seen in @text comes first: the rest of the advice may have been followed. */
static void
help_with (AmFinding *finding, const char *text, const char *advice)
{
  g_autofree char *why = am_lookalike_remark (text, "what is written");
  am_finding_help (finding, AM_SPAN_NONE, "%s", why != NULL ? why : advice);
}

static void
suggest_id (AmFinding *finding, const char *text)
{
  g_autofree char *suggestion = am_value_suggest_id (text);
  g_autofree char *why = am_lookalike_remark (text, "what is written");

  if (suggestion != NULL)
    am_finding_help (finding, AM_SPAN_NONE, why != NULL ? "\"%s\" would do: %s" : "\"%s\" would do",
                     suggestion, why);
}

void
am_read_id (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmFinding *finding;

  if (read_checked (
          reader, value, field, record, am_value_is_id, &finding, AM_RULE_INVALID_ID,
          "must be 1 to 64 of a-z, 0-9, \".\", \"_\" and \"-\", and begin with a letter or digit"))
    return;
  suggest_id (finding, value->valuestring);
}

void
am_read_slug (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmFinding *finding;

  if (read_checked (reader, value, field, record, am_value_is_id, &finding, AM_RULE_INVALID_VALUE,
                    "must be a name of a-z, 0-9, \".\", \"_\" and \"-\"")
      || value->valuestring[0] == '\0')
    return;
  suggest_id (finding, value->valuestring);
}

void
am_read_url (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  guint32 at;
  const char *text = take_text (reader, value, field, record, &at);

  if (text == NULL || am_value_is_url (text))
    return;
  g_autofree char *help = NULL;
  g_autofree char *fault = am_value_explain_url (text, &help);
  AmFinding *finding =
      am_reader_fault (reader, AM_RULE_INVALID_URL, span_at (reader, at), field->name, "%s", fault);
  if (help != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", help);
  else
    help_with (finding, text, "write it like https://example.org/report");
}

void
am_read_date (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmFinding *finding;

  if (!read_checked (reader, value, field, record, am_value_is_date, &finding, AM_RULE_INVALID_DATE,
                     "is no date"))
    help_with (finding, value->valuestring,
               !am_value_looks_like_date (value->valuestring) ? "write YYYY, YYYY-MM or YYYY-MM-DD"
               : g_str_has_prefix (value->valuestring, "0000")
                   ? "years are counted from 0001"
                   : "the calendar has no such day or month");
}

void
am_read_language (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  AmFinding *finding;

  if (!read_checked (reader, value, field, record, am_value_is_language, &finding,
                     AM_RULE_INVALID_LANGUAGE, "is no well-formed language tag"))
    help_with (finding, value->valuestring, "write a BCP 47 tag such as en, pt-BR or zh-Hant");
}

void
am_read_boolean (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  if (!cJSON_IsBool (value))
    {
      am_reader_wrong_type (reader, value, field->name, "true or false");
      return;
    }
  AM_MEMBER_VALUE (gboolean, field, record) = cJSON_IsTrue (value);
  reader->next++;
}

void
am_read_fraction (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  if (!cJSON_IsNumber (value))
    {
      am_reader_wrong_type (reader, value, field->name, "a number from 0 to 1");
      return;
    }
  AmSpan where = am_reader_span (reader);
  if (!am_value_is_fraction (reader->source->text + where.start, where.length))
    {
      AmFinding *finding = am_reader_fault (reader, AM_RULE_INVALID_VALUE, where, field->name,
                                            "must be a number from 0 to 1");
      if (value->valuedouble >= 2 && value->valuedouble <= 100)
        {
          char digits[G_ASCII_DTOSTR_BUF_SIZE];
          g_ascii_formatd (digits, sizeof digits, "%.6g", value->valuedouble / 100);
          am_finding_help (finding, AM_SPAN_NONE, "a percentage is written as a fraction: %s",
                           digits);
        }
    }
  else
    AM_MEMBER_VALUE (double, field, record) = value->valuedouble + 0.0; /* -0 is 0 */
  reader->next++;
}

static void
report_word (Reader *reader, const cJSON *value, const AmMember *field)
{
  const char *const *words = field->words;
  g_autofree char *list = g_strjoinv (", ", (char **) words + 1);
  g_autofree char *wanted = g_strdup_printf ("one of %s", list);

  if (!cJSON_IsString (value))
    {
      am_reader_wrong_type (reader, value, field->name, wanted);
      return;
    }
  AmFinding *finding = am_reader_fault (reader, AM_RULE_INVALID_VALUE, am_reader_span (reader),
                                        field->name, "must be %s", wanted);
  am_finding_ask (finding, value->valuestring, am_synonym_guess (value->valuestring, words + 1));
  reader->next++;
}

void
am_read_word (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  const char *const *words = field->words;

  for (gint i = 1; cJSON_IsString (value) && words[i] != NULL; i++)
    if (g_str_equal (words[i], value->valuestring))
      {
        AM_MEMBER_VALUE (gint, field, record) = i;
        reader->next++;
        return;
      }
  report_word (reader, value, field);
}

void
am_read_texts (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  GArray *strings = reader->map->strings;
  AmRange range = { strings->len, 0 };

  if (!am_reader_begin_list (reader, value, field->name, "a list of texts"))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      if (!cJSON_IsString (child))
        {
          am_reader_wrong_item (reader, child, field->name, "texts");
          continue;
        }
      check_seen (reader, child, field, "holds an empty text");
      const char *text = am_reader_keep (reader, child);
      g_array_append_val (strings, text);
      reader->next++;
    }
  range.count = strings->len - range.start;
  AM_MEMBER_VALUE (AmRange, field, record) = range;
}

static AmRef
make_ref (Reader *reader, const cJSON *value)
{
  return (AmRef){ am_reader_keep (reader, value), am_reader_at (reader), AM_NONE };
}

void
am_read_ref (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  if (!cJSON_IsString (value))
    {
      am_reader_wrong_type (reader, value, field->name, "an id");
      return;
    }
  AM_MEMBER_VALUE (AmRef, field, record) = make_ref (reader, value);
  reader->next++;
}

static void
read_refs (Reader *reader, const cJSON *value, const AmMember *field, gpointer record,
           const char *wanted)
{
  GArray *refs = reader->map->refs;
  AmRange range = { refs->len, 0 };

  if (!am_reader_begin_list (reader, value, field->name, wanted))
    return;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    {
      if (!cJSON_IsString (child))
        {
          am_reader_wrong_item (reader, child, field->name, "ids");
          continue;
        }
      AmRef ref = make_ref (reader, child);
      g_array_append_val (refs, ref);
      reader->next++;
    }
  range.count = refs->len - range.start;
  AM_MEMBER_VALUE (AmRange, field, record) = range;
}

void
am_read_refs (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  read_refs (reader, value, field, record, "a list of ids");
}

void
am_read_ref_or_refs (Reader *reader, const cJSON *value, const AmMember *field, gpointer record)
{
  if (cJSON_IsArray (value) && value->child == NULL)
    {
      AmFinding *finding = am_reader_fault (reader, AM_RULE_INVALID_VALUE, am_reader_span (reader),
                                            field->name, "is an empty list");
      am_finding_help (finding, AM_SPAN_NONE, "leave the member out if there is nothing to say");
    }
  if (!cJSON_IsString (value))
    {
      read_refs (reader, value, field, record, "an id or a list of ids");
      return;
    }
  AmRef ref = make_ref (reader, value);
  AM_MEMBER_VALUE (AmRange, field, record) = (AmRange){ reader->map->refs->len, 1 };
  g_array_append_val (reader->map->refs, ref);
  reader->next++;
}
