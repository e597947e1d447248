#include "load/reader-help.h"

static gboolean
is_list_of_plain (const char *wanted)
{
  return g_str_has_suffix (wanted, "a list of ids") || g_str_equal (wanted, "a list of texts")
      || g_str_equal (wanted, "a list of targets");
}

static gboolean
is_text_like (const char *wanted)
{
  return g_str_equal (wanted, "a text") || g_str_equal (wanted, "an id")
      || g_str_has_prefix (wanted, "one of ");
}

/* "80%", "80 %", "0.8": the number from 0 to 1 that is meant. FALSE when it is none. */
static gboolean
read_fraction (const char *text, double *fraction)
{
  char *end = NULL;

  *fraction = g_ascii_strtod (text, &end);
  if (end == text)
    return FALSE;
  while (g_ascii_isspace (*end))
    end++;
  if (*end == '%')
    {
      *fraction /= 100;
      end++;
    }
  while (g_ascii_isspace (*end))
    end++;
  return *end == '\0' && *fraction >= 0 && *fraction <= 1;
}

/* "yes" and "1" mean true; NULL for what means neither. */
static const char *
read_truth (const cJSON *value)
{
  static const char *const yes[] = { "true", "yes", "y", "on", "1" }, *const no[] = { "false", "no",
                                                                                      "n", "off",
                                                                                      "0" };

  if (cJSON_IsNumber (value))
    return value->valuedouble == 1 ? "true" : value->valuedouble == 0 ? "false" : NULL;
  for (guint i = 0; cJSON_IsString (value) && i < G_N_ELEMENTS (yes); i++)
    if (g_ascii_strcasecmp (value->valuestring, yes[i]) == 0
        || g_ascii_strcasecmp (value->valuestring, no[i]) == 0)
      return g_ascii_strcasecmp (value->valuestring, yes[i]) == 0 ? "true" : "false";
  return NULL;
}

/* The text of the one member of @value that is one, if it has no more: {"claim": "x"}. */
static const char *
only_text (const cJSON *value)
{
  const cJSON *child = cJSON_IsObject (value) ? value->child : NULL;
  return child != NULL && child->next == NULL ? cJSON_GetStringValue (child) : NULL;
}

static void
help_with_list (AmFinding *finding, const cJSON *list, const char *wanted)
{
  const cJSON *first = list->child;

  if (first == NULL)
    am_finding_help (finding, AM_SPAN_NONE, "leave the member out if there is nothing to say");
  else if (first->next != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "only one can stand here, without brackets");
  else if (cJSON_IsString (first) && is_text_like (wanted))
    am_finding_help (finding, AM_SPAN_NONE, "take the brackets away: \"%s\"", first->valuestring);
  else
    am_finding_help (finding, AM_SPAN_NONE, "take the brackets away");
}

#define LONGEST_SHOWN 40 /* characters of a number, which may have a million */

/* A single value of another sort than @wanted. */
static void
help_with_scalar (AmFinding *finding, const WrongValue *wrong, const char *wanted)
{
  const cJSON *value = wrong->value;
  const char *truth = g_str_equal (wanted, "true or false") ? read_truth (value) : NULL;
  double fraction;

  if (truth != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "write %s%s", truth,
                     cJSON_IsString (value) ? ", without quotes" : "");
  else if (cJSON_IsString (value) && g_str_equal (wanted, "a number from 0 to 1")
           && read_fraction (value->valuestring, &fraction))
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (digits, sizeof digits, "%.6g", fraction);
      am_finding_help (finding, AM_SPAN_NONE, "write %s, without quotes", digits);
    }
  else if (cJSON_IsString (value) && g_str_equal (wanted, "the number 1")
           && g_str_equal (value->valuestring, "1"))
    am_finding_help (finding, AM_SPAN_NONE, "write 1, without quotes");
  else if (cJSON_IsNumber (value) && g_str_equal (wanted, "a text")
           && wrong->length > LONGEST_SHOWN)
    am_finding_help (finding, AM_SPAN_NONE, "put it in double quotes");
  else if (cJSON_IsNumber (value) && g_str_equal (wanted, "a text"))
    am_finding_help (finding, AM_SPAN_NONE, "put it in double quotes: \"%.*s\"",
                     (int) wrong->length, wrong->written);
}

void
am_help_type (AmFinding *finding, const WrongValue *wrong)
{
  const cJSON *value = wrong->value;
  const char *wanted = wrong->wanted;

  if (cJSON_IsNull (value) && wrong->optional)
    am_finding_help (finding, AM_SPAN_NONE, "leave the member out if there is nothing to say");
  else if (cJSON_IsString (value) && is_list_of_plain (wanted))
    am_finding_help (finding, AM_SPAN_NONE, "put it in brackets: [\"%s\"]", value->valuestring);
  else if (cJSON_IsArray (value))
    help_with_list (finding, value, wanted);
  else if (only_text (value) != NULL && is_text_like (wanted))
    am_finding_help (finding, AM_SPAN_NONE, "write \"%s\" alone", only_text (value));
  else if (!cJSON_IsObject (value))
    help_with_scalar (finding, wrong, wanted);
  else if (g_str_has_prefix (wanted, "a list of") && !g_str_has_suffix (wanted, "ids")
           && !g_str_has_suffix (wanted, "texts"))
    am_finding_help (finding, AM_SPAN_NONE, "put it in brackets: [{…}]");
}

void
am_help_item (AmFinding *finding, const WrongValue *wrong)
{
  const cJSON *value = wrong->value;
  const char *wanted = wrong->wanted;

  if (only_text (value) != NULL && (g_str_equal (wanted, "ids") || g_str_equal (wanted, "texts")))
    am_finding_help (finding, AM_SPAN_NONE, "write \"%s\" alone", only_text (value));
  else if (cJSON_IsString (value) && g_str_equal (wrong->name, "undercuts"))
    am_finding_help (finding, AM_SPAN_NONE,
                     "name the step by both its ends, {\"from\": \"%s\", \"to\": id}; to deny "
                     "\"%s\" itself, write \"rebuts\"",
                     value->valuestring, value->valuestring);
  else if (cJSON_IsNumber (value) && g_str_equal (wanted, "texts"))
    help_with_scalar (finding, wrong, "a text");
}
