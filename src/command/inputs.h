/* Maps that are named on the command line: finding, loading and opening them. */

#pragma once

#include "command/exit.h"
#include "load/load.h"

/* Loads and checks the map at @path for a command that goes on only with a map that has no errors.
   AM_EXIT_OK: @loaded holds a map to work with. Otherwise the findings or the trouble have been
   printed on standard error; with @force a map with errors is good enough. */
AmExit am_input_open (const char *path, gboolean force, AmLoaded *loaded);

/* The errors in @report, which is sorted, on standard error: for commands that stop at them. */
void am_input_show_errors (const AmReport *report);

/* The same for the place where a map may be, or not be yet: a file that is empty, or only white
   space (/dev/null), is a map without anything in it, not even a title. */
AmExit am_input_open_any (const char *path, gboolean force, AmLoaded *loaded);

/* The same of a text that is there already, called @name; takes @text. Prints nothing: whether it
   is a map, or not yet one, without errors. The errors are in the report. */
gboolean am_input_load_any (const char *name, char *text, gsize length, AmLoaded *loaded);

/* Something that was named and yields no map. */
typedef struct
{
  char *path;
  char *message; /* as it was complained of */
} AmTrouble;

/* A list of AmTrouble. Free with g_ptr_array_unref(). */
GPtrArray *am_troubles_new (void);

/* The maps that @path stands for: itself, or, of a directory, every *.argmap.json in it and below,
   sorted. Names that begin with a dot, symbolic links to directories, and what is no file (a FIFO)
   are passed over. AM_EXIT_TROUBLE, with the complaint printed and appended to @troubles (unless
   NULL), when a directory cannot be read or holds no map; what was found is appended even so. */
AmExit am_input_expand (const char *path, GPtrArray *paths, GPtrArray *troubles);

/* The same without a word, for one who asks again and again. */
AmExit am_input_find (const char *path, GPtrArray *paths);

/* As am_input_expand(), for every path that the file @list ("-": standard input) names: one a line,
   or separated by NULs where there is one. In a list, - is a file of that name, and pipes and
   devices are refused. */
AmExit am_input_list (const char *list, GPtrArray *paths, GPtrArray *troubles);

/* All that @arguments name, and what each of @lists (or NULL) lists; both end with NULL. The status
 * is the worst of them. */
AmExit am_input_expand_all (char **arguments, char **lists, GPtrArray *paths, GPtrArray *troubles);

/* How often standard input is named in them: it can be read once. */
guint am_input_count_stdin (char **arguments, char **lists);

/* Takes out of @paths (which own their strings) what names a file again, in whatever way. */
void am_input_drop_repeated (GPtrArray *paths);
