#include "framework/report.h"

const char *const am_framework_format_names[] = { "apx", "tgf", "iccma", NULL };

/* As %u, which costs more than all else when a million are written. */
static void
append_number (GString *out, guint32 number)
{
  char digits[10];
  guint length = 0;

  do
    digits[sizeof digits - ++length] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (out, digits + sizeof digits - length, length);
}

static const char *
name_of (const GPtrArray *names, guint32 argument)
{
  return g_ptr_array_index (names, argument);
}

static void
append_argument (GString *out, AmFrameworkFormat format, const GPtrArray *names, guint32 argument)
{
  const char *name = name_of (names, argument);

  if (format == AM_FRAMEWORK_APX)
    g_string_append_printf (out, "arg(%s).\n", name);
  else if (format == AM_FRAMEWORK_TGF)
    g_string_append_printf (out, "%s\n", name);
  else
    g_string_append_printf (out, "# %u %s\n", argument + 1, name);
}

static void
append_attack (GString *out, AmFrameworkFormat format, const GPtrArray *names, guint32 from,
               guint32 to)
{
  if (format == AM_FRAMEWORK_APX)
    g_string_append_printf (out, "att(%s,%s).\n", name_of (names, from), name_of (names, to));
  else if (format == AM_FRAMEWORK_TGF)
    g_string_append_printf (out, "%s %s\n", name_of (names, from), name_of (names, to));
  else
    g_string_append_printf (out, "%u %u\n", from + 1, to + 1);
}

void
am_framework_write (const AmFramework *framework, const GPtrArray *names, AmFrameworkFormat format,
                    GString *out)
{
  if (format == AM_FRAMEWORK_ICCMA)
    g_string_append_printf (out, "p af %u\n", framework->n);
  for (guint32 x = 0; x < framework->n; x++)
    append_argument (out, format, names, x);
  if (format == AM_FRAMEWORK_TGF)
    g_string_append (out, "#\n");
  for (guint32 x = 0; x < framework->n; x++)
    {
      AmIndexList attacked = am_lists_of (&framework->attacked, x);
      for (guint32 i = 0; i < attacked.count; i++)
        append_attack (out, format, names, x, attacked.items[i]);
    }
}

void
am_framework_write_extension (const guint32 *members, guint32 count, GString *out)
{
  g_string_append_c (out, 'w');
  for (guint32 i = 0; i < count; i++)
    {
      g_string_append_c (out, ' ');
      append_number (out, members[i] + 1);
    }
  g_string_append_c (out, '\n');
}
