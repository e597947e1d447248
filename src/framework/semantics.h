/* Questions about abstract argumentation frameworks, as the ICCMA competitions ask them. */

#pragma once

#include "framework/framework.h"
#include "framework/sat.h"

typedef enum
{
  AM_SEMANTICS_GROUNDED, /* Dung 1995, like the next three */
  AM_SEMANTICS_COMPLETE,
  AM_SEMANTICS_PREFERRED,
  AM_SEMANTICS_STABLE,
  AM_SEMANTICS_SEMI_STABLE, /* Verheij 1996; Caminada 2006 */
  AM_SEMANTICS_IDEAL, /* Dung, Mancarella and Toni 2007 */
} AmSemantics;

#define AM_N_SEMANTICS 6

typedef enum
{
  AM_TASK_CREDULOUS, /* DC: is the argument in some extension? */
  AM_TASK_SKEPTICAL, /* DS: in all? */
  AM_TASK_SOME, /* SE: an extension */
  AM_TASK_ALL, /* EE: all of them */
} AmTask;

#define AM_N_TASKS 4

/* "DC-GR", "DC-CO" … in the order task × semantics; NULL-terminated. */
extern const char *const am_problem_names[];

/* Asks whether @argument is in some extension (AM_TASK_CREDULOUS) or in all (AM_TASK_SKEPTICAL), or
   for some extension (AM_TASK_SOME; @argument is not looked at). @yes is the answer; of
   AM_TASK_SOME, whether there is one. @extension is what shows it, ascending indices (guint32): the
   one that was asked for, one with the argument where the credulous answer is yes, one without it
   where the skeptical answer is no; otherwise NULL. Free it with g_array_unref(). FALSE with @error
   set (AM_SAT_ERROR) when that takes a solver and none is built in, or its @budget, unless it is
   NULL, is used up: what the grounded labelling settles never takes one. */
gboolean am_semantics_ask (const AmFramework *framework, AmTask task, AmSemantics semantics,
                           guint32 argument, AmSatBudget *budget, gboolean *yes, GArray **extension,
                           GError **error);

/* Is handed one extension after the other, ascending indices that it may keep only until it
 * returns; FALSE ends it. */
typedef gboolean (*AmExtensionFunc) (const guint32 *members, guint32 count, gpointer data);

/* What there is beyond what was handed out. */
typedef enum
{
  AM_ALL_COMPLETE, /* nothing */
  AM_ALL_CUT, /* at least one more */
  AM_ALL_STOPPED, /* the function wanted no more */
  AM_ALL_FAILED, /* a solver is needed and none is built in, or @budget is used up: @error is set,
                    nothing was handed out */
} AmAllResult;

/* Hands all extensions to @func, but no more than @limit (0: any number). Of independent parts each
   is listed once and then combined with the others, so that time goes with what is handed out.
   @total, unless NULL, is how many there are, G_MAXUINT64 when that is not known or too large. */
AmAllResult am_semantics_all (const AmFramework *framework, AmSemantics semantics, gsize limit,
                              AmSatBudget *budget, AmExtensionFunc func, gpointer data,
                              guint64 *total, GError **error);
