/* Argumentation frameworks and their extensions as text. */

#pragma once

#include "framework/framework.h"

/* In the order of am_framework_format_names. */
typedef enum
{
  AM_FRAMEWORK_APX, /* ASPARTIX: arg(a). att(a,b). */
  AM_FRAMEWORK_TGF, /* Trivial Graph Format: the arguments, a line #, the attacks */
  AM_FRAMEWORK_ICCMA, /* the numeric format of ICCMA 2023; names are comments: # 1 a */
} AmFrameworkFormat;

extern const char *const am_framework_format_names[]; /* NULL-terminated */

/* Appends the framework. @names has a name for each argument (strings): letters, digits and _ after
 * a lower-case letter. */
void am_framework_write (const AmFramework *framework, const GPtrArray *names,
                         AmFrameworkFormat format, GString *out);

/* Appends an extension as ICCMA 2023 wants it, "w 1 3" and a newline; @members count from 0. */
void am_framework_write_extension (const guint32 *members, guint32 count, GString *out);
