/* Extensions of a framework of which the grounded labelling settles nothing, by any other
 * semantics; its attackers are listed. */

#pragma once

#include "framework/semantics.h"

/* What is wanted of an extension. */
typedef enum
{
  AM_WISH_ANY,
  AM_WISH_WITH, /* the argument is in it */
  AM_WISH_WITHOUT, /* it is not */
} AmWish;

/* Looks for an extension with or without @argument. FALSE with @error set (AM_SAT_ERROR) when that
   takes a solver and none is built in, or when @budget, unless it is NULL, was used up before.
   Otherwise @found has its arguments, ascending (guint32; free with g_array_unref()), or is NULL
   when there is none. */
gboolean am_extension_find (const AmFramework *framework, AmSemantics semantics, AmWish wish,
                            guint32 argument, AmSatBudget *budget, GArray **found, GError **error);

/* All extensions, but no more than @most (0: any number): arrays as above, in the order of their
   arguments. NULL with @error set as above. Free with g_ptr_array_unref(). */
GPtrArray *am_extension_list (const AmFramework *framework, AmSemantics semantics, gsize most,
                              AmSatBudget *budget, GError **error);
